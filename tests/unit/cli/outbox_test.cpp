// Signed orders on disk: there before they are sent, whole or not at all, for their owner alone.

#include "app/aurigraph/outbox.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>
#include <thread>

#include "nodes/files/files.h"
#include "tests/support/temporary_folder.h"

namespace aurigraph::cli {
namespace {

using aurigraph::test::TemporaryFolder;

constexpr std::chrono::milliseconds kShort{100};

crypto::SigningKey keyOf(std::uint8_t number) {
  crypto::Seed seed;
  seed.bytes.fill(number);
  return crypto::SigningKey::fromSeed(seed);
}

class OutboxFolder : public ::testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path profile() const { return folder_.path(); }
  [[nodiscard]] static KeptOrder order(std::uint64_t session, U128 amount = 100) {
    wire::Transfer transfer;
    transfer.debit = 1;
    transfer.credit = 2;
    transfer.amount = amount;
    transfer.token = 3;
    auto batch = wire::signTransfers({.genesis = {},
                                      .lane = Lane(0),
                                      .session = SessionNumber(session),
                                      .request = RequestNumber(1),
                                      .validUntil = Nanoseconds(1'000)},
                                     {&transfer, 1}, keyOf(9));
    return KeptOrder::of(std::move(batch), "1.00 HOUSE to ann", "https://127.0.0.1:8443",
                         Nanoseconds(static_cast<std::int64_t>(session)))
        .value();
  }
  static mode_t modeOf(const std::filesystem::path& path) {
    struct stat facts {};
    EXPECT_EQ(::stat(path.c_str(), &facts), 0) << path;
    return facts.st_mode & 0777U;
  }

  TemporaryFolder folder_;
  Outbox outbox_{folder_.path()};
};

TEST_F(OutboxFolder, WhatIsKeptIsReadBackByteForByteAndOldestFirst) {
  const auto second = order(8);
  const auto first = order(7);
  ASSERT_TRUE(outbox_.keep(second));
  ASSERT_TRUE(outbox_.keep(first));
  const auto open = outbox_.open();
  ASSERT_TRUE(open);
  ASSERT_EQ(open->size(), 2U);
  EXPECT_EQ(open->front().batch, first.batch);
  EXPECT_EQ(open->front().words, first.words);
  EXPECT_EQ(open->front().gateway, first.gateway);
  EXPECT_EQ(open->back().id(), second.id());
  EXPECT_EQ(outbox_.find(toHex(first.id().view()).substr(0, 12))->id(), first.id());
  EXPECT_EQ(outbox_.find("000000").error().code, "outbox.unknown");
  EXPECT_EQ(outbox_.find("12").error().code, "outbox.bad_id");
}

TEST_F(OutboxFolder, IsForItsOwnerAlone) {
  const auto before = ::umask(0);
  ASSERT_TRUE(outbox_.keep(order(7)));
  ::umask(before);
  EXPECT_EQ(modeOf(profile() / "outbox"), 0700U);
  EXPECT_EQ(modeOf(outbox_.fileOf(order(7).id())), 0600U);
}

TEST_F(OutboxFolder, ASettledOrderIsOpenNoMoreAndCanBeForgotten) {
  const auto kept = order(7);
  ASSERT_TRUE(outbox_.keep(kept));
  ASSERT_TRUE(outbox_.settle(kept, {.ending = Ending::kRefused,
                                    .code = "balance.insufficient",
                                    .message = "The account holds less.",
                                    .height = Height(12),
                                    .at = Nanoseconds(5)}));
  EXPECT_TRUE(outbox_.open()->empty());
  const auto settled = outbox_.settled();
  ASSERT_EQ(settled.size(), 1U);
  EXPECT_EQ(settled.front().settled->ending, Ending::kRefused);
  EXPECT_EQ(settled.front().settled->code, "balance.insufficient");
  EXPECT_EQ(settled.front().settled->height, Height(12));
  ASSERT_TRUE(outbox_.forget(settled.front()));
  EXPECT_TRUE(outbox_.settled().empty());
}

TEST_F(OutboxFolder, TheSameOperationsAreTheSameOrderWheneverTheyWereSigned) {
  EXPECT_TRUE(order(7).sameAs(order(8).header));
  EXPECT_FALSE(order(7).sameAs(order(8, 101).header));
}

TEST_F(OutboxFolder, NothingCountsAsKeptOnAFullDisk) {
  // What a full disk does to a write, for this process alone.
  const auto before = std::signal(SIGXFSZ, SIG_IGN);
  ASSERT_TRUE(outbox_.keep(order(6)));
  rlimit unlimited{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &unlimited), 0);
  const rlimit tiny{.rlim_cur = 64, .rlim_max = unlimited.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &tiny), 0);
  const auto kept = outbox_.keep(order(7));
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &unlimited), 0);
  std::signal(SIGXFSZ, before);
  ASSERT_FALSE(kept);
  EXPECT_EQ(kept.error().code, "outbox.unwritable");
  ASSERT_TRUE(outbox_.open());
  EXPECT_EQ(outbox_.open()->size(), 1U) << "no half an order is left behind";
}

