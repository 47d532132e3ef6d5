// What the page looks like, for eyes: BUILD/pictures/overview-*.png.

#include <gtest/gtest.h>

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QLocale>

#include "tests/ui/overview/busy_cluster.h"
#include "tests/ui/support/wait.h"
#include "ui/pages/overview/overview_page.h"
#include "ui/theme/theme.h"

namespace aurigraph::ui::test {
namespace {

QImage pictureOf(BusyCluster& cluster, QSize size, Connection::Mode mode = Connection::Mode::kEmbedded) {
  LocalStore store{QString()};
  Connection connection = cluster.connection();
  connection.mode = mode;
  Session session(connection, cluster.gateway.transport());
  OverviewPage page(PageContext{store});
  page.useClock([] { return BusyCluster::kNow * 1'000; });
  page.resize(size);
  page.show();
  page.setSeen(true);
  page.setSession(&session);
  session.open();
  EXPECT_TRUE(eventually([&] { return page.settled(); }));
  const auto signedIn = resultOf(session.signIn(crypto::SigningKey::fromSeed({})));
  EXPECT_TRUE(eventually([&] { return page.settled(); }));
  QApplication::processEvents();
  const QImage image = page.grab().toImage();
  page.setSession(nullptr);
  return image;
}

void save(const QImage& image, const char* name) {
  QDir().mkpath(QStringLiteral(AURIGRAPH_BINARY_DIR "/pictures"));
  EXPECT_TRUE(
      image.save(QStringLiteral(AURIGRAPH_BINARY_DIR "/pictures/overview-%1.png").arg(QLatin1String(name))));
}

TEST(OverviewPictures, LightDarkAndRightToLeft) {
  BusyCluster cluster;
  save(pictureOf(cluster, {1080, 712}), "light");
  save(pictureOf(cluster, {1400, 912}), "light-wide");
  save(pictureOf(cluster, {560, 1800}), "light-narrow");
  Theme::instance().apply(Theme::Kind::kDark);
  save(pictureOf(cluster, {1080, 712}), "dark");
  Theme::instance().apply(Theme::Kind::kLight);
  QApplication::setLayoutDirection(Qt::RightToLeft);
  QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
  save(pictureOf(cluster, {1080, 712}), "rtl");
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  QApplication::setLayoutDirection(Qt::LeftToRight);
}

}  // namespace
}  // namespace aurigraph::ui::test
