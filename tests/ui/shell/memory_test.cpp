// What the window keeps: theme, place, page.

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QtTest>
#include <cstdio>

#include "tests/ui/shell/window_world.h"
#include "ui/theme/theme.h"

namespace aurigraph::ui::test {
namespace {

/// How light a picture is on the whole, 0–255.
int lightnessOf(QWidget& widget) {
  const QImage small = widget.grab().toImage().scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
  return small.pixelColor(0, 0).lightness();
}

TEST_F(WindowTest, TheThemeChangesWithoutARestart) {
  enter();
  auto* dark = find<QAction>("darkAction");
  EXPECT_FALSE(dark->isChecked());
  qint64 longest = 0;
  for (const QString& page : pageNames()) {
    SCOPED_TRACE(page.toStdString());
    show(page);
    const int light = lightnessOf(*window);
    QElapsedTimer change;
    change.start();
    dark->trigger();
    longest = std::max(longest, change.elapsed());
    QApplication::processEvents();
    EXPECT_EQ(Theme::instance().kind(), Theme::Kind::kDark);
    EXPECT_TRUE(QSettings().value(QStringLiteral("dark")).toBool());
    EXPECT_GT(light, 180);
    EXPECT_LT(lightnessOf(*window), 80);
    EXPECT_TRUE(window->currentPage()->settled()) << "nothing is asked again, nothing flickers";
    dark->trigger();
    QApplication::processEvents();
    EXPECT_NEAR(lightnessOf(*window), light, 3) << "and back, as it was";
  }
  RecordProperty("theme_change_ms", static_cast<int>(longest));
  std::printf("Theme change: at most %lld ms\n", static_cast<long long>(longest));
}

TEST_F(WindowTest, WindowAndPageAreRemembered) {
  enter();
  window->resize(1'111, 777);
  show(QStringLiteral("review"));
  window->close();
  ASSERT_TRUE(eventually([&] { return !window->isVisible(); }));
  window = std::make_unique<MainWindow>(&host, store);
  window->show();
  EXPECT_EQ(window->size(), QSize(1'111, 777));
  window->connectTo(cluster.wholeProfile(), cluster.gateway.transport());
  ASSERT_TRUE(eventually([&] { return window->connection()->live(); }));
  EXPECT_EQ(window->currentPage()->name(), QStringLiteral("review"));
  EXPECT_TRUE(find<QAbstractButton>("rail_review")->isChecked());
}

TEST_F(WindowTest, APageThatIsNoMoreLeadsToTheFirst) {
  QSettings().setValue(QStringLiteral("page"), QStringLiteral("weather"));
  makeWindow();
  window->connectTo(cluster.wholeProfile(), cluster.gateway.transport());
  ASSERT_TRUE(eventually([&] { return window->connection()->live(); }));
  EXPECT_EQ(window->currentPage()->name(), QStringLiteral("overview"));
}

TEST_F(WindowTest, TheLastPersonIsSignedInAgainAndAnotherIsAKeyAway) {
  host.runs = true;
  host.names = {QStringLiteral("issuer"), QStringLiteral("reviewer")};
  QSettings().setValue(QStringLiteral("person"), QStringLiteral("issuer"));
  makeWindow();
  window->connectTo(cluster.wholeProfile(ClusterProfile::Mode::kEmbedded), cluster.gateway.transport());
  ASSERT_TRUE(eventually([&] { return window->connection()->identity().signedIn(); }));
  EXPECT_EQ(host.opened, QStringList{QStringLiteral("issuer")});
  window->signInAs(QStringLiteral("reviewer"));
  ASSERT_TRUE(eventually(
      [&] { return QSettings().value(QStringLiteral("person")).toString() == QStringLiteral("reviewer"); }));
}

}  // namespace
}  // namespace aurigraph::ui::test
