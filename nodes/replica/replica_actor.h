#pragma once

#include <any>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/wire/genesis.h"
#include "nodes/replica/admission_queue.h"
#include "nodes/replica/consensus_driver.h"
#include "nodes/replica/executor.h"
#include "nodes/replica/readiness.h"
#include "nodes/replica/replica.h"
#include "nodes/replica/sealing.h"
#include "nodes/runtime/actor.h"

namespace aurigraph::replica {

struct ReplicaOptions {
  NodeId self;  ///< A validator or business node of the genesis; anybody else is a programming error.
  wire::Genesis genesis;
  wire::StateSecret stateSecret;  ///< The genesis's; not looked at where `machine` is given.
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

/// One lane's replica: consensus::Core, the write-ahead log and the ledger behind runtime's seams
/// (DESIGN §3). A validator votes and makes durable; a business node is a learner: it receives, executes
/// and never syncs. Which one it is stands in the genesis.
///
/// A turn hands its event to whom it concerns, then steps the three parts in this order: the driver (what is
/// decided and durable), the executor (what that does to the ledger), the queue (what is to be decided next).
///
/// Takes the messages of replica.h and sends BlockApplied, CertificateFormed, LeaderChanged and
/// ReadinessChanged to its listeners. After a restart it executes its log again from height 1: there are no
/// snapshots yet. StopNode codes: those of the log and of Ledger::fromGenesis, replica.diverged,
/// replica.no_snapshot, replica.needs_version.
class Replica final : public runtime::Actor {
 public:
  Replica(ReplicaOptions options, runtime::Environment& environment, Faults faults = {});

  void step(const runtime::Event& event, runtime::Out& out) override;

  // What the simulator's checks look at between turns. Null until it is there.
  [[nodiscard]] const consensus::Core* core() const { return driver_.core(); }
  [[nodiscard]] const Execution* execution() const { return executor_ ? &executor_->execution() : nullptr; }
  [[nodiscard]] const log::Log& log() const { return driver_.log(); }

 private:
  using Out = runtime::Out;

  // replica_actor.cpp: what comes in
  void on(const runtime::Started&, Out& out);
  void on(const runtime::Fired& event, Out& out);
  void on(const runtime::IoDone& event, Out& out) { driver_.onIo(event, out); }
  void on(const runtime::FrameReceived& event, Out& out);
  void on(const runtime::PeerUp& event, Out& out);
  void on(const runtime::PeerDown& event, Out& out);
  void on(const runtime::Verified& event, Out& out);
  void on(const runtime::Signed& event, Out& out);
  void on(const runtime::Delivered& event, Out& out);
  void on(const runtime::Continue&, Out&) { continueAsked_ = false; }  ///< step() goes on by itself
  void onMessage(consensus::Message message, Out& out);
  [[nodiscard]] ReplicaStatus status() const;

  // replica_actor.cpp: a turn's work
  void work(Out& out);
  void execute(Out& out);
  void lookWhetherReady(Out& out);
  void tellInvariants(Out& out);

  // what the driver's run means
  void hearDriver(Out& out);
  void on(const Appended& news, Out& out) { executor_->on(news, out); }
  void on(const Truncated& news, Out&) { executor_->on(news); }
  void on(ReadForExecution& news, Out& out) { executor_->on(std::move(news), out); }
  void on(const SealDue& news, Out& out);
  void on(const CertificateLacked& news, Out& out);
  void on(const consensus::Leadership& news, Out& out);
  void on(DriverFailed& news, Out& out) { stop(std::move(news.why), out); }

  // replica_seals.cpp
  void ownSeal(const wire::Seal& seal, Out& out);
  void certified(Sealing::News news, Out& out);
  void passOnFinal(Out& out);

  void tellListeners(std::any message, Out& out);
  void stop(Error why, Out& out);
  [[nodiscard]] Error needsVersion(Protocol protocol) const;

  ReplicaOptions options_;
  Digest genesis_;
  consensus::VoterHistory voters_;
  runtime::Environment& environment_;
  Faults faults_;

  ConsensusDriver driver_;
  std::optional<Executor> executor_;
  AdmissionQueue queue_;
  Sealing sealing_;
  Readiness readiness_;
  bool stopped_ = false;
  bool invariantTold_ = false;
  bool continueAsked_ = false;  ///< Once is enough: every turn more would stand before the next heartbeat.
  std::uint64_t framesRefused_ = 0;
};

}  // namespace aurigraph::replica
