// `aurigraph score`: an answer in a file, and what is known around it in another, scored as on the ledger.

#include <gtest/gtest.h>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <fstream>
#include <string>

#include "core/crypto/sha256.h"
#include "tests/cli/program.h"
#include "tests/support/temporary_folder.h"

namespace aurigraph::cli {
namespace {

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

constexpr std::string_view kPrices = R"json({"source": "public listings", "quotes": [{
  "project_class": "forestry", "venue": "public listing", "basis": "listing", "price": 40.00, "currency": "USD", "unit": "t",
  "bid": 39.00, "ask": 41.00, "volume": 12000, "vintage": 2024, "registry": "VERRA", "time": "2026-11-16T00:00:12Z"
}]})json";

constexpr std::string_view kBlock = R"json({"value":[{"issuanceDate":"2024-04-05","vintageStart":"2021-07-01",
  "vintageEnd":"2022-06-30","resourceIdentifier":"2265","resourceName":"Mangrove belt","country":"India",
  "protocolCategory":"Agriculture","protocol":"VM0033","totalVintageQuantity":9000,"quantity":500,
  "serialNumbers":"15001-700000001-700000500-VCS-VCU-291-VER-IN-14-2265-01072021-30062022-0",
  "additionalCertifications":"CCB-Gold","retiredCancelled":false,"retireOrCancelDate":null}]})json";

class ScoreCommand : public ::testing::Test {
 protected:
  std::string fileOf(const std::string& name, std::string_view text) const {
    const auto path = folder_.path() / name;
    std::ofstream(path) << text;
    return "'" + path.string() + "'";
  }
  test::Ran run(const std::string& arguments) const {
    return test::runProgram(
        "score --retrieved-at 2026-11-18T12:00:00Z --now 2026-11-18T12:00:00Z " + arguments,
        folder_.path() / "stderr");
  }
  /// The record of that kind; `context` empty: without the option.
  boost::json::object scored(const std::string& provider, std::string_view answer, std::string_view kind,
                             std::string_view context = {}) const {
    std::string arguments = provider + " --json " + fileOf("answer.json", answer);
    if (!context.empty()) arguments += " --context " + fileOf("context.json", context);
    const test::Ran ran = run(arguments);
    EXPECT_EQ(ran.exitCode, 0) << ran.out << ran.err;
    boost::system::error_code failed;
    const auto said = boost::json::parse(ran.out, failed);
    if (!failed)
      for (const auto& record : said.at("records").as_array())
        if (record.at("kind").as_string() == kind) return record.as_object();
    ADD_FAILURE() << "no " << kind << ": " << ran.out;
    return {{"score_ppm", -1}, {"band", ""}, {"content", ""}, {"context", boost::json::object()}};
  }
  boost::json::object county(std::string_view kind, std::string_view context = {}) const {
    return scored("--category property --provider county-title", kCounty, kind, context);
  }
  static std::int64_t ppm(const boost::json::object& record) {
    return record.at("score_ppm").to_number<std::int64_t>();
  }
  static const boost::json::object& contextIn(const boost::json::object& record) {
    return record.at("context").as_object();
  }

  test::TemporaryFolder folder_;
};

