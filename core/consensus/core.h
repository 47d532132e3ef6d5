#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/faults.h"
#include "core/consensus/config.h"
#include "core/consensus/effects.h"
#include "core/consensus/log_index.h"
#include "core/consensus/messages.h"
#include "core/consensus/progress.h"
#include "core/consensus/quorum.h"
#include "core/consensus/voter_clocks.h"
#include "core/consensus/voter_history.h"

namespace aurigraph::consensus {

enum class RoleKind : std::uint8_t { kFollower, kPreCandidate, kCandidate, kLeader, kLearner };

/// Where the leader's next block goes, and what its header must say.
struct Slot {
  Height height;
  Term term;
  Digest previous;
  Digest voterSet;
  wire::BlockKind kind = wire::BlockKind::kNormal;
  Nanoseconds time;   ///< Block time by the voters' clocks (voter_clocks.h), after its predecessor's.
  Protocol protocol;  ///< Never an older one than is in force, never one that is not activated.
};

/// Places where the simulator makes the core misbehave on purpose; its checks must notice.
inline constexpr FaultId kFaultVoteBeforeDurable{33};      ///< A vote leaves before it is on the disk.
inline constexpr FaultId kFaultAcknowledgeBeforeSync{34};  ///< Blocks are acknowledged when they came.
inline constexpr FaultId kFaultCountStaleAnswer{35};       ///< Answers of an earlier term count.
inline constexpr FaultId kFaultSealUnexecuted{37};         ///< A height is sealed before it is executed.
inline constexpr FaultId kFaultCommitOldTerm{38};          ///< Copies of an old term's block decide it.
inline constexpr FaultId kFaultVoteForOldLog{39};          ///< A candidate's log is not looked at.
inline constexpr FaultId kFaultVoteTwice{40};              ///< A vote already given is forgotten.
inline constexpr FaultId kFaultOwnClock{41};               ///< Block time is the leader's clock.
inline constexpr FaultId kFaultFastestClock{42};           ///< Block time is the fastest clock heard.
inline constexpr FaultId kFaultJudgeDecided{43};           ///< Decided blocks are judged by our clock too.
inline constexpr FaultId kFaultNameNextVersion{44};        ///< A leader's blocks are of the version after.

/// One lane's consensus at one node: Raft's rules with pre-vote, check-quorum, pipelining, learners,
/// leadership transfer and ReadIndex, plus the heights to seal (docs/consensus.md).
///
/// `step` is all there is: pure, deterministic, no waiting. The caller persists, sends and applies what
/// the effects say, in any pace, and reports back by events; nothing is assumed about how long that
/// takes. Copyable: a copy goes on by itself. What one role knows lives inside that role's alternative,
/// so that it cannot outlive the role.
class Core {
 public:
  Core(Config config, const Recovered& recovered, Faults faults = {});

  /// `out` is cleared first.
  void step(const Event& event, Effects& out);

  [[nodiscard]] RoleKind role() const;
  [[nodiscard]] Term term() const { return hardState_.term; }
  [[nodiscard]] NodeId leader() const;
  [[nodiscard]] Height last() const { return log_.last(); }
  [[nodiscard]] Term lastTerm() const { return log_.lastTerm(); }
  [[nodiscard]] Height commit() const { return commit_; }
  [[nodiscard]] Height durable() const { return durable_; }
  [[nodiscard]] const HardState& hardState() const { return hardState_; }
  [[nodiscard]] const Config& config() const { return config_; }
  [[nodiscard]] const VoterHistory& voters() const { return voters_; }
  [[nodiscard]] std::optional<Term> termAt(Height height) const { return log_.termAt(height); }

