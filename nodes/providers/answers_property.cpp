// ATTOM property API: GET /propertyapi/v1.0.0/attomavm/detail?fips&apn.
// County recorder (shape ours): GET /v1/parcels/{fips}/{apn}.

#include <array>
#include <optional>

#include "nodes/providers/answers.h"

namespace aurigraph::providers {
namespace {

constexpr std::string_view kAttom = R"json({
  "status": {"version": "1.0.0", "code": 0, "msg": "SuccessWithResult", "total": {{total}}, "page": 1, "pagesize": 10,
    "responseDateTime": "{{now}}", "transactionID": "{{transaction}}"},
  "property": [{{items}}]
})json";

constexpr std::string_view kAttomProperty = R"json({
    "identifier": {"Id": {{id}}, "fips": "{{fips}}", "apn": "{{apn}}", "attomId": {{id}}},
    "lot": {"lotNum": "{{lot}}", "lotSize1": {{acres}}, "lotSize2": {{ft2}}, "zoningType": "Residential", "siteZoningIdent": "U-SU-C1"},
    "address": {"country": "US", "countrySubd": "CO", "line1": "{{line1}}", "line2": "DENVER, CO 80212", "locality": "DENVER",
      "matchCode": "ExaStr", "oneLine": "{{line1}}, DENVER, CO 80212", "postal1": "80212", "postal2": "2512"},
    "location": {"accuracy": "Rooftop", "latitude": "39.778926", "longitude": "-105.047775", "distance": 0},
    "summary": {"absenteeInd": "ABSENTEE(MAIL AND SITUS NOT =)",
                           "propClass" : "Single Family Residence / Townhouse",
                           "propSubType" : "Residential",
                           "propType" : "SFR",
                           "propertyType" : "SINGLE FAMILY RESIDENCE",
                           "yearBuilt" : {{year}},
                           "propLandUse" : "SFR"
}
, "building" : {
  "size" : {"bldgSize" : 2210, "grossSize" : 2210, "livingSize" : {{living}}},
  "rooms" : {"beds" : 3, "bathsTotal" : 2, "roomsTotal" : 7}
},
               "avm"
    : {
      "eventDate" : "{{as_of}}",
      "amount" :
          {"scr" : {{scr}}, "value" : {{value}}, "high" : {{high}}, "low" : {{low}}, "valueRange" : 60000},
      "AVMModel" : {"FSDscore" : 6}
    },
      "vintage" : {
  "lastModified" : "{{as_of}}", "pubDate" : "{{as_of}}"
}
})json";

constexpr std::string_view kCounty = R"json({
  "county": {"fips": "{{fips}}", "name": "Denver", "state": "CO", "office": "Clerk and Recorder"},
  "statement_date": "{{today}}",
  "parcels": [{{items}}]
})json";

constexpr std::string_view kCountyParcel = R"json({
    "apn": "{{apn}}",
    "address": {"line1": "{{line1}}", "locality": "DENVER", "region": "CO", "postal": "80212"},
    "latitude": "39.778926", "longitude": "-105.047775",
    "property_type": "SINGLE FAMILY RESIDENCE", "year_built": {{year}},
    "lot_acres": {{acres}}, "lot_ft2": {{ft2}}, "living_ft2": {{living}},
    "beds": 3, "baths": 2, "zoning": "U-SU-C1",
    "title": {"owner_name": "{{owner}}", "vesting": "fee simple", "document_number": "{{document}}",
      "recorded_on": "{{recorded}}", "status": "clear", "liens": []},
    "valuation": {"method": "appraisal", "currency": "{{ccy}}", "value": {{value}}, "low": {{low}}, "high": {{high}}, "score": {{scr}}, "fsd": 6, "as_of": "{{as_of}}"},
    "comparables": [{"price": {{price1}}, "living_ft2": 1500, "sold_on": "{{comp1}}"}, {"price": {{price2}}, "living_ft2": 1600, "sold_on": "{{comp2}}"},
      {"price": {{price3}}, "living_ft2": 1580, "sold_on": "{{comp3}}"}],
    "tax": {"year": {{tax_year}}, "amount": 2815.42, "currency": "{{ccy}}", "assessed_land": 12400, "assessed_improvement": 21100, "assessed_total": 33500}
  })json";

/// What the two sources say of one parcel, where parcels differ.
struct Parcel {
  std::string apn, house, year;
  std::string appraisal, low, high;  ///< The county's.
  std::int64_t appraisedDaysAgo;
  std::array<std::string_view, 3> comparables;  ///< Sold for.
};

