// The command line against a real gateway: what a person types, what a script reads, which code it ends with.

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <functional>

#include "core/base/time_text.h"
#include "core/crypto/keystore.h"
#include "core/wire/commands.h"
#include "tests/cli/program.h"
#include "tests/support/gateway_fixture.h"
#include "tests/support/sealed.h"

namespace aurigraph::cli {
namespace {

using namespace aurigraph::test;

class CommandLine : public ::testing::Test {
 protected:
  void SetUp() override {
    std::ofstream(folder_.path() / "authority.pem") << testTls().authorityPem;
    for (const auto& who : {issuer(), reviewer(), holder()}) keep(who);
  }

  // A sealed key as `key new` makes it, but of a person of the test genesis; cheap to open.
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
  [[nodiscard]] Ran login(const std::string& key) const {
    return run("login --gateway 127.0.0.1:" + std::to_string(fixture_.gateway().port()) + " --ca '" +
               (folder_.path() / "authority.pem").string() + "' --genesis " +
               toHex(fixture_.business().digest().view()) + " --key " + key);
  }
  /// Registers somebody without a role; the key in hex.
  [[nodiscard]] std::string newcomer(std::uint8_t number) const {
    const std::string key = toHex(keyNumber(number).publicKey().view());
    const auto ran = run("order register-identity --name newcomer-" + std::to_string(number) + " --key " +
                         key + " --sign-with administrator --yes");
    EXPECT_EQ(ran.exitCode, 0) << ran.err;
    return key;
  }
  [[nodiscard]] boost::json::array rolesOf(const std::string& key) const {
    return fixture_.client()->list("/query/identities?key=" + key).value().at(0).at("roles").as_array();
  }
  /// As `--until` takes it.
  static std::string inHours(std::int64_t hours) {
    return timeText(Nanoseconds(systemTime().value + hours * 3'600 * kSecond), TimeForm::kSeconds);
  }
  /// What `approve` printed, as the order takes it.
  static std::string approvalsOf(const Ran& approval) {
    return " --approvals '" + approval.out.substr(0, approval.out.find('\n')) + "'";
  }
  /// The name of what was proposed.
  static std::string proposalOf(const Ran& proposed) {
    static const std::string before = "Proposed: ";
    const auto at = proposed.out.find(before);
    EXPECT_NE(at, std::string::npos) << proposed.out << proposed.err;
    return at == std::string::npos ? std::string() : proposed.out.substr(at + before.size(), 64);
  }
  static boost::json::value json(const Ran& ran) {
    boost::system::error_code error;
    auto value = boost::json::parse(ran.out, error);
    EXPECT_FALSE(error) << ran.out << ran.err;
    return value;
  }

  TemporaryFolder folder_;
  mutable GatewayFixture fixture_;
};

TEST_F(CommandLine, AKeyIsMadeSealedAndNeverOverwritten) {
  const auto made = run("key new ann --json");
  ASSERT_EQ(made.exitCode, 0) << made.err;
  const auto file = std::filesystem::path(std::string(json(made).at("file").as_string()));
  EXPECT_EQ(std::filesystem::status(file).permissions() & std::filesystem::perms::all,
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  EXPECT_EQ(json(run("key show ann --json")).at("key"), json(made).at("key"));
  const auto again = run("key new ann");
  EXPECT_EQ(again.exitCode, 1);
  EXPECT_NE(again.err.find("[key.exists]"), std::string::npos) << again.err;
  EXPECT_EQ(run("key new ../ann").exitCode, 2);
  EXPECT_EQ(run("key show nobody").exitCode, 2);
}

TEST_F(CommandLine, WithoutAProfileItSaysHowToMakeOne) {
  const auto ran = run("status");
  EXPECT_EQ(ran.exitCode, 2);
  EXPECT_NE(ran.err.find("aurigraph login --gateway"), std::string::npos) << ran.err;
  const auto asJson = run("status --json");
  EXPECT_EQ(asJson.exitCode, 2);
  EXPECT_EQ(json(asJson).at("error").at("code").as_string(), "profile.missing");
}

TEST_F(CommandLine, LoginChecksTheClusterBeforeItSigns) {
  const auto other = run("login --gateway 127.0.0.1:" + std::to_string(fixture_.gateway().port()) +
                         " --ca '" + (folder_.path() / "authority.pem").string() + "' --genesis " +
                         std::string(64, '7') + " --key issuer");
  EXPECT_EQ(other.exitCode, 1);
  EXPECT_NE(other.err.find("[client.other_genesis]"), std::string::npos) << other.err;
  const auto ran = login("issuer");
  ASSERT_EQ(ran.exitCode, 0) << ran.err;
  EXPECT_NE(ran.out.find("issuer"), std::string::npos);
  EXPECT_EQ(login("nobody").exitCode, 2);
}

TEST_F(CommandLine, StatusSaysLeaderAndHeights) {
  ASSERT_EQ(login("issuer").exitCode, 0);
  const auto status = json(run("status --json"));
  EXPECT_EQ(status.at("leader").to_number<int>(), 1);
  EXPECT_EQ(status.at("cluster").as_string(), "test");
  EXPECT_NE(run("status").out.find("certified"), std::string::npos);
}

TEST_F(CommandLine, FromReviewToProofByHand) {
  const auto genesis = fixture_.business().digest();
  const auto api = fixture_.client();
  issueProperty(*api, genesis, "US-1", "HOUSE", 1'000);
  client::Author slim(*api, slimNode().key, genesis);
  const auto waits = scoredRecord(wire::RecordKind::kPropertyTitle, "US-9", systemTime(), Wanted::kReview, 9);
  expectDone(slim.send(waits.command(), client::Wait::kFinal));
  const auto id = toHex(waits.record.id().view());

  ASSERT_EQ(login("reviewer").exitCode, 0);
  EXPECT_EQ(json(run("review list --json")).at(0).at("id").as_string(), id);
  const auto unasked = run("review approve " + id + " --reason 1 --note 'seen' --key reviewer");
  EXPECT_EQ(unasked.exitCode, 2) << "nothing is signed in a pipe without --yes";
  EXPECT_NE(unasked.err.find("[sign.needs_yes]"), std::string::npos) << unasked.err;
  const auto claim = "review claim " + id + " --yes --key reviewer";
  const auto release = "review release " + id + " --yes --key reviewer";
  EXPECT_EQ(run(claim).exitCode, 0);
  const auto released = run(release);
  EXPECT_EQ(released.exitCode, 0) << released.err;
  EXPECT_NE(released.err.find("Give back the claim on the review of record " + id), std::string::npos);
  EXPECT_FALSE(json(run("review list --json")).at(0).as_object().contains("claimed_by"));
  const auto nothingHeld = run(release);
  EXPECT_EQ(nothingHeld.exitCode, 1);
  EXPECT_NE(nothingHeld.err.find("[review.not_claimed]"), std::string::npos) << nothingHeld.err;
  EXPECT_EQ(run(claim).exitCode, 0);
  const auto approved = run("review approve " + id + " --reason 1 --note 'seen' --yes --json --key reviewer");
  ASSERT_EQ(approved.exitCode, 0) << approved.err << approved.out;
  EXPECT_TRUE(json(approved).at("final").as_bool());
  EXPECT_NE(approved.err.find("Approve record " + id), std::string::npos) << "shows what is signed";
  EXPECT_TRUE(json(run("review list --json")).as_array().empty());

  ASSERT_EQ(login("issuer").exitCode, 0);
  EXPECT_EQ(json(run("asset show US-1 --json")).at("asset_key").as_string(), "US-1");
  EXPECT_EQ(run("asset show US-77").exitCode, 1);
  const auto noAccount = run("transfer --token HOUSE --to holder --amount 25 --yes --key issuer");
  EXPECT_EQ(noAccount.exitCode, 1);
  EXPECT_NE(noAccount.err.find("[query.unknown_account]"), std::string::npos) << noAccount.err;
  client::Author buyer(*api, holder().key, genesis);
  expectDone(
      buyer.send(wire::OpenAccount{holder().id, api->tokenId("HOUSE").value()}, client::Wait::kCommitted));
  const auto moved = run("transfer --token HOUSE --to holder --amount 25 --yes --key issuer --json");
  ASSERT_EQ(moved.exitCode, 0) << moved.err << moved.out;
  EXPECT_TRUE(json(moved).at("final").as_bool());
  const auto tooMuch = run("transfer --token HOUSE --to holder --amount 5000 --yes --key issuer --json");
  EXPECT_EQ(tooMuch.exitCode, 1);
  EXPECT_EQ(json(tooMuch).at("error").at("code").as_string(),
            ledger::describe(ledger::ReasonCode::kInsufficient).code);
  EXPECT_NE(run("transfer --token HOUSE --to holder --amount 0.5 --yes --key issuer").exitCode, 0);

  const auto file = (folder_.path() / "holding.rwaproof").string();
  const auto exported =
      run("proof HOUSE --identity " + std::to_string(holder().id.value) + " -o '" + file + "' --json");
  ASSERT_EQ(exported.exitCode, 0) << exported.err << exported.out;
  const auto verified =
      runProgram("verify --genesis " + toHex(genesis.view()) + " '" + file + "'", folder_.path() / "stderr");
  EXPECT_EQ(verified.exitCode, 0) << verified.out << verified.err;
  EXPECT_NE(verified.out.find("25"), std::string::npos);
  EXPECT_EQ(
      runProgram("verify --genesis " + std::string(64, '7') + " '" + file + "'", folder_.path() / "stderr")
          .exitCode,
      3);

  // Whose account it is, without what is in it: checked against the genesis file.
  const auto handle =
      std::string(fixture_.clientOf(holder())
                      ->get("/query/accounts?token=HOUSE&identity=" + std::to_string(holder().id.value))
                      .value()
                      .at("items")
                      .at(0)
                      .at("handle")
                      .as_string());
  const auto owner = fixture_.clientOf(holder())->getBytes("/query/owner/" + handle).value();
  const auto ownerFile = (folder_.path() / "holder.rwaowner").string();
  const auto genesisFile = (folder_.path() / "cluster.genesis").string();
  const auto genesisBytes = api->getBytes("/query/genesis").value();
  std::ofstream(ownerFile, std::ios::binary)
      .write(reinterpret_cast<const char*>(owner.data()), static_cast<std::streamsize>(owner.size()));
  std::ofstream(genesisFile, std::ios::binary)
      .write(reinterpret_cast<const char*>(genesisBytes.data()),
             static_cast<std::streamsize>(genesisBytes.size()));
  const auto check = [&](const std::string& options) {
    return runProgram("verify " + options + " '" + ownerFile + "'", folder_.path() / "stderr");
  };
  const std::string with = "--genesis-file '" + genesisFile + "'";
  const auto owned = check("--genesis " + toHex(genesis.view()) + " " + with);
  EXPECT_EQ(owned.exitCode, 0) << owned.out << owned.err;
  EXPECT_NE(owned.out.find("VALID: account " + handle), std::string::npos) << owned.out;
  EXPECT_EQ(check(with).exitCode, 3) << "of a cluster that was not named";
  const auto without = check("--genesis " + toHex(genesis.view()));
  EXPECT_EQ(without.exitCode, 2);
  EXPECT_NE(without.err.find("--genesis-file"), std::string::npos) << without.err;
}

TEST_F(CommandLine, NothingIsSignedOnAHistoryThatDoesNotGoOnFromTheOneSeenBefore) {
  const auto api = fixture_.client();
  const auto genesis = fixture_.business().digest();
  issueProperty(*api, genesis, "US-1", "HOUSE", 1'000);
  client::Author buyer(*api, holder().key, genesis);
  expectDone(buyer.send(wire::OpenAccount{holder().id, api->tokenId("HOUSE").value()}, client::Wait::kFinal));
  ASSERT_TRUE(eventually([&] { return api->latestCertificate().has_value(); }));
  ASSERT_EQ(login("issuer").exitCode, 0);
  const std::string pay = "transfer --token HOUSE --to holder --amount 25 --yes --key issuer";
  ASSERT_EQ(run(pay).exitCode, 0);

  // Another history, as it would be known from another gateway.
  auto statement = api->latestCertificate()->statement;
  statement.height = Height(1);
  statement.checkpointHeight = Height(0);
  statement.stateRoot = Digest{};
  statement.historyRoot = filled<Digest>(0xF0);
  const auto seen = profile() / "history" / (toHex(genesis.view()) + ".json");
  ASSERT_TRUE(std::filesystem::exists(seen));
  std::ofstream(seen) << R"({"format":"aurigraph/seen-certificate/1","certificate":")"
                      << toHex(wire::encode(sealed(statement))) << "\"}";
  for (const std::string& command : {std::string("status"), pay}) {
    const auto refused = run(command + " --json");
    EXPECT_EQ(refused.exitCode, 1) << command;
    const auto error = json(refused).at("error");
    EXPECT_EQ(error.at("code").as_string(), "client.history_forked") << command;
    EXPECT_NE(error.at("remedy").as_string().find((profile() / "history" / "evidence").string()),
              std::string::npos);
  }
  EXPECT_EQ(login("issuer").exitCode, 1);
  const auto file = (folder_.path() / "house.rwaproof").string();
  EXPECT_EQ(run("proof export HOUSE issuer --verify --out '" + file + "'").exitCode, 1);
  EXPECT_FALSE(std::filesystem::exists(file));
  const auto has = fixture_.clientOf(holder())->get("/query/accounts?token=HOUSE&identity=" +
                                                    std::to_string(holder().id.value));
  EXPECT_EQ(has.value().at("items").at(0).at("balance").as_string(), "25") << "paid once";
  std::filesystem::remove(seen);
  EXPECT_EQ(run("status").exitCode, 0) << "who takes the memory away meets the cluster anew";
}

TEST_F(CommandLine, EveryCommandOfTheLedgerIsAnOrderWithItsFieldsAsFlags) {
  const auto all = run("order --help");
  EXPECT_EQ(all.exitCode, 0) << all.err;
  wire::anyCommandKind([&]<class Command>(const Command&) {
    EXPECT_NE(all.out.find("\n  " + std::string(Command::kName) + " "), std::string::npos) << all.out;
    return false;
  });
  const auto one = run("order issue-token --help").out;
  for (const char* part : {"--lock-up-seconds", "--serials", "from 0 to 8", "base units", "at most 12 bytes"})
    EXPECT_NE(one.find(part), std::string::npos) << part << one;

  keep(administrator());
  ASSERT_EQ(login("administrator").exitCode, 0);
  const auto key = keyNumber(201).publicKey();
  const std::string order = "order register-identity --sign-with administrator --yes --name Ann --key ";
  const auto done = run(order + toHex(key.view()) + " --roles holder --json");
  EXPECT_EQ(done.exitCode, 0) << done.err;
  EXPECT_NE(done.err.find("name: Ann"), std::string::npos) << "shows what is signed: " << done.err;
  EXPECT_NE(done.err.find("roles: holder"), std::string::npos) << done.err;
  EXPECT_TRUE(fixture_.client()->identityOf(key).has_value());

  const auto tooShort = run(order + "00");
  EXPECT_EQ(tooShort.exitCode, 2);
  EXPECT_NE(tooShort.err.find("'key' must be 64 hex digits."), std::string::npos) << tooShort.err;
  const auto role = run(order + toHex(key.view()) + " --roles king");
  EXPECT_EQ(role.exitCode, 2);
  EXPECT_NE(role.err.find("[role.unknown]"), std::string::npos) << role.err;
  EXPECT_EQ(run("order open-account --identity 5").exitCode, 2) << "a field is missing";
  const auto badItem = run("order register-asset --template property --asset-key K --name N --records " +
                           std::string(64, '1') + " --documents nonsense");
  EXPECT_EQ(badItem.exitCode, 2);
  EXPECT_NE(badItem.err.find("[order.bad_json]"), std::string::npos) << badItem.err;
  const auto twice =
      run("order issue-token --asset 1 --symbol S --name N --supply 1 --serials '{\"registry\":\"VERRA\","
          "\"registry\":\"X\",\"series\":\"S\",\"first\":1,\"last\":1}'");
  EXPECT_EQ(twice.exitCode, 2);
  EXPECT_NE(twice.err.find("stands twice"), std::string::npos) << twice.err;
}

TEST_F(CommandLine, WhatIsSignedIsWhatWasTyped) {
  keep(administrator());
  ASSERT_EQ(login("administrator").exitCode, 0);
  std::uint8_t number = 202;
  for (const std::string name : {"[Ann]", "[Ann, the second]", "{Ann}", "@Ann", "\"Ann\"", "Ann=1"}) {
    const auto key = keyNumber(number++).publicKey();
    const auto done = run("order register-identity --sign-with administrator --yes --name '" + name +
                          "' --key " + toHex(key.view()) + " --json");
    ASSERT_EQ(done.exitCode, 0) << done.err;
    EXPECT_NE(done.err.find("name: " + name + "\n"), std::string::npos) << done.err;
    const auto kept = fixture_.client()->list("/query/identities?key=" + toHex(key.view())).value();
    EXPECT_EQ(kept.at(0).at("name").as_string(), name);
  }
}

TEST_F(CommandLine, ANameIsSignedInTheFormThatTheLedgerTakes) {
  keep(administrator());
  ASSERT_EQ(login("administrator").exitCode, 0);
  const auto key = keyNumber(210).publicKey();
  const auto done =
      run("order register-identity --sign-with administrator --yes --name ' Jose\u0301  Ｌｅｅ ' --key " +
          toHex(key.view()) + " --json");
  ASSERT_EQ(done.exitCode, 0) << done.err;
  EXPECT_NE(done.err.find("name: José Lee\n"), std::string::npos) << "shows what is signed: " << done.err;
  const auto kept = fixture_.client()->list("/query/identities?key=" + toHex(key.view())).value();
  EXPECT_EQ(kept.at(0).at("name").as_string(), "José Lee");
}

TEST_F(CommandLine, ARoleTakesAnotherAdministratorsWord) {
  for (const auto& who : {administrator(), administrator2(), administrator3()}) keep(who);
  ASSERT_EQ(login("administrator").exitCode, 0);
  const std::string ann = toHex(keyNumber(201).publicKey().view());
  const std::string byOne = " --sign-with administrator --yes";
  const auto powerful = run("order register-identity --name Ann --key " + ann + " --roles reviewer" + byOne);
  EXPECT_EQ(powerful.exitCode, 1);
  EXPECT_NE(powerful.err.find("[identity.duty_needs_grant]"), std::string::npos) << powerful.err;
  ASSERT_EQ(run("order register-identity --name Ann --key " + ann + byOne).exitCode, 0);

  const std::string grant = " grant-roles --roles reviewer --key " + ann;
  const auto alone = run("order" + grant + byOne);
  EXPECT_EQ(alone.exitCode, 1);
  EXPECT_NE(alone.err.find("[approval.missing]"), std::string::npos) << alone.err;
  const std::string author = toHex(administrator().key.publicKey().view());
  const std::string approve = "approve" + grant + " --sign-with administrator-2 --yes";
  EXPECT_EQ(run(approve).exitCode, 2) << "for whose order is not said";
  const std::string until = inHours(1);
  const auto approval = run(approve + " --author " + author + " --until " + until);
  ASSERT_EQ(approval.exitCode, 0) << approval.err;
  for (const std::string& part :
       {std::string("roles: reviewer"), author, "until " + until, toHex(fixture_.business().digest().view())})
    EXPECT_NE(approval.err.find(part), std::string::npos) << "says all that is signed: " << approval.err;
  const std::string order = "order" + grant + approvalsOf(approval);
  const auto another = run(order + " --sign-with administrator-3 --yes");
  EXPECT_EQ(another.exitCode, 1);
  EXPECT_NE(another.err.find("[approval.bad]"), std::string::npos) << "it is for one author: " << another.err;
  const auto done = run(order + byOne);
  EXPECT_EQ(done.exitCode, 0) << done.err;
  EXPECT_EQ(rolesOf(ann), boost::json::array({"reviewer"}));

  ASSERT_EQ(run("order suspend-identity --identity 2 --seconds 60 --reason 'A stolen key.'" + byOne).exitCode,
            0);
  const auto thief = run("order set-notice-address --address me@example.com --sign-with issuer --yes");
  EXPECT_EQ(thief.exitCode, 1) << thief.err;
  EXPECT_NE(thief.err.find("[batch.author_suspended]"), std::string::npos) << thief.err;
  // What was refused for good holds no later order up.
  ASSERT_EQ(run("order resume-identity --identity 2" + byOne).exitCode, 0);
  EXPECT_EQ(run("order set-notice-address --address me@example.com --sign-with issuer --yes").exitCode, 0);
}

TEST_F(CommandLine, WordsEndWithinThreeDaysAndTheirEndMaySayItself) {
  for (const auto& who : {administrator(), administrator2()}) keep(who);
  ASSERT_EQ(login("administrator").exitCode, 0);
  const std::string grant = " grant-roles --roles reviewer --key " + newcomer(201);
  const std::string approve = "approve" + grant + " --sign-with administrator-2 --yes --author " +
                              toHex(administrator().key.publicKey().view());
  const std::string propose = "propose" + grant + " --sign-with administrator --yes";
  for (const std::string& command : {approve, propose}) {
    const auto tooLong = run(command + " --until " + inHours(73));
    EXPECT_EQ(tooLong.exitCode, 2);
    EXPECT_NE(tooLong.err.find("[order.end_too_late]"), std::string::npos) << tooLong.err;
    EXPECT_EQ(run(command + " --until tomorrow").exitCode, 2);
  }
  const auto first = json(run(approve + " --json")).at("until").as_string();
  const auto end = Nanoseconds(std::stoll(std::string(first)));
  EXPECT_EQ(end.value % (24 * 3'600 * kSecond), 0) << "whoever approves today says the same end";
  EXPECT_GT(end, systemTime());
  EXPECT_LT(end.value - systemTime().value, 48 * 3'600 * kSecond);
  const auto late = run(propose + " --until " + inHours(-1));
  EXPECT_EQ(late.exitCode, 2);
  EXPECT_NE(late.err.find("[order.end_passed]"), std::string::npos) << late.err;
}

TEST_F(CommandLine, AProposalIsExecutedByTheLastWordItNeeds) {
  for (const auto& who : {administrator(), administrator2()}) keep(who);
  ASSERT_EQ(login("administrator").exitCode, 0);
  const std::string ann = newcomer(201);
  EXPECT_NE(run("proposal list").out.find("Nothing waits"), std::string::npos);
  const auto proposed =
      run("propose grant-roles --roles reviewer --key " + ann + " --sign-with administrator --yes");
  ASSERT_EQ(proposed.exitCode, 0) << proposed.err;
  EXPECT_NE(proposed.err.find("roles: reviewer"), std::string::npos) << "what is signed: " << proposed.err;
  const std::string id = proposalOf(proposed);
  EXPECT_TRUE(rolesOf(ann).empty());

  const auto listed = run("proposal list");
  for (const std::string& part : {id, std::string("roles: reviewer"), ann, std::string("administrator"),
                                  std::string("endorsed by nobody yet")})
    EXPECT_NE(listed.out.find(part), std::string::npos) << part << "\n" << listed.out << listed.err;
  EXPECT_EQ(run("proposal show " + id).out, listed.out);
  EXPECT_EQ(json(run("proposal list --json")).at("items").at(0).at("proposal").as_string(), id);
  EXPECT_EQ(json(run("proposal show " + id + " --json")).at("kind").as_string(), "grant-roles");
  EXPECT_EQ(run("proposal show 12").exitCode, 1);

  const auto own = run("proposal endorse " + id + " --sign-with administrator --yes");
  EXPECT_EQ(own.exitCode, 1);
  EXPECT_NE(own.err.find("[approval.own]"), std::string::npos) << own.err;
  const std::string endorse = "proposal endorse " + id + " --sign-with administrator-2";
  const auto unasked = run(endorse);
  EXPECT_EQ(unasked.exitCode, 2) << "nothing is signed in a pipe without --yes";
  EXPECT_NE(unasked.err.find("roles: reviewer"), std::string::npos) << "what is endorsed: " << unasked.err;
  EXPECT_TRUE(rolesOf(ann).empty());
  const auto endorsed = run(endorse + " --yes");
  ASSERT_EQ(endorsed.exitCode, 0) << endorsed.err;
  EXPECT_EQ(rolesOf(ann), boost::json::array({"reviewer"}));
  EXPECT_NE(run("proposal list").out.find("Nothing waits"), std::string::npos);
  const auto over = run(endorse + " --yes");
  EXPECT_EQ(over.exitCode, 1);
  EXPECT_NE(over.err.find("[query.unknown_proposal]"), std::string::npos) << over.err;

  ASSERT_EQ(login("holder").exitCode, 0);
  const auto hidden = run("proposal list");
  EXPECT_EQ(hidden.exitCode, 1);
  EXPECT_NE(hidden.err.find("[auth.forbidden]"), std::string::npos) << hidden.err;
}

TEST_F(CommandLine, WhatItsAuthorTookBackIsEndorsedByNobody) {
  for (const auto& who : {administrator(), administrator2()}) keep(who);
  ASSERT_EQ(login("administrator").exitCode, 0);
  const std::string ann = newcomer(201);
  const std::string byOne = " --sign-with administrator --yes";
  const std::string byTwo = " --sign-with administrator-2 --yes";
  const std::string id = proposalOf(run("propose grant-roles --roles reviewer --key " + ann + byOne));
  const auto stranger = run("proposal withdraw " + id + byTwo);
  EXPECT_EQ(stranger.exitCode, 1) << "neither proposed nor endorsed it";
  EXPECT_NE(stranger.err.find("[permission.missing]"), std::string::npos) << stranger.err;
  ASSERT_EQ(run("proposal withdraw " + id + byOne).exitCode, 0);
  const auto endorsed = run("proposal endorse " + id + byTwo);
  EXPECT_EQ(endorsed.exitCode, 1);
  EXPECT_NE(endorsed.err.find("[query.unknown_proposal]"), std::string::npos) << endorsed.err;
  // The ledger says the same to a program that does not look first.
  const auto blind = run("order endorse --proposal " + id + byTwo);
  EXPECT_EQ(blind.exitCode, 1);
  EXPECT_NE(blind.err.find("[proposal.unknown]"), std::string::npos) << blind.err;
  EXPECT_TRUE(rolesOf(ann).empty());
}

TEST_F(CommandLine, AKeyIsReplacedByTheHolderOfTheNewOneAndTheIdentity) {
  const Person anna{"issuer-2026", issuer().id, keyNumber(202)};
  keep(anna);
  ASSERT_EQ(login("issuer").exitCode, 0);
  const std::string fresh = toHex(anna.key.publicKey().view());

  const std::string prove = "prove-key --identity 2 --sign-with issuer-2026";
  const auto unasked = run(prove);
  EXPECT_EQ(unasked.exitCode, 2) << "nothing is signed in a pipe without --yes";
  EXPECT_NE(unasked.err.find("[sign.needs_yes]"), std::string::npos) << unasked.err;
  const auto proven = run(prove + " --yes");
  ASSERT_EQ(proven.exitCode, 0) << proven.err;
  EXPECT_NE(proven.err.find("identity 2"), std::string::npos) << proven.err;
  EXPECT_NE(proven.err.find(toHex(fixture_.business().digest().view())), std::string::npos)
      << "says on which cluster: " << proven.err;
  const std::string possession = proven.out.substr(0, proven.out.find('\n'));
  EXPECT_EQ(possession.size(), 2 * Signature::kSizeBytes);
  const auto asJson = json(run(prove + " --yes --json"));
  EXPECT_EQ(asJson.at("possession").as_string(), possession);
  EXPECT_EQ(asJson.at("key").as_string(), fresh);
  EXPECT_EQ(asJson.at("identity").to_number<int>(), 2);

  const std::string taken = " --key " + fresh + " --possession " + possession;
  const auto stolen = run("order add-key" + taken + " --sign-with reviewer --yes");
  EXPECT_EQ(stolen.exitCode, 1) << "the new key meant another identity";
  EXPECT_NE(stolen.err.find("[identity.bad_possession]"), std::string::npos) << stolen.err;
  const auto rotated = run("order rotate-key" + taken + " --sign-with issuer --yes");
  ASSERT_EQ(rotated.exitCode, 0) << rotated.err;

  const auto old = run("order set-notice-address --address me@example.com --sign-with issuer --yes");
  EXPECT_EQ(old.exitCode, 1);
  EXPECT_NE(old.err.find("[batch.key_ended]"), std::string::npos) << old.err;
  EXPECT_NE(login("issuer").err.find("[auth.key_ended]"), std::string::npos) << "nor does it sign in";
  EXPECT_EQ(login("issuer-2026").exitCode, 0);
  const auto now = run("order set-notice-address --address me@example.com --sign-with issuer-2026 --yes");
  EXPECT_EQ(now.exitCode, 0) << now.err;
}

TEST_F(CommandLine, OneIdentityIsShownWithWhatItHolds) {
  keep(compliance());
  ASSERT_EQ(login("compliance").exitCode, 0);
  const auto shown = run("identity show issuer");
  ASSERT_EQ(shown.exitCode, 0) << shown.err;
  const std::string key = toHex(issuer().key.publicKey().view());
  for (const std::string& part : {std::string("2  issuer"), std::string("Harbour Estates"), key,
                                  std::string("the beginning"), std::string("Role changes  0")})
    EXPECT_NE(shown.out.find(part), std::string::npos) << part << "\n" << shown.out;
  EXPECT_EQ(run("identity show 2").out, shown.out);
  EXPECT_EQ(run("identity show " + key).out, shown.out);
  const auto nobody = run("identity show nobody");
  EXPECT_EQ(nobody.exitCode, 1);
  EXPECT_NE(nobody.err.find("[query.unknown_identity]"), std::string::npos) << nobody.err;

  const auto api = fixture_.client();
  client::Author notary(*api, claimIssuer().key, fixture_.business().digest());
  expectDone(notary.send(wire::IssueClaim{issuer().key.publicKey(), "country", "DE",
                                          Nanoseconds(systemTime().value + 3'600 * kSecond)},
                         client::Wait::kFinal));
  const auto claims = run("identity show issuer --claims");
  ASSERT_EQ(claims.exitCode, 0) << claims.err;
  EXPECT_NE(claims.out.find("country"), std::string::npos) << claims.out;
  EXPECT_NE(claims.out.find("13 claim-issuer"), std::string::npos) << claims.out;
  const auto asJson = json(run("identity show issuer --claims --json"));
  EXPECT_EQ(asJson.at("claims").at(0).at("value").as_string(), "DE");
  EXPECT_FALSE(asJson.at("claims").at(0).at("counts").as_bool()) << "nobody trusts its issuer yet";
  const auto trust = run("identity show claim-issuer --trusted-with country");
  EXPECT_NE(trust.out.find("Its claims of country count for nothing.\n"), std::string::npos)
      << trust.out << trust.err;
  ASSERT_EQ(login("holder").exitCode, 0);
  const auto hidden = run("identity show issuer --claims");
  EXPECT_EQ(hidden.exitCode, 1);
  EXPECT_NE(hidden.err.find("[auth.forbidden]"), std::string::npos) << hidden.err;
}

TEST_F(CommandLine, ApprovalsOfTwoAreGivenInAnyOrder) {
  for (const auto& who : {compliance(), riskOfficer(), custodian()}) keep(who);
  const Person fresh{"reviewer-2026", reviewer().id, keyNumber(202)};
  keep(fresh);
  ASSERT_EQ(login("compliance").exitCode, 0);
  const auto proven = run("prove-key --identity 4 --sign-with reviewer-2026 --yes");
  const std::string recovery = " recover-identity --lost " + toHex(reviewer().key.publicKey().view()) +
                               " --key " + toHex(fresh.key.publicKey().view()) + " --possession " +
                               proven.out.substr(0, proven.out.find('\n')) +
                               " --reason 'The card is lost.' --document " + std::string(64, '9');
  std::vector<std::string> words;
  const std::string by = " --sign-with compliance --yes";
  const auto approvedBy = [&](const char* who, const std::string& until) {
    const auto approval =
        run("approve" + recovery + " --author " + toHex(compliance().key.publicKey().view()) + " --until " +
            until + " --sign-with " + who + " --yes");
    EXPECT_EQ(approval.exitCode, 0) << approval.err;
    return approvalsOf(approval);
  };
  const std::string until = inHours(1);
  for (const char* who : {"risk-officer", "custodian"}) words.push_back(approvedBy(who, until));
  const auto apart = run("order" + recovery + words[0] + approvedBy("custodian", inHours(2)) + by);
  EXPECT_EQ(apart.exitCode, 2);
  EXPECT_NE(apart.err.find("[order.other_end]"), std::string::npos) << apart.err;
  const auto one = run("order" + recovery + words[0] + by);
  EXPECT_NE(one.err.find("[approval.missing]"), std::string::npos) << one.err;
  const auto twice = run("order" + recovery + words[0] + words[0] + by);
  EXPECT_EQ(twice.exitCode, 2) << twice.err;
  std::ranges::sort(words, std::greater<>());  // the ledger takes them the other way round
  const auto done = run("order" + recovery + words[0] + words[1] + by);
  EXPECT_EQ(done.exitCode, 0) << done.err;
  EXPECT_TRUE(json(run("identity show reviewer --json")).at("roles").as_array().empty());
}

TEST_F(CommandLine, ASourceIsAdoptedWithTheWordsOfTwoOthers) {
  for (const auto& who : {clusterOperator(), riskOfficer(), compliance()}) keep(who);
  ASSERT_EQ(login("operator").exitCode, 0);
  const std::string pins = std::string(64, 'b') + "," + std::string(64, 'a');
  // Names and pins in whatever order: the ledger's is known here.
  const std::string terms =
      " adopt-source --name county --provider county-title --kinds title,valuation "
      "--kinds parcel --tier registry-of-record --origin SIMULATED "
      "--host recorder.example.gov --session credential --records-per-hour 1000 --pins " +
      pins;
  std::string words;
  const std::string author = " --author " + toHex(clusterOperator().key.publicKey().view());
  for (const char* who : {"risk-officer", "compliance"}) {
    const auto approval = run("approve" + terms + author + " --sign-with " + who + " --yes");
    ASSERT_EQ(approval.exitCode, 0) << approval.err;
    words += " --approvals '" + approval.out.substr(0, approval.out.find('\n')) + "'";
  }
  const std::string by = " --sign-with operator --yes";
  const auto alone = run("order" + terms + by);
  EXPECT_NE(alone.err.find("[approval.missing]"), std::string::npos) << alone.err;
  const auto done = run("order" + terms + words + by);
  ASSERT_EQ(done.exitCode, 0) << done.err;
  const auto shown = run("source show county");
  ASSERT_EQ(shown.exitCode, 0) << shown.err;
  for (const char* part : {"valuation, parcel, title", "recorder.example.gov", "believed"})
    EXPECT_NE(shown.out.find(part), std::string::npos) << part << "\n" << shown.out;
  EXPECT_EQ(json(run("source list --json")).at("items").as_array().size(), 2U) << "and the genesis' own";
  const auto unknown = run("source show nobody");
  EXPECT_EQ(unknown.exitCode, 1);
  EXPECT_NE(unknown.err.find("[query.unknown_source]"), std::string::npos) << unknown.err;
  const auto pause =
      run("order pause-source --source county --reason 'It lies.' --sign-with compliance --yes");
  EXPECT_EQ(pause.exitCode, 0) << pause.err;
  EXPECT_NE(run("source show county").out.find("paused until "), std::string::npos);
}

TEST_F(CommandLine, WatchPrintsOneJsonLinePerEvent) {
  ASSERT_EQ(login("issuer").exitCode, 0);
  const auto api = fixture_.client();
  client::Author admin(*api, administrator().key, fixture_.business().digest());
  for (std::uint8_t i = 0; i < 3; ++i)
    expectDone(admin.send(wire::RegisterIdentity{"person-" + std::to_string(i),
                                                 keyNumber(static_cast<std::uint8_t>(130 + i)).publicKey(),
                                                 wire::maskOf(wire::Role::kHolder)},
                          client::Wait::kCommitted));
  const auto ran = run("watch --topic identity --from 0:0:0 --count 3 --json");
  ASSERT_EQ(ran.exitCode, 0) << ran.err;
  std::istringstream lines(ran.out);
  int seen = 0;
  for (std::string line; std::getline(lines, line); ++seen)
    EXPECT_EQ(boost::json::parse(line).at("data").at("name").as_string(), "person-" + std::to_string(seen));
  EXPECT_EQ(seen, 3);
  EXPECT_EQ(run("watch --topic gossip --count 1").exitCode, 1);
}

TEST_F(CommandLine, WrongUsageEndsWithTwo) {
  const auto end = [&](const std::string& arguments) {
    return runProgram(arguments, folder_.path() / "stderr").exitCode;
  };
  EXPECT_EQ(end(""), 2);
  EXPECT_EQ(end("fly"), 2);
  EXPECT_EQ(end("review approve"), 2);
  EXPECT_EQ(end("--help"), 0);
  for (const char* command :
       {"status", "watch", "key new", "key show", "login", "identity show", "prove-key", "asset list",
        "asset show", "review list", "review claim", "review release", "review approve", "review reject",
        "transfer", "proof", "source list", "source show"}) {
    const auto help = runProgram(std::string(command) + " --help", folder_.path() / "stderr");
    EXPECT_EQ(help.exitCode, 0) << command;
    EXPECT_NE(help.out.find("Example: aurigraph "), std::string::npos) << command;
    EXPECT_NE(help.out.find("--json"), std::string::npos) << command;
  }
}

}  // namespace
}  // namespace aurigraph::cli
