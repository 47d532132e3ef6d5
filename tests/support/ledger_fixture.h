#pragma once

// A ledger's world for tests of any folder: people with fixed keys, a small rule set whose scores are
// known, a genesis, signed batches in blocks, and the records that let assets be minted.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/ledger/ledger.h"
#include "core/quality/rule_set.h"
#include "core/quality/score.h"
#include "core/wire/batch.h"
#include "core/wire/block.h"
#include "core/wire/commands.h"
#include "core/wire/genesis.h"
#include "core/wire/record.h"

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
  const auto add = [&](const Person& who, Role role) {
    genesis.identities.push_back({who.name, who.key.publicKey(), maskOf(role)});
  };
  add(administrator(), Role::kAdministrator);
  add(issuer(), Role::kIssuer);
  add(compliance(), Role::kCompliance);
  add(reviewer(), Role::kReviewer);
  add(holder(), Role::kHolder);
  add(holder2(), Role::kHolder);
  add(slimNode(), Role::kSlimNode);
  add(reviewer2(), Role::kReviewer);
  genesis.roles = wire::defaultRoleTable();
  genesis.ruleSets = {quality::encode(testRules())};
  genesis.stateSalt.bytes.fill(9);
  return genesis;
}

/// What a record of the test rules will be.
enum class Wanted : std::uint8_t { kAccept, kReview, kReject };

struct ScoredRecord {
  wire::Record record;
  wire::ScoreInputs inputs;
  Ppm score;

