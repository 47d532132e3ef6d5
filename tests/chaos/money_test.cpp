// A person pays while the quorum fails: the command may be given as often as one likes, the money moves once.

#include <gtest/gtest.h>
#include <stdlib.h>

#include "core/base/decimal.h"
#include "core/crypto/keystore.h"
#include "nodes/client/answers.h"
#include "tests/chaos/fleet.h"
#include "tests/chaos/load.h"
#include "tests/chaos/verdict.h"
#include "tests/chaos/workplace.h"
#include "tests/cli/program.h"
#include "tests/support/child_process.h"
#include "tests/support/ledger_fixture.h"

namespace aurigraph::chaos {
namespace {

using aurigraph::tests::ChildProcess;

constexpr std::chrono::seconds kLoopTimeout{120};
constexpr std::uint64_t kAmount = 100;
constexpr std::uint64_t kLastAmount = 7;
constexpr std::int64_t kSurelyOver = 11'000'000'000;  // more than the program lets clocks differ

std::int64_t systemNanoseconds() {
  return std::chrono::system_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}

crypto::SigningKey keyOf(std::uint8_t number) {
  crypto::Seed seed;
  seed.bytes.fill(number);
  return crypto::SigningKey::fromSeed(seed);
}

/// A person at a terminal: a profile, a key, and the program.
class Payer {
 public:
  Payer(const Fleet& fleet, std::filesystem::path folder, const crypto::SigningKey& key)
      : folder_(std::move(folder)) {
    ::setenv("AURIGRAPH_PASSPHRASE", "correct horse",
             1);  // NOLINT(concurrency-mt-unsafe): before any program
    crypto::KeystoreEntropy entropy;
    const auto sealed =
        crypto::sealKey(key, "payer", "correct horse", entropy, {.logN = crypto::KeystoreCost::kLeast})
            .value();
    std::filesystem::create_directories(folder_ / "keys");
    std::ofstream(folder_ / "keys" / "payer.agkey", std::ios::binary)
        .write(reinterpret_cast<const char*>(sealed.data()), static_cast<std::streamsize>(sealed.size()));
    const auto ran = run("login --gateway 127.0.0.1:" + std::to_string(fleet.plan().gatewayPort()) +
                         " --ca '" + fleet.folder().layout.authority().string() + "' --genesis " +
                         toHex(fleet.folder().digest.view()) + " --key payer");
    EXPECT_EQ(ran.exitCode, 0) << ran.err;
  }

  [[nodiscard]] std::string command(const std::string& arguments) const {
    return "'" AURIGRAPH_BINARY_DIR "/bin/aurigraph' " + arguments + " --profile '" + folder_.string() + "'";
  }
  [[nodiscard]] test::Ran run(const std::string& arguments) const {
    return test::runProgram(arguments + " --profile '" + folder_.string() + "'", folder_ / "stderr");
  }
  [[nodiscard]] static std::string pay(std::uint64_t amount) {
    return "transfer --token FREE --to client-2 --amount " + std::to_string(amount) + " --yes";
  }

