#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/types.h"
#include "core/wire/batch.h"
#include "nodes/business/author_view.h"
#include "nodes/business/awaiting_final.h"
#include "nodes/business/business.h"
#include "nodes/business/held_blocks.h"
#include "nodes/runtime/actor.h"

namespace aurigraph::business {

struct BusinessOptions {
  Digest genesis;
  Lane lane;
  std::size_t maxPending = 1'024;  ///< Batches under way, not yet executed here; then node.busy.
  std::size_t maxPendingBytes = std::size_t{64} * 1024 * 1024;
  /// Callers who wait for a certificate, apart from that: certificates trail the commit and never hold it
  /// back (DESIGN §3). Beyond these bounds the oldest are told that finality is not known yet. Half a minute
  /// of single operations at 2,000/s; memory, for a batch may name 8,190 failures.
  std::size_t maxAwaitingFinal = 65'536;
  std::size_t maxAwaitingFinalBytes = std::size_t{32} * 1024 * 1024;
  std::size_t maxWaiters = 16;                            ///< Callers that wait for one and the same batch.
  std::size_t heldBytes = std::size_t{32} * 1024 * 1024;  ///< Recent blocks for late listeners.
  std::uint64_t sweepTicks = 10;                          ///< How often resends and deadlines are looked at.
  std::uint64_t resendTicks = 50;                         ///< First resend; doubles up to …
  std::uint64_t maxResendTicks = 400;
  std::uint64_t gapTicks = 1'500;       ///< How long a gap is waited for: less than a gateway waits for us.
  std::uint64_t noLeaderTicks = 1'000;  ///< How long a cluster may be without a leader.
};

// ---- messages to the actor, from its front and from itself ----

struct UseReplica {
  runtime::ActorId replica;
};
struct Submit {
  Bytes batch;       ///< header ‖ body, unless …
  BufferRef packed;  ///< … they came in a buffer.
  BusinessService::Answer committed;
  BusinessService::Answer final;
};
struct Listen {
  BusinessService::Listener listener;
};
/// To the replica, as soon as there is one.
struct PassOn {
  runtime::Message message;
};
/// What the ledger said about the author of this batch.
struct LedgerSaid {
  Digest batch;
  AuthorView view;
};
/// The block in which a batch of long ago stands.
struct BlockFound {
  BatchOutcome outcome;
  std::vector<wire::Block> blocks;
};

/// Admission and answers of a business node (DESIGN §1, "The way of one record"; R-LED-6).
///
/// A batch is asked about on the ledger (author, session, done before?), then its signature and body root
/// are verified on the crypto pool, then it goes to the replica beside us, which sends it to the leader.
/// Nobody promises that it arrives: it is repeated with back-off until it is applied or its time is over. A
/// session's requests go out in order and without a gap; what comes after a gap waits here.
class BusinessActor final : public runtime::Actor {
 public:
  /// Puts a message into this actor's own mailbox, from the replica's turn.
  using PostToSelf = std::function<void(runtime::Message)>;

  BusinessActor(BusinessOptions options, runtime::Environment& environment, AskLedger askLedger,
                PostToSelf postToSelf);

  void step(const runtime::Event& event, runtime::Out& out) override;

 private:
  using Out = runtime::Out;
  enum class Stage : std::uint8_t { kAsking, kVerifying, kWaiting, kSent };
  struct Pending {
    wire::BatchHeader header;
    runtime::Message message;  ///< SubmitBatch: the same for every resend.
    BufferRef packed;          ///< The batch, if it came in a buffer.
    std::size_t sizeBytes = 0;
    std::vector<Waiter> waiters;
    Stage stage = Stage::kAsking;
    Tick since;  ///< Of this stage.
    Tick resendAt;
    std::uint64_t resendTicks = 0;
  };
  using SessionKey = std::pair<PublicKey, SessionNumber>;
  /// Kept as long as a batch of it is here, so that what is executed meanwhile is not forgotten.
  struct Session {
    RequestNumber last;         ///< Executed, or refused in its place, as the ledger says.
    std::size_t verifying = 0;  ///< Batches that may get a place.
    std::map<RequestNumber, Digest> waiting;
  };
  void onMessage(const std::any& message, Out& out);
  void on(const Submit& message, Out& out);
  void on(const Listen& message);
  void on(const LedgerSaid& said, Out& out);
  void on(const BlockFound& found);
  void on(const runtime::Verified& verified, Out& out);
  void on(const replica::BlockApplied& applied, Out& out);
  void on(const replica::CertificateFormed& formed);
  void on(const replica::LeaderChanged& changed, Out& out);
  void on(const replica::ReadinessChanged& changed);
  void on(const replica::InvariantBroken& broken);
  void sweep(Out& out);

  [[nodiscard]] Status admissible(const wire::BatchHeader& header);
  [[nodiscard]] static Status mayCome(RequestNumber request, RequestNumber last);
  [[nodiscard]] Status place(Pending& pending, const Digest& digest);
  [[nodiscard]] std::size_t unopened(const PublicKey& author) const;
  void sendRun(const SessionKey& session, Out& out);
  void sendRuns(Out& out);
  void send(Pending& pending, Out& out);
  void ask(const wire::BatchHeader& header, const Digest& digest, Out& out);
  void passOn(runtime::Message message, Out& out);
  void alreadyDone(const Digest& digest, const ledger::SessionRow::Kept& cached, Out& out);
  void refuse(const Digest& digest, const Error& why);
  std::optional<Pending> take(const Digest& digest);
  [[nodiscard]] Error gapBefore(const wire::BatchHeader& header) const;
  void executed(const wire::BatchHeader& header, Out& out);

  BusinessOptions options_;
  runtime::Environment& environment_;
  AskLedger askLedger_;
  PostToSelf postToSelf_;

  std::optional<runtime::ActorId> replica_;
  std::deque<runtime::Message> forReplica_;  ///< Until there is one.
  std::map<Digest, Pending> pending_;
  std::size_t pendingBytes_ = 0;
  std::map<SessionKey, Session> sessions_;  ///< Of batches that are verified, or just about to be.
  std::map<std::uint64_t, Digest> verifying_;
  std::uint64_t nextToken_ = 1;

  AwaitingFinal awaitingFinal_;
  Height applied_;  ///< Of the newest block heard of.
  HeldBlocks held_;
  /// Not ready: the ledger beside us may lack what the cluster has. It proves presence, not absence, and
  /// who it does not know is not turned away for good.
  replica::ReadinessChanged readiness_;
  std::optional<replica::InvariantBroken> broken_;
  replica::LeaderChanged leader_;
  Tick leaderSince_;
  std::vector<BusinessService::Listener> listeners_;
};

}  // namespace aurigraph::business
