#include "ui/pages/overview/overview_page.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include "tests/ui/overview/busy_cluster.h"
#include "tests/ui/support/a11y.h"
#include "tests/ui/support/wait.h"
#include "ui/charts/chart_plot.h"
#include "ui/charts/live_chart.h"
#include "ui/models/node_model.h"

namespace aurigraph::ui::test {
namespace {

constexpr qint64 kNow = BusyCluster::kNow;

class OverviewTest : public testing::Test {
 protected:
  OverviewTest() {
    page.useClock([this] { return nowMs; });
    page.resize(1'080, 712);
    page.show();
  }
  ~OverviewTest() override { page.setConnection(nullptr); }

  void open(ClusterProfile::Mode mode = ClusterProfile::Mode::kRemote) {
    ClusterProfile profile = cluster.profile();
    profile.mode = mode;
    connection = std::make_unique<Connection>(profile, cluster.gateway.transport());
    page.setSeen(true);
    page.setConnection(connection.get());
    connection->open();
    ASSERT_TRUE(eventually([&] { return page.pane().state().kind == PaneState::Kind::kReady; }));
  }
  void signIn(const QJsonArray& permissions) {
    cluster.gateway.answer("GET", QStringLiteral("/auth/me"),
                           {{QStringLiteral("identity"), 4},
                            {QStringLiteral("name"), QStringLiteral("somebody")},
                            {QStringLiteral("roles"), QJsonArray()},
                            {QStringLiteral("permissions"), permissions}});
    ASSERT_TRUE(resultOf(connection->signIn(crypto::SigningKey::fromSeed({}))).has_value());
  }
  QString text(const char* name) {
    const auto* label = page.findChild<QLabel*>(QLatin1String(name));
    return label == nullptr ? QStringLiteral("(no label)")
                            : label->text().remove(QChar(0x2066)).remove(QChar(0x2069));
  }
  LiveChart& chart(const char* name) { return *page.findChild<LiveChart*>(QLatin1String(name)); }
  QPushButton& button(const char* name) { return *page.findChild<QPushButton*>(QLatin1String(name)); }
  qsizetype asked(const char* path) {
    qsizetype count = 0;
    for (const auto& request : cluster.gateway.requests())
      count += request.path.contains(QLatin1String(path));
    return count;
  }

  BusyCluster cluster;
  LocalStore store{QString()};
  qint64 nowMs = kNow * 1'000;
  std::unique_ptr<Connection> connection;
  OverviewPage page{PageContext{store}};
};

TEST_F(OverviewTest, SaysHowTheClusterDoesInWordsAndFigures) {
  open();
  EXPECT_TRUE(page.settled());
  EXPECT_TRUE(text("healthSentence").contains(QStringLiteral("Final within 11 ms.")));
  EXPECT_TRUE(text("healthMore").contains(QStringLiteral("validator-1 leads in term 4.")));
  EXPECT_EQ(text("blocksTileFigure"), QStringLiteral("1,204,551"));
  EXPECT_TRUE(text("blocksTileWords").contains(QStringLiteral("1,204,550")));
  EXPECT_EQ(text("finalityTileFigure"), QStringLiteral("3.1 ms"));
  EXPECT_TRUE(text("tpsTileWords").contains(clockText(kNow - 1))) << "a figure says of when it is";
  EXPECT_EQ(page.findChild<QTableView*>(QStringLiteral("nodeTable"))->model()->rowCount(), 6);
}

TEST_F(OverviewTest, AHoleInTheHistoryIsAGapInEveryChart) {
  open();
  for (const char* name : {"tpsChart", "finalityChart", "nodesChart"}) {
    chart(name).tick();
    const auto& gaps = chart(name).shown().gaps;
    ASSERT_EQ(gaps.size(), 1) << name;
    EXPECT_EQ(gaps[0].from, BusyCluster::kHoleFrom);
    EXPECT_EQ(gaps[0].to, BusyCluster::kHoleTo);
    EXPECT_EQ(chart(name).plot().pieces(0).size(), 2);
  }
}

TEST_F(OverviewTest, ASecondThatArrivesMovesFiguresAndCharts) {
  open();
  QJsonObject metric = BusyCluster::metric(kNow);
  metric[QStringLiteral("tps")] = 777;
  nowMs = (kNow + 1) * 1'000;
  ASSERT_TRUE(eventually([&] {
    cluster.gateway.push("metric", metric);
    return text("tpsTileFigure") == QStringLiteral("777");
  }));
  EXPECT_TRUE(text("tpsTileWords").contains(clockText(kNow)));
  chart("tpsChart").tick();
  const Shown& shown = chart("tpsChart").shown();
  EXPECT_EQ(shown.secondOf(shown.newestValue()), kNow);
}

TEST_F(OverviewTest, WhatNobodyMeasuredIsADashNotZero) {
  QJsonObject status = BusyCluster::status();
  status.remove(QStringLiteral("tps"));
  status.remove(QStringLiteral("finality_ms"));
  cluster.gateway.answer("GET", QStringLiteral("/query/status"), status);
  cluster.answerMetrics([](qint64) { return QJsonObject{{QStringLiteral("items"), QJsonArray()}}; });
  open();
  for (const char* name : {"tpsTileFigure", "finalityTileFigure", "reviewTileFigure"})
    EXPECT_EQ(text(name), QStringLiteral("—")) << name;
  for (const char* name : {"tpsTileWords", "finalityTileWords", "reviewTileWords"})
    EXPECT_FALSE(text(name).isEmpty()) << "why is said: " << name;
  EXPECT_FALSE(page.settled()) << "a picture of it would be of nothing";
}

TEST_F(OverviewTest, AGatewayWithoutHistoryIsDrawnFromNowOn) {
  cluster.answerMetrics(
      [](qint64) {
        return QJsonObject{{QStringLiteral("code"), QStringLiteral("route.unknown")},
                           {QStringLiteral("detail"), QStringLiteral("There is no such thing.")}};
      },
      404);
  open();
  EXPECT_TRUE(text("historyNote").contains(QStringLiteral("Earlier readings")));
  EXPECT_EQ(text("blocksTileFigure"), QStringLiteral("1,204,551"));
  ASSERT_TRUE(eventually([&] {
    cluster.gateway.push("metric", BusyCluster::metric(kNow - 1));
    return text("tpsTileFigure") != QStringLiteral("12,431");
  }));
}

TEST_F(OverviewTest, AnotherRangeAsksForItsHistory) {
  open();
  EXPECT_EQ(asked("metrics?seconds=300"), 1);
  page.findChild<QTabBar*>(QStringLiteral("chartRange"))->setCurrentIndex(3);
  EXPECT_TRUE(eventually([&] {
    chart("tpsChart").tick();
    return chart("tpsChart").shown().newestValue() > 550;
  }));
  EXPECT_EQ(asked("metrics?seconds=3600"), 1);
}

TEST_F(OverviewTest, AYoungClusterIsShownByTheMinute) {
  cluster.answerMetrics([](qint64) {
    return QJsonObject{{QStringLiteral("items"), BusyCluster::metrics(25)}};
  });
  open();
  auto* range = page.findChild<QTabBar*>(QStringLiteral("chartRange"));
  EXPECT_EQ(page.time().range().seconds, 60);
  EXPECT_EQ(range->currentIndex(), 0);
  range->setCurrentIndex(1);
  page.setSeen(false);
  page.setSeen(true);
  EXPECT_TRUE(eventually([&] { return asked("metrics") == 4; }));
  EXPECT_EQ(page.time().range().seconds, 300) << "what the person chose stays";
}

TEST_F(OverviewTest, AReadingOfASecondAgoIsNoLag) {
  QJsonObject status = BusyCluster::status();
  QJsonObject metric = BusyCluster::metric(kNow - 3);
  QJsonObject node = BusyCluster::node(2, "validator-2", "validator", "FOLLOWER", 44, 396,
                                       metric[QStringLiteral("height")].toInt(), 1'900);
  status[QStringLiteral("nodes")] = QJsonArray{BusyCluster::nodes()[0], node};
  cluster.gateway.answer("GET", QStringLiteral("/query/status"), status);
  open();
  const auto* model = page.findChild<QTableView*>(QStringLiteral("nodeTable"))->model();
  EXPECT_EQ(model->index(1, NodeModel::kBehind).data().toString(), QStringLiteral("Level"));
}

TEST_F(OverviewTest, NothingIsAskedWhileNobodyLooks) {
  open();
  page.setSeen(false);
  const auto before = asked("metrics");
  page.findChild<QTabBar*>(QStringLiteral("chartRange"))->setCurrentIndex(2);
  Q_EMIT connection->statusChanged(connection->status());
  EXPECT_EQ(asked("metrics"), before);
  page.setSeen(true);
  EXPECT_EQ(asked("metrics"), before + 1);
}

TEST_F(OverviewTest, ReviewersSeeWhatWaitsAndGetThere) {
  open();
  EXPECT_EQ(text("needsFirst"), QStringLiteral("Nobody is signed in"));
  EXPECT_FALSE(button("needsReview").isVisible());
  signIn({QStringLiteral("decide-review")});
  ASSERT_TRUE(eventually([&] { return text("needsFirst").startsWith(QLatin1Char('7')); }));
  EXPECT_TRUE(text("needsSecond").contains(QStringLiteral("2 late")));
  QSignalSpy elsewhere(&page, &Page::openElsewhere);
  ASSERT_TRUE(button("needsReview").isVisible());
  QTest::keyClick(&button("needsReview"), Qt::Key_Space);
  ASSERT_EQ(elsewhere.count(), 1);
  EXPECT_EQ(elsewhere[0], (QVariantList{QStringLiteral("page"), QStringLiteral("review")}));
  EXPECT_FALSE(button("needsIssue").isVisible()) << "nobody may do both";
}

TEST_F(OverviewTest, ACountThatMovesWhileItIsAskedForIsAskedForAgain) {
  open();
  signIn({QStringLiteral("decide-review")});
  ASSERT_TRUE(eventually([&] { return text("needsFirst").startsWith(QLatin1Char('7')); }));
  const auto before = asked("query/reviews");
  cluster.gateway.hold(true);
  for (int second = 0; second < 3; ++second) {
    QJsonObject metric = BusyCluster::metric(kNow + second);
    metric[QStringLiteral("stages")] = QJsonObject{{QStringLiteral("review"), 20 + second}};
    cluster.gateway.push("metric", metric);
    ASSERT_TRUE(eventually([&] { return text("reviewTileFigure") == QString::number(20 + second); }));
  }
  EXPECT_EQ(asked("query/reviews"), before + 1) << "one question at a time";
  cluster.gateway.hold(false);
  EXPECT_TRUE(eventually([&] { return asked("query/reviews") == before + 2; }));
}

TEST_F(OverviewTest, IssuersAreTakenToTheirWork) {
  open();
  signIn({QStringLiteral("issue-token")});
  ASSERT_TRUE(eventually([&] { return button("needsIssue").isVisible(); }));
  EXPECT_EQ(asked("query/reviews"), 0) << "they may not read them";
  QSignalSpy elsewhere(&page, &Page::openElsewhere);
  button("needsIssue").click();
  EXPECT_EQ(elsewhere.value(0).value(1).toString(), QStringLiteral("issuance"));
}

TEST_F(OverviewTest, FiguresOfAClusterInThisWindowSaySo) {
  open(ClusterProfile::Mode::kEmbedded);
  EXPECT_TRUE(page.findChild<QLabel*>(QStringLiteral("measuredAttached"))->isVisible());
  EXPECT_TRUE(text("measuredAttached").contains(QStringLiteral("window attached")));
}

TEST_F(OverviewTest, FiguresOfARemoteClusterDoNot) {
  open(ClusterProfile::Mode::kRemote);
  EXPECT_FALSE(page.findChild<QLabel*>(QStringLiteral("measuredAttached"))->isVisible());
}

TEST_F(OverviewTest, AnotherClusterStartsFromNothing) {
  open();
  page.setConnection(nullptr);
  EXPECT_EQ(text("tpsTileFigure"), QStringLiteral("—"));
  EXPECT_EQ(page.findChild<QTableView*>(QStringLiteral("nodeTable"))->model()->rowCount(), 0);
  chart("tpsChart").tick();
  EXPECT_EQ(chart("tpsChart").shown().newestValue(), -1);
}

TEST_F(OverviewTest, PauseButtonAndSpaceAreOne) {
  open();
  button("chartPause").click();
  EXPECT_TRUE(page.time().paused());
  EXPECT_TRUE(chart("nodesChart")
                  .findChild<QLabel*>(QStringLiteral("nodesWhen"))
                  ->text()
                  .contains(QStringLiteral("paused")));
  page.activateWindow();
  ASSERT_TRUE(QTest::qWaitForWindowActive(&page));
  QTest::keyClick(&chart("tpsChart").plot(), Qt::Key_Space);
  EXPECT_FALSE(button("chartPause").isChecked());
}

TEST_F(OverviewTest, EverythingHasANameAndTheKeyboardReachesAll) {
  open(ClusterProfile::Mode::kEmbedded);
  signIn({QStringLiteral("decide-review"), QStringLiteral("issue-token")});
  ASSERT_TRUE(eventually([&] { return button("needsIssue").isVisible(); }));
  for (const auto& finding : a11yFindings(page)) ADD_FAILURE() << finding;
}

}  // namespace
}  // namespace aurigraph::ui::test
