#pragma once

#include <QList>
#include <QString>
#include <functional>
#include <optional>

#include "ui/charts/ring_series.h"
#include "ui/theme/theme.h"

namespace aurigraph::ui {

struct ChartLine {
  QString name;  ///< "Final"
  Ink ink = Ink::kSeries1;
  Fold fold = Fold::kMean;
  RingSeries readings = {};
};

/// What a chart is of, and all that was heard of it.
struct Chart {
  static constexpr int kMaxLines = 4;

  QString name;                        ///< For object names and files: "tps".
  QString title;                       ///< "Operations per second"
  std::function<QString(double)> say;  ///< A value with its unit: "12 ms".
  bool whole = false;                  ///< Values are counts: no "2.5" on the axis.
  QList<ChartLine> lines = {};         ///< At most kMaxLines.
};

/// A stretch of steps that nobody has readings of.
struct Gap {
  enum class Kind { kBefore, kBetween, kSince };  ///< Before the first reading; since the last one.
  Kind kind = Kind::kBetween;
  qint64 from = 0;  ///< First second …
  qint64 to = 0;    ///< … and the one after the last.
};

/// What a chart shows at one moment. Plot, table, export and spoken words are all made of it, so that none
/// says what another does not.
struct Shown {
  static constexpr int kMaxPoints = 600;
  /// Readings of the last seconds are still on their way: no gap yet.
  static constexpr int kLateSeconds = 4;

  double begin = 0;                            ///< Seconds since 1970; left edge …
  double end = 0;                              ///< … and right.
  int step = 1;                                ///< Seconds a point.
  qint64 from = 0;                             ///< First second of the first step.
  int count = 0;                               ///< Steps; at most kMaxPoints.
  QList<QList<RingSeries::Point>> lines = {};  ///< `count` each.
  QList<Gap> gaps = {};

  [[nodiscard]] qint64 secondOf(int index) const { return from + static_cast<qint64>(index) * step; }
  /// Of the step that holds `second`; -1: not shown.
  [[nodiscard]] int indexOf(qint64 second) const;
  /// Newest step in which any line has a value; -1: none.
  [[nodiscard]] int newestValue() const;
};

/// Whole steps only, aligned to multiples of `step`, so that a point does not change while it moves.
[[nodiscard]] Shown shownOf(const Chart& chart, double end, int rangeSeconds, int step);

/// Pieces of a line between its gaps, as first index and length.
struct Run {
  int first = 0;
  int length = 0;
};
[[nodiscard]] QList<Run> runsOf(const QList<RingSeries::Point>& points);

[[nodiscard]] QString clockText(qint64 second);        ///< "14:02:05", local.
[[nodiscard]] QString clockMinuteText(qint64 second);  ///< "14:02", local.
[[nodiscard]] QString gapText(const Gap& gap);         ///< "no data 14:02–14:05"
/// A point in words: its value, or why there is none.
[[nodiscard]] QString pointText(const Chart& chart, const RingSeries::Point& point);
/// The newest values in a sentence, for who cannot see the lines.
[[nodiscard]] QString spokenText(const Chart& chart, const Shown& shown);

}  // namespace aurigraph::ui
