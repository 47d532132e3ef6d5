#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "app/sim/audit/model.h"
#include "core/quality/context/session_close.h"
#include "core/quality/score.h"
#include "core/wire/text.h"

// submit-record: how far a record is believed, what it is judged beside, and what it is worth (DESIGN §4,
// "Who is believed for what"; decision 103). The context is made here from what the model itself has
// kept.

namespace aurigraph::audit {
namespace {

using wire::RecordKind;

constexpr std::size_t kNewestKept = 30;  ///< Moments, values, days.
constexpr std::size_t kFieldsKept = 32;  ///< Of one record, and of one series.
constexpr std::size_t kUnitMost = 32;    ///< Bytes.
constexpr std::size_t kMedianOf = 10;    ///< Days, at least.
constexpr std::int64_t kDay = 86'400LL * 1'000'000'000;

/// In which field another source's record speaks for this one, and what the rules call its word.
struct SecondWord {
  std::string field;
  std::string fact;
};
std::optional<SecondWord> secondWordOf(RecordKind kind) {
  static const std::map<RecordKind, SecondWord> kWords = {
      {RecordKind::kPropertyValuation, {"value", "second_valuation"}},
      {RecordKind::kMarketSnapshot, {"last_px", "second_px"}},
      {RecordKind::kCarbonPrice, {"price", "second_price"}},
      {RecordKind::kWeatherObservation, {"temp_c", "second_temp_c"}},
      {RecordKind::kWeatherModel, {"temp_c", "second_temp_c"}},
  };
  const auto found = kWords.find(kind);
  return found == kWords.end() ? std::nullopt : std::optional(found->second);
}

wire::Origin weaker(wire::Origin one, wire::Origin another) {
  for (const wire::Origin weak : {wire::Origin::kSimulated, wire::Origin::kReplayed})
    if (one == weak || another == weak) return weak;
  return wire::Origin::kReal;
}

/// What a record says of its way here, as far as its source is believed to go it.
wire::TransportFacts believedWay(wire::TransportFacts way, const wire::SourceTerms& terms) {
  if (terms.host.empty()) way.allowedHostOverTls = false;
  if (terms.pins.empty()) way.pinnedKey = false;
  if (terms.session == wire::SourceSession::kNone) way.authenticatedSession = false;
  if (!terms.signer) way.payloadSigned = false;
  return way;
}

const wire::Quantity* quantityIn(const wire::Field& field) {
  if (field.parse == wire::ParseQuality::kFailed) return nullptr;
  return std::get_if<wire::Quantity>(&field.value);
}

std::string textIn(const wire::Record& record, std::string_view name) {
  const wire::Field* field = record.find(name);
  const auto* text = field == nullptr ? nullptr : std::get_if<std::string>(&field->value);
  return text == nullptr ? std::string() : *text;
}

/// "sensors[12].value" → "sensors[].value".
std::string generalName(std::string name) {
  for (std::size_t open = name.find('['); open != std::string::npos; open = name.find('[', open + 1)) {
    const std::size_t close = name.find(']', open);
    name.erase(open + 1, close == std::string::npos ? close : close - open - 1);
  }
  return name;
}

/// Whether a rule holds the field against its earlier values.
bool comparesWithBefore(const quality::KindProfile& profile, const std::string& field) {
  return std::ranges::any_of(profile.fields, [name = generalName(field)](const quality::FieldSpec& spec) {
    return spec.name == name && (!spec.ranges.empty() || spec.stuckAfter > 0);
  });
}

/// What is kept of a record if it is accepted: the quantities that rules or another source's records are
/// compared with, the first by name.
std::map<std::string, wire::Quantity> keptOf(const wire::Record& record,
                                             const quality::KindProfile* profile) {
  std::map<std::string, wire::Quantity> out;
  if (profile == nullptr) return out;
  const auto second = secondWordOf(record.kind);
  for (const wire::Field& field : record.fields) {
    const wire::Quantity* quantity = quantityIn(field);
    if (quantity == nullptr || quantity->unit.size() > kUnitMost || out.size() == kFieldsKept) continue;
    if (comparesWithBefore(*profile, field.name) || (second && second->field == field.name))
      out[field.name] = *quantity;
  }
  return out;
}

bool asksWhetherProjectIsKnown(const quality::KindProfile& profile) {
  return std::ranges::any_of(profile.references, [](const quality::ReferenceSpec& reference) {
    return reference.name == "project" && reference.field.empty();
  });
}

std::optional<std::uint64_t> serialIn(const wire::Record& record, std::string_view name) {
  const wire::Field* field = record.find(name);
  const wire::Quantity* quantity = field == nullptr ? nullptr : quantityIn(*field);
  const auto whole = quantity == nullptr ? std::nullopt : std::optional(toUnits(quantity->value, 0));
  if (!whole || !*whole || **whole < 0 || **whole > I128{UINT64_MAX}) return std::nullopt;
  return static_cast<std::uint64_t>(**whole);
}

/// Which credits a block is about, if it says so clearly.
std::optional<wire::SerialRange> serialsIn(const wire::Record& record) {
  if (record.kind != RecordKind::kCarbonBlock) return std::nullopt;
  const auto first = serialIn(record, "first");
  const auto last = serialIn(record, "last");
  if (!first || !last || *first > *last) return std::nullopt;
  const wire::SerialRange out{textIn(record, "registry"), textIn(record, "series"), *first, *last};
  for (const std::string& part : {out.registry, out.series})
    if (part.empty() || part.size() > wire::kMaxSerialPartBytes || !wire::isCleanText(part))
      return std::nullopt;
  return out;
}

std::int64_t dayIn(const wire::Record& record) {
  const std::int64_t time = record.moment().value_or(record.retrievedAt).value;
  return time >= 0 ? time / kDay : -((-(time + 1)) / kDay) - 1;
}

bool tradesByTheBell(const wire::Record& record) {
  const std::string name = textIn(record, "asset_class");
  return record.category == wire::Category::kMarket &&
         (name == "stock" || name == "etf" || name == "index" || name == "option");
}

SeriesKey seriesOf(const wire::Record& record) {
  return {record.assetKey, record.kind, record.sourceId};
}

template <class Items>
void dropOldest(Items& items) {
  while (items.size() > kNewestKept) items.erase(items.begin());
}

}  // namespace

// ---- the context ----

wire::Seen Model::seenBefore(const wire::Record& record) const {
  if (record.find("error_declaration") != nullptr) return wire::Seen::kConflict;
  if (const auto serials = serialsIn(record))
    for (const auto& [key, other] : series)
      if (std::get<0>(key) != record.assetKey && other.serials && overlap(*other.serials, *serials))
        return wire::Seen::kSerialOverlap;
  const auto mine = series.find(seriesOf(record));
  const auto moment = record.moment();
  if (mine == series.end() || !moment) return wire::Seen::kNew;
  const auto before = mine->second.moments.find(*moment);
  if (before == mine->second.moments.end() || before->second.content == record.content())
    return wire::Seen::kNew;
  return record.revision > before->second.revision ? wire::Seen::kSupersedes : wire::Seen::kConflict;
}

/// Those of the answer that only it can know, and those adopted: of every object, then of its own.
std::map<std::string, wire::FieldValue> Model::factsFor(const wire::Record& record) const {
  std::map<std::string, wire::FieldValue> out;
  for (const wire::RuleFact& fact : record.fetch.facts)
    if (fact.name == "comps_median_per_m2" || fact.name == "quantity_before") out[fact.name] = fact.value;
  for (const std::string& object : {std::string(), record.assetKey})
    for (const auto& [key, fact] : facts)
      if (key.first == object && !fact.value.empty())
        out[std::string(wire::nameOf(key.second))] = *meaningOf(key.second, fact.value);
  return out;
}

/// What the newest accepted record of another source says, if it is young enough to speak for this one.
std::optional<wire::Quantity> Model::anothersWord(const wire::Record& record, const std::string& field,
                                                  Nanoseconds bound) const {
  const Series::Values* newest = nullptr;
  std::size_t number = 0;
  for (const auto& [key, each] : series) {
    const auto& [object, kind, source] = key;
    if (object != record.assetKey || kind != record.kind || source == record.sourceId) continue;
    if (!each.fields.contains(field)) continue;
    const Series::Values& word = each.fields.at(field);
    // Of two that are as new the one that began first.
    if (newest == nullptr || newest->retrievedAt < word.retrievedAt ||
        (newest->retrievedAt == word.retrievedAt && each.number < number)) {
      newest = &word;
      number = each.number;
    }
  }
  if (newest == nullptr || I128{record.retrievedAt.value} - newest->retrievedAt.value > bound.value)
    return std::nullopt;
  return wire::Quantity{newest->newest.back(), newest->unit};
}

bool Model::projectAccepted(const wire::Record& record) const {
  const std::string project = textIn(record, "registry") + ":" + textIn(record, "project_id");
  return std::ranges::any_of(series, [&](const auto& each) {
    const auto& [object, kind, source] = each.first;
    return object == project && kind == RecordKind::kCarbonProject && each.second.accepted;
  });
}

wire::ScoreInputs Model::contextOf(const wire::Record& record, Nanoseconds time) const {
  const wire::SourceTerms& terms = sources.at(record.sourceId).terms;
  wire::ScoreInputs out;
  out.purpose = record.fetch.purpose;
  out.tier = static_cast<int>(record.tier) < static_cast<int>(terms.tier) ? terms.tier : record.tier;
  out.transport = believedWay(record.fetch.transport, terms);
  out.scoredAt = time;
  if (tradesByTheBell(record)) out.lastSessionClose = quality::lastUsSessionClose(time);
  out.seen = seenBefore(record);
  auto said = factsFor(record);
  if (const auto stopped = said.extract("asset_stopped"))
    out.assetStopped = stopped.mapped() == wire::FieldValue(true);
  const auto mine = series.find(seriesOf(record));
  const quality::KindProfile* profile = rules.profile(record.kind);
  if (profile != nullptr) {
    out.minSources = profile->minSources;
    if (asksWhetherProjectIsKnown(*profile) && projectAccepted(record))
      out.references.push_back({"project", wire::ReferenceOutcome::kResolved});
    for (const auto& [field, quantity] : keptOf(record, profile))
      if (mine != series.end() && mine->second.fields.contains(field) && comparesWithBefore(*profile, field))
        out.history.push_back({field, mine->second.fields.at(field).newest});
    if (const auto second = secondWordOf(record.kind))
      if (const auto word = anothersWord(record, second->field, profile->retrievalBound)) {
        said[second->fact] = *word;
        out.independentSources = 2;
      }
  }
  if (const auto median = medianOfDays(record)) said["median_30d"] = *median;
  for (auto& [name, value] : said) out.facts.push_back({name, value});
  return out;
}

/// Of the last prices of the days, in the unit of this one.
std::optional<wire::Quantity> Model::medianOfDays(const wire::Record& record) const {
  const wire::Field* field = record.kind == RecordKind::kCarbonPrice ? record.find("price") : nullptr;
  const wire::Quantity* price = field == nullptr ? nullptr : quantityIn(*field);
  const auto mine = series.find(seriesOf(record));
  if (price == nullptr || mine == series.end() || !mine->second.fields.contains("price")) return std::nullopt;
  std::vector<Decimal> prices;
  for (const auto& [day, last] : mine->second.fields.at("price").days) prices.push_back(last);
  if (prices.size() < kMedianOf) return std::nullopt;
  std::ranges::sort(prices, [](const Decimal& a, const Decimal& b) { return compare(a, b) < 0; });
  return wire::Quantity{prices[prices.size() / 2], price->unit};
}

// ---- the series ----

/// What was rejected, contradicts or is history is not kept; what waits only as having been said.
void Model::joinSeries(const wire::Record& record, wire::Seen seen, wire::Band band) {
  if (band == wire::Band::kReject || record.fetch.purpose == wire::Purpose::kHistory) return;
  if (seen == wire::Seen::kConflict || seen == wire::Seen::kSerialOverlap) return;
  const std::size_t number = series.size() + 1;
  Series& mine = series.try_emplace(seriesOf(record), Series{.number = number}).first->second;
  if (const auto moment = record.moment()) {
    const auto [at, isNew] = mine.moments.try_emplace(*moment, Series::Said{});
    if (isNew || at->second.revision < record.revision) at->second = {record.revision, record.content()};
    dropOldest(mine.moments);
  }
  if (band != wire::Band::kAccept) return;
  mine.accepted = true;
  for (const auto& [field, quantity] : keptOf(record, rules.profile(record.kind))) {
    if (!mine.fields.contains(field) && mine.fields.size() == kFieldsKept) continue;
    Series::Values& kept = mine.fields[field];
    kept.unit = quantity.unit;
    kept.retrievedAt = record.retrievedAt;
    kept.newest.push_back(quantity.value);
    dropOldest(kept.newest);
    if (record.kind != RecordKind::kCarbonPrice || field != "price") continue;
    kept.days[dayIn(record)] = quantity.value;
    dropOldest(kept.days);
  }
  if (const auto serials = serialsIn(record)) mine.serials = serials;
}

// ---- the command ----

template <>
ExpectedOutcome Model::expectedOf(const wire::SubmitRecord& command, const Circumstances& when) const {
  ExpectedOutcome out;
  out.refuseIf(!allows(when.author, wire::Permission::kSubmitRecord, when.time),
               ReasonCode::kPermissionMissing);
  out.refuseIf(command.evidenceCopies == 0, ReasonCode::kMandatoryFieldBad);
  const auto record = wire::decodeRecord(command.record);
  if (!record) {
    out.refuse(ReasonCode::kRecordMalformed);
    return out;
  }
  out.refuseIf(records.contains(record->id()), ReasonCode::kRecordDuplicate);
  judgeSource(record->sourceId, record->kind, when.time, out);
  // The sources of a cluster in earnest are real themselves.
  out.refuseIf(!genesis.simulated && record->origin != wire::Origin::kReal, ReasonCode::kOriginRefused);
  if (record->retrievedAt > when.time) out.mayRefuse(ReasonCode::kClockAhead);
  return out;
}

template <>
void Model::carryOut(const wire::SubmitRecord& command, const Circumstances& when) {
  SubmittedRecord entry;
  entry.record = *wire::decodeRecord(command.record);
  const wire::Record& record = entry.record;
  const Source& source = sources.at(record.sourceId);
  const wire::ScoreInputs context = contextOf(record, when.time);
  const quality::ScoreResult result = quality::score(record, context, rules);
  entry.origin = weaker(record.origin, source.terms.origin);
  entry.admittedAt = when.time;
  entry.score = result.score;
  entry.cappedX = result.capBinds && result.caps.front().code == quality::CapCode::kX;
  entry.submitter = when.author;
  wire::Band band = wire::Band::kReject;
  wire::Decision decision = wire::Decision::kRejected;
  if (entry.score >= policy.acceptFrom) {
    band = wire::Band::kAccept;
    decision = wire::Decision::kAuto;
  } else if (entry.score >= policy.reviewFrom) {
    band = wire::Band::kReview;
    decision = wire::Decision::kWaiting;
    entry.review = ReviewState::kWaiting;
  }
  told.emplace_back(wire::RecordAdmitted{records.size() + 1, record.id(), record.category, record.kind,
                                         entry.origin, record.assetKey, record.sourceId, entry.score, band,
                                         decision, when.author, rules.digest(), source.version,
                                         wire::encode(context)});
  countRecord(record.sourceId, when.time);
  joinSeries(record, context.seen, band);
  const Digest id = record.id();
  records[id] = std::move(entry);
}

}  // namespace aurigraph::audit
