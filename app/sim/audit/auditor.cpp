#include "app/sim/audit/auditor.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <utility>

#include "app/sim/audit/model.h"
#include "core/base/assert.h"
#include "core/base/decimal.h"
#include "core/base/limits.h"

namespace aurigraph::audit {
namespace {

using Claimed = const wire::BatchResult*;

std::string number(std::uint64_t value) {
  return std::to_string(value);
}

/// Whether the batch may be executed at all, and whether its number is used up.
struct ExpectedOfBatch : ExpectedOutcome {
  bool counts = false;
};
ExpectedOfBatch expectedOfBatch(const Model& model, const wire::BatchHeader& header, ByteView body,
                                bool verdict, Nanoseconds time) {
  ExpectedOfBatch out;
  if (!verdict) {
    const auto root = wire::bodyRoot(header.kind, header.count, body);
    out.refuse(ReasonCode::kBadSignature);
    out.refuseIf(!root || *root != header.bodyRoot, ReasonCode::kBadBodyRoot);
  }
  out.refuseIf(header.genesis != model.genesisDigest, ReasonCode::kOtherCluster);
  out.refuseIf(header.lane != model.lane, ReasonCode::kWrongLane);
  const auto author = model.ownerOf(header.author);
  out.refuseIf(!author, ReasonCode::kUnknownAuthor);

  const auto known = model.sessions.find(header.author);
  const auto next = (known == model.sessions.end() ? Sessions{} : known->second).next(header.session);
  constexpr std::uint64_t kHour = 3'600'000'000'000;
  out.refuseIf(!next, ReasonCode::kSessionClosed);
  out.refuseIf(header.session.value > static_cast<std::uint64_t>(time.value) + kHour,
               ReasonCode::kSessionTooHigh);
  if (next) {
    const bool none = header.request.value == 0;  // no request has this number
    out.refuseIf(header.request < *next && !none, ReasonCode::kReplayed);
    out.refuseIf(header.request > *next || none, ReasonCode::kRequestGap);
  }
  // In its place: from here on a refusal is an answer to this number.
  out.counts = !out.mustRefuse();
  out.refuseIf(author && !model.identityOf(header.author), ReasonCode::kKeyEnded);
  out.refuseIf(author && model.barred(*author, time), ReasonCode::kAuthorSuspended);
  out.refuseIf(header.kind == wire::BatchKind::kOpaque, ReasonCode::kBadKind);
  out.refuseIf(time > header.validUntil, ReasonCode::kExpired);
  out.refuseIf(header.validUntil.value > time.value + model.policy.longestValidity.value,
               ReasonCode::kValidTooLong);
  return out;
}

/// Runs one batch's operations; collects what the ledger should have said.
class BatchRun {
 public:
  BatchRun(Model& model, Circumstances when, std::uint16_t position, Claimed claimed)
      : model_(model), when_(std::move(when)), position_(position), claimed_(claimed) {}

  void transfers(std::uint32_t count, ByteView body) {
    std::vector<wire::Transfer> all(count);
    std::memcpy(all.data(), body.data(), body.size());
    for (std::size_t at = 0; at < all.size();) {
      std::size_t end = at;
      while (end < all.size() && (all[end].flags & wire::kTransferLinked) != 0) ++end;
      if (end == all.size() && end > at) return unfinishedChain(at, end);
      ++end;
      chain(std::span(all).subspan(at, end - at), at);
      at = end;
    }
  }

  void commands(std::uint32_t count, ByteView body) {
    const auto all = wire::splitCommands(count, body);
    AG_ASSERT(all.has_value());  // Block::parse has looked
    for (std::uint32_t at = 0; at < count; ++at) {
      const auto decoded = wire::decodeCommand((*all)[at].kind, (*all)[at].payload, when_.protocol);
      if (!decoded) {
        fail(at, ReasonCode::kMalformed);
        continue;
      }
      const ReasonCode answer = model_.judge(*decoded, when_).answer(claimOf(at));
      if (answer != ReasonCode::kDone) {
        fail(at, answer);
        continue;
      }
      model_.execute(*decoded, when_);
      for (wire::AnyEvent& each : model_.told)
        events.push_back({{wire::CauseKind::kCommand, position_, at}, std::move(each)});
    }
  }

  std::vector<wire::OperationFailure> failures;
  std::vector<wire::Event> events;

 private:
  [[nodiscard]] std::optional<ReasonCode> claimOf(std::size_t index) const {
    if (claimed_ == nullptr) return std::nullopt;
    return static_cast<ReasonCode>(claimed_->codeOf(static_cast<std::uint32_t>(index)));
  }
  void fail(std::size_t index, ReasonCode code) {
    failures.push_back({static_cast<std::uint16_t>(index), static_cast<std::uint16_t>(code), 0});
  }
  void unfinishedChain(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) fail(at, ReasonCode::kLinkedFailed);
  }
  /// One transfer, or a linked chain: all of it or none. Only the link that fails has its own code.
  void chain(std::span<const wire::Transfer> links, std::size_t first) {
    model_.remember();
    for (std::size_t at = 0; at < links.size(); ++at) {
      const ReasonCode answer = model_.judge(links[at], when_).answer(claimOf(first + at));
      if (answer == ReasonCode::kDone) {
        model_.execute(links[at], when_);
        continue;
      }
      model_.rollBack();
      for (std::size_t each = 0; each < links.size(); ++each)
        fail(first + each, each == at ? answer : ReasonCode::kLinkedFailed);
      return;
    }
    model_.keep();
  }