TEST_F(ScoreCommand, ByItselfAFileIsScoredWithNothingAround) {
  const auto valuation = county("valuation");
  EXPECT_EQ(ppm(valuation), 921'140);
  EXPECT_EQ(contextIn(valuation).at("seen").as_string(), "new");
  EXPECT_EQ(contextIn(valuation).at("independent_sources").to_number<int>(), 1);
  EXPECT_TRUE(contextIn(valuation).at("facts").as_object().contains("comps_median_per_m2"))
      << "what the answer itself says";
  EXPECT_LT(ppm(county("title")), 950'000);
}

TEST_F(ScoreCommand, WithWhatIsKnownTheDemosRecordsHaveTheirScores) {
  const std::string owner = toHex(crypto::sha256(asBytes("WINONA COURT SPV LLC")).view());
  const std::string context = R"({"facts": {"spv_owner_hash": ")" + owner + R"("},
    "another_source": {"value": {"value": "505000", "unit": "USD", "retrieved_at": "2026-11-18T11:59:30Z"}},
    "history": {"value": ["498000", "499500"]}})";
  EXPECT_EQ(ppm(county("title", context)), 950'000);
  const auto valuation = county("valuation", context);
  EXPECT_EQ(ppm(valuation), 950'000);
  const auto& around = contextIn(valuation);
  EXPECT_EQ(around.at("independent_sources").to_number<int>(), 2);
  EXPECT_TRUE(around.at("facts").as_object().contains("second_valuation"));
  EXPECT_EQ(around.at("history_values").at("value").to_number<int>(), 2);
}

TEST_F(ScoreCommand, AnObjectThatIsStoppedScoresNothing) {
  const auto stopped = county("title", R"({"facts": {"asset_stopped": "yes"}})");
  EXPECT_EQ(ppm(stopped), 0);
  EXPECT_TRUE(contextIn(stopped).at("asset_stopped").as_bool());
  EXPECT_EQ(ppm(county("title", R"({"facts": {"asset_stopped": "no"}})")), ppm(county("title")));
}

TEST_F(ScoreCommand, WhatWasSaidOfTheSameMomentIsHeldAgainstIt) {
  const auto alone = county("title");
  const std::string content(alone.at("content").as_string());
  const auto again = county("title", R"({"same_moment": {"content": ")" + content + R"(", "revision": 0}})");
  EXPECT_EQ(contextIn(again).at("seen").as_string(), "new");
  EXPECT_EQ(ppm(again), ppm(alone));
  const std::string other(64, '0');
  const auto against = county("title", R"({"same_moment": {"content": ")" + other + R"("}})");
  EXPECT_EQ(contextIn(against).at("seen").as_string(), "conflict");
  EXPECT_NE(against.at("band").as_string(), "ACCEPT");
}

TEST_F(ScoreCommand, LookUpsCountAsTheyCameOut) {
  const auto with = [&](const std::string& outcome) {
    return ppm(county("title", R"({"references": {"parcel_register": ")" + outcome + "\"}}"));
  };
  EXPECT_EQ(with("unreachable"), ppm(county("title")));
  EXPECT_GT(with("resolved"), with("unreachable"));
  EXPECT_LT(with("dangling"), with("unreachable"));
}

TEST_F(ScoreCommand, DaysProjectsAndSerialNumbersAreCounted) {
  const auto price = scored("--category carbon --provider carbon-price", kPrices, "price",
                            R"({"days": {"price": ["31","32","33","34","35","36","37","38","39","40"]}})");
  EXPECT_EQ(contextIn(price).at("facts").at("median_30d").at("value").as_string(), "36");
  const std::string verra = "--category carbon --provider verra";
  const auto block =
      scored(verra, kBlock, "block", R"({"accepted": [{"kind": "project", "asset_key": "VERRA:2265"}]})");
  EXPECT_EQ(contextIn(block).at("references").at("project").as_string(), "resolved");
  const auto overlaps = scored(verra, kBlock, "block", R"({"serials_overlap": true})");
  EXPECT_EQ(contextIn(overlaps).at("seen").as_string(), "serial_overlap");
  EXPECT_NE(overlaps.at("band").as_string(), "ACCEPT");
}

TEST_F(ScoreCommand, AContextThatCannotBeReadIsRefusedByItsMember) {
  const std::string answer = fileOf("answer.json", kCounty);
  const struct {
    std::string_view text;
    std::string_view said;
  } kBad[] = {
      {R"([])", "The file"},
      {R"({"fact": {}})", "fact "},
      {R"({"facts": {}, "facts": {}})", "\"facts\""},
      {R"({"facts": {"owner": "x"}})", "facts.owner"},
      {R"({"facts": {"venue_known": "maybe"}})", "facts.venue_known"},
      {R"({"facts": {"venue_known": true}})", "facts.venue_known"},
      {R"({"facts": {"spv_owner_hash": "00"}})", "facts.spv_owner_hash"},
      {R"({"references": {"parcel_registr": "resolved"}})", "references.parcel_registr"},
      {R"({"references": {"parcel_register": "found"}})", "references.parcel_register"},
      {R"({"history": {"value": 1}})", "history.value"},
      {R"({"history": {"value": ["1", 2]}})", "history.value[1]"},
      {R"({"days": {"price": ["one"]}})", "days.price[0]"},
      {R"({"days": {"price": ["1","1","1","1","1","1","1","1","1","1","1","1","1","1","1","1","1","1","1","1","1","1","1","1","1","1","1","1","1","1","1"]}})",
       "days.price"},
      {R"({"same_moment": {"content": "00"}})", "same_moment.content"},
      {R"({"same_moment": {"content": "0000000000000000000000000000000000000000000000000000000000000000", "revision": -1}})",
       "same_moment.revision"},
      {R"({"same_moment": {"moment": 1}})", "same_moment.moment"},
      {R"({"another_source": {"value": {"value": "1"}}})", "another_source.value.retrieved_at"},
      {R"({"another_source": {"value": {"retrieved_at": "2026-11-18T11:00:00Z"}}})",
       "another_source.value.value"},
      {R"({"accepted": ["project VERRA:1"]})", "accepted[0]"},
      {R"({"accepted": [{"kind": "forest", "asset_key": "x"}]})", "accepted[0].kind"},
      {R"({"serials_overlap": "yes"})", "serials_overlap"},
      {R"({"serials_overlap": )", "The context file "},
  };
  for (const auto& bad : kBad) {
    const test::Ran ran = run("--category property --provider county-title " + answer + " --context " +
                              fileOf("context.json", bad.text));
    EXPECT_EQ(ran.exitCode, 2) << bad.text;
    EXPECT_NE(ran.err.find(bad.said), std::string::npos) << bad.text << " said: " << ran.err;
  }
  const test::Ran missing =
      run("--category property --provider county-title " + answer + " --context /nowhere");
  EXPECT_EQ(missing.exitCode, 2);
}

}  // namespace
}  // namespace aurigraph::cli
