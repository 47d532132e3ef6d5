// What the page looks like: compared with tests/ui/pictures, and for eyes in BUILD/pictures/workflow-*.png.

#include <gtest/gtest.h>

#include <QDir>
#include <QImage>
#include <QLocale>
#include <QPushButton>
#include <QTabWidget>

#include "tests/ui/support/picture.h"
#include "tests/ui/workflow/pipeline_stage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/evidence_view.h"
#include "ui/widgets/score_waterfall.h"

namespace aurigraph::ui::test {
namespace {

void save(const QWidget& page, const QString& name) {
  QDir().mkpath(QStringLiteral(AURIGRAPH_BINARY_DIR "/pictures"));
  const QImage image = const_cast<QWidget&>(page).grab().toImage();
  EXPECT_TRUE(image.save(QStringLiteral(AURIGRAPH_BINARY_DIR "/pictures/workflow-%1.png").arg(name)));
}

void picturesOf(const QString& suffix, QSize size) {
  PipelineStage stage;
  auto& page = stage.start(size);
  save(page, suffix);
  EXPECT_TRUE(page.open(QStringLiteral("stage"), QStringLiteral("fetch")));
  EXPECT_TRUE(eventually([&] { return page.settled(); }));
  save(page, QStringLiteral("sources-") + suffix);
  for (const auto& [id, name] :
       {std::pair{stage.kPrice, QStringLiteral("record-")}, std::pair{stage.kTitle, QStringLiteral("title-")},
        std::pair{stage.kLogger, QStringLiteral("logger-")}}) {
    EXPECT_TRUE(page.open(QStringLiteral("record"), id));
    EXPECT_TRUE(eventually([&] { return page.settled(); }));
    QApplication::processEvents();
    save(page, name + suffix);
  }
  EXPECT_TRUE(page.open(QStringLiteral("record"), stage.kPrice));
  EXPECT_TRUE(eventually([&] { return page.settled(); }));
  stage.find<ScoreWaterfall>("scoreWaterfall")->choose(5);
  stage.find<QPushButton>("showField-0")->click();
  EXPECT_TRUE(eventually(
      [&] { return stage.find<EvidenceView>("evidenceView")->state() == EvidenceView::State::kMatches; }));
  save(page, QStringLiteral("bytes-") + suffix);
  stage.find<QTabWidget>("recordTabs")->setCurrentIndex(2);
  save(page, QStringLiteral("fields-") + suffix);
}

TEST(WorkflowPictures, ThePageLooksAsItDid) {
  PipelineStage stage;
  auto& page = stage.start();
  EXPECT_TRUE(looksLike(page, {1280, 800}, QStringLiteral("workflow")));
  EXPECT_TRUE(page.open(QStringLiteral("record"), stage.kPrice));
  EXPECT_TRUE(eventually([&] { return page.settled(); }));
  EXPECT_TRUE(looksLike(page, {1280, 800}, QStringLiteral("workflow-record")));
}

TEST(WorkflowPictures, LightDarkAndRightToLeft) {
  picturesOf(QStringLiteral("light"), {1280, 800});
  picturesOf(QStringLiteral("narrow"), {900, 760});
  picturesOf(QStringLiteral("wide"), {1600, 1000});
  Theme::instance().apply(Theme::Kind::kDark);
  picturesOf(QStringLiteral("dark"), {1280, 800});
  Theme::instance().apply(Theme::Kind::kLight);
  QApplication::setLayoutDirection(Qt::RightToLeft);
  QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
  picturesOf(QStringLiteral("rtl"), {1280, 800});
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  QApplication::setLayoutDirection(Qt::LeftToRight);
}

}  // namespace
}  // namespace aurigraph::ui::test
