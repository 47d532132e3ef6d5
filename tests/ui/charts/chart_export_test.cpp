#include "ui/charts/chart_export.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "tests/ui/charts/readings.h"
#include "tests/ui/support/wait.h"
#include "ui/charts/live_chart.h"

namespace aurigraph::ui::test {
namespace {

constexpr qint64 kStart = Readings::kStart;

TEST(ChartExport, NoCellIsAFormula) {
  for (const char* bad : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"})
    EXPECT_TRUE(csvCell(QLatin1String(bad)).contains(QLatin1Char('\''))) << bad;
  EXPECT_EQ(csvCell(QStringLiteral("=HYPERLINK(\"x\",\"y\")")),
            QStringLiteral("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""));
  EXPECT_EQ(csvCell(QStringLiteral("Final")), QStringLiteral("Final"));
  EXPECT_EQ(csvCell(QStringLiteral("a, b")), QStringLiteral("\"a, b\""));
}

TEST(ChartExport, ATableHasWhatIsShownAndEmptyCellsWhereNothingWas) {
  Chart chart = Readings::chart();
  chart.lines[0].name = QStringLiteral("=Final");
  chart.lines[0].readings.put(kStart, 12.5);
  chart.lines[1].readings.put(kStart, std::nullopt);
  chart.lines[0].readings.put(kStart + 2, 0.0);
  chart.lines[1].readings.put(kStart + 2, 3.0);
  const QByteArray csv = csvOf(chart, shownOf(chart, kStart + 3, 3, 1));
  EXPECT_EQ(csv,
            "time,unix_seconds,'=Final,Refused\r\n"
            "2025-11-25T14:00:00Z,1764079200,12.5,\r\n"
            "2025-11-25T14:00:01Z,1764079201,,\r\n"
            "2025-11-25T14:00:02Z,1764079202,0,3\r\n");
}

class ChartFiles : public testing::Test {
 protected:
  ChartFiles() {
    chart.resize(500, 300);
    chart.show();
    for (qint64 second = kStart; second < kStart + 300; ++second) chart.put(second, {1.0, 2.0});
    readings.at(kStart + 300);
    chart.tick();
    chart.setAskFile([this](QWidget*, const QString& suggested, const QString&, auto then) {
      asked = suggested;
      then(path(suggested));
    });
  }
  [[nodiscard]] QString path(const QString& name) const { return folder.filePath(prefix + name); }

  QTemporaryDir folder;
  QString prefix;
  QString asked;
  Readings readings;
  LiveChart chart{Readings::chart(), readings.time};
  QSignalSpy said{&chart, &LiveChart::said};
};

TEST_F(ChartFiles, ArePictureAndTable) {
  chart.exportPicture();
  EXPECT_EQ(asked, QStringLiteral("rate.png"));
  ASSERT_TRUE(eventually([&] { return said.count() == 1; }));
  const QImage picture(path(asked));
  EXPECT_GT(picture.width(), 600) << "sharp on paper";
  chart.exportTable();
  ASSERT_TRUE(eventually([&] { return said.count() == 2; }));
  QFile file(path(QStringLiteral("rate.csv")));
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  EXPECT_EQ(file.readAll(), csvOf(chart.chart(), chart.shown()));
  EXPECT_TRUE(said.last()[0].toString().contains(QStringLiteral("rate.csv")));
}

TEST_F(ChartFiles, ADiskThatRefusesIsSaid) {
  prefix = QStringLiteral("no/such/folder/");
  chart.exportTable();
  ASSERT_TRUE(eventually([&] { return said.count() == 1; }));
  EXPECT_TRUE(said[0][0].toString().contains(QStringLiteral("could not be written")));
}

}  // namespace
}  // namespace aurigraph::ui::test
