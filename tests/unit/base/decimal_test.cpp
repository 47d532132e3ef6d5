#include "core/base/decimal.h"

#include <gtest/gtest.h>

namespace aurigraph {
namespace {

TEST(Decimal, KeepsEveryDigitOfTheSource) {
  EXPECT_EQ(Decimal::parse("500000.00")->toText(), "500000");
  EXPECT_EQ(Decimal::parse("-0.0700")->toText(), "-0.07");
  EXPECT_EQ(Decimal::parse("1.5E-7")->toText(), "0.00000015");
  EXPECT_EQ(Decimal::parse("12e3")->toText(), "12000");
  EXPECT_EQ(Decimal::parse("0.000")->scale, 0);
}

TEST(Decimal, RefusesWhatIsNoNumber) {
  for (const char* bad :
       {"", "-", ".5", "5.", "1,000", "+1", " 1", "1 ", "0x10", "nan", "1e", "1.2.3", "--1"})
    EXPECT_EQ(Decimal::parse(bad).error().code, "decimal.malformed") << bad;
  EXPECT_EQ(Decimal::parse("1e60").error().code, "decimal.out_of_range");
  EXPECT_EQ(Decimal::parse("1e-19").error().code, "decimal.out_of_range");
}

TEST(Decimal, ComparesAcrossScales) {
  EXPECT_EQ(compare(*Decimal::parse("1.10"), *Decimal::parse("1.1")), 0);
  EXPECT_LT(compare(*Decimal::parse("-2"), *Decimal::parse("-1.999999999999999999")), 0);
  EXPECT_GT(compare(*Decimal::parse("99999999999999999999999999999999999999"),
                    *Decimal::parse("0.000000000000000001")),
            0);
}

TEST(Decimal, DividesRoundingHalfAwayFromZero) {
  EXPECT_EQ(divide(Decimal::of(1), Decimal::of(3), 4)->toText(), "0.3333");
  EXPECT_EQ(divide(Decimal::of(5), Decimal::of(2), 0)->toText(), "3");
  EXPECT_EQ(divide(Decimal::of(-5), Decimal::of(2), 0)->toText(), "-3");
  EXPECT_EQ(divide(Decimal::of(1), Decimal::of(0), 2).error().code, "decimal.division_by_zero");
}

TEST(Decimal, UnitsAreExactOrRefused) {
  EXPECT_TRUE(*toUnits(*Decimal::parse("7.50"), 2) == 750);
  EXPECT_EQ(toUnits(*Decimal::parse("7.505"), 2).error().code, "decimal.inexact");
}

}  // namespace
}  // namespace aurigraph
