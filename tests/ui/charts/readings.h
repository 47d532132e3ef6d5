#pragma once

#include "ui/charts/chart.h"
#include "ui/charts/time_window.h"

namespace aurigraph::ui::test {

/// Two lines over a clock that stands until it is told otherwise.
struct Readings {
  static constexpr qint64 kStart = 1'764'079'200;  ///< Seconds; a whole minute, and a multiple of 6.

  qint64 nowMs = kStart * 1'000;
  TimeWindow time{[this] { return nowMs; }};

  static Chart chart() {
    return {.name = QStringLiteral("rate"),
            .title = QStringLiteral("Rate"),
            .say = [](double value) { return QStringLiteral("%1 /s").arg(value); },
            .lines = {{.name = QStringLiteral("Final"), .ink = Ink::kSeries1},
                      {.name = QStringLiteral("Refused"), .ink = Ink::kSeries2}}};
  }
  /// The clock is `second`: everything before it is over.
  void at(qint64 second) { nowMs = second * 1'000; }
};

}  // namespace aurigraph::ui::test