std::optional<Parcel> parcelOf(const Ask& ask, std::string_view apn) {
  const DemoWorld& world = ask.world;
  Parcel parcel{std::string(apn), "house",  "year", "500000",
                "480000",         "520000", 3,      {"465000", "512000", "499000"}};
  if (apn == world.oldApn) {
    // Nobody has looked at it for longer than a valuation may be old.
    parcel.appraisedDaysAgo = 60;
  } else if (apn == world.disputedApn) {
    // Far above the other source's value, and twice what the neighbours were sold for.
    parcel.appraisal = "790000";
    parcel.low = "760000";
    parcel.high = "820000";
    parcel.comparables = {"365000", "392000", "379000"};
  } else if (apn != world.apn) {
    return std::nullopt;
  }
  const std::string salt = apn == world.apn ? "" : std::string(apn);
  parcel.house = std::to_string(draw(ask.seed, "house" + salt, 1'000, 4'999)) + " WINONA CT";
  parcel.year = std::to_string(draw(ask.seed, "year" + salt, 1900, 1995));
  return parcel;
}

}  // namespace

HttpReply answerAttom(const Ask& ask) {
  if (ask.route != "/propertyapi/v1.0.0/attomavm/detail") return notFound("Unknown resource.");
  const auto parcel = ask.request.parameter("fips") == ask.world.fips
                          ? parcelOf(ask, ask.request.parameter("apn"))
                          : std::nullopt;
  std::vector<std::string> items;
  if (parcel)
    items.push_back(
        filled(kAttomProperty,
               {{"id", std::to_string(184'000'000 + draw(ask.seed, "attom" + parcel->apn, 0, 999'999))},
                {"fips", ask.world.fips},
                {"apn", parcel->apn},
                {"lot", std::to_string(draw(ask.seed, "lot", 1, 60))},
                {"acres", ask.has(Fault::kWrongUnits) ? "4690" : "0.1076676"},
                {"ft2", "4690"},
                {"line1", parcel->house},
                {"year", parcel->year},
                {"living", "1558"},
                {"as_of", dateText(before(ask.now, 5 * 86'400))},
                {"scr", "92"},
                {"value", "500000"},
                {"high", "530000"},
                {"low", ask.has(Fault::kContradictory) ? "560000" : "470000"}}));
  if (items.empty())
    return json(
        R"({"status": {"version": "1.0.0", "code": 0, "msg": "SuccessWithoutResult", "total": 0, "page": 1, "pagesize": 10}})");
  const std::string body = list(ask, items);
  return json(
      filled(kAttom, {{"total", ask.has(Fault::kDuplicates) ? "2" : "1"},
                      {"now", timeText(ask.now, TimeForm::kSeconds)},
                      {"transaction", std::to_string(draw(ask.seed, "transaction", 1'000'000, 9'999'999))},
                      {"items", body}}));
}

HttpReply answerCountyTitle(const Ask& ask) {
  const auto parcel = parcelOf(ask, between(ask.route, "/v1/parcels/" + ask.world.fips + "/", ""));
  if (!parcel) return notFound("no such parcel");
  const std::string item = filled(
      kCountyParcel,
      {{"apn", parcel->apn},
       {"line1", parcel->house},
       {"year", parcel->year},
       {"acres", "0.1076676"},
       {"ft2", "4690"},
       {"living", "1558"},
       {"owner", ask.world.ownerName},
       {"document", "202" + std::to_string(draw(ask.seed, "document" + parcel->apn, 1'000'000, 9'999'999))},
       {"recorded", dateText(before(ask.now, 200 * 86'400))},
       {"ccy", ask.has(Fault::kWrongUnits) ? "XTS" : "USD"},
       {"value", parcel->appraisal},
       {"low", ask.has(Fault::kContradictory) ? "860000" : parcel->low},
       {"high", parcel->high},
       {"scr", "95"},
       {"as_of", dateText(before(ask.now, parcel->appraisedDaysAgo * 86'400))},
       {"price1", std::string(parcel->comparables[0])},
       {"price2", std::string(parcel->comparables[1])},
       {"price3", std::string(parcel->comparables[2])},
       {"comp1", dateText(before(ask.now, 90 * 86'400))},
       {"comp2", dateText(before(ask.now, 120 * 86'400))},
       {"comp3", dateText(before(ask.now, 60 * 86'400))},
       {"tax_year", dateText(before(ask.now, 365 * 86'400)).substr(0, 4)}});
  return json(filled(kCounty,
                     {{"fips", ask.world.fips}, {"today", dateText(ask.now)}, {"items", list(ask, {item})}}));
}

}  // namespace aurigraph::providers
