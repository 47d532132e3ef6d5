#pragma once

#include <cstdint>
#include <vector>

#include "core/wire/commands.h"

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
  issue.approvals.resize(2);
  for (std::uint8_t at = 0; at < 2; ++at) {
    issue.approvals[at].approver.bytes.fill(static_cast<std::uint8_t>(1 + 2 * at));
    issue.approvals[at].signature.bytes.fill(static_cast<std::uint8_t>(2 + 2 * at));
  }
  return issue;
}

/// One of each kind. Whoever uses it checks that none is missing: its size against AnyCommand's.
inline std::vector<wire::AnyCommand> oneOfEachCommand() {
  const auto digest = [](std::uint8_t value) {
    Digest out;
    out.bytes.fill(value);
    return out;
  };
  PublicKey key;
  key.bytes.fill(1);
  return {
      wire::RegisterIdentity{"Mária Kováčová", key, maskOf(wire::Role::kIssuer)},
      wire::OpenAccount{IdentityId(2), TokenId(3)},
      wire::SubmitRecord{{1, 2, 3}, {4, 5}, digest(6), Ppm(720'000), digest(7), 2},
      wire::ClaimReview{digest(8)},
      wire::DecideReview{digest(8), wire::ReviewDecision::kApprove, 3, "Second quote seen.\nPrice is right."},
      wire::ReleaseReview{digest(8)},
      wire::RegisterAsset{wire::AssetTemplate::kCarbon,
                          "VERRA/VCS-1",
                          "Forest",
                          {digest(1), digest(2)},
                          {{"project-design", digest(3)}}},
      carbonIssue(),
      wire::Anchor{Nanoseconds(1), Nanoseconds(2), 3, digest(4)}};
}

}  // namespace aurigraph::test
