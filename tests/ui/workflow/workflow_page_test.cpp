#include "ui/pages/workflow/workflow_page.h"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>

#include "tests/ui/support/a11y.h"
#include "tests/ui/workflow/pipeline_stage.h"
#include "ui/models/record_model.h"
#include "ui/pages/workflow/lineage_step_view.h"
#include "ui/pages/workflow/record_view.h"
#include "ui/pages/workflow/stage_card.h"
#include "ui/pages/workflow/stage_panel.h"
#include "ui/widgets/evidence_view.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/score_waterfall.h"

namespace aurigraph::ui::test {
namespace {

class WorkflowPageTest : public ::testing::Test {
 protected:
  StageCard* card(const char* name) { return stage.find<StageCard>((std::string("stage-") + name).c_str()); }
  QTableView* records() { return stage.find<QTableView>("recordTable"); }
  RecordView* record() { return stage.find<RecordView>("recordView"); }
  EvidenceView* evidence() { return stage.find<EvidenceView>("evidenceView"); }
  void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) {
    ASSERT_NE(QApplication::focusWidget(), nullptr);
    QTest::keyClick(QApplication::focusWidget(), key, with);
  }
  bool settles() {
    return eventually([this] { return stage.page->settled(); });
  }
  void activate() {
    stage.page->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(stage.page.get()));
  }
  int asked(const char* path) {
    int out = 0;
    for (const auto& request : stage.gateway.requests())
      out += request.path.contains(QLatin1String(path)) ? 1 : 0;
    return out;
  }
  QString currentId() { return records()->currentIndex().data(RecordModel::kIdRole).toString(); }
  /// The newest page, with `count` records that were not there.
  void arrive(int count) {
    QJsonArray items;
    for (int i = count; i > 0; --i)
      items.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("new%1").arg(i)},
                               {QStringLiteral("band"), QStringLiteral("ACCEPT")},
                               {QStringLiteral("height"), 118 + i}});
    auto& model = stage.find<StagePanel>("stagePanel")->records();
    for (int row = 0; row < model.rowCount(); ++row)
      items.append(QJsonObject{{QStringLiteral("id"), model.idAt(row)}, {QStringLiteral("height"), 100}});
    stage.gateway.answer("GET", QStringLiteral("/query/records"), {{QStringLiteral("items"), items}});
    stage.gateway.push("record", {{QStringLiteral("id"), QStringLiteral("new1")}});
  }

  PipelineStage stage;
};

TEST_F(WorkflowPageTest, EveryStageIsAButtonThatSaysItself) {
  stage.start();
  EXPECT_EQ(card("review")->accessibleName(),
            QStringLiteral("Review: 5 waiting, 41 approved, 3 rejected, 0.8 per minute. Attention: 2 late."));
  EXPECT_TRUE(card("channel")->accessibleName().contains(QLatin1String("2 given up")));
  EXPECT_TRUE(card("fetch")->accessibleName().contains(QLatin1String("1 failing")));
  for (const QString& name : stageNames())
    EXPECT_NE(card(name.toLatin1().constData())->focusPolicy(), Qt::NoFocus);
}

TEST_F(WorkflowPageTest, ArrowKeysMoveBetweenStagesAndEnterOpens) {
  stage.start();
  activate();
  card("ledger")->setFocus();
  press(Qt::Key_Right);
  EXPECT_TRUE(card("review")->hasFocus());
  press(Qt::Key_Home);
  EXPECT_TRUE(card("fetch")->hasFocus());
  press(Qt::Key_Left);
  EXPECT_TRUE(card("fetch")->hasFocus());
  press(Qt::Key_Space);
  EXPECT_TRUE(card("fetch")->isChecked());
  EXPECT_TRUE(stage.find<QTableView>("sourceTable")->hasFocus());
  EXPECT_EQ(stage.find<QTableView>("sourceTable")->model()->rowCount(), 8);
}

TEST_F(WorkflowPageTest, InRightToLeftLayoutsLeftIsOnwards) {
  QApplication::setLayoutDirection(Qt::RightToLeft);
  stage.start();
  activate();
  EXPECT_GT(card("fetch")->x(), card("token")->x());
  card("fetch")->setFocus();
  press(Qt::Key_Left);
  EXPECT_TRUE(card("transform")->hasFocus());
  QApplication::setLayoutDirection(Qt::LeftToRight);
}

