#include "ui/widgets/score_waterfall.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

namespace aurigraph::ui {
namespace {

ScoreStory carbonPrice() {
  return {.checks = {{QStringLiteral("completeness"), 150'000, 26'250},
                     {QStringLiteral("format"), 100'000, 0},
                     {QStringLiteral("source"), 150'000, 82'500}},
          .caps = {},
          .averagePpm = 891'250,
          .scorePpm = 891'250,
          .band = QStringLiteral("ACCEPT")};
}

TEST(ScoreWaterfall, EveryNumberIsAlsoInWords) {
  ScoreWaterfall fall;
  fall.setStory(carbonPrice());
  EXPECT_TRUE(fall.accessibleName().contains(QLatin1String("Accepted")));
  const QString said = fall.accessibleDescription();
  EXPECT_TRUE(said.contains(QLatin1String("Format: nothing lost")));
  EXPECT_TRUE(said.contains(QLatin1String("Source verification")));
  EXPECT_TRUE(said.contains(QLatin1String("0.0825")));
  EXPECT_TRUE(said.contains(QLatin1String("0.80")));
  EXPECT_TRUE(said.contains(QLatin1String("0.60")));
}

TEST(ScoreWaterfall, TheCostliestCheckIsChosenFirstAndArrowsMove) {
  ScoreWaterfall fall;
  fall.setStory(carbonPrice());
  QSignalSpy chosen(&fall, &ScoreWaterfall::checkChosen);
  QFocusEvent focus(QEvent::FocusIn);
  QCoreApplication::sendEvent(&fall, &focus);
  EXPECT_EQ(fall.chosen(), 2);
  QTest::keyClick(&fall, Qt::Key_Up);
  EXPECT_EQ(fall.chosen(), 1);
  QTest::keyClick(&fall, Qt::Key_Home);
  QTest::keyClick(&fall, Qt::Key_Up);
  EXPECT_EQ(fall.chosen(), 0);
  QTest::keyClick(&fall, Qt::Key_End);
  QTest::keyClick(&fall, Qt::Key_Down);
  EXPECT_EQ(fall.chosen(), 2);
  EXPECT_EQ(chosen.count(), 4);
  EXPECT_TRUE(fall.accessibleName().contains(QLatin1String("Source verification")));
}

TEST(ScoreWaterfall, ACapThatBindsIsAStep) {
  const QJsonObject record{
      {QStringLiteral("score_ppm"), 599'999},
      {QStringLiteral("average_ppm"), 700'000},
      {QStringLiteral("band"), QStringLiteral("REJECT")},
      {QStringLiteral("caps"), QJsonArray{QJsonObject{{QStringLiteral("code"), QStringLiteral("X")},
                                                      {QStringLiteral("rule"), QStringLiteral("S-C3")}}}},
      {QStringLiteral("checks"), QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("range")},
                                                        {QStringLiteral("weight"), 300'000},
                                                        {QStringLiteral("lost_ppm"), 300'000}}}}};
  const ScoreStory story = ScoreStory::of(record);
  EXPECT_TRUE(story.capBinds());
  ScoreWaterfall fall;
  fall.setStory(story);
  const int with = fall.sizeHint().height();
  EXPECT_TRUE(fall.accessibleDescription().contains(QLatin1String("S-C3")));
  EXPECT_TRUE(fall.accessibleDescription().contains(QLatin1String("0.5999")));
  ScoreStory free = story;
  free.scorePpm = free.averagePpm;
  fall.setStory(free);
  EXPECT_LT(fall.sizeHint().height(), with);
}

}  // namespace
}  // namespace aurigraph::ui
