#pragma once

#include <QtGlobal>
#include <optional>
#include <vector>

namespace aurigraph::ui {

/// How the readings of several seconds become one point. A percentile or a count of nodes is never averaged:
/// the worst second speaks.
enum class Fold { kMean, kHighest, kLowest };

/// The readings of one line, one a second, for the last hour. Each second is one of three things: not heard
/// of (a gap), heard of without a value ("nothing became final"), or a value.
class RingSeries {
 public:
  /// An hour, and what the ends of a window need beyond it.
  static constexpr int kSeconds = 3'600 + 120;

  enum class Heard : quint8 { kNo, kNothing, kValue };
  struct Point {
    qint64 second = 0;  ///< The first of its step.
    Heard heard = Heard::kNo;
    double value = 0;  ///< kValue only.
  };

  RingSeries() : heard_(kSeconds, Heard::kNo), values_(kSeconds) {}

  /// In any order; what is older than the buffer is left out.
  void put(qint64 second, std::optional<double> value);
  void clear();

  [[nodiscard]] bool empty() const { return newest_ < 0; }
  [[nodiscard]] qint64 newest() const { return newest_; }  ///< Second; -1: none.
  [[nodiscard]] Point at(qint64 second) const;
  /// The `step` seconds from `second` on as one point. A step with a second that was not heard of is a gap:
  /// a hole is made wider by it, never closed.
  [[nodiscard]] Point folded(qint64 second, int step, Fold fold) const;

 private:
  [[nodiscard]] static std::size_t slot(qint64 second) { return static_cast<std::size_t>(second % kSeconds); }
  std::vector<Heard> heard_;
  std::vector<double> values_;
  qint64 newest_ = -1;
};

}  // namespace aurigraph::ui
