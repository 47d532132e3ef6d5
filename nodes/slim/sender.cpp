#include "nodes/slim/sender.h"

#include <algorithm>

#include "core/crypto/sha256.h"
#include "core/ledger/reason.h"
#include "core/wire/batch.h"

namespace aurigraph::slim {
namespace {

constexpr std::size_t kMostRemembered = 4'096;

bool isCode(std::string_view code, ledger::ReasonCode wanted) {
  return code == ledger::describe(wanted).code;
}

/// What must pass (a pause, an hour) before the ledger takes a record of this source; kDone: nothing of the
/// kind.
ledger::ReasonCode whyItsSourceRests(std::string_view code) {
  for (const auto why : {ledger::ReasonCode::kSourcePaused, ledger::ReasonCode::kSourceBudget})
    if (isCode(code, why)) return why;
  return ledger::ReasonCode::kDone;
}

/// What the ledger's refusal means for one item of the queue.
ItemOutcome outcomeOf(const client::Refusal* failure) {
  if (failure == nullptr) return {ItemState::kApplied, {}};
  // It is there already: an earlier batch of ours brought it.
  if (isCode(failure->code, ledger::ReasonCode::kRecordDuplicate)) return {ItemState::kApplied, {}};
  // Our clock runs before the ledger's: true a little later.
  if (isCode(failure->code, ledger::ReasonCode::kClockAhead)) return {ItemState::kQueued, {}};
  if (whyItsSourceRests(failure->code) != ledger::ReasonCode::kDone) return {ItemState::kQueued, {}};
  return {ItemState::kDead, failure->code + ": " + failure->message};
}

/// The answer will never be another for these bytes: they were not and will not be executed.
bool isFinalRefusal(std::string_view code) {
  return code.starts_with("session.") || code == "batch.unknown_author" || code == "batch.other_cluster" ||
         code == "batch.bad_signature" || code == "batch.bad_body_root" || code == "batch.key_ended";
}

}  // namespace

Sender::Sender(const SlimConfig& config, SlimStore& store, evidence::EvidenceStore& evidence,
               LedgerPort& ledger, SourceBook& sources, SlimCounters& counters,
               std::function<Nanoseconds()> now)
    : config_(config),
      store_(store),
      evidence_(evidence),
      ledger_(ledger),
      sources_(sources),
      counters_(counters),
      now_(std::move(now)) {}

Result<bool> Sender::step() {
  const auto pending = store_.pending();
  if (!pending) return propagate(pending);
  if (*pending) return sendPending(**pending);
  return makeBatch();
}

Result<bool> Sender::sendPending(const PendingBatch& batch) {
  const auto reply = ledger_.submit(batch.bytes);
  if (reply) {
    if (const auto done = answered(batch, *reply); !done) return propagate(done);
    // What waits for its source holds up nobody, and is no trouble of ours.
    const bool again = reply->refused ||
                       std::any_of(reply->failures.begin(), reply->failures.end(), [](const auto& failure) {
                         return outcomeOf(&failure).state == ItemState::kQueued &&
                                whyItsSourceRests(failure.code) == ledger::ReasonCode::kDone;
                       });
    if (!again) return true;
    return fail("slim.again_later",
                "The ledger did not take everything: " +
                    (reply->refused ? reply->refused->code : reply->failures.front().code) + ".",
                "It is sent again by itself.");
  }
  const bool late = now_().value > batch.validUntil.value + kLateNanos;
  if (!isFinalRefusal(reply.error().code) && !(late && reply.error().code == "batch.expired"))
    return propagate(reply);
  // Refused without execution, unless an earlier sending of the same bytes was executed meanwhile.
  const auto theirs = ledger_.sessions(config_.key.publicKey());
  if (!theirs) return propagate(theirs);
  const auto open = theirs->open.find(batch.session);
  if (open != theirs->open.end() && open->second >= batch.request && !late) return propagate(reply);
  if (const auto done = giveBack(batch); !done) return propagate(done);
  return propagate(reply);
}

Status Sender::answered(const PendingBatch& batch, const client::BatchReply& reply) {
  if (reply.refused) return giveBack(batch);
  std::vector<const client::Refusal*> failures(batch.items.size() + batch.anchors.size(), nullptr);
  for (const client::Refusal& failure : reply.failures)
    if (failure.index < failures.size()) failures[failure.index] = &failure;
  std::vector<ItemOutcome> outcomes;
  for (std::size_t i = 0; i < failures.size(); ++i) {
    outcomes.push_back(outcomeOf(failures[i]));
    const bool isRecord = i < batch.items.size();
    if (outcomes.back().state == ItemState::kApplied) ++(isRecord ? counters_.applied : counters_.anchors);
    if (outcomes.back().state == ItemState::kDead) ++counters_.dead;
    const auto why =
        failures[i] == nullptr ? ledger::ReasonCode::kDone : whyItsSourceRests(failures[i]->code);
    if (!isRecord || why == ledger::ReasonCode::kDone) continue;
    const auto source = store_.sourceOf(batch.items[i]);
    if (!source) return propagate(source);
    sources_.refused(*source, why);
  }
  return store_.closePending(outcomes, reply.height, true);
}

/// Nothing of it was executed: its items wait again, and the session is asked for anew.
Status Sender::giveBack(const PendingBatch& batch) {
  sessionKnown_ = false;
  const std::vector<ItemOutcome> again(batch.items.size() + batch.anchors.size(), {ItemState::kQueued, {}});
  return store_.closePending(again, Height(0), false);
}

Status Sender::alignSession() {
  if (sessionKnown_) return {};
  const auto theirs = ledger_.sessions(config_.key.publicKey());
  if (!theirs) return propagate(theirs);
  auto ours = store_.session();
  if (!ours) return propagate(ours);
  if (const auto open = theirs->open.find(ours->session); open != theirs->open.end())
    ours->last = open->second;
  else  // new here, never used, or closed
    *ours = {std::max(ours->session, theirs->highest).next(), RequestNumber(0)};
  if (auto done = store_.setSession(*ours); !done) return done;
  sessionKnown_ = true;
  return {};
}

/// What is too old for anything expires, also while its source rests.
Result<std::vector<QueueItem>> Sender::fitToGo() {
  const auto expired = store_.expire(now_());
  if (!expired) return propagate(expired);
  counters_.expired += *expired;
  return store_.nextQueued(kMostItems, sources_.resting());
}

Result<bool> Sender::makeBatch() {
  auto items = fitToGo();
  if (!items) return propagate(items);
  const auto anchors = store_.queuedAnchors(kMostAnchors);
  if (!anchors) return propagate(anchors);
  if (items->empty() && anchors->empty()) return false;

  std::vector<wire::Command> commands;
  PendingBatch batch;
  std::size_t bytes = 0;
  std::optional<Error> hindered;
  std::set<std::string> waiting;  // assets whose earlier item could not go: their later ones stay behind it
  const auto add = [&](const wire::AnyCommand& command) {
    commands.push_back({static_cast<std::uint16_t>(wire::kindOf(command)), wire::encodePayload(command)});
    bytes += commands.back().payload.size() + 8;
  };
  for (QueueItem& item : *items) {
    if (bytes + item.record.size() + 256 > kMostBatchBytes && !commands.empty()) break;
    if (waiting.contains(item.assetKey)) continue;
    if (const auto copied = copyEvidence(item); !copied) {
      hindered = copied.error();
      waiting.insert(item.assetKey);
      continue;
    }
    const std::uint8_t copies = config_.evidenceOnSecondNode ? 2 : 1;
    add(wire::SubmitRecord{std::move(item.record), copies});
    batch.items.push_back(item.sequence);
  }
  for (const AnchorItem& anchor : *anchors) {
    add(wire::Anchor{anchor.from, anchor.to, anchor.leafCount, anchor.root});
    batch.anchors.push_back(anchor.id);
  }
  if (commands.empty()) return tl::unexpected<Error>(*hindered);

  if (const auto aligned = alignSession(); !aligned) return propagate(aligned);
  const auto session = store_.session();
  if (!session) return propagate(session);
  batch.session = session->session;
  batch.request = session->last.next();
  batch.validUntil = Nanoseconds(now_().value + kValidNanos);
  batch.bytes = wire::signCommands(
      {config_.genesis, config_.lane, batch.session, batch.request, batch.validUntil}, commands, config_.key);
  if (const auto stored = store_.setPending(batch); !stored) return propagate(stored);
  return sendPending(batch);
}

Status Sender::copyEvidence(const QueueItem& item) {
  if (!config_.evidenceOnSecondNode) return {};
  for (const Digest& digest : {item.rawDigest, crypto::sha256(item.record)})
    if (auto done = copyOne(digest); !done) return done;
  return {};
}

Status Sender::copyOne(const Digest& digest) {
  if (copied_.contains(digest)) return {};
  const auto bytes = evidence_.get(digest);
  if (!bytes) return propagate(bytes);
  if (auto done = ledger_.putEvidence(digest, *bytes); !done) return done;
  if (copied_.size() >= kMostRemembered) copied_.clear();
  copied_.insert(digest);
  return {};
}

}  // namespace aurigraph::slim
