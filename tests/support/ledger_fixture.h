#pragma once

// A ledger's world for tests of any folder: signed batches in blocks, and whole ways from record to token.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/sim/people.h"
#include "core/ledger/ledger.h"
#include "core/wire/batch.h"
#include "core/wire/block.h"

namespace aurigraph::test {

/// One ledger and all that is needed to talk to it: sessions are counted, blocks are built and applied.
class LedgerWorld {
 public:
  explicit LedgerWorld(wire::Genesis genesis = testGenesis(), ledger::Limits limits = {})
      : genesis_(std::move(genesis)), digest_(genesis_.digest()), time_(kGenesisTime) {
    auto made = ledger::Ledger::fromGenesis(genesis_, testSecret(), limits);
    if (!made) throw std::runtime_error(made.error().message);
    ledger_ = std::move(*made);
  }

  [[nodiscard]] ledger::Ledger& ledger() { return *ledger_; }
  [[nodiscard]] const Digest& genesisDigest() const { return digest_; }
  [[nodiscard]] Nanoseconds now() const { return time_; }
  [[nodiscard]] const std::vector<wire::Block>& blocks() const { return blocks_; }
  /// What each of them made.
  [[nodiscard]] const std::vector<wire::BlockOutcome>& outcomes() const { return outcomes_; }
  Protocol names = Protocol(1);  ///< The protocol version that blocks name from now on.
  void passTime(std::int64_t seconds) { time_.value += seconds * kSecond; }

  /// The draft of the author's next batch. The session's counter moves on; one that has been idle for too
  /// long gives way to a new one.
  wire::BatchDraft draft(const Person& author) {
    Session& session = sessions_[author.key.publicKey()];
    if (time_.value - session.drafted.value >= limits::kLongestValidity) {
      session.number = session.number.next();
      session.last = RequestNumber();
    }
    session.last = session.last.next();
    session.drafted = time_;
    wire::BatchDraft out;
    out.genesis = digest_;
    out.session = session.number;
    out.request = session.last;
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
    header.protocol = names;
    return builder.finish(header);
  }
  /// Checks signatures as a replica does.
  static std::vector<std::uint8_t> verdictsOf(const wire::Block& block) {
    std::vector<std::uint8_t> out;
    for (std::size_t at = 0; at < block.batchCount(); ++at)
      out.push_back(wire::verifyBatch(block.batch(at), block.batchBody(at)).has_value() ? 1 : 0);
    return out;
  }
  static wire::BlockOutcome applyTo(ledger::Ledger& to, const wire::Block& block) {
    const auto verdicts = verdictsOf(block);
    bool flags[limits::kMaxBatchesPerBlock] = {};
    std::ranges::copy(verdicts, flags);
    auto outcome = to.apply(block, {flags, verdicts.size()});
    EXPECT_EQ(to.brokenInvariant(), std::nullopt) << "after block " << block.header().height.value;
    EXPECT_EQ(to.invariantAlarm(), std::nullopt) << "after block " << block.header().height.value;
    return outcome;
  }
  std::vector<wire::BatchResult> apply(const wire::Block& block) {
    blocks_.push_back(block);
    return outcomes_.emplace_back(applyTo(*ledger_, block)).results;
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
  [[nodiscard]] Nanoseconds inHours(std::int64_t hours) const {
    return Nanoseconds(time_.value + hours * 3'600 * kSecond);
  }
  /// Within what approvals may be good for.
  [[nodiscard]] Nanoseconds tomorrow() const { return inHours(24); }
  wire::IssueToken approved(wire::IssueToken terms, const Person& approver = compliance(),
                            const Person& author = issuer()) const {
    terms.approvals.until = tomorrow();
    addApproval(terms, digest_, author.key.publicKey(), approver.key);
    return terms;
  }
  /// With the words of others that it is `author`'s to order, good until tomorrow unless it says until when.
  template <class Command>
  Command approvedFor(const Person& author, Command command, const std::vector<Person>& approvers) const {
    if (command.approvals.until == Nanoseconds()) command.approvals.until = tomorrow();
    for (const Person& each : approvers) addApproval(command, digest_, author.key.publicKey(), each.key);
    return command;
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
  /// The session that drafts of this author are in.
  const ledger::SessionRow& session(const Person& author) {
    const auto* row = ledger_->session(author.key.publicKey(), sessions_[author.key.publicKey()].number);
    if (row == nullptr) throw std::runtime_error("the author has sent nothing");
    return *row;
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
  std::vector<wire::BlockOutcome> outcomes_;
  struct Session {
    SessionNumber number;  ///< 0: none yet.
    RequestNumber last;
    Nanoseconds drafted;
  };
  std::map<PublicKey, Session> sessions_;
};

}  // namespace aurigraph::test
