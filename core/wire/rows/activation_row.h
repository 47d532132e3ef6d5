#pragma once

#include "core/wire/rows/index.h"
#include "core/wire/rows/row.h"

namespace aurigraph::wire {

/// From which height blocks may be of a protocol version. It stays when the version is in force.
struct ActivationRow {
  static constexpr StateTable kTable{14};
  static constexpr std::string_view kName = "protocol-activations";
  static constexpr bool kShownInProofs = false;

  Protocol version;
  Height from;
  IdentityId by;
  Height since;
  bool operator==(const ActivationRow&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("protocol", self.version, form::Whole{UINT16_MAX});
    visit("from_height", self.from, form::Whole{UINT64_MAX});
    visit("by", self.by, form::Whole{UINT32_MAX});
    visit("since_height", self.since, form::Whole{UINT64_MAX});
  }
  struct Indexes;
};

struct ActivationRow::Indexes {
  index::Unique<&ActivationRow::version> byVersion;
  bool operator==(const Indexes&) const = default;

  template <class Use>
  void each(Use use) {
    use(byVersion);
  }
};

}  // namespace aurigraph::wire
