// What the page looks like, compared bit by bit.

#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>
#include <QLocale>

#include "tests/ui/overview/busy_cluster.h"
#include "tests/ui/support/picture.h"
#include "tests/ui/support/wait.h"
#include "ui/pages/overview/overview_page.h"
#include "ui/theme/theme.h"

namespace aurigraph::ui::test {
namespace {

constexpr QSize kSmall(1'080, 712);  // of a window of 1280 × 800
constexpr QSize kLarge(1'400, 912);  // of a window of 1600 × 1000

class OverviewPicture : public testing::Test {
 protected:
  ~OverviewPicture() override {
    Theme::instance().apply(Theme::Kind::kLight);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QApplication::setLayoutDirection(Qt::LeftToRight);
  }

  QImage picture(QSize size) {
    LocalStore store{QString()};
    ClusterProfile profile = cluster.profile();
    profile.mode = ClusterProfile::Mode::kEmbedded;
    Connection connection(profile, cluster.gateway.transport());
    OverviewPage page(PageContext{store});
    page.useClock([] { return BusyCluster::kNow * 1'000; });
    page.setSeen(true);
    page.setConnection(&connection);
    connection.open();
    EXPECT_TRUE(eventually([&] { return page.settled(); }));
    EXPECT_TRUE(resultOf(connection.signIn(crypto::SigningKey::fromSeed({}))).has_value());
    const auto* needs = page.findChild<QLabel*>(QStringLiteral("needsFirst"));
    EXPECT_TRUE(eventually([&] { return page.settled() && needs->text().startsWith(QLatin1Char('7')); }));
    const QImage image = pictureOf(page, size);
    page.setConnection(nullptr);
    return image;
  }

  BusyCluster cluster;
};

TEST_F(OverviewPicture, OfABusyClusterLight) {
  EXPECT_TRUE(looksLike(picture(kSmall), QStringLiteral("overview-light")));
}

TEST_F(OverviewPicture, OfABusyClusterDark) {
  Theme::instance().apply(Theme::Kind::kDark);
  EXPECT_TRUE(looksLike(picture(kSmall), QStringLiteral("overview-dark")));
}

TEST_F(OverviewPicture, FromRightToLeft) {
  QApplication::setLayoutDirection(Qt::RightToLeft);
  QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
  EXPECT_TRUE(looksLike(picture(kSmall), QStringLiteral("overview-rtl")));
}

TEST_F(OverviewPicture, OfAClusterInTrouble) {
  QJsonObject status = BusyCluster::status();
  QJsonArray nodes = BusyCluster::nodes();
  nodes[2] = QJsonObject{{QStringLiteral("id"), 3},
                         {QStringLiteral("name"), QStringLiteral("validator-3")},
                         {QStringLiteral("kind"), QStringLiteral("validator")},
                         {QStringLiteral("healthy"), false},
                         {QStringLiteral("detail"), QString()}};
  QJsonObject silent = BusyCluster::node(6, "slim-1", "slim", "", 18, 188, 0, 14'000);
  silent.remove(QStringLiteral("cpu_percent"));
  nodes[5] = silent;
  status[QStringLiteral("nodes")] = nodes;
  cluster.gateway.answer("GET", QStringLiteral("/query/status"), status);
  EXPECT_TRUE(looksLike(picture(kSmall), QStringLiteral("overview-trouble")));
}

}  // namespace
}  // namespace aurigraph::ui::test
