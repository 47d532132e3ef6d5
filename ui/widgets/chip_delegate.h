#pragma once

#include <QStyledItemDelegate>

namespace aurigraph::ui {

/// A table's word in a rounded box, like Chip. The tone is text under kToneRole ("ok", "warn" …); no tone: a
/// plain cell. All text is taken as plain text.
class ChipDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  static constexpr int kToneRole = Qt::UserRole + 100;
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace aurigraph::ui
