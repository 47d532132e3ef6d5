// Keyboard only: no test here touches a mouse, waits for real time, or calls what a person could not reach.

#include <QAccessible>
#include <QListView>
#include <QTreeView>

#include "tests/ui/review/review_fixture.h"
#include "ui/pages/review/outbox.h"

namespace aurigraph::ui {
namespace {

using Stage = ReviewDesk::Stage;

TEST_F(ReviewTest, FromClaimToSignedDecisionByKeyboard) {
  fill();
  start();
  EXPECT_EQ(page->desk().record().item.id, first) << "the one due first is open";
  approve(QStringLiteral("Compared with the deed of 2025; the area is right."));
  ASSERT_EQ(stage(), Stage::kHeld);
  EXPECT_EQ(decisionsSent(), 0) << "nothing is signed inside the undo window";
  advance(Outbox::kHoldMs - 1);
  EXPECT_EQ(decisionsSent(), 0);
  advance(1);
  ASSERT_TRUE(eventually([&] { return decisionsSent() == 1; }));
  const auto sent = decisionSent();
  ASSERT_TRUE(sent);
  EXPECT_EQ(QString::fromStdString(toHex(sent->recordId.view())), first);
  EXPECT_EQ(sent->decision, wire::ReviewDecision::kApprove);
  EXPECT_EQ(sent->reasonCode, 1);
  EXPECT_EQ(sent->note, "Compared with the deed of 2025; the area is right.");
  ASSERT_TRUE(eventually([&] { return page->desk().record().item.id != first; })) << "on to the next";
  EXPECT_TRUE(text("outcome").contains(QStringLiteral("recorded in block 122")))
      << text("outcome").toStdString();
  EXPECT_TRUE(page->unsaved().isEmpty());
}

TEST_F(ReviewTest, ThePreviewIsWhatIsSigned) {
  fill();
  start();
  claimAndLook();
  press(Qt::Key_R);
  press(Qt::Key_Down);
  press(Qt::Key_Tab);
  type(QStringLiteral("Far above all sales nearby."));
  const QString words = part<QPlainTextEdit>(*page, "previewWords")->toPlainText();
  EXPECT_TRUE(words.contains(QStringLiteral("Reject record ") + first));
  EXPECT_TRUE(words.contains(QStringLiteral("note: Far above all sales nearby.")));
  const auto payload = wire::encodePayload(wire::AnyCommand(page->desk().decision().command()));
  EXPECT_EQ(previewOf(page->desk().decision()).digest.toStdString(), toHex(crypto::sha256(payload).view()));
}

TEST_F(ReviewTest, UndoBringsTheDecisionBack) {
  fill();
  start();
  approve(QStringLiteral("Looks right to me."));
  ASSERT_EQ(stage(), Stage::kHeld);
  EXPECT_FALSE(page->unsaved().isEmpty());
  advance(3'000);
  press(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(stage(), Stage::kMine);
  advance(Outbox::kHoldMs * 2);
  EXPECT_EQ(decisionsSent(), 0);
  EXPECT_EQ(part<QPlainTextEdit>(*page, "note")->toPlainText(), QStringLiteral("Looks right to me."));
  EXPECT_TRUE(part<QPushButton>(*page, "approve")->isChecked());
  const auto kept = resultOf(store->all(QStringLiteral("review.outbox")));
  ASSERT_TRUE(kept);
  EXPECT_TRUE(kept->isEmpty());
}

TEST_F(ReviewTest, AnOutboxEntryFoundAfterACrashIsNeverSentByItself) {
  fill();
  start();
  approve(QStringLiteral("Looks right to me."));
  ASSERT_EQ(stage(), Stage::kHeld);
  page.reset();  // The window is gone; what it kept is not.
  start();
  ASSERT_TRUE(eventually([&] { return part<QWidget>(*page, "leftOver")->isVisible(); }));
  EXPECT_TRUE(text("leftOverText").contains(QStringLiteral("It was not sent by itself")));
  advance(Outbox::kHoldMs * 10);
  EXPECT_EQ(decisionsSent(), 0);
  EXPECT_EQ(part<QPlainTextEdit>(*page, "note")->toPlainText(), QStringLiteral("Looks right to me."));
  const auto kept = resultOf(store->all(QStringLiteral("review.outbox")));
  ASSERT_TRUE(kept);
  EXPECT_TRUE(kept->isEmpty()) << "it is a draft now";
}

TEST_F(ReviewTest, ADecisionThatArrivedBeforeTheCrashIsSaidNotAskedFor) {
  fill();
  start();
  approve(QStringLiteral("Looks right to me."));
  ledger->loseAnswers = HttpAnswer::Failure::kTimeout;
  advance(Outbox::kHoldMs);
  ASSERT_TRUE(eventually([&] { return decisionsSent() == 1; }));
  page.reset();  // Sent and recorded; the answer never came.
  start();
  ASSERT_TRUE(eventually([&] { return text("outcome").contains(QStringLiteral("had reached the ledger")); }));
  EXPECT_FALSE(part<QWidget>(*page, "leftOver")->isVisible());
  EXPECT_EQ(decisionsSent(), 1);
}

TEST_F(ReviewTest, WhatSomebodyElseDecidedStaysOpenAndSaysSo) {
  fill();
  start();
  auto& json = ledger->row(first);
  json[QLatin1String("decision")] = QStringLiteral("REJECTED");
  json[QLatin1String("review")] =
      QJsonObject{{QStringLiteral("reviewer_name"), QStringLiteral("Ann Lee")},
                  {QStringLiteral("reason_code"), 5},
                  {QStringLiteral("note"), QStringLiteral("Not plausible at all.")},
                  {QStringLiteral("height"), 121}};
  cluster.gateway.push("review", {{QStringLiteral("record"), first},
                                  {QStringLiteral("event"), QStringLiteral("review-decided")}});
  ASSERT_TRUE(eventually([&] {
    connection->events().drain();
    advance(1'000);
    return part<QPushButton>(*page, "filterAll")->text() == QStringLiteral("All 4");
  }));
  ASSERT_TRUE(reaches(Stage::kDecided));
  EXPECT_EQ(page->desk().record().item.id, first);
  EXPECT_TRUE(text("history").contains(QStringLiteral("Rejected by Ann Lee, block 121.")));
  press(Qt::Key_J);
  EXPECT_TRUE(eventually([&] { return page->desk().record().item.id == own; }))
      << "the next one, none is skipped";
}

TEST_F(ReviewTest, OpenedFromElsewhereItShowsTheFirstCheckThatLostPoints) {
  fill();
  start();
  EXPECT_FALSE(page->open(QStringLiteral("asset"), carbon));
  EXPECT_TRUE(page->open(QStringLiteral("review"), carbon));
  ASSERT_TRUE(eventually([&] { return page->desk().record().item.id == carbon; }));
  ASSERT_TRUE(eventually([&] { return page->desk().unopened().size() == 2; }));
  auto* checks = part<QTreeView>(*page, "checks");
  EXPECT_TRUE(checks->isExpanded(checks->model()->index(0, 0)));
}

TEST_F(ReviewTest, AskedForBeforeTheQueueIsThereTheRecordIsOpenedNotTheFirstRow) {
  fill();
  openPage();
  EXPECT_TRUE(page->open(QStringLiteral("review"), own));
  connection = std::make_unique<Connection>(cluster.profile(), cluster.gateway.transport());
  connection->open();
  ASSERT_TRUE(eventually([&] { return connection->live(); }));
  page->setConnection(connection.get());
  page->setSeen(true);
  ASSERT_TRUE(resultOf(connection->signIn(key)));
  ASSERT_TRUE(eventually([&] { return page->settled() && !page->desk().record().item.id.isEmpty(); }));
  EXPECT_EQ(page->desk().record().item.id, own);
}

TEST_F(ReviewTest, TabWalksThroughThePageAndIsNeverTrapped) {
  fill();
  start();
  claimAndLook();
  press(Qt::Key_A);
  QSet<QWidget*> seen;
  QWidget* const begin = QApplication::focusWidget();
  constexpr int kMost = 60;
  int steps = 0;
  do {
    seen.insert(QApplication::focusWidget());
    press(Qt::Key_Tab);
  } while (QApplication::focusWidget() != begin && ++steps < kMost);
  EXPECT_LT(steps, kMost);
  for (const char* each : {"queueCards", "checks", "itemTabBar", "reason", "note", "approve", "queueFilter"})
    EXPECT_TRUE(seen.contains(part<QWidget>(*page, each))) << each;
}

TEST_F(ReviewTest, ADiskThatIsFullIsSaid) {
  store = std::make_unique<LocalStore>(QStringLiteral("/proc/nowhere/drafts.db"));
  fill();
  start();
  claimAndLook();
  press(Qt::Key_R);
  press(Qt::Key_Tab);
  type(QStringLiteral("Something"));
  advance(250);
  EXPECT_TRUE(
      eventually([&] { return text("outcome").contains(QStringLiteral("could not keep your draft")); }));
}

TEST_F(ReviewTest, ALostLeaseFreezesTheDecisionAndKeepsTheDraft) {
  fill();
  start();
  claimAndLook();
  press(Qt::Key_A);
  press(Qt::Key_Down);
  press(Qt::Key_Tab);
  type(QStringLiteral("Almost through with it"));
  advance(6 * 60'000);  // Nobody at the keyboard: not renewed.
  advance(10 * 60'000);
  EXPECT_EQ(stage(), Stage::kLeaseOver);
  EXPECT_FALSE(part<QPushButton>(*page, "commit")->isEnabled());
  EXPECT_FALSE(part<QPlainTextEdit>(*page, "note")->isEnabled());
  EXPECT_TRUE(text("whyNot").contains(QStringLiteral("Your claim ended")));
  EXPECT_EQ(part<QPlainTextEdit>(*page, "note")->toPlainText(), QStringLiteral("Almost through with it"));
  part<QWidget>(*page, "queueCards")->setFocus();
  press(Qt::Key_C);
  ASSERT_TRUE(reaches(Stage::kMine));
  EXPECT_EQ(part<QPlainTextEdit>(*page, "note")->toPlainText(), QStringLiteral("Almost through with it"));
}

TEST_F(ReviewTest, ALeaseThatEndsInsideTheUndoWindowIsSaidAndNothingIsSent) {
  fill();
  start();
  approve(QStringLiteral("Looks right to me."));
  time.at = time.at.addSecs(16 * 60);
  advance(Outbox::kHoldMs);
  EXPECT_EQ(decisionsSent(), 0);
  EXPECT_TRUE(text("outcome").contains(QStringLiteral("Your claim ended before the decision was sent")));
  EXPECT_EQ(stage(), Stage::kLeaseOver);
}

TEST_F(ReviewTest, ALeaseIsRenewedWhileSomebodyWorks) {
  fill();
  start();
  claimAndLook();
  const auto before = ledger->submitted.size();
  advance(8 * 60'000);
  press(Qt::Key_2);
  advance(3 * 60'000);
  ASSERT_TRUE(eventually([&] { return page->desk().leaseLeftMs() > 10 * 60'000; }));
  EXPECT_GT(ledger->submitted.size(), before);
  EXPECT_EQ(stage(), Stage::kMine);
}

TEST_F(ReviewTest, OwnSubmissionsCannotBeDecided) {
  fill();
  start();
  press(Qt::Key_J);
  ASSERT_TRUE(eventually([&] { return page->desk().record().item.id == own; }));
  EXPECT_EQ(stage(), Stage::kBarred);
  const auto sent = ledger->submitted.size();
  press(Qt::Key_C);
  press(Qt::Key_A);
  press(Qt::Key_Return, Qt::ControlModifier);
  EXPECT_EQ(ledger->submitted.size(), sent);
  EXPECT_FALSE(part<QPushButton>(*page, "claim")->isEnabled());
  EXPECT_FALSE(part<QPushButton>(*page, "approve")->isEnabled());
  EXPECT_TRUE(text("whyNot").contains(QStringLiteral("somebody else has to decide")))
      << text("whyNot").toStdString();
}

TEST_F(ReviewTest, ADisabledButtonSaysWhoseTheClaimIs) {
  fill();
  start();
  press(Qt::Key_J);
  press(Qt::Key_J);
  ASSERT_TRUE(eventually([&] { return page->desk().record().item.id == others; }));
  EXPECT_EQ(stage(), Stage::kOthers);
  EXPECT_TRUE(text("whyNot").startsWith(QStringLiteral("Claimed by Ann Lee until ")))
      << text("whyNot").toStdString();
  EXPECT_EQ(part<QPushButton>(*page, "commit")->accessibleDescription(), text("whyNot"));
}

TEST_F(ReviewTest, AFailingCheckMustBeOpenedBeforeApproval) {
  fill();
  start();
  press(Qt::Key_C);
  ASSERT_TRUE(reaches(Stage::kMine));
  EXPECT_FALSE(part<QPushButton>(*page, "approve")->isEnabled());
  EXPECT_TRUE(part<QPushButton>(*page, "reject")->isEnabled());
  EXPECT_EQ(text("whyNotApprove"), QStringLiteral("Before you approve, open the checks that lost points: "
                                                  "Range, Freshness, and Source verification."));
  auto* checks = part<QTreeView>(*page, "checks");
  checks->setFocus();
  press(Qt::Key_Home);
  for (int opened = 0; opened < 3; ++opened) {
    EXPECT_FALSE(part<QPushButton>(*page, "approve")->isEnabled());
    press(Qt::Key_Space);
    while (checks->currentIndex().parent().isValid() || checks->isExpanded(checks->currentIndex()))
      press(Qt::Key_Down);
  }
  EXPECT_TRUE(part<QPushButton>(*page, "approve")->isEnabled());
}

TEST_F(ReviewTest, HostileNotesStayText) {
  fill();
  const QString evil = QStringLiteral("<b>approved</b><img src=x>\u202Egnp.exe\u0007");
  ledger->row(first)[QLatin1String("asset_key")] = evil;
  ledger->row(first)[QLatin1String("submitter_name")] = evil;
  ledger->row(first)[QLatin1String("review")] = QJsonObject{{QStringLiteral("reviewer_name"), evil},
                                                            {QStringLiteral("reason_code"), 7},
                                                            {QStringLiteral("note"), evil},
                                                            {QStringLiteral("height"), 9}};
  ledger->row(first)[QLatin1String("decision")] = QStringLiteral("REJECTED");
  start();
  (void)page->open(QStringLiteral("review"), first);
  ASSERT_TRUE(eventually([&] { return stage() == Stage::kDecided; }));
  EXPECT_TRUE(text("history").contains(QStringLiteral("<b>approved</b>")));
  for (const auto* label : page->findChildren<QLabel*>()) {
    EXPECT_NE(label->textFormat(), Qt::RichText) << label->objectName().toStdString();
    if (label->textFormat() != Qt::PlainText) {
      EXPECT_FALSE(label->text().contains(QStringLiteral("approved")));
    }
    EXPECT_FALSE(label->text().contains(QChar(0x202E))) << label->text().toStdString();
  }
}

TEST_F(ReviewTest, ADraftSurvivesTheWindow) {
  fill();
  start();
  claimAndLook();
  press(Qt::Key_R);
  press(Qt::Key_Down);
  press(Qt::Key_Tab);
  type(QStringLiteral("Half a tho"));
  advance(250);
  page.reset();
  start();
  EXPECT_TRUE(eventually(
      [&] { return part<QPlainTextEdit>(*page, "note")->toPlainText() == QStringLiteral("Half a tho"); }));
  EXPECT_FALSE(part<QWidget>(*page, "leftOver")->isVisible()) << "a draft is no decision";
}

TEST_F(ReviewTest, ALostAnswerIsLookedUpAndNeverSignedTwice) {
  fill();
  start();
  approve(QStringLiteral("Looks right to me."));
  ledger->loseAnswers = HttpAnswer::Failure::kClosedEarly;
  advance(Outbox::kHoldMs);
  ASSERT_TRUE(eventually([&] { return decisionsSent() >= 1; }));
  ASSERT_TRUE(eventually([&] {
    advance(1'000);
    return page->outbox().waiting().isEmpty();
  }));
  EXPECT_TRUE(text("outcome").contains(QStringLiteral("recorded in block"))) << text("outcome").toStdString();
  QSet<QByteArray> different;
  for (const auto& bytes : ledger->submitted) different.insert(bytes);
  EXPECT_EQ(different.size(), 2) << "one claim, one decision, however often they were sent";
}

TEST_F(ReviewTest, WithoutAnAnswerTheDecisionIsUnknownAndSaysSo) {
  fill();
  start();
  approve(QStringLiteral("Looks right to me."));
  cluster.gateway.handle("POST", QStringLiteral("/transaction/batches"), [](const HttpRequest&) {
    HttpAnswer lost;
    lost.failure = HttpAnswer::Failure::kTimeout;
    return lost;
  });
  advance(Outbox::kHoldMs);
  ASSERT_TRUE(eventually([&] { return !page->outbox().waiting().first().batch.isEmpty(); }));
  advance(Outbox::kDoubtAfterMs);
  EXPECT_EQ(stage(), Stage::kUnknown);
  EXPECT_TRUE(text("heldText").startsWith(QStringLiteral("Unknown – checking")));
  press(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(stage(), Stage::kUnknown) << "what may be on the ledger cannot be taken back";
}

TEST_F(ReviewTest, LettersBelongToTheEditorThatHasTheFocus) {
  fill();
  start();
  claimAndLook();
  press(Qt::Key_R);
  press(Qt::Key_Tab);
  type(QStringLiteral("jack can add one more"));
  EXPECT_EQ(part<QPlainTextEdit>(*page, "note")->toPlainText(), QStringLiteral("jack can add one more"));
  EXPECT_EQ(page->desk().record().item.id, first);
  EXPECT_EQ(stage(), Stage::kMine);
  press(Qt::Key_Tab);
  EXPECT_NE(QApplication::focusWidget(), part<QWidget>(*page, "note")) << "Tab leaves the note";
}

TEST_F(ReviewTest, NothingHappensOnBackspaceAndDelete) {
  fill();
  start();
  claimAndLook();
  const auto sent = ledger->submitted.size();
  part<QWidget>(*page, "queueCards")->setFocus();
  for (const auto each : {Qt::Key_Backspace, Qt::Key_Delete}) press(each);
  EXPECT_EQ(stage(), Stage::kMine);
  EXPECT_EQ(ledger->submitted.size(), sent);
}

TEST_F(ReviewTest, ArrivalsNeverMoveTheFocusedRow) {
  fill();
  start();
  press(Qt::Key_J);
  auto* cards = part<QListView>(*page, "queueCards");
  const int row = cards->currentIndex().row();
  ledger->add("BTC-USD", "market", "quote", 690'000, -30);
  cluster.gateway.push("record", {{QStringLiteral("band"), QStringLiteral("REVIEW")}});
  connection->events().drain();
  auto* pill = part<QPushButton>(*page, "arrivals");
  ASSERT_TRUE(eventually([&] {
    connection->events().drain();
    advance(1'000);
    return pill->isVisible();
  }));
  EXPECT_EQ(pill->text(), QStringLiteral("1 new – press N"));
  EXPECT_EQ(cards->currentIndex().row(), row);
  press(Qt::Key_N);
  EXPECT_EQ(cards->currentIndex().row(), row + 1) << "the same record, one further down";
  EXPECT_EQ(page->desk().record().item.id, own);
}

TEST_F(ReviewTest, AnEmptyFilterCountsLocks) {
  fill();
  for (const auto& id : ledger->order)
    if (id != others) ledger->row(id)[QLatin1String("decision")] = QStringLiteral("APPROVED");
  start();
  auto* chip = part<QPushButton>(*page, "filterUnclaimed");
  chip->setFocus();
  press(Qt::Key_Space);
  EXPECT_EQ(text("queueEmpty"), QStringLiteral("Nothing free: 1 record(s) are claimed by others."));
  EXPECT_EQ(chip->text(), QStringLiteral("Unclaimed 0"));
  EXPECT_EQ(part<QPushButton>(*page, "filterAll")->text(), QStringLiteral("All 1"));
}

TEST_F(ReviewTest, ReleasingGivesTheRecordBack) {
  fill();
  start();
  press(Qt::Key_C);
  ASSERT_TRUE(reaches(Stage::kMine));
  press(Qt::Key_C);
  ASSERT_TRUE(reaches(Stage::kFree));
}

TEST_F(ReviewTest, ASelectionIsClaimedInOneBatch) {
  fill();
  start();
  press(Qt::Key_J, Qt::ShiftModifier);
  press(Qt::Key_J, Qt::ShiftModifier);
  press(Qt::Key_J, Qt::ShiftModifier);
  auto* claim = part<QPushButton>(*page, "claimSelection");
  ASSERT_TRUE(claim->isVisible());
  claim->setFocus();
  press(Qt::Key_Space);
  ASSERT_TRUE(eventually([&] { return text("outcome").contains(QStringLiteral("2 of 4")); }))
      << text("outcome").toStdString();
  EXPECT_EQ(ledger->submitted.size(), 1)
      << "neither the own submission nor the claim of somebody else was asked for";
}

TEST_F(ReviewTest, EverythingThatTakesTheFocusHasAName) {
  fill();
  start();
  claimAndLook();
  for (auto* widget : page->findChildren<QWidget*>()) {
    if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() ||
        widget->objectName().startsWith(QStringLiteral("qt_")))
      continue;
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
    ASSERT_NE(spoken, nullptr);
    EXPECT_FALSE(spoken->text(QAccessible::Name).isEmpty())
        << widget->metaObject()->className() << " " << widget->objectName().toStdString();
  }
}

}  // namespace
}  // namespace aurigraph::ui
