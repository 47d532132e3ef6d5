#include "app/sim/core_model_test.h"

#include "app/sim/core_chaos.h"

namespace aurigraph::sim {
namespace {

constexpr std::size_t kSteps = 12'000;

}  // namespace

std::optional<std::string> testCoreModel(std::uint64_t seed, const FaultSet& mutant, Trace& trace) {
  Random random(seed, 60);
  const std::size_t validators = random.chance(2, 3) ? 3 : 5;
  test::Chaos chaos(validators, random.below(2), random.next(), Faults(mutant));
  chaos.run(kSteps);
  const bool works = !chaos.cluster().violations.empty() || chaos.comesBack();
  trace.event(NodeId(), "core model test", chaos.cluster().committed().size(), chaos.proposed);
  if (!chaos.cluster().violations.empty())
    return "core model test: " + chaos.cluster().violations.front().what;
  if (!works) return "core model test: liveness: no agreement after the faults ended";
  return {};
}

}  // namespace aurigraph::sim
