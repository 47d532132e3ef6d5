// What the ledger would say, and who asks.

#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "tests/support/gateway_fixture.h"

namespace aurigraph::gateway {
namespace {

using namespace aurigraph::test;
using boost::json::array;
using boost::json::object;
using boost::json::value;
using client::Wait;

std::string hexKey(const Person& person) {
  return toHex(person.key.publicKey().view());
}

/// As the author itself.
value simulate(GatewayFixture& fixture, const Person& author, array commands) {
  return fixture.clientOf(author)
      ->post("/contract/simulate", object{{"author", hexKey(author)}, {"commands", std::move(commands)}})
      .value();
}

std::vector<std::string> words(const value& item) {
  std::vector<std::string> out;
  for (const auto& reason : item.at("reasons").as_array()) out.emplace_back(reason.at("code").as_string());
  return out;
}

TEST(Simulation, GivesAllReasonsOfEachCommandAndWritesNothing) {
  GatewayFixture fixture;
  const auto api = fixture.client();
  client::Author slim(*api, slimNode().key, fixture.business().digest());
  const auto record =
      scoredRecord(wire::RecordKind::kPropertyValuation, "US-9", systemTime(), Wanted::kReview);
  expectDone(slim.send(record.command(), Wait::kCommitted));
  const auto id = toHex(record.record.id().view());
  const object claim{{"kind", "claim-review"}, {"record", id}};
  const object decide{
      {"kind", "decide-review"}, {"record", id}, {"decision", "approve"}, {"reason_code", 0}, {"note", " "}};

  auto answer = simulate(fixture, reviewer(), {claim, decide});
  EXPECT_EQ(answer.at("height").to_number<int>(), 1);
  ASSERT_EQ(answer.at("items").as_array().size(), 2U);
  EXPECT_TRUE(answer.at("items").at(0).at("ok").as_bool());
  EXPECT_TRUE(words(answer.at("items").at(0)).empty());
  EXPECT_EQ(answer.at("items").at(1).at("index").to_number<int>(), 1);
  EXPECT_FALSE(answer.at("items").at(1).at("ok").as_bool());
  // Each on its own: the claim before it does not count.
  EXPECT_EQ(words(answer.at("items").at(1)),
            (std::vector<std::string>{"review.reason_missing", "review.not_claimed"}));
  EXPECT_FALSE(answer.at("items").at(1).at("reasons").at(0).at("remedy").as_string().empty());

  // Who brought it has no say in it, nor the permission.
  EXPECT_EQ(words(simulate(fixture, slimNode(), {claim}).at("items").at(0)),
            (std::vector<std::string>{"permission.missing", "review.own_submission"}));

  client::Author other(*api, reviewer2().key, fixture.business().digest());
  expectDone(other.send(wire::ClaimReview{record.record.id()}, Wait::kCommitted));
  const auto refused = simulate(fixture, reviewer(), {claim}).at("items").at(0);
  EXPECT_EQ(words(refused), std::vector<std::string>{"review.claimed_by_other"});
  EXPECT_GT(std::stoll(std::string(refused.at("reasons").at(0).at("parameter").as_string())),
            systemTime().value);
  fixture.business().settle([](ledger::Ledger& ledger) { EXPECT_EQ(ledger.height(), Height(2)); });
}

TEST(Simulation, TakesAsManyAsABatchAndJudgesBadJsonLikePrepare) {
  GatewayFixture fixture;
  const auto api = fixture.client();
  const object anchor{
      {"kind", "anchor"}, {"from", 1}, {"to", 2}, {"leaf_count", 1}, {"root", std::string(64, '1')}};
  array many;
  for (int i = 0; i < 256; ++i) many.push_back(anchor);
  const auto answer = simulate(fixture, slimNode(), many);
  ASSERT_EQ(answer.at("items").as_array().size(), 256U);
  for (std::size_t i = 0; i < 256; ++i) {
    EXPECT_EQ(answer.at("items").at(i).at("index").to_number<std::size_t>(), i);
    EXPECT_TRUE(answer.at("items").at(i).at("ok").as_bool());
  }
  many.push_back(anchor);
  const auto signedIn = fixture.clientOf(slimNode());
  const auto post = [&](object body) {
    return signedIn->post("/contract/simulate", std::move(body)).error().code;
  };
  EXPECT_EQ(post({{"author", hexKey(slimNode())}, {"commands", many}}), "request.bad_field");
  EXPECT_EQ(post({{"author", "zz"}, {"commands", array{anchor}}}), "request.bad_field");
  EXPECT_EQ(post({{"author", hexKey(slimNode())}, {"commands", array{object{{"kind", "bribe"}}}}}),
            "command.unknown_kind");
}

/// The attack: whoever can ask what another may do reads what is said about people, and what accounts have.
TEST(Simulation, IsForTheAuthorAndForWhoMayReadAll) {
  GatewayFixture fixture;
  const object claim{{"kind", "revoke-claim"}, {"subject", 5}, {"topic", "owner"}, {"value", "secret"}};
  const object body{{"author", hexKey(claimIssuer())}, {"commands", array{claim}}};
  EXPECT_EQ(fixture.client()->post("/contract/simulate", body).error().code, "auth.required");
  EXPECT_EQ(fixture.clientOf(holder())->post("/contract/simulate", body).error().code, "auth.forbidden");
  EXPECT_TRUE(fixture.clientOf(claimIssuer())->post("/contract/simulate", body));
  EXPECT_TRUE(fixture.clientOf(compliance())->post("/contract/simulate", body));
  const object stranger{{"author", std::string(64, '1')}, {"commands", array{claim}}};
  const auto answer = fixture.clientOf(compliance())->post("/contract/simulate", stranger).value();
  EXPECT_EQ(words(answer.at("items").at(0)), std::vector<std::string>{"batch.unknown_author"});
}

TEST(SignedIn, ReadsWhoItIsAndWhatItMay) {
  GatewayFixture fixture;
  EXPECT_EQ(fixture.client()->get("/auth/me").error().code, "auth.required");
  const auto me = fixture.clientOf(reviewer())->get("/auth/me").value();
  EXPECT_EQ(me.at("key").as_string(), hexKey(reviewer()));
  EXPECT_EQ(me.at("identity").to_number<std::uint32_t>(), reviewer().id.value);
  EXPECT_EQ(me.at("name").as_string(), "reviewer");
  EXPECT_EQ(me.at("organisation").as_string(), "Test Trust");
  EXPECT_EQ(me.at("roles"), (array{"reviewer"}));
  EXPECT_EQ(me.at("permissions"), (array{"decide-review"}));
  EXPECT_GT(std::stoll(std::string(me.at("expires_at").as_string())), systemTime().value);
  EXPECT_TRUE(me.as_object().contains("expires_at_text"));
  const auto issuing = fixture.clientOf(issuer())->get("/auth/me").value();
  EXPECT_EQ(issuing.at("permissions"), (array{"register-asset", "issue-token", "transfer"}));
}

}  // namespace
}  // namespace aurigraph::gateway
