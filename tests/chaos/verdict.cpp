#include "tests/chaos/verdict.h"

#include <algorithm>
#include <sstream>

#include "tests/chaos/final_log.h"
#include "tests/support/ledger_fixture.h"
#include "tests/unit/audit/audited.h"

namespace aurigraph::chaos {
namespace {

constexpr std::size_t kShown = 20;

/// The history's checks and the ledger's own replay of the log, both against the auditor.
void judgeLog(const cluster::ClusterFolder& folder, const std::vector<wire::Block>& blocks,
              const audit::History& history, const NodeStatus& last, Verdict& out) {
  const wire::Genesis& genesis = folder.genesis;
  const auto replayed = audit::replay(genesis, blocks, history);
  for (const auto& each : replayed.objections) out.words.push_back("auditor: " + toText(each));
  for (const auto& each : audit::check(history, replayed.entries)) out.words.push_back(toText(each));
  out.batches = replayed.entries.size();

  audit::Replay ledger(genesis, {}, {}, cluster::loadStateSecret(folder.layout.root, genesis).value());
  std::string root;
  for (const auto& block : blocks) {
    for (const auto& each : ledger.auditor.apply(block, ledger.outcome(block)).objections)
      out.words.push_back("ledger: " + toText(each));
    if (ledger.ledger->checkpointHeight().value == last.checkpoint)
      root = toHex(ledger.ledger->stateRoot().view());
  }
  for (const auto& each : ledger.auditor.compareAccounts(audit::rowsOf(*ledger.ledger)))
    out.words.push_back("rows: " + toText(each));
  if (root != last.stateRoot)
    out.words.push_back("the nodes' state root at checkpoint " + std::to_string(last.checkpoint) + " is " +
                        last.stateRoot + ", replay gives " + root);
}

}  // namespace

cluster::GenesisExtras marketGenesis() {
  return {.ruleSets = {quality::encode(test::testRules())}, .sources = {test::testSource()}};
}

bool waitSettled(Fleet& fleet) {
  std::optional<NodeStatus> before;
  return eventually([&] {
    std::optional<NodeStatus> common;
    for (const auto& node : fleet.plan().nodes) {
      auto status = fleet.status(node.node);
      if (!status || status->applied != status->committed || status->certified != status->applied)
        return false;
      if (common && *common != *status) return false;
      common = std::move(status);
    }
    const bool still = common == before;
    before = std::move(common);
    return still;
  });
}

std::string describe(Fleet& fleet) {
  std::ostringstream out;
  for (const auto& node : fleet.plan().nodes) {
    out << node.name << ": ";
    if (const auto status = fleet.status(node.node))
      out << "leader " << status->leader << ", committed " << status->committed << ", applied "
          << status->applied << ", certified " << status->certified << ", checkpoint " << status->checkpoint
          << " " << status->stateRoot << "\n";
    else
      out << "no answer\n";
  }
  return out.str();
}

std::string toText(const Verdict& verdict) {
  std::string out;
  for (std::size_t at = 0; at < std::min(kShown, verdict.words.size()); ++at) out += verdict.words[at] + "\n";
  if (verdict.words.size() > kShown)
    out += "and " + std::to_string(verdict.words.size() - kShown) + " more\n";
  return out;
}

Verdict judge(Fleet& fleet, const audit::History& history, const NodeStatus& last) {
  Verdict out;
  std::vector<wire::Block> log;
  for (const auto& node : fleet.plan().nodes) {
    if (node.kind != wire::NodeKind::kValidator) continue;
    auto blocks = readLog(fleet.dataOf(node.node), node.node, fleet.folder().digest);
    if (!blocks) {
      out.words.push_back(node.name + ": " + std::string(blocks.error().code) + ": " +
                          blocks.error().message);
      continue;
    }
    if (blocks->size() < last.applied) {
      out.words.push_back(node.name + "'s log ends at " + std::to_string(blocks->size()) + ", applied was " +
                          std::to_string(last.applied));
      continue;
    }
    blocks->resize(last.applied);  // what came later may be undecided
    if (log.empty()) {
      log = std::move(*blocks);
      continue;
    }
    const auto differ = std::ranges::mismatch(log, *blocks, {}, &wire::Block::hash, &wire::Block::hash);
    if (differ.in1 != log.end())
      out.words.push_back(node.name + " has another block at height " +
                          std::to_string(differ.in1->header().height.value));
  }
  out.blocks = log.size();
  if (!log.empty()) out.terms = log.back().header().term.value;
  judgeLog(fleet.folder(), log, history, last, out);
  return out;
}

}  // namespace aurigraph::chaos
