#include "nodes/business/business_actor.h"

#include <algorithm>
#include <string>

#include "core/ledger/reason.h"
#include "core/wire/packed_batch.h"
#include "nodes/replica/replica.h"

namespace aurigraph::business {
namespace {

using runtime::Message;

constexpr runtime::Token kSweep{0};  // verifications count from 1
// Batches of one author in sessions that are not open yet: nobody holds a node's places with numbers alone.
constexpr std::size_t kMostUnopened = 64;
constexpr std::size_t kMaxForReplica = 256;        // readings asked for before there is a replica
constexpr Nanoseconds kApplyGrace{5'000'000'000};  // ordered in time, applied here a little later

template <class T>
Message messageOf(T content) {
  return std::make_shared<const std::any>(std::move(content));
}

Error error(std::string_view code, std::string message, std::string remedy) {
  return Error{code, std::move(message), std::move(remedy)};
}

void tell(const BusinessService::Answer& answer, const Result<BatchOutcome>& what) {
  if (answer) answer(what);
}

Error busy() {
  return error("node.busy", "This node has as many batches under way as it takes.",
               "Send it again in a moment, or to another business node.");
}

Error behind() {
  return error("node.recovering", "This node has just started and is still reading the ledger's history.",
               "Send it again in a moment, or to another business node.");
}

/// In the ledger's own words.
Error errorOf(ledger::ReasonCode code) {
  const auto words = ledger::describe(code);
  return error(words.code, std::string(words.message), std::string(words.remedy));
}

Error closed() {
  return errorOf(ledger::ReasonCode::kSessionClosed);
}

Error replayed() {
  return error("session.replayed",
               "A batch with this request number was executed before; nothing is done twice.",
               "Ask for your batch by its digest before you sign anything anew.");
}

}  // namespace

BusinessActor::BusinessActor(BusinessOptions options, runtime::Environment& environment, AskLedger askLedger,
                             PostToSelf postToSelf)
    : options_(options),
      environment_(environment),
      askLedger_(std::move(askLedger)),
      postToSelf_(std::move(postToSelf)),
      awaitingFinal_(options.maxAwaitingFinal, options.maxAwaitingFinalBytes),
      held_(options.heldBytes) {}

void BusinessActor::step(const runtime::Event& event, Out& out) {
  if (std::holds_alternative<runtime::Started>(event)) {
    leaderSince_ = environment_.tick();
    out.add(runtime::SetTimer{Tick(leaderSince_.value + options_.sweepTicks), kSweep});
  } else if (std::holds_alternative<runtime::Fired>(event)) {
    sweep(out);
    out.add(runtime::SetTimer{Tick(environment_.tick().value + options_.sweepTicks), kSweep});
  } else if (const auto* verified = std::get_if<runtime::Verified>(&event)) {
    on(*verified, out);
  } else if (const auto* delivered = std::get_if<runtime::Delivered>(&event)) {
    onMessage(*delivered->message, out);
  }
}

void BusinessActor::onMessage(const std::any& message, Out& out) {
  if (const auto* submit = std::any_cast<Submit>(&message)) return on(*submit, out);
  if (const auto* applied = std::any_cast<replica::BlockApplied>(&message)) return on(*applied, out);
  if (const auto* formed = std::any_cast<replica::CertificateFormed>(&message)) return on(*formed);
  if (const auto* changed = std::any_cast<replica::LeaderChanged>(&message)) return on(*changed, out);
  if (const auto* changed = std::any_cast<replica::ReadinessChanged>(&message)) return on(*changed);
  if (const auto* broken = std::any_cast<replica::InvariantBroken>(&message)) return on(*broken);
  if (const auto* said = std::any_cast<LedgerSaid>(&message)) return on(*said, out);
  if (const auto* found = std::any_cast<BlockFound>(&message)) return on(*found);
  if (const auto* listen = std::any_cast<Listen>(&message)) return on(*listen);
  if (const auto* pass = std::any_cast<PassOn>(&message)) return passOn(pass->message, out);
  if (const auto* use = std::any_cast<UseReplica>(&message)) {
    replica_ = use->replica;
    for (Message& waiting : forReplica_) out.add(runtime::SendMessage{*replica_, std::move(waiting)});
    forReplica_.clear();
  }
}

// ---- admission ----

Status BusinessActor::admissible(const wire::BatchHeader& header) {
  if (header.genesis != options_.genesis)
    return fail("batch.other_cluster", "The batch is signed for another cluster.",
                "Sign it with this cluster's genesis digest.");
  if (header.lane != options_.lane)
    return fail("batch.wrong_lane", "The batch is for lane " + std::to_string(header.lane.value) + ".",
                "Send it to a node of that lane.");
  if (header.kind == wire::BatchKind::kOpaque)
    return fail("batch.bad_kind", "Opaque batches are for benchmarks of the consensus alone.",
                "Send transfers or commands.");
  const Nanoseconds now = environment_.wallClock();
  if (header.validUntil <= now)
    return fail("batch.expired", "The batch's time was over before it came.",
                "Sign it again with a later end, and check your clock.");
  if (header.session.value > static_cast<std::uint64_t>(std::max<std::int64_t>(now.value, 0)) +
                                 static_cast<std::uint64_t>(limits::kLongestValidity))
    return fail("session.number_too_high", "The session's number lies more than an hour in the future.",
                "Take the time in microseconds as the number, or count from 1.");
  if (header.validUntil.value > now.value + limits::kLongestValidity)
    return fail("batch.valid_too_long", "The batch would be valid for more than an hour from now.",
                "Sign it again with an earlier end, and check your clock.");
  return {};
}

void BusinessActor::on(const Submit& message, Out& out) {
  const auto answer = [&](const Error& why) {
    tell(message.committed, tl::unexpected<Error>(why));
    tell(message.final, tl::unexpected<Error>(why));
  };
  const bool packed = static_cast<bool>(message.packed);
  const auto header =
      packed ? Result<wire::BatchHeader>(wire::headerOf(message.packed)) : wire::parseBatch(message.batch);
  if (!header) return answer(header.error());
  const std::size_t sizeBytes = sizeof(wire::BatchHeader) + header->bodySize;
  const Digest digest = header->digest();
  if (const auto known = pending_.find(digest); known != pending_.end()) {
    if (known->second.waiters.size() >= options_.maxWaiters) return answer(busy());
    known->second.waiters.push_back({message.committed, message.final});
    return;
  }
  if (const Status status = admissible(*header); !status) {
    // Its time is over, but it may have been executed in time: a retry still gets the first answer.
    if (status.error().code != "batch.expired") return answer(status.error());
  }
  if (pending_.size() >= options_.maxPending || pendingBytes_ + sizeBytes > options_.maxPendingBytes)
    return answer(busy());
  Pending pending;
  pending.header = *header;
  pending.message = messageOf(replica::SubmitBatch{message.batch, message.packed});
  pending.packed = message.packed;
  pending.sizeBytes = sizeBytes;
  pending.waiters.push_back({message.committed, message.final});
  pending.since = environment_.tick();
  pendingBytes_ += pending.sizeBytes;
  pending_.emplace(digest, std::move(pending));
  ask(*header, digest, out);
}

void BusinessActor::ask(const wire::BatchHeader& header, const Digest& digest, Out& out) {
  passOn(askLedger_(header,
                    [digest, post = postToSelf_](AuthorView view) {
                      post(messageOf(LedgerSaid{digest, std::move(view)}));
                    }),
         out);
}

void BusinessActor::on(const LedgerSaid& said, Out& out) {
  const auto found = pending_.find(said.batch);
  if (found == pending_.end()) return;
  Pending& pending = found->second;
  const wire::BatchHeader& header = pending.header;
  if (said.view.cachedResult) return alreadyDone(said.batch, *said.view.cachedResult, out);
  if (pending.stage != Stage::kAsking) {  // long under way
    // What the ledger has executed and we have not heard of yet may hold it, and have closed its session.
    if (said.view.height > applied_) return;
    if (!said.view.next) return refuse(said.batch, closed());
    if (header.request < *said.view.next) refuse(said.batch, replayed());
    return;
  }
  if (const Status status = admissible(header); !status) return refuse(said.batch, status.error());
  if (!said.view.known && !readiness_.ready) return refuse(said.batch, behind());
  if (!said.view.known)
    return refuse(said.batch,
                  error("batch.unknown_author", "The batch's key belongs to nobody on the ledger.",
                        "Have the key registered, or sign with a registered one."));
  if (!said.view.next) return refuse(said.batch, closed());
  const RequestNumber last(said.view.next->value - 1);
  if (const Status status = mayCome(header.request, last); !status) {
    const bool mayFit = status.error().code == "session.gap_too_wide" && !readiness_.ready;
    return refuse(said.batch, mayFit ? behind() : status.error());
  }
  // Behind its session, as in a block: so whoever hears this knows that nothing of it was executed.
  if (said.view.keyEnded) return refuse(said.batch, errorOf(ledger::ReasonCode::kKeyEnded));

  BufferRef buffer = pending.packed;
  if (!buffer) {
    const std::size_t bodySize = header.bodySize;
    buffer = environment_.acquire(bodySize <= bodyCapacity(BufferClass::kSmall) ? BufferClass::kSmall
                                                                                : BufferClass::kBlock);
    if (!buffer) return refuse(said.batch, busy());
    const Bytes& batch = std::any_cast<const replica::SubmitBatch&>(*pending.message).batch;
    std::copy(batch.begin() + sizeof(wire::BatchHeader), batch.end(), buffer.bodySpace().begin());
    buffer.setBodySize(bodySize);
  }
  pending.stage = Stage::kVerifying;
  Session& session = sessions_[{header.author, header.session}];
  session.last = std::max(session.last, last);
  ++session.verifying;
  verifying_.emplace(nextToken_, said.batch);
  out.add(runtime::VerifyBatch{runtime::Token(nextToken_++), header, std::move(buffer), 0});
}

/// Whether a request may have a place in its session, in which `last` was executed.
Status BusinessActor::mayCome(RequestNumber request, RequestNumber last) {
  if (request <= last || request == RequestNumber()) return tl::unexpected<Error>(replayed());
  if (request.value - last.value > limits::kSessionWindow)
    return fail("session.gap_too_wide",
                "Request " + std::to_string(request.value) + " is more than " +
                    std::to_string(limits::kSessionWindow) + " ahead of the last one executed, " +
                    std::to_string(last.value) + ".",
                "Send the missing requests first.");
  return {};
}

/// Gives a batch its place among its session's requests. Only to what its author signed: who the author is
/// and which number comes next, everybody can know.
Status BusinessActor::place(Pending& pending, const Digest& digest) {
  const wire::BatchHeader& header = pending.header;
  Session& session = sessions_.at({header.author, header.session});
  if (header.request <= session.last) return tl::unexpected<Error>(replayed());
  if (session.last == RequestNumber() && unopened(header.author) >= kMostUnopened)
    return tl::unexpected<Error>(busy());
  if (!session.waiting.emplace(header.request, digest).second)
    return fail("session.request_taken", "Another batch with this request number is under way.",
                "Use each request number for one batch only.");
  --session.verifying;
  pending.stage = Stage::kWaiting;
  pending.since = environment_.tick();
  return {};
}

/// How many batches of the author wait in sessions in which nothing was executed yet.
std::size_t BusinessActor::unopened(const PublicKey& author) const {
  std::size_t count = 0;
  for (auto at = sessions_.lower_bound({author, SessionNumber()});
       at != sessions_.end() && at->first.first == author; ++at)
    if (at->second.last == RequestNumber()) count += at->second.waiting.size();
  return count;
}

void BusinessActor::on(const runtime::Verified& verified, Out& out) {
  const auto token = verifying_.find(verified.token.value);
  if (token == verifying_.end()) return;
  const Digest digest = token->second;
  verifying_.erase(token);
  const auto found = pending_.find(digest);
  if (found == pending_.end()) return;
  if (!verified.valid) {
    const bool root = verified.why == "batch.bad_body_root";
    return refuse(digest, error(verified.why.empty() ? "batch.bad_signature" : verified.why,
                                root ? "The batch's operations are not those its author signed."
                                     : "The batch's signature or its operations do not hold.",
                                "Sign again after the last change, with the key named in the batch."));
  }
  if (const Status status = place(found->second, digest); !status) return refuse(digest, status.error());
  sendRun({found->second.header.author, found->second.header.session}, out);
}

// ---- ordering ----

/// Sends what follows the executed requests without a gap: what is new, and again what is due. What came
/// to stand behind a gap, because one before it was refused, waits again.
void BusinessActor::sendRun(const SessionKey& session, Out& out) {
  const auto known = sessions_.find(session);
  if (known == sessions_.end()) return;
  const Tick now = environment_.tick();
  RequestNumber next = known->second.last.next();
  for (const auto& [request, digest] : known->second.waiting) {
    Pending& pending = pending_.at(digest);
    if (request != next) {
      if (pending.stage != Stage::kSent) continue;
      pending.stage = Stage::kWaiting;
      pending.since = now;
      continue;
    }
    next = next.next();
    if (pending.stage == Stage::kWaiting || pending.resendAt <= now) send(pending, out);
  }
}

void BusinessActor::sendRuns(Out& out) {
  for (const auto& [session, known] : sessions_) sendRun(session, out);
}

void BusinessActor::send(Pending& pending, Out& out) {
  const Tick now = environment_.tick();
  // Its session may have been closed meanwhile: then nobody orders it any more.
  if (pending.stage == Stage::kSent && pending.resendTicks == options_.maxResendTicks)
    ask(pending.header, pending.header.digest(), out);
  if (pending.stage != Stage::kSent) {
    pending.stage = Stage::kSent;
    pending.since = now;
    pending.resendTicks = options_.resendTicks;
  }
  pending.resendAt = Tick(now.value + pending.resendTicks);
  pending.resendTicks = std::min(pending.resendTicks * 2, options_.maxResendTicks);
  passOn(pending.message, out);
}

void BusinessActor::passOn(Message message, Out& out) {
  if (replica_)
    out.add(runtime::SendMessage{*replica_, std::move(message)});
  else if (forReplica_.size() < kMaxForReplica)
    forReplica_.push_back(std::move(message));
}

void BusinessActor::sweep(Out& out) {
  const Tick now = environment_.tick();
  const Nanoseconds clock = environment_.wallClock();
  const bool noLeader = leader_.leader == NodeId() && now.value - leaderSince_.value > options_.noLeaderTicks;
  std::vector<std::pair<Digest, Error>> over;
  for (const auto& [digest, pending] : pending_) {
    if (noLeader)
      over.emplace_back(digest, error("cluster.no_leader", "No validator leads the cluster at the moment.",
                                      "Send the very same batch again later: it is executed once at most."));
    else if (pending.header.validUntil.value < clock.value - kApplyGrace.value)
      over.emplace_back(digest, error("batch.expired", "The batch was not executed before its time was over.",
                                      "Sign it again with a later end."));
    else if (pending.stage == Stage::kWaiting && now.value - pending.since.value > options_.gapTicks)
      over.emplace_back(digest, gapBefore(pending.header));
  }
  for (const auto& [digest, why] : over) refuse(digest, why);
  sendRuns(out);
}

Error BusinessActor::gapBefore(const wire::BatchHeader& header) const {
  // The first that is neither executed nor here.
  RequestNumber missing(1);
  if (const auto known = sessions_.find({header.author, header.session}); known != sessions_.end()) {
    missing = known->second.last.next();
    while (missing < header.request && known->second.waiting.contains(missing)) missing = missing.next();
  }
  return error("session.gap",
               "Request " + std::to_string(header.request.value) + " waits for request " +
                   std::to_string(missing.value) + " of its session, which did not come.",
               "Send the missing request first, then this one again.");
}

void BusinessActor::on(const replica::LeaderChanged& changed, Out& out) {
  leader_ = changed;
  leaderSince_ = environment_.tick();
  for (const auto& listener : listeners_)
    if (listener.onLeader) listener.onLeader(changed);
  if (changed.leader == NodeId()) return;
  // What the former leader had not committed may be gone with it.
  for (auto& [digest, pending] : pending_) {
    pending.resendAt = leaderSince_;
    pending.resendTicks = options_.resendTicks;
  }
  sendRuns(out);
}

void BusinessActor::on(const replica::ReadinessChanged& changed) {
  readiness_ = changed;
  for (const auto& listener : listeners_)
    if (listener.onReadiness) listener.onReadiness(changed);
}

void BusinessActor::on(const replica::InvariantBroken& broken) {
  broken_ = broken;
  for (const auto& listener : listeners_)
    if (listener.onInvariantBroken) listener.onInvariantBroken(broken);
}

// ---- answers ----

void BusinessActor::on(const replica::BlockApplied& applied, Out& out) {
  applied_ = applied.block.header().height;
  held_.add(applied);
  const wire::Block& block = applied.block;
  for (std::size_t index = 0; index < block.batchCount(); ++index) {
    const wire::BatchHeader& header = block.batch(index);
    const Digest digest = header.digest();
    // A copy with another body under the same header: ours was checked, and is still to come.
    const auto code = static_cast<ledger::ReasonCode>(applied.outcome.results[index].batchCode);
    if (code == ledger::ReasonCode::kBadBodyRoot) continue;
    if (auto pending = take(digest))
      awaitingFinal_.executed({digest, block.header().height, static_cast<std::uint32_t>(index),
                               applied.outcome.results[index], false},
                              std::move(pending->waiters));
    if (ledger::usesRequestNumber(code)) executed(header, out);
  }
  for (const auto& listener : listeners_)
    if (listener.onBlock) listener.onBlock(applied);
}

/// The ledger went on in this session: what can never follow any more is refused, what now can is sent.
void BusinessActor::executed(const wire::BatchHeader& header, Out& out) {
  const SessionKey key(header.author, header.session);
  const auto known = sessions_.find(key);
  if (known == sessions_.end()) return;
  Session& session = known->second;
  session.last = std::max(session.last, header.request);
  // The ledger may have told of later ones already: their own blocks are about to come with their answers.
  std::vector<Digest> passed;
  for (const auto& [request, digest] : session.waiting)
    if (request <= header.request) passed.push_back(digest);
  for (const Digest& digest : passed)  // the last one may take `session` with it
    refuse(digest, replayed());
  sendRun(key, out);
}

void BusinessActor::alreadyDone(const Digest& digest, const ledger::SessionRow::Kept& cached, Out& out) {
  BatchOutcome outcome{digest, cached.height, 0, cached.result, false};
  if (const auto position = held_.positionOf(cached.height, digest)) {
    outcome.position = *position;
    awaitingFinal_.executed(std::move(outcome), std::move(take(digest)->waiters));
    return;
  }
  passOn(messageOf(replica::ReadBlocks{cached.height,
                                       [outcome, post = postToSelf_](std::vector<wire::Block> blocks) {
                                         post(messageOf(BlockFound{outcome, std::move(blocks)}));
                                       },
                                       1}),
         out);
}

void BusinessActor::on(const BlockFound& found) {
  const auto position =
      found.blocks.empty() ? std::nullopt : positionIn(found.blocks.front(), found.outcome.batch);
  if (!position) return refuse(found.outcome.batch, busy());  // the block is not at hand just now
  auto pending = take(found.outcome.batch);
  if (!pending) return;
  BatchOutcome outcome = found.outcome;
  outcome.position = *position;
  awaitingFinal_.executed(std::move(outcome), std::move(pending->waiters));
}

void BusinessActor::on(const replica::CertificateFormed& formed) {
  awaitingFinal_.certified(formed.certificate);
  for (const auto& listener : listeners_)
    if (listener.onCertificate) listener.onCertificate(formed.certificate);
}

void BusinessActor::refuse(const Digest& digest, const Error& why) {
  const auto pending = take(digest);
  if (!pending) return;
  for (const Waiter& waiter : pending->waiters) {
    tell(waiter.committed, tl::unexpected<Error>(why));
    tell(waiter.final, tl::unexpected<Error>(why));
  }
}

/// Forgets a batch everywhere and gives it to the caller.
std::optional<BusinessActor::Pending> BusinessActor::take(const Digest& digest) {
  const auto found = pending_.find(digest);
  if (found == pending_.end()) return {};
  Pending pending = std::move(found->second);
  pending_.erase(found);
  pendingBytes_ -= pending.sizeBytes;
  const auto session = sessions_.find({pending.header.author, pending.header.session});
  if (session != sessions_.end()) {
    auto& waiting = session->second.waiting;
    const auto at = waiting.find(pending.header.request);
    if (at != waiting.end() && at->second == digest) waiting.erase(at);
    if (pending.stage == Stage::kVerifying) --session->second.verifying;
    if (waiting.empty() && session->second.verifying == 0) sessions_.erase(session);
  }
  return pending;
}

void BusinessActor::on(const Listen& message) {
  const BusinessService::Listener& listener = message.listener;
  if (listener.onBlock)
    for (const replica::BlockApplied& applied : held_.all()) listener.onBlock(applied);
  if (const auto& certificate = awaitingFinal_.certificate(); listener.onCertificate && certificate)
    listener.onCertificate(*certificate);
  if (listener.onLeader && leader_.leader != NodeId()) listener.onLeader(leader_);
  if (listener.onReadiness) listener.onReadiness(readiness_);
  if (listener.onInvariantBroken && broken_) listener.onInvariantBroken(*broken_);
  listeners_.push_back(listener);
}

}  // namespace aurigraph::business
