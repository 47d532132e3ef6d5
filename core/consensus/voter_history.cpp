#include "core/consensus/voter_history.h"

#include <algorithm>
#include <utility>

namespace aurigraph::consensus {
namespace {

std::vector<NodeId> nodesOf(const wire::VoterSet& set) {
  std::vector<NodeId> out;
  for (const wire::Voter& voter : set.voters) out.push_back(voter.node);
  return out;
}

}  // namespace

VoterHistory::VoterHistory(wire::VoterSet genesis, Faults faults) : faults_(faults) {
  runs_.push_back({Height(0), derived(std::move(genesis))});
}

Voters VoterHistory::derived(wire::VoterSet set) const {
  Quorum quorum(nodesOf(set), faults_);
  const Digest digest = set.digest();
  return {std::move(set), std::move(quorum), digest};
}

const Voters& VoterHistory::at(Height height) const {
  return std::prev(std::ranges::upper_bound(runs_, height, {}, &Run::first))->voters;
}

void VoterHistory::append(Height first, wire::VoterSet set) {
  AG_ASSERT(first > runs_.back().first);
  runs_.push_back({first, derived(std::move(set))});
}

void VoterHistory::truncateFrom(Height from) {
  AG_ASSERT(from > Height(0));  // the genesis' set stays
  while (runs_.back().first >= from) runs_.pop_back();
}

}  // namespace aurigraph::consensus
