// Proofs in the window: each link, the verdict, what is kept and what is handed on.

#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

#include "tests/ui/assets/stage.h"
#include "ui/pages/assets/proof_words.h"
#include "ui/pages/assets/verified_balances.h"

namespace aurigraph::ui::test {
namespace {

QString s(const char* text) {
  return QString::fromUtf8(text);
}

constexpr int kResult = 2;

QString fileWith(const QTemporaryDir& folder, const QByteArray& bytes) {
  const QString name = folder.filePath(s("a.rwaproof"));
  QFile out(name);
  EXPECT_TRUE(out.open(QIODevice::WriteOnly));
  out.write(bytes);
  return name;
}

QByteArray flipped(QByteArray bytes, qsizetype at) {
  bytes[at] = static_cast<char>(bytes[at] ^ 0x01);
  return bytes;
}

QByteArray genuine() {
  return recorded(s("home-1-10.rwaproof"));
}

TEST(Proof, IsVerifiedLinkByLink) {
  Stage stage;
  ASSERT_TRUE(stage.showProof(s("HOME-1/10")));
  EXPECT_TRUE(stage.text("verdict").startsWith(s("Valid: all 14"))) << stage.text("verdict").toStdString();
  auto& table = stage.find<QTableView>("proofSteps");
  ASSERT_EQ(table.model()->rowCount(), 14);
  for (int row = 0; row < 14; ++row) EXPECT_EQ(stage.cell("proofSteps", row, kResult), s("Holds")) << row;
  EXPECT_TRUE(
      stage.cell("proofSteps", 2, 3).contains(s("of 3 validators signed the history up to block 28")));
  // Who brought each record, and that it was not the issuer.
  EXPECT_EQ(stage.cell("proofSteps", 4, 1), s("Who brought record 1"));
  EXPECT_EQ(stage.cell("proofSteps", 4, 3), s("“slim-1” (Slim node), who is not the issuer."));
  table.setCurrentIndex(table.model()->index(2, 0));
  const QString bytes = stage.find<QPlainTextEdit>("proofBytes").toPlainText();
  EXPECT_TRUE(bytes.contains(s("Signature of validator-"))) << bytes.toStdString();
  EXPECT_TRUE(bytes.contains(s("Without a signature"))) << bytes.toStdString();
}

TEST(Proof, OfAReviewedRecordSaysWhoseWordItRestsOn) {
  Stage stage;
  ASSERT_TRUE(stage.showProof(s("VCU-1/2")));
  bool found = false;
  for (int row = 0; row < stage.find<QTableView>("proofSteps").model()->rowCount(); ++row)
    found = found || stage.cell("proofSteps", row, 3).startsWith(s("Approved in block"));
  EXPECT_TRUE(found);
}

TEST(Proof, AFlippedBitNamesItsLink) {
  const QTemporaryDir folder;
  const QByteArray bytes = genuine();
  const struct {
    qsizetype at;
    const char* link;
  } kCases[] = {
      {0, "The file"}, {200, "The validators' signatures"}, {bytes.size() - 1, "The validators' signatures"}};
  for (const auto& [at, link] : kCases) {
    Stage stage;
    ASSERT_TRUE(stage.showList());
    stage.page().open(s("proof-file"), fileWith(folder, flipped(bytes, at)));
    ASSERT_TRUE(stage.settles());
    EXPECT_TRUE(stage.text("verdict").startsWith(s("Invalid: link "))) << at;
    EXPECT_EQ(stage.cell("proofSteps", 0, 1), s(link)) << "the one that fails comes first; byte " << at;
    EXPECT_EQ(stage.cell("proofSteps", 0, kResult), s("Does not hold"));
    auto& table = stage.find<QTableView>("proofSteps");
    EXPECT_EQ(table.currentIndex().row(), 0);
    EXPECT_EQ(stage.page().focusWidget(), &table);
    const int last = table.model()->rowCount() - 1;
    EXPECT_EQ(stage.cell("proofSteps", last, kResult), s("Not checked"));
    EXPECT_TRUE(stage.text("stepFound").startsWith(s("Does not hold: ")));
  }
}

TEST(Proof, AnUnknownClusterIsNeverCalledValid) {
  Stage stage(Stage::Pin::kUnpinned);
  ASSERT_TRUE(stage.showProof(s("HOME-1/10")));
  EXPECT_TRUE(stage.text("verdict").startsWith(s("Consistent, but of an unknown cluster")));
  auto& genesis = stage.find<QLineEdit>("proofGenesis");
  EXPECT_TRUE(genesis.text().isEmpty()) << "the gateway's own word about its genesis is no pin";
  QTest::keyClicks(&genesis, QString(64, QLatin1Char('a')));
  ASSERT_TRUE(stage.settles());
  EXPECT_TRUE(stage.text("verdict").startsWith(s("Consistent, but of an unknown cluster")));
  EXPECT_TRUE(stage.text("genesisNote").contains(s("typed")));
  stage.page().open(s("asset"), s("1"));
  ASSERT_TRUE(stage.settles());
  EXPECT_EQ(stage.cell("holderTable", 1, 6), s("Reported by the gateway"));
}

TEST(Proof, SaysWhomItWasCheckedAgainst) {
  Stage stage;
  ASSERT_TRUE(stage.showProof(s("HOME-1/10")));
  EXPECT_EQ(stage.find<QLineEdit>("proofGenesis").text(), kGenesis);
  EXPECT_TRUE(stage.text("genesisNote").contains(s("pinned")));
  auto& genesis = stage.find<QLineEdit>("proofGenesis");
  genesis.setFocus();
  QTest::keyClick(&genesis, Qt::Key_End);
  QTest::keyClick(&genesis, Qt::Key_Backspace);
  EXPECT_TRUE(stage.text("genesisNote").contains(s("63 of 64")));
}

TEST(Proof, IsCheckedWithoutAConnection) {
  const QTemporaryDir folder;
  Stage stage;
  stage.chooser().answer = fileWith(folder, genuine());
  QTest::mouseClick(&stage.find<QPushButton>("openProofFile"), Qt::LeftButton);
  ASSERT_TRUE(stage.settles());
  EXPECT_TRUE(stage.text("verdict").startsWith(s("Consistent")));
  QTest::keyClicks(&stage.find<QLineEdit>("proofGenesis"), kGenesis);
  ASSERT_TRUE(stage.settles());
  EXPECT_TRUE(stage.text("verdict").startsWith(s("Valid")));
  EXPECT_TRUE(stage.gateway.requests().isEmpty());
}

TEST(Proof, ADroppedFileIsChecked) {
  const QTemporaryDir folder;
  Stage stage;
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(fileWith(folder, genuine()))});
  QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(&stage.page(), &enter);
  EXPECT_TRUE(enter.isAccepted());
  QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(&stage.page(), &drop);
  ASSERT_TRUE(stage.settles());
  EXPECT_EQ(stage.find<QTableView>("proofSteps").model()->rowCount(), 14);
}

