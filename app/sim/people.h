#pragma once

// People with fixed keys, a small rule set whose scores are known, a genesis, and the records that let
// assets be minted: for tests of any folder and for the simulator. Needs no test framework.

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "core/quality/context/context.h"
#include "core/quality/rule_set.h"
#include "core/quality/score.h"
#include "core/wire/commands.h"
#include "core/wire/genesis.h"
#include "core/wire/record.h"
#include "core/wire/source_terms.h"

namespace aurigraph::test {

inline constexpr std::int64_t kSecond = 1'000'000'000;
inline constexpr Nanoseconds kGenesisTime{1'760'000'000 * kSecond};

inline crypto::SigningKey keyNumber(std::uint8_t number) {
  crypto::Seed seed;
  seed.bytes.fill(number);
  return crypto::SigningKey::fromSeed(seed);
}

template <class Fixed>
Fixed filled(std::uint8_t value) {
  Fixed out;
  out.bytes.fill(value);
  return out;
}

/// A person or node of the test genesis. Identity n has key 100 + n.
struct Person {
  std::string name;
  IdentityId id;
  crypto::SigningKey key;
};

inline Person person(std::uint32_t id, std::string name) {
  return {std::move(name), IdentityId(id), keyNumber(static_cast<std::uint8_t>(100 + id))};
}
inline const Person& administrator() {
  static const Person out = person(1, "administrator");
  return out;
}
inline const Person& issuer() {
  static const Person out = person(2, "issuer");
  return out;
}
inline const Person& compliance() {
  static const Person out = person(3, "compliance");
  return out;
}
inline const Person& reviewer() {
  static const Person out = person(4, "reviewer");
  return out;
}
inline const Person& holder() {
  static const Person out = person(5, "holder");
  return out;
}
inline const Person& holder2() {
  static const Person out = person(6, "holder-2");
  return out;
}
inline const Person& slimNode() {
  static const Person out = person(7, "slim-1");
  return out;
}
inline const Person& reviewer2() {
  static const Person out = person(8, "reviewer-2");
  return out;
}
inline const Person& administrator2() {
  static const Person out = person(9, "administrator-2");
  return out;
}
inline const Person& administrator3() {
  static const Person out = person(10, "administrator-3");
  return out;
}
inline const Person& riskOfficer() {
  static const Person out = person(11, "risk-officer");
  return out;
}
inline const Person& custodian() {
  static const Person out = person(12, "custodian");
  return out;
}
inline const Person& claimIssuer() {
  static const Person out = person(13, "claim-issuer");
  return out;
}

inline const Person& seniorReviewer() {
  static const Person out = person(14, "senior-reviewer");
  return out;
}
inline const Person& clusterOperator() {
  static const Person out = person(15, "operator");
  return out;
}
inline const Person& treasurer() {
  static const Person out = person(16, "treasurer");
  return out;
}

/// Of one object; with an empty key of every one.
inline wire::AdoptFact adopting(std::string assetKey, wire::FactName name, std::string value) {
  return {{std::move(assetKey), name, std::move(value)}, {}};
}

/// What puts a command onto the ledger, for others to endorse.
inline wire::Propose proposing(const wire::AnyCommand& command) {
  return {static_cast<std::uint16_t>(wire::kindOf(command)), wire::encodePayload(command)};
}

/// One profile for every kind that a mint needs: the fields registry, series, first, last, project_id
/// are optional, "value" is required; asked within the hour. A record with it, fresh and over a proven
/// transport, is accepted; one asked two hours ago is for review; one without "value" is rejected.
inline quality::RuleSet testRules() {
  using wire::RecordKind;
  quality::RuleSet rules;
  rules.version = 1;
  const auto add = [&](RecordKind kind, std::int64_t approvalSeconds, std::int64_t usableSeconds) {
    quality::KindProfile profile;
    profile.kind = kind;
    profile.weights = {150, 100, 150, 150, 150, 150, 50, 100};
    profile.retrievalBound = Nanoseconds(3'600 * kSecond);
    profile.clock = quality::ObservationClock::kNone;
    quality::FieldSpec value;
    value.name = "value";
    value.fieldClass = quality::FieldClass::kRequired;
    value.type = quality::ValueType::kQuantity;
    profile.fields = {value};
    profile.approvalValidFor = Nanoseconds(approvalSeconds * kSecond);
    profile.usableFor = Nanoseconds(usableSeconds * kSecond);
    rules.kinds.push_back(profile);
  };
  add(RecordKind::kMarketSnapshot, 900, 60);
  add(RecordKind::kPropertyValuation, 86'400, 30 * 86'400);
  add(RecordKind::kPropertyTitle, 86'400, 86'400);
  add(RecordKind::kCarbonProject, 86'400, 86'400);
  add(RecordKind::kCarbonBlock, 86'400, 600);
  add(RecordKind::kCarbonPrice, 1'800, 86'400);
  add(RecordKind::kSupplyEvent, 3'600, 3'600);
  add(RecordKind::kSupplySensor, 3'600, 3'600);
  return rules;
}

/// Of every test's and every simulated cluster; drawn by nobody, known to all.
inline wire::StateSecret testSecret() {
  return wire::StateSecret(filled<wire::StateSecret::Value>(9));
}

/// Of every kind that the test rules know; believed in all but a signature.
inline wire::SourceTerms testSource(bool simulated = true, std::string name = "test") {
  wire::SourceTerms terms;
  terms.name = std::move(name);
  terms.provider = "test";
  for (const quality::KindProfile& profile : testRules().kinds) terms.kinds.push_back(profile.kind);
  std::ranges::sort(terms.kinds);
  terms.tier = wire::SourceTier::kRegistryOfRecord;
  terms.origin = simulated ? wire::Origin::kSimulated : wire::Origin::kReal;
  terms.host = "source.test";
  terms.pins = {filled<Digest>(7)};
  terms.session = wire::SourceSession::kCredential;
  terms.recordsPerHour = 1'000'000;
  return terms;
}

/// The test rules where what was said before counts: a valuation's value is held against those before it, and
/// may not stand still six times; a price has a "price" beside its value, and projects are looked up.
inline quality::RuleSet seriesRules() {
  using wire::RecordKind;
  const quality::Interval anything{Decimal::of(0), Decimal::of(1'000'000'000)};
  quality::RuleSet rules = testRules();
  for (quality::KindProfile& profile : rules.kinds) {
    if (profile.kind == RecordKind::kPropertyValuation) {
      profile.fields.front().ranges = {{{}, {}, anything, anything, anything}};
      profile.fields.front().stuckAfter = 6;
    }
    if (profile.kind == RecordKind::kCarbonPrice) {
      quality::FieldSpec price;
      price.name = "price";
      price.type = quality::ValueType::kQuantity;
      price.ranges = {{{}, {}, anything, anything, anything}};
      profile.fields.insert(profile.fields.begin(), price);
    }
    if (profile.kind == RecordKind::kCarbonBlock) profile.references.emplace_back().name = "project";
  }
  return rules;
}

inline wire::Genesis testGenesis(bool simulated = true) {
  using wire::Role;
  wire::Genesis genesis;
  genesis.clusterName = "test";
  genesis.createdAt = kGenesisTime;
  genesis.nonce.bytes.fill(1);
  genesis.simulated = simulated;
  for (std::uint8_t node = 1; node <= 3; ++node)
    genesis.nodes.push_back({NodeId(node), wire::NodeKind::kValidator, "validator-" + std::to_string(node),
                             keyNumber(node).publicKey()});
  const auto add = [&](const Person& who, Role role, const char* organisation = "Test Trust") {
    genesis.identities.push_back({who.name, who.key.publicKey(), maskOf(role), organisation});
  };
  add(administrator(), Role::kAdministrator);
  add(issuer(), Role::kIssuer, "Harbour Estates");
  add(compliance(), Role::kCompliance);
  add(reviewer(), Role::kReviewer);
  add(holder(), Role::kHolder, "");
  add(holder2(), Role::kHolder, "");
  add(slimNode(), Role::kSlimNode);
  add(reviewer2(), Role::kReviewer);
  add(administrator2(), Role::kAdministrator);
  add(administrator3(), Role::kAdministrator);
  add(riskOfficer(), Role::kRiskOfficer);
  add(custodian(), Role::kCustodian);
  add(claimIssuer(), Role::kClaimIssuer, "Registry House");
  add(seniorReviewer(), Role::kSeniorReviewer);
  add(clusterOperator(), Role::kOperator);
  add(treasurer(), Role::kTreasurer);
  genesis.roles = wire::defaultRoleTable();
  genesis.ruleSets = {quality::encode(testRules())};
  genesis.sources = {testSource(simulated)};
  genesis.stateSecretDigest = testSecret().digest();
  return genesis;
}

/// With the rules where series count, and a second source, which proves less of its way.
inline wire::Genesis seriesGenesis() {
  wire::Genesis genesis = testGenesis();
  genesis.ruleSets = {quality::encode(seriesRules())};
  genesis.sources.push_back(testSource(true, "test-2"));
  genesis.sources.back().pins.clear();
  return genesis;
}

/// What a record of the test rules will be.
enum class Wanted : std::uint8_t { kAccept, kReview, kReject };

/// What it is worth where nothing was said before and nothing is known of its object.
struct ScoredRecord {
  wire::Record record;
  wire::ScoreInputs inputs;
  Ppm score;

  /// After a change of the record.
  void scoreAgain(Nanoseconds now) {
    quality::NoPast nothing;
    const auto believed = wire::believedOf(record, testSource(record.origin != wire::Origin::kReal));
    inputs = *quality::contextOf(record, believed, testRules(), nothing, now);
    score = quality::score(record, inputs, testRules()).score;
  }
  [[nodiscard]] wire::SubmitRecord command(std::uint8_t evidenceCopies = 2) const {
    return {wire::encode(record), evidenceCopies};
  }
};

inline wire::Field textField(std::string name, std::string value) {
  return {std::move(name), std::move(value), wire::ParseQuality::kExact, ""};
}
inline wire::Field numberField(std::string name, std::int64_t value, std::string unit = "") {
  return {std::move(name), wire::Quantity{Decimal::of(value), std::move(unit)}, wire::ParseQuality::kExact,
          ""};
}

/// A record scored at `now`. `seed` makes raw digest, and so the record's id, its own.
inline ScoredRecord scoredRecord(wire::RecordKind kind, std::string assetKey, Nanoseconds now,
                                 Wanted wanted = Wanted::kAccept, std::uint8_t seed = 1,
                                 std::vector<wire::Field> more = {}) {
  ScoredRecord out;
  wire::Record& record = out.record;
  record.category = wire::categoryOf(kind);
  record.kind = kind;
  record.origin = wire::Origin::kSimulated;
  record.tier = wire::SourceTier::kRegistryOfRecord;
  record.assetKey = std::move(assetKey);
  record.sourceId = "test";
  record.connectorVersion = "1";
  const std::int64_t age = wanted == Wanted::kReview ? 7'200 : 10;
  record.retrievedAt = Nanoseconds(now.value - age * kSecond);
  record.observedAt = record.retrievedAt;
  record.rawDigest.bytes.fill(seed);
  record.fields = std::move(more);
  if (wanted != Wanted::kReject) record.fields.push_back(numberField("value", 100));
  std::ranges::sort(record.fields, {}, &wire::Field::name);
  record.fetch.transport.allowedHostOverTls = true;
  record.fetch.transport.pinnedKey = true;
  record.fetch.transport.authenticatedSession = true;
  out.scoreAgain(now);
  return out;
}

/// What a source says of a moment some seconds before `now`; another time it may say something else of it.
inline ScoredRecord sayingOf(wire::RecordKind kind, std::string assetKey, Nanoseconds moment, Nanoseconds now,
                             std::int64_t value, std::uint64_t revision = 0, std::string source = "test") {
  std::vector<wire::Field> more;
  if (kind == wire::RecordKind::kCarbonPrice) more.push_back(numberField("price", value, "USD"));
  ScoredRecord out = scoredRecord(kind, std::move(assetKey), now, Wanted::kReject, 1, std::move(more));
  out.record.fields.push_back(numberField("value", value));
  out.record.observedAt = moment;
  out.record.revision = revision;
  out.record.sourceId = std::move(source);
  out.scoreAgain(now);
  return out;
}

inline ScoredRecord blockRecord(Nanoseconds now, std::uint64_t first, std::uint64_t last,
                                const std::string& series = "S1", std::uint8_t seed = 1) {
  return scoredRecord(wire::RecordKind::kCarbonBlock,
                      "VERRA:" + series + ":" + std::to_string(first) + ":" + std::to_string(last), now,
                      Wanted::kAccept, seed,
                      {numberField("first", static_cast<std::int64_t>(first)),
                       numberField("last", static_cast<std::int64_t>(last)), textField("project_id", "1"),
                       textField("registry", "VERRA"), textField("series", series)});
}
inline ScoredRecord projectRecord(Nanoseconds now, std::uint8_t seed = 1) {
  return scoredRecord(wire::RecordKind::kCarbonProject, "VERRA:1", now, Wanted::kAccept, seed,
                      {textField("project_id", "1"), textField("registry", "VERRA")});
}

}  // namespace aurigraph::test
