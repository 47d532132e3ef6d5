// Pictures of the page with recorded data and a clock that stands still. Written to
// build/…/pictures/review; what is checked is that nothing is cut off, empty or loading in them.

#include <QDir>
#include <QTreeView>

#include "tests/ui/review/review_fixture.h"
#include "ui/pages/review/check_list.h"
#include "ui/pages/review/item_panel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/evidence_view.h"

namespace aurigraph::ui {
namespace {

struct Look {
  const char* name;
  Theme::Kind theme;
  Qt::LayoutDirection direction;
  QSize size;
};

void PrintTo(const Look& look, std::ostream* out) {
  *out << look.name;
}

struct ReviewPictures : ReviewTest, testing::WithParamInterface<Look> {
  void SetUp() override {
    Theme::instance().apply(GetParam().theme);
    QApplication::setLayoutDirection(GetParam().direction);
    fillMore();
    start();
    page->resize(GetParam().size);
  }
  void TearDown() override {
    page.reset();
    Theme::instance().apply(Theme::Kind::kLight);
    QApplication::setLayoutDirection(Qt::LeftToRight);
  }

  void fillMore() {
    fill();
    auto& json = ledger->row(first);
    QJsonObject last{{QStringLiteral("id"), QString(64, QLatin1Char('7'))},
                     {QStringLiteral("height"), 61},
                     {QStringLiteral("decision"), QStringLiteral("AUTO")},
                     {QStringLiteral("score_ppm"), 912'000}};
    putTime(last, "admitted_at", time.at.addDays(-41));
    json[QLatin1String("last_accepted")] = last;
    const auto change = [](const char* field, const char* kind, const char* before, const char* after) {
      QJsonObject out{{QStringLiteral("field"), QLatin1String(field)},
                      {QStringLiteral("change"), QLatin1String(kind)}};
      if (before != nullptr) out[QLatin1String("before")] = QLatin1String(before);
      if (after != nullptr) out[QLatin1String("after")] = QLatin1String(after);
      return out;
    };
    json[QLatin1String("differences")] = QJsonArray{change("appraiser", "changed", "M. Ortega", "A. Reyes"),
                                                    change("area", "changed", "398.0 m2", "412.5 m2"),
                                                    change("currency", "same", "USD", "USD"),
                                                    change("lien", "removed", "none", nullptr),
                                                    change("method", "added", nullptr, "comparables"),
                                                    change("value", "changed", "1375000 USD", "1840000 USD")};
    QJsonArray earlier;
    for (int i = 1; i <= 5; ++i) {
      QJsonObject one{
          {QStringLiteral("id"), QString(64, QLatin1Char('0' + i))},
          {QStringLiteral("kind"), i == 2 ? QStringLiteral("title") : QStringLiteral("valuation")},
          {QStringLiteral("score_ppm"), 930'000 - i * 21'000},
          {QStringLiteral("decision"), i == 3 ? QStringLiteral("APPROVED") : QStringLiteral("AUTO")},
          {QStringLiteral("source"), i == 2 ? QStringLiteral("county-title") : QStringLiteral("attom")}};
      putTime(one, "admitted_at", time.at.addDays(-40 * i));
      earlier.append(one);
    }
    json[QLatin1String("earlier")] = earlier;
  }

  void save(const char* what) {
    for (int round = 0; round < 4; ++round) {  // Text that wraps asks for its height when it knows its width.
      QApplication::sendPostedEvents();
      QApplication::processEvents();
    }
    const QString folder = QStringLiteral(AURIGRAPH_BINARY_DIR "/pictures/review");
    QDir().mkpath(folder);
    const QString file =
        QStringLiteral("%1/%2-%3.png").arg(folder, QLatin1String(GetParam().name), QLatin1String(what));
    const QPixmap picture = page->grab();
    EXPECT_EQ(picture.size(), GetParam().size) << "the page does not fit its window";
    EXPECT_TRUE(picture.save(file));
    EXPECT_TRUE(page->settled());
  }
};

TEST_P(ReviewPictures, ThePageAtWork) {
  auto& item = *page->findChild<ItemPanel*>();
  save("queue");
  claimAndLook();
  item.checks().setCurrentIndex(item.checks().checks().index(0, 0, item.checks().checks().index(0, 0)));
  press(Qt::Key_A);
  press(Qt::Key_Down);
  press(Qt::Key_Tab);
  type(QStringLiteral("The new appraisal includes the annex that was registered in May."));
  save("decision");
  press(Qt::Key_Return, Qt::ControlModifier);
  advance(2'000);
  save("held");
  ASSERT_TRUE(eventually([&] { return item.evidence().state() == EvidenceView::State::kMatches; }));
  press(Qt::Key_O);
  EXPECT_TRUE(item.evidence().shown().marked());
  save("raw");
  press(Qt::Key_2);
  save("score");
  press(Qt::Key_4);
  save("changes");
  press(Qt::Key_5);
  save("earlier");
}

INSTANTIATE_TEST_SUITE_P(
    Looks, ReviewPictures,
    testing::Values(Look{"light", Theme::Kind::kLight, Qt::LeftToRight, {1'280, 800}},
                    Look{"light-wide", Theme::Kind::kLight, Qt::LeftToRight, {1'600, 1'000}},
                    Look{"dark", Theme::Kind::kDark, Qt::LeftToRight, {1'280, 800}},
                    Look{"dark-wide", Theme::Kind::kDark, Qt::LeftToRight, {1'600, 1'000}},
                    Look{"arabic", Theme::Kind::kLight, Qt::RightToLeft, {1'280, 800}},
                    Look{"narrow", Theme::Kind::kLight, Qt::LeftToRight, {980, 760}}),
    [](const auto& look) {
      QString name = QLatin1String(look.param.name);
      return name.remove(QLatin1Char('-')).toStdString();
    });

}  // namespace
}  // namespace aurigraph::ui