  /// Set when this node leads and may propose now. The first block of a term is an election block:
  /// only an entry of the leader's own term commits what earlier terms left (Raft §5.4.2).
  [[nodiscard]] std::optional<Slot> slot() const;
  /// A block that is still in memory, committed or not; null: read it from the log.
  [[nodiscard]] const wire::Block* block(Height height) const { return log_.block(height); }
  /// When leading: whether every voter has said in this term that it understands a protocol version, and
  /// every learner that serves.
  [[nodiscard]] bool everyoneUnderstands(Protocol version) const;
  /// Voters whose clock is further from block time than maxClockLead, as the leader heard them.
  [[nodiscard]] std::vector<NodeId> clocksAstray() const;
  /// What the leader knows of its peers, for `status`. Empty when not leading.
  [[nodiscard]] std::vector<Progress> peers() const;

 private:
  struct Follower {
    NodeId leader;
  };
  struct PreCandidate {
    std::vector<NodeId> granted;
  };
  struct Candidate {
    std::vector<NodeId> granted;
    PersistSequence ownVote;  ///< Our own vote counts when it is durable, not before.
    bool transfer = false;
    VoterClocks clocks;
  };
  struct PendingRead {
    ReadToken token;
    NodeId from;
    ReadRound round;  ///< 0: waits for the first commit of this term.
    Height height;
  };
  struct Leader {
    VoterClocks clocks;
    std::vector<Progress> peers;  ///< Everyone but us, sorted by node.
    Height firstOfTerm;           ///< Our election block; 0: not proposed yet.
    std::uint32_t heartbeatTicks = 0;
    std::uint32_t quorumTicks = 0;
    Height sealHeight;
    SealRound sealRound;
    std::uint32_t sealTicks = 0;
    ReadRound readRound;
    std::deque<PendingRead> reads;
    std::uint32_t ticksWithoutCommit = 0;  ///< With undecided blocks, since one was decided.
    std::uint32_t replayTicks = 0;         ///< With our election block decided and not executed here.
    NodeId transferTo;                     ///< 0: none.
    std::uint32_t transferTicks = 0;
  };
  using Role = std::variant<Follower, PreCandidate, Candidate, Leader>;

  // core_step.cpp: dispatch, durability, what all roles share
  void on(const Ticked&);
  void on(const ClockRead& event) { now_ = event.now; }
  void on(const Received& event);
  void on(const Persisted& event);
  void on(const Applied& event);
  void on(const Certified& event);
  void on(const Propose& event);
  void on(const BlocksRead& event);
  void on(const PeerReconnected& event);
  void on(const PeerLost& event);
  void on(const ReadBarrier& event);
  void on(const TransferLeadership& event);
  PersistSequence dirty();
  void send(NodeId to, MessageBody body);
  void sendDurable(NodeId to, MessageBody body);
  void becomeFollower(Term term, NodeId leader);
  void drawTimeout();
  void advanceCommit(Height height);
  void wantSeal(SealRound round, Height height);
  void sealIfExecuted();
  /// Others have decided what our disk has not taken for a whole election time-out: it stands still.
  [[nodiscard]] bool diskStalled() const { return behindTicks_ >= config_.limits.electionTicks; }
  /// Much is decided that we have not executed: who leads so orders nothing until it has.
  [[nodiscard]] bool catchingUp() const {
    return commit_.value > applied_.value + config_.limits.executionLag;
  }
  /// For an answer.
  [[nodiscard]] Nanoseconds ownClock() const {
    return now_ ? std::clamp(now_->wall, Nanoseconds(0), kLatestClock) : Nanoseconds(0);
  }
  void hearClock(VoterClocks& clocks, NodeId voter, Nanoseconds clock) const {
    if (now_ && clock != Nanoseconds(0)) clocks.hear(voter, clock, now_->tick);
  }
  /// Of the voters in force for whatever comes next.
  [[nodiscard]] const Quorum& quorum() const { return voters_.newest().quorum; }
  [[nodiscard]] bool isVoter(NodeId node) const { return quorum().contains(node); }
  [[nodiscard]] bool isMember(NodeId node) const;

