// The connection, as every page and the header tell of it.

#include <QtTest>

#include "tests/ui/shell/window_world.h"

namespace aurigraph::ui::test {
namespace {

struct LinkTest : WindowTest {
  [[nodiscard]] QWidget* band() const {
    return window->currentPage()->pane().findChild<QWidget*>(QStringLiteral("stateBand"));
  }
  void answer403(const QString& path) {
    cluster.gateway.handle("GET", path, [](const HttpRequest&) {
      HttpAnswer answer;
      answer.status = 403;
      answer.contentType = "application/problem+json";
      answer.body = R"({"code":"permission.missing","detail":"Only reviewers see this.",)"
                    R"("remedy":"Ask an administrator for the role reviewer."})";
      return answer;
    });
  }
};

TEST_F(LinkTest, ALostConnectionIsSaidOnEveryPageAndHeals) {
  enter();
  for (const QString& page : pageNames()) show(page);
  cluster.gateway.fail(HttpAnswer::Failure::kUnreachable);
  ASSERT_TRUE(eventually([&] { return window->connection()->link().state == Link::State::kReconnecting; }));
  EXPECT_EQ(text("healthChip"), QStringLiteral("Connection lost"));
  EXPECT_TRUE(text("linkSentence").contains(QStringLiteral("No connection since ")));
  EXPECT_TRUE(text("linkSentence").contains(QStringLiteral("next try in ")));
  for (const QString& page : pageNames()) {
    SCOPED_TRACE(page.toStdString());
    window->showPage(page);
    const StatePane& pane = window->currentPage()->pane();
    EXPECT_TRUE(pane.content()->isVisible()) << "what was there stays";
    ASSERT_TRUE(band()->isVisible());
    const QString words = wordsIn(*band());
    EXPECT_TRUE(words.contains(QStringLiteral("What you see is from then."))) << words.toStdString();
    EXPECT_TRUE(words.contains(QStringLiteral("Trying again at "))) << words.toStdString();
  }
  cluster.gateway.fail(HttpAnswer::Failure::kNone);
  ASSERT_TRUE(eventually([&] { return window->connection()->live(); }));
  for (const QString& page : pageNames()) {
    SCOPED_TRACE(page.toStdString());
    show(page);
    EXPECT_FALSE(band()->isVisible());
  }
  EXPECT_TRUE(text("healthChip").contains(QStringLiteral("healthy")));
  EXPECT_FALSE(text("linkSentence").contains(QStringLiteral("No connection")));
  EXPECT_TRUE(window->connection()->identity().signedIn()) << "nobody has to sign in again";
}

TEST_F(LinkTest, APageFirstSeenWithoutConnectionSaysSoAndFillsByItself) {
  enter();
  cluster.gateway.fail(HttpAnswer::Failure::kUnreachable);
  ASSERT_TRUE(eventually([&] { return window->connection()->link().state == Link::State::kReconnecting; }));
  for (const QString& page : pageNames()) {
    if (page == QLatin1String("overview")) continue;  // Seen before.
    SCOPED_TRACE(page.toStdString());
    window->showPage(page);
    EXPECT_TRUE(eventually([&] {
      return wordsIn(*window->currentPage())
          .contains(QStringLiteral("There is no connection to the cluster."));
    })) << wordsIn(*window->currentPage()).left(300).toStdString();
  }
  cluster.gateway.fail(HttpAnswer::Failure::kNone);
  for (const QString& page : pageNames()) show(page);
}

TEST_F(LinkTest, RolesThatMayNotSeeAreToldWhoMay) {
  enter();
  for (const auto& [page, path] : {std::pair{"workflow", "/query/pipeline"},
                                   {"review", "/query/reviews"},
                                   {"assets", "/query/assets"}}) {
    SCOPED_TRACE(page);
    answer403(QLatin1String(path));
    window->showPage(QLatin1String(page));
    const StatePane& pane = window->currentPage()->pane();
    ASSERT_TRUE(eventually([&] { return pane.state().kind == PaneState::Kind::kForbidden; }));
    const QString words = wordsIn(pane);
    EXPECT_TRUE(words.contains(QStringLiteral("This is not shown to you."))) << words.toStdString();
    EXPECT_TRUE(words.contains(QStringLiteral("Only reviewers see this."))) << words.toStdString();
    EXPECT_TRUE(words.contains(QStringLiteral("Ask an administrator"))) << words.toStdString();
  }
}

}  // namespace
}  // namespace aurigraph::ui::test
