// Signed orders from a person's side: kept before they are sent, never told as failed while they may still
// be executed, and paid once however often the command is given.

#include <gtest/gtest.h>
#include <stdlib.h>

#include <boost/json/parse.hpp>

#include "core/crypto/keystore.h"
#include "tests/cli/program.h"
#include "tests/support/child_process.h"
#include "tests/support/gateway_fixture.h"
#include "tests/support/relay.h"

namespace aurigraph::cli {
namespace {

using namespace aurigraph::test;
using aurigraph::tests::ChildProcess;
using aurigraph::tests::Relay;

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kUnknown = 4;

/// The payment that is given again and again.
std::string pay(const std::string& more = {}) {
  return "transfer --token HOUSE --to holder --amount 25 --yes --key issuer" + more;
}
std::string hastyPay(const std::string& more = {}) {
  return pay(" --timeout 1" + more);
}

class Orders : public ::testing::Test {
 protected:
  Orders()
      : relay_(fixture_.gateway().port()), api_(fixture_.client()), reader_(fixture_.clientOf(holder())) {}

  void SetUp() override {
    ::setenv("AURIGRAPH_PASSPHRASE", "correct horse",
             1);  // NOLINT(concurrency-mt-unsafe): before any program
    std::ofstream(folder_.path() / "authority.pem") << testTls().authorityPem;
    keep(issuer());
    const auto genesis = fixture_.business().digest();
    issueProperty(*api_, genesis, "US-1", "HOUSE", 1'000);
    token_ = api_->tokenId("HOUSE").value();
    client::Author buyer(*api_, holder().key, genesis);
    expectDone(buyer.send(wire::OpenAccount{holder().id, token_}, client::Wait::kFinal));
    const auto ran = run("login --gateway 127.0.0.1:" + std::to_string(relay_.port()) + " --ca '" +
                         (folder_.path() / "authority.pem").string() + "' --genesis " +
                         toHex(genesis.view()) + " --key issuer");
    ASSERT_EQ(ran.exitCode, kDone) << ran.err;
  }

  void keep(const Person& who) const {
    crypto::KeystoreEntropy entropy;
    entropy.salt.bytes.fill(1);
    entropy.nonce.bytes.fill(2);
    const auto sealed =
        crypto::sealKey(who.key, who.name, "correct horse", entropy, {.logN = crypto::KeystoreCost::kLeast})
            .value();
    std::filesystem::create_directories(profile() / "keys");
    std::ofstream(profile() / "keys" / (who.name + ".agkey"), std::ios::binary)
        .write(reinterpret_cast<const char*>(sealed.data()), static_cast<std::streamsize>(sealed.size()));
  }

  [[nodiscard]] std::filesystem::path profile() const { return folder_.path() / "profile"; }
  [[nodiscard]] Ran run(const std::string& arguments) const {
    return runProgram(arguments + " --profile '" + profile().string() + "'", folder_.path() / "stderr");
  }
  /// As one's own child, so that it can be ended at a bad moment.
  [[nodiscard]] std::unique_ptr<ChildProcess> begin(const std::string& arguments) const {
    std::vector<std::string> words{std::string(AURIGRAPH_BINARY_DIR) + "/bin/aurigraph"};
    std::istringstream split(arguments);
    for (std::string word; split >> word;) words.push_back(word);
    words.insert(words.end(), {"--profile", profile().string()});
    return std::make_unique<ChildProcess>(words);
  }
  /// With its output led elsewhere.
  [[nodiscard]] std::unique_ptr<ChildProcess> inShell(const std::string& arguments,
                                                      const std::string& redirected) const {
    return std::make_unique<ChildProcess>(
        std::vector<std::string>{"/bin/sh", "-c",
                                 "exec '" AURIGRAPH_BINARY_DIR "/bin/aurigraph' " + arguments +
                                     " --profile '" + profile().string() + "' " + redirected});
  }
  static boost::json::value json(const Ran& ran) {
    boost::system::error_code error;
    auto value = boost::json::parse(ran.out, error);
    EXPECT_FALSE(error) << ran.out << ran.err;
    return value;
  }
  /// What the holder has: in whole tokens, the token has no decimals.
  [[nodiscard]] std::string balance() const {
    const auto answer = reader_->get("/query/accounts?identity=" + std::to_string(holder().id.value) +
                                     "&token=" + std::to_string(token_.value));
    return answer ? std::string(answer->at("items").at(0).at("balance").as_string()) : answer.error().message;
  }
  [[nodiscard]] bool somethingIsKept() const {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(profile() / "outbox", ignored))
      if (entry.path().extension() == ".json") return true;
    return false;
  }
  [[nodiscard]] bool somethingIsSettled() const {
    std::error_code none;
    return std::filesystem::directory_iterator(profile() / "outbox" / "settled", none) !=
           std::filesystem::directory_iterator();
  }
  void noLeader(bool none) const {
    fixture_.business().refuse(
        none ? std::optional(Error{"cluster.no_leader", "No validator leads the cluster at the moment.",
                                   "Send the very same batch again later: it is executed once at most."})
             : std::nullopt);
    fixture_.business().settle();
  }
  static void expectNoAdviceToSignAnew(const Ran& ran) {
    for (const char* advice : {"Send the very same", "Try again", "try again", "again later", "run it again",
                               "once more.", "raise the timeout"})
      EXPECT_EQ(ran.err.find(advice), std::string::npos) << advice << " in: " << ran.err;
  }