  // core_election.cpp
  void startPreVote();
  void startElection(bool transfer);
  void becomeLeader();
  void countVotes();
  bool acceptTerm(const Message& message);
  [[nodiscard]] bool upToDate(Height lastHeight, Term lastTerm) const;
  [[nodiscard]] bool leaderIsAlive() const;
  void receive(const Message& message, const PreVoteRequest& body);
  void receive(const Message& message, const PreVoteAnswer& body);
  void receive(const Message& message, const VoteRequest& body);
  void receive(const Message& message, const VoteAnswer& body);
  void receive(const Message& message, const TimeoutNow& body);

  // core_follower.cpp
  void receive(const Message& message, const Append& body);
  [[nodiscard]] std::size_t blocksOfOurTime(const Append& body) const;
  [[nodiscard]] std::size_t blocksOfKnownVersions(Term senders, const Append& body) const;
  [[nodiscard]] bool appendBlocks(const Append& body, std::size_t count);
  void answerAppend(NodeId to, ReadRound readRound, bool heartbeat, Height matched);
  void receive(const Message& message, const ReadAnswer& body);

  // core_leader.cpp
  void tickLeader(Leader& leader);
  [[nodiscard]] Nanoseconds blockTime(const Leader& leader) const;
  [[nodiscard]] Protocol versionAt(Height height) const;
  [[nodiscard]] bool stepsDownForExecutor(Leader& leader);
  void stepDown(Leader& leader);
  [[nodiscard]] bool executes(const Progress& peer) const {
    return peer.applied.value + config_.limits.executionLag >= commit_.value;
  }
  void receive(const Message& message, const AppendAnswer& body);
  void refused(Progress& peer, const AppendAnswer& body);
  void receive(const Message& message, const ReadRequest& body);
  void replicate(Leader& leader);
  void replicateTo(Leader& leader, Progress& peer);
  bool sendBlocks(Leader& leader, Progress& peer);
  void sendAppend(Leader& leader, Progress& peer, Height previous, std::vector<wire::Block> blocks);
  void sendHeartbeat(Leader& leader, Progress& peer);
  void commitByMajority(Leader& leader);
  void announceSealHeight(Leader& leader);
  void addRead(Leader& leader, ReadToken token, NodeId from);
  void answerRead(const PendingRead& read, bool granted);
  void answerReads(Leader& leader);
  void transferIfReady(Leader& leader);
  [[nodiscard]] bool committedInTerm(const Leader& leader) const;
  [[nodiscard]] static Progress* find(Leader& leader, NodeId node);

  // Not the Core's business: they pass by (nodes/replica).
  void receive(const Message&, const SealNotice&) {}
  void receive(const Message&, const CertificateNotice&) {}

  Config config_;
  VoterHistory voters_;
  Faults faults_;
  HardState hardState_;
  LogIndex log_;
  Role role_ = Follower{};
  Height commit_;
  Height applied_;
  Height certified_;
  std::uint32_t certifiedTicks_ = 0;  ///< Since certified_ last grew.

  Height durable_;
  PersistSequence lastSequence_;
  PersistSequence persisted_;
  PersistSequence hardStateSequence_;  ///< The last one that carries a hard state.
  struct PendingAppend {
    PersistSequence sequence;
    Height last;
  };
  std::deque<PendingAppend> pendingAppends_;

  std::uint32_t elapsedTicks_ = 0;  ///< Since a leader was heard, or since the campaign began.
  std::uint32_t timeoutTicks_ = 0;
  std::uint32_t behindTicks_ = 0;         ///< With durable_ below commit_, since durable_ last grew.
  std::uint32_t termsWithoutCommit_ = 0;  ///< How often we led in vain since something was decided.
  std::optional<ClockReading> now_;
  std::optional<wire::VersionRule> versions_;  ///< Nothing yet: nothing was executed in this life.
  std::uint64_t random_ = 0;

  /// Heights named in this term and not executed here yet, lowest first. All of them are kept: execution
  /// may trail the commit by more than a round, and others seal what was named then.
  struct SealDuties {
    Term term;
    SealRound newest;
    std::deque<Height> heights;
  };
  SealDuties sealDuties_;

  Effects* out_ = nullptr;  ///< Of the step under way; null between steps.
};

}  // namespace aurigraph::consensus
