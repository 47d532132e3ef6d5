#include "ui/charts/chart.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <cmath>

namespace aurigraph::ui {
namespace {

class Words {
  Q_DECLARE_TR_FUNCTIONS(Chart)
};

using Heard = RingSeries::Heard;

QDateTime localTime(qint64 second) {
  return QDateTime::fromSecsSinceEpoch(second);
}

bool heardOf(const Shown& shown, int index) {
  for (const auto& line : shown.lines)
    if (line[index].heard != Heard::kNo) return true;
  return false;
}

QList<Gap> gapsOf(const Shown& shown) {
  QList<Gap> out;
  for (int at = 0; at < shown.count;) {
    if (heardOf(shown, at)) {
      ++at;
      continue;
    }
    const int first = at;
    while (at < shown.count && !heardOf(shown, at)) ++at;
    const auto kind = at == shown.count ? Gap::Kind::kSince
                      : first == 0      ? Gap::Kind::kBefore
                                        : Gap::Kind::kBetween;
    out.append({kind, shown.secondOf(first), shown.secondOf(at)});
  }
  return out;
}

}  // namespace

int Shown::indexOf(qint64 second) const {
  if (second < from) return -1;
  const qint64 index = (second - from) / step;
  return index < count ? static_cast<int>(index) : -1;
}

int Shown::newestValue() const {
  for (int index = count - 1; index >= 0; --index)
    for (const auto& line : lines)
      if (line[index].heard == Heard::kValue) return index;
  return -1;
}

Shown shownOf(const Chart& chart, double end, int rangeSeconds, int step) {
  Shown out;
  out.end = end;
  out.begin = end - rangeSeconds;
  out.step = step;
  const auto firstStep = static_cast<qint64>(std::ceil(out.begin / step));
  auto lastStep = static_cast<qint64>(std::floor(end / step)) - 1;
  out.from = firstStep * step;
  qint64 newest = -1;
  for (const ChartLine& line : chart.lines) newest = std::max(newest, line.readings.newest());
  // What is on its way is neither drawn nor missing.
  if (static_cast<double>(newest + 1 + Shown::kLateSeconds + step) > end)
    lastStep = std::min(lastStep, (newest + 1) / step - 1);
  out.count = static_cast<int>(std::clamp<qint64>(lastStep - firstStep + 1, 0, Shown::kMaxPoints));
  for (const ChartLine& line : chart.lines) {
    QList<RingSeries::Point> points;
    points.reserve(out.count);
    for (int index = 0; index < out.count; ++index)
      points.append(line.readings.folded(out.secondOf(index), step, line.fold));
    out.lines.append(std::move(points));
  }
  out.gaps = gapsOf(out);
  return out;
}

QList<Run> runsOf(const QList<RingSeries::Point>& points) {
  QList<Run> out;
  for (int at = 0; at < points.size(); ++at) {
    if (points[at].heard != Heard::kValue) continue;
    if (!out.isEmpty() && out.last().first + out.last().length == at)
      ++out.last().length;
    else
      out.append({at, 1});
  }
  return out;
}

QString clockText(qint64 second) {
  return QLocale().toString(localTime(second).time(), QStringLiteral("HH:mm:ss"));
}

QString clockMinuteText(qint64 second) {
  return QLocale().toString(localTime(second).time(), QStringLiteral("HH:mm"));
}

QString gapText(const Gap& gap) {
  // Seconds where they matter; who reads of two hours needs none.
  const bool brief = gap.kind != Gap::Kind::kBetween || gap.to - gap.from < 120;
  const auto text = [brief](qint64 second) { return brief ? clockText(second) : clockMinuteText(second); };
  switch (gap.kind) {
    case Gap::Kind::kBefore:
      //: In a chart, over the part without readings; %1 is a time like 14:02
      return Words::tr("no data before %1").arg(text(gap.to));
    case Gap::Kind::kBetween:
      //: In a chart, over the part without readings; %1 and %2 are times like 14:02
      return Words::tr("no data %1–%2").arg(text(gap.from), text(gap.to));
    case Gap::Kind::kSince:
      //: In a chart, over the part without readings; %1 is a time like 14:02
      return Words::tr("no data since %1").arg(text(gap.from));
  }
  return {};
}

QString pointText(const Chart& chart, const RingSeries::Point& point) {
  switch (point.heard) {
    case Heard::kValue:
      return chart.say(point.value);
    case Heard::kNothing:
      //: Instead of a value of a chart: there was nothing to measure in that second
      return Words::tr("— (nothing to measure)");
    case Heard::kNo:
      //: Instead of a value of a chart: no reading was received
      return Words::tr("— (no data)");
  }
  return {};
}

QString spokenText(const Chart& chart, const Shown& shown) {
  const int newest = shown.newestValue();
  if (newest < 0) return Words::tr("No values in the time shown.");
  QStringList values;
  for (qsizetype line = 0; line < chart.lines.size(); ++line)
    //: One line of a chart and its newest value, like "Final: 12,400 per second"
    values.append(
        Words::tr("%1: %2").arg(chart.lines[line].name, pointText(chart, shown.lines[line][newest])));
  const QString now =
      Words::tr("At %1: %2.").arg(clockText(shown.secondOf(newest)), values.join(QStringLiteral("; ")));
  qsizetype gaps = 0;
  for (const Gap& gap : shown.gaps) gaps += gap.kind == Gap::Kind::kBefore ? 0 : 1;
  if (gaps == 0) return now;
  return now + QLatin1Char(' ') +
         Words::tr("There are %n gap(s) without data.", nullptr, static_cast<int>(gaps));
}

}  // namespace aurigraph::ui
