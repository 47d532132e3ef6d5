#pragma once

#include "core/wire/commands/command.h"
#include "core/wire/commands/possession.h"

namespace aurigraph::wire {

/// A new key in the place of the one that signs this. The old one ends with the batch that it signed: what
/// follows there is executed, another rotation is not.
struct RotateKey {
  static constexpr CommandKind kKind{42};
  static constexpr std::string_view kName = "rotate-key";
  static constexpr std::uint16_t kSince = 1;

  PublicKey key;
  Signature possession;  ///< By `key`, over possessionDigest().
  bool operator==(const RotateKey&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("key", self.key, form::Hex{});
    visit("possession", self.possession, form::Hex{});
  }
};

}  // namespace aurigraph::wire
