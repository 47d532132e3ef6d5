#pragma once

#include <QStyledItemDelegate>

namespace aurigraph::ui {

/// A cell of NodeModel with a bar, the tick of its threshold, and both in words. Absent readings are muted.
class BarDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace aurigraph::ui
