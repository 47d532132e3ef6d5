#include "ui/charts/value_scale.h"

#include <gtest/gtest.h>

#include <cmath>

namespace aurigraph::ui {
namespace {

TEST(ValueScale, HoldsEveryValueWithRoomAboveAndRoundLines) {
  for (const double value : {0.004, 0.3, 1.0, 7.0, 12.4, 99.0, 12'431.0, 776'000.0, 1'300'000.0}) {
    ValueScale scale;
    scale.fit(value);
    EXPECT_GT(scale.top(), value);
    EXPECT_LT(scale.top(), value * 2.3) << "a line at the bottom says nothing";
    const double lines = scale.top() / scale.interval();
    EXPECT_NEAR(lines, std::round(lines), 1e-9) << value;
    EXPECT_GE(lines, 2);
    EXPECT_LE(lines, 5);
  }
}

TEST(ValueScale, GrowsAtOnceAndShrinksLate) {
  ValueScale scale;
  scale.fit(100);
  const double before = scale.top();
  EXPECT_FALSE(scale.fit(80)) << "a chart that breathes cannot be read";
  EXPECT_FALSE(scale.fit(before * 0.5));
  EXPECT_TRUE(scale.fit(before * 1.01));
  EXPECT_GT(scale.top(), before);
  EXPECT_TRUE(scale.fit(10));
  EXPECT_LT(scale.top(), 20);
}

TEST(ValueScale, CountsHaveWholeLines) {
  ValueScale scale(true);
  for (const double value : {0.0, 1.0, 2.0, 3.0, 6.0, 9.0}) {
    scale.fit(value);
    EXPECT_EQ(scale.interval(), std::floor(scale.interval())) << value;
    EXPECT_GE(scale.top(), value);
  }
}

TEST(ValueScale, WhatIsNoNumberChangesNothing) {
  ValueScale scale;
  scale.fit(10);
  const double top = scale.top();
  EXPECT_FALSE(scale.fit(std::nan("")));
  EXPECT_FALSE(scale.fit(INFINITY));
  EXPECT_FALSE(scale.fit(-4));
  EXPECT_EQ(scale.top(), top);
}

}  // namespace
}  // namespace aurigraph::ui
