#include "app/bench/ledger_bed.h"

#include <unistd.h>
#include <algorithm>
#include <cstring>
#include <fstream>

#include "app/bench/property_records.h"
#include "app/bench/source_records.h"
#include "core/base/assert.h"
#include "core/ledger/setup.h"
#include "core/quality/rule_set.h"
#include "core/wire/commands.h"
#include "core/wire/genesis.h"
#include "nodes/rules/rules_json.h"

namespace aurigraph::bench {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr Nanoseconds kStart{1'760'000'000 * kSecond};
constexpr std::int64_t kApprovedForNanoseconds = 24 * 3'600 * kSecond;
constexpr std::size_t kSliceOperations = 1'024;  // as a node (replica::ExecutionLimits)
constexpr std::uint64_t kPerAccount = 1'000'000'000;

enum : std::size_t { kAdministrator, kIssuer, kCompliance, kSlimNode, kFirstHolder };

std::uint64_t residentBytes() {
  std::ifstream file("/proc/self/statm");
  std::uint64_t whole = 0;
  std::uint64_t resident = 0;
  file >> whole >> resident;
  return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

crypto::SigningKey keyNumber(std::uint32_t number) {
  crypto::Seed seed;
  std::memcpy(seed.bytes.data(), &number, sizeof(number));
  return crypto::SigningKey::fromSeed(seed);
}

}  // namespace

LedgerBed::LedgerBed(const Population& population) : population_(population), time_(kStart) {
  using wire::Role;
  const std::uint32_t people = static_cast<std::uint32_t>(kFirstHolder) + population.holders;
  for (std::uint32_t number = 0; number < people; ++number) authors_.push_back({keyNumber(1'000 + number)});
  wire::Genesis genesis;
  genesis.clusterName = "bench";
  genesis.createdAt = kStart;
  genesis.simulated = true;
  genesis.nodes.push_back({NodeId(1), wire::NodeKind::kValidator, "validator-1", keyNumber(1).publicKey()});
  for (std::uint32_t number = 0; number < people; ++number) {
    const Role role = number == kAdministrator ? Role::kAdministrator
                      : number == kIssuer      ? Role::kIssuer
                      : number == kCompliance  ? Role::kCompliance
                      : number == kSlimNode    ? Role::kSlimNode
                                               : Role::kHolder;
    genesis.identities.push_back({"person-" + std::to_string(number), authors_[number].key.publicKey(),
                                  maskOf(role), number == kIssuer ? "issuing house" : "operating house"});
  }
  genesis.roles = wire::defaultRoleTable();
  if (population.records) {
    AG_ASSERT(population.tokens == 0);
    const auto rules = rules::newestRuleSet();
    AG_ASSERT(rules.has_value());
    genesis.ruleSets = {quality::encode(*rules)};
    genesis.sources = recordSources();
  } else {
    genesis.ruleSets = {quality::encode(propertyRules())};
    genesis.sources = {propertySource()};
  }
  const wire::StateSecret secret;  // guards nobody's balance here
  genesis.stateSecretDigest = secret.digest();
  genesis_ = genesis.digest();
  lastHash_ = genesis_;
  ledger::Limits limits;
  limits.maxAccounts = std::uint64_t{population.holders + 1} * population.tokens;
  limits.maxRows = std::max<std::uint64_t>(limits.maxAccounts, 64'000'000);
  auto made = ledger::Ledger::fromGenesis(genesis, secret, limits);
  AG_ASSERT(made.has_value());
  ledger_ = std::move(*made);
  issueTokens();
  const std::uint64_t before = residentBytes();
  openAccounts();
  fundAccounts();
  accountBytes_ = residentBytes() - before;
  if (population.ruled)
    for (std::uint32_t token = 1; token <= population.tokens; ++token)
      ledger::LedgerSetup::makeRuled(*ledger_, TokenId(token), 0xFFFF'FFFFU);
}

IdentityId LedgerBed::holderId(std::uint32_t holder) const {
  return IdentityId(static_cast<std::uint32_t>(kFirstHolder) + holder + 1);
}

void LedgerBed::issueTokens() {
  for (std::uint32_t token = 1; token <= population_.tokens; ++token) {
    const std::string key = "BENCH-" + std::to_string(token);
    std::vector<Digest> ids;
    std::vector<wire::AnyCommand> submissions;
    for (const auto kind : {wire::RecordKind::kPropertyTitle, wire::RecordKind::kPropertyValuation}) {
      const wire::Record record = propertyRecord(kind, key, token, time_);
      submissions.push_back(wire::SubmitRecord{wire::encode(record), 2});
      ids.push_back(record.id());
    }
    std::ranges::sort(ids);
    run(authors_[kSlimNode], submissions);
    wire::IssueToken terms;
    terms.asset = AssetId(token);
    terms.symbol = "T" + std::to_string(token);
    terms.name = "Token " + std::to_string(token);
    terms.supply = U128{kPerAccount} * (population_.holders + 1);
    terms.lockUpSeconds = population_.lockUpSeconds;
    terms.approvals.until = Nanoseconds(time_.value + kApprovedForNanoseconds);
    addApproval(terms, genesis_, authors_[kIssuer].key.publicKey(), authors_[kCompliance].key);
    run(authors_[kIssuer],
        {wire::RegisterAsset{wire::AssetTemplate::kProperty, key, "Asset " + key, ids, {}}, terms});
  }
}

void LedgerBed::openAccounts() {
  std::vector<wire::AnyCommand> commands;
  for (std::uint32_t token = 1; token <= population_.tokens; ++token) {
    firstSlot_.push_back(ledger_->accountCount() + commands.size() + 1);
    for (std::uint32_t holder = 0; holder < population_.holders; ++holder) {
      commands.push_back(wire::OpenAccount{holderId(holder), TokenId(token)});
      if (commands.size() < limits::kMaxCommandsPerBatch) continue;
      run(authors_[kIssuer], commands);
      commands.clear();
    }
  }
  if (population_.tokens == 0) return;
  if (!commands.empty()) run(authors_[kIssuer], commands);
  const auto last = ledger_->account(holderId(population_.holders - 1), TokenId(population_.tokens));
  AG_ASSERT(last && last->slot() == firstSlot_.back() + population_.holders - 1);
}

void LedgerBed::fundAccounts() {
  std::vector<wire::Transfer> transfers;
  const auto send = [&] {
    Bytes body(transfers.size() * sizeof(wire::Transfer));
    std::memcpy(body.data(), transfers.data(), body.size());
    const Bytes batch = batchOf(authors_[kIssuer], wire::BatchKind::kTransfers,
                                static_cast<std::uint32_t>(transfers.size()), std::move(body));
    const bool done = apply(blockOf({&batch, 1}, Nanoseconds(1'000'000)));
    AG_ASSERT(done);
    transfers.clear();
  };
  for (std::uint32_t token = 1; token <= population_.tokens; ++token) {
    const auto from = ledger_->account(IdentityId(kIssuer + 1), TokenId(token));
    AG_ASSERT(from.has_value());
    for (std::uint32_t holder = 0; holder < population_.holders; ++holder) {
      wire::Transfer& transfer = transfers.emplace_back();
      transfer.debit = from->value;
      transfer.credit = AccountHandle::of(Lane(0), firstSlot_[token - 1] + holder).value;
      transfer.amount = kPerAccount;
      transfer.token = token;
      if (transfers.size() == limits::kMaxTransfersPerBatch) send();
    }
  }
  if (!transfers.empty()) send();
}

std::vector<wire::Transfer> LedgerBed::randomTransfers(std::uint32_t holder, std::size_t count, Dice& dice) {
  std::vector<wire::Transfer> out(count);
  for (wire::Transfer& transfer : out) {
    const std::uint32_t token = dice.below(population_.tokens);
    const std::uint32_t other = (holder + 1 + dice.below(population_.holders - 1)) % population_.holders;
    transfer.debit = AccountHandle::of(Lane(0), firstSlot_[token] + holder).value;
    transfer.credit = AccountHandle::of(Lane(0), firstSlot_[token] + other).value;
    transfer.amount = 1 + dice.below(100);
    transfer.userData = dice.next();
    transfer.token = token + 1;
  }
  return out;
}

wire::Block LedgerBed::block(std::uint32_t holder, std::span<const wire::Transfer> transfers, bool isSigned,
                             Nanoseconds step) {
  Author& author = authors_[kFirstHolder + holder];
  if (!isSigned) {
    Bytes body(transfers.size_bytes());
    std::memcpy(body.data(), transfers.data(), body.size());
    const Bytes batch = batchOf(author, wire::BatchKind::kTransfers,
                                static_cast<std::uint32_t>(transfers.size()), std::move(body));
    return blockOf({&batch, 1}, step);
  }
  wire::BatchDraft draft;
  draft.genesis = genesis_;
  draft.session = session_;
  draft.request = RequestNumber(++author.requests);
  draft.validUntil = Nanoseconds(time_.value + 600 * kSecond);
  const Bytes batch = wire::signTransfers(draft, transfers, author.key);
  return blockOf({&batch, 1}, step);
}

wire::Block LedgerBed::emptyBlock(Nanoseconds step) {
  if (step.value >= limits::kLongestValidity) {  // whatever was open is closed by then, and for ever
    session_ = session_.next();
    for (Author& author : authors_) author.requests = 0;
  }
  return blockOf({}, step);
}

Bytes LedgerBed::batchOf(Author& author, wire::BatchKind kind, std::uint32_t count, Bytes body) {
  wire::BatchHeader header;
  header.genesis = genesis_;
  header.author = author.key.publicKey();
  header.session = session_;
  header.request = RequestNumber(++author.requests);
  header.validUntil = Nanoseconds(time_.value + 600 * kSecond);
  header.count = count;
  header.kind = kind;
  header.bodySize = static_cast<std::uint32_t>(body.size());
  Bytes out(sizeof(header) + body.size());
  std::memcpy(out.data(), &header, sizeof(header));
  std::memcpy(out.data() + sizeof(header), body.data(), body.size());
  return out;
}

wire::Block LedgerBed::blockOf(std::span<const Bytes> batches, Nanoseconds step) {
  wire::BlockBuilder builder(allocateBuffer(BufferClass::kBlock));
  for (const Bytes& batch : batches) {
    wire::BatchHeader header;
    std::memcpy(static_cast<void*>(&header), batch.data(), sizeof(header));
    builder.add(header, ByteView(batch).subspan(sizeof(header)));
  }
  time_.value += step.value;
  wire::BlockHeader header;
  header.genesis = genesis_;
  header.height = next_;
  header.term = Term(1);
  header.previous = lastHash_;
  header.time = time_;
  next_ = next_.next();
  wire::Block block = builder.finish(header);
  lastHash_ = block.hash();
  return block;
}

wire::Block LedgerBed::recordBlock(std::span<const wire::Record> records, Nanoseconds step) {
  std::vector<wire::AnyCommand> submissions;
  for (const wire::Record& record : records)
    submissions.emplace_back(wire::SubmitRecord{wire::encode(record), 2});
  const Bytes batch = commandsOf(authors_[kSlimNode], submissions);
  return blockOf({&batch, 1}, step);
}

Bytes LedgerBed::commandsOf(Author& author, const std::vector<wire::AnyCommand>& commands) {
  std::vector<wire::Command> encoded;
  encoded.reserve(commands.size());
  for (const auto& command : commands)
    encoded.push_back({static_cast<std::uint16_t>(kindOf(command)), encodePayload(command)});
  wire::BatchDraft draft;
  draft.genesis = genesis_;
  draft.session = session_;
  draft.request = RequestNumber(++author.requests);
  draft.validUntil = Nanoseconds(time_.value + 600 * kSecond);
  return wire::draftCommands(draft, encoded, author.key.publicKey());
}

void LedgerBed::run(Author& author, const std::vector<wire::AnyCommand>& commands) {
  const Bytes batch = commandsOf(author, commands);
  const bool done = apply(blockOf({&batch, 1}, Nanoseconds(1'000'000)));
  AG_ASSERT(done);
}

bool LedgerBed::apply(const wire::Block& block) {
  static constexpr bool kGood[limits::kMaxBatchesPerBlock] = {true, true, true, true, true, true, true,
                                                              true, true, true, true, true, true, true};
  ledger_->begin(block, std::span<const bool>(kGood).first(block.batchCount()));
  while (!ledger_->advance(kSliceOperations)) {
  }
  return std::ranges::all_of(ledger_->finish().results, [](const wire::BatchResult& result) {
    return result.batchCode == 0 && result.failures.empty();
  });
}

}  // namespace aurigraph::bench