TEST(Proof, StaysOpenWhenTheConnectionGoes) {
  const QTemporaryDir folder;
  Stage stage;
  ASSERT_TRUE(stage.showList());
  stage.page().open(s("proof-file"), fileWith(folder, genuine()));
  ASSERT_TRUE(stage.settles());
  stage.page().setConnection(nullptr);
  EXPECT_TRUE(stage.settles());
  EXPECT_TRUE(stage.find<QTableView>("proofSteps").isVisible());
}

TEST(Proof, AFileThatCannotBeReadIsSaid) {
  Stage stage;
  stage.page().open(s("proof-file"), s("/nowhere/at/all.rwaproof"));
  EXPECT_TRUE(QTest::qWaitFor([&] { return stage.text("verdict").startsWith(s("The file cannot be read")); },
                              10'000));
}

TEST(Proof, TheGatewaysRefusalIsSaidInItsWords) {
  Stage stage;
  stage.gateway.answer("GET", s("/query/proof/HOME-1/10"),
                       {{s("code"), s("auth.forbidden")}, {s("detail"), s("Not for you.")}}, 403);
  ASSERT_TRUE(stage.showList());
  stage.page().open(s("proof"), s("HOME-1/10"));
  EXPECT_TRUE(QTest::qWaitFor([&] { return stage.text("verdict") == s("Not for you."); }, 10'000));
}

TEST(Proof, ThatWasCancelledNeverAppears) {
  Stage stage;
  ASSERT_TRUE(stage.showList());
  stage.gateway.hold(true);
  stage.page().open(s("proof"), s("HOME-1/10"));
  EXPECT_TRUE(stage.find<QPushButton>("cancelProof").isVisible());
  QTest::mouseClick(&stage.find<QPushButton>("cancelProof"), Qt::LeftButton);
  const auto asked = stage.gateway.requests().size();
  stage.gateway.hold(false);
  // Any later answer comes behind the cancelled one.
  ASSERT_TRUE(QTest::qWaitFor([&] { return stage.gateway.requests().size() > asked + 1; }, 10'000));
  EXPECT_EQ(stage.text("verdict"), s("No proof is open."));
  EXPECT_EQ(stage.find<QTableView>("proofSteps").model()->rowCount(), 0);
}

TEST(ProofExport, WritesTheBytesThatWereVerified) {
  const QTemporaryDir folder;
  Stage stage;
  ASSERT_TRUE(stage.showProof(s("HOME-1/10")));
  stage.chooser().answer = folder.filePath(s("my house.rwaproof"));
  QTest::mouseClick(&stage.find<QPushButton>("saveProof"), Qt::LeftButton);
  ASSERT_TRUE(QTest::qWaitFor([&] { return stage.text("assetsNotice").startsWith(s("Saved")); }, 10'000));
  QFile written(stage.chooser().answer);
  ASSERT_TRUE(written.open(QIODevice::ReadOnly));
  EXPECT_EQ(written.readAll(), genuine());
  EXPECT_EQ(stage.chooser().suggested, s("home-1-10.rwaproof"));
  EXPECT_TRUE(stage.text("proofCommand").contains(s("my house.rwaproof'"))) << "quoted for a shell";
}

TEST(ProofExport, KeepsTheOldFileWhenItCannotWrite) {
  Stage stage;
  ASSERT_TRUE(stage.showProof(s("HOME-1/10")));
  stage.chooser().answer = s("/nowhere/at/all.rwaproof");
  QTest::mouseClick(&stage.find<QPushButton>("saveProof"), Qt::LeftButton);
  EXPECT_TRUE(QTest::qWaitFor(
      [&] { return stage.text("assetsNotice").startsWith(s("The file cannot be written")); }, 10'000));
}

TEST(ProofExport, WhatDoesNotHoldIsNotHandedOn) {
  Stage stage;
  stage.gateway.answerBytes("GET", s("/query/proof/HOME-1/10"), flipped(genuine(), genuine().size() - 1));
  ASSERT_TRUE(stage.showProof(s("HOME-1/10")));
  EXPECT_TRUE(stage.text("verdict").startsWith(s("Invalid")));
  EXPECT_FALSE(stage.find<QPushButton>("saveProof").isVisible());
  stage.chooser().answer = s("/tmp/never.rwaproof");
  QTest::keyClick(&stage.page(), Qt::Key_S, Qt::ControlModifier);
  EXPECT_TRUE(stage.chooser().suggested.isEmpty());
}

TEST(VerifiedBalance, IsMarkedForExactlyThatValue) {
  Stage stage;
  ASSERT_TRUE(stage.showAsset(s("1")));
  auto& holders = stage.find<QTableView>("holderTable");
  holders.setCurrentIndex(holders.model()->index(1, 0));
  QTest::keyClick(&stage.page(), Qt::Key_E, Qt::ControlModifier);
  ASSERT_TRUE(stage.settles());
  QTest::keyClick(&stage.page(), Qt::Key_Escape);
  ASSERT_TRUE(stage.settles());
  EXPECT_EQ(stage.cell("holderTable", 1, 6), s("Verified on this computer · checkpoint 28, block 28"));
  EXPECT_EQ(stage.cell("holderTable", 0, 6), s("Reported by the gateway")) << "nobody else's balance";
  for (const char* card : {"assetSource", "tokenSource", "recordsSource"})
    EXPECT_TRUE(stage.find<QLabel>(card).text().contains(s("Verified on this computer"))) << card;

  stage.page().open(s("asset"), s("1"));
  ASSERT_TRUE(stage.settles());
  EXPECT_NE(stage.text("recordsSource"), s("Reported by the gateway")) << "and stays so";

  const auto holder = [](int id, const char* balance) {
    return QJsonObject{{s("identity"), id},
                       {s("balance"), s(balance)},
                       {s("held"), s("0")},
                       {s("frozen"), false},
                       {s("name"), s("x")}};
  };
  stage.gateway.answer("GET", s("/query/holders?token=HOME-1"),
                       {{s("items"), QJsonArray{holder(2, "974"), holder(10, "26")}}});
  QJsonObject record{{s("score_ppm"), 990'000}, {s("band"), s("ACCEPT")}, {s("decision"), s("AUTO")}};
  stage.gateway.answer(
      "GET", s("/query/records/8acf8f5b48741cac3710d831b68f366036bb851f801fd804006fc51cb58348d3"), record);
  stage.page().open(s("asset"), s("1"));
  ASSERT_TRUE(stage.settles());
  EXPECT_EQ(stage.cell("holderTable", 1, 6), s("Reported by the gateway · changed since it was verified"));
  EXPECT_EQ(stage.text("recordsSource"), s("Reported by the gateway")) << "a score that no proof vouches for";
}

TEST(VerifiedBalance, IsRememberedForItsClusterOnly) {
  const QTemporaryDir folder;
  LocalStore store(folder.filePath(s("store.db")));
  assets::ProvenHolding holding;
  holding.symbol = s("A");
  holding.identity = 7;
  holding.checkpoint = 35;
  holding.account = {{s("balance"), s("25")}, {s("held"), s("0")}, {s("frozen"), false}};
  QObject owner;
  assets::VerifiedBalances before(store, &owner);
  before.follow(s("one"));
  before.keep(holding, s("digest"));
  holding.checkpoint = 34;
  holding.account[s("balance")] = s("24");
  before.keep(holding, s("older"));  // an old file changes nothing

  assets::VerifiedBalances after(store, &owner);
  after.follow(s("one"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return after.find(s("A"), 7) != nullptr; }, 10'000));
  EXPECT_EQ(after.find(s("A"), 7)->checkpoint, 35U);
  EXPECT_EQ(after.find(s("A"), 7)->digest,
            assets::balanceDigest(
                {{s("balance"), s("25")}, {s("held"), s("0")}, {s("frozen"), false}, {s("x"), 1}}));
  QSignalSpy read(&after, &assets::VerifiedBalances::changed);
  after.follow(s("two"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return read.size() == 2; }, 10'000));
  EXPECT_EQ(after.find(s("A"), 7), nullptr);
}

TEST(VerifyCommand, IsSafeInAShell) {
  using assets::verifyCommand;
  EXPECT_EQ(verifyCommand({}, s("a.rwaproof")), s("aurigraph verify a.rwaproof"));
  EXPECT_EQ(verifyCommand(s("ab"), s("/x/it's $(here).rwaproof")),
            s("aurigraph verify --genesis ab '/x/it'\\''s $(here).rwaproof'"));
  EXPECT_EQ(verifyCommand({}, s("-rf")), s("aurigraph verify ./-rf"));
}

}  // namespace
}  // namespace aurigraph::ui::test
