#pragma once

#include <QStyledItemDelegate>

#include "ui/models/queue_filter.h"

namespace aurigraph::ui {

/// One record of the queue as three lines: when it is due and its score, the asset, what and whose.
class QueueDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  explicit QueueDelegate(const QueueFilter& queue, QObject* parent = nullptr);

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  const QueueFilter& queue_;
};

}  // namespace aurigraph::ui
