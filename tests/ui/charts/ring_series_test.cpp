#include "ui/charts/ring_series.h"

#include <gtest/gtest.h>

namespace aurigraph::ui {
namespace {

using Heard = RingSeries::Heard;
constexpr qint64 kNow = 1'764'079'200;

TEST(RingSeries, ASecondNobodyTalkedOfIsNotASecondOfNothing) {
  RingSeries series;
  series.put(kNow, 5.0);
  series.put(kNow + 2, std::nullopt);
  EXPECT_EQ(series.at(kNow).heard, Heard::kValue);
  EXPECT_EQ(series.at(kNow + 1).heard, Heard::kNo);
  EXPECT_EQ(series.at(kNow + 2).heard, Heard::kNothing);
  EXPECT_EQ(series.at(kNow + 3).heard, Heard::kNo);
}

TEST(RingSeries, WhatTheRingHeldAnHourAgoDoesNotComeBack) {
  RingSeries series;
  for (int i = 0; i < RingSeries::kSeconds; ++i) series.put(kNow + i, 1.0);
  // A hole of ten seconds, whose slots hold values of the last round.
  series.put(kNow + RingSeries::kSeconds + 10, 2.0);
  for (int i = 0; i < 10; ++i) EXPECT_EQ(series.at(kNow + RingSeries::kSeconds + i).heard, Heard::kNo) << i;
  EXPECT_EQ(series.at(kNow).heard, Heard::kNo) << "older than the ring";
  EXPECT_EQ(series.at(kNow + RingSeries::kSeconds - 1).value, 1.0);
}

TEST(RingSeries, ALongSilenceEmptiesIt) {
  RingSeries series;
  for (int i = 0; i < 100; ++i) series.put(kNow + i, 1.0);
  series.put(kNow + 50'000, 2.0);
  for (int i = 1; i < RingSeries::kSeconds; ++i) ASSERT_EQ(series.at(kNow + 50'000 - i).heard, Heard::kNo);
}

TEST(RingSeries, LateReadingsFindTheirPlace) {
  RingSeries series;
  series.put(kNow + 10, 10.0);
  series.put(kNow + 3, 3.0);
  EXPECT_EQ(series.at(kNow + 3).value, 3.0);
  EXPECT_EQ(series.newest(), kNow + 10);
  series.put(kNow + 10 - RingSeries::kSeconds, 1.0);
  EXPECT_EQ(series.at(kNow + 10).value, 10.0) << "what is too old must not overwrite what is new";
}

TEST(RingSeries, FoldingNeverClosesAHole) {
  RingSeries series;
  for (int i = 0; i < 6; ++i)
    if (i != 4) series.put(kNow + i, 6.0);
  EXPECT_EQ(series.folded(kNow, 3, Fold::kMean).heard, Heard::kValue);
  EXPECT_EQ(series.folded(kNow + 3, 3, Fold::kMean).heard, Heard::kNo);
}

TEST(RingSeries, NothingToMeasureIsLeftOutOfAMeanNotCountedAsZero) {
  RingSeries series;
  series.put(kNow, 4.0);
  series.put(kNow + 1, std::nullopt);
  series.put(kNow + 2, 8.0);
  EXPECT_EQ(series.folded(kNow, 3, Fold::kMean).value, 6.0);
  RingSeries quiet;
  for (int i = 0; i < 3; ++i) quiet.put(kNow + i, std::nullopt);
  EXPECT_EQ(quiet.folded(kNow, 3, Fold::kMean).heard, Heard::kNothing);
}

TEST(RingSeries, TheWorstSecondSpeaksWhereAMeanWouldLie) {
  RingSeries series;
  for (const auto& [at, value] : {std::pair{0, 3.0}, {1, 9.0}, {2, 3.0}}) series.put(kNow + at, value);
  EXPECT_EQ(series.folded(kNow, 3, Fold::kHighest).value, 9.0);
  EXPECT_EQ(series.folded(kNow, 3, Fold::kLowest).value, 3.0);
  EXPECT_EQ(series.folded(kNow, 3, Fold::kMean).value, 5.0);
}

}  // namespace
}  // namespace aurigraph::ui
