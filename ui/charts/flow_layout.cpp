#include "ui/charts/flow_layout.h"

#include <QStyle>
#include <QWidget>
#include <algorithm>
#include <numeric>

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
  const int count = static_cast<int>(seen.size());
  const int columns =
      std::min(count, std::clamp((rect.width() + gap) / std::max(1, leastWidth_ + gap), 1, mostColumns_));
  const int rows = (count + columns - 1) / columns;
  QList<int> heights(rows, 0);
  for (int each = 0; each < count; ++each) {
    const QLayoutItem* item = seen[each];
    const int width = widthOf(rect.width(), std::min(columns, count - each / columns * columns));
    int& height = heights[each / columns];
    height = std::max({height, item->minimumSize().height(),
                       item->hasHeightForWidth()
                           ? std::max(item->heightForWidth(width), item->minimumHeightForWidth(width))
                           : item->sizeHint().height()});
  }
  const int needed = std::accumulate(heights.begin(), heights.end(), gap * (rows - 1));
  if (!really) return needed;
  const int more = std::max(0, rect.height() - needed) / rows;
  int y = rect.y();
  for (int row = 0; row < rows; ++row) {
    // A last row that is not full shares its width among fewer.
    const int inRow = std::min(columns, count - row * columns);
    const int width = widthOf(rect.width(), inRow);
    for (int each = 0; each < inRow; ++each) {
      const QRect place(rect.x() + each * (width + gap), y, width, heights[row] + more);
      seen[row * columns + each]->setGeometry(
          QStyle::visualRect(parentWidget()->layoutDirection(), rect, place));
    }
    y += heights[row] + more + gap;
  }
  return needed;
}

int FlowLayout::widthOf(int whole, int columns) const {
  return (whole - std::max(0, spacing()) * (columns - 1)) / columns;
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
