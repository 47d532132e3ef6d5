#include "ui/charts/ring_series.h"

#include <algorithm>

namespace aurigraph::ui {

void RingSeries::put(qint64 second, std::optional<double> value) {
  if (second < 0 || (newest_ >= 0 && second <= newest_ - kSeconds)) return;
  if (second > newest_) {
    // Seconds in between were not heard of; their slots hold those of an hour ago.
    if (newest_ < 0 || second - newest_ >= kSeconds)
      clear();
    else
      for (qint64 between = newest_ + 1; between < second; ++between) heard_[slot(between)] = Heard::kNo;
    newest_ = second;
  }
  heard_[slot(second)] = value ? Heard::kValue : Heard::kNothing;
  values_[slot(second)] = value.value_or(0);
}

void RingSeries::clear() {
  std::fill(heard_.begin(), heard_.end(), Heard::kNo);
  newest_ = -1;
}

RingSeries::Point RingSeries::at(qint64 second) const {
  if (newest_ < 0 || second < 0 || second > newest_ || second <= newest_ - kSeconds)
    return {second, Heard::kNo, 0};
  return {second, heard_[slot(second)], values_[slot(second)]};
}

RingSeries::Point RingSeries::folded(qint64 second, int step, Fold fold) const {
  Point out{second, Heard::kNothing, 0};
  int values = 0;
  for (qint64 each = second; each < second + step; ++each) {
    const Point point = at(each);
    if (point.heard == Heard::kNo) return {second, Heard::kNo, 0};
    if (point.heard == Heard::kNothing) continue;
    switch (fold) {
      case Fold::kMean:
        out.value += point.value;
        break;
      case Fold::kHighest:
        out.value = values == 0 ? point.value : std::max(out.value, point.value);
        break;
      case Fold::kLowest:
        out.value = values == 0 ? point.value : std::min(out.value, point.value);
        break;
    }
    ++values;
  }
  if (values == 0) return out;
  out.heard = Heard::kValue;
  if (fold == Fold::kMean) out.value /= values;
  return out;
}

}  // namespace aurigraph::ui
