#pragma once

#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/wire/commands/approval.h"

namespace aurigraph::wire {

inline constexpr std::size_t kMaxProposedBytes = 16 * 1024;

/// Puts a command that needs the words of others onto the ledger, where they endorse it (endorse.h); it is
/// executed as the author's when the last word that it needs has come, if it may be then. Author: who might
/// order it himself, had he their signatures.
struct Propose {
  static constexpr CommandKind kKind{50};
  static constexpr std::string_view kName = "propose";
  static constexpr std::uint16_t kSince = 1;

  std::uint16_t kind = 0;  ///< Of the command.
  Bytes payload;           ///< Its canonical encoding: no approvals given, and `until` when it ends.
  bool operator==(const Propose&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("command_kind", self.kind, form::Whole{UINT16_MAX});
    visit("payload", self.payload, form::Blob{kMaxProposedBytes});
  }
};

}  // namespace aurigraph::wire
