// Verra: POST /uiapi/asset/asset/search, POST /uiapi/resource/resource/search.
// Gold Standard: GET /credits, GET /projects. A public price page: GET /prices.

#include "nodes/providers/answers.h"

namespace aurigraph::providers {
namespace {

constexpr std::string_view kVerraBlock = R"json({
  "issuanceDate": "{{issued}}", "instrumentType": "VCU", "vintageStart": "{{from}}", "vintageEnd": "{{to}}",
  "reportingPeriodStart": "{{from}}", "reportingPeriodEnd": "{{to}}",
  "resourceIdentifier": "{{project}}", "resourceName": "{{name}}", "region": "Asia", "country": "India",
  "protocolCategory": "Energy industries (renewable/non-renewable sources)",
                           "protocol" : "ACM0002",
                           "totalVintageQuantity" : {{total}},
                           "quantity" : {{quantity}},
                           "serialNumbers" : "{{serial}}",
                           "externalSerialNumber" : null,
                           "additionalCertifications" : "",
                           "retiredCancelled" : false,
                           "retireOrCancelDate" : null,
                           "retirementBeneficiary" : null,
                           "retirementReason" : null,
                           "retirementDetails" : null,
                           "holdingIdentifier" : "{{holding}}",
                           "programObjectives" : null
})json";

constexpr std::string_view kVerraProject = R"json({
  "resourceIdentifier": "{{project}}", "resourceName": "{{name}}", "proponent": "Greenfield Renewables Pvt. Ltd.",
  "resourceStatus": "Registered", "country": "India", "region": "Asia",
  "protocolCategory": "Energy industries (renewable/non-renewable sources)", "protocol": "ACM0002", "registrationDate": "2021-04-12",
  "programObjectives": "", "estAnnualEmissionReductions": 41253, "creditingPeriodStartDate": "{{from}}",
  "creditingPeriodEndDate": "{{to}}"
})json";

constexpr std::string_view kGoldCredit = R"json({
  "id": "{{id}}", "serial_number": "{{serial}}", "number_of_credits": {{quantity}}, "batch_number": {{batch}},
  "starting_credit_number": {{first}}, "ending_credit_number": {{last}}, "certified_date": "{{issued}}",
  "monitoring_period_start_date": "{{from}}", "monitoring_period_end_date": "{{to}}", "status": "ISSUED", "vintage": "{{vintage}}",
  "product": {"name": "Verified Emission Reduction", "abbreviation": "VER"}, "retirement_use_case": null, "note": null,
  "project": {"id": "{{uuid}}", "sustaincert_id": {{project}}, "name": "{{name}}", "status": "GOLD_STANDARD_CERTIFIED_PROJECT", "type": "Wind",
    "methodology": "ACM0002", "size": "LARGE_SCALE", "country_code": "TR", "country": "Turkey", "project_developer": "Bergama Ruzgar A.S.",
    "carbon_stream": "GS_VER"}
})json";

constexpr std::string_view kGoldProject = R"json({
  "id": "{{uuid}}", "sustaincert_id": {{project}}, "name": "{{name}}", "status": "GOLD_STANDARD_CERTIFIED_PROJECT", "type": "Wind",
  "methodology": "ACM0002", "size": "LARGE_SCALE", "country_code": "TR", "country": "Turkey", "project_developer": "Bergama Ruzgar A.S.",
  "carbon_stream": "GS_VER", "crediting_period_start_date": "2019-01-01", "crediting_period_end_date": "2028-12-31",
  "estimated_annual_credits": 88000, "programme_of_activities": "STANDALONE"
})json";

constexpr std::string_view kPrice = R"json({
  "project_class": "{{class}}", "venue": "{{venue}}", "registry": "VERRA", "basis": "listing", "vintage": {{vintage}},
  "price": {{price}}, "currency": "USD", "unit": "{{unit}}", "bid": {{bid}}, "ask": {{ask}}, "volume": {{volume}}, "time": "{{at}}"
})json";

/// All that some listings say: no bid, no ask, nothing about volume or vintage.
constexpr std::string_view kBarePrice = R"json({
  "project_class": "{{class}}", "venue": "{{venue}}", "registry": "GS", "basis": "listing",
  "price": {{price}}, "currency": "USD", "unit": "{{unit}}", "time": "{{at}}"
})json";
constexpr std::int64_t kBarePriceAgeSeconds = std::int64_t{2} * 3'600;

/// The demo's price is two and a half times as old as a listing may be, with some room before its score
/// moves.
constexpr std::int64_t kPriceAgeSeconds = std::int64_t{60} * 3'600 - 12;

std::string verraSerial(const CreditBlock& block, std::string_view project) {
  return block.series + "-" + std::to_string(block.first) + "-" +
         std::to_string(block.first + block.count - 1) + "-VCS-VCU-290-VER-IN-1-" + std::string(project) +
         "-01012024-31122024-0";
}

