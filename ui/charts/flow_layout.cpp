#include "ui/charts/flow_layout.h"

#include <QStyle>
#include <QWidget>
#include <algorithm>

namespace aurigraph::ui {

FlowLayout::FlowLayout(QWidget* parent) : QLayout(parent) {}

FlowLayout::~FlowLayout() {
  while (QLayoutItem* item = takeAt(0)) delete item;
}

void FlowLayout::setColumns(int leastWidth, int mostColumns) {
  leastWidth_ = leastWidth;
  mostColumns_ = mostColumns;
  invalidate();
}

QLayoutItem* FlowLayout::takeAt(int index) {
  return index >= 0 && index < items_.size() ? items_.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const {
  return place(QRect(0, 0, width, 0), false);
}

void FlowLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  place(rect, true);
}

QSize FlowLayout::minimumSize() const {
  QSize size;
  for (const QLayoutItem* item : items_) size = size.expandedTo(item->minimumSize());
  const QMargins margins = contentsMargins();
  return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

int FlowLayout::place(const QRect& rect, bool really) const {
  const QMargins margins = contentsMargins();
  const QRect inside = rect.marginsRemoved(margins);
  return margins.top() + margins.bottom() +
         (mostColumns_ > 0 ? placeColumns(inside, really) : placeFreely(inside, really));
}

int FlowLayout::placeColumns(const QRect& rect, bool really) const {
  const int gap = std::max(0, spacing());
  QList<QLayoutItem*> seen;
  for (QLayoutItem* item : items_)
    if (!item->isEmpty()) seen.append(item);
  if (seen.isEmpty()) return 0;
  int columns = std::clamp((rect.width() + gap) / std::max(1, leastWidth_ + gap), 1, mostColumns_);
  // No row of one below a row of three.
  if (seen.size() % columns != 0 && seen.size() % (columns - 1 > 0 ? columns - 1 : 1) == 0 && columns > 2)
    --columns;
  columns = std::min<int>(columns, static_cast<int>(seen.size()));
  const int width = (rect.width() - gap * (columns - 1)) / columns;
  int y = rect.y();
  for (int first = 0; first < seen.size(); first += columns) {
    const int inRow = std::min<int>(columns, static_cast<int>(seen.size()) - first);
    int height = 0;
    for (int each = first; each < first + inRow; ++each) {
      const QLayoutItem* item = seen[each];
      height = std::max(
          {height, item->sizeHint().height(), item->hasHeightForWidth() ? item->heightForWidth(width) : 0});
    }
    for (int each = first; really && each < first + inRow; ++each) {
      const QRect place(rect.x() + (each - first) * (width + gap), y, width, height);
      seen[each]->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), rect, place));
    }
    y += height + gap;
  }
  return y - gap - rect.y();
}

int FlowLayout::placeFreely(const QRect& rect, bool really) const {
  const int gap = std::max(0, spacing());
  int x = rect.x();
  int y = rect.y();
  int height = 0;
  for (QLayoutItem* item : items_) {
    if (item->isEmpty()) continue;
    const QSize size = item->sizeHint();
    if (x > rect.x() && x + size.width() > rect.x() + rect.width()) {
      x = rect.x();
      y += height + gap / 2;
      height = 0;
    }
    if (really)
      item->setGeometry(
          QStyle::visualRect(parentWidget()->layoutDirection(), rect, QRect(QPoint(x, y), size)));
    x += size.width() + gap;
    height = std::max(height, size.height());
  }
  return y + height - rect.y();
}

}  // namespace aurigraph::ui
