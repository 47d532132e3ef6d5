// What a person finds before there is a cluster.

#include <QLineEdit>
#include <QProgressBar>

#include "tests/ui/shell/window_world.h"

namespace aurigraph::ui::test {
namespace {

struct StartTest : WindowTest {
  [[nodiscard]] QString startWords() const { return wordsIn(*window->startPage()); }
  [[nodiscard]] bool offersChoices() const { return find("chooseStart")->isVisible(); }
};

TEST_F(StartTest, FirstChoiceStartsNothingByItself) {
  makeWindow();
  QTest::qWait(0);
  EXPECT_TRUE(offersChoices());
  EXPECT_TRUE(find("chooseTraining")->isVisible());
  EXPECT_TRUE(find("chooseConnect")->isVisible());
  press("chooseStart");
  EXPECT_TRUE(find("startGo")->isVisible());
  press("startBack");
  press("chooseConnect");
  press("connectBack");
  EXPECT_TRUE(offersChoices());
  EXPECT_TRUE(host.started.isEmpty());
  EXPECT_EQ(window->connection(), nullptr);
  EXPECT_TRUE(cluster.gateway.requests().isEmpty());
  press("chooseStart");
  press("startGo");
  ASSERT_EQ(host.started.size(), 1);
  EXPECT_EQ(host.started[0].validators, 3);
  EXPECT_FALSE(host.started[0].training);
  EXPECT_FALSE(host.started[0].folder.isEmpty()) << "its data is kept unless somebody says otherwise";
}

TEST_F(StartTest, StagesOfAStartAreShownAndCancelled) {
  makeWindow();
  press("chooseTraining");
  ASSERT_EQ(host.started.size(), 1);
  EXPECT_TRUE(host.started[0].training);
  Q_EMIT host.stage({QStringLiteral("Starting the nodes"), 2, 5});
  Q_EMIT host.stage({QStringLiteral("Electing a leader"), 3, 5});
  QTest::qWait(0);
  EXPECT_TRUE(startWords().contains(QStringLiteral("\u2713  Starting the nodes"))) << "done is marked";
  EXPECT_TRUE(startWords().contains(QStringLiteral("\u2022  Electing a leader")));
  auto* bar = find<QProgressBar>("startProgress");
  EXPECT_EQ(bar->value(), 3);
  EXPECT_EQ(bar->maximum(), 5);
  press("cancelStart");
  EXPECT_EQ(host.cancelled, 1);
  EXPECT_FALSE(find("cancelStart")->isEnabled()) << "once is enough";
  Q_EMIT host.failed({QStringLiteral("cluster.cancelled"), QStringLiteral("The start was cancelled."),
                      QStringLiteral("Start it again whenever you like."), 0, 0});
  EXPECT_TRUE(offersChoices());
  EXPECT_TRUE(startWords().contains(QStringLiteral("The start was cancelled. Start it again")));
  EXPECT_TRUE(startWords().contains(QStringLiteral("cluster.cancelled")));
  // Again: the old stages and the old failure are gone.
  press("chooseTraining");
  EXPECT_EQ(host.started.size(), 2);
  EXPECT_TRUE(find("cancelStart")->isEnabled());
  EXPECT_FALSE(startWords().contains(QStringLiteral("Electing a leader")));
}

TEST_F(StartTest, CancellingWhenTheClusterAlreadyRunsStopsItToo) {
  makeWindow();
  press("chooseTraining");
  host.runs = true;
  cluster.gateway.hold(true);
  window->connectTo(cluster.wholeProfile(ClusterProfile::Mode::kTraining), cluster.gateway.transport());
  press("cancelStart");
  EXPECT_EQ(host.stops, 1);
  EXPECT_EQ(window->connection(), nullptr);
  EXPECT_TRUE(offersChoices());
  cluster.gateway.hold(false);
}

TEST_F(StartTest, ConnectingToAnotherClusterIsRefusedInWords) {
  makeWindow();
  ClusterProfile other = cluster.wholeProfile();
  other.genesis = QString(64, QLatin1Char('7'));
  window->connectTo(other, cluster.gateway.transport());
  ASSERT_TRUE(eventually([&] { return offersChoices(); }));
  EXPECT_TRUE(startWords().contains(QStringLiteral("This is another cluster")));
  EXPECT_TRUE(startWords().contains(QStringLiteral("Compare the digest")));
  EXPECT_TRUE(startWords().contains(QStringLiteral("client.other_genesis")));
  EXPECT_EQ(window->connection(), nullptr);
  for (const auto& request : cluster.gateway.requests())
    EXPECT_FALSE(request.path.contains(QLatin1String("/query/status"))) << "nothing of another is asked";
}

TEST_F(StartTest, AnUnreachableGatewayAtFirstLeadsBackToTheChoices) {
  makeWindow();
  cluster.gateway.fail(HttpAnswer::Failure::kUnreachable);
  window->connectTo(cluster.wholeProfile(), cluster.gateway.transport());
  ASSERT_TRUE(eventually([&] { return offersChoices(); }));
  EXPECT_TRUE(startWords().contains(QStringLiteral("No gateway answers at this address.")));
  EXPECT_TRUE(startWords().contains(QStringLiteral("client.unreachable")));
  EXPECT_EQ(window->connection(), nullptr);
  // And from there it works again.
  cluster.gateway.fail(HttpAnswer::Failure::kNone);
  enter();
  EXPECT_FALSE(window->startPage()->isVisible());
}

TEST_F(StartTest, AProofFileOpenedWhileConnectingDoesNotKeepThePagesFromTheCluster) {
  makeWindow();
  cluster.gateway.hold(true);
  window->connectTo(cluster.wholeProfile(), cluster.gateway.transport());
  Q_EMIT window->page(QStringLiteral("overview"))->openElsewhere(QStringLiteral("proof"), {});
  cluster.gateway.hold(false);
  ASSERT_TRUE(eventually([&] { return window->connection()->live(); }));
  show(QStringLiteral("overview"));
}

TEST_F(StartTest, AStrangeAnswerOfTheFormIsRefusedBesideIt) {
  makeWindow();
  press("chooseConnect");
  press("connectGo");
  EXPECT_TRUE(text("connectProblem").contains(QStringLiteral("address")));
  find<QLineEdit>("address")->setText(QStringLiteral("cluster.example.org:8443"));
  press("connectGo");
  EXPECT_TRUE(text("connectProblem").contains(QStringLiteral("certificate")));
  EXPECT_TRUE(find("connectProblem")->isVisible());
  EXPECT_EQ(window->connection(), nullptr);
}

}  // namespace
}  // namespace aurigraph::ui::test
