#include "nodes/cluster/clock_alarm.h"

#include <algorithm>
#include <utility>

namespace aurigraph::cluster {

std::string ClockAlarm::nameOf(NodeId node) const {
  const auto found = std::ranges::find(nodes_, node, &wire::GenesisNode::node);
  return found == nodes_.end() ? "node " + std::to_string(node.value) : found->name;
}

void ClockAlarm::onStatus(const replica::ReplicaStatus& status) {
  if (status.clocksAstray != astray_) {
    astray_ = status.clocksAstray;
    std::string names;
    for (const NodeId node : astray_) names += (names.empty() ? "" : ", ") + nameOf(node);
    if (astray_.empty())
      log_->info("clock.right_again: No validator's clock is far from block time any more.");
    else
      log_->warn(
          "clock.astray: The clock of {} is more than 2 s away from block time. Nothing is lost while that "
          "is a "
          "minority of the validators. Set it right, best by NTP.",
          names);
  }
  const bool refuses = status.blocksFromTheFuture > refused_;
  refused_ = status.blocksFromTheFuture;
  if (!refuses) {
    ++quiet_;
    return;
  }
  if (std::exchange(quiet_, 0) >= kQuietStatuses)
    log_->warn(
        "clock.behind: Live blocks were refused, they are more than 2 s ahead of this node's clock. Compare "
        "it "
        "with the others' and set the wrong one right, best by NTP.");
}

}  // namespace aurigraph::cluster
