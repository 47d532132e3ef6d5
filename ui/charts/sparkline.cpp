#include "ui/charts/sparkline.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace aurigraph::ui {

Sparkline::Sparkline(Ink ink, QWidget* parent) : QWidget(parent), ink_(ink) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setLayoutDirection(Qt::LeftToRight);
  connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Sparkline::setValues(QList<std::optional<double>> values) {
  if (values == values_) return;
  values_ = std::move(values);
  update();
}

QSize Sparkline::sizeHint() const {
  return {fontMetrics().averageCharWidth() * 14, fontMetrics().height() * 2};
}

QSize Sparkline::minimumSizeHint() const {
  return {fontMetrics().averageCharWidth() * 5, fontMetrics().height()};
}

void Sparkline::paintEvent(QPaintEvent*) {
  double highest = 0;
  for (const auto& value : values_) highest = std::max(highest, value.value_or(0));
  if (values_.size() < 2) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF area = QRectF(rect()).adjusted(1, 2, -1, -2);
  const auto at = [&](qsizetype index) {
    const double share = highest > 0 ? *values_[index] / highest : 0;
    return QPointF(area.left() + static_cast<double>(index) / (values_.size() - 1) * area.width(),
                   area.bottom() - share * area.height());
  };
  QColor under = color(ink_);
  under.setAlphaF(0.13F);
  for (qsizetype first = 0; first < values_.size();) {
    if (!values_[first]) {
      ++first;
      continue;
    }
    qsizetype last = first;
    while (last + 1 < values_.size() && values_[last + 1]) ++last;
    QPainterPath line(at(first));
    for (qsizetype index = first + 1; index <= last; ++index) line.lineTo(at(index));
    if (first == last) line.lineTo(at(first) + QPointF(1, 0));
    QPainterPath filled = line;
    filled.lineTo(at(last).x(), area.bottom());
    filled.lineTo(at(first).x(), area.bottom());
    painter.fillPath(filled, under);
    painter.strokePath(line, QPen(color(ink_), 1.6));
    first = last + 1;
  }
}

}  // namespace aurigraph::ui
