// The wizard as a person meets it, in front of a real ledger.

#include "tests/ui/issuance/page_world.h"
#include "tests/ui/support/a11y.h"
#include "ui/widgets/format.h"
#include "ui/wizard/view/approve_view.h"
#include "ui/wizard/view/words.h"

namespace aurigraph::ui {
namespace {

using issuance::Step;
using issuance::TrackerState;

/// At the approval, the asset registered.
void goToApproval(PageWorld& world, const char* start = "start-property") {
  world.button(start)->click();
  ASSERT_TRUE(eventually([&] { return !world.run().flow().assetKeys().empty(); }));
  world.button("wizardExample")->click();
  while (world.step() < Step::kApproval) world.button("wizardNext")->click();
  world.button("registerAsset")->click();
  ASSERT_TRUE(eventually([&] { return world.state() == TrackerState::kRegistered; }));
}

/// At the review, approved and checked.
void goToReview(PageWorld& world, const char* start = "start-property") {
  goToApproval(world, start);
  ASSERT_TRUE(world.take(issuance::approve(world.request(), aurigraph::test::compliance().key)));
  world.button("wizardNext")->click();
  ASSERT_TRUE(eventually([&] { return world.run().flow().issues(Step::kPrecheck).empty(); }));
  world.button("wizardNext")->click();
  ASSERT_EQ(world.step(), Step::kReview);
}

/// The name of a file with this in it.
QString written(IssuingCluster& cluster, const char* name, const std::string& text) {
  QFile file(cluster.file(QLatin1String(name)));
  EXPECT_TRUE(file.open(QIODevice::WriteOnly));
  file.write(QByteArray::fromStdString(text));
  return file.fileName();
}

TEST(IssuanceWizard, FromTemplateToFinalByKeyboardAlone) {
  IssuingCluster cluster;
  LocalStore store{QString()};
  PageWorld world(cluster, store);
  ASSERT_TRUE(world.tabAndPress("start-property"));
  ASSERT_TRUE(
      eventually([&] { return world.page.wizard() != nullptr && !world.run().flow().assetKeys().empty(); }));
  EXPECT_EQ(world.focused(), QStringLiteral("template-property")) << "what was chosen";
  world.press(Qt::Key_Return, Qt::ControlModifier);
  ASSERT_EQ(world.step(), Step::kAsset);
  EXPECT_EQ(world.focused(), QStringLiteral("field-asset_key"));
  world.type(QStringLiteral("US-06075-3512"));
  ASSERT_TRUE(world.tabTo("field-asset_name"));
  EXPECT_EQ(world.run().draft().records.size(), 2U) << "the newest usable records are suggested";
  world.type(QStringLiteral("Valencia Street 3512"));
  world.press(Qt::Key_Return);  // Enter in a field goes on.
  ASSERT_EQ(world.step(), Step::kTerms);
  const auto fill = [&](const char* field, const char* words) {
    ASSERT_TRUE(world.tabTo(field));
    world.type(QLatin1String(words));
  };
  fill("field-symbol", "home-1");
  fill("field-name", "Valencia units");
  fill("field-decimals", "0");
  fill("field-supply", "1000");
  fill("field-unit_price", "480.00");
  fill("field-currency", "usd");
  fill("field-lock_up_days", "730");
  EXPECT_TRUE(world.shown<QLabel>("offer")->text().contains(QStringLiteral("480,000.00")));
  world.press(Qt::Key_Return);
  ASSERT_EQ(world.step(), Step::kDocuments);
  QStringList files;
  for (const char* name : {"deed.pdf", "appraisal.pdf"}) {
    QFile file(cluster.file(QLatin1String(name)));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(name);
    files << file.fileName();
  }
  qobject_cast<DocumentsStep*>(world.page.wizard()->step(Step::kDocuments))->addFiles(files);
  ASSERT_TRUE(eventually([&] { return world.run().draft().documents.size() == 2; }));
  ASSERT_TRUE(world.tabAndPress("wizardNext"));
  ASSERT_EQ(world.step(), Step::kApproval);
  ASSERT_TRUE(world.tabAndPress("registerAsset"));
  ASSERT_TRUE(eventually([&] { return world.state() == TrackerState::kRegistered; }));
  ASSERT_TRUE(world.tabTo("approverKey"));
  world.type(cluster.approverFile());
  ASSERT_TRUE(eventually(
      [&] { return world.shown<QLabel>("approverWhose")->text().contains(QStringLiteral("compliance")); }));
  ASSERT_TRUE(world.tabTo("approverPassphrase"));
  world.type(QStringLiteral("correct horse"));
  world.press(Qt::Key_Return);
  ASSERT_TRUE(eventually([&] { return world.run().draft().approvals.size() == 1; }));
  EXPECT_EQ(world.shown<QLineEdit>("approverPassphrase")->text(), QString())
      << "the passphrase stays nowhere";
  EXPECT_EQ(world.focused(), QStringLiteral("wizardNext"));
  world.press(Qt::Key_Return, Qt::ControlModifier);
  ASSERT_EQ(world.step(), Step::kPrecheck);
  ASSERT_TRUE(eventually(
      [&] { return world.shown<QLabel>("verdict")->text().contains(QStringLiteral("no objection")); }));
  world.press(Qt::Key_Return, Qt::ControlModifier);
  ASSERT_EQ(world.step(), Step::kReview);
  EXPECT_FALSE(world.button("signAndIssue")->isEnabled()) << "nobody agrees by default";
  const auto command = world.run().flow().issueToken().value();
  EXPECT_EQ(world.shown<CopyField>("commandDigest")->value(),
            qtText(toHex(issuance::digestOf(command).view())));
  ASSERT_TRUE(world.tabAndPress("haveRead"));
  ASSERT_TRUE(world.tabAndPress("signAndIssue"));
  ASSERT_TRUE(eventually([&] { return world.state() == TrackerState::kCommitted; }));
  const auto token = cluster.ledger().ledger().tokenNamed("HOME-1");
  ASSERT_TRUE(token);
  EXPECT_EQ(cluster.ledger().balance(aurigraph::test::issuer(), *token), U128{1'000});
  EXPECT_EQ(world.run().draft().tracker.committedAt, cluster.ledger().ledger().height());
  cluster.certify(cluster.ledger().ledger().height().value);
  cluster.gateway().push("certificate", {{QStringLiteral("height"), 1}});
  ASSERT_TRUE(eventually([&] { return world.state() == TrackerState::kFinal; }));
  EXPECT_TRUE(world.shown<QLabel>("trackerHeadline")->text().contains(QStringLiteral("final")));
  EXPECT_EQ(cluster.sent(), 2);
}

TEST(IssuanceWizard, AReasonOfTheLedgerLeadsToItsField) {
  IssuingCluster cluster;
  LocalStore store{QString()};
  PageWorld world(cluster, store);
  goToReview(world, "start-carbon");
  // Meanwhile somebody else takes the symbol: only the ledger knows.
  ASSERT_EQ(world.run().draft().term("symbol"), "VCU-1");
  cluster.issueElsewhere("VCU-1");
  world.button("wizardBack")->click();
  ASSERT_EQ(world.step(), Step::kPrecheck);
  world.button("precheckAgain")->click();
  ASSERT_TRUE(eventually([&] { return world.find("goTo-token.symbol_taken") != nullptr; }));
  world.button("wizardNext")->click();
  EXPECT_EQ(world.step(), Step::kPrecheck) << "an objection holds it";
  world.button("goTo-token.symbol_taken")->click();
  EXPECT_EQ(world.step(), Step::kTerms);
  EXPECT_EQ(world.focused(), QStringLiteral("field-symbol"));
}

TEST(IssuanceWizard, ARefusedIssueSaysWhyAndOpensAgain) {
  IssuingCluster cluster;
  LocalStore store{QString()};
  PageWorld world(cluster, store);
  goToReview(world, "start-carbon");
  cluster.issueElsewhere("VCU-1");
  world.button("haveRead")->click();
  world.button("signAndIssue")->click();
  ASSERT_TRUE(eventually([&] { return world.state() == TrackerState::kRefused; }));
  ASSERT_NE(world.shown("goTo-token.symbol_taken"), nullptr);
  world.button("goTo-token.symbol_taken")->click();
  EXPECT_EQ(world.focused(), QStringLiteral("field-symbol"));
  world.type(QStringLiteral("VCU-2"));
  EXPECT_EQ(world.run().draft().term("symbol"), "VCU-2");
}

TEST(IssuanceWizard, NextOnAnIncompleteStepShowsWhatIsMissingAndGoesThere) {
  IssuingCluster cluster;
  LocalStore store{QString()};
  PageWorld world(cluster, store);
  world.button("start-property")->click();
  ASSERT_TRUE(eventually([&] { return !world.run().flow().assetKeys().empty(); }));
  world.button("wizardNext")->click();
  ASSERT_EQ(world.step(), Step::kAsset);
  const auto shown = [&] {
    QStringList out;
    for (auto* line : world.page.findChildren<IssueLine*>())
      if (line->isVisible()) out << line->text();
    return out;
  };
  EXPECT_TRUE(shown().isEmpty()) << "nothing is wrong before anybody was there: "
                                 << shown().join(u'|').toStdString();
  world.press(Qt::Key_Tab);
  EXPECT_EQ(shown().size(), 1) << "the field that was left";
  world.button("wizardNext")->click();
  EXPECT_EQ(world.step(), Step::kAsset);
  EXPECT_GE(shown().size(), 3);
  EXPECT_EQ(world.focused(), QStringLiteral("field-asset_key"));
}

TEST(IssuanceWizard, ADraftIsThereAgainAfterARestart) {
  IssuingCluster cluster;
  LocalStore store{QString()};
  QString id;
  issuance::Draft before;
  {
    PageWorld world(cluster, store);
    goToApproval(world);
    world.page.wizard()->findChild<QAbstractButton*>(QStringLiteral("mark-terms"))->click();
    auto* name = world.find<QLineEdit>("field-name");
    name->setFocus();
    name->selectAll();
    world.type(QStringLiteral("ten thousand and one"));
    ASSERT_TRUE(eventually(
        [&] { return world.run().savedMs() != 0 && world.run().work() == IssuanceRun::Work::kNone; }));
    id = world.run().id();
    before = world.run().draft();
    world.button("wizardClose")->click();
  }
  PageWorld again(cluster, store);
  ASSERT_TRUE(eventually([&] { return again.page.runs().size() == 1; }));
  EXPECT_EQ(again.page.runs().front()->draft(), before);
  again.button(("openRun-" + id.toStdString()).c_str())->click();
  EXPECT_EQ(again.step(), Step::kTerms);
  EXPECT_EQ(again.find<QLineEdit>("field-name")->text(), QStringLiteral("ten thousand and one"));
}

TEST(IssuanceWizard, DraftsAreShownToWhoWroteThemOnly) {
  IssuingCluster cluster;
  LocalStore store{QString()};
  {
    PageWorld world(cluster, store);
    goToApproval(world);
    world.button("wizardClose")->click();
  }
  PageWorld world(cluster, store);
  ASSERT_TRUE(eventually([&] { return world.page.runs().size() == 1; }));
  world.connection.signOut();
  EXPECT_TRUE(world.page.runs().isEmpty());
  ASSERT_TRUE(resultOf(world.connection.signIn(aurigraph::test::compliance().key)).has_value());
  // Behind the page's own question: when this is answered, that one is.
  (void)resultOf(store.all(QStringLiteral("nothing")));
  EXPECT_TRUE(world.page.runs().isEmpty());
  ASSERT_TRUE(resultOf(world.connection.signIn(aurigraph::test::issuer().key)).has_value());
  EXPECT_TRUE(eventually([&] { return world.page.runs().size() == 1; }));
}

TEST(IssuanceWizard, ALostAnswerIsAskedForAndNothingIsIssuedTwice) {
  IssuingCluster cluster;
  LocalStore store{QString()};
  {
    PageWorld world(cluster, store);
    goToReview(world);
    cluster.loseAnswers(100);
    world.button("haveRead")->click();
    world.button("signAndIssue")->click();
    ASSERT_TRUE(eventually([&] { return cluster.ledger().ledger().tokenNamed("HOME-1").has_value(); }));
    EXPECT_EQ(world.state(), TrackerState::kIssuing);
  }
  cluster.loseAnswers(0);
  // The program ended before it heard; the next one asks the register.
  PageWorld again(cluster, store);
  ASSERT_TRUE(eventually([&] { return again.page.runs().size() == 1; }));
  ASSERT_TRUE(eventually(
      [&] { return again.page.runs().front()->draft().tracker.state == TrackerState::kCommitted; }));
  EXPECT_FALSE(again.page.runs().front()->draft().tracker.issueBatch.isZero());
}

TEST(IssuanceWizard, ALostRegistrationIsFoundOnTheRegister) {
  IssuingCluster cluster;
  LocalStore store{QString()};
  {
    PageWorld world(cluster, store);
    world.button("start-property")->click();
    ASSERT_TRUE(eventually([&] { return !world.run().flow().assetKeys().empty(); }));
    world.button("wizardExample")->click();
    while (world.step() < Step::kApproval) world.button("wizardNext")->click();
    cluster.loseAnswers(100);
    world.button("registerAsset")->click();
    ASSERT_TRUE(
        eventually([&] { return cluster.ledger().ledger().assetKeyed("US-06075-3512").has_value(); }));
    EXPECT_EQ(world.state(), TrackerState::kRegistering);
  }
  cluster.loseAnswers(0);
  PageWorld again(cluster, store);
  ASSERT_TRUE(eventually([&] { return again.page.runs().size() == 1; }));
  IssuanceRun* run = again.page.runs().front();
  ASSERT_TRUE(eventually([&] { return run->draft().tracker.state == TrackerState::kRegistered; }));
  EXPECT_EQ(run->draft().asset, cluster.ledger().ledger().assetKeyed("US-06075-3512").value());
}

TEST(IssuanceWizard, WhatTheLedgerObjectsToIsNotRegistered) {
  IssuingCluster cluster;
  LocalStore store{QString()};
  PageWorld world(cluster, store);
  world.button("start-property")->click();
  ASSERT_TRUE(eventually([&] { return !world.run().flow().assetKeys().empty(); }));
  world.button("wizardExample")->click();
  while (world.step() < Step::kApproval) world.button("wizardNext")->click();
  // Taken meanwhile, and not on any list that the page has seen.
  cluster.registerElsewhere("US-06075-3512");
  const auto sent = cluster.sent();
  world.button("registerAsset")->click();
  ASSERT_TRUE(eventually([&] { return world.state() == TrackerState::kRefused; }));
  EXPECT_EQ(cluster.sent(), sent) << "nothing is signed that the ledger would refuse";
  EXPECT_EQ(world.run().flow().mark(Step::kAsset), issuance::StepMark::kError);
  world.page.wizard()->findChild<QAbstractButton*>(QStringLiteral("mark-asset"))->click();
  EXPECT_EQ(world.step(), Step::kAsset) << "and it can be changed";
}

TEST(IssuanceWizard, ApprovalTravelsAsAFileToAnotherComputerAndBack) {
  IssuingCluster cluster;
  LocalStore store{QString()};
  PageWorld world(cluster, store);
  goToApproval(world);
  auto* approval = qobject_cast<ApprovalStep*>(world.page.wizard()->step(Step::kApproval));
  const QString request = cluster.file(QStringLiteral("home.approval-request"));
  const QString answer = cluster.file(QStringLiteral("home.approval"));
  approval->exportTo(request);
  ASSERT_TRUE(eventually([&] { return QFile::exists(request); }));

  // The approver's window: no connection at all.
  ApproveView approver;
  approver.resize(1'000, 700);
  approver.show();
  approver.openRequest(request);
  auto* cluster_ = approver.findChild<QLabel*>(QStringLiteral("approveCluster"));
  ASSERT_TRUE(eventually([&] { return cluster_->isVisible(); }))
      << approver.findChild<QLabel*>(QStringLiteral("approveSaid"))->text().toStdString();
  EXPECT_TRUE(cluster_->text().contains(QStringLiteral("not connected")));
  auto* key = approver.findChild<QLineEdit*>(QStringLiteral("approverKey"));
  auto* go = approver.findChild<QAbstractButton*>(QStringLiteral("approveHere"));
  key->setText(cluster.approverFile());
  auto* phrase = approver.findChild<QLineEdit*>(QStringLiteral("approverPassphrase"));
  phrase->setText(QStringLiteral("wrong"));
  ASSERT_TRUE(eventually([&] { return go->isEnabled(); }));
  auto* said = approver.findChild<QLabel*>(QStringLiteral("approveSaid"));
  go->click();
  ASSERT_TRUE(eventually([&] { return said->isVisible(); })) << "a wrong passphrase is said";
  phrase->setText(QStringLiteral("correct horse"));
  ASSERT_TRUE(eventually([&] { return go->isEnabled(); }));
  go->click();
  auto* save = approver.findChild<QAbstractButton*>(QStringLiteral("saveAnswer"));
  ASSERT_TRUE(eventually([&] { return save->isVisible(); }));
  approver.saveAnswer(answer);
  ASSERT_TRUE(eventually([&] { return QFile::exists(answer); }));

  approval->importFrom(answer);
  ASSERT_TRUE(eventually([&] { return world.run().draft().approvals.size() == 1; }));
  EXPECT_TRUE(world.run().flow().issues(Step::kApproval).empty());
}

TEST(IssuanceWizard, TheStepSaysUntilWhenAnApprovalIsGoodAndAsksAgain) {
  IssuingCluster cluster;
  LocalStore store{QString()};
  PageWorld world(cluster, store);
  goToApproval(world);
  auto* asked = world.find<QLabel>("asked");
  ASSERT_NE(asked, nullptr);
  EXPECT_TRUE(asked->text().contains(QStringLiteral("Nobody is asked"))) << asked->text().toStdString();
  EXPECT_EQ(world.find("askApprovalAgain"), nullptr);
  const auto older = world.request();
  const auto end = [](const issuance::ApprovalRequest& request) {
    return dateTimeText(fromMilliseconds(request.until().value / 1'000'000));
  };
  EXPECT_TRUE(asked->text().contains(end(older)));
  ASSERT_TRUE(world.take(issuance::approve(older, aurigraph::test::compliance().key)));
  ASSERT_NE(world.shown<QLabel>("approval-0-until"), nullptr);
  EXPECT_TRUE(world.shown<QLabel>("approval-0-until")->text().contains(end(older)));

  // Three days later.
  cluster.setAhead(72 * 3'600);
  ASSERT_TRUE(eventually([&] { return world.connection.clockOffsetMs() > 71 * 3'600'000; }));
  world.button("wizardNext")->click();
  EXPECT_EQ(world.step(), Step::kApproval);
  EXPECT_TRUE(world.shown<QLabel>("approval-0-until")->text().contains(QStringLiteral("was good until")));
  EXPECT_EQ(world.focused(), QStringLiteral("askApprovalAgain"));
  world.press(Qt::Key_Space);
  EXPECT_TRUE(world.run().draft().approvals.empty());
  EXPECT_TRUE(world.shown<QLabel>("renewed")->text().contains(QStringLiteral("1 earlier approval")))
      << world.shown<QLabel>("renewed")->text().toStdString();
  // What was under way meanwhile is of no use any more, and says why.
  EXPECT_FALSE(world.take(issuance::approve(older, aurigraph::test::compliance().key)));
  EXPECT_TRUE(world.shown<QLabel>("wizardProblem")->text().contains(QStringLiteral("another request")));
  const auto newer = world.request();
  EXPECT_GT(newer.until(), older.until());
  EXPECT_TRUE(world.take(issuance::approve(newer, aurigraph::test::compliance().key)));
  EXPECT_TRUE(world.run().flow().issues(Step::kApproval).empty());
}

TEST(IssuanceWizard, WhatHasEndedIsToldBeforeAnythingIsSent) {
  IssuingCluster cluster;
  LocalStore store{QString()};
  PageWorld world(cluster, store);
  goToReview(world);
  world.button("haveRead")->click();
  EXPECT_EQ(world.find("approvalEnded"), nullptr);
  cluster.setAhead(72 * 3'600);
  ASSERT_TRUE(eventually([&] { return world.connection.clockOffsetMs() > 71 * 3'600'000; }));
  const auto sent = cluster.sent();
  world.run().issue();  // Whatever the button shows by then.
  EXPECT_EQ(cluster.sent(), sent);
  EXPECT_EQ(world.state(), TrackerState::kRegistered);
  EXPECT_TRUE(world.shown<QLabel>("wizardProblem")->text().contains(QStringLiteral("has passed")));
  EXPECT_NE(world.shown("approvalEnded"), nullptr);
  EXPECT_FALSE(world.button("signAndIssue")->isEnabled());
}

TEST(IssuanceWizard, AnAnswerToAnotherAuthorsRequestIsRefused) {
  IssuingCluster cluster;
  LocalStore store{QString()};
  PageWorld world(cluster, store);
  goToApproval(world);
  auto other = world.request();
  other.author = IssuingCluster::otherIssuer().key.publicKey();
  const auto answer = issuance::approve(other, aurigraph::test::compliance().key);
  auto* approval = qobject_cast<ApprovalStep*>(world.page.wizard()->step(Step::kApproval));
  approval->importFrom(written(cluster, "other.approval", issuance::toJson(answer)));
  ASSERT_TRUE(eventually([&] { return world.find<QLabel>("wizardProblem") != nullptr; }));
  EXPECT_TRUE(world.shown<QLabel>("wizardProblem")->text().contains(QStringLiteral("somebody else")));
  EXPECT_TRUE(world.run().draft().approvals.empty());
}

TEST(IssuanceWizard, TheApproverReadsForWhomAndUntilWhen) {
  IssuingCluster cluster;
  LocalStore store{QString()};
  PageWorld world(cluster, store);
  goToApproval(world);
  const auto request = world.request();
  world.page.showApprove();
  const auto open = [&](const issuance::ApprovalRequest& file) {
    world.page.approving()->openRequest(written(cluster, "a.approval-request", issuance::toJson(file)));
  };
  const auto says = [&](const char* label, const QString& words) {
    return eventually([&] {
      auto* found = world.find<QLabel>(label);
      return found != nullptr && found->text().contains(words);
    });
  };
  open(request);
  EXPECT_TRUE(says("approveAuthor", isolated(QStringLiteral("issuer"))));
  EXPECT_TRUE(says("approveEnd", dateTimeText(fromMilliseconds(request.until().value / 1'000'000))));
  QStringList read;
  for (auto* label : world.page.approving()->findChildren<QLabel*>())
    if (label->isVisible()) read << label->text();
  for (const auto& line : request.words())
    EXPECT_TRUE(read.contains(summaryValue(line))) << line.key << ": " << line.value;
  auto stranger = request;
  stranger.author = aurigraph::test::keyNumber(77).publicKey();
  open(stranger);
  EXPECT_TRUE(says("approveAuthor", QStringLiteral("knows nobody")));
}

TEST(IssuanceWizard, NobodySignsWhatNoLedgerWouldTake) {
  IssuingCluster cluster;
  LocalStore store{QString()};
  PageWorld world(cluster, store);
  goToApproval(world);
  auto request = world.request();
  world.page.showApprove();
  const auto opened = [&](std::int64_t seconds, const char* words) {
    request.issue.approvals.until =
        Nanoseconds((QDateTime::currentSecsSinceEpoch() + seconds) * aurigraph::test::kSecond);
    world.page.approving()->openRequest(written(cluster, "a.approval-request", issuance::toJson(request)));
    return eventually([&] {
      auto* end = world.find<QLabel>("approveEnd");
      return end != nullptr && end->text().contains(QLatin1String(words));
    });
  };
  ASSERT_TRUE(opened(71 * 3'600, "can be ordered"));
  world.shown<QLineEdit>("approverKey")->setText(cluster.approverFile());
  world.shown<QLineEdit>("approverPassphrase")->setText(QStringLiteral("correct horse"));
  EXPECT_TRUE(eventually([&] { return world.button("approveHere")->isEnabled(); }));
  EXPECT_TRUE(opened(-60, "was good until"));
  EXPECT_FALSE(world.button("approveHere")->isEnabled());
  EXPECT_TRUE(opened(73 * 3'600, "72 hours"));
  EXPECT_FALSE(world.button("approveHere")->isEnabled());
  // Nor does anybody sign what he himself asks for.
  request.author = aurigraph::test::compliance().key.publicKey();
  ASSERT_TRUE(opened(70 * 3'600, "can be ordered"));
  world.button("approveHere")->click();
  EXPECT_TRUE(eventually([&] {
    auto* said = world.find<QLabel>("approveSaid");
    return said != nullptr && said->text().contains(QStringLiteral("own key"));
  }));
  EXPECT_EQ(world.find("saveAnswer"), nullptr);
}

/// What is good for longer than three days would be taken in the last three of them.
TEST(IssuanceWizard, WithoutAConnectionNobodySignsForLongerEither) {
  IssuingCluster cluster;
  LocalStore store{QString()};
  PageWorld world(cluster, store);
  goToApproval(world);
  auto request = world.request();
  ApproveView approver;
  approver.resize(1'000, 700);
  approver.show();
  auto* end = approver.findChild<QLabel*>(QStringLiteral("approveEnd"));
  const auto opened = [&](std::int64_t seconds, const char* words) {
    request.issue.approvals.until =
        Nanoseconds((QDateTime::currentSecsSinceEpoch() + seconds) * aurigraph::test::kSecond);
    approver.openRequest(written(cluster, "a.approval-request", issuance::toJson(request)));
    return eventually([&] { return end->isVisible() && end->text().contains(QLatin1String(words)); });
  };
  auto* go = approver.findChild<QAbstractButton*>(QStringLiteral("approveHere"));
  ASSERT_TRUE(opened(71 * 3'600, "can be ordered"));
  approver.findChild<QLineEdit*>(QStringLiteral("approverKey"))->setText(cluster.approverFile());
  approver.findChild<QLineEdit*>(QStringLiteral("approverPassphrase"))
      ->setText(QStringLiteral("correct horse"));
  EXPECT_TRUE(eventually([&] { return go->isEnabled(); }));
  EXPECT_TRUE(opened(365 * 86'400LL, "By this computer's clock"));
  EXPECT_FALSE(go->isEnabled());
  EXPECT_TRUE(opened(-60, "was good until"));
  EXPECT_TRUE(go->isEnabled()) << "the clock may be wrong, and nothing comes of it if it is not";
}

TEST(IssuanceWizard, AChangedRequestIsNotOpened) {
  IssuingCluster cluster;
  LocalStore store{QString()};
  PageWorld world(cluster, store);
  goToApproval(world);
  std::string json = issuance::toJson(world.request());
  json.replace(json.find("Supply: 1000"), 12, "Supply: 1");
  const QString path = written(cluster, "changed.approval-request", json);
  world.page.showApprove();
  world.page.approving()->openRequest(path);
  ASSERT_TRUE(eventually([&] { return world.find<QLabel>("approveSaid") != nullptr; }));
  EXPECT_TRUE(world.shown<QLabel>("approveSaid")->text().contains(QStringLiteral("cannot be read")));
  EXPECT_EQ(world.find("approveCluster"), nullptr);
}

TEST(IssuanceWizard, ExamplesAreOfferedOnSimulatedClustersOnly) {
  IssuingCluster cluster;
  QJsonObject status = RecordedCluster::status();
  status[QStringLiteral("simulated")] = false;
  cluster.gateway().answer("GET", QStringLiteral("/query/status"), status);
  LocalStore store{QString()};
  PageWorld world(cluster, store);
  world.button("start-property")->click();
  ASSERT_TRUE(eventually([&] { return !world.run().flow().assetKeys().empty(); }));
  EXPECT_EQ(world.find("wizardExample"), nullptr);
}

TEST(IssuanceWizard, ADiscardedDraftIsGoneAfterAQuestion) {
  IssuingCluster cluster;
  LocalStore store{QString()};
  PageWorld world(cluster, store);
  world.button("start-batch")->click();
  world.run().save();
  world.button("wizardDiscard")->click();
  EXPECT_EQ(world.focused(), QStringLiteral("discardKeep")) << "the harmless answer is the near one";
  world.button("discardConfirm")->click();
  EXPECT_EQ(world.page.wizard(), nullptr);
  EXPECT_TRUE(world.page.runs().isEmpty());
  const auto kept = resultOf(store.all(
      IssuanceRun::roomOf(cluster.ledger().genesisDigest(), aurigraph::test::issuer().key.publicKey())));
  ASSERT_TRUE(kept);
  EXPECT_TRUE(kept->isEmpty());
}

TEST(IssuanceWizard, EveryStepIsForEarsAndKeyboardToo) {
  IssuingCluster cluster;
  LocalStore store{QString()};
  PageWorld world(cluster, store);
  const auto clean = [&](const char* where) {
    for (const auto& finding : test::a11yFindings(world.page)) ADD_FAILURE() << where << ": " << finding;
  };
  clean("list");
  world.button("start-carbon")->click();
  ASSERT_TRUE(eventually([&] { return !world.run().flow().assetKeys().empty(); }));
  world.button("wizardExample")->click();
  while (world.step() < Step::kApproval) {
    clean(std::string(issuance::nameOf(world.step())).c_str());
    world.button("wizardNext")->click();
  }
  clean("approval");
  world.button("registerAsset")->click();
  ASSERT_TRUE(eventually([&] { return world.state() == TrackerState::kRegistered; }));
  clean("approval of a registered asset");
  world.page.showApprove();
  clean("approve");
}

TEST(IssuanceWords, EveryKeyOfTheTemplatesHasWords) {
  for (const std::string& name : issuance::templateNames()) {
    const auto from = issuance::loadTemplate(name).value();
    EXPECT_FALSE(templateSentence(name).isEmpty()) << name;
    for (const auto& field : from.fields) {
      EXPECT_TRUE(hasFieldWords(field.key)) << field.key;
      EXPECT_TRUE(hasHelpWords(field.help)) << field.help;
    }
    for (const auto& need : from.needs) EXPECT_TRUE(hasHelpWords(need.help)) << need.help;
    for (const auto& policy : from.policies) EXPECT_TRUE(hasHelpWords(policy.help)) << policy.help;
    for (const auto& document : from.documents) {
      EXPECT_TRUE(hasHelpWords(document.help)) << document.help;
      EXPECT_NE(documentText(document.type), QString::fromStdString(document.type));
    }
  }
}

TEST(IssuanceWords, EveryIssueOfTheFlowHasWords) {
  // The codes as the sources write them: a new one without words fails here.
  static const QRegularExpression kCode(QStringLiteral("\"([a-z_]+\\.[a-z_]+)\""));
  int found = 0;
  for (const char* name :
       {"check_asset.cpp", "check_terms.cpp", "issuance_flow.cpp", "issuance_flow_edit.cpp"}) {
    QFile file(QStringLiteral(AURIGRAPH_SOURCE_DIR "/ui/wizard/flow/") + QLatin1String(name));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QString source = QString::fromUtf8(file.readAll());
    for (auto at = kCode.globalMatch(source); at.hasNext();) {
      const std::string code = at.next().captured(1).toStdString();
      if (code.starts_with("decimal.") || code.starts_with("issuance.") || code == "draft.malformed")
        continue;
      EXPECT_TRUE(hasIssueWords(code)) << code;
      ++found;
    }
  }
  EXPECT_GT(found, 40);
}

TEST(IssuanceWords, WhatTheLedgerSaysToApprovalsHasWordsOfThisPage) {
  for (const char* code : {"approval.related", "approval.same_organisation", "approval.twice",
                           "approval.ended", "approval.too_long", "approval.used"}) {
    const auto issue = issuance::issueOf({code, "the ledger's own words", "", ""});
    EXPECT_EQ(issue.step, Step::kApproval) << code;
    EXPECT_TRUE(hasFieldWords(issue.field)) << issue.field;
    EXPECT_FALSE(issueText(issue).contains(QStringLiteral("the ledger's own words"))) << code;
  }
}

TEST(IssuanceWords, EveryLineOfARequestHasALabel) {
  issuance::ApprovalRequest request;
  request.issue.currency = "USD";
  request.issue.serials = {{"VERRA", "S1", 1, 2}};
  request.issue.maxMilliCelsius = 5;
  request.issue.approvals.until = aurigraph::test::kGenesisTime;
  for (const auto& line : request.words())
    EXPECT_FALSE(line.key.ends_with("." + summaryLabel(line).toStdString())) << line.key;
}

}  // namespace
}  // namespace aurigraph::ui
