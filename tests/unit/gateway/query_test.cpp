// Reading: lists, single things, roles, events, proofs.

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

#include "core/base/byte_io.h"
#include "core/crypto/merkle.h"
#include "core/crypto/sha256.h"
#include "core/proof/owner_check.h"
#include "core/proof/verifier.h"
#include "core/wire/batch_result.h"
#include "core/wire/block.h"
#include "core/wire/rows/all.h"
#include "nodes/gateway/live/event_hub.h"
#include "tests/support/gateway_fixture.h"

namespace aurigraph::gateway {
namespace {

using namespace aurigraph::test;
using client::Wait;

TEST(Queries, ListsFollowTheChainPageByPage) {
  GatewayFixture fixture;
  const auto api = fixture.client();
  client::Author admin(*api, administrator().key, fixture.business().digest());
  std::vector<wire::AnyCommand> commands;
  for (std::uint8_t i = 0; i < 30; ++i)
    commands.emplace_back(wire::RegisterIdentity{"person-" + std::to_string(i),
                                                 keyNumber(static_cast<std::uint8_t>(130 + i)).publicKey(),
                                                 wire::maskOf(wire::Role::kHolder)});
  expectDone(admin.send(commands, Wait::kCommitted));
  const auto known = fixture.business().genesis().identities.size();
  ASSERT_TRUE(eventually([&] { return api->list("/query/identities?limit=7")->size() == known + 30; }));
  const auto all = api->list("/query/identities?limit=7").value();
  for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(all[i].at("id").to_number<std::size_t>(), i + 1);
  EXPECT_EQ(all.back().at("name").as_string(), "person-29");
  // The read model and the ledger number alike.
  EXPECT_EQ(api->identityOf(keyNumber(159).publicKey()).value().value, known + 30);
  EXPECT_EQ(api->get("/query/identities?limit=0").error().code, "query.bad_limit");
  EXPECT_EQ(api->get("/query/identities?cursor=x").error().code, "query.bad_cursor");
  EXPECT_EQ(api->get("/query/identities?name=nobody").error().code, "query.unknown_identity");
}

// ---- people and their keys ----

/// The key's own word that it is this identity's.
Signature possession(const Digest& genesis, const Person& who, std::uint8_t number) {
  const auto key = keyNumber(number);
  return key.sign(wire::possessionDigest(genesis, who.id, key.publicKey()));
}

/// With others' words that it is the author's to order.
template <class Command>
Command approved(const Digest& genesis, const Person& author, Command command,
                 const std::vector<Person>& approvers) {
  command.approvals.until = tomorrow();
  for (const Person& who : approvers) addApproval(command, genesis, author.key.publicKey(), who.key);
  return command;
}

std::string hexKey(std::uint8_t number) {
  return toHex(keyNumber(number).publicKey().view());
}

TEST(Identities, OneIsFoundByNameByNumberAndByEachKeyInForce) {
  GatewayFixture fixture;
  const auto genesis = fixture.business().digest();
  const auto api = fixture.client();
  const auto one = [&](const std::string& by) {
    return api->get("/query/identities?" + by)->at("items").at(0);
  };
  const auto said = one("name=issuer");
  EXPECT_EQ(said.at("id").to_number<std::uint32_t>(), issuer().id.value);
  EXPECT_EQ(said.at("organisation").as_string(), "Harbour Estates");
  EXPECT_EQ(said.at("roles"), boost::json::array({"issuer"}));
  EXPECT_EQ(said.at("keys"), boost::json::array({toHex(issuer().key.publicKey().view())}));
  EXPECT_EQ(said.at("role_changes").to_number<int>(), 0);
  EXPECT_EQ(said.at("created_at").as_string(), std::to_string(kGenesisTime.value));
  for (const char* absent : {"key", "created_by", "suspended_until", "blocked_height", "notice_address"})
    EXPECT_FALSE(said.as_object().contains(absent)) << absent;
  EXPECT_EQ(one("id=2"), said);
  EXPECT_FALSE(one("name=holder").as_object().contains("organisation")) << "nobody says";

  client::Author author(*api, issuer().key, genesis);
  expectDone(author.send(wire::AddKey{keyNumber(202).publicKey(), possession(genesis, issuer(), 202)},
                         Wait::kFinal));
  const auto both = one("key=" + hexKey(202));
  EXPECT_EQ(both.at("keys"), boost::json::array({toHex(issuer().key.publicKey().view()), hexKey(202)}));
  expectDone(author.send(wire::RotateKey{keyNumber(203).publicKey(), possession(genesis, issuer(), 203)},
                         Wait::kFinal));
  const auto now = one("name=issuer").at("keys");
  EXPECT_EQ(now, boost::json::array({hexKey(202), hexKey(203)}));
  EXPECT_TRUE(eventually([&] {
    return api->list("/query/identities").value().at(issuer().id.value - 1).at("keys") == now;
  })) << "the list follows";

  const auto old = api->get("/query/identities?key=" + toHex(issuer().key.publicKey().view()));
  EXPECT_EQ(old.error().code, "query.unknown_identity");
  EXPECT_NE(old.error().message.find("revoked or replaced"), std::string::npos) << old.error().message;
  for (const char* nobody : {"id=0", "id=99", "name=nobody"})
    EXPECT_EQ(api->get("/query/identities?" + std::string(nobody)).error().code, "query.unknown_identity");
  EXPECT_EQ(api->get("/query/identities?id=two").error().code, "query.bad_number");
}

TEST(Identities, SayHowLongSomebodyIsSuspendedAndWhoIsBlocked) {
  GatewayFixture fixture;
  const auto genesis = fixture.business().digest();
  const auto api = fixture.client();
  const auto thief = fixture.clientOf(holder());
  const auto me = [&] { return thief->get("/auth/me").value().as_object(); };
  const auto seen = [&] { return api->get("/query/identities?name=holder")->at("items").at(0).as_object(); };
  EXPECT_FALSE(me().contains("suspended"));
  client::Author admin(*api, administrator().key, genesis);
  expectDone(admin.send(wire::SuspendIdentity{holder().id, 3'600, "A stolen key."}, Wait::kFinal));
  EXPECT_TRUE(me().at("suspended").as_bool());
  EXPECT_GT(std::stoll(std::string(me().at("suspended_until").as_string())), systemTime().value);
  EXPECT_EQ(seen().at("suspended_until"), me().at("suspended_until"));
  EXPECT_TRUE(me().at("permissions").as_array().empty());

  expectDone(
      admin.send(approved(genesis, administrator(),
                          wire::BlockIdentity{holder().key.publicKey(), "A thief.", {}}, {administrator2()}),
                 Wait::kFinal));
  EXPECT_TRUE(me().at("suspended").as_bool());
  EXPECT_TRUE(me().at("blocked").as_bool());
  EXPECT_FALSE(me().contains("suspended_until")) << "for ever";
  EXPECT_GT(seen().at("blocked_height").to_number<std::uint64_t>(), 0U);
  EXPECT_FALSE(seen().contains("suspended_until"));
  EXPECT_EQ(seen().at("roles"), boost::json::array({"holder"})) << "what one holds one keeps";
}

TEST(Identities, AnOldKeyIsAStrangersKey) {
  GatewayFixture fixture;
  const auto genesis = fixture.business().digest();
  const auto api = fixture.client();
  const auto before = fixture.clientOf(compliance());
  EXPECT_TRUE(before->get("/query/records"));
  client::Author author(*api, compliance().key, genesis);
  expectDone(author.send(wire::RotateKey{keyNumber(202).publicKey(), possession(genesis, compliance(), 202)},
                         Wait::kFinal));
  EXPECT_EQ(before->get("/query/records").error().code, "auth.forbidden")
      << "its sign-in is good for nothing";
  EXPECT_EQ(before->get("/query/claims?identity=3").error().code, "auth.forbidden");
  EXPECT_EQ(before->get("/auth/me").error().code, "auth.key_ended");
  EXPECT_EQ(fixture.client()->signIn(compliance().key, genesis).error().code, "auth.key_ended");
  const auto after = fixture.client();
  const auto signedIn = after->signIn(keyNumber(202), genesis);
  ASSERT_TRUE(signedIn) << signedIn.error().message;
  EXPECT_EQ(signedIn->identity, compliance().id);
  EXPECT_TRUE(after->get("/query/records"));
  EXPECT_EQ(after->get("/auth/me")->at("organisation").as_string(), "Test Trust");
}

TEST(Claims, AreForWhomTheyAreAboutForClaimIssuersAndForWhoMayReadAll) {
  GatewayFixture fixture;
  const auto genesis = fixture.business().digest();
  const auto api = fixture.client();
  client::Author notary(*api, claimIssuer().key, genesis);
  const Nanoseconds later(systemTime().value + 3'600 * kSecond);
  for (const char* topic : {"country", "owner", "qualified"})
    expectDone(notary.send(wire::IssueClaim{holder().key.publicKey(), topic, "DE", later}, Wait::kFinal));
  client::Author officer(*api, compliance().key, genesis);
  expectDone(officer.send(
      approved(genesis, compliance(), wire::TrustClaimIssuer{claimIssuer().key.publicKey(), "country", {}},
               {administrator()}),
      Wait::kFinal));
  expectDone(notary.send(wire::RevokeClaim{holder().id, "owner", "DE"}, Wait::kFinal));

  const std::string path = "/query/claims?identity=" + std::to_string(holder().id.value);
  EXPECT_EQ(api->get(path).error().code, "auth.required");
  for (const Person& stranger : {holder2(), administrator(), reviewer()})
    EXPECT_EQ(fixture.clientOf(stranger)->get(path).error().code, "auth.forbidden") << stranger.name;
  for (const Person& reader : {holder(), claimIssuer(), compliance()}) {
    const auto items = fixture.clientOf(reader)->list(path + "&limit=2");
    ASSERT_TRUE(items) << reader.name << ": " << items.error().message;
    ASSERT_EQ(items->size(), 3U) << "two pages";
    EXPECT_EQ(items->at(0).at("topic").as_string(), "country");
    EXPECT_EQ(items->at(0).at("subject").to_number<std::uint32_t>(), holder().id.value);
    EXPECT_EQ(items->at(0).at("issuer").to_number<std::uint32_t>(), claimIssuer().id.value);
    EXPECT_EQ(items->at(0).at("issuer_name").as_string(), "claim-issuer");
    EXPECT_EQ(items->at(0).at("value").as_string(), "DE");
    EXPECT_EQ(items->at(0).at("ends_at").as_string(), std::to_string(later.value));
    EXPECT_TRUE(items->at(0).at("counts").as_bool());
    EXPECT_FALSE(items->at(1).at("counts").as_bool()) << "taken back";
    EXPECT_FALSE(items->at(2).at("counts").as_bool()) << "nobody trusts the issuer with it";
  }
  const auto all = fixture.clientOf(compliance());
  EXPECT_EQ(all->get("/query/claims?identity=99").error().code, "query.unknown_identity");
  EXPECT_EQ(all->get("/query/claims").error().code, "query.bad_number");
  EXPECT_TRUE(all->list("/query/claims?identity=1")->empty());

  const auto trust = [&](const char* topic) {
    return api->get("/query/trust?issuer=" + std::to_string(claimIssuer().id.value) + "&topic=" + topic)
        .value();
  };
  EXPECT_TRUE(trust("country").at("trusted").as_bool());
  EXPECT_FALSE(trust("owner").at("trusted").as_bool());
  expectDone(
      officer.send(wire::DistrustClaimIssuer{claimIssuer().id, "country", "A false word."}, Wait::kFinal));
  EXPECT_FALSE(trust("country").at("trusted").as_bool());
  EXPECT_FALSE(all->list(path)->at(0).at("counts").as_bool()) << "those that stand included";
}

TEST(Sources, EverybodyWhoSignedInSeesHowFarTheyAreBelieved) {
  wire::Genesis genesis = testGenesis();
  genesis.sources = {testSource(true, "elsewhere"), testSource()};
  FakeBusiness business(genesis);
  GatewayFixture fixture({}, &business);
  const auto api = fixture.client();
  for (const char* path : {"/query/sources", "/query/sources/test"})
    EXPECT_EQ(api->get(path).error().code, "auth.required");
  const auto reader = fixture.clientOf(holder());
  const auto items = reader->list("/query/sources?limit=1");
  ASSERT_TRUE(items) << items.error().message;
  ASSERT_EQ(items->size(), 2U) << "two pages";
  EXPECT_EQ(items->at(0).at("name").as_string(), "elsewhere");
  const auto fresh = reader->get("/query/sources/test");
  ASSERT_TRUE(fresh) << fresh.error().message;
  EXPECT_EQ(*fresh, items->at(1));
  EXPECT_EQ(fresh->at("tier").as_string(), "registry-of-record");
  EXPECT_EQ(fresh->at("pins").as_array().size(), 1U);
  EXPECT_TRUE(fresh->at("signer").is_null());
  EXPECT_EQ(fresh->at("version").to_number<int>(), 1);
  EXPECT_EQ(fresh->at("since_height").to_number<int>(), 0) << "the genesis";
  EXPECT_FALSE(fresh->at("paused").as_bool());
  EXPECT_EQ(fresh->at("records_in_hour").to_number<int>(), 0);
  EXPECT_FALSE(fresh->as_object().contains("paused_by"));
  EXPECT_EQ(reader->get("/query/sources/nobody").error().code, "query.unknown_source");

  client::Author slim(*api, slimNode().key, business.digest());
  expectDone(slim.send(scoredRecord(wire::RecordKind::kPropertyTitle, "US-1", systemTime()).command(),
                       Wait::kFinal));
  client::Author officer(*api, compliance().key, business.digest());
  expectDone(officer.send(wire::PauseSource{"test", "It says too much.", {}}, Wait::kFinal));
  auto paused = reader->get("/query/sources/test").value();
  EXPECT_EQ(paused.at("records_in_hour").to_number<int>(), 1);
  EXPECT_TRUE(paused.as_object().contains("hour_since"));
  EXPECT_TRUE(paused.at("paused").as_bool());
  EXPECT_EQ(paused.at("paused_by_name").as_string(), "compliance");
  EXPECT_EQ(std::stoll(std::string(paused.at("paused_until").as_string())) -
                std::stoll(std::string(paused.at("paused_at").as_string())),
            72 * 3'600 * kSecond);

  expectDone(officer.send(approved(business.digest(), compliance(),
                                   wire::PauseSource{"test", "It says too much.", {}}, {riskOfficer()}),
                          Wait::kFinal));
  paused = reader->get("/query/sources/test").value();
  EXPECT_TRUE(paused.at("paused").as_bool());
  EXPECT_FALSE(paused.as_object().contains("paused_until")) << "until it is resumed";

  expectDone(
      officer.send(approved(business.digest(), compliance(), wire::ResumeSource{"test", {}}, {riskOfficer()}),
                   Wait::kFinal));
  EXPECT_FALSE(reader->get("/query/sources/test")->at("paused").as_bool());
}

TEST(Sources, WhatARecordClaimsTooMuchIsShownAsItWasBelieved) {
  wire::Genesis genesis = testGenesis();
  genesis.sources.front().pins.clear();
  genesis.sources.front().tier = wire::SourceTier::kScraped;
  FakeBusiness business(genesis);
  GatewayFixture fixture({}, &business);
  const auto api = fixture.clientOf(reviewer());
  client::Author slim(*api, slimNode().key, business.digest());
  const auto record = scoredRecord(wire::RecordKind::kPropertyTitle, "US-1", systemTime());
  ASSERT_TRUE(record.record.fetch.transport.pinnedKey);
  expectDone(slim.send(record.command(), Wait::kCommitted));
  const auto path = "/query/records/" + toHex(record.record.id().view());
  ASSERT_TRUE(eventually([&] { return api->get(path)->as_object().contains("checks"); }));
  const auto detail = api->get(path).value();
  const auto inputs =
      wire::decodeScoreInputs(fromHex(std::string(detail.at("inputs").as_string())).value()).value();
  EXPECT_FALSE(inputs.transport.pinnedKey);
  EXPECT_EQ(inputs.tier, wire::SourceTier::kScraped);
  EXPECT_EQ(detail.at("canonical").as_string(), toHex(wire::encode(record.record))) << "its own words stand";
  EXPECT_LT(detail.at("score_ppm").to_number<std::int32_t>(), record.score.value);
}

TEST(Facts, WhoeverIsSignedInSeesWhatScoresCountWith) {
  using wire::FactName;
  wire::Genesis genesis = testGenesis();
  genesis.facts = {{"", FactName::kVenueKnown, "no"}, {"US-1", FactName::kAssetStopped, "no"}};
  FakeBusiness business(genesis);
  GatewayFixture fixture({}, &business);
  EXPECT_EQ(fixture.client()->get("/query/facts").error().code, "auth.required");
  const auto reader = fixture.clientOf(clusterOperator());
  const auto facts = [&] { return reader->list("/query/facts?limit=1").value(); };
  ASSERT_EQ(facts().size(), 2U) << "two pages";
  EXPECT_EQ(
      facts().at(0),
      (boost::json::value{
          {"asset_key", ""}, {"name", "venue_known"}, {"value", "no"}, {"version", 1}, {"since_height", 0}}));

  client::Author orders(*reader, clusterOperator().key, business.digest());
  const auto adopt = [&](const wire::Fact& fact) {
    return orders.send(approved(business.digest(), clusterOperator(), wire::AdoptFact{fact, {}},
                                {riskOfficer(), compliance()}),
                       Wait::kFinal);
  };
  expectDone(adopt({"US-1", FactName::kAssetStopped, "yes"}));
  EXPECT_EQ(facts().at(1).at("value").as_string(), "yes");
  EXPECT_EQ(facts().at(1).at("version").to_number<int>(), 2);
  EXPECT_GT(facts().at(1).at("since_height").to_number<int>(), 0);
  expectDone(adopt({"US-1", FactName::kAssetStopped, ""}));
  ASSERT_EQ(facts().size(), 2U) << "what was taken back stays";
  EXPECT_EQ(facts().at(1).at("value").as_string(), "");
}

TEST(Queries, WhoIsSuspendedReadsNothingOfHisOwn) {
  GatewayFixture fixture;
  const auto api = fixture.client();
  issueProperty(*api, fixture.business().digest(), "US-1", "HOUSE", 1'000);
  const auto thief = fixture.clientOf(issuer());
  const std::string account = "token=HOUSE&identity=" + std::to_string(issuer().id.value);
  const auto balance = [&] {
    return thief->get("/query/accounts?" + account)->at("items").at(0).as_object().contains("balance");
  };
  EXPECT_TRUE(balance());
  client::Author admin(*api, administrator().key, fixture.business().digest());
  expectDone(admin.send(wire::SuspendIdentity{issuer().id, 3'600, "A stolen key."}, client::Wait::kFinal));
  EXPECT_FALSE(balance());
  EXPECT_EQ(thief->get("/query/holders?token=HOUSE").error().code, "auth.forbidden");
  EXPECT_EQ(thief->get("/query/proof/HOUSE/2").error().code, "auth.forbidden");
  EXPECT_EQ(thief->get("/query/records").error().code, "auth.forbidden");
  EXPECT_TRUE(thief->get("/auth/me")->at("roles").as_array().empty());
}

TEST(Queries, BalancesAreForHolderIssuerAndAuditorHandlesForAll) {
  GatewayFixture fixture;
  const auto genesis = fixture.business().digest();
  const auto api = fixture.client();
  issueProperty(*api, genesis, "US-1", "HOUSE", 1'000);
  const auto path = "/query/accounts?token=HOUSE&identity=" + std::to_string(issuer().id.value);
  const auto open = api->get(path).value();
  EXPECT_FALSE(open.at("items").at(0).as_object().contains("balance"));
  EXPECT_TRUE(open.at("items").at(0).as_object().contains("handle"));
  EXPECT_FALSE(fixture.clientOf(holder())->get(path)->at("items").at(0).as_object().contains("balance"));
  EXPECT_EQ(fixture.clientOf(issuer())->get(path)->at("items").at(0).at("balance").as_string(), "1000");
  EXPECT_EQ(api->get("/query/holders?token=HOUSE").error().code, "auth.required");
  EXPECT_EQ(fixture.clientOf(holder())->get("/query/holders?token=HOUSE").error().code, "auth.forbidden");
  EXPECT_EQ(fixture.clientOf(issuer())->list("/query/holders?token=HOUSE")->size(), 1U);
  EXPECT_EQ(api->get("/query/accounts?token=HOUSE&identity=5").error().code, "query.unknown_account");
  EXPECT_EQ(api->get("/query/tokens/NONE").error().code, "query.unknown_token");
  const auto token = api->get("/query/tokens/HOUSE").value();
  EXPECT_EQ(token.at("minted").as_string(), "1000");
  EXPECT_EQ(token.at("origin").as_string(), "SIMULATED");
}

TEST(Queries, TheRegisterSaysWhoseWhatAndHowGood) {
  GatewayFixture fixture;
  const auto genesis = fixture.business().digest();
  const auto api = fixture.client();
  issueProperty(*api, genesis, "US-1", "HOUSE", 1'000);
  client::Author slim(*api, slimNode().key, genesis);
  client::Author owner(*api, issuer().key, genesis);
  const auto title = scoredRecord(wire::RecordKind::kPropertyTitle, "US-2", systemTime(), Wanted::kAccept, 9);
  expectDone(slim.send(title.command(), Wait::kCommitted));
  expectDone(owner.send(
      wire::RegisterAsset{wire::AssetTemplate::kProperty, "US-2", "Field", {title.record.id()}, {}},
      Wait::kCommitted));
  ASSERT_TRUE(eventually([&] { return api->list("/query/assets")->size() == 2; }));
  const auto assets = api->list("/query/assets").value();
  EXPECT_EQ(assets[0].at("issuer_name").as_string(), "issuer");
  EXPECT_EQ(assets[0].at("origin").as_string(), "SIMULATED");
  EXPECT_EQ(assets[0].at("status").as_string(), "tokenized");
  EXPECT_EQ(assets[0].at("token_symbol").as_string(), "HOUSE");
  EXPECT_EQ(assets[1].at("status").as_string(), "registered");
  EXPECT_FALSE(assets[1].as_object().contains("token_symbol"));
  EXPECT_EQ(assets[1].at("lowest_score_ppm").to_number<std::int32_t>(), title.score.value);
  EXPECT_FALSE(assets[1].as_object().contains("records"));
  const auto alone = api->get("/query/assets/2").value();
  EXPECT_EQ(alone.at("issuer_name").as_string(), "issuer");
  EXPECT_EQ(alone.at("records").at(0).as_string(), toHex(title.record.id().view()));
  EXPECT_EQ(api->get("/query/assets?key=US-1")->at("items").at(0).at("token_symbol").as_string(), "HOUSE");

  const auto token = api->list("/query/tokens").value().at(0);
  EXPECT_EQ(token.at("issuer_name").as_string(), "issuer");
  EXPECT_EQ(token.at("origin").as_string(), "SIMULATED");
  EXPECT_EQ(token.at("template").as_string(), "property");
  EXPECT_EQ(token.at("supply").as_string(), "1000");
  EXPECT_EQ(api->get("/query/tokens/HOUSE")->at("issuer_name").as_string(), "issuer");
  EXPECT_EQ(fixture.clientOf(issuer())->list("/query/holders?token=HOUSE")->at(0).at("name").as_string(),
            "issuer");
}

TEST(Queries, AReviewIsSeenWithItsReasonsAndDecided) {
  GatewayFixture fixture;
  const auto genesis = fixture.business().digest();
  const auto api = fixture.clientOf(reviewer());
  client::Author slim(*api, slimNode().key, genesis);
  const auto record =
      scoredRecord(wire::RecordKind::kPropertyValuation, "US-9", systemTime(), Wanted::kReview);
  expectDone(slim.send(record.command(), Wait::kCommitted));
  const auto id = toHex(record.record.id().view());
  const auto open = api->list("/query/reviews").value();
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0].at("id").as_string(), id);
  EXPECT_EQ(open[0].at("decision").as_string(), "WAITING");
  ASSERT_TRUE(eventually([&] { return api->get("/query/records/" + id)->as_object().contains("checks"); }));
  const auto detail = api->get("/query/records/" + id).value();
  EXPECT_EQ(detail.at("checks").as_array().size(), quality::kCheckCount);
  EXPECT_EQ(detail.at("fields").at(0).at("name").as_string(), "value");
  EXPECT_EQ(detail.at("canonical").as_string(), toHex(wire::encode(record.record)));
  const auto inputs =
      wire::decodeScoreInputs(fromHex(std::string(detail.at("inputs").as_string())).value()).value();
  EXPECT_EQ(std::to_string(inputs.scoredAt.value), detail.at("admitted_at").as_string()) << "block time";
  EXPECT_EQ(detail.at("score_ppm").to_number<std::int32_t>(),
            quality::score(record.record, inputs, testRules()).score.value);

  client::Author judge(*api, reviewer().key, genesis);
  expectDone(judge.send(wire::ClaimReview{record.record.id()}, Wait::kCommitted));
  expectDone(
      judge.send(wire::DecideReview{record.record.id(), wire::ReviewDecision::kApprove, 1, "seen the deed"},
                 Wait::kFinal));
  EXPECT_TRUE(api->list("/query/reviews")->empty());
  ASSERT_TRUE(eventually([&] { return api->list("/query/records?decision=APPROVED")->size() == 1; }));
  EXPECT_EQ(api->get("/query/records/" + id)->at("review").at("note").as_string(), "seen the deed");
}

TEST(Queries, BlocksAndCertificates) {
  GatewayFixture fixture;
  const auto api = fixture.client();
  EXPECT_EQ(api->get("/query/certificates/latest").error().code, "query.no_certificate");
  client::Author admin(*api, administrator().key, fixture.business().digest());
  expectDone(
      admin.send(wire::RegisterIdentity{"ann", keyNumber(201).publicKey(), wire::maskOf(wire::Role::kHolder)},
                 Wait::kFinal));
  ASSERT_TRUE(eventually([&] { return api->get("/query/certificates/latest").has_value(); }));
  const auto certificate =
      wire::decodeCertificate(
          fromHex(std::string(api->get("/query/certificates/latest")->at("bytes").as_string())).value())
          .value();
  EXPECT_TRUE(wire::verify(certificate, fixture.business().genesis().voters()).has_value());
  const auto block = api->get("/query/blocks/1").value();
  EXPECT_EQ(block.at("operations").to_number<int>(), 1);
  EXPECT_TRUE(block.at("final").as_bool());
  EXPECT_EQ(block.at("batch_list").at(0).at("author").as_string(),
            toHex(administrator().key.publicKey().view()));
  EXPECT_EQ(api->get("/query/blocks/99").error().code, "query.unknown_block");
  const auto genesis = api->genesis(fixture.business().digest());
  ASSERT_TRUE(genesis.has_value());
  EXPECT_EQ(api->genesis(filled<Digest>(3)).error().code, "client.other_genesis");
  const auto status = api->get("/query/status").value();
  EXPECT_EQ(status.at("height").to_number<int>(), 1);
  EXPECT_EQ(status.at("certified").to_number<int>(), 1);
  EXPECT_EQ(status.at("protocol").at("in_force").to_number<int>(), 1);
  EXPECT_FALSE(status.at("protocol").as_object().contains("next"));
}

TEST(Proofs, AnExportedHoldingVerifiesOffline) {
  GatewayFixture fixture;
  const auto genesis = fixture.business().digest();
  const auto api = fixture.clientOf(issuer());
  issueProperty(*api, genesis, "US-1", "HOUSE", 1'000);
  const auto proof = api->proof("HOUSE", issuer().id);
  ASSERT_TRUE(proof.has_value()) << proof.error().code << " " << proof.error().message;
  const auto report = proof::verify(*proof, genesis);
  ASSERT_EQ(report.verdict, proof::Verdict::kValid)
      << report.failed()->name << ": " << report.failed()->words;
  EXPECT_EQ(report.summary.balance, "1000");
  EXPECT_EQ(report.summary.token, "HOUSE");
  EXPECT_EQ(proof::verify(*proof, filled<Digest>(1)).verdict, proof::Verdict::kUnknownCluster);
}

/// A proof whose issue says another supply, with every hash above it made to fit again: leaf, body root,
/// batch digest, block root, history root. Only signatures cannot be made.
wire::ProofBundle forgedSupply(wire::ProofBundle bundle) {
  wire::OperationProof& issue = bundle.issue;
  auto split = wire::splitCommands(1, issue.leaf).value();
  auto terms = std::get<wire::IssueToken>(wire::decodeCommand(split[0].kind, split[0].payload).value());
  terms.supply *= 2;
  const Bytes payload = wire::encodePayload(terms);
  ByteWriter leaf;
  leaf.integer(split[0].kind).integer(std::uint16_t{0}).blob(payload);
  issue.leaf = leaf.take();
  wire::BatchHeader batch = wire::parseBatchHeader(issue.batchHeader).value();
  EXPECT_TRUE(crypto::rootFromInclusion(crypto::leafHash(issue.leaf), issue.index, batch.count,
                                        issue.bodyPath, batch.bodyRoot));
  std::memcpy(issue.batchHeader.data(), &batch, sizeof batch);
  wire::BlockHeader block;
  std::memcpy(static_cast<void*>(&block), issue.blockHeader.data(), sizeof block);
  EXPECT_TRUE(crypto::rootFromInclusion(crypto::leafHash(batch.digest().view()), issue.batchPosition,
                                        block.batchCount, issue.batchPath, block.batchesRoot));
  std::memcpy(issue.blockHeader.data(), &block, sizeof block);
  auto& certified = bundle.certificate.statement;
  EXPECT_TRUE(crypto::rootFromInclusion(wire::historyLeaf(block.hash(), issue.resultsRoot, issue.eventsRoot),
                                        block.height.value - 1, certified.height.value, issue.historyPath,
                                        certified.historyRoot));
  return bundle;
}

TEST(Proofs, AForgedOneFailsAtTheLinkThatWasForged) {
  GatewayFixture fixture;
  const auto genesis = fixture.business().digest();
  const auto api = fixture.clientOf(issuer());
  issueProperty(*api, genesis, "US-1", "HOUSE", 1'000);
  const auto bundle = wire::decodeProofBundle(api->proof("HOUSE", issuer().id).value()).value();
  const auto failedLink = [&](const wire::ProofBundle& forged) {
    const auto report = proof::verify(encode(forged), genesis);
    EXPECT_EQ(report.verdict, proof::Verdict::kInvalid);
    return report.failed() == nullptr ? std::string()
                                      : report.failed()->name + " " + std::string(report.failed()->code);
  };
  auto fewer = bundle;
  fewer.certificate.votes.resize(fixture.business().genesis().voters().majority() - 1);
  EXPECT_EQ(failedLink(fewer), "certificate certificate.too_few_seals");

  const auto rehashed = forgedSupply(bundle);
  EXPECT_EQ(failedLink(rehashed), "certificate certificate.bad_signature");
  auto keptCertificate = rehashed;
  keptCertificate.certificate = bundle.certificate;
  EXPECT_EQ(failedLink(keptCertificate), "issue proof.operation.signature");

  auto richer = bundle;
  wire::AccountRow account = wire::decodeRow<wire::AccountRow>(richer.holding.account.row).value();
  account.balance += 1;
  richer.holding.account.row = encode(account);
  EXPECT_EQ(failedLink(richer), "holding proof.bad_row");
  auto otherPlace = bundle;
  ++otherPlace.holding.account.path.pageCount;
  EXPECT_EQ(failedLink(otherPlace), "holding proof.bad_row");
  auto unreviewed = bundle;
  unreviewed.records.pop_back();
  EXPECT_EQ(failedLink(unreviewed), "registration proof.registration.records");
}

TEST(Proofs, SayWhoseAccountAHandleIsToWhoMayNotSeeItsBalance) {
  GatewayFixture fixture;
  const auto api = fixture.clientOf(issuer());
  issueProperty(*api, fixture.business().digest(), "US-1", "HOUSE", 1'000);
  const auto stranger = fixture.clientOf(holder2());
  const auto accounts =
      stranger->list("/query/accounts?token=HOUSE&identity=" + std::to_string(issuer().id.value)).value();
  ASSERT_EQ(accounts.size(), 1U);
  EXPECT_FALSE(accounts[0].as_object().contains("balance"));
  const std::string handle(accounts[0].at("handle").as_string());
  const auto bytes = stranger->getBytes("/query/owner/" + handle);
  ASSERT_TRUE(bytes) << bytes.error().message;
  const auto owner = proof::verifyOwner(*bytes, fixture.business().genesis());
  ASSERT_TRUE(owner) << owner.error().message;
  EXPECT_EQ(owner->holder, issuer().id);
  EXPECT_EQ(std::to_string(owner->account.value), handle);
  EXPECT_EQ(stranger->getBytes("/query/owner/0").error().code, "query.unknown_account");
  EXPECT_EQ(stranger->getBytes("/query/owner/x").error().code, "query.bad_number");
  EXPECT_FALSE(fixture.client()->getBytes("/query/owner/" + handle));
}

TEST(Proofs, SayWhoBroughtEachRecordAndFailWhereItWasTheIssuer) {
  GatewayFixture fixture;
  const auto genesis = fixture.business().digest();
  const auto api = fixture.clientOf(issuer());
  issueProperty(*api, genesis, "US-1", "HOUSE", 1'000);
  const auto bundle = wire::decodeProofBundle(api->proof("HOUSE", issuer().id).value()).value();
  const auto report = proof::verify(encode(bundle), genesis);
  ASSERT_EQ(report.verdict, proof::Verdict::kValid);
  ASSERT_EQ(report.summary.submitters.size(), 2U);
  for (const auto& submitter : report.summary.submitters) {
    EXPECT_EQ(submitter.key, toHex(slimNode().key.publicKey().view()));
    EXPECT_EQ(submitter.name, "slim-1");
    EXPECT_EQ(submitter.roles, "slim-node");
  }
  const auto link = std::ranges::find(report.links, "record 2: submitter", &proof::Link::name);
  ASSERT_NE(link, report.links.end());
  EXPECT_EQ(link->words, "slim-1 (slim-node)");

  const auto failedLink = [&](const wire::ProofBundle& forged) {
    const auto found = proof::verify(encode(forged), genesis);
    EXPECT_EQ(found.verdict, proof::Verdict::kInvalid);
    return found.failed() == nullptr ? std::string()
                                     : found.failed()->name + " " + std::string(found.failed()->code);
  };
  constexpr auto kSaid = "record 1: submitter proof.record.submitter_is_issuer";
  // By key: who submitted is who registered, or who issued.
  const auto bySlimNode = [](wire::OperationProof& operation) {
    auto batch = wire::parseBatchHeader(operation.batchHeader).value();
    batch.author = slimNode().key.publicKey();
    std::memcpy(operation.batchHeader.data(), &batch, sizeof batch);
  };
  auto registered = bundle;
  bySlimNode(registered.registration);
  EXPECT_EQ(failedLink(registered), kSaid);
  auto issued = bundle;
  bySlimNode(issued.issue);
  EXPECT_EQ(failedLink(issued), kSaid);
  // By identity: the certified rows name the submitter as the issuer.
  auto ofAsset = bundle;
  auto asset = wire::decodeRow<wire::AssetRow>(ofAsset.holding.asset.row).value();
  asset.issuer = slimNode().id;
  ofAsset.holding.asset.row = encode(asset);
  EXPECT_EQ(failedLink(ofAsset), kSaid);
  auto ofToken = bundle;
  auto token = wire::decodeRow<wire::TokenRow>(ofToken.holding.token.row).value();
  token.issuer = slimNode().id;
  ofToken.holding.token.row = encode(token);
  EXPECT_EQ(failedLink(ofToken), kSaid);
}

TEST(Proofs, AClusterOfForeignKeysProvesNothingToWhoNamedAnother) {
  GatewayFixture theirs;
  const auto api = theirs.clientOf(issuer());
  issueProperty(*api, theirs.business().digest(), "US-1", "HOUSE", 1'000);
  const auto proof = api->proof("HOUSE", issuer().id).value();
  EXPECT_EQ(proof::verify(proof, filled<Digest>(7)).verdict, proof::Verdict::kUnknownCluster);
  EXPECT_EQ(proof::verify(proof, std::nullopt).verdict, proof::Verdict::kUnknownCluster);
}

TEST(Proofs, AReviewedRecordIsProvenWithItsDecision) {
  GatewayFixture fixture;
  const auto genesis = fixture.business().digest();
  const auto api = fixture.clientOf(issuer());
  client::Author slim(*api, slimNode().key, genesis);
  client::Author judge(*api, reviewer().key, genesis);
  client::Author owner(*api, issuer().key, genesis);
  const auto title = scoredRecord(wire::RecordKind::kPropertyTitle, "US-2", systemTime());
  const auto value =
      scoredRecord(wire::RecordKind::kPropertyValuation, "US-2", systemTime(), Wanted::kReview);
  expectDone(slim.send(std::vector<wire::AnyCommand>{title.command(), value.command()}, Wait::kCommitted));
  expectDone(judge.send(wire::ClaimReview{value.record.id()}, Wait::kCommitted));
  expectDone(
      judge.send(wire::DecideReview{value.record.id(), wire::ReviewDecision::kApprove, 1, "second source"},
                 Wait::kCommitted));
  std::vector<Digest> ids = {title.record.id(), value.record.id()};
  std::ranges::sort(ids);
  expectDone(owner.send(
      wire::RegisterAsset{
          wire::AssetTemplate::kProperty, "US-2", "House", ids, {{"deed", filled<Digest>(0xDD)}}},
      Wait::kCommitted));
  wire::IssueToken terms;
  terms.asset = AssetId(1);
  terms.symbol = "REVIEWED";
  terms.name = "Reviewed";
  terms.supply = 5;
  terms.approvals.until = tomorrow();
  addApproval(terms, genesis, issuer().key.publicKey(), compliance().key);
  expectDone(owner.send(terms, Wait::kFinal));
  const auto proof = api->proof("REVIEWED", issuer().id);
  ASSERT_TRUE(proof.has_value()) << proof.error().code << " " << proof.error().message;
  const auto report = proof::verify(*proof, genesis);
  ASSERT_EQ(report.verdict, proof::Verdict::kValid)
      << report.failed()->name << ": " << report.failed()->words;
  const auto bundle = wire::decodeProofBundle(*proof).value();
  EXPECT_EQ(std::ranges::count(bundle.records, true, &wire::RecordProof::reviewed), 1);
}

/// Whichever way the words of the others came.
TEST(Proofs, AnOverriddenRecordIsProvenWithWhoOverrodeIt) {
  for (const bool onTheLedger : {false, true}) {
    SCOPED_TRACE(onTheLedger ? "endorsed on the ledger" : "carried along");
    GatewayFixture fixture;
    const auto genesis = fixture.business().digest();
    const auto api = fixture.clientOf(issuer());
    client::Author slim(*api, slimNode().key, genesis);
    client::Author senior(*api, seniorReviewer().key, genesis);
    client::Author owner(*api, issuer().key, genesis);
    const auto title = scoredRecord(wire::RecordKind::kPropertyTitle, "US-3", systemTime(), Wanted::kReject);
    const auto value = scoredRecord(wire::RecordKind::kPropertyValuation, "US-3", systemTime());
    expectDone(slim.send(std::vector<wire::AnyCommand>{title.command(), value.command()}, Wait::kCommitted));
    wire::OverrideRecord order{title.record.id(), "the registry confirmed it", {}};
    order.approvals.until = tomorrow();
    if (onTheLedger) {
      const wire::Endorse word{wire::approvalDigest(genesis, seniorReviewer().key.publicKey(), order)};
      expectDone(senior.send(proposing(order), Wait::kCommitted));
      for (const Person* each : {&compliance(), &riskOfficer()})
        expectDone(client::Author(*api, each->key, genesis).send(word, Wait::kCommitted));
    } else {
      expectDone(senior.send(approved(genesis, seniorReviewer(), order, {riskOfficer(), compliance()}),
                             Wait::kCommitted));
    }
    std::vector<Digest> ids = {title.record.id(), value.record.id()};
    std::ranges::sort(ids);
    expectDone(owner.send(wire::RegisterAsset{wire::AssetTemplate::kProperty, "US-3", "House", ids, {}},
                          Wait::kCommitted));
    wire::IssueToken terms;
    terms.asset = AssetId(1);
    terms.symbol = "OVERRIDDEN";
    terms.name = "Overridden";
    terms.supply = 5;
    expectDone(owner.send(approved(genesis, issuer(), terms, {treasurer()}), Wait::kFinal));
    const auto proof = api->proof("OVERRIDDEN", issuer().id);
    ASSERT_TRUE(proof.has_value()) << proof.error().code << " " << proof.error().message;
    const auto report = proof::verify(*proof, genesis);
    ASSERT_EQ(report.verdict, proof::Verdict::kValid)
        << report.failed()->name << ": " << report.failed()->words;
    EXPECT_TRUE(std::ranges::any_of(report.links, [](const proof::Link& link) {
      return link.words.starts_with("overridden in block ") && link.words.ends_with("confirmed it");
    }));
    const auto detail =
        fixture.clientOf(compliance())->get("/query/records/" + toHex(title.record.id().view())).value();
    EXPECT_EQ(detail.at("decision").as_string(), "OVERRIDDEN");
    EXPECT_EQ(detail.at("review").at("reviewer_name").as_string(), "senior-reviewer");
    EXPECT_EQ(detail.at("review").at("endorser_names").as_array().size(), 2U);
  }
}

TEST(Proofs, WaitForTheCertificateAndAreOnlyForWhoMayHaveThem) {
  GatewayFixture fixture;
  const auto genesis = fixture.business().digest();
  const auto api = fixture.clientOf(issuer());
  issueProperty(*api, genesis, "US-1", "HOUSE", 1'000);
  EXPECT_EQ(fixture.clientOf(holder())->proof("HOUSE", issuer().id).error().code, "auth.forbidden");
  EXPECT_EQ(fixture.client()->proof("HOUSE", issuer().id).error().code, "auth.required");
  EXPECT_EQ(api->proof("HOUSE", holder().id).error().code, "query.unknown_account");
  fixture.business().holdCertificates(true);
  client::Author owner(*api, holder().key, genesis);
  expectDone(owner.send(wire::OpenAccount{holder().id, api->tokenId("HOUSE").value()}, Wait::kCommitted));
  std::atomic<bool> done = false;
  Result<Bytes> proof = fail("test.none", "");
  std::thread asking([&] {
    proof = api->proof("HOUSE", issuer().id);
    done = true;
  });
  fixture.business().settle();
  EXPECT_FALSE(done);
  fixture.business().holdCertificates(false);
  asking.join();
  ASSERT_TRUE(proof.has_value()) << proof.error().code;
  EXPECT_EQ(proof::verify(*proof, genesis).verdict, proof::Verdict::kValid);
}

// ---- evidence ----

TEST(Evidence, IsKeptUnderItsDigestByWhoSubmitsRecordsOrRegistersAssets) {
  std::map<Digest, Bytes> kept;
  std::mutex mutex;
  GatewayFixture fixture([&](GatewayOptions&, GatewayParts& parts) {
    parts.evidence.put = [&](const Digest& digest, ByteView bytes) -> Status {
      const std::lock_guard lock(mutex);
      kept[digest] = toBytes(bytes);
      return {};
    };
    parts.evidence.get = [&](const Digest& digest) -> Result<Bytes> {
      const std::lock_guard lock(mutex);
      const auto found = kept.find(digest);
      if (found == kept.end()) return fail("evidence.unknown", "No such evidence.");
      return found->second;
    };
  });
  const Bytes raw = toBytes(asBytes("{\"price\": 12.5}"));
  const auto digest = crypto::sha256(raw);
  const auto slim = fixture.clientOf(slimNode());
  ASSERT_TRUE(slim->putEvidence(digest, raw).has_value());
  EXPECT_EQ(fixture.clientOf(reviewer())->evidence(digest).value(), raw);
  ASSERT_TRUE(fixture.clientOf(issuer())->putEvidence(digest, raw).has_value());
  EXPECT_EQ(fixture.clientOf(reviewer())->evidence(filled<Digest>(2)).error().code, "evidence.unknown");
  EXPECT_EQ(fixture.clientOf(holder())->putEvidence(digest, raw).error().code, "auth.forbidden");
  EXPECT_EQ(fixture.clientOf(holder())->evidence(digest).error().code, "auth.forbidden");
  EXPECT_EQ(fixture.client()->evidence(digest).error().code, "auth.required");
  EXPECT_EQ(slim->putEvidence(filled<Digest>(2), raw).error().code, "evidence.digest_mismatch");
}

// ---- events ----

TEST(Events, AStreamCutAnywhereGoesOnWithoutLossOrRepetition) {
  GatewayFixture fixture;
  const auto api = fixture.clientOf(reviewer());
  client::Author admin(*api, administrator().key, fixture.business().digest());
  const auto add = [&](std::uint8_t number) {
    expectDone(
        admin.send(wire::RegisterIdentity{"person-" + std::to_string(number), keyNumber(number).publicKey(),
                                          wire::maskOf(wire::Role::kHolder)},
                   Wait::kCommitted));
  };
  for (std::uint8_t i = 0; i < 5; ++i) add(static_cast<std::uint8_t>(130 + i));
  // From the beginning, two events a connection.
  std::vector<std::string> names;
  std::set<std::string> ids;
  std::string last = "0:0:0";
  while (names.size() < 5) {
    int taken = 0;
    const auto read = api->follow({"identity"}, last, [&](const client::StreamEvent& event) {
      EXPECT_EQ(event.topic, "identity");
      EXPECT_TRUE(ids.insert(event.id).second) << event.id;
      names.push_back(std::string(boost::json::parse(event.data).at("name").as_string()));
      last = event.id;
      return ++taken < 2 && names.size() < 5;
    });
    ASSERT_TRUE(read.has_value()) << read.error().message;
  }
  EXPECT_EQ(names.front(), "person-130");
  EXPECT_EQ(names.back(), "person-134");
}

TEST(Events, RecordsAreForThoseWhoWorkWithThem) {
  GatewayFixture fixture;
  const auto refused = fixture.client()->follow({"record"}, "", [](const auto&) { return false; });
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, "auth.forbidden");
  EXPECT_EQ(fixture.client()->follow({"gossip"}, "", [](const auto&) { return false; }).error().code,
            "request.bad_topic");
  EXPECT_EQ(fixture.client()->follow({}, "1:2", [](const auto&) { return false; }).error().code,
            "request.bad_event_id");
}

TEST(Events, EachIsShownToWhomItIsFor) {
  GatewayFixture fixture;
  issueProperty(*fixture.clientOf(issuer()), fixture.business().digest(), "US-1", "HOUSE", 1'000);
  const auto topicsFor = [&](client::ApiClient& api) {
    std::set<std::string> out;
    const auto last = api.get("/query/status").value().at("height").to_number<std::uint64_t>();
    const auto read = api.follow({}, "0:0:0", [&](const client::StreamEvent& event) {
      out.insert(event.topic);
      return event.topic != "block" ||
             boost::json::parse(event.data).at("height").to_number<std::uint64_t>() < last;
    });
    EXPECT_TRUE(read.has_value()) << read.error().message;
    return out;
  };
  const std::set<std::string> forAll = {"asset", "block", "certificate", "leader", "token"};
  EXPECT_EQ(topicsFor(*fixture.client()), forAll) << "strangers";
  EXPECT_EQ(topicsFor(*fixture.clientOf(holder())), forAll);
  auto workers = forAll;
  workers.insert({"record"});
  EXPECT_EQ(topicsFor(*fixture.clientOf(reviewer())), workers);
  workers.insert({"account"});
  EXPECT_EQ(topicsFor(*fixture.clientOf(compliance())), workers);
}

TEST(Events, LeaderAndCertificateComeFirst) {
  GatewayFixture fixture;
  const auto api = fixture.client();
  client::Author admin(*api, administrator().key, fixture.business().digest());
  expectDone(
      admin.send(wire::RegisterIdentity{"ann", keyNumber(201).publicKey(), wire::maskOf(wire::Role::kHolder)},
                 Wait::kFinal));
  std::set<std::string> seen;
  const auto read = api->follow({"leader", "certificate"}, "", [&](const client::StreamEvent& event) {
    seen.insert(event.topic);
    EXPECT_TRUE(event.id.empty());
    return seen.size() < 2;
  });
  ASSERT_TRUE(read.has_value()) << read.error().message;
  EXPECT_EQ(seen.size(), 2U);
}

TEST(EventIds, AreVectorsOfLanes) {
  EXPECT_EQ(parseEventId("", Lane(0)).value(), std::nullopt);
  EXPECT_EQ(parseEventId("1:5:6,0:7:8", Lane(0)).value(), (EventPosition{Height(7), 8}));
  EXPECT_EQ(parseEventId("1:5:6", Lane(0)).value(), std::nullopt);
  for (const char* bad : {"0", "0:1", "a:b:c", "0:1:99999999999", ",0:1:2", "0:-1:2"})
    EXPECT_FALSE(parseEventId(bad, Lane(0)).has_value()) << bad;
}

}  // namespace
}  // namespace aurigraph::gateway
