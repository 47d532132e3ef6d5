#include "ui/widgets/evidence_view.h"

#include <gtest/gtest.h>

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTest>

#include "ui/client/recorded_transport.h"

namespace aurigraph::ui {
namespace {

using Form = EvidenceText::Form;
using State = EvidenceView::State;

const QByteArray kPrices = R"({"source":"public listings","quotes":[{"price":40.00,"currency":"USD",)"
                           R"("serial":12345678901234567890,"a/b":{"~":true}}]})";

QString digestOf(const QByteArray& bytes) {
  return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

TEST(EvidenceText, NoLiteralOfJsonChanges) {
  const auto read = readEvidence(kPrices, {}, {});
  EXPECT_EQ(read.form, Form::kJson);
  EXPECT_TRUE(read.text.contains(QLatin1String("\"price\": 40.00,")));
  EXPECT_TRUE(read.text.contains(QLatin1String("12345678901234567890")));
  EXPECT_LT(read.text.indexOf(QLatin1String("source")), read.text.indexOf(QLatin1String("quotes")));
}

TEST(EvidenceText, TheFieldIsFoundByPointer) {
  EXPECT_EQ(readEvidence(kPrices, {}, QStringLiteral("/quotes/0/price")).markedText(),
            QStringLiteral("\"price\": 40.00"));
  EXPECT_EQ(readEvidence(kPrices, {}, QStringLiteral("/quotes/0/a~1b/~0")).markedText(),
            QStringLiteral("\"~\": true"));
  EXPECT_FALSE(readEvidence(kPrices, {}, QStringLiteral("/quotes/1/price")).marked());
  EXPECT_FALSE(readEvidence(kPrices, {}, {}).marked());
}

TEST(EvidenceText, TheCellIsFoundByRowAndColumn) {
  const QByteArray table = "id,Name,Quantity\r\n1,\"Rimba, Raya\",500\r\n2,Kariba,700\r\n";
  const auto cell = readEvidence(table, {}, QStringLiteral("row:2/col:Name"));
  EXPECT_EQ(cell.form, Form::kCsv);
  EXPECT_EQ(cell.markedText(), QStringLiteral("\"Rimba, Raya\""));
  EXPECT_EQ(readEvidence(table, {}, QStringLiteral("row:3/col:Quantity")).markedText(),
            QStringLiteral("700"));
  EXPECT_EQ(readEvidence(table, {}, QStringLiteral("row:3")).markedText(), QStringLiteral("2,Kariba,700"));
  EXPECT_FALSE(readEvidence(table, {}, QStringLiteral("row:9/col:Name")).marked());
}

TEST(EvidenceText, XmlIsIndented) {
  const auto read = readEvidence("<?xml version=\"1.0\"?><a><b>1</b><c/></a>", {}, {});
  EXPECT_EQ(read.form, Form::kXml);
  EXPECT_EQ(read.text, QStringLiteral("<?xml version=\"1.0\"?>\n<a>\n  <b>1</b>\n  <c/>\n</a>"));
}

TEST(EvidenceText, WhatIsNoJsonIsShownAsItIs) {
  for (const QByteArray& bytes : {QByteArray("{\"a\":"), QByteArray("{\"a\" 1}"), QByteArray("[1 2]"),
                                  QByteArray(400, '['), QByteArray("{\"a\":1}tail")}) {
    const auto read = readEvidence(bytes, {}, QStringLiteral("/a"));
    EXPECT_EQ(read.form, Form::kText);
    EXPECT_EQ(read.text.toUtf8(), bytes);
  }
}

TEST(EvidenceText, NothingHidesOrTurnsText) {
  const auto read = readEvidence(QStringLiteral("{\"a\":\"x\u202Eevil\u2028\"}").toUtf8(), {}, {});
  EXPECT_FALSE(read.text.contains(QChar(0x202E)));
  EXPECT_TRUE(read.text.contains(QLatin1String("[U+202E]evil[U+2028]")));
}

TEST(EvidenceText, BytesThatAreNoTextAreHexadecimal) {
  const auto read = readEvidence(QByteArray::fromHex("00ff41"), {}, {});
  EXPECT_EQ(read.form, Form::kBytes);
  EXPECT_TRUE(read.text.startsWith(QLatin1String("00000000  00 ff 41")));
}

TEST(EvidenceText, OfMuchThePartRoundTheFieldIsShown) {
  QByteArray bytes = "[";
  for (int i = 0; i < 20'000; ++i) bytes += QByteArray::number(i) + ',';
  bytes += "{\"here\":1}]";
  const auto read = readEvidence(bytes, {}, QStringLiteral("/20000/here"));
  EXPECT_TRUE(read.cut);
  EXPECT_LE(read.text.size(), EvidenceText::kMaxShown);
  EXPECT_EQ(read.markedText(), QStringLiteral("\"here\": 1"));
}

class EvidenceViewTest : public ::testing::Test {
 protected:
  EvidenceViewTest() : api(gateway.transport()) { view.resize(700, 400); }
  void serve(const QString& digest, const QByteArray& bytes) {
    gateway.answerBytes("GET", QStringLiteral("/evidence/") + digest, bytes);
  }
  QString says() { return view.textView()->accessibleDescription(); }
  RecordedGateway gateway;
  ApiClient api;
  EvidenceView view;
};

TEST_F(EvidenceViewTest, BytesThatMatchAreSaid) {
  serve(digestOf(kPrices), kPrices);
  view.fetch(api, digestOf(kPrices), QStringLiteral("/quotes/0/price"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return view.state() == State::kMatches; }));
  EXPECT_TRUE(says().contains(QLatin1String("Matches the ledger")));
  EXPECT_EQ(view.textView()->toPlainText(), view.shown().text);
}

TEST_F(EvidenceViewTest, BytesThatDoNotMatchAreSaid) {
  serve(digestOf(kPrices), kPrices + " ");
  view.fetch(api, digestOf(kPrices));
  ASSERT_TRUE(QTest::qWaitFor([&] { return view.state() == State::kDiffers; }));
  EXPECT_TRUE(says().contains(QLatin1String("Does not match the ledger")));
  EXPECT_TRUE(says().contains(QLatin1String("Do not rely on them")));
}

TEST_F(EvidenceViewTest, TheMarkedFieldStandsOut) {
  view.show(kPrices, {}, QStringLiteral("/quotes/0/price"), digestOf(kPrices));
  ASSERT_TRUE(QTest::qWaitFor([&] { return view.state() == State::kMatches; }));
  ASSERT_EQ(view.textView()->extraSelections().size(), 1);
  EXPECT_EQ(view.textView()->extraSelections()[0].cursor.selectedText(), QStringLiteral("\"price\": 40.00"));
  view.point(QStringLiteral("/quotes/0/currency"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return view.shown().markedText().contains(QLatin1String("USD")); }));
  EXPECT_EQ(view.textView()->extraSelections()[0].cursor.selectedText(),
            QStringLiteral("\"currency\": \"USD\""));
  view.point(QStringLiteral("/gone"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !view.shown().marked(); }));
  EXPECT_TRUE(says().contains(QLatin1String("There is no field")));
}

TEST_F(EvidenceViewTest, WhatCannotBeHadIsSaid) {
  view.fetch(api, digestOf(kPrices));
  ASSERT_TRUE(QTest::qWaitFor([&] { return view.state() == State::kUnavailable; }));
  EXPECT_TRUE(says().contains(QLatin1String("Not available")));
}

TEST_F(EvidenceViewTest, TheNewestCallWins) {
  serve(digestOf(kPrices), kPrices);
  gateway.hold(true);
  view.fetch(api, digestOf(kPrices));
  view.show("[1]", {}, {}, digestOf("[1]"));
  gateway.hold(false);
  ASSERT_TRUE(QTest::qWaitFor([&] { return view.state() == State::kMatches; }));
  QCoreApplication::processEvents();
  EXPECT_EQ(view.shown().text, QStringLiteral("[\n  1\n]"));
}

TEST_F(EvidenceViewTest, HostileTextStaysText) {
  const QByteArray bytes = "<img src='http://x/y.png'><b>bold</b>";
  view.show(bytes, QStringLiteral("text/html"), {}, digestOf(bytes));
  ASSERT_TRUE(QTest::qWaitFor([&] { return view.state() == State::kMatches; }));
  EXPECT_TRUE(view.textView()->toPlainText().contains(QLatin1String("<b>bold</b>")));
}

}  // namespace
}  // namespace aurigraph::ui
