// A comparison that accepts everything compares nothing: tests/ui/support/picture.h.

#include <gtest/gtest.h>

#include <QFile>
#include <QLabel>

#include "tests/ui/support/picture.h"

namespace aurigraph::ui::test {
namespace {

QImage drawn(const QString& text) {
  QLabel label(text);
  return pictureOf(label, QSize(160, 40));
}

TEST(Picture, IsTheSameEveryTime) {
  EXPECT_EQ(drawn(QStringLiteral("Aurigraph")), drawn(QStringLiteral("Aurigraph")));
}

TEST(Picture, LooksLikeTheOneThatWasKept) {
  EXPECT_TRUE(looksLike(drawn(QStringLiteral("Aurigraph")), QStringLiteral("house-label")));
}

TEST(Picture, OnePixelIsEnoughToDifferAndIsShown) {
  if (qEnvironmentVariable("AURIGRAPH_BLESS") == QLatin1String("1"))
    GTEST_SKIP() << "writes, compares nothing";
  QImage other = drawn(QStringLiteral("Aurigraph"));
  other.setPixel(3, 3, qRgb(1, 2, 3));
  const auto result = looksLike(other, QStringLiteral("house-label"));
  EXPECT_FALSE(result);
  const QImage difference(QStringLiteral(AURIGRAPH_BINARY_DIR "/pictures/house-label-difference.png"));
  EXPECT_EQ(difference.pixelColor(3, 3), QColor(220, 0, 0));
  EXPECT_NE(difference.pixelColor(4, 3), QColor(220, 0, 0));
  EXPECT_FALSE(looksLike(other.scaled(80, 20), QStringLiteral("house-label"))) << "another size";
}

TEST(Picture, ThatWasNeverKeptIsNoSuccess) {
  if (qEnvironmentVariable("AURIGRAPH_BLESS") == QLatin1String("1"))
    GTEST_SKIP() << "writes, compares nothing";
  EXPECT_FALSE(looksLike(drawn(QStringLiteral("Aurigraph")), QStringLiteral("no-such-picture")));
}

}  // namespace
}  // namespace aurigraph::ui::test
