#include "app/sim/faults.h"

#include <algorithm>

#include "core/base/assert.h"
#include "core/consensus/core.h"
#include "core/ledger/state.h"
#include "nodes/log/log.h"
#include "nodes/replica/replica_actor.h"

namespace aurigraph::sim {
namespace {

constexpr std::array<std::string_view, kFaultClasses> kNames{"crash",
                                                             "crash inside a turn",
                                                             "power loss",
                                                             "torn write, 512 B",
                                                             "torn write, 4096 B",
                                                             "rot, unsynced",
                                                             "rot, acknowledged",
                                                             "sync error",
                                                             "slow disk",
                                                             "full disk",
                                                             "message loss",
                                                             "duplicate",
                                                             "reordering",
                                                             "delay",
                                                             "one-way cut",
                                                             "isolation",
                                                             "reconnect",
                                                             "pause",
                                                             "clock jump",
                                                             "buffers full",
                                                             "forged batch",
                                                             "replayed batch",
                                                             "client restart",
                                                             "lost disk",
                                                             "late read"};

FaultSet setOf(std::initializer_list<FaultId> ids) {
  FaultSet out;
  for (const FaultId id : ids) out.set(static_cast<std::size_t>(id));
  return out;
}

}  // namespace

std::string_view nameOf(FaultClass fault) {
  return kNames.at(static_cast<std::size_t>(fault));
}

FaultDice::FaultDice(std::uint64_t seed, FaultMask mask) : mask_(std::move(mask)) {
  for (std::size_t at = 0; at < kFaultClasses; ++at) {
    streams_.emplace_back(seed, 1'000 + at);
    present_[at] = streams_.back().chance(1, 2) && !mask_.off[at];
  }
}

bool FaultDice::strike(FaultClass fault, std::uint64_t favourable, std::uint64_t cases) {
  if (calm_ || !present(fault) || !of(fault).chance(favourable, cases)) return false;
  const std::uint64_t ordinal = drawn_++;
  if (mask_.only && !std::ranges::binary_search(*mask_.only, ordinal)) return false;
  ++hits_[index(fault)];
  return true;
}

const std::vector<Mutant>& mutants() {
  static const std::vector<Mutant> all{
      {"skip-a-sync", "the log says durable without having synced", setOf({log::kFaultSkipSync})},
      {"vote-without-durable-term", "a vote leaves before its term is on the disk",
       setOf({consensus::kFaultVoteBeforeDurable, log::kFaultSkipStateSync})},
      {"quorum-off-by-one", "one voter less than a majority decides",
       setOf({consensus::kFaultSmallMajority})},
      {"acknowledge-before-sync", "a follower acknowledges blocks when they came",
       setOf({consensus::kFaultAcknowledgeBeforeSync})},
      {"count-a-stale-answer", "an append answer of an earlier term counts",
       setOf({consensus::kFaultCountStaleAnswer}), 120},
      {"apply-before-the-verdict", "a block is executed before its signatures are checked",
       setOf({replica::kFaultApplyBeforeVerdict})},
      {"seal-a-height-not-executed", "a validator seals what it has not executed",
       setOf({consensus::kFaultSealUnexecuted})},
      {"session-window-off-by-one", "the last executed request of a session is ordered and executed again",
       setOf({replica::kFaultOrderTooEarly, ledger::kFaultSessionOffByOne})},
      {"open-a-closed-session-again", "nobody remembers which sessions were closed",
       setOf({ledger::kFaultReopenSession})},
      {"believe-the-submitter", "a record is believed beyond its source's terms",
       setOf({ledger::kFaultBelieveSubmitter})},
      {"forget-what-was-said", "a record is scored as if nothing had been said before",
       setOf({ledger::kFaultForgetSeries})},
      {"drop-the-undo-of-a-chain", "a linked chain that failed half-way is kept",
       setOf({ledger::kFaultDropUndo})},
      {"reuse-a-recycled-frame", "frames of a file's earlier life count at recovery",
       setOf({log::kFaultTakeRecycled})},
      {"recycle-too-early", "a segment is recycled one block too soon", setOf({log::kFaultRecycleEarly})},
      {"start-without-a-log", "a validator whose disk is empty starts, votes and counts",
       setOf({log::kFaultOpenUnformatted}), 80},
      {"vote-for-an-old-log", "a candidate's log is not looked at", setOf({consensus::kFaultVoteForOldLog})},
      {"vote-twice", "a vote already given in this term is forgotten", setOf({consensus::kFaultVoteTwice})},
      {"execute-what-was-replaced", "a block read back before its suffix was replaced is executed",
       setOf({replica::kFaultExecuteReplaced})},
      {"execute-what-is-not-decided", "blocks are executed before they are committed",
       setOf({replica::kFaultExecuteUndecided})},
      {"time-of-the-leader", "block time is the leader's clock", setOf({consensus::kFaultOwnClock})},
      {"time-of-the-fastest", "block time is the fastest clock that the leader heard",
       setOf({consensus::kFaultFastestClock})},
      {"judge-what-is-decided", "a node whose clock is behind refuses decided blocks too",
       setOf({consensus::kFaultJudgeDecided})},
      {"name-what-is-not-activated", "leaders name the next protocol version, activated or not",
       setOf({consensus::kFaultNameNextVersion})},
  };
  return all;
}

}  // namespace aurigraph::sim