TEST_F(OutboxFolder, NothingIsKeptWhereNoFolderCanBe) {
  std::ofstream(profile() / "outbox") << "in the way";
  EXPECT_EQ(outbox_.keep(order(7)).error().code, "outbox.unwritable");
  EXPECT_EQ(outbox_.lock(order(7).header.author, kShort, [] {}).error().code, "outbox.unwritable");
  EXPECT_EQ(outbox_.open().error().code, "outbox.damaged") << "what cannot be read is not empty";
}

TEST_F(OutboxFolder, ALinkInItsPlaceIsNotFollowed) {
  TemporaryFolder elsewhere;
  std::filesystem::create_directory_symlink(elsewhere.path(), profile() / "outbox");
  EXPECT_EQ(outbox_.keep(order(7)).error().code, "outbox.unwritable");
  EXPECT_TRUE(std::filesystem::is_empty(elsewhere.path()));
}

TEST_F(OutboxFolder, ADamagedOrderIsNeverTakenForNone) {
  const auto kept = order(7);
  ASSERT_TRUE(outbox_.keep(kept));
  const auto file = outbox_.fileOf(kept.id());
  const auto whole = files::readFile(file).value();
  for (const auto& broken : {std::string(), whole.substr(0, whole.size() / 2), std::string("{}"),
                             std::string(whole).replace(whole.find("batch\":\"") + 180, 1, "x")}) {
    std::ofstream(file) << broken;
    const auto open = outbox_.open();
    ASSERT_FALSE(open) << broken;
    EXPECT_EQ(open.error().code, "outbox.damaged");
  }
  // Whole, but another order than its name says.
  std::filesystem::remove(file);
  std::ofstream(outbox_.fileOf(order(8).id())) << whole;
  EXPECT_EQ(outbox_.open().error().code, "outbox.damaged");
}

TEST_F(OutboxFolder, WhatWasHalfWrittenWhenTheProgramDiedIsNoOrder) {
  ASSERT_TRUE(outbox_.keep(order(6)));
  const auto kept = order(7);
  std::ofstream(outbox_.fileOf(kept.id()).string() + ".new") << "{\"form";
  EXPECT_EQ(outbox_.open()->size(), 1U);
  EXPECT_TRUE(outbox_.keep(kept)) << "and stands in nobody's way";
  EXPECT_EQ(outbox_.open()->size(), 2U);
}

TEST_F(OutboxFolder, OnlyTheNewestSettledOrdersAreKeptButNoneThatSomebodyWaitsToBeTold) {
  const auto settle = [&](std::uint64_t session, std::int64_t at, bool told) {
    ASSERT_TRUE(outbox_.keep(order(session)));
    ASSERT_TRUE(outbox_.settle(order(session), {.ending = Ending::kExecuted,
                                                .code = {},
                                                .message = {},
                                                .height = Height(1),
                                                .at = Nanoseconds(at),
                                                .told = told}));
  };
  settle(1, 1, false);
  for (std::uint64_t session = 2; session <= Outbox::kSettledKept + 4; ++session) settle(session, 2, true);
  auto settled = outbox_.settled();
  ASSERT_EQ(settled.size(), Outbox::kSettledKept + 1);
  EXPECT_EQ(settled[0].id(), order(1).id()) << "repeated, it would be paid twice";
  EXPECT_EQ(settled[1].id(), order(5).id());
  // A day later it is no longer what the same words mean.
  settle(500, Settlement::kUntoldCounts + 2, true);
  settled = outbox_.settled();
  ASSERT_EQ(settled.size(), Outbox::kSettledKept);
  EXPECT_EQ(settled[0].id(), order(6).id());
}

TEST_F(OutboxFolder, OneProgramAtATimeUsesAKey) {
  const auto author = keyOf(9).publicKey();
  int waited = 0;
  auto first = std::make_optional(outbox_.lock(author, kShort, [&] { ++waited; }).value());
  EXPECT_EQ(outbox_.lock(author, kShort, [&] { ++waited; }).error().code, "outbox.locked");
  EXPECT_EQ(waited, 1);
  EXPECT_TRUE(outbox_.lock(keyOf(10).publicKey(), kShort, [] {})) << "another key is nobody's business";
  std::thread second([&] {
    EXPECT_TRUE(outbox_.lock(author, std::chrono::seconds(20), [&] { first.reset(); }))
        << "whoever waits gets it when the first is done";
  });
  second.join();
}

}  // namespace
}  // namespace aurigraph::cli
