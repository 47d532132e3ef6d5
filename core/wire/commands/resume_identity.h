#pragma once

#include "core/base/types.h"
#include "core/wire/commands/command.h"

namespace aurigraph::wire {

/// Ends a suspension before its time. Author: an administrator, not the identity itself.
struct ResumeIdentity {
  static constexpr CommandKind kKind{7};
  static constexpr std::string_view kName = "resume-identity";
  static constexpr std::uint16_t kSince = 1;

  IdentityId identity;
  bool operator==(const ResumeIdentity&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("identity", self.identity, form::Whole{UINT32_MAX});
  }
};

}  // namespace aurigraph::wire
