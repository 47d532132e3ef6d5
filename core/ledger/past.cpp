#include "core/ledger/past.h"

#include <algorithm>

namespace aurigraph::ledger {
namespace {

const SeriesRow* seriesOf(const State& state, const wire::Record& record) {
  return state.of<SeriesRow>().find(seriesSlotOf(state, record));
}

const std::vector<std::uint64_t>& allOf(const State& state, wire::RecordKind kind,
                                        const std::string& assetKey) {
  return state.of<SeriesRow>().indexes().ofObject.of({assetKey, kind});
}

const wire::SeriesField* fieldIn(const SeriesRow& series, std::string_view name) {
  const auto at =
      std::ranges::lower_bound(series.watched, name, {},
                               [](const wire::SeriesField& field) -> std::string_view { return field.name; });
  return at != series.watched.end() && at->name == name ? &*at : nullptr;
}

/// The highest revision of each moment, of the newest moments.
void noteMoment(std::vector<wire::SeriesMoment>& moments, const wire::Record& record) {
  const auto moment = record.moment();
  if (!moment) return;
  const auto at = std::ranges::lower_bound(moments, *moment, {}, &wire::SeriesMoment::moment);
  if (at != moments.end() && at->moment == *moment) {
    if (at->revision < record.revision) *at = {*moment, record.revision, record.content()};
    return;
  }
  if (moments.size() == wire::kMaxSeriesValues && at == moments.begin()) return;
  moments.insert(at, {*moment, record.revision, record.content()});
  if (moments.size() > wire::kMaxSeriesValues) moments.erase(moments.begin());
}

void noteDay(std::vector<wire::SeriesDay>& days, std::int64_t day, const Decimal& value) {
  const auto at = std::ranges::lower_bound(days, day, {}, &wire::SeriesDay::day);
  if (at != days.end() && at->day == day) {
    at->value = value;
    return;
  }
  days.insert(at, {day, value});
  if (days.size() > wire::kMaxSeriesValues) days.erase(days.begin());
}

void noteValue(std::vector<wire::SeriesField>& watched, const quality::Watched& said,
               const wire::Record& record) {
  auto at = std::ranges::lower_bound(
      watched, said.name, {}, [](const wire::SeriesField& field) -> std::string_view { return field.name; });
  if (at == watched.end() || at->name != said.name) {
    if (watched.size() == wire::kMaxSeriesFields) return;
    at = watched.insert(
        at, {.name = std::string(said.name), .unit = {}, .retrievedAt = {}, .values = {}, .days = {}});
  }
  at->unit = said.value->unit;
  at->retrievedAt = record.retrievedAt;
  if (at->values.size() == wire::kMaxSeriesValues) at->values.erase(at->values.begin());
  at->values.push_back(said.value->value);
  if (said.byDays) noteDay(at->days, quality::dayOf(record), said.value->value);
}

}  // namespace

Result<std::optional<quality::Past::Said>> LedgerPast::sameMoment(const wire::Record& record) {
  const SeriesRow* series = seriesOf(state_, record);
  const auto moment = record.moment();
  if (series == nullptr || !moment) return std::nullopt;
  const auto at = std::ranges::lower_bound(series->moments, *moment, {}, &wire::SeriesMoment::moment);
  if (at == series->moments.end() || at->moment != *moment) return std::nullopt;
  return Said{at->content, at->revision};
}

Result<std::vector<Decimal>> LedgerPast::history(const wire::Record& record, std::string_view field) {
  const SeriesRow* series = seriesOf(state_, record);
  const wire::SeriesField* known = series == nullptr ? nullptr : fieldIn(*series, field);
  return known == nullptr ? std::vector<Decimal>() : known->values;
}

Result<std::vector<Decimal>> LedgerPast::lastOfDays(const wire::Record& record, std::string_view field) {
  std::vector<Decimal> out;
  const SeriesRow* series = seriesOf(state_, record);
  const wire::SeriesField* known = series == nullptr ? nullptr : fieldIn(*series, field);
  if (known == nullptr) return out;
  for (const wire::SeriesDay& day : known->days) out.push_back(day.value);
  return out;
}

Result<std::optional<quality::Past::Word>> LedgerPast::anothersWord(const wire::Record& record,
                                                                    std::string_view field) {
  std::optional<Word> out;
  for (const std::uint64_t slot : allOf(state_, record.kind, record.assetKey)) {
    const SeriesRow& series = state_.of<SeriesRow>().get(slot);
    const wire::SeriesField* known = fieldIn(series, field);
    if (series.source == record.sourceId || known == nullptr) continue;
    if (out && out->retrievedAt >= known->retrievedAt) continue;
    out = Word{{known->values.back(), known->unit}, known->retrievedAt};
  }
  return out;
}

Result<bool> LedgerPast::isAccepted(wire::RecordKind kind, const std::string& assetKey) {
  return std::ranges::any_of(allOf(state_, kind, assetKey), [&](std::uint64_t slot) {
    return state_.of<SeriesRow>().get(slot).accepted > 0;
  });
}

Result<bool> LedgerPast::serialsOverlap(const wire::Record& block, const wire::SerialRange& serials) {
  const auto& ofSeries =
      state_.of<SeriesRow>().indexes().ofSerials.of(wire::SerialSeries{serials.registry, serials.series});
  return std::ranges::any_of(ofSeries, [&](std::uint64_t slot) {
    const SeriesRow& other = state_.of<SeriesRow>().get(slot);
    return other.assetKey != block.assetKey && other.serials->first <= serials.last &&
           other.serials->last >= serials.first;
  });
}

Result<std::vector<wire::RuleFact>> LedgerPast::facts(const wire::Record& record) {
  std::vector<wire::RuleFact> out;
  for (const std::string& assetKey : {std::string(), record.assetKey}) {
    for (const auto& [name, word] : wire::kFactNames.names) {
      const Table<FactRow>& rows = state_.of<FactRow>();
      const FactRow* row = rows.find(rows.indexes().byKey.slotOf(wire::FactKey{assetKey, name}));
      if (row == nullptr) continue;
      if (auto value = wire::valueOf(row->fact)) out.push_back({std::string(word), std::move(*value)});
    }
    if (record.assetKey.empty()) break;
  }
  return out;
}

std::uint64_t seriesSlotOf(const State& state, const wire::Record& record) {
  for (const std::uint64_t slot : allOf(state, record.kind, record.assetKey))
    if (state.of<SeriesRow>().get(slot).source == record.sourceId) return slot;
  return 0;
}

SeriesRow withOneMore(SeriesRow series, const wire::Record& record, Band band,
                      const quality::RuleSet& rules) {
  if (series.source.empty()) {
    series.assetKey = record.assetKey;
    series.kind = record.kind;
    series.source = record.sourceId;
  }
  noteMoment(series.moments, record);
  if (band != Band::kAccept) return series;
  ++series.accepted;
  for (const quality::Watched& said : quality::watchedOf(record, rules))
    noteValue(series.watched, said, record);
  if (const auto serials = quality::serialsOf(record)) series.serials = serials;
  return series;
}

}  // namespace aurigraph::ledger