  [[nodiscard]] wire::SubmitRecord command(std::uint8_t evidenceCopies = 2) const {
    return {wire::encode(record), wire::encode(inputs), testRules().digest(), score,
            filled<Digest>(0xEE), evidenceCopies};
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
  out.inputs.scoredAt = now;
  out.inputs.transport.allowedHostOverTls = true;
  out.inputs.transport.pinnedKey = true;
  out.inputs.transport.authenticatedSession = true;
  out.score = quality::score(record, out.inputs, testRules()).score;
  return out;
}

inline ScoredRecord blockRecord(Nanoseconds now, std::uint64_t first, std::uint64_t last,
                                std::string series = "S1", std::uint8_t seed = 1) {
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

/// One ledger and all that is needed to talk to it: sessions are counted, blocks are built and applied.
class LedgerWorld {
 public:
  explicit LedgerWorld(wire::Genesis genesis = testGenesis(), ledger::Limits limits = {})
      : genesis_(std::move(genesis)), digest_(genesis_.digest()), time_(kGenesisTime) {
    auto made = ledger::Ledger::fromGenesis(genesis_, limits);
    if (!made) throw std::runtime_error(made.error().message);
    ledger_ = std::move(*made);
  }

  [[nodiscard]] ledger::Ledger& ledger() { return *ledger_; }
  [[nodiscard]] const Digest& genesisDigest() const { return digest_; }
  [[nodiscard]] Nanoseconds now() const { return time_; }
  [[nodiscard]] const std::vector<wire::Block>& blocks() const { return blocks_; }
  void passTime(std::int64_t seconds) { time_.value += seconds * kSecond; }

  /// The draft of the author's next batch. The session's counter moves on.
  wire::BatchDraft draft(const Person& author) {
    wire::BatchDraft out;
    out.genesis = digest_;
    out.session = SessionNumber(1);
    out.request = RequestNumber(++requests_[author.id.value]);
    out.validUntil = Nanoseconds(time_.value + 3'600 * kSecond);
    return out;
  }
  Bytes transfers(const Person& author, const std::vector<wire::Transfer>& operations) {
    return wire::signTransfers(draft(author), operations, author.key);
  }
  Bytes commands(const Person& author, const std::vector<wire::AnyCommand>& operations) {
    std::vector<wire::Command> encoded;
    for (const auto& operation : operations)
      encoded.push_back({static_cast<std::uint16_t>(kindOf(operation)), encodePayload(operation)});
    return wire::signCommands(draft(author), encoded, author.key);
  }

  /// A block of these batches at the world's time, one millisecond after the one before.
  wire::Block block(const std::vector<Bytes>& batches) {
    wire::BlockBuilder builder(allocateBuffer(BufferClass::kBlock));
    for (const Bytes& batch : batches)
      builder.add(wire::parseBatch(batch).value(), ByteView(batch).subspan(sizeof(wire::BatchHeader)));
    time_.value += 1'000'000;
    wire::BlockHeader header;
    header.genesis = digest_;
    header.height = ledger_->height().next();
    header.term = Term(1);
    header.previous = blocks_.empty() ? digest_ : blocks_.back().hash();
    header.time = time_;
    return builder.finish(header);
  }
  /// Checks signatures as a replica does.
  static std::vector<std::uint8_t> verdictsOf(const wire::Block& block) {
    std::vector<std::uint8_t> out;
    for (std::size_t at = 0; at < block.batchCount(); ++at)
      out.push_back(wire::verifyBatch(block.batch(at), block.batchBody(at)).has_value() ? 1 : 0);
    return out;
  }
  static std::vector<wire::BatchResult> applyTo(ledger::Ledger& to, const wire::Block& block) {
    const auto verdicts = verdictsOf(block);
    bool flags[limits::kMaxBatchesPerBlock] = {};
    std::ranges::copy(verdicts, flags);
    return to.apply(block, {flags, verdicts.size()});
  }
  std::vector<wire::BatchResult> apply(const wire::Block& block) {
    blocks_.push_back(block);
    return applyTo(*ledger_, block);
  }
  std::vector<wire::BatchResult> apply(const std::vector<Bytes>& batches) { return apply(block(batches)); }

  /// The codes of one batch's operations, 0 for done.
  std::vector<ledger::ReasonCode> run(const Person& author, const std::vector<wire::AnyCommand>& operations) {
    return codesOf(apply({commands(author, operations)}).front());
  }
  std::vector<ledger::ReasonCode> run(const Person& author, const std::vector<wire::Transfer>& operations) {
    return codesOf(apply({transfers(author, operations)}).front());
  }
  ledger::ReasonCode run(const Person& author, const wire::AnyCommand& operation) {
    return run(author, std::vector<wire::AnyCommand>{operation}).front();
  }
  ledger::ReasonCode run(const Person& author, const wire::Transfer& operation) {
    return run(author, std::vector<wire::Transfer>{operation}).front();
  }
  static std::vector<ledger::ReasonCode> codesOf(const wire::BatchResult& result) {
    std::vector<ledger::ReasonCode> out;
    for (std::uint32_t at = 0; at < result.count; ++at)
      out.push_back(static_cast<ledger::ReasonCode>(result.codeOf(at)));
    return out;
  }

  // ---- whole ways, each checked ----

  /// Submits by the slim node; returns the record's id.
  Digest submit(const ScoredRecord& record) {
    EXPECT_EQ(run(slimNode(), record.command()), ledger::ReasonCode::kDone);
    return record.record.id();
  }
  AssetId registerAsset(wire::AssetTemplate assetTemplate, const std::string& key,
                        std::vector<Digest> records) {
    std::ranges::sort(records);
    const wire::RegisterAsset command{
        assetTemplate, key, "Asset " + key, std::move(records), {{"deed", filled<Digest>(0xDD)}}};
    EXPECT_EQ(run(issuer(), command), ledger::ReasonCode::kDone);
    return ledger_->assetKeyed(key).value_or(AssetId(0));
  }
  /// An accepted title and valuation, registered.
  AssetId propertyAsset(const std::string& key = "US-06075-1", std::uint8_t seed = 1) {
    using wire::RecordKind;
    return registerAsset(
        wire::AssetTemplate::kProperty, key,
        {submit(scoredRecord(RecordKind::kPropertyTitle, key, time_, Wanted::kAccept, seed)),
         submit(scoredRecord(RecordKind::kPropertyValuation, key, time_, Wanted::kAccept, seed))});
  }
  AssetId carbonAsset(std::uint64_t first, std::uint64_t last, std::uint8_t seed = 1,
                      const std::string& series = "S1") {
    using wire::RecordKind;
    return registerAsset(
        wire::AssetTemplate::kCarbon, "carbon-" + std::to_string(seed),
        {submit(projectRecord(time_, seed)), submit(blockRecord(time_, first, last, series, seed)),
         submit(
             scoredRecord(RecordKind::kCarbonPrice, "forestry:listing:USD", time_, Wanted::kAccept, seed))});
  }
  wire::IssueToken terms(AssetId asset, std::string symbol, U128 supply) const {
    wire::IssueToken out;
    out.asset = asset;
    out.symbol = std::move(symbol);
    out.name = "Token " + out.symbol;
    out.supply = supply;
    out.unitPriceMinor = 50'000;
    out.currency = "USD";
    return out;
  }
  wire::IssueToken approved(wire::IssueToken terms, const Person& approver = compliance()) const {
    terms.approvals = {{approver.key.publicKey(), approver.key.sign(approvalDigest(digest_, terms))}};
    return terms;
  }
  TokenId issue(const wire::IssueToken& terms) {
    EXPECT_EQ(run(issuer(), approved(terms)), ledger::ReasonCode::kDone);
    return ledger_->tokenNamed(terms.symbol).value_or(TokenId(0));
  }
  /// A property token of this supply in the issuer's account.
  TokenId propertyToken(U128 supply = 1'000, std::int64_t lockUpSeconds = 0,
                        const std::string& symbol = "HOUSE", std::uint8_t seed = 1) {
    auto issueTerms = terms(propertyAsset("US-06075-" + std::to_string(seed), seed), symbol, supply);
    issueTerms.lockUpSeconds = lockUpSeconds;
    return issue(issueTerms);
  }
  TokenId carbonToken(std::uint64_t first, std::uint64_t last, std::uint8_t seed = 1) {
    auto issueTerms =
        terms(carbonAsset(first, last, seed), "CO2-" + std::to_string(seed), U128{last - first + 1});
    issueTerms.serials = {{"VERRA", "S1", first, last}};
    return issue(issueTerms);
  }
  /// Opens the person's account of a token, or finds it.
  AccountHandle open(const Person& who, TokenId token) {
    if (!ledger_->account(who.id, token)) {
      EXPECT_EQ(run(who, wire::OpenAccount{who.id, token}), ledger::ReasonCode::kDone);
    }
    return ledger_->account(who.id, token).value_or(AccountHandle{});
  }
  wire::Transfer transfer(const Person& from, const Person& to, TokenId token, U128 amount) {
    wire::Transfer out;
    out.debit = open(from, token).value;
    out.credit = open(to, token).value;
    out.amount = amount;
    out.token = token.value;
    return out;
  }
  U128 balance(const Person& who, TokenId token) {
    const auto account = ledger_->account(who.id, token);
    return account ? ledger_->row(*account)->balance : 0;
  }

 private:
  wire::Genesis genesis_;
  Digest digest_;
  Nanoseconds time_;
  std::unique_ptr<ledger::Ledger> ledger_;
  std::vector<wire::Block> blocks_;
  std::uint64_t requests_[64] = {};
};

}  // namespace aurigraph::test
