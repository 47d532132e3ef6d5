#include "ui/charts/time_window.h"

#include <algorithm>
#include <cmath>

#include "ui/charts/chart.h"

namespace aurigraph::ui {
namespace {

constexpr bool allFit() {
  for (const auto& range : TimeWindow::kRanges)
    if (range.seconds / range.step > Shown::kMaxPoints || range.seconds > RingSeries::kSeconds) return false;
  return true;
}
static_assert(allFit());

}  // namespace

TimeWindow::TimeWindow(std::function<qint64()> clock, QObject* parent)
    : QObject(parent), clock_(std::move(clock)) {}

void TimeWindow::setRange(Range range) {
  range_ = range;
  if (cursor_) cursor_ = *cursor_ / range.step * range.step;
  Q_EMIT changed();
  Q_EMIT cursorMoved();
}

double TimeWindow::end() const {
  return static_cast<double>(pausedAt_.value_or(clock_())) / 1'000;
}

void TimeWindow::setPaused(bool paused) {
  if (paused == pausedAt_.has_value()) return;
  if (paused)
    pausedAt_ = clock_();
  else
    pausedAt_.reset();
  Q_EMIT changed();
}

qint64 TimeWindow::firstStep() const {
  return static_cast<qint64>(std::ceil((end() - range_.seconds) / range_.step)) * range_.step;
}

qint64 TimeWindow::lastStep() const {
  return (static_cast<qint64>(std::floor(end() / range_.step)) - 1) * range_.step;
}

void TimeWindow::setCursor(std::optional<qint64> second) {
  if (second) second = std::clamp(*second / range_.step * range_.step, firstStep(), lastStep());
  if (second == cursor_) return;
  cursor_ = second;
  Q_EMIT cursorMoved();
}

void TimeWindow::moveCursor(int steps) {
  if (cursor_) setCursor(*cursor_ + static_cast<qint64>(steps) * range_.step);
}

}  // namespace aurigraph::ui
