// The register and one asset.

#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

#include "tests/ui/assets/stage.h"
#include "tests/ui/support/a11y.h"

namespace aurigraph::ui::test {
namespace {

using testing::Test;

QString s(const char* text) {
  return QString::fromUtf8(text);
}

int rowsOf(Stage& stage, const char* table) {
  return stage.find<QTableView>(table).model()->rowCount();
}

bool waitFor(const std::function<bool()>& holds) {
  return QTest::qWaitFor(holds, 10'000);
}

/// All visible text of labels below the page.
QString shownText(Stage& stage) {
  QString out;
  for (const QLabel* label : stage.page().findChildren<QLabel*>())
    if (label->isVisible()) out += label->text() + QLatin1Char('\n');
  return out;
}

void type(Stage& stage, const char* text) {
  auto& search = stage.find<QLineEdit>("assetSearch");
  search.clear();
  QTest::keyClicks(&search, s(text));
}

TEST(Register, IsFoundByKeyNameSymbolAndId) {
  Stage stage;
  ASSERT_TRUE(stage.showList());
  EXPECT_EQ(rowsOf(stage, "assetTable"), 3);
  for (const auto& [typed, name] : {std::pair{"08031-0953", "Property US-08031-0953704093000"},
                                    {"carbon PROJECT", "Carbon project VERRA:2386"},
                                    {"vcu-1", "Carbon project VERRA:2386"},
                                    {"1", nullptr}}) {
    type(stage, typed);
    if (name == nullptr) continue;
    ASSERT_EQ(rowsOf(stage, "assetTable"), 1) << typed;
    EXPECT_EQ(stage.cell("assetTable", 0, 0), s(name));
  }
  type(stage, "2386");
  QTest::keyClick(&stage.find<QLineEdit>("assetSearch"), Qt::Key_Return);
  ASSERT_TRUE(stage.settles());
  EXPECT_EQ(stage.text("assetName"), s("Carbon project VERRA:2386"));
}

TEST(Register, AsksTheGatewayForWhatIsNotLoaded) {
  Stage stage;
  QJsonObject elsewhere{{s("id"), 77}, {s("asset_key"), s("DE-1")}, {s("name"), s("Far away")}};
  stage.gateway.answer("GET", s("/query/assets?key=DE-1"), {{s("items"), QJsonArray{elsewhere}}});
  stage.gateway.answer("GET", s("/query/assets/77"), elsewhere);
  ASSERT_TRUE(stage.showList());
  type(stage, "DE-1");
  EXPECT_EQ(rowsOf(stage, "assetTable"), 0);
  QTest::keyClick(&stage.find<QLineEdit>("assetSearch"), Qt::Key_Return);
  EXPECT_TRUE(waitFor([&] { return stage.text("assetName") == s("Far away"); }));
}

TEST(Register, SaysWhenNothingHasThisName) {
  Stage stage;
  stage.gateway.answer("GET", s("/query/assets?key=nowhere"), {{s("code"), s("query.unknown_asset")}}, 404);
  ASSERT_TRUE(stage.showList());
  type(stage, "nowhere");
  QTest::keyClick(&stage.find<QLineEdit>("assetSearch"), Qt::Key_Return);
  EXPECT_TRUE(waitFor([&] { return shownText(stage).contains(s("knows no asset")); }));
}

TEST(Register, IsReadPageAfterPage) {
  Stage stage;
  const auto item = [](int id) {
    return QJsonObject{{s("id"), id}, {s("asset_key"), s("K%1").arg(id)}, {s("name"), s("Asset %1").arg(id)}};
  };
  stage.gateway.answer("GET", s("/query/assets"),
                       {{s("items"), QJsonArray{item(1), item(2)}}, {s("next"), s("2")}});
  stage.gateway.answer("GET", s("/query/assets?limit=100&cursor=2"), {{s("items"), QJsonArray{item(3)}}});
  ASSERT_TRUE(stage.showList());
  EXPECT_EQ(rowsOf(stage, "assetTable"), 2);
  QTest::mouseClick(&stage.find<QPushButton>("moreAssets"), Qt::LeftButton);
  EXPECT_TRUE(waitFor([&] { return rowsOf(stage, "assetTable") == 3; }));
  EXPECT_FALSE(stage.find<QPushButton>("moreAssets").isVisible());
}

TEST(Register, ThatIsEmptySaysWhatToDo) {
  Stage stage;
  stage.gateway.answer("GET", s("/query/assets"), {{s("items"), QJsonArray()}});
  stage.connectIt();
  ASSERT_TRUE(waitFor([&] { return stage.page().pane().state().kind == PaneState::Kind::kEmpty; }));
  EXPECT_FALSE(stage.page().settled());
  QSignalSpy elsewhere(&stage.page(), &Page::openElsewhere);
  QTest::mouseClick(&stage.find<QPushButton>("stateAction"), Qt::LeftButton);
  ASSERT_EQ(elsewhere.size(), 1);
  EXPECT_EQ(elsewhere.first().first().toString(), s("issuance"));
}

TEST(OneAsset, ShowsItsTokenRecordsAndHolders) {
  Stage stage;
  ASSERT_TRUE(stage.showAsset(s("2")));
  const QString text = shownText(stage);
  EXPECT_TRUE(text.contains(s("VERRA 17071: 121276431–121282430"))) << text.toStdString();
  EXPECT_EQ(rowsOf(stage, "recordTable"), 4);
  EXPECT_EQ(rowsOf(stage, "holderTable"), 1);
  EXPECT_EQ(stage.cell("holderTable", 0, 0), s("issuer"));
  EXPECT_TRUE(stage.cell("holderTable", 0, 2).contains(s("10,000")));
}

TEST(OneAsset, SaysOfEveryValueWhereItComesFrom) {
  Stage stage;
  ASSERT_TRUE(stage.showAsset(s("1")));
  EXPECT_EQ(shownText(stage).count(s("Reported by the gateway")), 4);  // asset, token, records, documents
  EXPECT_EQ(stage.cell("holderTable", 0, 6), s("Reported by the gateway"));
  EXPECT_FALSE(shownText(stage).contains(s("Verified")));
}

TEST(OneAsset, ShowsDocumentsWithTheirDigests) {
  Stage stage;
  ASSERT_TRUE(stage.showAsset(s("3")));
  ASSERT_EQ(rowsOf(stage, "documentTable"), 2);
  EXPECT_EQ(stage.cell("documentTable", 0, 0), s("bill-of-lading"));
  EXPECT_TRUE(stage.cell("documentTable", 0, 1).contains(s("5d1f6c0c0c1f6a7a")));
}

TEST(OneAsset, HoldersThatAreNotShownAreExplained) {
  Stage stage;
  stage.gateway.answer("GET", s("/query/holders?token=HOME-1"),
                       {{s("code"), s("auth.forbidden")}, {s("detail"), s("No.")}}, 403);
  ASSERT_TRUE(stage.showAsset(s("1")));
  EXPECT_TRUE(shownText(stage).contains(s("shown to the token's issuer and to auditors")));
  EXPECT_FALSE(stage.find<QTableView>("holderTable").isVisible());
  EXPECT_FALSE(stage.find<QPushButton>("proveHolding").isVisible());
  EXPECT_EQ(rowsOf(stage, "recordTable"), 2) << "the rest is shown all the same";
}

TEST(OneAsset, RecordsThatAreNotShownKeepTheirIds) {
  Stage stage;
  const QString id = s("8acf8f5b48741cac3710d831b68f366036bb851f801fd804006fc51cb58348d3");
  stage.gateway.answer("GET", s("/query/records/") + id, {{s("code"), s("auth.required")}}, 401);
  ASSERT_TRUE(stage.showAsset(s("1")));
  EXPECT_TRUE(shownText(stage).contains(s("Records are shown to who is signed in")));
  EXPECT_TRUE(stage.cell("recordTable", 0, 0).contains(s("8acf8f5b487")));
}

TEST(OneAsset, ItsRecordsAreFollowedElsewhere) {
  Stage stage;
  ASSERT_TRUE(stage.showAsset(s("1")));
  QSignalSpy elsewhere(&stage.page(), &Page::openElsewhere);
  stage.find<QTableView>("recordTable").setFocus();
  QTest::keyClick(&stage.find<QTableView>("recordTable"), Qt::Key_Return);
  ASSERT_EQ(elsewhere.size(), 1);
  EXPECT_EQ(elsewhere.first().at(0).toString(), s("record"));
  EXPECT_EQ(elsewhere.first().at(1).toString(),
            s("8acf8f5b48741cac3710d831b68f366036bb851f801fd804006fc51cb58348d3"));
}

TEST(OneAsset, ALateAnswerAboutAnotherCountsForNothing) {
  Stage stage;
  ASSERT_TRUE(stage.showList());
  stage.gateway.hold(true);
  stage.page().open(s("asset"), s("1"));
  stage.page().open(s("asset"), s("2"));
  stage.gateway.hold(false);
  ASSERT_TRUE(stage.settles());
  EXPECT_EQ(stage.text("assetName"), s("Carbon project VERRA:2386"));
  EXPECT_EQ(rowsOf(stage, "recordTable"), 4);
}

TEST(OneAsset, ThatDoesNotExistIsSaid) {
  Stage stage;
  stage.gateway.answer("GET", s("/query/assets/9"),
                       {{s("code"), s("query.unknown_asset")}, {s("detail"), s("There is no such asset.")}},
                       404);
  ASSERT_TRUE(stage.showList());
  stage.page().open(s("asset"), s("9"));
  ASSERT_TRUE(waitFor([&] { return stage.page().pane().state().kind == PaneState::Kind::kError; }));
  QTest::keyClick(&stage.page(), Qt::Key_Escape);
  EXPECT_TRUE(stage.settles()) << "and the register is one key away";
}

TEST(OneAsset, HostileTextStaysText) {
  Stage stage;
  const QString evil = s("<img src=x> \u202Eevil\u0007 &amp;");
  QJsonObject asset{{s("id"), 5}, {s("asset_key"), evil}, {s("name"), evil}, {s("issuer_name"), evil}};
  stage.gateway.answer("GET", s("/query/assets/5"), asset);
  ASSERT_TRUE(stage.showList());
  stage.page().open(s("asset"), s("5"));
  ASSERT_TRUE(stage.settles());
  EXPECT_TRUE(stage.text("assetName").startsWith(s("<img src=x> evil")));
  EXPECT_FALSE(stage.text("assetName").contains(QChar(0x202E)));
  for (const QLabel* label : stage.page().findChildren<QLabel*>())
    EXPECT_EQ(label->textFormat(), Qt::PlainText) << label->text().toStdString();
}

TEST(AssetsPage, EveryViewIsUsableWithoutAMouseAndWithoutSeeing) {
  Stage stage;
  ASSERT_TRUE(stage.showList());
  EXPECT_EQ(a11yFindings(stage.page()), Findings());
  for (const char* id : {"1", "3"}) {
    stage.page().open(s("asset"), s(id));
    ASSERT_TRUE(stage.settles());
    EXPECT_EQ(a11yFindings(stage.page()), Findings()) << id;
  }
  stage.page().open(s("proof"), s("HOME-1/10"));
  ASSERT_TRUE(stage.settles());
  EXPECT_EQ(a11yFindings(stage.page()), Findings());
}

}  // namespace
}  // namespace aurigraph::ui::test
