#include "core/ledger/timers.h"

#include <array>

#include "core/ledger/contracts/contract.h"
#include "core/ledger/sessions.h"

namespace aurigraph::ledger {
namespace {

// Two cache misses each when nothing is to be done. At ten blocks a second a million sessions are seen to in
// less than half an hour.
constexpr std::size_t kSessionsPerBlock = 64;
constexpr std::size_t kProposalsPerBlock = 64;

}  // namespace

std::span<const Timer> timers() {
  static constexpr std::array kAll{Timer{"idle sessions", kSessionsPerBlock, dropIdleSessions},
                                   Timer{"ended proposals", kProposalsPerBlock, dropEndedProposals}};
  return kAll;
}

}  // namespace aurigraph::ledger
