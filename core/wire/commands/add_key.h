#pragma once

#include "core/wire/commands/command.h"
#include "core/wire/commands/possession.h"

namespace aurigraph::wire {

/// Another key for the author's identity: whatever one of its keys signs, the identity says. It has at most 8
/// in force, and 16 new ones within 30 days.
struct AddKey {
  static constexpr CommandKind kKind{40};
  static constexpr std::string_view kName = "add-key";
  static constexpr std::uint16_t kSince = 1;

  PublicKey key;
  Signature possession;  ///< By `key`, over possessionDigest().
  bool operator==(const AddKey&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("key", self.key, form::Hex{});
    visit("possession", self.possession, form::Hex{});
  }
};

}  // namespace aurigraph::wire
