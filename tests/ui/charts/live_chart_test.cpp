#include "ui/charts/live_chart.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineSeries>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/charts/readings.h"
#include "tests/ui/support/wait.h"
#include "ui/charts/chart_plot.h"
#include "ui/charts/chart_table.h"

namespace aurigraph::ui::test {
namespace {

constexpr qint64 kStart = Readings::kStart;

class LiveChartTest : public testing::Test {
 protected:
  LiveChartTest() {
    chart.resize(500, 300);
    chart.show();
    (void)QTest::qWaitForWindowExposed(&chart);
  }
  /// Readings of [from, to), and the clock at `to`.
  void hear(qint64 from, qint64 to) {
    for (qint64 second = from; second < to; ++second)
      chart.put(second, {static_cast<double>(100 + second % 7), static_cast<double>(second % 3)});
    readings.at(to);
    chart.tick();
  }
  QWidget* focusPlot() {
    chart.activateWindow();
    (void)QTest::qWaitForWindowActive(&chart);
    chart.plot().setFocus();
    return &chart.plot();
  }
  QString text(const char* name) { return chart.findChild<QLabel*>(QLatin1String(name))->text(); }

  Readings readings;
  LiveChart chart{Readings::chart(), readings.time};
};

TEST_F(LiveChartTest, AGapIsNeverBridged) {
  hear(kStart, kStart + 100);
  hear(kStart + 110, kStart + 200);
  for (qsizetype line = 0; line < 2; ++line) {
    const auto pieces = chart.plot().pieces(line);
    ASSERT_EQ(pieces.size(), 2);
    qsizetype points = 0;
    for (const QLineSeries* piece : pieces) {
      points += piece->count();
      for (int i = 1; i < piece->count(); ++i)
        ASSERT_EQ(piece->at(i).x() - piece->at(i - 1).x(), 1) << "a line over seconds nobody measured";
    }
    EXPECT_EQ(points, 190);
  }
}

TEST_F(LiveChartTest, AGapIsDrawnAndNamed) {
  hear(kStart, kStart + 100);
  hear(kStart + 110, kStart + 200);
  QList<Gap> between;
  for (const Gap& gap : chart.shown().gaps)
    if (gap.kind == Gap::Kind::kBetween) between.append(gap);
  ASSERT_EQ(between.size(), 1);
  EXPECT_EQ(between[0].from, kStart + 100);
  EXPECT_EQ(between[0].to, kStart + 110);
  EXPECT_EQ(gapText(between[0]),
            QStringLiteral("no data %1–%2").arg(clockText(kStart + 100), clockText(kStart + 110)));
  EXPECT_TRUE(chart.plot().accessibleDescription().contains(QStringLiteral("without data")));
}

TEST_F(LiveChartTest, SecondsThatAreStillOnTheirWayAreNoGap) {
  hear(kStart, kStart + 300);
  readings.at(kStart + 300 + 2);
  chart.tick();
  EXPECT_TRUE(chart.shown().gaps.isEmpty());
  readings.at(kStart + 300 + 20);
  chart.tick();
  ASSERT_FALSE(chart.shown().gaps.isEmpty());
  EXPECT_EQ(chart.shown().gaps.last().kind, Gap::Kind::kSince);
  EXPECT_EQ(chart.shown().gaps.last().from, kStart + 300);
}

TEST_F(LiveChartTest, ASecondAloneIsADotAndATornLineIsDots) {
  chart.put(kStart + 10, {5.0, 5.0});
  for (int i = 20; i < 30; ++i) chart.put(kStart + i, {5.0, 5.0});
  readings.at(kStart + 30);
  chart.tick();
  auto pieces = chart.plot().pieces(0);
  ASSERT_EQ(pieces.size(), 2);
  EXPECT_TRUE(pieces[0]->pointsVisible());
  EXPECT_EQ(pieces[0]->count(), 1);
  for (int i = 40; i < 280; ++i)
    if (i % 3 != 0) chart.put(kStart + i, {5.0, 5.0});
  readings.at(kStart + 280);
  chart.tick();
  pieces = chart.plot().pieces(0);
  ASSERT_EQ(pieces.size(), 1) << "eighty lines of two points would cost more than they say";
  EXPECT_TRUE(pieces[0]->pointsVisible());
  EXPECT_EQ(pieces[0]->pen().style(), Qt::NoPen);
}

TEST_F(LiveChartTest, OneReplacePerTick) {
  hear(kStart, kStart + 300);
  const auto pieces = chart.plot().pieces(0);
  ASSERT_EQ(pieces.size(), 1);
  QSignalSpy replaced(pieces[0], &QXYSeries::pointsReplaced);
  QSignalSpy added(pieces[0], &QXYSeries::pointAdded);
  QSignalSpy one(pieces[0], &QXYSeries::pointReplaced);
  hear(kStart + 300, kStart + 305);
  EXPECT_EQ(replaced.count(), 1);
  EXPECT_EQ(added.count() + one.count(), 0) << "single points cost a hundred times as much";
}

TEST_F(LiveChartTest, ATickThatMovesNothingDrawsNothing) {
  hear(kStart, kStart + 300);
  QSignalSpy replaced(chart.plot().pieces(0)[0], &QXYSeries::pointsReplaced);
  readings.nowMs += 20;  // a fiftieth of a pixel
  chart.tick();
  EXPECT_EQ(replaced.count(), 0);
}

TEST_F(LiveChartTest, NothingIsDrawnWhileHidden) {
  hear(kStart, kStart + 300);
  QSignalSpy replaced(chart.plot().pieces(0)[0], &QXYSeries::pointsReplaced);
  chart.hide();
  hear(kStart + 300, kStart + 320);
  EXPECT_EQ(replaced.count(), 0);
  EXPECT_EQ(chart.shown().end, static_cast<double>(kStart + 300));
  chart.show();
  EXPECT_EQ(replaced.count(), 1) << "what was heard meanwhile is there at once";
  EXPECT_EQ(chart.shown().secondOf(chart.shown().newestValue()), kStart + 319);
}

TEST_F(LiveChartTest, NoMorePointsThanAScreenCanShow) {
  for (const auto& range : TimeWindow::kRanges) {
    readings.time.setRange(range);
    hear(kStart, kStart + 3'600);
    EXPECT_LE(chart.shown().count, Shown::kMaxPoints);
    EXPECT_GE(chart.shown().count, range.seconds / range.step - 2);
    EXPECT_EQ(chart.shown().from % range.step, 0) << "a point must not change while it moves";
  }
}

TEST_F(LiveChartTest, PauseKeepsTheTimeInView) {
  hear(kStart, kStart + 300);
  QTest::keyClick(focusPlot(), Qt::Key_Space);
  ASSERT_TRUE(readings.time.paused());
  const Shown before = chart.shown();
  hear(kStart + 300, kStart + 900);
  EXPECT_EQ(chart.shown().from, before.from);
  EXPECT_EQ(chart.shown().end, before.end);
  EXPECT_EQ(text("rateWhen"), QStringLiteral("paused since %1").arg(clockText(kStart + 300)));
  // Another range while paused: still that moment.
  readings.time.setRange(TimeWindow::kRanges[2]);
  EXPECT_EQ(chart.shown().end, before.end);
  readings.time.setRange(TimeWindow::kRanges[TimeWindow::kUsual]);
  QTest::keyClick(&chart.plot(), Qt::Key_Space);
  EXPECT_EQ(chart.shown().secondOf(chart.shown().newestValue()), kStart + 899)
      << "nothing heard meanwhile is lost";
}

TEST_F(LiveChartTest, APauseOfHoursLosesNothingOfWhatIsInView) {
  hear(kStart, kStart + 300);
  readings.time.setPaused(true);
  hear(kStart + 300, kStart + 300 + 2 * RingSeries::kSeconds);
  readings.time.setRange(TimeWindow::kRanges[2]);
  readings.time.setRange(TimeWindow::kRanges[TimeWindow::kUsual]);
  EXPECT_EQ(chart.shown().secondOf(chart.shown().newestValue()), kStart + 299);
  EXPECT_TRUE(chart.shown().gaps.isEmpty());
}

TEST_F(LiveChartTest, KeyboardMovesTheCrosshair) {
  hear(kStart, kStart + 300);
  QWidget* plot = focusPlot();
  QTest::keyClick(plot, Qt::Key_Left);
  ASSERT_EQ(readings.time.cursor(), kStart + 299) << "it begins at the newest value";
  QTest::keyClick(plot, Qt::Key_Left);
  EXPECT_EQ(readings.time.cursor(), kStart + 298);
  QTest::keyClick(plot, Qt::Key_Left, Qt::ShiftModifier);
  EXPECT_EQ(readings.time.cursor(), kStart + 288);
  QTest::keyClick(plot, Qt::Key_Right);
  EXPECT_EQ(readings.time.cursor(), kStart + 289);
  EXPECT_EQ(text("rateWhen"), clockText(kStart + 289));
  const QString value = QStringLiteral("%1 /s").arg(100 + (kStart + 289) % 7);
  EXPECT_TRUE(text("rateValue0").contains(value)) << text("rateValue0").toStdString();
  EXPECT_TRUE(chart.plot().accessibleDescription().contains(value));
  QTest::keyClick(plot, Qt::Key_Home);
  EXPECT_EQ(readings.time.cursor(), chart.shown().from);
  QTest::keyClick(plot, Qt::Key_Left);
  EXPECT_EQ(readings.time.cursor(), chart.shown().from) << "it stays inside";
  QTest::keyClick(plot, Qt::Key_Escape);
  EXPECT_FALSE(readings.time.cursor().has_value());
}

TEST_F(LiveChartTest, MouseMovesTheCrosshair) {
  hear(kStart, kStart + 300);
  QTest::mouseMove(chart.plot().viewport(), {200, 60});
  ASSERT_TRUE(readings.time.cursor().has_value());
  const qint64 first = *readings.time.cursor();
  QTest::mouseMove(chart.plot().viewport(), {260, 60});
  EXPECT_GT(*readings.time.cursor(), first);
  QTest::mouseMove(chart.plot().viewport(), {1, 60});
  EXPECT_FALSE(readings.time.cursor().has_value()) << "beside the lines there is no moment";
}

TEST_F(LiveChartTest, TheCrosshairOfOneChartIsThatOfAll) {
  LiveChart other(Readings::chart(), readings.time);
  other.resize(500, 300);
  other.show();
  for (qint64 second = kStart; second < kStart + 300; ++second) other.put(second, {7.0, 1.0});
  hear(kStart, kStart + 300);
  other.tick();
  QTest::keyClick(focusPlot(), Qt::Key_Left);
  EXPECT_EQ(other.findChild<QLabel*>(QStringLiteral("rateWhen"))->text(), clockText(kStart + 299));
  EXPECT_TRUE(
      other.findChild<QLabel*>(QStringLiteral("rateValue0"))->text().contains(QStringLiteral("7 /s")));
}

TEST_F(LiveChartTest, TheChartsTableSaysWhatTheChartShows) {
  hear(kStart, kStart + 100);
  hear(kStart + 110, kStart + 300);
  QTest::keyClick(focusPlot(), Qt::Key_T, Qt::ControlModifier);
  ASSERT_TRUE(chart.showsTable());
  auto* view = chart.findChild<QTableView*>(QStringLiteral("rateTable"));
  ASSERT_TRUE(view->isVisible());
  EXPECT_TRUE(view->hasFocus()) << "who came by keyboard goes on there";
  const QAbstractItemModel* model = view->model();
  ASSERT_EQ(model->rowCount(), chart.shown().count);
  QHash<QString, QString> rows;
  for (int row = 0; row < model->rowCount(); ++row)
    rows.insert(model->index(row, 0).data().toString(), model->index(row, 1).data().toString());
  for (const QLineSeries* piece : chart.plot().pieces(0))
    for (const QPointF& point : piece->points()) {
      const auto second = static_cast<qint64>(std::floor(point.x() + chart.shown().begin));
      EXPECT_EQ(rows[clockText(second)], QStringLiteral("%1 /s").arg(point.y()));
    }
  EXPECT_EQ(rows[clockText(kStart + 105)], QStringLiteral("— (no data)"));
  QTest::keyClick(view, Qt::Key_T, Qt::ControlModifier);
  EXPECT_FALSE(chart.showsTable());
  EXPECT_TRUE(chart.plot().hasFocus());
}

TEST_F(LiveChartTest, TheNewestValuesAreSaidInWords) {
  hear(kStart, kStart + 300);
  const auto* spoken = QAccessible::queryAccessibleInterface(&chart.plot());
  EXPECT_EQ(spoken->text(QAccessible::Name), QStringLiteral("Rate"));
  EXPECT_EQ(spoken->text(QAccessible::Description), QStringLiteral("At %1: Final: %2 /s; Refused: %3 /s.")
                                                        .arg(clockText(kStart + 299))
                                                        .arg(100 + (kStart + 299) % 7)
                                                        .arg((kStart + 299) % 3));
}

TEST_F(LiveChartTest, TheLegendGrowsWithItsValues) {
  hear(kStart, kStart + 10);
  for (int i = 10; i < 20; ++i) chart.put(kStart + i, {123'456'789.0, 987'654.0});
  readings.at(kStart + 20);
  chart.tick();
  for (const char* name : {"rateValue0", "rateValue1"}) {
    const auto* value = chart.findChild<QLabel*>(QLatin1String(name));
    EXPECT_TRUE(eventually([&] { return value->width() >= value->sizeHint().width(); })) << name;
  }
}

TEST_F(LiveChartTest, AnEmptyChartSaysSo) {
  readings.at(kStart + 10);
  chart.tick();
  EXPECT_EQ(text("rateValue0").remove(QChar(0x2066)).remove(QChar(0x2069)), QStringLiteral("—"));
  EXPECT_EQ(chart.plot().accessibleDescription(), QStringLiteral("No values in the time shown."));
}

TEST(LiveChart, TimeRunsFromLeftToRightInEveryLanguage) {
  QApplication::setLayoutDirection(Qt::RightToLeft);
  Readings readings;
  LiveChart chart(Readings::chart(), readings.time);
  chart.resize(500, 300);
  chart.show();
  for (qint64 second = kStart; second < kStart + 300; ++second) chart.put(second, {1.0, 1.0});
  readings.at(kStart + 300);
  chart.tick();
  QTest::mouseMove(chart.plot().viewport(), {200, 60});
  const auto left = readings.time.cursor();
  QTest::mouseMove(chart.plot().viewport(), {300, 60});
  const Qt::LayoutDirection direction = chart.plot().layoutDirection();
  QApplication::setLayoutDirection(Qt::LeftToRight);
  ASSERT_TRUE(left && readings.time.cursor());
  EXPECT_GT(*readings.time.cursor(), *left);
  EXPECT_EQ(direction, Qt::LeftToRight);
}

TEST(LiveChart, EverySeriesIsToldApartWithoutColour) {
  const Chart chart = Readings::chart();
  QList<QList<qreal>> patterns;
  for (qsizetype line = 0; line < Chart::kMaxLines; ++line) {
    const QList<qreal> pattern = penOf(chart.lines[0], line).dashPattern();
    EXPECT_FALSE(patterns.contains(pattern)) << line;
    patterns.append(pattern);
  }
}

}  // namespace
}  // namespace aurigraph::ui::test
