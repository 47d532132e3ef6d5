// The lineage of a record: what happened, and the next step only.

#include "nodes/gateway/views/lineage.h"

#include <gtest/gtest.h>

#include <boost/json/array.hpp>

#include "tests/support/gateway_fixture.h"

namespace aurigraph::gateway {
namespace {

using namespace aurigraph::test;
using boost::json::value;
using client::Wait;
using ledger::Decision;
using quality::Band;

/// "fetched scored? decided!": a waiting step with a question mark, a refused one with an exclamation.
std::string outline(const Lineage& lineage) {
  std::string out;
  for (const auto& step : lineage.steps) {
    if (!out.empty()) out += ' ';
    out += step.name;
    if (step.state == StepState::kWaiting) out += '?';
    if (step.state == StepState::kRefused) out += '!';
  }
  return out;
}
std::string outline(const value& lineage) {
  std::string out;
  for (const auto& step : lineage.at("steps").as_array()) {
    if (!out.empty()) out += ' ';
    out += step.at("name").as_string();
    if (step.at("state").as_string() == "waiting") out += '?';
    if (step.at("state").as_string() == "refused") out += '!';
  }
  return out;
}

LineageFacts factsOf(Band band, Decision decision) {
  LineageFacts out;
  out.row.band = band;
  out.row.decision = decision;
  out.row.category = wire::Category::kProperty;
  out.submitter = "slim-1";
  out.registrable =
      decision == Decision::kAuto || decision == Decision::kApproved || decision == Decision::kOverridden;
  out.certificate = wire::Certificate{};
  return out;
}

TEST(Lineage, ListsTheNextStepOnlyAndWhatItWaitsFor) {
  auto facts = factsOf(Band::kAccept, Decision::kAuto);
  EXPECT_EQ(outline(lineageOf(facts)), "fetched transformed scored ordered final registered?");
  EXPECT_EQ(lineageOf(facts).waitingFor, "asset");
  facts.certificate.reset();
  EXPECT_EQ(outline(lineageOf(facts)), "fetched transformed scored ordered final?");
  // What happened meanwhile is there, though the certificate is late.
  facts.asset.emplace();
  EXPECT_EQ(outline(lineageOf(facts)), "fetched transformed scored ordered final? registered");
  facts.certificate.emplace();
  EXPECT_EQ(outline(lineageOf(facts)), "fetched transformed scored ordered final registered issued?");
  EXPECT_EQ(lineageOf(facts).waitingFor, "token");
  facts.token.emplace();
  facts.token->holders = 3;
  EXPECT_EQ(outline(lineageOf(facts)), "fetched transformed scored ordered final registered issued held");
  EXPECT_EQ(lineageOf(facts).waitingFor, "");
}

TEST(Lineage, OfAReviewedRecordGoesThroughClaimAndDecision) {
  auto facts = factsOf(Band::kReview, Decision::kWaiting);
  EXPECT_EQ(outline(lineageOf(facts)), "fetched transformed scored ordered final claimed?");
  EXPECT_EQ(lineageOf(facts).waitingFor, "review");
  facts.claimed = true;
  facts.claimant = "ann";
  EXPECT_EQ(outline(lineageOf(facts)), "fetched transformed scored ordered final claimed decided?");
  EXPECT_EQ(lineageOf(facts).waitingFor, "claim-decision");
  facts = factsOf(Band::kReview, Decision::kApproved);
  facts.row.reviewer = IdentityId(4);
  facts.row.note = "seen";
  facts.reviewer = "ann";
  auto lineage = lineageOf(facts);
  EXPECT_EQ(outline(lineage), "fetched transformed scored ordered final claimed decided registered?");
  EXPECT_EQ(lineage.steps[6].by, "ann");
  EXPECT_EQ(lineage.steps[6].facts.at("note").as_string(), "seen");
  // An approval that ended waits for nothing any more.
  facts.registrable = false;
  EXPECT_EQ(outline(lineageOf(facts)), "fetched transformed scored ordered final claimed decided");
  EXPECT_EQ(lineageOf(facts).waitingFor, "");
}

TEST(Lineage, OfARejectedRecordEndsWhereItWasRefused) {
  auto facts = factsOf(Band::kReview, Decision::kRejected);
  facts.row.reviewer = IdentityId(4);
  EXPECT_EQ(outline(lineageOf(facts)), "fetched transformed scored ordered final claimed decided!");
  EXPECT_EQ(lineageOf(facts).waitingFor, "");
  facts = factsOf(Band::kReject, Decision::kRejected);
  const auto lineage = lineageOf(facts);
  EXPECT_EQ(outline(lineage), "fetched transformed scored ordered final decided!");
  EXPECT_EQ(lineage.steps.back().by, "");  // nobody's word: the score's
  EXPECT_FALSE(lineage.steps.back().facts.contains("reason_code"));
}

TEST(Lineage, OfAnOverriddenRecordGoesOnFromTheOverride) {
  auto facts = factsOf(Band::kReject, Decision::kOverridden);
  facts.row.reviewer = IdentityId(14);
  facts.row.note = "confirmed";
  facts.reviewer = "ann";
  facts.endorsers = {"bob", "cleo"};
  const auto lineage = lineageOf(facts);
  EXPECT_EQ(outline(lineage), "fetched transformed scored ordered final decided registered?");
  const auto& decided = lineage.steps[5];
  EXPECT_EQ(decided.by, "ann");
  EXPECT_EQ(decided.facts.at("decision").as_string(), "OVERRIDDEN");
  EXPECT_EQ(decided.facts.at("endorsers").as_array().size(), 2U);
  EXPECT_FALSE(decided.facts.contains("reason_code"));
}

TEST(Lineage, OfDataThatNoAssetIsMadeOfEndsWithTheCertificate) {
  auto facts = factsOf(Band::kAccept, Decision::kAuto);
  facts.registrable = false;
  EXPECT_EQ(outline(lineageOf(facts)), "fetched transformed scored ordered final");
  EXPECT_TRUE(render(facts).at("waiting_for").is_null());
}

class Lineages : public ::testing::Test {
 protected:
  value lineage(const Digest& id) {
    return reviewer_->get("/query/records/" + toHex(id.view()) + "/lineage").value();
  }
  static value step(const value& lineage, std::string_view name) {
    for (const auto& each : lineage.at("steps").as_array())
      if (each.at("name").as_string() == name) return each;
    ADD_FAILURE() << "no step " << name;
    return boost::json::object{};
  }

