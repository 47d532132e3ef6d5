// ATTOM property API: GET /propertyapi/v1.0.0/attomavm/detail?fips&apn.
// County recorder (shape ours): GET /v1/parcels/{fips}/{apn}.

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
    "comparables": [{"price": 465000, "living_ft2": 1500, "sold_on": "{{comp1}}"}, {"price": 512000, "living_ft2": 1600, "sold_on": "{{comp2}}"},
      {"price": 499000, "living_ft2": 1580, "sold_on": "{{comp3}}"}],
    "tax": {"year": {{tax_year}}, "amount": 2815.42, "currency": "{{ccy}}", "assessed_land": 12400, "assessed_improvement": 21100, "assessed_total": 33500}
  })json";

std::string streetOf(const Ask& ask) {
  return std::to_string(draw(ask.seed, "house", 1'000, 4'999)) + " WINONA CT";
}

}  // namespace

HttpReply answerAttom(const Ask& ask) {
  if (ask.route != "/propertyapi/v1.0.0/attomavm/detail") return notFound("Unknown resource.");
  const bool ours =
      ask.request.parameter("fips") == ask.world.fips && ask.request.parameter("apn") == ask.world.apn;
  std::vector<std::string> items;
  if (ours)
    items.push_back(
        filled(kAttomProperty, {{"id", std::to_string(184'000'000 + draw(ask.seed, "attom", 0, 999'999))},
                                {"fips", ask.world.fips},
                                {"apn", ask.world.apn},
                                {"lot", std::to_string(draw(ask.seed, "lot", 1, 60))},
                                {"acres", ask.has(Fault::kWrongUnits) ? "4690" : "0.1076676"},
                                {"ft2", "4690"},
                                {"line1", streetOf(ask)},
                                {"year", std::to_string(draw(ask.seed, "year", 1900, 1995))},
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
                      {"now", timeText(ask.now)},
                      {"transaction", std::to_string(draw(ask.seed, "transaction", 1'000'000, 9'999'999))},
                      {"items", body}}));
}

HttpReply answerCountyTitle(const Ask& ask) {
  if (ask.route != "/v1/parcels/" + ask.world.fips + "/" + ask.world.apn) return notFound("no such parcel");
  const std::string item = filled(
      kCountyParcel, {{"apn", ask.world.apn},
                      {"line1", streetOf(ask)},
                      {"year", std::to_string(draw(ask.seed, "year", 1900, 1995))},
                      {"acres", "0.1076676"},
                      {"ft2", "4690"},
                      {"living", "1558"},
                      {"owner", ask.world.ownerName},
                      {"document", "202" + std::to_string(draw(ask.seed, "document", 1'000'000, 9'999'999))},
                      {"recorded", dateText(before(ask.now, 200 * 86'400))},
                      {"ccy", ask.has(Fault::kWrongUnits) ? "XTS" : "USD"},
                      {"value", "500000"},
                      {"low", ask.has(Fault::kContradictory) ? "560000" : "480000"},
                      {"high", "520000"},
                      {"scr", "95"},
                      {"as_of", dateText(before(ask.now, 3 * 86'400))},
                      {"comp1", dateText(before(ask.now, 90 * 86'400))},
                      {"comp2", dateText(before(ask.now, 120 * 86'400))},
                      {"comp3", dateText(before(ask.now, 60 * 86'400))},
                      {"tax_year", dateText(before(ask.now, 365 * 86'400)).substr(0, 4)}});
  return json(filled(kCounty,
                     {{"fips", ask.world.fips}, {"today", dateText(ask.now)}, {"items", list(ask, {item})}}));
}

}  // namespace aurigraph::providers
