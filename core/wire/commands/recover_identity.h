#pragma once

#include <string>

#include "core/wire/commands/approval.h"
#include "core/wire/commands/possession.h"

namespace aurigraph::wire {

/// Gives an identity whose keys are lost a new one: all keys it had end for ever, and so does every role with
/// a duty, and its notice address; what it holds, what is held for it and what is said about it stays its
/// own. Author: permission kRecoverIdentity, with the approvals of kEndorseRisk and kEndorseCustody. Not for
/// administrators.
struct RecoverIdentity {
  static constexpr CommandKind kKind{9};
  static constexpr std::string_view kName = "recover-identity";
  static constexpr std::uint16_t kSince = 1;

  PublicKey lost;        ///< One of the identity's keys, and in force.
  PublicKey key;         ///< From now on its only one.
  Signature possession;  ///< By `key`, over possessionDigest().
  std::string reason;
  Digest document;  ///< SHA-256 of what proves who asks.
  Approvals approvals;
  bool operator==(const RecoverIdentity&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("lost", self.lost, form::Hex{});
    visit("key", self.key, form::Hex{});
    visit("possession", self.possession, form::Hex{});
    visit("reason", self.reason, form::Text{kMaxNoteBytes});
    visit("document", self.document, form::Hex{});
    visit("approvals", self.approvals, kApprovalsForm);
  }
};

}  // namespace aurigraph::wire
