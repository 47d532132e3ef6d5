#include "core/quality/context/context.h"

#include <algorithm>
#include <map>

#include "core/quality/context/session_close.h"

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

constexpr std::size_t kFewestForMedian = 10;

const wire::Quantity* readableQuantity(const wire::Record& record, std::string_view name) {
  const wire::Field* field = record.find(name);
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

bool hasRange(const KindProfile& profile, std::string_view name) {
  const std::string wanted = specName(name);
  return std::ranges::any_of(profile.fields, [&](const FieldSpec& spec) {
    return spec.name == wanted && (!spec.ranges.empty() || spec.stuckAfter > 0);
  });
}

bool tradesInSessions(const wire::Record& record) {
  const auto name = textIn(record, "asset_class");
  return record.category == wire::Category::kMarket &&
         (name == "stock" || name == "etf" || name == "index" || name == "option");
}

class Maker {
 public:
  Maker(const Arrival& arrival, const RuleSet& rules, Past& past)
      : arrival_(arrival), record_(arrival.record), profile_(rules.profile(record_.kind)), past_(past) {}

  Result<wire::Seen> seen() {
    // Its sender says that this event never was: two words of one source against each other, whatever its
    // revision (docs/decisions/037).
    if (record_.find("error_declaration") != nullptr) return wire::Seen::kConflict;
    const auto overlap = serialsOverlap();
    if (!overlap) return propagate(overlap);
    if (*overlap) return wire::Seen::kSerialOverlap;
    const auto before = past_.sameMoment(record_);
    if (!before) return propagate(before);
    if (!*before || (*before)->content == arrival_.content) return wire::Seen::kNew;
    return record_.revision > (*before)->revision ? wire::Seen::kSupersedes : wire::Seen::kConflict;
  }

  Status addHistory(Context& out) {
    if (profile_ == nullptr) return {};
    out.inputs.minSources = profile_->minSources;
    for (const wire::Field& field : record_.fields) {
      if (readableQuantity(record_, field.name) == nullptr || !hasRange(*profile_, field.name)) continue;
      out.watched.push_back(field.name);
      auto values = past_.history(record_.kind, record_.assetKey, field.name);
      if (!values) return propagate(values);
      if (!values->empty()) out.inputs.history.push_back({field.name, std::move(*values)});
    }
    return {};
  }

  Status addFacts(wire::ScoreInputs& out) {
    std::map<std::string, wire::FieldValue> facts;
    for (const wire::RuleFact& fact : arrival_.facts) facts[fact.name] = fact.value;
    for (const KnownFact& known : arrival_.knownFacts)
      if (known.assetKey.empty() || known.assetKey == record_.assetKey)
        facts[known.fact.name] = known.fact.value;
    for (const SecondWord& word : kSecondWords) {
      if (word.kind != record_.kind || profile_ == nullptr) continue;
      const auto other = past_.latestAccepted(record_.kind, record_.assetKey, record_.sourceId);
      if (!other) return propagate(other);
      if (!*other || (*other)->retrievedAt.value + profile_->retrievalBound.value < record_.retrievedAt.value)
        continue;
      if (const auto* value = readableQuantity(**other, word.field); value != nullptr) {
        facts.try_emplace(std::string(word.fact), *value);
        out.independentSources = 2;
      }
    }
    if (auto done = addMedian(facts); !done) return done;
    for (auto& [name, value] : facts) out.facts.push_back({name, std::move(value)});
    return {};
  }

  Status addReferences(wire::ScoreInputs& out) {
    std::map<std::string, wire::ReferenceLookup> references;
    for (const wire::ReferenceLookup& lookup : arrival_.references) references[lookup.name] = lookup;
    const auto settle = [&](const std::string& name, wire::ReferenceOutcome outcome) {
      if (profile_ == nullptr || references.contains(name)) return;
      for (const ReferenceSpec& spec : profile_->references)
        if (spec.name == name && spec.field.empty()) references[name] = {name, outcome};
    };
    for (const KnownReference& known : arrival_.knownReferences)
      if (known.assetKey.empty() || known.assetKey == record_.assetKey) settle(known.name, known.outcome);
    // A block's or a retirement's project resolves when the registry's own record of it was accepted.
    if (record_.kind == RecordKind::kCarbonBlock || record_.kind == RecordKind::kCarbonRetirement) {
      const auto project = past_.latestAccepted(
          RecordKind::kCarbonProject,
          std::string(textIn(record_, "registry")) + ":" + std::string(textIn(record_, "project_id")), {});
      if (!project) return propagate(project);
      if (*project) settle("project", wire::ReferenceOutcome::kResolved);
    }
    for (auto& [name, lookup] : references) out.references.push_back(std::move(lookup));
    return {};
  }

 private:
  Result<bool> serialsOverlap() {
    if (record_.kind != RecordKind::kCarbonBlock) return false;
    const auto* first = readableQuantity(record_, "first");
    const auto* last = readableQuantity(record_, "last");
    if (first == nullptr || last == nullptr) return false;
    const auto from = toUnits(first->value, 0);
    const auto to = toUnits(last->value, 0);
    if (!from || !to || *from < 0 || *to < *from || *to > INT64_MAX) return false;
    return past_.serialsOverlap(record_.assetKey, textIn(record_, "series"),
                                static_cast<std::uint64_t>(*from), static_cast<std::uint64_t>(*to));
  }

  Status addMedian(std::map<std::string, wire::FieldValue>& facts) {
    if (record_.kind != RecordKind::kCarbonPrice) return {};
    auto prices = past_.history(record_.kind, record_.assetKey, "price");
    if (!prices) return propagate(prices);
    const auto* price = readableQuantity(record_, "price");
    if (price == nullptr || prices->size() < kFewestForMedian) return {};
    std::ranges::sort(*prices, [](const Decimal& a, const Decimal& b) { return compare(a, b) < 0; });
    facts.try_emplace("median_30d", wire::Quantity{(*prices)[prices->size() / 2], price->unit});
    return {};
  }

  const Arrival& arrival_;
  const wire::Record& record_;
  const KindProfile* profile_;
  Past& past_;
};

}  // namespace

void moveTo(wire::ScoreInputs& inputs, const wire::Record& record, Nanoseconds now) {
  inputs.scoredAt = now;
  inputs.lastSessionClose = tradesInSessions(record) ? lastUsSessionClose(now) : std::nullopt;
}

Result<Context> contextOf(const Arrival& arrival, const RuleSet& rules, Past& past, wire::Purpose purpose,
                          Nanoseconds now) {
  Context out;
  out.inputs.purpose = purpose;
  out.inputs.transport = arrival.transport;
  moveTo(out.inputs, arrival.record, now);
  Maker maker(arrival, rules, past);
  const auto seen = maker.seen();
  if (!seen) return propagate(seen);
  out.inputs.seen = *seen;
  if (auto done = maker.addHistory(out); !done) return propagate(done);
  if (auto done = maker.addFacts(out.inputs); !done) return propagate(done);
  if (auto done = maker.addReferences(out.inputs); !done) return propagate(done);
  return out;
}

}  // namespace aurigraph::quality
