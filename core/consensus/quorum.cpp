#include "core/consensus/quorum.h"

#include <utility>

namespace aurigraph::consensus {

Quorum::Quorum(std::vector<NodeId> voters, Faults faults) : voters_(std::move(voters)), faults_(faults) {
  AG_ASSERT(!voters_.empty() && voters_.size() <= limits::kMaxValidators);
  AG_ASSERT(std::ranges::is_sorted(voters_));
  AG_ASSERT(std::ranges::adjacent_find(voters_) == voters_.end());
}

bool Quorum::contains(NodeId node) const {
  return std::ranges::binary_search(voters_, node);
}

bool Quorum::hasMajority(const std::vector<NodeId>& nodes) const {
  return hasMajority([&](NodeId voter) { return std::ranges::find(nodes, voter) != nodes.end(); });
}

}  // namespace aurigraph::consensus