 private:
  std::filesystem::path folder_;
};

std::uint64_t balanceOf(const Fleet& fleet, const crypto::SigningKey& key, TokenId token) {
  const auto api = fleet.client(fleet.plan().gatewayPort(), kTimeout);
  const auto who = api->signIn(key, fleet.folder().digest);
  if (!who) throw std::runtime_error(who.error().message);
  const auto answer = api->get("/query/accounts?identity=" + std::to_string(who->identity.value) +
                               "&token=" + std::to_string(token.value));
  if (!answer) throw std::runtime_error(answer.error().message);
  const std::string balance(answer->at("items").at(0).at("balance").as_string());
  return static_cast<std::uint64_t>(*parseU128(balance));
}

TEST(Money, UntilLoopAroundAFailingQuorumPaysOnce) {
  const Workplace place("money");
  Fleet fleet(place.cluster(), marketGenesis());
  fleet.startAll();
  ASSERT_TRUE(fleet.waitHealthy());
  Recorder recorder(place.history());
  const std::vector<crypto::SigningKey> keys{keyOf(1), keyOf(2)};
  const Payees payees = prepareMarket(fleet, recorder, keys);
  const TokenId free = payees.tokens.front();
  const Payer payer(fleet, place.root() / "profile", keys[0]);
  const auto before = balanceOf(fleet, keys[1], free);

  fleet.pause(NodeId(2));
  fleet.pause(NodeId(3));
  ChildProcess loop({"/bin/sh", "-c",
                     "until " + payer.command(Payer::pay(kAmount)) +
                         " >/dev/null; do echo ended with $?; done; "
                         "echo paid"});
  const auto first = loop.line(kLoopTimeout);
  fleet.resume(NodeId(2));
  fleet.resume(NodeId(3));
  EXPECT_EQ(first, "ended with 4") << "the outcome is unknown, not a failure";
  std::string last = first;
  while (last != "paid" && !last.empty()) last = loop.line(kLoopTimeout);
  EXPECT_EQ(last, "paid");
  EXPECT_EQ(loop.wait(), 0);

  // Whatever were still under way would come before this one, or never.
  const auto after = payer.run(Payer::pay(kLastAmount));
  EXPECT_EQ(after.exitCode, 0) << after.err;
  EXPECT_EQ(balanceOf(fleet, keys[1], free), before + kAmount + kLastAmount);
}

TEST(Money, AnOrderWhoseTimeIsOverOnAQuietLedgerIsSettledByTheNextOne) {
  const Workplace place("money-late");
  Fleet fleet(place.cluster(), marketGenesis());
  fleet.startAll();
  ASSERT_TRUE(fleet.waitHealthy());
  Recorder recorder(place.history());
  const std::vector<crypto::SigningKey> keys{keyOf(1), keyOf(2)};
  const Payees payees = prepareMarket(fleet, recorder, keys);
  const TokenId free = payees.tokens.front();
  const Payer payer(fleet, place.root() / "profile", keys[0]);
  const auto before = balanceOf(fleet, keys[1], free);

  // An order of a while ago that nobody ever got: kept, its program ended, its time over; and no block since.
  const auto from = payees.accounts.at(free);
  wire::Transfer transfer;
  transfer.debit = from[0].value;
  transfer.credit = from[1].value;
  transfer.amount = kAmount;
  transfer.token = free.value;
  const auto newest = fleet.client(fleet.plan().gatewayPort(), kTimeout)->get("/query/blocks?limit=1");
  ASSERT_TRUE(newest) << newest.error().message;
  const auto lastBlock = client::firstItemNumber(*newest, "time");
  ASSERT_TRUE(lastBlock);
  const std::int64_t validUntil = static_cast<std::int64_t>(*lastBlock) + 1'000'000;
  ASSERT_TRUE(eventually([&] { return systemNanoseconds() > validUntil + kSurelyOver; }));
  const auto batch =
      wire::signTransfers({.genesis = fleet.folder().digest,
                           .lane = Lane(0),
                           .session = SessionNumber(static_cast<std::uint64_t>(validUntil / 1'000)),
                           .request = RequestNumber(1),
                           .validUntil = Nanoseconds(validUntil)},
                          {&transfer, 1}, keys[0]);
  const auto outbox = place.root() / "profile" / "outbox";
  std::filesystem::create_directories(outbox);
  std::ofstream(outbox / (toHex(wire::parseBatch(batch)->digest().view()) + ".json"))
      << R"({"format":"aurigraph/order/1","batch":")" << toHex(batch)
      << R"(","words":"100 FREE to client-2","gateway":"","kept_at":"1"})";

  const auto ran = payer.run(Payer::pay(kAmount));
  EXPECT_EQ(ran.exitCode, 0) << ran.err;
  EXPECT_NE(ran.err.find("It was not executed and never will be"), std::string::npos) << ran.err;
  EXPECT_EQ(balanceOf(fleet, keys[1], free), before + kAmount) << "the new order, and it alone";
}

}  // namespace
}  // namespace aurigraph::chaos