  Model& model_;
  Circumstances when_;
  std::uint16_t position_;  // in the block
  Claimed claimed_;
};

std::array<bool, limits::kMaxBatchesPerBlock> verdictsOn(const wire::Block& block) {
  std::array<bool, limits::kMaxBatchesPerBlock> out{};
  for (std::size_t at = 0; at < block.batchCount(); ++at)
    out[at] = wire::verifyBatch(block.batch(at), block.batchBody(at)).has_value();
  return out;
}

/// The first operation about which two results of one batch differ.
std::optional<std::uint32_t> firstDifference(const wire::BatchResult& a, const wire::BatchResult& b) {
  if (a.count != b.count) return std::nullopt;
  for (std::uint32_t at = 0; at < a.count; ++at)
    if (a.codeOf(at) != b.codeOf(at)) return at;
  return std::nullopt;
}

/// The first event about which two lists differ.
std::optional<std::size_t> firstDifference(const std::vector<wire::Event>& a,
                                           const std::vector<wire::Event>& b) {
  const auto [mine, other] = std::ranges::mismatch(a, b);
  if (mine == a.end() && other == b.end()) return std::nullopt;
  return static_cast<std::size_t>(mine - a.begin());
}

Objection differing(Height height, std::size_t batch, const wire::BatchResult& expected,
                    const wire::BatchResult& claimed) {
  Objection out{height, batch, std::nullopt, {}};
  if (claimed.batchCode != expected.batchCode) {
    out.words = "the batch was answered with code " + number(claimed.batchCode) + ", it deserves " +
                number(expected.batchCode);
  } else if (const auto at = firstDifference(expected, claimed)) {
    out.operation = at;
    out.words = "it was answered with code " + number(claimed.codeOf(*at)) + ", it deserves " +
                number(expected.codeOf(*at));
  } else {
    out.words = "the result's form is wrong: " + number(claimed.count) + " operations and " +
                number(claimed.failures.size()) + " failures stated, it has " + number(expected.count) +
                " and " + number(expected.failures.size()) + ", or a rule is named that no token has";
  }
  return out;
}

}  // namespace

std::string toText(const Objection& objection) {
  std::string out = "block " + number(objection.height.value);
  if (objection.batch) out += ", batch " + number(*objection.batch);
  if (objection.operation) out += ", operation " + number(*objection.operation);
  return out + ": " + objection.words;
}

Auditor::Auditor(const wire::Genesis& genesis, Policy policy)
    : model_(std::make_unique<Model>(genesis, std::move(policy))),
      previous_(model_->genesisDigest),
      time_(std::numeric_limits<std::int64_t>::min()) {}
Auditor::~Auditor() = default;
Auditor::Auditor(Auditor&&) noexcept = default;
Auditor& Auditor::operator=(Auditor&&) noexcept = default;

Judgement Auditor::apply(const wire::Block& block, std::span<const bool> verdicts,
                         const wire::BlockOutcome& claimed) {
  Judgement out = apply(block, verdicts, claimed.results);
  if (const auto at = firstDifference(out.events, claimed.events))
    out.objections.push_back({height_, std::nullopt, std::nullopt,
                              "its event " + number(*at) +
                                  " is not what happened: " + number(claimed.events.size()) +
                                  " are told, it deserves " + number(out.events.size())});
  return out;
}

Judgement Auditor::apply(const wire::Block& block, const wire::BlockOutcome& claimed) {
  const auto verdicts = verdictsOn(block);
  return apply(block, {verdicts.data(), block.batchCount()}, claimed);
}

Judgement Auditor::apply(const wire::Block& block, std::span<const bool> verdicts,
                         std::span<const wire::BatchResult> claimed) {
  std::vector<Claimed> claims;
  for (const auto& each : claimed) claims.push_back(&each);
  return judge(block, verdicts, claims);
}

Judgement Auditor::apply(const wire::Block& block, std::span<const wire::BatchResult> claimed) {
  const auto verdicts = verdictsOn(block);
  return apply(block, {verdicts.data(), block.batchCount()}, claimed);
}

Judgement Auditor::applyKnown(const wire::Block& block,
                              std::span<const std::optional<wire::BatchResult>> known) {
  const auto verdicts = verdictsOn(block);
  std::vector<Claimed> claims;
  for (const auto& each : known) claims.push_back(each ? &*each : nullptr);
  return judge(block, {verdicts.data(), block.batchCount()}, claims);
}

