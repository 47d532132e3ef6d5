#pragma once

#include <any>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "core/consensus/core.h"
#include "core/wire/genesis.h"
#include "nodes/log/log.h"
#include "nodes/replica/durability.h"
#include "nodes/replica/execution.h"
#include "nodes/replica/ordering.h"
#include "nodes/replica/readiness.h"
#include "nodes/replica/replica.h"
#include "nodes/replica/sealing.h"
#include "nodes/runtime/actor.h"

namespace aurigraph::replica {

struct ReplicaOptions {
  NodeId self;  ///< A validator or business node of the genesis; anybody else is a programming error.
  wire::Genesis genesis;
  Lane lane;
  ledger::Limits ledger;
  /// Another state machine than the ledger; empty in the product.
  std::function<std::unique_ptr<StateMachine>()> machine;
  consensus::Limits consensus;
  OrderingLimits ordering;
  ExecutionLimits execution;
  log::LogOptions log;  ///< node, genesis, lane and durable are filled in here.
  std::vector<runtime::ActorId> listeners;
  std::size_t heldBatches = 256;                         ///< Submitted and not yet ordered or forwarded …
  std::size_t heldBytes = std::size_t{8} * 1024 * 1024;  ///< … and their bodies together.
};

/// Places where the simulator makes the replica misbehave on purpose; its checks must notice.
inline constexpr FaultId kFaultSendBeforeDurable{16};
inline constexpr FaultId kFaultExecuteUndecided{17};
inline constexpr FaultId kFaultApplyBeforeVerdict{18};  ///< A batch is executed as if its signature held.
inline constexpr FaultId kFaultExecuteReplaced{20};     ///< A block read before it was replaced is executed.
inline constexpr FaultId kFaultOrderTooEarly{19};       ///< … before the ledger shows what the log holds.

// A validator with an empty folder has forgotten its votes and what it acknowledged: two of its words for one
// term may elect two leaders, and a majority may lack a decided block. A learner has promised nothing.
inline constexpr const char* kReplaceValidator =
    "Keep its data folder. Let a new node take its place; a validator must never come back empty under its "
    "name.";
inline constexpr const char* kStartEmpty =
    "Keep its data folder and start it again with an empty one; it fetches the history from its peers.";

/// One lane's replica: consensus::Core, the write-ahead log and the ledger behind runtime's seams
/// (DESIGN §3). A validator votes and makes durable; a business node is a learner: it receives, executes
/// and never syncs. Which one it is stands in the genesis.
///
/// Takes the letters of replica.h and sends BlockApplied, CertificateFormed, LeaderChanged and
/// ReadinessChanged to its listeners. After a restart it executes its log again from height 1: there are no
/// snapshots yet. StopNode codes: those of the log and of Ledger::fromGenesis, replica.diverged,
/// replica.no_snapshot.
class Replica final : public runtime::Actor {
 public:
  Replica(ReplicaOptions options, runtime::Surroundings& surroundings, Faults faults = {});

  void step(const runtime::Event& event, runtime::Out& out) override;

  // What the simulator's checks look at between turns. Null until it is there.
  [[nodiscard]] const consensus::Core* core() const { return core_ ? &*core_ : nullptr; }
  [[nodiscard]] const Execution* execution() const { return execution_ ? &*execution_ : nullptr; }
  [[nodiscard]] const log::Log& log() const { return log_; }

 private:
  using Out = runtime::Out;

  struct Held {
    wire::BatchHeader header;
    ByteView body;
    std::shared_ptr<const void> keep;
    bool forwarded = false;  ///< Came from a peer: it is not sent on a second time.
    BufferRef packed = {};   ///< If the batch stands in a buffer as it travels.
  };

