#pragma once

#include <QAbstractItemModel>
#include <QList>
#include <QSet>
#include <functional>

#include "ui/models/record.h"

namespace aurigraph::ui {

/// The eight checks, those that lost points first, each with its reasons below it. UI thread.
class CheckModel : public QAbstractItemModel {
  Q_OBJECT
 public:
  enum Column { kName, kEarned, kLost, kColumns };
  enum DataRole { kReasonRole = Qt::UserRole + 1, kPointerRole, kCheckRole };

  using QAbstractItemModel::QAbstractItemModel;

  [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  void setChecks(const QList<CheckOutcome>& checks);
  /// Which of them the reviewer has opened.
  void setOpened(const QSet<QString>& opened);

  [[nodiscard]] const CheckOutcome& check(int row) const { return checks_[row]; }
  [[nodiscard]] static bool isReason(const QModelIndex& index) {
    return index.isValid() && index.internalId() != 0;
  }
  [[nodiscard]] const CheckReason& reason(const QModelIndex& index) const;
  [[nodiscard]] int rowOf(const QString& check) const;

 private:
  QList<CheckOutcome> checks_;
  QSet<QString> opened_;
};

/// "Field price: found 412.7, expected 380 to 410"
[[nodiscard]] QString factsText(const CheckReason& reason);

}  // namespace aurigraph::ui
