#pragma once

namespace aurigraph::ui {

/// The value axis of a chart: from 0 to a round number, which follows growth at once and shrinks only when
/// the values have become much smaller, so that a chart does not breathe.
class ValueScale {
 public:
  explicit ValueScale(bool whole = false) : whole_(whole) {}

  /// `highest`: of the values shown. True: the scale changed.
  bool fit(double highest);
  [[nodiscard]] double top() const { return top_; }
  [[nodiscard]] double interval() const { return interval_; }  ///< Between grid lines; divides top.

 private:
  bool whole_;
  bool fitted_ = false;
  double top_ = 1;
  double interval_ = 1;
};

}  // namespace aurigraph::ui
