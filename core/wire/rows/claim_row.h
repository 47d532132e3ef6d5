#pragma once

#include <string>
#include <tuple>
#include <utility>

#include "core/wire/commands/claim.h"
#include "core/wire/rows/index.h"
#include "core/wire/rows/row.h"

namespace aurigraph::wire {

/// What a claim issuer says about an identity. Taken back it stays, and ended: it may be said again, or
/// another claim of the two takes its place.
struct ClaimRow {
  static constexpr StateTable kTable{11};
  static constexpr std::string_view kName = "claims";
  static constexpr bool kShownInProofs = false;

  IdentityId subject;
  IdentityId issuer;
  std::string topic;
  std::string value;
  Height since;        ///< When it was said last.
  Nanoseconds endsAt;  ///< Block time; taken back: when it was.
  bool operator==(const ClaimRow&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("subject", self.subject, form::Whole{UINT32_MAX});
    visit("issuer", self.issuer, form::Whole{UINT32_MAX});
    visit("topic", self.topic, form::Text{kMaxTopicBytes});
    visit("value", self.value, form::Text{kMaxClaimValueBytes});
    visit("since_height", self.since, form::Whole{UINT64_MAX});
    visit("ends_at", self.endsAt, form::Signed{INT64_MIN, INT64_MAX, "ns"});
  }
  struct Indexes;
};

using ClaimKey = std::tuple<IdentityId, IdentityId, std::string, std::string>;
[[nodiscard]] inline ClaimKey claimKeyOf(const ClaimRow& row) {
  return {row.subject, row.issuer, row.topic, row.value};
}
using SubjectTopic = std::pair<IdentityId, std::string>;
[[nodiscard]] inline SubjectTopic subjectTopicOf(const ClaimRow& row) {
  return {row.subject, row.topic};
}
using SubjectIssuer = std::pair<IdentityId, IdentityId>;
[[nodiscard]] inline SubjectIssuer subjectIssuerOf(const ClaimRow& row) {
  return {row.subject, row.issuer};
}

struct ClaimRow::Indexes {
  index::Unique<&claimKeyOf> byWords;
  index::Grouped<&subjectTopicOf> ofTopic;
  index::Grouped<&ClaimRow::subject> ofSubject;
  index::Grouped<&subjectIssuerOf> byIssuer;
  bool operator==(const Indexes&) const = default;

  template <class Use>
  void each(Use use) {
    use(byWords), use(ofTopic), use(ofSubject), use(byIssuer);
  }
};

}  // namespace aurigraph::wire