  GatewayFixture fixture_{[](GatewayOptions&, GatewayParts& parts) {
    parts.evidence.get = [](const Digest& digest) -> Result<Bytes> {
      if (digest != filled<Digest>(1)) return fail("evidence.unknown", "No such evidence.");
      return Bytes(17);
    };
  }};
  std::unique_ptr<client::ApiClient> api_ = fixture_.client();
  std::unique_ptr<client::ApiClient> reviewer_ = fixture_.clientOf(reviewer());
};

TEST_F(Lineages, LeadFromTheSourceToTheHolders) {
  const auto genesis = fixture_.business().digest();
  issueProperty(*api_, genesis, "US-1", "HOUSE", 1'000);
  ASSERT_TRUE(eventually([&] { return reviewer_->list("/query/records?stage=token")->size() == 2; }));
  const auto record = reviewer_->list("/query/records?stage=token").value().at(1);  // the title, seed 1
  const auto id = fixedFromHex<Digest>(std::string(record.at("id").as_string())).value();
  ASSERT_TRUE(eventually([&] { return outline(lineage(id)).ends_with("held"); }));
  const auto found = lineage(id);
  EXPECT_EQ(outline(found), "fetched transformed scored ordered final registered issued held");
  EXPECT_EQ(found.at("record"), record.at("id"));
  EXPECT_EQ(found.at("asset_key").as_string(), "US-1");
  EXPECT_TRUE(found.at("waiting_for").is_null());
  EXPECT_EQ(step(found, "fetched").at("source").as_string(), "test");
  EXPECT_EQ(step(found, "fetched").at("bytes").to_number<int>(), 17);
  EXPECT_EQ(step(found, "fetched").at("by").as_string(), "slim-1");
  EXPECT_EQ(step(found, "transformed").at("fields").to_number<int>(), 1);
  EXPECT_EQ(step(found, "scored").at("score_ppm"), found.at("score_ppm"));
  EXPECT_FALSE(step(found, "scored").as_object().contains("by")) << "the ledger scores, nobody else";
  EXPECT_EQ(step(found, "ordered").at("height").to_number<int>(), 1);
  EXPECT_EQ(step(found, "ordered").at("position").to_number<int>(), 0);
  EXPECT_EQ(step(found, "final").at("sealed_by"), (boost::json::array{"validator-1", "validator-2"}));
  EXPECT_GE(step(found, "final").at("height").to_number<int>(), 1);
  EXPECT_EQ(step(found, "registered").at("asset").to_number<int>(), 1);
  EXPECT_EQ(step(found, "registered").at("asset_name").as_string(), "House US-1");
  EXPECT_EQ(step(found, "registered").at("by").as_string(), "issuer");
  EXPECT_TRUE(step(found, "registered").as_object().contains("at_text"));
  EXPECT_EQ(step(found, "issued").at("symbol").as_string(), "HOUSE");
  EXPECT_EQ(step(found, "issued").at("supply").as_string(), "1000");
  EXPECT_EQ(step(found, "held").at("holders").to_number<int>(), 1);
}

TEST_F(Lineages, WaitForAPersonAndSayForWhom) {
  client::Author slim(*api_, slimNode().key, fixture_.business().digest());
  client::Author judge(*api_, reviewer2().key, fixture_.business().digest());
  const auto record =
      scoredRecord(wire::RecordKind::kPropertyValuation, "US-9", systemTime(), Wanted::kReview, 2);
  const auto id = record.record.id();
  expectDone(slim.send(record.command(), Wait::kFinal));
  ASSERT_TRUE(eventually(
      [&] { return outline(lineage(id)) == "fetched transformed scored ordered final claimed?"; }));
  EXPECT_EQ(lineage(id).at("waiting_for").as_string(), "review");
  EXPECT_FALSE(step(lineage(id), "fetched").as_object().contains("bytes"));  // the evidence is elsewhere
  expectDone(judge.send(wire::ClaimReview{id}, Wait::kCommitted));
  EXPECT_EQ(lineage(id).at("waiting_for").as_string(), "claim-decision");
  EXPECT_EQ(step(lineage(id), "claimed").at("by").as_string(), "reviewer-2");
  expectDone(judge.send(wire::DecideReview{id, wire::ReviewDecision::kReject, 7, "too old"}, Wait::kFinal));
  EXPECT_EQ(outline(lineage(id)), "fetched transformed scored ordered final claimed decided!");
  EXPECT_EQ(step(lineage(id), "decided").at("reason_code").to_number<int>(), 7);
  EXPECT_TRUE(lineage(id).at("waiting_for").is_null());
}

TEST_F(Lineages, AreForThoseWhoWorkWithRecords) {
  const auto path = "/query/records/" + std::string(64, '1') + "/lineage";
  EXPECT_EQ(api_->get(path).error().code, "auth.required");
  EXPECT_EQ(fixture_.clientOf(holder())->get(path).error().code, "auth.forbidden");
  EXPECT_EQ(reviewer_->get(path).error().code, "query.unknown_record");
}

TEST_F(Lineages, RecordsAreFilteredByHowFarTheyCame) {
  const auto genesis = fixture_.business().digest();
  issueProperty(*api_, genesis, "US-1", "HOUSE", 1'000);
  client::Author slim(*api_, slimNode().key, genesis);
  for (const auto wanted : {Wanted::kReview, Wanted::kReject})
    expectDone(slim.send(scoredRecord(wire::RecordKind::kMarketSnapshot, "AAPL", systemTime(), wanted,
                                      wanted == Wanted::kReview ? 3 : 4)
                             .command(),
                         Wait::kCommitted));
  const auto count = [&](const std::string& query) {
    return reviewer_->list("/query/records?" + query)->size();
  };
  ASSERT_TRUE(eventually([&] { return count("stage=ledger") == 4; }));
  EXPECT_EQ(count("stage=score"), 4U);
  EXPECT_EQ(count("stage=review"), 1U);
  EXPECT_EQ(count("stage=asset"), 2U);
  EXPECT_EQ(count("stage=token&category=property"), 2U);
  EXPECT_EQ(count("stage=token&category=market"), 0U);
  EXPECT_EQ(count("band=REJECT"), 1U);
  EXPECT_EQ(count("band=ACCEPT&asset=US-1&decision=AUTO"), 2U);
  for (const auto& [query, code] : std::map<std::string, std::string>{{"band=accept", "query.bad_band"},
                                                                      {"stage=fetch", "query.bad_stage"},
                                                                      {"category=x", "query.bad_category"}})
    EXPECT_EQ(reviewer_->get("/query/records?" + query).error().code, code);
}

}  // namespace
}  // namespace aurigraph::gateway
