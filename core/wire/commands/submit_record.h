#pragma once

#include "core/base/limits.h"
#include "core/wire/commands/command.h"

namespace aurigraph::wire {

/// A record from a slim node. What it is worth the ledger finds by itself (R-QA-2): its command carries
/// neither score nor context.
struct SubmitRecord {
  static constexpr CommandKind kKind{10};
  static constexpr std::string_view kName = "submit-record";
  static constexpr std::uint16_t kSince = 1;

  Bytes record;                     ///< Canonical record, core/wire/record.h.
  std::uint8_t evidenceCopies = 0;  ///< Nodes that hold raw bytes and record; 1 is marked.
  bool operator==(const SubmitRecord&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("record", self.record, form::Blob{limits::kMaxCommandPayloadBytes});
    visit("evidence_copies", self.evidenceCopies, form::Whole{UINT8_MAX});
  }
};

}  // namespace aurigraph::wire
