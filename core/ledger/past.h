#pragma once

#include <cstdint>

#include "core/ledger/state.h"
#include "core/quality/context/context.h"

namespace aurigraph::ledger {

/// The ledger's tables, as the context of a score asks for them. Never fails. Requires that the state
/// outlives it and does not change.
class LedgerPast : public quality::Past {
 public:
  explicit LedgerPast(const State& state) : state_(state) {}

  Result<std::optional<Said>> sameMoment(const wire::Record& record) override;
  Result<std::vector<Decimal>> history(const wire::Record& record, std::string_view field) override;
  Result<std::vector<Decimal>> lastOfDays(const wire::Record& record, std::string_view field) override;
  Result<std::optional<Word>> anothersWord(const wire::Record& record, std::string_view field) override;
  Result<bool> isAccepted(wire::RecordKind kind, const std::string& assetKey) override;
  Result<bool> serialsOverlap(const wire::Record& block, const wire::SerialRange& serials) override;
  Result<std::vector<wire::RuleFact>> facts(const wire::Record& record) override;

 private:
  const State& state_;
};

/// Slot of the record's series (object, kind, source); 0: it is the first of it.
[[nodiscard]] std::uint64_t seriesSlotOf(const State& state, const wire::Record& record);
/// The series after one more record that joins it; an empty row: of a new one.
[[nodiscard]] SeriesRow withOneMore(SeriesRow series, const wire::Record& record, Band band,
                                    const quality::RuleSet& rules);

}  // namespace aurigraph::ledger
