#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "core/consensus/voter_history.h"
#include "core/wire/seal.h"
#include "nodes/replica/replica.h"
#include "nodes/replica/state_machine.h"
#include "nodes/runtime/actor.h"

namespace aurigraph::replica {

struct ExecutionLimits {
  std::size_t sliceOperations = 1'024;  ///< A turn's worth (DESIGN §3, "Turns").
  std::size_t commandWeight =
      256;                         ///< Transfers that a command costs about as much as; as the ledger counts.
  std::uint64_t verifyAhead = 16;  ///< Blocks whose signatures are checked before they are decided.
  /// Decided blocks read back from the log before their turn, as the buffers they take of the node's pool:
  /// two reads, so that one is under way while the other is executed. A quarter of an embedded node's share
  /// (kSmallBuffersPerNode, kBlockBuffersPerNode).
  std::size_t readAheadBytes = std::size_t{4} * 1024 * 1024;
  std::size_t rememberedRoots = 4'096;  ///< Heights that can still be sealed after later ones were executed.
  Protocol understands = kProtocol;     ///< What is to be executed by a newer version is not.
};

/// Applies decided blocks in order, a slice per turn. Signatures are checked beside the disk write, as
/// soon as a block is known; execution waits for the verdicts, ordering does not.
class Execution {
 public:
  Execution(std::unique_ptr<StateMachine> machine, const Digest& genesis, Lane lane,
            consensus::VoterHistory voters, ExecutionLimits limits, std::uint64_t firstToken);

  /// A block was appended here (or read back): has its signatures checked if its turn is near.
  void expect(const wire::Block& block, runtime::Out& out);
  [[nodiscard]] bool isNear(Height height) const {
    return height.value <= applied().value + limits_.verifyAhead;
  }

  // Blocks read back from the log long before their turn are kept, so that each is read once.
  /// Whether another read of half of readAheadBytes may be kept.
  [[nodiscard]] bool hasRoom() const { return keptBytes_ * 2 <= limits_.readAheadBytes; }
  /// Decided ones, from lacks() on.
  void keep(std::vector<wire::Block> blocks);
  /// The next of them, if its turn is near: to be expected.
  [[nodiscard]] std::optional<wire::Block> takeKept();
  /// The first height above applied() that it has not been given.
  [[nodiscard]] Height lacks() const;

  void truncated(Height from);
  /// True if the token was ours.
  bool verified(const runtime::Verified& verdict);

  /// Executes up to one slice of what is decided. Returns the finished blocks, in order.
  [[nodiscard]] std::vector<BlockApplied> run(Height decided);
  /// Another slice could go on at once.
  [[nodiscard]] bool hasMore(Height decided) const;

  [[nodiscard]] const StateMachine& machine() const { return *machine_; }
  /// Of a machine that is one.
  [[nodiscard]] const ledger::Ledger& ledger() const {
    AG_ASSERT(machine_->ledger() != nullptr);
    return *machine_->ledger();
  }
  [[nodiscard]] Height applied() const {
    return current_ ? Height(current_->block.header().height.value - 1) : machine_->height();
  }
  [[nodiscard]] std::uint64_t operationsApplied() const { return operationsApplied_; }
  /// The next decided block is executed by this version, and this release does not understand it: the end.
  [[nodiscard]] std::optional<Protocol> lacksVersion() const { return lacksVersion_; }
  /// Which versions later blocks may name, after the last block that is whole.
  [[nodiscard]] const std::optional<wire::VersionRule>& versions() const { return versions_; }
  /// True while a block is half applied: the machine must not be read then.
  [[nodiscard]] bool midBlock() const { return current_.has_value(); }

  /// What to sign about a height; nothing if it is not executed or too long ago.
  [[nodiscard]] std::optional<wire::SealStatement> statementAt(Height height) const;

 private:
  struct Waiting {
    wire::Block block;
    std::uint64_t firstToken =
        0;  ///< Of its questions, one per batch: older ones of the same block are void.
    std::array<bool, limits::kMaxBatchesPerBlock> verdicts{};
    std::size_t missing = 0;
  };
  struct Root {
    Digest historyRoot;
    Height checkpoint;
    Digest stateRoot;
  };
  [[nodiscard]] bool nextIsReady(Height decided) const;
  [[nodiscard]] Protocol versionOf(const wire::Block& block) const;

  std::unique_ptr<StateMachine> machine_;
  Lane lane_;
  Digest genesis_;
  consensus::VoterHistory voters_;
  ExecutionLimits limits_;
  std::uint64_t nextToken_;
  std::map<Height, Waiting> waiting_;
  std::deque<wire::Block> kept_;  ///< In height order without a gap, behind what waits.
  std::size_t keptBytes_ = 0;     ///< Of their buffers.
  std::map<std::uint64_t, Height> asked_;
  std::optional<Waiting> current_;
  std::optional<Protocol> lacksVersion_;
  std::optional<wire::VersionRule> versions_;
  std::deque<Root> roots_;  ///< Of the last executed heights, oldest first.
  std::uint64_t operationsApplied_ = 0;
};

}  // namespace aurigraph::replica
