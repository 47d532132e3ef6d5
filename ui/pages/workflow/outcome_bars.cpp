#include "ui/pages/workflow/outcome_bars.h"

#include <QPainter>
#include <algorithm>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui {
namespace {

Ink inkOf(const QString& outcome) {
  const QLatin1String tone(outcomeTone(outcome));
  if (tone == QLatin1String("ok")) return Ink::kOk;
  if (tone == QLatin1String("warn")) return Ink::kWarn;
  if (tone == QLatin1String("fail")) return Ink::kFail;
  return Ink::kAccent;
}

constexpr int kBarHeight = 5;
constexpr int kGap = 6;
constexpr int kLeastBar = 24;

}  // namespace

OutcomeBars::OutcomeBars(QWidget* parent) : QWidget(parent) {
  setFont(Theme::instance().small());
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void OutcomeBars::set(const QList<Outcome>& outcomes) {
  const bool grew = outcomes.size() != outcomes_.size();
  outcomes_ = outcomes;
  if (grew) updateGeometry();
  update();
}

int OutcomeBars::rowHeight() const {
  return fontMetrics().height() * 2;
}

int OutcomeBars::countWidth() const {
  int wide = 0;
  for (const auto& one : outcomes_)
    wide = std::max(wide, fontMetrics().horizontalAdvance(countText(static_cast<double>(one.count))));
  return wide;
}

QSize OutcomeBars::sizeHint() const {
  int wide = countWidth() + kGap + kLeastBar;
  for (const auto& one : outcomes_)
    wide = std::max(wide, fontMetrics().horizontalAdvance(outcomeText(one.name)));
  return {wide, static_cast<int>(outcomes_.size()) * rowHeight()};
}
QSize OutcomeBars::minimumSizeHint() const {
  return sizeHint();
}

void OutcomeBars::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const bool mirrored = layoutDirection() == Qt::RightToLeft;
  // Placed left to right, then mirrored.
  const auto place = [&](QRectF box) {
    if (mirrored) box.moveLeft(width() - box.right());
    return box;
  };
  qint64 most = 1;
  for (const auto& one : outcomes_) most = std::max(most, one.count);
  const double counts = countWidth();
  const double track = width() - counts - kGap;
  const double line = fontMetrics().height();
  double y = 0;
  for (const auto& one : outcomes_) {
    painter.setPen(color(Ink::kMuted));
    painter.drawText(QRectF(0, y, width(), line),
                     (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute, outcomeText(one.name));
    const double below = y + line * 0.92;
    painter.setPen(color(one.count == 0 ? Ink::kMuted : Ink::kText));
    painter.drawText(place({width() - counts, below, counts, line}),
                     (mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute,
                     countText(static_cast<double>(one.count)));
    const double barTop = below + (line - kBarHeight) / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Ink::kLine));
    painter.drawRoundedRect(place({0, barTop, track, kBarHeight}), 2, 2);
    if (one.count > 0) {
      // Never thinner than its ends are round: a single failure among thousands is seen.
      const double share = static_cast<double>(one.count) / static_cast<double>(most);
      painter.setBrush(color(inkOf(one.name)));
      painter.drawRoundedRect(place({0, barTop, std::max<double>(kBarHeight, track * share), kBarHeight}), 2,
                              2);
    }
    y += rowHeight();
  }
}

}  // namespace aurigraph::ui
