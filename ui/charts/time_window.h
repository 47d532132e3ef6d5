#pragma once

#include <QObject>
#include <functional>
#include <optional>

namespace aurigraph::ui {

/// The stretch of time that the charts of a page show together, and their common crosshair. UI thread.
class TimeWindow : public QObject {
  Q_OBJECT
 public:
  struct Range {
    int seconds;
    int step;  ///< Seconds a point.
  };
  static constexpr Range kRanges[] = {{60, 1}, {300, 1}, {1'800, 3}, {3'600, 6}};
  static constexpr int kUsual = 1;  ///< Of kRanges.

  /// `clock`: milliseconds since 1970 by the cluster's clock.
  explicit TimeWindow(std::function<qint64()> clock, QObject* parent = nullptr);

  void setRange(Range range);
  [[nodiscard]] Range range() const { return range_; }
  [[nodiscard]] double end() const;  ///< Seconds; stands still while paused.

  void setPaused(bool paused);
  [[nodiscard]] bool paused() const { return pausedAt_.has_value(); }
  [[nodiscard]] std::optional<qint64> pausedAt() const { return pausedAt_; }  ///< Milliseconds.

  /// First second of the step under the crosshair.
  void setCursor(std::optional<qint64> second);
  [[nodiscard]] std::optional<qint64> cursor() const { return cursor_; }
  /// By steps from where it is; stays inside.
  void moveCursor(int steps);

 Q_SIGNALS:
  void changed();  ///< Range or pause.
  void cursorMoved();

 private:
  [[nodiscard]] qint64 firstStep() const;
  [[nodiscard]] qint64 lastStep() const;

  std::function<qint64()> clock_;
  Range range_ = kRanges[kUsual];
  std::optional<qint64> pausedAt_;
  std::optional<qint64> cursor_;
};

}  // namespace aurigraph::ui
