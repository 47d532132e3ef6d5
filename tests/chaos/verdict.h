#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/sim/audit/history.h"
#include "tests/chaos/fleet.h"

/// After the chaos: all nodes agree, and their one log explains the history.
namespace aurigraph::chaos {

/// The small rule set whose scores the market's records have, and their source.
[[nodiscard]] cluster::GenesisExtras marketGenesis();

/// Waits until nothing moves any more and all five nodes tell the same: applied, certified, checkpoint, root.
bool waitSettled(Fleet& fleet);
[[nodiscard]] std::string describe(Fleet& fleet);

struct Verdict {
  std::vector<std::string> words;  ///< What is wrong; none: all is well.
  std::size_t blocks = 0, batches = 0;
  std::uint64_t terms = 0;
};
/// The first of them, a line each, and how many more.
[[nodiscard]] std::string toText(const Verdict& verdict);

/// Reads the stopped validators' logs, compares them up to what all had applied, replays them through the
/// auditor and the ledger, and checks the history and the state root that the nodes named.
[[nodiscard]] Verdict judge(Fleet& fleet, const audit::History& history, const NodeStatus& last);

}  // namespace aurigraph::chaos
