#include "app/sim/run.h"

#include <algorithm>
#include <numeric>

#include "app/sim/clients.h"
#include "app/sim/core_model_test.h"
#include "app/sim/log_model_test.h"
#include "app/sim/nemesis.h"

namespace aurigraph::sim {
namespace {

constexpr Microseconds kSecond = 1'000'000;
constexpr Microseconds kLivenessTimeout = 40 * kSecond;  ///< For the liveness phase.

wire::Genesis genesisOf(std::size_t validators, std::size_t business) {
  wire::Genesis genesis = test::seriesGenesis();
  genesis.nodes.clear();
  for (std::uint32_t number = 1; number <= validators + business; ++number) {
    const auto kind = number <= validators ? wire::NodeKind::kValidator : wire::NodeKind::kBusiness;
    genesis.nodes.push_back(
        {NodeId(number), kind, "node-" + std::to_string(number), keyNumber(200 + number).publicKey()});
  }
  return genesis;
}

/// Small limits make rare paths ordinary.
WorldOptions drawWorld(Random& random) {
  constexpr std::size_t sizes[] = {1, 2, 3, 3, 3, 3, 3, 4, 5, 5};
  WorldOptions out;
  out.genesis = genesisOf(random.oneOf(sizes), random.between(1, 2));
  out.cheapSignatures = !random.chance(1, 12);

  auto& replica = out.replica;
  replica.stateSecret = test::testSecret();
  auto& consensus = replica.consensus;
  consensus.electionTicks = static_cast<std::uint32_t>(random.between(8, 25));
  consensus.heartbeatTicks = static_cast<std::uint32_t>(random.between(2, consensus.electionTicks / 4));
  consensus.sealTicks = static_cast<std::uint32_t>(random.between(4, 12));
  consensus.stallTicks = static_cast<std::uint32_t>(random.between(15, 40));
  consensus.ticksWithoutCommit = static_cast<std::uint32_t>(random.between(3, 6)) * consensus.electionTicks;
  consensus.blocksPerMessage = random.between(1, 8);
  consensus.inflightMessages = random.between(1, 16);
  consensus.uncommittedBlocks = random.between(2, 32);
  consensus.tailBlocks = random.between(1, 16);
  consensus.executionLag = random.between(1, 16);
  replica.ledger.checkpointInterval = Height(random.between(3, 20));
  replica.ledger.activationLeastAhead = consensus.executionLag + consensus.uncommittedBlocks + 1;
  replica.ledger.activationMostAhead = 4 * replica.ledger.activationLeastAhead;
  if (random.chance(1, 2)) replica.execution.understands = Protocol(kProtocol.value + 2);
  // Sessions come and go while their batches are under way.
  if (random.chance(1, 2)) replica.ledger.sessionsPerAuthor = random.between(1, 3);
  if (random.chance(1, 2))
    replica.ledger.sessionIdle =
        Nanoseconds(static_cast<std::int64_t>(random.between(300, 3'000)) * 1'000'000);
  replica.execution.sliceOperations = random.between(8, 256);
  replica.execution.commandWeight = random.between(1, 64);
  replica.execution.verifyAhead = random.between(1, 16);
  replica.execution.readAheadBytes = random.between(1, 32) * 64 * 1024;
  replica.ordering.blocksInFlight = random.between(1, 4);
  replica.log.segmentBytes = random.chance(1, 2) ? 128 * 1024 : 512 * 1024;
  replica.log.allocateStepBytes = random.between(1, 8) * 64 * 1024;
  replica.log.maxGroupFrames = random.between(1, 8);

  auto& business = out.business;
  business.sweepTicks = random.between(2, 10);
  business.resendTicks = random.between(5, 50);
  business.maxResendTicks = business.resendTicks * 4;
  business.noLeaderTicks = random.between(100, 400);
  business.gapTicks = 1'000;
  business.maxAwaitingFinal = random.chance(1, 2) ? 65'536 : random.between(1, 40);
  business.heldBytes = random.chance(1, 2) ? 256 * 1024 : 4 * 1024 * 1024;
  return out;
}

audit::Policy policyOf(const ledger::Limits& limits) {
  audit::Policy out;
  out.sessionsMost = limits.sessionsPerAuthor;
  out.sessionIdle = limits.sessionIdle;
  out.activationLeastAhead = limits.activationLeastAhead;
  out.activationMostAhead = limits.activationMostAhead;
  return out;
}

std::string describe(const World& world, NodeId node) {
  std::string out = "node " + std::to_string(node.value);
  const Replica* replica = world.replica(node);
  if (replica == nullptr)
    return out + (world.halted(node) ? ": halted, its log is damaged or gone" : ": down");
  const auto* core = replica->core();
  if (core == nullptr) return out + ": recovering";
  constexpr std::string_view roles[] = {"follower", "pre-candidate", "candidate", "leader", "learner"};
  out += ": ";
  out += roles[static_cast<std::size_t>(core->role())];
  const auto add = [&](std::string_view name, std::uint64_t value) {
    out += ' ';
    out += name;
    out += ' ' + std::to_string(value);
  };
  add("term", core->term().value);
  add("last", core->last().value);
  add("durable", core->durable().value);
  add("committed", core->commit().value);
  add("executed", replica->execution()->applied().value);
  for (const auto& peer : core->peers()) {
    add("| peer", peer.node.value);
    add("match", peer.match.value);
    add("next", peer.next.value);
    out += peer.state == consensus::Progress::State::kProbing ? " probing" : "";
  }
  return out;
}

class Run {
 public:
  Run(std::uint64_t seed, const RunOptions& options)
      : seed_(seed), mutant_(options.mutant), random_(seed, 0), dice_(seed, options.mask) {
    if (options.sink) trace_.setSink(options.sink);
  }

  RunReport go() {
    RunReport report;
    report.seed = seed_;
    report.violation = testLogModel(seed_, mutant_, trace_);
    if (!report.violation) report.violation = testCoreModel(seed_, mutant_, trace_);
    if (!report.violation) cluster(report);
    report.hits = dice_.hits();
    report.strikes = dice_.drawn();
    report.traceHash = trace_.hash();
    report.events = trace_.events();
    return report;
  }

 private:
  void cluster(RunReport& report) {
    WorldOptions options = drawWorld(random_);
    options.mutant = mutant_;
    Checker checker(options.genesis, Signatures(options.cheapSignatures), policyOf(options.replica.ledger));
    World world(std::move(options), seed_, dice_, trace_, checker);
    checker.attach(world);
    Clients clients(world, dice_, trace_, checker, seed_);
    Nemesis nemesis(world, dice_, checker, seed_);
    report.cluster = std::to_string(world.validators().size()) + " validators + " +
                     std::to_string(world.businessNodes().size()) + " business";

    clients.begin();
    nemesis.begin();
    const Microseconds safety = random_.between(3 * kSecond, 7 * kSecond);
    world.runUntil([&] { return checker.violation().has_value(); }, safety);
    if (!checker.violation()) settle(world, checker, clients, nemesis);
    if (!checker.violation()) checker.closing();
    report.violation = checker.violation();
    if (report.violation) {
      for (const NodeId node : world.validators()) report.nodes.push_back(describe(world, node));
      for (const NodeId node : world.businessNodes()) report.nodes.push_back(describe(world, node));
    }
    report.virtualTime = world.now();
    report.answered = clients.answered();
    report.transfers = checker.transfers();
    report.refused = checker.refused();
    report.blocks = checker.decided().value;
    report.elections = checker.elections();
  }

  /// Everything that was asked must be answered, everywhere, and be final; and new work too.
  void settle(World& world, Checker& checker, Clients& clients, Nemesis& nemesis) {
    nemesis.heal();
    checker.faultsEnded();
    const std::uint64_t before = clients.answered();
    const Microseconds end = world.now() + kLivenessTimeout;
    const auto over = [&] { return checker.violation().has_value(); };
    const auto moves = [&] { return clients.answered() > before + 3 && checker.timeHasCome(); };
    world.runUntil([&] { return over() || moves(); }, end);
    clients.finish();
    const auto atRest = [&] {
      if (!clients.idle() || checker.certifiedUpTo() < checker.decided()) return false;
      const auto all = [&](const std::vector<NodeId>& nodes) {
        return std::ranges::all_of(nodes, [&](NodeId node) {
          if (world.halted(node) || checker.lostByRot(node)) return true;
          const Replica* replica = world.replica(node);
          return replica != nullptr && replica->execution() != nullptr && !replica->execution()->midBlock() &&
                 replica->execution()->applied() == checker.decided();
        });
      };
      return all(world.validators()) && all(world.businessNodes());
    };
    if (world.runUntil([&] { return over() || (clients.answered() > before && atRest()); }, end)) return;
    checker.violate(clients.answered() > before && clients.idle()
                        ? "liveness: not every node caught up after the faults ended"
                        : "liveness: a request was not answered after the faults ended");
  }

  std::uint64_t seed_;
  FaultSet mutant_;
  Random random_;
  FaultDice dice_;
  Trace trace_;
};

}  // namespace

void prepare() {
  (void)keyNumber(0);
  for (const test::Person* person :
       {&test::administrator(), &test::issuer(), &test::compliance(), &test::reviewer(), &test::holder(),
        &test::holder2(), &test::slimNode(), &test::reviewer2(), &test::administrator2(),
        &test::riskOfficer(), &test::custodian(), &test::claimIssuer()})
    AG_ASSERT(person->id != IdentityId());
}

RunReport runSeed(std::uint64_t seed, const RunOptions& options) {
  return Run(seed, options).go();
}

Minimised minimise(const RunReport& failure, const RunOptions& options, std::size_t atMostRuns,
                   const RunOne& run) {
  Minimised best{failure, options.mask, 0};
  const auto fails = [&](const FaultMask& mask) {
    if (best.runs >= atMostRuns) return false;
    ++best.runs;
    RunOptions smaller = options;
    smaller.mask = mask;
    smaller.sink = {};
    RunReport report = run(failure.seed, smaller);
    if (!report.violation) return false;
    best.report = std::move(report);
    best.mask = mask;
    return true;
  };
  for (std::size_t fault = 0; fault < kFaultClasses; ++fault) {
    FaultMask without = best.mask;
    without.off.set(fault);
    (void)fails(without);
  }
  std::vector<std::uint64_t> kept(best.report.strikes);
  std::iota(kept.begin(), kept.end(), 0);
  for (std::size_t piece = std::max<std::size_t>(kept.size() / 2, 1);
       !kept.empty() && best.runs < atMostRuns;) {
    bool smaller = false;
    for (std::size_t at = 0; at < kept.size() && best.runs < atMostRuns;) {
      std::vector<std::uint64_t> rest(kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(at));
      rest.insert(rest.end(), kept.begin() + static_cast<std::ptrdiff_t>(std::min(at + piece, kept.size())),
                  kept.end());
      FaultMask mask = best.mask;
      mask.only = rest;
      if (fails(mask)) {
        kept = std::move(rest);
        smaller = true;
      } else {
        at += piece;
      }
    }
    if (piece == 1 && !smaller) break;
    if (piece > 1) piece /= 2;
  }
  return best;
}

}  // namespace aurigraph::sim
