#pragma once

#include <cstddef>
#include <cstdint>
#include <map>

#include "core/base/types.h"
#include "core/wire/record.h"

namespace aurigraph::audit {

/// Numbers that the requirements state and the ledger takes from a rule set or its configuration.
struct RecordAges {
  std::int64_t approvalSeconds = 0;  ///< How long an approval counts (block time).
  std::int64_t mintSeconds = 0;      ///< How old a record may be at minting.
};

struct Policy {
  Ppm acceptFrom = Ppm(800'000);  ///< R-QA-3: exact, nothing rounds up.
  Ppm reviewFrom = Ppm(600'000);
  std::int64_t claimSeconds = 15 * 60;     ///< docs/review.md
  std::size_t lotsMost = 64;               ///< DESIGN §4: lots or intervals per holding.
  std::uint64_t accountsMost = 1'000'000;  ///< The ledger's configured limits.
  std::uint64_t rowsMost = 1'000'000;
  std::size_t sessionsMost = 16;  ///< DESIGN §2: open per author.
  Nanoseconds sessionIdle{3'600'000'000'000};
  Nanoseconds longestValidity{3'600'000'000'000};
  std::size_t keysInForceMost = 8;  ///< The words of identity.key_limit.
  std::size_t keysLatelyMost = 16;  ///< Within 30 days.
  std::size_t claimsMost = 16;      ///< Of one issuer about one identity, in force: the words of claim.limit.
  std::size_t proposalsMost = 64;   ///< Of one author, executed ones included: the words of proposal.limit.
  std::size_t sourcesMost = 1'024;  ///< docs/formats/state.md
  std::size_t factsMost = 65'536;   ///< The same.
  /// Blocks between an activation of a protocol version and its height: the words of protocol.height.
  std::uint64_t activationLeastAhead = 512;
  std::uint64_t activationMostAhead = 10'000'000;
  /// Of the kinds that a mint asks for, and of what tests review beside them (docs/review.md,
  /// docs/decisions/028-mint-gate.md).
  std::map<wire::RecordKind, RecordAges> ages = {
      {wire::RecordKind::kMarketSnapshot, {900, 60}},
      {wire::RecordKind::kPropertyValuation, {86'400, 30 * 86'400}},
      {wire::RecordKind::kPropertyTitle, {86'400, 86'400}},
      {wire::RecordKind::kCarbonProject, {86'400, 86'400}},
      {wire::RecordKind::kCarbonBlock, {86'400, 600}},
      {wire::RecordKind::kCarbonPrice, {1'800, 86'400}},
      {wire::RecordKind::kSupplyEvent, {3'600, 3'600}},
      {wire::RecordKind::kSupplySensor, {3'600, 3'600}},
  };
};

}  // namespace aurigraph::audit
