#include "nodes/replica/replica_actor.h"

#include <utility>

namespace aurigraph::replica {
namespace {

constexpr std::uint64_t kFirstSealToken = std::uint64_t{1} << 41;

}  // namespace

Replica::Replica(ReplicaOptions options, runtime::Surroundings& surroundings, Faults faults)
    : options_(std::move(options)),
      genesis_(options_.genesis.digest()),
      voters_(options_.genesis.voters()),
      votes_(voters_.newest().quorum.contains(options_.self)),
      surroundings_(surroundings),
      faults_(faults),
      log_(
          [this] {
            log::LogOptions forLog = options_.log;
            forLog.node = options_.self;
            forLog.genesis = genesis_;
            forLog.lane = options_.lane;
            forLog.durable = votes_;
            return forLog;
          }(),
          surroundings, faults),
      ordering_(genesis_, options_.lane, options_.ordering),
      sealing_(options_.self, voters_, genesis_, options_.lane, kFirstSealToken) {}

void Replica::step(const runtime::Event& event, Out& out) {
  if (stopped_) return;
  if (core_) {
    consensus::Effects none;
    core_->step(consensus::ClockRead{{surroundings_.tick(), surroundings_.wallClock()}}, none);
  }
  std::visit([&](const auto& what) { on(what, out); }, event);
  if (!stopped_ && core_) work(out);
}

}  // namespace aurigraph::replica
