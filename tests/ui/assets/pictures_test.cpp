// What the page looks like, bit by bit (tests/ui/support/picture.h).

#include <QTableView>

#include "tests/ui/assets/stage.h"
#include "tests/ui/support/picture.h"
#include "ui/theme/theme.h"

namespace aurigraph::ui::test {
namespace {

const QSize kSmall(1'080, 740);  // What a window of 1280×800 leaves a page.
const QSize kLarge(1'400, 940);  // 1600×1000

TEST(AssetsPictures, TheRegister) {
  Stage stage;
  ASSERT_TRUE(stage.showList());
  EXPECT_TRUE(looksLike(stage.page(), kSmall, QStringLiteral("assets")));
}

TEST(AssetsPictures, OneAssetWhoseHoldingWasVerified) {
  Stage stage;
  ASSERT_TRUE(stage.showProof(QStringLiteral("HOME-1/10")));
  EXPECT_TRUE(looksLike(stage.page(), kSmall, QStringLiteral("proof")));
  stage.page().open(QStringLiteral("asset"), QStringLiteral("1"));
  ASSERT_TRUE(stage.settles());
  EXPECT_TRUE(looksLike(stage.page(), kLarge, QStringLiteral("asset-detail")));
}

TEST(AssetsPictures, AProofThatBreaksInTheDark) {
  Stage stage;
  QByteArray broken = recorded(QStringLiteral("vcu-1-2.rwaproof"));
  broken[65'000] = static_cast<char>(broken[65'000] ^ 1);
  stage.gateway.answerBytes("GET", QStringLiteral("/query/proof/VCU-1/2"), broken);
  Theme::instance().apply(Theme::Kind::kDark);
  const bool shown = stage.showProof(QStringLiteral("VCU-1/2"));
  const auto result = looksLike(stage.page(), kSmall, QStringLiteral("proof-broken-dark"));
  Theme::instance().apply(Theme::Kind::kLight);
  EXPECT_TRUE(shown);
  EXPECT_TRUE(result);
}

TEST(AssetsPictures, OneAssetFromRightToLeft) {
  QApplication::setLayoutDirection(Qt::RightToLeft);
  {
    Stage stage;
    EXPECT_TRUE(stage.showAsset(QStringLiteral("2")));
    EXPECT_TRUE(looksLike(stage.page(), kSmall, QStringLiteral("asset-detail-rtl")));
  }
  QApplication::setLayoutDirection(Qt::LeftToRight);
}

}  // namespace
}  // namespace aurigraph::ui::test
