#pragma once

#include <QSortFilterProxyModel>

#include "ui/models/queue_model.h"

namespace aurigraph::ui {

/// What of the queue is shown. At most 1,000 records wait in an answer of the gateway, so it is sifted here.
class QueueFilter : public QSortFilterProxyModel {
  Q_OBJECT
 public:
  enum class Which { kAll, kMine, kUnclaimed, kLate };

  explicit QueueFilter(QueueModel& queue, QObject* parent = nullptr);

  void setWhich(Which which);
  void setCategory(const QString& category);  ///< Empty: all.
  void setText(const QString& text);          ///< In asset, source, submitter.

  [[nodiscard]] Which which() const { return which_; }
  [[nodiscard]] bool filters() const {
    return which_ != Which::kAll || !category_.isEmpty() || !text_.isEmpty();
  }
  /// Of the category and text that are chosen.
  [[nodiscard]] int count(Which which) const;
  [[nodiscard]] int countOf(const QString& category) const;
  [[nodiscard]] const RecordItem& itemAt(const QModelIndex& proxied) const;
  [[nodiscard]] QModelIndex indexOf(const QString& id) const;

 protected:
  [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

 private:
  [[nodiscard]] bool isOf(const RecordItem& item, Which which) const;
  [[nodiscard]] bool matches(const RecordItem& item) const;

  QueueModel& queue_;
  Which which_ = Which::kAll;
  QString category_;
  QString text_;
};

}  // namespace aurigraph::ui