  // replica_events.cpp: what comes in
  void on(const runtime::Started&, Out& out);
  void on(const runtime::Fired& event, Out& out);
  void on(const runtime::IoDone& event, Out& out);
  void on(const runtime::FrameReceived& event, Out& out);
  void on(const runtime::PeerUp& event, Out& out);
  void on(const runtime::PeerDown& event, Out& out);
  void on(const runtime::Verified& event, Out& out);
  void on(const runtime::Signed& event, Out& out);
  void on(const runtime::Delivered& event, Out& out);
  void on(const runtime::Continue&, Out&) { continueAsked_ = false; }  ///< step() goes on by itself
  void onMessage(consensus::Message message, Out& out);
  void onForward(const runtime::FrameReceived& event);
  [[nodiscard]] bool hasRoomFor(const wire::BatchHeader& header) const;
  void submit(const SubmitBatch& letter, const runtime::Letter& keep);
  [[nodiscard]] ReplicaStatus status() const;

  // replica_consensus.cpp: between core, log and network
  void drive(consensus::Event event, Out& out);
  void carryOut(consensus::Effects effects, Out& out);
  void persist(consensus::Effects& effects, Out& out);
  void drainLog(Out& out);
  void onLog(const log::Opened& answer, Out& out);
  void onLog(const log::Durable& answer, Out& out);
  void onLog(const log::HardStateDurable& answer, Out& out);
  void onLog(const log::BlocksRead& answer, Out& out);
  void onLog(const log::Failed& answer, Out& out);
  void releaseDurable(Out& out);
  void startCore(Out& out);
  void send(const consensus::Envelope& envelope, Out& out);
  void sendToAll(const consensus::MessageBody& body, Out& out);
  void stop(Error why, Out& out);

  // replica_work.cpp: ordering, execution, sealing
  void work(Out& out);
  void orderHeld(Out& out);
  void forward(const Held& held, NodeId leader, Out& out);
  void propose(Out& out);
  void proposeBlock(const consensus::Slot& slot, bool withBatches, Out& out);
  void expect(const wire::Block& block, Out& out);
  void feedExecution(Out& out);
  void feedWhatWasRead(Out& out);
  void execute(Out& out);
  void passOnFinal(Out& out);
  void ownSeal(const wire::Seal& seal, Out& out);
  void certified(Sealing::News news, Out& out);
  void answerReads();
  void lookWhetherReady(Out& out);
  void tellListeners(std::any letter, Out& out);
  [[nodiscard]] bool leads() const;
  [[nodiscard]] bool mayOrder() const;

  struct ForExecution {};
  struct ForPeer {
    NodeId peer;
  };
  struct ForStart {};
  struct ForLetter {
    std::function<void(std::vector<wire::Block>)> answer;
  };
  using ReadPurpose = std::variant<ForExecution, ForPeer, ForStart, ForLetter>;
  [[nodiscard]] std::vector<wire::Block> decidedOnes(const std::vector<wire::Block>& blocks) const;
  void readLog(Height from, log::ReadBound atMost, ReadPurpose purpose, Out& out);

  ReplicaOptions options_;
  Digest genesis_;
  consensus::VoterHistory voters_;
  bool votes_ = false;
  runtime::Surroundings& surroundings_;
  Faults faults_;

  log::Log log_;
  DurabilityGate gate_;
  std::optional<log::Opened> opened_;
  std::optional<consensus::Core> core_;
  std::deque<consensus::Event> events_;
  bool driving_ = false;
  bool stopped_ = false;

  Ordering ordering_;
  std::optional<Execution> execution_;
  Sealing sealing_;
  Readiness readiness_;
  std::deque<Held> held_;
  std::size_t heldBytes_ = 0;
  std::deque<std::function<void(const ledger::Ledger&)>> reads_;
  Height electionBlock_;  ///< Of the term we lead.
  std::map<std::uint64_t, ReadPurpose> logReads_;
  std::uint64_t nextRead_ = 1;
  bool executionReads_ = false;
  Tick executionReadsFrom_;     ///< Not before this: the last time the pool had no buffer.
  bool continueAsked_ = false;  ///< Once is enough: every turn more would stand before the next heartbeat.

  std::uint64_t framesRefused_ = 0;
  std::uint64_t blocksFromTheFuture_ = 0;
  std::uint64_t batchesDropped_ = 0;
};

}  // namespace aurigraph::replica