  TemporaryFolder folder_;
  mutable GatewayFixture fixture_;
  Relay relay_;
  std::unique_ptr<client::ApiClient> api_;
  std::unique_ptr<client::ApiClient> reader_;
  TokenId token_;
};

TEST_F(Orders, AnUnknownOutcomeIsExitCodeFourAndNeverAdviceToSignAnew) {
  noLeader(true);
  const auto ran = run(hastyPay());
  EXPECT_EQ(ran.exitCode, kUnknown) << ran.err;
  EXPECT_NE(ran.err.find("may or may not have been executed"), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("aurigraph transfer --resume"), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("[order.outcome_unknown]"), std::string::npos) << ran.err;
  expectNoAdviceToSignAnew(ran);
  const auto open = json(run("outbox list --json"));
  ASSERT_EQ(open.as_array().size(), 1U);
  EXPECT_NE(ran.err.find(std::string(open.at(0).at("batch").as_string())), std::string::npos)
      << "its id was printed";
  EXPECT_EQ(open.at(0).at("outcome").as_string(), "open");

  const auto still = run("transfer --resume --timeout 1");
  EXPECT_EQ(still.exitCode, kUnknown) << still.out << still.err;
  noLeader(false);
  const auto resumed = run("transfer --resume");
  EXPECT_EQ(resumed.exitCode, kDone) << resumed.out << resumed.err;
  EXPECT_EQ(balance(), "25");
  EXPECT_EQ(run("transfer --resume").exitCode, kDone) << "nothing is open";
  EXPECT_EQ(run("outbox resume " + std::string(open.at(0).at("batch").as_string())).exitCode, kDone);
  EXPECT_EQ(balance(), "25");
}

TEST_F(Orders, AnUnknownOutcomeIsOneJsonDocumentWithTheBatch) {
  noLeader(true);
  const auto ran = run(hastyPay(" --json"));
  EXPECT_EQ(ran.exitCode, kUnknown);
  const auto said = json(ran);
  EXPECT_EQ(said.at("outcome").as_string(), "unknown");
  EXPECT_EQ(said.at("error").at("code").as_string(), "order.outcome_unknown");
  EXPECT_EQ(said.at("batch"), json(run("outbox list --json")).at(0).at("batch"));
  EXPECT_NE(ran.err.find("{\"kept\":{\"batch\":\""), std::string::npos) << "before it was sent: " << ran.err;
}

TEST_F(Orders, TheSameTransferGivenAgainSettlesTheOpenOneInsteadOfPayingTwice) {
  noLeader(true);
  ASSERT_EQ(run(hastyPay()).exitCode, kUnknown);
  const auto blocked = run(hastyPay());
  EXPECT_EQ(blocked.exitCode, kUnknown);
  EXPECT_NE(blocked.err.find("is still open, so nothing new was signed"), std::string::npos) << blocked.err;
  expectNoAdviceToSignAnew(blocked);
  EXPECT_EQ(json(run("outbox list --json")).as_array().size(), 1U) << "and nothing was";
  noLeader(false);
  const auto settled = run(pay());
  EXPECT_EQ(settled.exitCode, kDone) << settled.err;
  EXPECT_NE(settled.out.find("nothing was signed now"), std::string::npos) << settled.out;
  EXPECT_EQ(balance(), "25");
  ASSERT_EQ(run(pay()).exitCode, kDone) << "to pay a second time one says so a second time";
  EXPECT_EQ(balance(), "50");
}

TEST_F(Orders, WhoSaysAgainPaysASecondTime) {
  noLeader(true);
  ASSERT_EQ(run(hastyPay()).exitCode, kUnknown);
  noLeader(false);
  const auto paid = run(pay(" --again"));
  EXPECT_EQ(paid.exitCode, kDone) << paid.err;
  EXPECT_EQ(balance(), "50");
}

TEST_F(Orders, AnotherTransferSettlesTheOpenOneFirstAndThenPays) {
  noLeader(true);
  ASSERT_EQ(run(hastyPay()).exitCode, kUnknown);
  noLeader(false);
  const auto other = run("transfer --token HOUSE --to holder --amount 3 --yes --key issuer");
  EXPECT_EQ(other.exitCode, kDone) << other.err;
  EXPECT_NE(other.err.find("is still open; asking what became of it"), std::string::npos) << other.err;
  EXPECT_EQ(balance(), "28");
}

TEST_F(Orders, EndedBetweenKeptAndSentItPaysOnce) {
  relay_.loseRequests([this] { return somethingIsKept(); });
  auto program = begin(pay());
  ASSERT_TRUE(eventually([&] { return relay_.lost() > 0; })) << "it never got so far as to send";
  program->signal(SIGKILL);
  program->wait();
  relay_.loseRequests({});
  EXPECT_EQ(balance(), "0") << "nothing was sent";
  const auto resumed = run("transfer --resume");
  EXPECT_EQ(resumed.exitCode, kDone) << resumed.out << resumed.err;
  EXPECT_EQ(balance(), "25");
}

TEST_F(Orders, EndedBetweenSentAndAnsweredItPaysOnce) {
  relay_.loseAnswers([this] { return somethingIsKept(); });
  auto program = begin(pay());
  ASSERT_TRUE(eventually([&] { return balance() == "25"; }));
  program->signal(SIGKILL);
  program->wait();
  relay_.loseAnswers({});
  const auto resumed = run("transfer --resume");
  EXPECT_EQ(resumed.exitCode, kDone) << resumed.out << resumed.err;
  EXPECT_EQ(balance(), "25");
  EXPECT_TRUE(json(run("outbox list --json")).as_array().empty());
}

TEST_F(Orders, ALostAnswerIsFoundOutBeforeAnythingElseIsPaid) {
  relay_.loseAnswers([this] { return somethingIsKept(); });
  EXPECT_EQ(run(hastyPay()).exitCode, kUnknown);
  relay_.loseAnswers({});
  EXPECT_EQ(balance(), "25") << "it was executed all the same";
  EXPECT_EQ(run(pay()).exitCode, kDone);
  EXPECT_EQ(balance(), "25");
}

TEST_F(Orders, WhoeverSettlesAnOrderTheCommandThatIsRepeatedIsToldInsteadOfPayingTwice) {
  for (const bool byResume : {true, false}) {
    SCOPED_TRACE(byResume ? "resumed in a second terminal" : "settled by another transfer of the same key");
    const std::string before = balance();
    const auto more = [&](int amount) { return std::to_string(std::stoi(before) + amount); };
    noLeader(true);
    ASSERT_EQ(run(hastyPay()).exitCode, kUnknown);
    noLeader(false);
    const auto settled =
        run(byResume ? "outbox resume" : "transfer --token HOUSE --to holder --amount 3 --key issuer --yes");
    ASSERT_EQ(settled.exitCode, kDone) << settled.out << settled.err;
    const int others = byResume ? 0 : 3;
    EXPECT_EQ(balance(), more(25 + others));
    const auto repeated = run(pay());
    EXPECT_EQ(repeated.exitCode, kDone) << repeated.err;
    EXPECT_NE(repeated.out.find("nothing was signed now"), std::string::npos) << repeated.out;
    EXPECT_EQ(balance(), more(25 + others));
    ASSERT_EQ(run(pay()).exitCode, kDone) << "told once, a second time is meant";
    EXPECT_EQ(balance(), more(50 + others));
  }
}

TEST_F(Orders, AnOutboxThatCannotBeWrittenSendsNothing) {
  std::ofstream(profile() / "outbox") << "in the way";
  const auto ran = run(pay());
  EXPECT_EQ(ran.exitCode, kFailed) << ran.err;
  EXPECT_NE(ran.err.find("[outbox.unwritable]"), std::string::npos) << ran.err;
  EXPECT_EQ(balance(), "0");
}

TEST_F(Orders, AFullDiskSendsNothing) {
  ASSERT_EQ(run("transfer --resume").exitCode, kDone);
  // No file of this program may grow beyond one block of the shell's: what a full disk does to a write.
  const std::string program = std::string(AURIGRAPH_BINARY_DIR) + "/bin/aurigraph";
  ChildProcess full({"/bin/sh", "-c",
                     "trap '' XFSZ; ulimit -f 1; exec '" + program + "' " + pay() + " --profile '" +
                         profile().string() + "' 2>&1"});
  const auto said = full.rest(std::chrono::seconds(30));
  EXPECT_EQ(full.wait(), kFailed) << said;
  EXPECT_NE(said.find("Nothing was sent"), std::string::npos) << said;
  EXPECT_NE(said.find("[outbox.unwritable]"), std::string::npos) << said;
  EXPECT_EQ(balance(), "0");
  EXPECT_FALSE(somethingIsKept());
}

TEST_F(Orders, ADamagedOrderStopsEverythingNew) {
  noLeader(true);
  ASSERT_EQ(run(hastyPay()).exitCode, kUnknown);
  noLeader(false);
  for (const auto& entry : std::filesystem::directory_iterator(profile() / "outbox"))
    if (entry.path().extension() == ".json") std::ofstream(entry.path()) << "{";
  const auto ran = run(pay());
  EXPECT_EQ(ran.exitCode, kFailed);
  EXPECT_NE(ran.err.find("[outbox.damaged]"), std::string::npos) << ran.err;
  EXPECT_EQ(balance(), "0");
}

TEST_F(Orders, WhatTheRulesRefuseIsFailedAndNothingHappened) {
  const auto ran = run("transfer --token HOUSE --to holder --amount 5000 --yes --key issuer");
  EXPECT_EQ(ran.exitCode, kFailed);
  EXPECT_NE(ran.err.find("Nothing happened"), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("[balance.insufficient]"), std::string::npos) << ran.err;
  EXPECT_TRUE(json(run("outbox list --json")).as_array().empty()) << "and nothing is open";
  const auto all = json(run("outbox list --all --json"));
  EXPECT_EQ(all.at(0).at("outcome").as_string(), "refused");
  EXPECT_EQ(balance(), "0");
}

TEST_F(Orders, WhatNobodyTookIsFailedAndNotOpen) {
  fixture_.business().refuse(
      Error{"batch.unknown_author", "The batch's key belongs to nobody.", "Register it."});
  const auto ran = run(pay());
  EXPECT_EQ(ran.exitCode, kFailed) << ran.err;
  EXPECT_NE(ran.err.find("Nothing happened"), std::string::npos) << ran.err;
  EXPECT_TRUE(json(run("outbox list --json")).as_array().empty());
}

TEST_F(Orders, TwoProgramsOfOneKeyBothPay) {
  auto first = begin(pay());
  auto second = begin("transfer --token HOUSE --to holder --amount 3 --yes --key issuer");
  EXPECT_EQ(first->wait(), kDone);
  EXPECT_EQ(second->wait(), kDone);
  EXPECT_EQ(balance(), "28");
}

TEST_F(Orders, WhoHasNotYetToldHisOutcomeIsWaitedForAndNotTakenForTheNextOnesOwn) {
  // A reader who is slow: the first program's words do not fit into the pipe.
  const auto words = folder_.path() / "words";
  ASSERT_EQ(::mkfifo(words.c_str(), 0600), 0);
  const int reader = ::open(words.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
  ASSERT_GE(reader, 0);
  const std::string full(4'096, '.');
  while (::write(reader, full.data(), full.size()) > 0) {
  }
  const auto first = inShell(pay(), ">'" + words.string() + "' 2>/dev/null");
  ASSERT_TRUE(eventually([&] { return somethingIsSettled(); })) << "it was never executed";
  const auto second = inShell(pay(), "2>&1");
  EXPECT_EQ(second->line(std::chrono::seconds(60)),
            "Another aurigraph is at work with this key; waiting for it …");
  std::string out;
  char piece[4'096];
  for (ssize_t got = 0; (got = ::read(reader, piece, sizeof(piece))) > 0 || !first->ended();)
    if (got > 0) out.append(piece, static_cast<std::size_t>(got));
  EXPECT_EQ(first->wait(), kDone);
  EXPECT_EQ(second->wait(), kDone);
  ::close(reader);
  EXPECT_EQ(balance(), "50") << "the second is an order of its own";
}

TEST_F(Orders, NobodySaysNothingHappenedOfAnOrderThatWasJustFoundToBeExecuted) {
  noLeader(true);
  ASSERT_EQ(run(hastyPay()).exitCode, kUnknown);
  noLeader(false);
  // The gateway is gone again between the open order's outcome and this one's questions.
  relay_.loseAnswers([this] { return somethingIsSettled(); });
  const auto ran = run(hastyPay(" --json"));
  relay_.loseAnswers({});
  EXPECT_EQ(balance(), "25") << "it was paid";
  EXPECT_EQ(ran.exitCode, kUnknown) << ran.out << ran.err;
  EXPECT_EQ(json(ran).at("outcome").as_string(), "unknown");
  EXPECT_EQ(json(ran).at("error").at("code").as_string(), "order.outcome_unknown");
  const auto again = run(pay());
  EXPECT_EQ(again.exitCode, kDone) << again.err;
  EXPECT_NE(again.out.find("nothing was signed now"), std::string::npos) << again.out;
  EXPECT_EQ(balance(), "25");
}

TEST_F(Orders, AnOutcomeThatCouldNotBeWrittenWasNotTold) {
  const auto full = inShell(pay(), ">/dev/full 2>/dev/null");
  EXPECT_EQ(full->wait(), kUnknown);
  EXPECT_EQ(balance(), "25");
  const auto again = run(pay());
  EXPECT_EQ(again.exitCode, kDone) << again.err;
  EXPECT_NE(again.out.find("nothing was signed now"), std::string::npos) << again.out;
  EXPECT_EQ(balance(), "25");
}

TEST_F(Orders, ASignInThatIsOverHindersNoTransfer) {
  std::ofstream(profile() / "token.json")
      << R"({"token":")" << std::string(64, 'a') << R"(","expires_at":"4102444800000000000"})";
  const auto ran = run(pay());
  EXPECT_EQ(ran.exitCode, kDone) << ran.err;
  EXPECT_EQ(balance(), "25");
}

TEST_F(Orders, AReviewGoesTheSameWayAlsoWithASignInThatIsOver) {
  keep(reviewer());
  client::Author slim(*api_, slimNode().key, fixture_.business().digest());
  const auto waits = scoredRecord(wire::RecordKind::kPropertyTitle, "US-9", systemTime(), Wanted::kReview, 9);
  expectDone(slim.send(waits.command(), client::Wait::kFinal));
  const auto id = toHex(waits.record.id().view());
  std::ofstream(profile() / "token.json")
      << R"({"token":")" << std::string(64, 'a') << R"(","expires_at":"4102444800000000000"})";
  const auto claim = "review claim " + id.substr(0, 12) + " --yes --key reviewer";
  noLeader(true);
  const auto open = run(claim + " --timeout 1");
  EXPECT_EQ(open.exitCode, kUnknown) << open.err;
  expectNoAdviceToSignAnew(open);
  noLeader(false);
  const auto claimed = run(claim);
  EXPECT_EQ(claimed.exitCode, kDone) << claimed.err;
  EXPECT_NE(claimed.out.find("nothing was signed now"), std::string::npos) << claimed.out;
}

TEST_F(Orders, WhatALaterOrderUndidIsNotReportedAsDone) {
  keep(reviewer());
  client::Author slim(*api_, slimNode().key, fixture_.business().digest());
  const auto waits = scoredRecord(wire::RecordKind::kPropertyTitle, "US-9", systemTime(), Wanted::kReview, 9);
  expectDone(slim.send(waits.command(), client::Wait::kFinal));
  const auto id = toHex(waits.record.id().view());
  const auto claim = "review claim " + id + " --yes --key reviewer";
  noLeader(true);
  ASSERT_EQ(run(claim + " --timeout 1").exitCode, kUnknown);
  noLeader(false);
  ASSERT_EQ(run("outbox resume").exitCode, kDone);
  ASSERT_EQ(run("review release " + id + " --yes --key reviewer").exitCode, kDone);
  const auto claimed = run(claim);
  EXPECT_EQ(claimed.exitCode, kDone) << claimed.err;
  EXPECT_EQ(claimed.out.find("nothing was signed now"), std::string::npos) << claimed.out;
  const auto released = run("review release " + id + " --yes --key reviewer");
  EXPECT_EQ(released.exitCode, kDone) << "the claim is there: " << released.err;
}

TEST_F(Orders, AnOpenOrderIsForgottenOnlyWithAWarning) {
  noLeader(true);
  ASSERT_EQ(run(hastyPay()).exitCode, kUnknown);
  const auto id = std::string(json(run("outbox list --json")).at(0).at("batch").as_string());
  const auto refused = run("outbox forget " + id);
  EXPECT_EQ(refused.exitCode, kFailed);
  EXPECT_NE(refused.err.find("[outbox.open]"), std::string::npos) << refused.err;
  EXPECT_EQ(run("outbox forget " + id + " --even-if-open").exitCode, kDone);
  EXPECT_TRUE(json(run("outbox list --all --json")).as_array().empty());
  EXPECT_EQ(run("outbox forget " + id).exitCode, 2);
}

TEST_F(Orders, OpeningAnAccountAndPayingAreTwoOrders) {
  const std::string toReviewer =
      "transfer --token HOUSE --to reviewer --amount 4 --open-account --yes --key issuer";
  noLeader(true);
  const auto open = run(toReviewer + " --timeout 1");
  EXPECT_EQ(open.exitCode, kUnknown);
  EXPECT_NE(open.err.find("nothing was paid yet"), std::string::npos) << open.err;
  noLeader(false);
  const auto paid = run(toReviewer);
  EXPECT_EQ(paid.exitCode, kDone) << paid.err;
  EXPECT_EQ(json(run("outbox list --all --json")).as_array().size(), 2U) << "an account, a payment";
}

/// Nothing was ever unknown, so nobody's order is the answer to another's.
TEST_F(Orders, EqualOrdersAtTheSameTimeArePaidOnceEach) {
  constexpr int kAtOnce = 10;
  std::vector<std::unique_ptr<ChildProcess>> programs;
  for (int at = 0; at < kAtOnce; ++at) {
    const auto errors = folder_.path() / ("stderr-" + std::to_string(at));
    programs.push_back(
        inShell("transfer --token HOUSE --to holder --amount 1 --yes --key issuer", "2>" + errors.string()));
  }
  for (int at = 0; at < kAtOnce; ++at) {
    EXPECT_EQ(programs[static_cast<std::size_t>(at)]->wait(), kDone);
    std::ostringstream said;
    said << std::ifstream(folder_.path() / ("stderr-" + std::to_string(at))).rdbuf();
    EXPECT_EQ(said.str().find("could not be remembered"), std::string::npos) << said.str();
  }
  EXPECT_EQ(balance(), std::to_string(kAtOnce));
}

}  // namespace
}  // namespace aurigraph::cli
