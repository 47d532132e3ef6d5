#pragma once

#include <string>
#include <utility>

#include "core/wire/fact.h"
#include "core/wire/rows/index.h"
#include "core/wire/rows/row.h"

namespace aurigraph::wire {

/// What scores of an object's records count with. Taken back it stays, with an empty value.
struct FactRow {
  static constexpr StateTable kTable{16};
  static constexpr std::string_view kName = "facts";
  static constexpr bool kShownInProofs = false;

  Fact fact = {};
  std::uint32_t version = 0;  ///< How many values it has had.
  Height since = {};          ///< Of this one.
  bool operator==(const FactRow&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    Fact::fields(self.fact, visit);
    visit("version", self.version, form::Whole{UINT32_MAX});
    visit("since_height", self.since, form::Whole{UINT64_MAX});
  }
  struct Indexes;
};

using FactKey = std::pair<std::string, FactName>;
[[nodiscard]] inline FactKey factKeyOf(const FactRow& row) {
  return {row.fact.assetKey, row.fact.name};
}

struct FactRow::Indexes {
  index::Unique<&factKeyOf> byKey;
  bool operator==(const Indexes&) const = default;

  template <class Use>
  void each(Use use) {
    use(byKey);
  }
};

}  // namespace aurigraph::wire
