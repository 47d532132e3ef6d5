#pragma once

#include <string>

#include "core/wire/commands/command.h"
#include "core/wire/rows/index.h"
#include "core/wire/rows/row.h"
#include "core/wire/source_terms.h"

namespace aurigraph::wire {

/// A source that records may name.
struct SourceRow {
  static constexpr StateTable kTable{15};
  static constexpr std::string_view kName = "sources";
  static constexpr bool kShownInProofs = false;

  SourceTerms terms = {};
  std::uint32_t version = 0;  ///< How many terms it has had.
  Height since = {};          ///< Of these.
  // pause
  Nanoseconds pausedAt = {};     ///< The last time; 0: never.
  Nanoseconds pausedUntil = {};  ///< Not paused from then on.
  IdentityId pausedBy = {};
  // records
  Nanoseconds hourSince = {};  ///< The hour in which `recordsInHour` came.
  std::uint32_t recordsInHour = 0;
  bool operator==(const SourceRow&) const = default;

  [[nodiscard]] bool isPaused(Nanoseconds time) const { return time < pausedUntil; }

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    constexpr form::Signed kTime{INT64_MIN, INT64_MAX, "ns"};
    SourceTerms::fields(self.terms, visit);
    visit("version", self.version, form::Whole{UINT32_MAX});
    visit("since_height", self.since, form::Whole{UINT64_MAX});
    visit("paused_at", self.pausedAt, kTime);
    visit("paused_until", self.pausedUntil, kTime);
    visit("paused_by", self.pausedBy, form::Whole{UINT32_MAX});
    visit("hour_since", self.hourSince, kTime);
    visit("records_in_hour", self.recordsInHour, form::Whole{UINT32_MAX});
  }
  [[nodiscard]] bool canonical() const { return terms.canonical(); }
  struct Indexes;
};

[[nodiscard]] inline std::string sourceNameOf(const SourceRow& row) {
  return row.terms.name;
}

struct SourceRow::Indexes {
  index::Unique<&sourceNameOf> byName;
  bool operator==(const Indexes&) const = default;

  template <class Use>
  void each(Use use) {
    use(byName);
  }
};

}  // namespace aurigraph::wire
