// What a tick costs, by hand: test_ui_charts --gtest_also_run_disabled_tests --gtest_filter=*TickCost*
// The figures are in docs/performance.md.

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

#include "tests/ui/charts/readings.h"
#include "ui/charts/chart_plot.h"
#include "ui/charts/live_chart.h"

namespace aurigraph::ui::test {
namespace {

TEST(LiveChart, DISABLED_TickCost) {
  constexpr qint64 kStart = Readings::kStart;
  for (const QSize size : {QSize(340, 230), QSize(1'000, 320)})
    for (const auto& range : TimeWindow::kRanges) {
      Readings readings;
      Chart spec = Readings::chart();
      spec.lines.append({.name = QStringLiteral("Third"), .ink = Ink::kSeries3});
      spec.lines.append({.name = QStringLiteral("Fourth"), .ink = Ink::kSeries4});
      LiveChart chart(spec, readings.time);
      chart.resize(size);
      chart.show();
      readings.time.setRange(range);
      const auto hear = [&](qint64 second) {
        const double wave = std::sin(static_cast<double>(second) / 9.0);
        if (second % 500 > 20) chart.put(second, {100 + 20 * wave, 60 + 9 * wave, 30 - 5 * wave, 8 + wave});
      };
      for (qint64 second = kStart - 3'600; second < kStart; ++second) hear(second);
      QImage paper(chart.plot().size(), QImage::Format_ARGB32_Premultiplied);
      std::vector<double> tick;
      std::vector<double> paint;
      for (int turn = 0; turn < 200; ++turn) {
        hear(kStart + turn * range.step);
        for (int more = 1; more < range.step; ++more) hear(kStart + turn * range.step + more);
        readings.at(kStart + (turn + 1) * range.step);
        QElapsedTimer timer;
        timer.start();
        chart.tick();
        tick.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        timer.restart();
        chart.plot().QWidget::render(&paper);
        paint.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
      }
      std::sort(tick.begin(), tick.end());
      std::sort(paint.begin(), paint.end());
      std::printf(
          "%4d x %3d, %4d s, %3d points x 4: tick %.2f / %.2f ms, repaint %.2f / %.2f ms (median / p99)\n",
          size.width(), size.height(), range.seconds, chart.shown().count, tick[100], tick[197], paint[100],
          paint[197]);
    }
}

}  // namespace
}  // namespace aurigraph::ui::test
