// docs/records.md, "Demo records", from the raw answer on: what a provider has to serve, through the mapping
// and the preset, gives the shown integers. The answers below are the model for the simulator's.
#include <gtest/gtest.h>

#include "core/quality/context/context.h"
#include "core/quality/score.h"
#include "core/wire/source_terms.h"
#include "nodes/mapping/arrival.h"
#include "nodes/mapping/property/property_common.h"
#include "nodes/rules/rules_json.h"
#include "tests/unit/quality/record_builder.h"

namespace aurigraph::mapping {
namespace {

using quality::test::addFact;
using quality::test::kNow;
using quality::test::quantity;
using wire::RecordKind;

// kNow is 2026-11-18T12:00:00Z.
constexpr std::string_view kCounty = R"json({
  "county": {"fips": "08031", "name": "Denver", "state": "CO", "office": "Clerk and Recorder"},
  "statement_date": "2026-11-18",
  "parcels": [{
    "apn": "02192-04-018-000",
    "address": {"line1": "4529 WINONA CT", "locality": "DENVER", "region": "CO", "postal": "80212"},
    "latitude": "39.778926", "longitude": "-105.047775", "property_type": "SINGLE FAMILY RESIDENCE",
    "year_built": 1925, "lot_acres": 0.1076676, "lot_ft2": 4690, "living_ft2": 1558, "beds": 3, "baths": 2, "zoning": "U-SU-C1",
    "title": {"owner_name": "Winona Court SPV LLC", "vesting": "fee simple", "document_number": "2026000123",
      "recorded_on": "2026-05-02", "status": "clear", "liens": []},
    "valuation": {"method": "appraisal", "currency": "USD", "value": 500000, "low": 480000, "high": 520000, "score": 95, "fsd": 6, "as_of": "2026-11-15"},
    "comparables": [{"price": 465000, "living_ft2": 1500, "sold_on": "2026-08-20"}, {"price": 512000, "living_ft2": 1600, "sold_on": "2026-07-20"},
      {"price": 499000, "living_ft2": 1580, "sold_on": "2026-09-20"}]
  }]
})json";

// 60 hours old, less 12 seconds.
constexpr std::string_view kPrices = R"json({"source": "public listings", "quotes": [{
  "project_class": "forestry", "venue": "public listing", "basis": "listing", "price": 40.00, "currency": "USD", "unit": "t",
  "bid": 39.00, "ask": 41.00, "volume": 12000, "vintage": 2024, "registry": "VERRA", "time": "2026-11-16T00:00:12Z"
}]})json";

constexpr std::string_view kBrokenLogger = R"json({
  "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
  "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-11-18T12:00:00Z",
  "epcisBody": {"eventList": [{
    "eventID": "urn:uuid:5f2c8a34-7d0b-4a5e-9a57-0b6a1f1b7a11", "type": "ObjectEvent", "action": "OBSERVE",
    "bizStep": "sensor_reporting", "epcList": ["urn:epc:id:sscc:4012345.0111111111"],
    "eventTime": "2026-11-18T10:00:00Z", "eventTimeZoneOffset": "+00:00",
    "sensorElementList": [{
      "sensorMetadata": {"time": "2026-11-18T10:10:00Z"},
      "sensorReport": [
        {"type": "Temperature", "value": -127.9, "minValue": 9.9, "maxValue": 4.2, "uom": "CEL"},
        {"type": "RelativeHumidity", "value": 117, "uom": "A93"}]}]
  }]}
})json";

struct Mapped {
  rules::ProviderPreset preset;
  MappedAnswer answer;

  const MappedRecord& of(RecordKind kind) const {
    for (const MappedRecord& one : answer.records)
      if (one.record.kind == kind) return one;
    ADD_FAILURE() << "no " << wire::nameOf(kind);
    return answer.records.front();
  }
  wire::ScoreInputs inputs(RecordKind kind) const {
    quality::NoPast alone;
    const wire::Record& record = of(kind).record;
    return quality::contextOf(record, wire::asStated(record), *rules::newestRuleSet(), alone,
                              Nanoseconds(kNow))
        .value();
  }
};

Mapped mapped(rules::ProviderPreset preset, std::string_view raw) {
  MapContext context;
  context.retrievedAt = Nanoseconds(kNow);
  context.origin = wire::Origin::kSimulated;
  auto answer = map(preset, asBytes(raw), context);
  EXPECT_TRUE(answer.has_value()) << (answer ? "" : answer.error().message);
  AG_ASSERT(answer.has_value() && !answer->records.empty());
  EXPECT_TRUE(answer->refused.empty());
  for (MappedRecord& one : answer->records) noteArrival(preset, preset.transport, wire::Purpose::kLive, one);
  return Mapped{std::move(preset), std::move(*answer)};
}

Ppm scoreOf(const Mapped& source, RecordKind kind, const wire::ScoreInputs& inputs) {
  return quality::score(source.of(kind).record, inputs, *rules::newestRuleSet()).score;
}

TEST(DemoAnswers, TheCountysTitleAndValuationAre095) {
  const Mapped county = mapped(*rules::shippedPreset("county-title"), kCounty);
  auto title = county.inputs(RecordKind::kPropertyTitle);
  addFact(title, "spv_owner_hash", ownerNameHash("WINONA COURT SPV LLC"));
  EXPECT_EQ(scoreOf(county, RecordKind::kPropertyTitle, title).value, 950'000);

  auto valuation = county.inputs(RecordKind::kPropertyValuation);
  addFact(valuation, "second_valuation", quantity("505000", "USD"));
  EXPECT_EQ(scoreOf(county, RecordKind::kPropertyValuation, valuation).value, 950'000);
}

TEST(DemoAnswers, AnotherOwnerIsRejected) {
  const Mapped county = mapped(*rules::shippedPreset("county-title"), kCounty);
  auto title = county.inputs(RecordKind::kPropertyTitle);
  addFact(title, "spv_owner_hash", ownerNameHash("Somebody Else LLC"));
  EXPECT_LE(scoreOf(county, RecordKind::kPropertyTitle, title).value, 599'999);
}

TEST(DemoAnswers, ThePublicPagesPriceIs072) {
  const Mapped page = mapped(*rules::shippedPreset("carbon-price"), kPrices);
  EXPECT_EQ(scoreOf(page, RecordKind::kCarbonPrice, page.inputs(RecordKind::kCarbonPrice)).value, 720'000);
}

TEST(DemoAnswers, TheBrokenLoggersEventIs041) {
  // A carrier's open page: EPCIS, but without key and pin.
  rules::ProviderPreset open = *rules::shippedPreset("epcis");
  open.tier = wire::SourceTier::kPublicApi;
  open.transport = {};
  open.transport.allowedHostOverTls = true;
  const Mapped page = mapped(open, kBrokenLogger);
  EXPECT_EQ(scoreOf(page, RecordKind::kSupplySensor, page.inputs(RecordKind::kSupplySensor)).value, 410'000);

  const Mapped shipped = mapped(*rules::shippedPreset("epcis"), kBrokenLogger);
  EXPECT_EQ(scoreOf(shipped, RecordKind::kSupplySensor, shipped.inputs(RecordKind::kSupplySensor)).value,
            467'000);
}

}  // namespace
}  // namespace aurigraph::mapping
