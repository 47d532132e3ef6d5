#pragma once

#include <cstdint>
#include <vector>

#include "core/wire/commands.h"
#include "tests/support/field_sample.h"

namespace aurigraph::test {

/// Credits of three series, with two approvals: every list of an issue has something in it.
inline wire::IssueToken carbonIssue() {
  wire::IssueToken issue;
  issue.asset = AssetId(3);
  issue.symbol = "CO2-1";
  issue.name = "Forest credits";
  issue.supply = 30;
  issue.unitPriceMinor = 1'800;
  issue.currency = "USD";
  issue.lockUpSeconds = 60;
  issue.serials = {{"GS", "A", 1, 10}, {"VERRA", "A", 1, 10}, {"VERRA", "A", 11, 15}, {"VERRA", "B", 1, 5}};
  issue.approvals.until = Nanoseconds(86'400'000'000'000);
  issue.approvals.given.resize(2);
  for (std::uint8_t at = 0; at < 2; ++at) {
    issue.approvals.given[at].approver.bytes.fill(static_cast<std::uint8_t>(1 + 2 * at));
    issue.approvals.given[at].signature.bytes.fill(static_cast<std::uint8_t>(2 + 2 * at));
  }
  return issue;
}

/// One of each kind, every field filled.
inline std::vector<wire::AnyCommand> oneOfEachCommand() {
  std::vector<wire::AnyCommand> out;
  wire::anyCommandKind([&]<class Command>(const Command&) {
    out.emplace_back(sampleOf<Command>());
    return false;
  });
  return out;
}

}  // namespace aurigraph::test
