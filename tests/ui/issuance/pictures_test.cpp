// What the page and each step look like, for eyes: BUILD/pictures/issuance-*.png.

#include "tests/ui/issuance/page_world.h"
// After the world, for the order of its includes.
#include <QDir>
#include <QImage>
#include <QLocale>
#include <utility>

#include "ui/theme/theme.h"
#include "ui/wizard/view/approve_view.h"

namespace aurigraph::ui {
namespace {

using issuance::Step;
using issuance::TrackerState;

/// Layouts settle in several turns of the event loop: the picture is taken when a turn changes it no more.
QImage settledPicture(PageWorld& world) {
  QImage last;
  EXPECT_TRUE(eventually([&] {
    const QImage before = std::exchange(last, world.page.grab().toImage());
    return last == before;
  })) << "it never stands still";
  return last;
}

void save(PageWorld& world, const QString& name) {
  QDir().mkpath(QStringLiteral(AURIGRAPH_BINARY_DIR "/pictures"));
  const QImage image = settledPicture(world);
  EXPECT_FALSE(image.isNull());
  EXPECT_TRUE(image.save(QStringLiteral(AURIGRAPH_BINARY_DIR "/pictures/issuance-%1.png").arg(name)));
}

/// The whole way with a picture of each step.
void walk(const QString& suffix, const char* start) {
  IssuingCluster cluster;
  LocalStore store{QString()};
  PageWorld world(cluster, store);
  const auto shoot = [&](const char* name) { save(world, QLatin1String(name) + suffix); };
  world.button(start)->click();
  ASSERT_TRUE(eventually([&] { return !world.run().flow().assetKeys().empty(); }));
  shoot("1-template");
  world.button("wizardNext")->click();
  world.button("wizardNext")->click();
  shoot("2-asset-missing");
  world.button("wizardExample")->click();
  shoot("2-asset");
  world.button("wizardNext")->click();
  shoot("3-terms");
  world.button("wizardNext")->click();
  shoot("4-documents");
  world.button("wizardNext")->click();
  shoot("5-approval-open");
  world.button("registerAsset")->click();
  ASSERT_TRUE(eventually([&] { return world.state() == TrackerState::kRegistered; }));
  ASSERT_TRUE(world.take(issuance::approve(world.request(), aurigraph::test::compliance().key)));
  shoot("5-approval");
  const QString file = cluster.file(QStringLiteral("picture.approval-request"));
  qobject_cast<ApprovalStep*>(world.page.wizard()->step(Step::kApproval))->exportTo(file);
  ASSERT_TRUE(eventually([&] { return QFile::exists(file); }));
  const QString id = world.run().id();
  world.page.showApprove();
  world.page.approving()->openRequest(file);
  ASSERT_TRUE(eventually([&] { return world.find("approveCluster") != nullptr; }));
  shoot("approve");
  world.page.showList();
  world.page.openRun(id);
  world.button("wizardNext")->click();
  ASSERT_TRUE(eventually([&] { return world.run().flow().issues(Step::kPrecheck).empty(); }));
  shoot("6-precheck");
  world.button("wizardNext")->click();
  shoot("7-review");
  world.button("haveRead")->click();
  world.button("signAndIssue")->click();
  ASSERT_TRUE(eventually([&] { return world.state() == TrackerState::kCommitted; }));
  cluster.certify(cluster.ledger().ledger().height().value);
  ASSERT_TRUE(eventually([&] {
    world.run().ask();
    return world.state() == TrackerState::kFinal;
  }));
  shoot("8-submitted");
  world.page.startNew(QStringLiteral("batch"));
  world.page.showList();
  shoot("list");
}

TEST(IssuancePictures, Light) {
  walk({}, "start-property");
}

TEST(IssuancePictures, Dark) {
  Theme::instance().apply(Theme::Kind::kDark);
  walk(QStringLiteral("-dark"), "start-carbon");
  Theme::instance().apply(Theme::Kind::kLight);
}

TEST(IssuancePictures, RightToLeft) {
  QApplication::setLayoutDirection(Qt::RightToLeft);
  QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
  walk(QStringLiteral("-rtl"), "start-carbon");
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  QApplication::setLayoutDirection(Qt::LeftToRight);
}

}  // namespace
}  // namespace aurigraph::ui
