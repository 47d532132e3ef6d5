#pragma once

#include <spdlog/logger.h>

#include <memory>
#include <string>
#include <vector>

#include "core/wire/genesis.h"
#include "nodes/replica/replica.h"

namespace aurigraph::cluster {

/// Tells an operator of wrong clocks, once when it begins and once when it ends: `clock.astray` and
/// `clock.right_again` at the leader, `clock.behind` at a node that refuses live blocks. Consensus goes on
/// with a minority of them (docs/consensus.md, "Block time"), so nobody would notice. One thread at a time.
class ClockAlarm {
 public:
  ClockAlarm(std::shared_ptr<spdlog::logger> log, std::vector<wire::GenesisNode> nodes)
      : log_(std::move(log)), nodes_(std::move(nodes)) {}

  void onStatus(const replica::ReplicaStatus& status);

 private:
  [[nodiscard]] std::string nameOf(NodeId node) const;

  std::shared_ptr<spdlog::logger> log_;
  std::vector<wire::GenesisNode> nodes_;
  std::vector<NodeId> astray_;
  std::uint64_t refused_ = 0;
  /// Statuses in a row without a refusal; so many must have been before it is said again.
  static constexpr std::uint32_t kQuietStatuses = 60;
  std::uint32_t quiet_ = kQuietStatuses;
};

}  // namespace aurigraph::cluster
