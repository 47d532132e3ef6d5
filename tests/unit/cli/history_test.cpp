// A profile remembers the last certificate of each cluster, and nothing that does not go on from it passes.

#include "app/aurigraph/history.h"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <fstream>
#include <sstream>

#include "tests/support/gateway_fixture.h"
#include "tests/support/sealed.h"

namespace aurigraph::cli {
namespace {

using namespace aurigraph::test;

class History : public ::testing::Test {
 protected:
  History() { profile_ = profileOf(fixture_); }

  [[nodiscard]] Profile profileOf(GatewayFixture& fixture) const {
    Profile out;
    out.folder = folder_.path() / "profile";
    out.port = fixture.gateway().port();
    out.authorityPem = testTls().authorityPem;
    out.genesis = fixture.business().digest();
    return out;
  }
  /// One more block under a certificate, which is given when the gateway shows it.
  wire::Certificate grow() { return grow(fixture_, *api_); }
  static wire::Certificate grow(GatewayFixture& fixture, client::ApiClient& api) {
    client::Author admin(api, administrator().key, fixture.business().digest());
    static std::uint32_t number = 0;
    crypto::Seed seed;
    seed.bytes.fill(200);
    std::memcpy(seed.bytes.data(), &++number, sizeof(number));
    const auto done =
        expectDone(admin.send(wire::RegisterIdentity{"person-" + std::to_string(number),
                                                     crypto::SigningKey::fromSeed(seed).publicKey(),
                                                     wire::maskOf(wire::Role::kHolder)},
                              client::Wait::kFinal));
    EXPECT_TRUE(eventually([&] {
      const auto shown = api.latestCertificate();
      return shown && shown->statement.height == done.height;
    }));
    return api.latestCertificate().value();
  }
  /// What a majority of stolen keys would say of that height.
  static wire::Certificate forged(const wire::Certificate& real) {
    auto statement = real.statement;
    statement.historyRoot = filled<Digest>(0xF0);
    statement.stateRoot = filled<Digest>(0xF1);
    statement.checkpointHeight = statement.height;
    return sealed(statement);
  }
  [[nodiscard]] std::string check() { return codeOf(checkHistory(profile_, *api_)); }
  [[nodiscard]] std::string check(const wire::Certificate& shown) {
    return codeOf(checkHistory(profile_, *api_, shown));
  }
  [[nodiscard]] std::optional<wire::Certificate> seen() const {
    return lastSeen(profile_.folder, profile_.genesis).value();
  }
  [[nodiscard]] std::filesystem::path seenFile() const {
    return profile_.folder / "history" / (toHex(profile_.genesis.view()) + ".json");
  }
  [[nodiscard]] std::vector<std::filesystem::path> evidence() const {
    std::vector<std::filesystem::path> out;
    std::error_code none;
    for (const auto& entry :
         std::filesystem::directory_iterator(profile_.folder / "history" / "evidence", none))
      out.push_back(entry.path());
    return out;
  }
  std::string codeOf(const Status& status) {
    said_ = status ? Error{} : status.error();
    return std::string(said_.code);
  }

  TemporaryFolder folder_;
  GatewayFixture fixture_;
  std::unique_ptr<client::ApiClient> api_ = fixture_.client();
  Profile profile_;
  Error said_;
};

TEST_F(History, TheFirstCertificateIsRememberedAndEachLaterOneThatGoesOn) {
  EXPECT_EQ(check(), "") << "there is none yet";
  EXPECT_FALSE(seen().has_value());
  for (int block = 0; block < 5; ++block) {
    const auto shown = grow();
    EXPECT_EQ(check(), "") << said_.message;
    EXPECT_EQ(seen(), shown);
    EXPECT_EQ(check(), "") << "the same again";
  }
  EXPECT_TRUE(evidence().empty());
}

TEST_F(History, AnOlderOneOfTheSameHistoryIsGoodAndNotRemembered) {
  const auto older = grow();
  (void)grow();
  const auto newest = grow();
  EXPECT_EQ(check(), "");
  EXPECT_EQ(check(older), "") << said_.message;
  EXPECT_EQ(seen(), newest);
}

TEST_F(History, AnotherHistoryIsAForkAndBothCertificatesAreKept) {
  const auto other = forged(grow());
  ASSERT_EQ(check(other), "") << "the first meeting can only believe the seals";
  const auto shown = grow();
  EXPECT_EQ(check(), "client.history_forked");
  EXPECT_NE(said_.message.find("two certified histories"), std::string::npos) << said_.message;
  EXPECT_EQ(seen(), other) << "a fork replaces nothing";
  ASSERT_EQ(evidence().size(), 1U);
  EXPECT_NE(said_.remedy.find(evidence()[0].string()), std::string::npos) << said_.remedy;
  std::ostringstream text;
  text << std::ifstream(evidence()[0]).rdbuf();
  const auto kept = boost::json::parse(text.str());
  EXPECT_EQ(kept.at("verdict").as_string(), "forked");
  EXPECT_EQ(kept.at("remembered").at("certificate").as_string(), toHex(wire::encode(other)));
  EXPECT_EQ(kept.at("shown").at("certificate").as_string(), toHex(wire::encode(shown)));
  EXPECT_EQ(kept.at("answer").at("path").as_array().size(), 1U);
  EXPECT_EQ(check(), "client.history_forked");
  EXPECT_EQ(evidence().size(), 1U) << "one file for each contradiction";
}

TEST_F(History, AForkIsSeenAtOneHeightAndFromBehindToo) {
  const auto first = grow();
  const auto second = grow();
  ASSERT_EQ(check(), "");
  EXPECT_EQ(check(forged(second)), "client.history_forked") << "one height";
  EXPECT_EQ(check(forged(first)), "client.history_forked") << "an older one that is no beginning";
  EXPECT_EQ(seen(), second);
  EXPECT_EQ(evidence().size(), 2U);
}

TEST_F(History, AGatewayThatCannotShowTheWayIsNotBelieved) {
  const auto first = grow();
  ASSERT_EQ(check(forged(grow())), "");
  EXPECT_EQ(check(first), "client.history_unproven");
  EXPECT_NE(said_.remedy.find("Ask another node"), std::string::npos) << said_.remedy;
  EXPECT_EQ(evidence().size(), 1U);
}

TEST_F(History, NothingIsSignedWhereLessIsCertifiedThanWasSeen) {
  const auto soon = std::chrono::milliseconds(400);
  EXPECT_EQ(codeOf(caughtUp(profile_, *api_, soon)), "") << "a first meeting";
  grow();
  EXPECT_EQ(check(), "");
  EXPECT_EQ(codeOf(caughtUp(profile_, *api_, soon)), "");
  // As another gateway showed it, before this one was rolled back.
  auto later = seen()->statement;
  later.height = Height(later.height.value + 3);
  std::ofstream(seenFile()) << R"({"format":"aurigraph/seen-certificate/1","certificate":")"
                            << toHex(wire::encode(sealed(later))) << R"("})";
  EXPECT_EQ(codeOf(caughtUp(profile_, *api_, soon)), "client.gateway_behind") << said_.message;
  for (int n = 0; n < 3; ++n) grow();
  EXPECT_EQ(codeOf(caughtUp(profile_, *api_, soon)), "");
}

