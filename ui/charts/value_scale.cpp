#include "ui/charts/value_scale.h"

#include <algorithm>
#include <cmath>

namespace aurigraph::ui {
namespace {

constexpr double kIntervals = 4;
constexpr double kHeadroom = 1.1;
constexpr double kShrinkBelow = 0.45;  // of the top

double roundInterval(double atLeast, bool whole) {
  const double magnitude = std::pow(10.0, std::floor(std::log10(atLeast)));
  double out = 10 * magnitude;
  for (const double each : {1.0, 2.0, 2.5, 5.0})
    if (each * magnitude >= atLeast * (1 - 1e-9)) {
      out = each * magnitude;
      break;
    }
  return whole ? std::max(1.0, std::ceil(out)) : out;
}

}  // namespace

bool ValueScale::fit(double highest) {
  if (!std::isfinite(highest) || highest < 0) return false;
  const bool small = highest * kHeadroom < top_ * kShrinkBelow;
  if (fitted_ && highest <= top_ && !small) return false;
  fitted_ = true;
  const double wanted = std::max(highest * kHeadroom, whole_ ? 1.0 : 1e-3);
  const double interval = roundInterval(wanted / kIntervals, whole_);
  const double top = std::ceil(wanted / interval * (1 - 1e-9)) * interval;
  if (top == top_ && interval == interval_) return false;
  top_ = top;
  interval_ = interval;
  return true;
}

}  // namespace aurigraph::ui
