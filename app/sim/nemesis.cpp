#include "app/sim/nemesis.h"

#include <algorithm>
#include <limits>

#include "nodes/log/format.h"

namespace aurigraph::sim {
namespace {

constexpr std::int64_t kSecondNs = 1'000'000'000;
constexpr std::uint64_t kUnlimited = std::uint64_t{1} << 40;

}  // namespace

Nemesis::Nemesis(World& world, FaultDice& dice, Checker& checker, std::uint64_t seed)
    : world_(world), dice_(dice), checker_(checker), random_(seed, 2) {
  everybody_ = world.validators();
  everybody_.insert(everybody_.end(), world.businessNodes().begin(), world.businessNodes().end());
}

bool Nemesis::mayImpair(NodeId node) {
  const auto& validators = world_.validators();
  const bool votes = std::ranges::find(validators, node) != validators.end();
  if (!votes || impaired_.contains(node)) return true;
  if (impaired_.size() >= (validators.size() - 1) / 2) return false;
  impaired_.insert(node);
  return true;
}

NodeId Nemesis::anyone(FaultClass fault) {
  return dice_.of(fault).oneOf(everybody_);
}

void Nemesis::act() {
  if (!healed_) {
    crashes();
    disks();
    network();
    clocks();
  }
  // Who stopped itself is started again by whoever watches it.
  for (const NodeId node : everybody_)
    if (!world_.up(node) && !world_.halted(node)) restartLater(node);
  world_.later(kPeriod, [this] { act(); });
}

// ---- crashes ----

void Nemesis::crashes() {
  using Kind = World::CrashKind;
  constexpr std::pair<FaultClass, Kind> kinds[] = {{FaultClass::kCrash, Kind::kProcess},
                                                   {FaultClass::kPowerLoss, Kind::kPower},
                                                   {FaultClass::kTorn512, Kind::kTorn512},
                                                   {FaultClass::kTorn4096, Kind::kTorn4096}};
  for (const auto& [fault, kind] : kinds) {
    if (!dice_.strike(fault, 1, 50)) continue;
    const NodeId victim = anyone(fault);
    const bool all = dice_.of(fault).chance(1, 8);
    for (const NodeId node : everybody_)
      if (all || node == victim) crash(node, kind);
  }
}

void Nemesis::crash(NodeId node, World::CrashKind kind) {
  if (!world_.up(node)) return;
  if (kind != World::CrashKind::kProcess && dice_.strike(FaultClass::kRotUnsynced, 1, 2)) {
    rotUnsynced(node);
    kind = World::CrashKind::kTorn512;  // some of it arrives, the flipped bit perhaps too
  }
  world_.crash(node, kind);
  restartLater(node);
}

void Nemesis::restartLater(NodeId node) {
  world_.later(random_.between(2'000, 900'000), [this, node] {
    if (!world_.up(node) && !world_.halted(node)) world_.start(node);
  });
}

// ---- disks ----

void Nemesis::rotUnsynced(NodeId node) {
  Random& random = dice_.of(FaultClass::kRotUnsynced);
  for (auto& [name, file] : world_.disk(node).files)
    for (auto& [at, bytes] : file.unsynced)
      if (random.chance(1, 2)) bytes[random.below(bytes.size())] ^= 1U << random.below(8);
}

void Nemesis::rotSynced() {
  const auto& validators = world_.validators();
  Random& random = dice_.of(FaultClass::kRotSynced);
  const NodeId node = random.oneOf(validators);
  if (!mayImpair(node)) return;
  std::vector<std::string> segments;
  for (const auto& [name, file] : world_.disk(node).files)
    if (log::segmentSequence(name)) segments.push_back(name);
  if (segments.empty()) return;
  const std::string& name = random.oneOf(segments);
  const auto& file = world_.disk(node).files.at(name);
  std::size_t end = file.durable.size();
  while (end > 0 && file.durable[end - 1] == 0) --end;
  if (end <= log::kFramesOffset) return;
  checker_.expectDamage(node);
  world_.disk(node).flip(name, random.between(log::kFramesOffset, end - 1),
                         static_cast<std::uint8_t>(1U << random.below(8)));
  if (random.chance(1, 2)) crash(node, World::CrashKind::kProcess);
}

/// The machine is replaced, its disk is new, and somebody starts the validator under its old name.
void Nemesis::loseDisk() {
  const NodeId node = dice_.of(FaultClass::kLostDisk).oneOf(world_.validators());
  if (world_.halted(node) || !mayImpair(node)) return;
  checker_.expectLostDisk(node);
  crash(node, World::CrashKind::kPower);
  world_.disk(node).files.clear();
}

void Nemesis::disks() {
  if (dice_.strike(FaultClass::kRotSynced, 1, 150)) rotSynced();
  if (dice_.strike(FaultClass::kLostDisk, 1, 200)) loseDisk();
  if (dice_.strike(FaultClass::kSlowDisk, 1, 80))
    world_.stallDisk(anyone(FaultClass::kSlowDisk),
                     dice_.of(FaultClass::kSlowDisk).between(100'000, 2'000'000));
  if (dice_.present(FaultClass::kSyncError))
    for (const NodeId node : everybody_) checker_.expectStop(node, "log.io_failed");
  if (!dice_.strike(FaultClass::kFullDisk, 1, 60)) return;
  const NodeId node = anyone(FaultClass::kFullDisk);
  checker_.expectStop(node, "log.no_space");
  auto& disk = world_.disk(node);
  disk.capacityBytes = disk.usedBytes() + dice_.of(FaultClass::kFullDisk).between(0, 200'000);
  world_.later(dice_.of(FaultClass::kFullDisk).between(200'000, 2'500'000),
               [this, node] { world_.disk(node).capacityBytes = kUnlimited; });
}

// ---- network, time ----

void Nemesis::network() {
  if (dice_.strike(FaultClass::kOneWayCut, 1, 30))
    world_.cut(anyone(FaultClass::kOneWayCut), anyone(FaultClass::kOneWayCut));
  if (dice_.strike(FaultClass::kIsolation, 1, 50)) {
    const NodeId lonely = anyone(FaultClass::kIsolation);
    for (const NodeId other : everybody_)
      if (other != lonely) {
        world_.cut(lonely, other);
        world_.cut(other, lonely);
      }
  }
  if (random_.chance(1, 25)) world_.healCuts();
  if (dice_.strike(FaultClass::kReconnect, 1, 15))
    world_.reconnect(anyone(FaultClass::kReconnect), anyone(FaultClass::kReconnect));
}

void Nemesis::clocks() {
  if (dice_.strike(FaultClass::kPause, 1, 40))
    world_.pause(anyone(FaultClass::kPause), dice_.of(FaultClass::kPause).between(20'000, 1'500'000));
  if (!dice_.strike(FaultClass::kClockJump, 1, 40)) return;
  Random& random = dice_.of(FaultClass::kClockJump);
  const NodeId node = anyone(FaultClass::kClockJump);
  const auto reach = random.chance(1, 2) && mayImpair(node) ? 3'600 * kSecondNs : kRightClock;
  world_.setClockOffset(
      node, static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(2 * reach))) - reach);
}

/// The last of the faults: a leader that nobody disturbs any more has a clock that stands behind.
void Nemesis::leaderFallsBehind() {
  for (const NodeId node : world_.validators()) {
    const Replica* replica = world_.replica(node);
    if (replica == nullptr || replica->core() == nullptr) continue;
    if (replica->core()->role() != consensus::RoleKind::kLeader) continue;
    if (dice_.strike(FaultClass::kClockJump, 1, 2) && mayImpair(node))
      world_.setClockOffset(
          node, -static_cast<std::int64_t>(dice_.of(FaultClass::kClockJump).below(3'600 * kSecondNs)));
  }
}

void Nemesis::heal() {
  healed_ = true;
  leaderFallsBehind();
  dice_.calm();
  world_.healCuts();
  for (const NodeId node : everybody_) {
    // A wrong clock is nothing that passes: a minority of them must not matter.
    const auto& validators = world_.validators();
    const bool votes = std::ranges::find(validators, node) != validators.end();
    if (!votes || !impaired_.contains(node)) world_.setClockOffset(node, 0);
    world_.disk(node).capacityBytes = kUnlimited;
    if (!world_.up(node) && !world_.halted(node)) world_.start(node);
  }
}

}  // namespace aurigraph::sim
