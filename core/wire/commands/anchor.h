#pragma once

#include "core/wire/commands/command.h"

namespace aurigraph::wire {

/// Merkle root over all that a slim node fetched, transformed and scored in an interval (R-LED-8).
struct Anchor {
  static constexpr CommandKind kKind{30};
  static constexpr std::string_view kName = "anchor";
  static constexpr std::uint16_t kSince = 1;

  Nanoseconds from;
  Nanoseconds to;
  std::uint32_t leafCount = 0;
  Digest root;
  bool operator==(const Anchor&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("from", self.from, form::Signed{0, INT64_MAX, "ns"});
    visit("to", self.to, form::Signed{0, INT64_MAX, "ns"});
    visit("leaf_count", self.leafCount, form::Whole{UINT32_MAX});
    visit("root", self.root, form::Hex{});
  }
};

}  // namespace aurigraph::wire