TEST_F(WorkflowPageTest, LiveCountsFollowTheEvents) {
  stage.start();
  stage.gateway.push("metric", {{QStringLiteral("stages"), QJsonObject{{QStringLiteral("fetch"), 90'001}}}});
  EXPECT_TRUE(eventually([&] {
    for (const auto* label : card("fetch")->findChildren<PlainLabel*>())
      if (label->text() == QLatin1String("90,001")) return true;
    return false;
  }));
}

TEST_F(WorkflowPageTest, KeyboardAloneFollowsARecord) {
  stage.start();
  activate();
  card("ledger")->setFocus();
  press(Qt::Key_Return);
  ASSERT_TRUE(records()->hasFocus());
  press(Qt::Key_Down);
  press(Qt::Key_Up);
  EXPECT_EQ(currentId(), stage.kPrice);
  press(Qt::Key_Return);
  ASSERT_TRUE(settles());
  ASSERT_EQ(record()->id(), stage.kPrice);
  ASSERT_TRUE(eventually([&] { return record()->steps().front()->hasFocus(); }));
  EXPECT_TRUE(record()->steps().front()->accessibleName().contains(QLatin1String("Fetched")));
  press(Qt::Key_Return);  // The step's own door: the bytes.
  EXPECT_TRUE(eventually([&] { return evidence()->state() == EvidenceView::State::kMatches; }));
  record()->steps().front()->setFocus();
  for (int i = 0; i < 5; ++i) press(Qt::Key_Down);
  EXPECT_TRUE(record()->steps().back()->hasFocus());
  EXPECT_TRUE(record()->steps().back()->accessibleName().contains(QLatin1String("Waiting")));
  QSignalSpy elsewhere(stage.page.get(), &Page::openElsewhere);
  press(Qt::Key_Return);
  ASSERT_EQ(elsewhere.count(), 1);
  EXPECT_EQ(elsewhere[0][0].toString(), QStringLiteral("review"));
  EXPECT_EQ(elsewhere[0][1].toString(), stage.kPrice);
  press(Qt::Key_Escape);
  EXPECT_TRUE(records()->hasFocus());
  EXPECT_EQ(currentId(), stage.kPrice);
}

TEST_F(WorkflowPageTest, TheListKeepsItsPlace) {
  stage.start();
  activate();
  records()->selectRow(4);
  records()->setFocus();
  const QString before = currentId();
  EXPECT_TRUE(stage.page->open(QStringLiteral("record"), stage.kTitle));
  ASSERT_TRUE(settles());
  press(Qt::Key_Left, Qt::AltModifier);
  EXPECT_EQ(currentId(), before);
  EXPECT_TRUE(records()->hasFocus());
}

TEST_F(WorkflowPageTest, NewRecordsNeverMoveTheFocus) {
  stage.start();
  activate();
  records()->selectRow(2);
  records()->setFocus();
  const QString before = currentId();
  arrive(3);
  auto* button = stage.find<QPushButton>("showNew");
  ASSERT_TRUE(eventually([&] { return button->isVisible(); }));
  EXPECT_TRUE(button->text().contains(u'3'));
  EXPECT_EQ(currentId(), before);
  EXPECT_EQ(records()->currentIndex().row(), 2);
  EXPECT_TRUE(records()->hasFocus());
  press(Qt::Key_N);
  EXPECT_EQ(currentId(), QStringLiteral("new3"));
  EXPECT_FALSE(button->isVisible());
}

TEST_F(WorkflowPageTest, FiltersAreTheGatewaysAndAnEmptyListSaysWhatToDo) {
  stage.start();
  stage.gateway.answer("GET", QStringLiteral("/query/records?limit=50&stage=ledger&category=weather"),
                       {{QStringLiteral("items"), QJsonArray()}});
  auto* category = stage.find<QComboBox>("categoryFilter");
  category->setCurrentIndex(category->findData(QStringLiteral("weather")));
  Q_EMIT category->activated(category->currentIndex());
  QPushButton* action = nullptr;
  ASSERT_TRUE(eventually([&] {
    for (auto* each : stage.page->findChildren<QPushButton*>(QStringLiteral("stateAction")))
      if (each->isVisible()) action = each;
    return action != nullptr;
  }));
  EXPECT_EQ(action->text(), QStringLiteral("Clear filters"));
  action->click();
  EXPECT_TRUE(settles());
  EXPECT_EQ(records()->model()->rowCount(), 14);
}

TEST_F(WorkflowPageTest, ARecordIsAlwaysMarkedWithItsOrigin) {
  stage.start();
  for (const QString& id : {stage.kPrice, stage.kTitle, stage.kLogger}) {
    EXPECT_TRUE(stage.page->open(QStringLiteral("record"), id));
    ASSERT_TRUE(settles());
    auto* mark = stage.find<Chip>("recordOrigin");
    EXPECT_TRUE(mark->isVisible());
    EXPECT_EQ(mark->text(), QStringLiteral("SIMULATED"));
  }
}

TEST_F(WorkflowPageTest, TheFieldThatLostPointsIsHighlighted) {
  stage.start();
  activate();
  EXPECT_TRUE(stage.page->open(QStringLiteral("record"), stage.kPrice));
  ASSERT_TRUE(settles());
  stage.find<ScoreWaterfall>("scoreWaterfall")->choose(5);  // Freshness.
  stage.find<QPushButton>("showField-0")->click();
  ASSERT_TRUE(eventually([&] { return evidence()->state() == EvidenceView::State::kMatches; }));
  EXPECT_TRUE(evidence()->isVisible());
  ASSERT_EQ(evidence()->textView()->extraSelections().size(), 1);
  EXPECT_EQ(evidence()->textView()->extraSelections()[0].cursor.selectedText(),
            QStringLiteral("\"time\": \"2026-11-16T00:00:12Z\""));
}

TEST_F(WorkflowPageTest, BytesThatDoNotMatchAreSaid) {
  stage.gateway.answerBytes("GET", QStringLiteral("/evidence/") + stage.kPriceBytes, "{\"price\": 41.00}");
  stage.start();
  EXPECT_TRUE(stage.page->open(QStringLiteral("record"), stage.kPrice));
  ASSERT_TRUE(settles());
  stage.find<QPushButton>("showBytes")->click();
  ASSERT_TRUE(eventually([&] { return evidence()->state() == EvidenceView::State::kDiffers; }));
  EXPECT_TRUE(stage.find<Chip>("evidenceVerdict")->text().contains(QLatin1String("Does not match")));
}

TEST_F(WorkflowPageTest, NewsOfARecordKeepTheFocus) {
  stage.start();
  activate();
  EXPECT_TRUE(stage.page->open(QStringLiteral("record"), stage.kPrice));
  ASSERT_TRUE(settles());
  record()->steps().back()->setFocus();
  QJsonObject way;
  {
    QFile file(QStringLiteral(AURIGRAPH_SOURCE_DIR "/tests/ui/workflow/data/answers.json"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    way = QJsonDocument::fromJson(file.readAll())
              .object()[QStringLiteral("GET /query/records/%1/lineage").arg(stage.kPrice)]
              .toObject()[QStringLiteral("body")]
              .toObject();
  }
  auto steps = way[QStringLiteral("steps")].toArray();
  auto claimed = steps.last().toObject();
  claimed[QStringLiteral("state")] = QStringLiteral("done");
  claimed[QStringLiteral("by")] = QStringLiteral("Rita");
  steps.removeLast();
  steps.append(claimed);
  steps.append(QJsonObject{{QStringLiteral("name"), QStringLiteral("decided")},
                           {QStringLiteral("state"), QStringLiteral("waiting")}});
  way[QStringLiteral("steps")] = steps;
  stage.gateway.answer("GET", QStringLiteral("/query/records/%1/lineage").arg(stage.kPrice), way);
  stage.gateway.push("review", {{QStringLiteral("record"), stage.kPrice}});
  ASSERT_TRUE(eventually([&] { return record()->steps().size() == 7; }));
  EXPECT_TRUE(record()->steps()[5]->hasFocus());
  EXPECT_TRUE(record()->steps()[5]->accessibleName().contains(QLatin1String("Rita")));
}

TEST_F(WorkflowPageTest, HostileTextStaysText) {
  const QString evil = QStringLiteral("<b>x</b><img src=x>\u202Eevil");
  stage.gateway.answer(
      "GET", QStringLiteral("/query/records"),
      {{QStringLiteral("items"), QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("e")},
                                                        {QStringLiteral("asset_key"), evil},
                                                        {QStringLiteral("source"), evil}}}}});
  stage.start();
  const QString shown = records()->model()->index(0, RecordModel::kAsset).data().toString();
  EXPECT_TRUE(shown.contains(QLatin1String("<b>x</b>")));
  EXPECT_FALSE(shown.contains(QChar(0x202E)));
  const QString tip = records()->model()->index(0, RecordModel::kAsset).data(Qt::ToolTipRole).toString();
  EXPECT_TRUE(tip.contains(QLatin1String("&lt;b&gt;x"))) << tip.toStdString();
  for (const auto* label : stage.page->findChildren<QLabel*>()) EXPECT_EQ(label->textFormat(), Qt::PlainText);
}

TEST_F(WorkflowPageTest, APageThatIsNotSeenAsksForNothing) {
  stage.start();
  stage.page->setSeen(false);
  const int before = asked("/query/pipeline");
  const int polls = asked("/query/status");
  ASSERT_TRUE(eventually([&] { return asked("/query/status") > polls + 1; }));
  EXPECT_EQ(asked("/query/pipeline"), before);
}

TEST_F(WorkflowPageTest, WhoMayNotSeeItIsTold) {
  stage.start();
  stage.gateway.answer(
      "GET", QStringLiteral("/query/pipeline"),
      {{QStringLiteral("code"), QStringLiteral("auth.forbidden")},
       {QStringLiteral("detail"), QStringLiteral("Records are shown to those who work with them.")}},
      403);
  stage.connection->signOut();
  EXPECT_TRUE(eventually([&] { return stage.page->pane().state().kind == PaneState::Kind::kForbidden; }));
}

TEST_F(WorkflowPageTest, NothingIsWithoutANameAndNoTabIsTrapped) {
  stage.start();
  for (const auto& finding : a11yFindings(*stage.page)) ADD_FAILURE() << finding;
  EXPECT_TRUE(stage.page->open(QStringLiteral("record"), stage.kPrice));
  ASSERT_TRUE(settles());
  for (const int tab : {0, 1, 2}) {
    stage.find<QTabWidget>("recordTabs")->setCurrentIndex(tab);
    for (const auto& finding : a11yFindings(*stage.page)) ADD_FAILURE() << finding;
  }
}

}  // namespace
}  // namespace aurigraph::ui::test
