#include "tests/chaos/disturbance.h"

#include <thread>

namespace aurigraph::chaos {
namespace {

// Elections time out after 0.5 to 1 s: a leader paused for longer finds another one when it wakes.
constexpr unsigned kPauseFromMs = 600;
constexpr unsigned kPauseToMs = 2'500;
// A leader that hears of nobody gives up after 0.5 s.
constexpr unsigned kLonelyFromMs = 100;
constexpr unsigned kLonelyToMs = 450;

}  // namespace

Disturbance::Disturbance(Fleet& fleet, std::uint64_t seed) : fleet_(fleet), random_(seed) {}

Disturbed Disturbance::run(std::chrono::seconds length) {
  const auto end = Clock::now() + length;
  while (Clock::now() < end) {
    const NodeId node = victim();
    switch (below(12)) {
      case 0:
      case 1:
      case 2:
      case 3:
        killOne(node);
        break;
      case 4:
      case 5:
      case 6:
        pauseOne(node);
        break;
      case 7:
      case 8:
        restartOne(node);
        break;
      case 9:
        killValidators();
        break;
      default:
        killLonelyLeader();
        break;
    }
    noteSurprises();
    look();
    wait(200, 1'500);
  }
  for (const auto& node : fleet_.plan().nodes) fleet_.resume(node.node);
  fleet_.startAll();
  return done_;
}

std::optional<NodeId> Disturbance::leader() {
  for (const auto& node : fleet_.plan().nodes) {
    const auto status = fleet_.runs(node.node) ? fleet_.status(node.node) : std::nullopt;
    if (status && status->leader != 0) return NodeId(static_cast<std::uint32_t>(status->leader));
  }
  return std::nullopt;
}

NodeId Disturbance::victim() {
  if (below(2) == 0) {
    if (const auto found = leader()) {
      ++done_.leaders;
      return *found;
    }
  }
  const auto& nodes = fleet_.plan().nodes;
  return nodes[below(static_cast<unsigned>(nodes.size()))].node;
}

void Disturbance::killOne(NodeId node) {
  fleet_.kill(node);
  ++done_.kills;
  wait(50, 1'500);
  fleet_.start(node);
}

/// Two or all three of them within moments: nothing is decided until a majority is back.
void Disturbance::killValidators() {
  ++done_.massKills;
  unsigned wanted = 2 + below(2);
  std::vector<NodeId> killed;
  for (const auto& node : fleet_.plan().nodes) {
    if (node.kind != wire::NodeKind::kValidator || wanted == 0) continue;
    --wanted;
    fleet_.kill(node.node);
    ++done_.kills;
    killed.push_back(node.node);
    wait(1, 60);
  }
  wait(50, 800);
  for (const NodeId node : killed) fleet_.start(node);
}

/// The others are paused, so that what the leader takes now is on its disk alone; then it is killed, and the
/// others go on without it. Nothing of that may have been acknowledged.
void Disturbance::killLonelyLeader() {
  const auto lonely = leader();
  if (!lonely) return;
  ++done_.lonelyKills;
  std::vector<NodeId> others;
  for (const auto& node : fleet_.plan().nodes)
    if (node.kind == wire::NodeKind::kValidator && node.node != *lonely) others.push_back(node.node);
  for (const NodeId node : others) fleet_.pause(node);
  wait(kLonelyFromMs, kLonelyToMs);
  fleet_.kill(*lonely);
  ++done_.kills;
  for (const NodeId node : others) fleet_.resume(node);
  wait(800, 2'500);  // long enough for them to elect another
  fleet_.start(*lonely);
}

void Disturbance::pauseOne(NodeId node) {
  fleet_.pause(node);
  ++done_.pauses;
  wait(kPauseFromMs, kPauseToMs);
  fleet_.resume(node);
}

void Disturbance::restartOne(NodeId node) {
  ++done_.restarts;
  if (!fleet_.runs(node)) return fleet_.start(node);
  if (const auto code = fleet_.stop(node); code != 0)
    done_.surprises.push_back(fleet_.plan().find(node)->name + " was asked to stop and " +
                              (code ? "ended with exit code " + std::to_string(*code) : "did not"));
  fleet_.start(node);
}

void Disturbance::noteSurprises() {
  for (const auto& [node, code] : fleet_.endedByThemselves()) {
    done_.surprises.push_back(fleet_.plan().find(node)->name + " ended by itself with exit code " +
                              std::to_string(code));
    fleet_.start(node);
  }
}

void Disturbance::look() {
  for (const auto& node : fleet_.plan().nodes) {
    const auto status = fleet_.runs(node.node) ? fleet_.status(node.node) : std::nullopt;
    if (!status || status->checkpoint == 0) continue;
    const auto [seen, fresh] = roots_.emplace(status->checkpoint, status->stateRoot);
    if (!fresh && seen->second != status->stateRoot)
      done_.surprises.push_back(node.name + " has another state root at checkpoint " +
                                std::to_string(status->checkpoint));
  }
}

void Disturbance::wait(unsigned fromMilliseconds, unsigned toMilliseconds) {
  std::this_thread::sleep_for(
      std::chrono::milliseconds(fromMilliseconds + below(toMilliseconds - fromMilliseconds)));
}

}  // namespace aurigraph::chaos
