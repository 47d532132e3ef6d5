#include "core/quality/context/context.h"

#include <algorithm>
#include <map>

#include "core/quality/context/session_close.h"
#include "core/wire/rows/series_row.h"
#include "core/wire/text.h"

namespace aurigraph::quality {
namespace {

using wire::RecordKind;

/// Which value of another source's record speaks for this one, and as which fact.
struct SecondWord {
  RecordKind kind;
  std::string_view field;
  std::string_view fact;
};
constexpr SecondWord kSecondWords[] = {
    {RecordKind::kPropertyValuation, "value", "second_valuation"},
    {RecordKind::kMarketSnapshot, "last_px", "second_px"},
    {RecordKind::kCarbonPrice, "price", "second_price"},
    {RecordKind::kWeatherObservation, "temp_c", "second_temp_c"},
    {RecordKind::kWeatherModel, "temp_c", "second_temp_c"},
};

/// What one answer may say for rules; the other facts are the ledger's to know.
constexpr std::string_view kFactsOfAnAnswer[] = {"comps_median_per_m2", "quantity_before"};

constexpr std::size_t kFewestForMedian = 10;
constexpr std::int64_t kDayNanos = std::int64_t{86'400} * 1'000'000'000;

const wire::Quantity* readableQuantity(const wire::Field* field) {
  return field == nullptr || field->parse == wire::ParseQuality::kFailed
             ? nullptr
             : std::get_if<wire::Quantity>(&field->value);
}

std::string_view textIn(const wire::Record& record, std::string_view name) {
  const wire::Field* field = record.find(name);
  const auto* text = field == nullptr ? nullptr : std::get_if<std::string>(&field->value);
  return text == nullptr ? std::string_view() : *text;
}

/// "sensors[0].value" → "sensors[].value", as rule sets name it.
std::string specName(std::string_view name) {
  std::string out;
  bool inside = false;
  for (const char c : name) {
    if (c == ']') inside = false;
    if (!inside) out += c;
    if (c == '[') inside = true;
  }
  return out;
}

/// Whether a rule compares the field's value with those before it.
bool hasRange(const KindProfile& profile, std::string_view name) {
  const std::string wanted = specName(name);
  const auto spec = std::ranges::lower_bound(profile.fields, wanted, {}, &FieldSpec::name);
  return spec != profile.fields.end() && spec->name == wanted &&
         (!spec->ranges.empty() || spec->stuckAfter > 0);
}

bool isSecondWord(RecordKind kind, std::string_view name) {
  return std::ranges::any_of(kSecondWords,
                             [&](const SecondWord& word) { return word.kind == kind && word.field == name; });
}

bool tradesInSessions(const wire::Record& record) {
  const auto name = textIn(record, "asset_class");
  return record.category == wire::Category::kMarket &&
         (name == "stock" || name == "etf" || name == "index" || name == "option");
}

std::optional<std::uint64_t> serialNumber(const wire::Record& record, std::string_view name) {
  const auto* quantity = readableQuantity(record.find(name));
  if (quantity == nullptr) return std::nullopt;
  const auto units = toUnits(quantity->value, 0);
  if (!units || *units < 0 || *units > static_cast<I128>(UINT64_MAX)) return std::nullopt;
  return static_cast<std::uint64_t>(*units);
}

std::string serialPart(const wire::Record& record, std::string_view name) {
  const std::string_view text = textIn(record, name);
  const bool sound = text.size() <= wire::kMaxSerialPartBytes && wire::isCleanText(text);
  return sound ? std::string(text) : std::string();
}

class Maker {
 public:
  Maker(const wire::Record& record, const RuleSet& rules, Past& past)
      : record_(record), rules_(rules), profile_(rules.profile(record.kind)), past_(past) {}

  Result<wire::Seen> seen() {
    // Its sender says that this event never was: two words of one source against each other, whatever its
    // revision (docs/decisions/037).
    if (record_.find("error_declaration") != nullptr) return wire::Seen::kConflict;
    if (const auto serials = serialsOf(record_)) {
      const auto overlap = past_.serialsOverlap(record_, *serials);
      if (!overlap) return propagate(overlap);
      if (*overlap) return wire::Seen::kSerialOverlap;
    }
    if (!record_.moment()) return wire::Seen::kNew;  // each asking is a moment of its own
    const auto before = past_.sameMoment(record_);
    if (!before) return propagate(before);
    if (!*before || (*before)->content == record_.content()) return wire::Seen::kNew;
    return record_.revision > (*before)->revision ? wire::Seen::kSupersedes : wire::Seen::kConflict;
  }

  Status addHistory(wire::ScoreInputs& out) {
    if (profile_ == nullptr) return {};
    out.minSources = profile_->minSources;
    for (const Watched& watched : watchedOf(record_, rules_)) {
      if (!hasRange(*profile_, watched.name)) continue;
      auto values = past_.history(record_, watched.name);
      if (!values) return propagate(values);
      if (!values->empty()) out.history.push_back({std::string(watched.name), std::move(*values)});
    }
    return {};
  }

  Status addFacts(wire::ScoreInputs& out) {
    std::map<std::string, wire::FieldValue> facts;
    for (const wire::RuleFact& fact : record_.fetch.facts)
      if (std::ranges::find(kFactsOfAnAnswer, fact.name) != std::ranges::end(kFactsOfAnAnswer))
        facts[fact.name] = fact.value;
    auto known = past_.facts(record_);
    if (!known) return propagate(known);
    for (wire::RuleFact& fact : *known) {
      if (fact.name == wire::nameOf(wire::FactName::kAssetStopped))
        out.assetStopped = fact.value == wire::FieldValue(true);
      else
        facts[fact.name] = std::move(fact.value);
    }
    if (auto done = addSecondWord(out, facts); !done) return done;
    if (auto done = addMedian(facts); !done) return done;
    for (auto& [name, value] : facts) out.facts.push_back({name, std::move(value)});
    return {};
  }

  Status addReferences(wire::ScoreInputs& out) {
    if (profile_ == nullptr) return {};
    auto known = past_.references(record_);
    if (!known) return propagate(known);
    std::map<std::string, wire::ReferenceLookup> references;
    for (wire::ReferenceLookup& lookup : *known)
      if (isLookedUp(lookup.name)) references[lookup.name] = std::move(lookup);
    if (auto done = addProject(references); !done) return done;
    for (auto& [name, lookup] : references) out.references.push_back(std::move(lookup));
    return {};
  }

 private:
  /// By somebody else than the record itself.
  [[nodiscard]] bool isLookedUp(std::string_view name) const {
    return std::ranges::any_of(profile_->references, [&](const ReferenceSpec& spec) {
      return spec.name == name && spec.field.empty();
    });
  }

  /// A block's or a retirement's project resolves when the registry's own record of it was accepted.
  Status addProject(std::map<std::string, wire::ReferenceLookup>& references) {
    const std::string name = "project";
    if (!isLookedUp(name) || references.contains(name)) return {};
    const auto accepted =
        past_.isAccepted(RecordKind::kCarbonProject, std::string(textIn(record_, "registry")) + ":" +
                                                         std::string(textIn(record_, "project_id")));
    if (!accepted) return propagate(accepted);
    if (*accepted) references[name] = {name, wire::ReferenceOutcome::kResolved};
    return {};
  }

  Status addSecondWord(wire::ScoreInputs& out, std::map<std::string, wire::FieldValue>& facts) {
    for (const SecondWord& word : kSecondWords) {
      if (word.kind != record_.kind || profile_ == nullptr) continue;
      const auto another = past_.anothersWord(record_, word.field);
      if (!another) return propagate(another);
      if (!*another) continue;
      const I128 age = I128{record_.retrievedAt.value} - (*another)->retrievedAt.value;
      if (age > profile_->retrievalBound.value) continue;
      facts.insert_or_assign(std::string(word.fact), (*another)->value);
      out.independentSources = 2;
    }
    return {};
  }

  Status addMedian(std::map<std::string, wire::FieldValue>& facts) {
    if (record_.kind != RecordKind::kCarbonPrice) return {};
    const auto* price = readableQuantity(record_.find("price"));
    if (price == nullptr) return {};
    auto prices = past_.lastOfDays(record_, "price");
    if (!prices) return propagate(prices);
    if (prices->size() < kFewestForMedian) return {};
    std::ranges::sort(*prices, [](const Decimal& a, const Decimal& b) { return compare(a, b) < 0; });
    facts.insert_or_assign("median_30d", wire::Quantity{(*prices)[prices->size() / 2], price->unit});
    return {};
  }

  const wire::Record& record_;
  const RuleSet& rules_;
  const KindProfile* profile_;
  Past& past_;
};

}  // namespace

Result<wire::ScoreInputs> contextOf(const wire::Record& record, const wire::Believed& believed,
                                    const RuleSet& rules, Past& past, Nanoseconds now) {
  wire::ScoreInputs out;
  out.purpose = record.fetch.purpose;
  out.tier = believed.tier;
  out.transport = believed.transport;
  out.scoredAt = now;
  if (tradesInSessions(record)) out.lastSessionClose = lastUsSessionClose(now);
  Maker maker(record, rules, past);
  const auto seen = maker.seen();
  if (!seen) return propagate(seen);
  out.seen = *seen;
  if (auto done = maker.addHistory(out); !done) return propagate(done);
  if (auto done = maker.addFacts(out); !done) return propagate(done);
  if (auto done = maker.addReferences(out); !done) return propagate(done);
  return out;
}

bool joinsSeries(const wire::ScoreInputs& inputs, wire::Band band) {
  const bool contradicts = inputs.seen == wire::Seen::kConflict || inputs.seen == wire::Seen::kSerialOverlap;
  return band != wire::Band::kReject && !contradicts && inputs.purpose == wire::Purpose::kLive;
}

std::vector<Watched> watchedOf(const wire::Record& record, const RuleSet& rules) {
  std::vector<Watched> out;
  const KindProfile* profile = rules.profile(record.kind);
  if (profile == nullptr) return out;
  for (const wire::Field& field : record.fields) {
    const auto* value = readableQuantity(&field);
    if (value == nullptr || value->unit.size() > wire::kMaxSeriesUnitBytes) continue;
    if (!hasRange(*profile, field.name) && !isSecondWord(record.kind, field.name)) continue;
    out.push_back({field.name, value, record.kind == RecordKind::kCarbonPrice && field.name == "price"});
    if (out.size() == wire::kMaxSeriesFields) break;
  }
  return out;
}

std::int64_t dayOf(const wire::Record& record) {
  const std::int64_t time = record.moment().value_or(record.retrievedAt).value;
  return time / kDayNanos - (time % kDayNanos < 0 ? 1 : 0);
}

std::optional<wire::SerialRange> serialsOf(const wire::Record& record) {
  if (record.kind != RecordKind::kCarbonBlock) return std::nullopt;
  wire::SerialRange out{serialPart(record, "registry"), serialPart(record, "series"), 0, 0};
  const auto first = serialNumber(record, "first");
  const auto last = serialNumber(record, "last");
  if (out.registry.empty() || out.series.empty() || !first || !last || *first > *last) return std::nullopt;
  out.first = *first;
  out.last = *last;
  return out;
}

}  // namespace aurigraph::quality