std::string verraBlock(const Ask& ask, const CreditBlock& block) {
  std::uint64_t total = 0;
  for (const CreditBlock& each : ask.world.verraBlocks) total += each.count;
  const std::uint64_t said = ask.has(Fault::kContradictory) ? block.count + 1
                             : ask.has(Fault::kWrongUnits)  ? block.count / 1'000
                                                            : block.count;
  return filled(kVerraBlock, {{"issued", "2025-04-" + std::to_string(draw(ask.seed, "issued", 10, 28))},
                              {"from", "2024-01-01"},
                              {"to", "2024-12-31"},
                              {"project", ask.world.verraProject},
                              {"name", "Grid-connected solar power project in Rajasthan"},
                              {"total", std::to_string(total)},
                              {"quantity", std::to_string(said)},
                              {"serial", verraSerial(block, ask.world.verraProject)},
                              {"holding", std::to_string(draw(ask.seed, block.series, 100'000, 999'999))}});
}

}  // namespace

HttpReply answerVerra(const Ask& ask) {
  if (ask.request.method != "POST") return notFound("Not found.");
  const bool asked = ask.request.body.find("\"" + ask.world.verraProject + "\"") != std::string::npos;
  std::vector<std::string> items;
  if (ask.route == "/uiapi/asset/asset/search") {
    if (asked)
      for (const CreditBlock& block : ask.world.verraBlocks) items.push_back(verraBlock(ask, block));
  } else if (ask.route == "/uiapi/resource/resource/search") {
    if (asked)
      items.push_back(filled(kVerraProject, {{"project", ask.world.verraProject},
                                             {"name", "Grid-connected solar power project in Rajasthan"},
                                             {"from", "2021-03-01"},
                                             {"to", "2031-02-28"}}));
  } else {
    return notFound("Not found.");
  }
  const auto count = std::to_string(items.size() * (ask.has(Fault::kDuplicates) ? 2 : 1));
  return json(R"({"@odata.count": )" + count + R"(, "countExceeded": false, "totalCount": )" + count +
              R"(, "value": [)" + list(ask, items) + "]}");
}

HttpReply answerGoldStandard(const Ask& ask) {
  const std::string project = ask.world.gsProject;
  const std::string name = "Bergama wind power plant";
  const std::string uuid =
      "3f1b0c52-7f3f-4d5e-9c1f-" + std::to_string(draw(ask.seed, "uuid", 100'000'000'000, 999'999'999'999));
  if (ask.route == "/projects")
    return json("[" +
                list(ask, {filled(kGoldProject, {{"uuid", uuid}, {"project", project}, {"name", name}})}) +
                "]");
  if (ask.route != "/credits") return notFound("Not found.");
  const std::uint64_t first = draw(ask.seed, "gs-first", 100, 90'000);
  const std::uint64_t count = draw(ask.seed, "gs-count", 500, 5'000);
  const std::uint64_t batch = draw(ask.seed, "gs-batch", 10'000, 60'000);
  return json(
      "[" +
      list(ask, {filled(kGoldCredit,
                        {{"id", uuid},
                         {"serial", "GS1-1-TR-GS" + project + "-1-2023-" + std::to_string(batch) + "-" +
                                        std::to_string(first) + "-" + std::to_string(first + count - 1)},
                         {"quantity", std::to_string(ask.has(Fault::kContradictory) ? count + 3 : count)},
                         {"batch", std::to_string(batch)},
                         {"first", std::to_string(first)},
                         {"last", std::to_string(first + count - 1)},
                         {"issued", "2024-06-12"},
                         {"from", "2023-01-01"},
                         {"to", "2023-12-31"},
                         {"vintage", "2023"},
                         {"uuid", uuid},
                         {"project", project},
                         {"name", name}})}) +
      "]");
}

HttpReply answerCarbonPrice(const Ask& ask) {
  if (ask.route != "/prices") return notFound("Not found.");
  if (ask.request.parameter("class") == ask.world.listedClass)
    return json(
        R"({"source": "public listings", "quotes": [)" +
        list(ask, {filled(kBarePrice,
                          {{"class", ask.world.listedClass},
                           {"venue", "public listing " + std::to_string(draw(ask.seed, "bare-venue", 1, 9))},
                           {"price", centsText(draw(ask.seed, "bare-price", 380, 640))},
                           {"unit", ask.has(Fault::kWrongUnits) ? "lb" : "t"},
                           {"at", timeText(before(ask.now, kBarePriceAgeSeconds), TimeForm::kSeconds)}})}) +
        "]}");
  const std::uint64_t price = 4'000;
  const std::uint64_t spread = draw(ask.seed, "spread", 25, 150);
  const bool crossed = ask.has(Fault::kContradictory);
  return json(
      R"({"source": "public listings", "quotes": [)" +
      list(ask, {filled(kPrice, {{"class", "forestry"},
                                 {"venue", "public listing " + std::to_string(draw(ask.seed, "venue", 1, 9))},
                                 {"vintage", std::to_string(draw(ask.seed, "price-vintage", 2021, 2024))},
                                 {"price", centsText(price)},
                                 {"unit", ask.has(Fault::kWrongUnits) ? "lb" : "t"},
                                 {"bid", centsText(crossed ? price + spread : price - spread)},
                                 {"ask", centsText(crossed ? price - spread : price + spread)},
                                 {"volume", std::to_string(draw(ask.seed, "price-volume", 50, 5'000))},
                                 {"at", timeText(before(ask.now, kPriceAgeSeconds), TimeForm::kSeconds)}})}) +
      "]}");
}

}  // namespace aurigraph::providers
