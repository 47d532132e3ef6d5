#pragma once

#include <string>
#include <utility>

#include "core/wire/commands/claim.h"
#include "core/wire/rows/index.h"
#include "core/wire/rows/row.h"

namespace aurigraph::wire {

/// Since when a claim issuer's claims of a topic count.
struct TrustRow {
  static constexpr StateTable kTable{12};
  static constexpr std::string_view kName = "trusted-claim-issuers";
  static constexpr bool kShownInProofs = false;

  IdentityId issuer;
  std::string topic;
  Height since;  ///< 0: not any more.
  /// The issuer's count of role changes when it was trusted: who lost the role, or was recovered, is trusted
  /// anew or not at all.
  std::uint32_t roleChanges = 0;
  bool operator==(const TrustRow&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("issuer", self.issuer, form::Whole{UINT32_MAX});
    visit("topic", self.topic, form::Text{kMaxTopicBytes});
    visit("since_height", self.since, form::Whole{UINT64_MAX});
    visit("role_changes", self.roleChanges, form::Whole{UINT32_MAX});
  }
  struct Indexes;
};

using IssuerTopic = std::pair<IdentityId, std::string>;
[[nodiscard]] inline IssuerTopic issuerTopicOf(const TrustRow& row) {
  return {row.issuer, row.topic};
}

struct TrustRow::Indexes {
  index::Unique<&issuerTopicOf> byTopic;
  bool operator==(const Indexes&) const = default;

  template <class Use>
  void each(Use use) {
    use(byTopic);
  }
};

}  // namespace aurigraph::wire