TEST_F(History, WhoLagsBehindIsNoLiar) {
  auto ahead = grow();
  ahead.statement.height = Height(99);
  ahead.statement.checkpointHeight = Height(98);
  ahead = sealed(ahead.statement);
  ASSERT_EQ(check(ahead), "");
  ::testing::internal::CaptureStderr();
  EXPECT_EQ(check(), "");
  const std::string said = ::testing::internal::GetCapturedStderr();
  EXPECT_NE(said.find("could not be compared"), std::string::npos) << said;
  EXPECT_NE(said.find("[query.unknown_block]"), std::string::npos) << said;
  EXPECT_EQ(seen(), ahead);
}

TEST_F(History, WhatTheValidatorsDidNotSealIsNeitherRememberedNorCompared) {
  auto shown = grow();
  EXPECT_EQ(check(sealed(shown.statement, 1)), "certificate.too_few_seals");
  shown.statement.historyRoot = filled<Digest>(1);
  EXPECT_EQ(check(shown), "certificate.bad_signature");
  shown.statement.genesis = filled<Digest>(2);
  EXPECT_EQ(check(sealed(shown.statement)), "certificate.other_cluster");
  EXPECT_FALSE(seen().has_value());
  EXPECT_TRUE(evidence().empty());
}

TEST_F(History, EachClusterHasItsOwnMemory) {
  (void)grow();
  const auto ours = grow();
  ASSERT_EQ(check(), "");
  auto genesis = testGenesis();
  genesis.nonce = filled<Digest>(77);
  FakeBusiness business(genesis);
  GatewayFixture second({}, &business);
  const auto secondApi = second.client();
  const auto theirs = grow(second, *secondApi);
  const auto secondProfile = profileOf(second);
  EXPECT_EQ(codeOf(checkHistory(secondProfile, *secondApi)), "") << said_.message;
  EXPECT_EQ(lastSeen(secondProfile.folder, secondProfile.genesis).value(), theirs);
  EXPECT_EQ(seen(), ours);
  EXPECT_EQ(codeOf(checkHistory(profile_, *secondApi)), "client.other_genesis");
}

TEST_F(History, ADamagedMemoryIsSaidAndNeverStartedAnew) {
  const auto shown = grow();
  ASSERT_EQ(check(), "");
  auto unsealed = sealed(shown.statement, 1);
  const auto hex = [](const wire::Certificate& each) { return toHex(wire::encode(each)); };
  const std::string seenBefore = R"({"format":"aurigraph/seen-certificate/1","certificate":")";
  for (const std::string& content :
       {std::string(), std::string("{}"), seenBefore + "00\"}", seenBefore + hex(unsealed) + "\"}",
        R"({"format":"aurigraph/seen-certificate/2","certificate":")" + hex(forged(shown)) + "\"}"}) {
    std::ofstream(seenFile()) << content;
    EXPECT_EQ(check(), "history.damaged") << content;
    std::ostringstream now;
    now << std::ifstream(seenFile()).rdbuf();
    EXPECT_EQ(now.str(), content);
  }
}

TEST_F(History, AFolderThatCannotBeWrittenHindersNothing) {
  (void)grow();
  std::filesystem::create_directories(profile_.folder);
  std::ofstream(profile_.folder / "history") << "a file";
  ::testing::internal::CaptureStderr();
  const auto code = check();
  const std::string said = ::testing::internal::GetCapturedStderr();
  EXPECT_EQ(code, "") << said_.message;
  EXPECT_NE(said.find("[file.unwritable]"), std::string::npos) << said;
}

}  // namespace
}  // namespace aurigraph::cli
