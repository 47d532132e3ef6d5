// What is known of a source, by a clock that stands still.

#include "nodes/slim/source_book.h"

#include <gtest/gtest.h>

namespace aurigraph::slim {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kHour = 3'600 * kSecond;

class Book : public ::testing::Test {
 protected:
  static SourceWord word() {
    SourceWord out;
    out.terms.name = "nws";
    out.terms.provider = "nws";
    out.terms.recordsPerHour = 10;
    return out;
  }
  /// Empty: it is asked.
  std::string why(std::string_view provider = "nws") const {
    const auto terms = book_.believed("nws", provider);
    return terms ? "" : std::string(terms.error().code);
  }

  Nanoseconds now_{1'800'000'000 * kSecond};
  SourceBook book_{[this] { return now_; }, std::chrono::seconds(10)};
};

TEST_F(Book, NobodyIsAskedBeforeTheLedgerWasHeard) {
  EXPECT_EQ(why(), "source.unheard");
  book_.refused("nws", ledger::ReasonCode::kSourcePaused);  // what an earlier run had queued
  EXPECT_EQ(why(), "source.unheard");
  now_.value += 11 * kSecond;
  book_.heard("nws", std::nullopt);
  EXPECT_EQ(why(), "source.unknown");
  book_.heard("nws", word());
  EXPECT_EQ(why(), "");
  EXPECT_EQ(why("epcis"), "source.other_provider");
}

TEST_F(Book, APauseEndsByItselfOrWhenItIsResumed) {
  auto paused = word();
  paused.paused = true;
  paused.pausedUntil = Nanoseconds(now_.value + kSecond);
  book_.heard("nws", paused);
  EXPECT_EQ(why(), "source.paused");
  EXPECT_EQ(book_.resting(), std::vector<std::string>{"nws"});
  EXPECT_NE(book_.believed("nws", "nws").error().message.find("Until "), std::string::npos);
  now_.value += kSecond;
  EXPECT_EQ(why(), "");
  EXPECT_TRUE(book_.resting().empty());

  paused.pausedUntil.reset();
  book_.heard("nws", paused);
  now_.value += 1'000 * kHour;
  EXPECT_EQ(why(), "source.paused");
  book_.heard("nws", word());
  EXPECT_EQ(why(), "");
}

TEST_F(Book, AnHourThatIsUsedUpIsWaitedFor) {
  auto full = word();
  full.recordsInHour = 10;
  full.hourSince = Nanoseconds(now_.value - kHour / 2);
  book_.heard("nws", full);
  EXPECT_EQ(why(), "source.budget");
  EXPECT_EQ(book_.resting(), std::vector<std::string>{"nws"});
  now_.value += kHour / 2;
  EXPECT_EQ(why(), "") << "the next one has begun";
  full.hourSince = now_;
  full.recordsInHour = 9;
  book_.heard("nws", full);
  EXPECT_EQ(why(), "");
}

TEST_F(Book, WhatTheLedgerRefusesRestsEvenIfANodeSaysOtherwise) {
  book_.heard("nws", word());
  for (const auto reason : {ledger::ReasonCode::kSourceBudget, ledger::ReasonCode::kSourcePaused}) {
    book_.refused("nws", reason);
    book_.heard("nws", word());
    EXPECT_EQ(why(), ledger::describe(reason).code);
    now_.value += 10 * kSecond;
    EXPECT_EQ(why(), "");
  }
}

}  // namespace
}  // namespace aurigraph::slim
