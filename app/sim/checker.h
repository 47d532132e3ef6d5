#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/sim/audit/auditor.h"
#include "app/sim/world.h"
#include "nodes/business/business.h"

namespace aurigraph::sim {

/// Looks at every turn and says what must never be (reference: Raft §5, SPEC "What nothing may break"):
/// election safety, leader completeness, log matching, decided blocks never replaced, durable majorities,
/// execution of decided blocks alone and in order, equal results, history and state roots at equal height,
/// certificates true, replies stable and true, and whatever the independent auditor objects to.
class Checker final : public Watcher {
 public:
  Checker(const wire::Genesis& genesis, Signatures signatures, audit::Policy policy = {});
  void attach(World& world) { world_ = &world; }

  void afterTurn(NodeId node) override;
  void applied(NodeId node, const replica::BlockApplied& block) override;
  void certified(NodeId node, const wire::Certificate& certificate) override;
  void ended(NodeId node, std::string_view code) override;

  /// A client was told this; `invoked`, `completed`: when it first sent and first heard.
  void replied(const business::BatchOutcome& outcome, Microseconds invoked, Microseconds completed);
  /// A client was told that the batch's session is closed, or its key ended before it was executed: no block
  /// may hold it as done, before or after.
  void toldNever(const Digest& batch) { never_.insert(batch); }
  /// This validator's acknowledged bytes were damaged: it may stop itself, and nobody else.
  void expectDamage(NodeId node) { damaged_.insert(node); }
  /// This validator's disk is gone: it must refuse to start.
  void expectLostDisk(NodeId node) { lost_.insert(node); }
  /// Rot in the very last group, and an end of the process before anything said that it was synced, look like
  /// a torn write (docs/decisions/062): the validator has lost what it acknowledged and stays behind until it
  /// is repaired.
  [[nodiscard]] bool lostByRot(NodeId node) const;
  /// The disk was full, or a sync failed: the node may stop with this code.
  void expectStop(NodeId node, std::string_view code) { stops_.emplace(node, code); }

  /// From here on a majority's clocks are right: block time must come this far.
  void faultsEnded() { faultsEnded_ = world_->wallClock(); }

  /// Whether it has. Not at once: the leader's last reading of the clocks is from before, and a leader that
  /// has heard only n - f of them goes by the smallest.
  [[nodiscard]] bool timeHasCome() const;

  /// At the end, when everything has settled.
  void closing();

  [[nodiscard]] const std::optional<std::string>& violation() const { return violation_; }
  void violate(std::string what);

  [[nodiscard]] Height decided() const { return Height(decided_.size()); }
  [[nodiscard]] Height certifiedUpTo() const { return certified_; }
  [[nodiscard]] std::size_t elections() const { return leaders_.size(); }
  [[nodiscard]] std::uint64_t transfers() const { return transfers_; }
  [[nodiscard]] std::uint64_t refused() const { return refused_; }

 private:
  struct State {
    Term term;
    Term highest;  ///< Of all its lives.
    Height commit;
    Height applied;
    std::optional<Term> leads;
    std::map<NodeId, Height> matches;  ///< While it leads: what it was last seen to believe of each voter.
    std::vector<Digest> durable;       ///< Hashes that its log called durable when its last life ended.
  };
  struct Executed {
    std::vector<Digest> batches;
    wire::BlockOutcome outcome;
    wire::SealStatement statement;
  };
  struct Reply {
    Height height;
    std::uint32_t position = 0;
    Microseconds invoked = 0;
    Microseconds completed = 0;
  };

  void checkMatches(NodeId node, const Replica& leader);
  [[nodiscard]] bool hasDurable(NodeId voter, Height height, const Digest& hash) const;
  void noteCommit(NodeId node, const Replica& replica);
  void checkLeader(NodeId node, const Replica& replica);
  void decide(NodeId node, Height height, const Digest& hash, Term term);
  [[nodiscard]] std::size_t durableCopies(Height height, const Digest& hash) const;
  void audit(const replica::BlockApplied& applied);
  void checkBlockTime(const wire::BlockHeader& header);
  void checkRealTime();
  void checkNever();
  void checkAccounts();

  wire::Genesis genesis_;
  wire::VoterSet voters_;
  Signatures signatures_;
  World* world_ = nullptr;
  audit::Auditor auditor_;
  std::optional<std::string> violation_;

  std::map<NodeId, State> states_;
  std::map<Term, NodeId> leaders_;
  std::vector<Digest> decided_;      ///< Hash of height 1, 2, …
  std::vector<Term> decidedIn_;      ///< The term of whoever decided it first.
  std::vector<Executed> executed_;   ///< The same for what was executed anywhere.
  std::map<Digest, Reply> replies_;  ///< By batch digest.
  std::set<Digest> never_;           ///< Batches of which a client was told so.
  Nanoseconds lastBlockTime_;
  Nanoseconds faultsEnded_;
  Height certified_;
  std::uint64_t transfers_ = 0;
  std::uint64_t refused_ = 0;
  std::set<NodeId> damaged_;
  std::set<NodeId> lost_;
  std::set<std::pair<NodeId, std::string>> stops_;
};

}  // namespace aurigraph::sim