Judgement Auditor::judge(const wire::Block& block, std::span<const bool> verdicts,
                         std::span<const Claimed> claimed) {
  AG_ASSERT(verdicts.size() == block.batchCount());
  Judgement out;
  const wire::BlockHeader& header = block.header();
  const auto object = [&](std::string words) {
    out.objections.push_back({header.height, std::nullopt, std::nullopt, std::move(words)});
  };
  if (header.height != height_.next()) object("it follows height " + number(height_.value));
  if (header.previous != previous_) object("it does not name the hash of the block before");
  if (header.time <= time_) object("its time is not after that of the block before");
  if (header.genesis != model_->genesisDigest) object("it belongs to another cluster");
  if (header.lane != model_->lane) object("it belongs to another lane");
  const Protocol newest = model_->newestAt(header.height);
  if (header.protocol < model_->inForce) object("its protocol version is older than the one in force");
  if (header.protocol > newest) object("its protocol version was not activated for its height");
  // Whatever it names, it is executed by what may be.
  model_->inForce = std::clamp(header.protocol, model_->inForce, newest);
  height_ = header.height;
  previous_ = block.hash();
  time_ = header.time;
  const std::vector<Claimed> none(block.batchCount(), nullptr);
  if (claimed.size() != block.batchCount()) {
    object("it has " + number(block.batchCount()) + " batches and " + number(claimed.size()) + " results");
    claimed = none;
  }

  for (std::size_t at = 0; at < block.batchCount(); ++at) {
    const wire::BatchHeader& batch = block.batch(at);
    const Claimed claim = claimed[at];
    wire::BatchResult result;
    result.count = batch.count;
    Sessions* known = nullptr;
    if (const auto found = model_->sessions.find(batch.author); found != model_->sessions.end())
      (known = &found->second)->closeUnused(header.time, model_->policy.sessionIdle);
    const ExpectedOfBatch expected =
        expectedOfBatch(*model_, batch, block.batchBody(at), verdicts[at], header.time);
    const ReasonCode code = expected.answer(
        claim == nullptr ? std::nullopt : std::optional(static_cast<ReasonCode>(claim->batchCode)));
    result.batchCode = static_cast<std::uint16_t>(code);
    if (expected.counts) {
      if (known == nullptr) known = &model_->sessions[batch.author];
      known->count(batch.session, batch.request, header.time, model_->policy.sessionsMost);
    }
    if (code == ReasonCode::kDone) {
      const bool first =
          executed_.emplace(RequestId{batch.author, batch.session, batch.request}, Place{header.height, at})
              .second;
      AG_ASSERT(first);
      BatchRun run(
          *model_,
          {*model_->identityOf(batch.author), batch.author, header.time, model_->inForce, header.height},
          static_cast<std::uint16_t>(at), claim != nullptr && claim->batchCode == 0 ? claim : nullptr);
      if (batch.kind == wire::BatchKind::kTransfers)
        run.transfers(batch.count, block.batchBody(at));
      else
        run.commands(batch.count, block.batchBody(at));
      result.failures = std::move(run.failures);
      out.events.insert(out.events.end(), run.events.begin(), run.events.end());
    }
    if (claim != nullptr && *claim != result)
      out.objections.push_back(differing(header.height, at, result, *claim));
    out.expected.push_back(std::move(result));
  }
  return out;
}

std::vector<Objection> Auditor::compareAccounts(std::span<const wire::AccountRow> rows) const {
  std::vector<Objection> out;
  const auto object = [&](std::string words) {
    out.push_back({height_, std::nullopt, std::nullopt, std::move(words)});
  };
  if (rows.size() != model_->accounts.size())
    object("there are " + number(rows.size()) + " accounts, not " + number(model_->accounts.size()));
  std::map<std::uint32_t, U128> sums;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const wire::AccountRow& row = rows[at];
    const std::string name = "account " + number(at + 1);
    sums[row.token] += row.balance;
    if (row.held > row.balance)
      object(name + " holds " + aurigraph::toText(row.held) + " of a balance of " +
             aurigraph::toText(row.balance));
    const auto mine = model_->accounts.find(at + 1);
    if (mine == model_->accounts.end()) continue;
    const Account& account = mine->second;
    if (row.holder != account.holder.value || row.token != account.token.value)
      object(name + " is of another holder or token");
    if (row.balance != account.balance || row.held != account.held)
      object(name + " has balance " + aurigraph::toText(row.balance) + " and held " +
             aurigraph::toText(row.held) + ", not " + aurigraph::toText(account.balance) + " and " +
             aurigraph::toText(account.held));
  }
  for (const auto& [id, token] : model_->tokens) {
    const U128 sum = sums[id.value];
    if (sum != token.minted)
      object("of token " + number(id.value) + " there is " + aurigraph::toText(sum) + ", minted was " +
             aurigraph::toText(token.minted));
    sums.erase(id.value);
  }
  for (const auto& [token, sum] : sums) object("token " + number(token) + " was never minted");
  return out;
}

Height Auditor::height() const {
  return height_;
}

std::optional<Auditor::Place> Auditor::executed(const RequestId& request) const {
  const auto found = executed_.find(request);
  return found == executed_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<U128> Auditor::balance(IdentityId holder, TokenId token) const {
  const auto slot = model_->slotOf(holder, token);
  return slot ? std::optional(model_->accounts.at(*slot).balance) : std::nullopt;
}

}  // namespace aurigraph::audit
