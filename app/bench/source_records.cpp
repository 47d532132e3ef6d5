#include "app/bench/source_records.h"

#include <array>
#include <cstring>
#include <string>
#include <utility>

#include "core/base/assert.h"

namespace aurigraph::bench {
namespace {

using wire::RecordKind;

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::array kKinds = {RecordKind::kPropertyValuation, RecordKind::kWeatherObservation,
                               RecordKind::kCarbonPrice};
constexpr std::array kNames = {"bench-one", "bench-two"};
/// Values move within so many steps: none stands still, none jumps.
constexpr std::uint32_t kSteps = 5;

void say(wire::Record& record, std::string name, wire::FieldValue value) {
  record.fields.push_back({std::move(name), std::move(value), wire::ParseQuality::kExact, ""});
}

void say(wire::Record& record, std::string name, std::int64_t value, std::uint8_t scale, std::string unit) {
  say(record, std::move(name), wire::Quantity{Decimal::of(value, scale), std::move(unit)});
}

void describeHouse(wire::Record& record, std::int64_t step) {
  const std::int64_t value = 850'000 + step * 500;
  say(record, "address", std::string("1 Harbour Street, San Francisco"));
  say(record, "apn", record.assetKey);
  say(record, "as_of", *record.observedAt);
  say(record, "baths", 2, 0, "");
  say(record, "beds", 3, 0, "");
  say(record, "ccy", std::string("USD"));
  say(record, "comps_count", 12 + step, 0, "");
  say(record, "country", std::string("US"));
  say(record, "fips", std::string("06075"));
  say(record, "fsd", 8, 0, "");
  say(record, "high", value + 40'000, 0, "USD");
  say(record, "living_m2", 1'425, 1, "m2");
  say(record, "lot_m2", 310, 0, "m2");
  say(record, "low", value - 40'000, 0, "USD");
  say(record, "method", std::string("avm"));
  say(record, "property_type", std::string("single family"));
  say(record, "score", 91, 0, "");
  say(record, "state", std::string("CA"));
  say(record, "value", value, 0, "USD");
  say(record, "year_built", 1'962, 0, "");
  say(record, "zip", std::string("94107"));
}

void describeWeather(wire::Record& record, std::int64_t step) {
  say(record, "cloud_pct", 40 + step, 0, "pct");
  say(record, "condition", std::string("Partly cloudy"));
  say(record, "dewpoint_c", 73, 1, "degC");
  say(record, "elev_m", 4, 0, "m");
  say(record, "gust_ms", 82 + step, 1, "m/s");
  say(record, "interval_s", 3'600, 0, "s");
  say(record, "lat", 3'762, 2, "deg");
  say(record, "lon", -12'238, 2, "deg");
  say(record, "place", record.assetKey);
  say(record, "precip_mm", 0, 0, "mm");
  say(record, "pressure_pa", 101'400 + step, 0, "Pa");
  say(record, "rh_pct", 60 + step, 0, "pct");
  say(record, "temp_c", 150 + step, 1, "degC");
  say(record, "time", *record.observedAt);
  say(record, "visibility_m", 16'000, 0, "m");
  say(record, "wind_dir_deg", 270 + step, 0, "deg");
  say(record, "wind_ms", 51 + step, 1, "m/s");
}

void describeCarbon(wire::Record& record, std::int64_t step) {
  say(record, "ask", 1'230 + step, 2, "USD/t");
  say(record, "basis", std::string("listing"));
  say(record, "bid", 1'210 + step, 2, "USD/t");
  say(record, "ccy", std::string("USD"));
  say(record, "price", 1'220 + step, 2, "USD/t");
  say(record, "project_class", std::string("forestry"));
  say(record, "time", *record.observedAt);
  say(record, "unit", std::string("t"));
  say(record, "venue", std::string("bench"));
  say(record, "vintage", 2'021, 0, "");
  say(record, "volume", 5'000 + step, 0, "t");
}

wire::Record recordOf(std::uint32_t round, std::size_t number, Nanoseconds now) {
  const std::size_t object = number / (kKinds.size() * kNames.size());
  wire::Record record;
  record.kind = kKinds[number % kKinds.size()];
  record.category = wire::categoryOf(record.kind);
  record.origin = wire::Origin::kSimulated;
  record.tier = wire::SourceTier::kRegistryOfRecord;
  record.assetKey = "BENCH-" + std::to_string(object);
  record.sourceId = kNames[number / kKinds.size() % kNames.size()];
  record.connectorVersion = "1";
  record.retrievedAt = Nanoseconds(now.value - kSecond);
  record.observedAt = Nanoseconds(now.value - 60 * kSecond);
  std::memcpy(record.rawDigest.bytes.data(), &round, sizeof(round));
  std::memcpy(record.rawDigest.bytes.data() + sizeof(round), &number, sizeof(number));
  record.fetch.transport.allowedHostOverTls = true;
  record.fetch.transport.pinnedKey = true;
  record.fetch.transport.authenticatedSession = true;
  const std::int64_t step = round % kSteps;
  if (record.kind == RecordKind::kPropertyValuation) describeHouse(record, step);
  if (record.kind == RecordKind::kWeatherObservation) describeWeather(record, step);
  if (record.kind == RecordKind::kCarbonPrice) describeCarbon(record, step);
  const bool canonical = wire::canonicalize(record).has_value();
  AG_ASSERT(canonical);
  return record;
}

}  // namespace

std::vector<wire::Record> recordsOfRound(std::uint32_t round, std::size_t count, Nanoseconds now) {
  std::vector<wire::Record> out;
  for (std::size_t number = 0; number < count; ++number) out.push_back(recordOf(round, number, now));
  return out;
}

std::vector<wire::SourceTerms> recordSources() {
  std::vector<wire::SourceTerms> out;
  for (const char* name : kNames) {
    wire::SourceTerms& terms = out.emplace_back();
    terms.name = name;
    terms.provider = "bench";
    terms.kinds = {RecordKind::kPropertyValuation, RecordKind::kCarbonPrice, RecordKind::kWeatherObservation};
    terms.tier = wire::SourceTier::kRegistryOfRecord;
    terms.origin = wire::Origin::kSimulated;
    terms.host = "bench.test";
    terms.pins = {Digest{}};
    terms.session = wire::SourceSession::kCredential;
    terms.recordsPerHour = UINT32_MAX;
  }
  return out;
}

}  // namespace aurigraph::bench
