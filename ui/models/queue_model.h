#pragma once

#include <QAbstractTableModel>
#include <QDateTime>
#include <QList>

#include "ui/models/record.h"

namespace aurigraph::ui {

/// Records that wait for a reviewer, the one due first on top. What arrives while somebody reads is counted
/// and waits: rows move only when they are asked to. UI thread.
class QueueModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { kDue, kAsset, kKind, kScore, kSource, kSubmitter, kClaim, kColumns };
  enum DataRole { kIdRole = Qt::UserRole + 1 };
  enum class Urgency { kFine, kSoon, kLate };

  using QAbstractTableModel::QAbstractTableModel;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  /// A fresh list: rows that are known are brought up to date in place, decided ones leave, new ones wait
  /// for showArrivals() (the first list is shown at once).
  void setItems(const QList<RecordItem>& items);
  void showArrivals();
  void clear();
  /// The cluster's clock; texts and urgency follow it.
  void setNow(const QDateTime& now);

  [[nodiscard]] qsizetype arrivals() const { return arrivals_.size(); }
  [[nodiscard]] const RecordItem& at(int row) const { return rows_[row]; }
  [[nodiscard]] int rowOf(const QString& id) const;  ///< −1: not shown.
  [[nodiscard]] Urgency urgency(const RecordItem& item) const;
  [[nodiscard]] qint64 nowMs() const { return nowMs_; }

 Q_SIGNALS:
  void arrivalsChanged();

 private:
  void insertSorted(const RecordItem& item);
  [[nodiscard]] QString text(const RecordItem& item, int column) const;
  [[nodiscard]] QString sentence(const RecordItem& item) const;

  QList<RecordItem> rows_;
  QList<RecordItem> arrivals_;
  QStringList shownDue_;  ///< Texts on screen, so that the clock repaints only what it changes.
  bool filled_ = false;
  qint64 nowMs_ = 0;
};

/// "due in 12 min", "late 4 min".
[[nodiscard]] QString dueText(qint64 dueMs, qint64 nowMs);
/// "Claimed by you until 14:05", "Claimed by Ann until 14:05"; empty: free.
[[nodiscard]] QString claimText(const RecordItem& item, qint64 nowMs);

}  // namespace aurigraph::ui
