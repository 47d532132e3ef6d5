#pragma once

#include "core/base/limits.h"
#include "core/wire/commands/command.h"

namespace aurigraph::wire {

/// A scored record from a slim node. Every replica scores it again and refuses another integer (R-QA-2).
struct SubmitRecord {
  static constexpr CommandKind kKind{10};
  static constexpr std::string_view kName = "submit-record";
  static constexpr std::uint16_t kSince = 1;

  Bytes record;    ///< Canonical record, core/wire/record.h.
  Bytes inputs;    ///< Canonical recorded inputs, core/wire/record.h.
  Digest ruleSet;  ///< The rule set it was scored under; must be one the ledger has adopted.
  Ppm claimedScore;
  Digest explanation;               ///< Of the stored explanation object.
  std::uint8_t evidenceCopies = 0;  ///< Nodes that hold raw bytes, record and explanation; 1 is marked.
  bool operator==(const SubmitRecord&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("record", self.record, form::Blob{limits::kMaxCommandPayloadBytes});
    visit("inputs", self.inputs, form::Blob{limits::kMaxCommandPayloadBytes});
    visit("rule_set", self.ruleSet, form::Hex{});
    visit("score_ppm", self.claimedScore, form::Signed{0, 1'000'000, "ppm"});
    visit("explanation", self.explanation, form::Hex{});
    visit("evidence_copies", self.evidenceCopies, form::Whole{UINT8_MAX});
  }
};

}  // namespace aurigraph::wire
