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

constexpr int kBarHeight = 4;

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
  return fontMetrics().height() + kBarHeight + 4;
}

QSize OutcomeBars::sizeHint() const {
  int wide = 0;
  for (const auto& one : outcomes_)
    wide = std::max(wide, fontMetrics().horizontalAdvance(outcomeText(one.name) + QStringLiteral("  ") +
                                                          countText(static_cast<double>(one.count))));
  return {wide, static_cast<int>(outcomes_.size()) * rowHeight()};
}
QSize OutcomeBars::minimumSizeHint() const {
  return sizeHint();
}

void OutcomeBars::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const bool mirrored = layoutDirection() == Qt::RightToLeft;
  qint64 most = 1;
  for (const auto& one : outcomes_) most = std::max(most, one.count);
  int y = 0;
  for (const auto& one : outcomes_) {
    const QRect line(0, y, width(), fontMetrics().height());
    painter.setPen(color(Ink::kMuted));
    painter.drawText(line, mirrored ? Qt::AlignRight : Qt::AlignLeft, outcomeText(one.name));
    painter.setPen(color(one.count == 0 ? Ink::kMuted : Ink::kText));
    painter.drawText(line, mirrored ? Qt::AlignLeft : Qt::AlignRight,
                     countText(static_cast<double>(one.count)));
    const QRectF track(0, y + line.height() + 1, width(), kBarHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Ink::kLine));
    painter.drawRoundedRect(track, 2, 2);
    if (one.count > 0) {
      // Never thinner than its ends are round: a single failure among thousands is seen.
      const double wide = std::max<double>(
          kBarHeight, track.width() * static_cast<double>(one.count) / static_cast<double>(most));
      painter.setBrush(color(inkOf(one.name)));
      painter.drawRoundedRect(QRectF(mirrored ? track.right() - wide : 0, track.top(), wide, kBarHeight), 2,
                              2);
    }
    y += rowHeight();
  }
}

}  // namespace aurigraph::ui
