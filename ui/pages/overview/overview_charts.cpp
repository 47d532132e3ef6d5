#include "ui/pages/overview/overview_charts.h"

#include <algorithm>

#include "ui/pages/overview/overview_page.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui {
namespace {

constexpr int kSparkSeconds = 60;

QString perSecond(double value) {
  //: A rate on a chart; %1 is a number
  return OverviewPage::tr("%1 /s").arg(countText(value));
}

}  // namespace

Chart tpsChart() {
  return {.name = QStringLiteral("tps"),
          .title = OverviewPage::tr("Operations per second"),
          .say = perSecond,
          //: Line of a chart: operations that became final
          .lines = {{.name = OverviewPage::tr("Final"), .ink = Ink::kSeries1},
                    //: Line of a chart: operations that the ledger refused
                    {.name = OverviewPage::tr("Refused"), .ink = Ink::kSeries2}}};
}

Chart finalityChart() {
  return {.name = QStringLiteral("finality"),
          .title = OverviewPage::tr("Time to finality"),
          .say = millisecondsText,
          //: Line of a chart: half of the operations were quicker
          .lines = {{.name = OverviewPage::tr("Median"), .ink = Ink::kSeries3},
                    //: Line of a chart: 99 of 100 operations were quicker
                    {.name = OverviewPage::tr("99 of 100"), .ink = Ink::kSeries4, .fold = Fold::kHighest}}};
}

Chart answeringChart() {
  return {.name = QStringLiteral("nodes"),
          .title = OverviewPage::tr("Nodes that answer"),
          .say = countText,
          .whole = true,
          .lines = {{.name = OverviewPage::tr("Validators"), .ink = Ink::kSeries1, .fold = Fold::kLowest},
                    {.name = OverviewPage::tr("Business"), .ink = Ink::kSeries2, .fold = Fold::kLowest},
                    {.name = OverviewPage::tr("Slim"), .ink = Ink::kSeries3, .fold = Fold::kLowest}}};
}

QList<std::optional<double>> lastMinute(const RingSeries& readings) {
  QList<std::optional<double>> out;
  for (qint64 second = readings.newest() - kSparkSeconds + 1; second <= readings.newest(); ++second) {
    const auto point = readings.at(second);
    out.append(point.heard == RingSeries::Heard::kValue ? std::optional(point.value) : std::nullopt);
  }
  return out;
}

QList<std::optional<double>> growth(const QList<std::optional<double>>& heights) {
  QList<std::optional<double>> out;
  for (qsizetype at = 1; at < heights.size(); ++at)
    out.append(heights[at] && heights[at - 1] ? std::optional(std::max(0.0, *heights[at] - *heights[at - 1]))
                                              : std::nullopt);
  return out;
}

}  // namespace aurigraph::ui
