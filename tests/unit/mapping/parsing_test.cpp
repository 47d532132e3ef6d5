#include <gtest/gtest.h>

#include "core/base/time_text.h"
#include "nodes/json/json.h"
#include "nodes/mapping/carbon/carbon_serial.h"
#include "nodes/mapping/csv.h"
#include "nodes/mapping/epcis/gs1.h"
#include "nodes/mapping/units.h"

namespace aurigraph::mapping {
namespace {

std::string codeOf(std::string_view json) {
  const auto document = json::Document::parse(asBytes(json));
  return document ? "" : std::string(document.error().code);
}

TEST(Json, NumbersKeepTheirOwnDigits) {
  const auto document = json::Document::parse(asBytes(R"({"a": 0.1000, "b": [9007199254740993, -1e-7]})"));
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(document->root().find("a")->text, "0.1000");
  EXPECT_EQ(document->root().find("b")->items[0].text, "9007199254740993");
  EXPECT_EQ(document->root().find("b")->items[1].text, "-1e-7");
}

TEST(Json, ABareNanSpoilsItsOwnFieldOnly) {
  const auto document =
      json::Document::parse(asBytes(R"({"a": nan, "b": NaN, "c": -Infinity, "d": 01, "e": +1, "f": 2})"));
  ASSERT_TRUE(document) << document.error().message;
  for (const char* key : {"a", "b", "c", "d", "e"})
    EXPECT_EQ(document->root().find(key)->type, json::Type::kInvalid) << key;
  EXPECT_EQ(document->root().find("f")->type, json::Type::kNumber);
}

TEST(Json, WhatIsNoAnswerIsRefusedAsAWhole) {
  EXPECT_EQ(codeOf(""), "json.not_json");
  EXPECT_EQ(codeOf("  <!DOCTYPE html><html></html>"), "json.not_json");
  EXPECT_EQ(codeOf("42"), "json.not_json");
  EXPECT_EQ(codeOf(R"({"a": 1, "a": 2})"), "json.duplicate_key");
  EXPECT_EQ(codeOf(R"({"a": })"), "json.malformed");
  EXPECT_EQ(codeOf(R"({"a": 1} {"b": 2})"), "json.malformed");
  EXPECT_EQ(codeOf(R"({"a": 1)"), "json.malformed");
  EXPECT_EQ(codeOf("{\"a\": \"\xFF\"}"), "json.malformed");
  EXPECT_EQ(codeOf(std::string(40, '[') + std::string(40, ']')), "json.too_deep");
  EXPECT_EQ(codeOf(std::string(100'000, '[') + std::string(100'000, ']')), "json.too_deep");
}

TEST(Csv, QuotesNewlinesAndBothLineEndsAreUnderstood) {
  const auto rows = parseCsv(asBytes("a,\"b \"\"x\"\"\r\ny\",\r\n\r\n\"1,234\",2,\n"));
  ASSERT_TRUE(rows) << rows.error().message;
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ((*rows)[0].cells, (std::vector<std::string>{"a", "b \"x\"\r\ny", ""}));
  EXPECT_EQ((*rows)[1].cells, (std::vector<std::string>{"1,234", "2", ""}));
  EXPECT_EQ((*rows)[1].line, 4U);
}

TEST(Csv, Windows1252BecomesUtf8) {
  const auto rows = parseCsv(asBytes("Jos\xE9,\x80,\x96\n"));
  ASSERT_TRUE(rows);
  EXPECT_EQ((*rows)[0].cells, (std::vector<std::string>{"José", "€", "–"}));
}

TEST(Csv, WhatIsNoTableIsRefused) {
  for (const std::string_view text : {"a,\"b", "a\"b,c", "\"a\"b,c"}) {
    const auto rows = parseCsv(asBytes(text));
    ASSERT_FALSE(rows) << text;
    EXPECT_EQ(rows.error().code, "csv.malformed") << text;
  }
  for (const std::string_view text : {std::string_view("<html>"), std::string_view("{}"),
                                      std::string_view("a\0b", 3), std::string_view()}) {
    const auto rows = parseCsv(asBytes(text));
    ASSERT_FALSE(rows);
    EXPECT_EQ(rows.error().code, "csv.not_csv");
  }
}

TEST(TimeText, Rfc3339WithOffsetsAndFractions) {
  EXPECT_EQ(timeText(parseRfc3339("2022-02-16T20:33:31.116000-06:00")->utc), "2022-02-17T02:33:31.116Z");
  EXPECT_EQ(timeText(parseRfc3339("2021-10-04T18:00:14.012577217Z")->utc), "2021-10-04T18:00:14.012577217Z");
  EXPECT_EQ(parseRfc3339("1970-01-01T00:00:00Z")->utc, Nanoseconds(0));
  EXPECT_EQ(timeText(parseRfc3339("1969-12-31T23:59:59.5Z")->utc), "1969-12-31T23:59:59.5Z");
  EXPECT_EQ(timeText(parseRfc3339("2024-02-29T00:00:00+00:00")->utc), "2024-02-29T00:00:00Z");
}

TEST(TimeText, WhatIsNotFullyUnderstoodIsRefused) {
  for (const char* text :
       {"22-07-2026", "2026-07-22", "2026-07-22T06:45:00", "2026-07-22T06:45Z", "2023-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z", "2026-07-22T24:00:00Z", "2026-07-22T06:45:60Z",
        "2026-07-22T06:45:00.1234567890Z", "2026-07-22T06:45:00+2:00", "2026-07-22T06:45:00Z ",
        "9999-01-01T00:00:00Z", "0000-00-00T00:00:00Z", "", "T"})
    EXPECT_FALSE(parseRfc3339(text)) << text;
  EXPECT_EQ(timeText(*parseLocal("2023-11-13T10:45", 7'200)), "2023-11-13T08:45:00Z");
  EXPECT_FALSE(parseLocal("2023-11-13T10:45", 999'999'999));
  EXPECT_EQ(parseInterval("2019-10-25T04:00:00+00:00/P1DT2H30M")->seconds, 95'400);
  for (const char* text :
       {"2019-10-25T04:00:00+00:00/P", "2019-10-25T04:00:00+00:00/PT0H", "2019-10-25T04:00:00+00:00",
        "2019-10-25T04:00:00+00:00/P1M", "2019-10-25T04:00:00+00:00/PT999999H"})
    EXPECT_FALSE(parseInterval(text)) << text;
}

std::string converted(const char* value, const char* unit, Measure measure) {
  const auto out = toCanonical(*Decimal::parse(value), unit, measure);
  return out ? out->toText() : std::string(out.error().code);
}

TEST(Units, ConversionsAreExactOrRoundedAtTheStatedPlace) {
  EXPECT_EQ(converted("7.56", "wmoUnit:km_h-1", Measure::kSpeed), "2.1");
  EXPECT_EQ(converted("10", "km/h", Measure::kSpeed), "2.777778");
  EXPECT_EQ(converted("10", "kn", Measure::kSpeed), "5.144444");
  EXPECT_EQ(converted("10", "mp/h", Measure::kSpeed), "4.4704");
  EXPECT_EQ(converted("78", "°F", Measure::kTemperature), "25.555556");
  EXPECT_EQ(converted("-40", "F", Measure::kTemperature), "-40");
  EXPECT_EQ(converted("0.5", "inch", Measure::kPrecipitation), "12.7");
  EXPECT_EQ(converted("0.003", "unit:m", Measure::kPrecipitation), "3");
  EXPECT_EQ(converted("1018.6", "hPa", Measure::kPressure), "101860");
  EXPECT_EQ(converted("4690", "ft2", Measure::kArea), "435.7152576");
  EXPECT_EQ(converted("0.1076676", "acre", Measure::kArea), "435.71531854439424");
  EXPECT_EQ(converted("1", "furlong", Measure::kLength), "unit.unknown");
  EXPECT_EQ(converted("1", "Pa", Measure::kTemperature), "unit.unknown");
}

TEST(Units, PrintedDoublesAreReadAndGiantsRefused) {
  EXPECT_EQ(readNumber("11.666666666666742")->value.toText(), "11.666666666666742");
  const auto small = readNumber("1.4210854715202004e-14");
  ASSERT_TRUE(small);
  EXPECT_TRUE(small->rounded);
  EXPECT_EQ(small->value.toText(), "0.000000000000014211");
  EXPECT_EQ(readNumber("1e-400")->value.toText(), "0");
  for (const std::string& text : {std::string("1e400"), std::string(60, '9'), std::string("1e"),
                                  std::string("nan"), std::string(200, '9') + ".5"})
    EXPECT_FALSE(readNumber(text)) << text;
}

TEST(CarbonSerial, VerraSerialNamesItsRange) {
  const auto serial =
      parseVerraSerial("19385-941467007-941467431-VCS-VCU-1491-VER-IN-1-1976-01012021-31122021-0");
  ASSERT_TRUE(serial) << serial.error().message;
  EXPECT_EQ(serial->series, "19385");
  EXPECT_EQ(serial->last - serial->first + 1, 425U);
  EXPECT_EQ(serial->project, "1976");
  EXPECT_EQ(serial->country, "IN");
  EXPECT_EQ(timeText(*serial->vintageEnd), "2021-12-31T00:00:00Z");
}

TEST(CarbonSerial, GoldStandardSerialsOfBothGrammars) {
  const auto own = parseGoldStandardSerial("GS1-1-IN-GS7755-16-2021-23456-101-600");
  ASSERT_TRUE(own) << own.error().message;
  EXPECT_EQ(own->series, "GS1-1-IN-GS7755-16-2021-23456");
  EXPECT_EQ(own->last - own->first + 1, 500U);
  EXPECT_EQ(own->vintageYear, 2021);
  const auto cer = parseGoldStandardSerial("IN-5-100-1-1-0-1234 - IN-5-3756-1-1-0-1234");
  ASSERT_TRUE(cer) << cer.error().message;
  EXPECT_EQ(cer->last - cer->first + 1, 3'657U);
  EXPECT_EQ(cer->series, "IN-5-*-1-1-0-1234");
}

TEST(CarbonSerial, OtherGrammarsAreRefused) {
  for (const char* text :
       {"", "-", "1-2-3", "19385-9-1-VCS-VCU-1491-VER-IN-1-1976-01012021-31122021-0",
        "19385-1-99999999999999999999-VCS-VCU-1491-VER-IN-1-1976-01012021-31122021-0",
        "19385-1-9-VCS-VCU-1491-VER-IN-1-1976-32012021-31122021-0", "ACR-US-586-2022-2078-28633 to 28662"})
    EXPECT_FALSE(parseVerraSerial(text)) << text;
  for (const char* text : {"GS1-1-IN-GS7755-16-2021-23456-600-101", "GS1-1-IN-7755-16-2021-23456-1-2",
                           "IN-5-100-1-1-0-1234 - CN-5-3756-1-1-0-1234"})
    EXPECT_FALSE(parseGoldStandardSerial(text)) << text;
}

TEST(Gs1, CheckDigitsAndLengths) {
  for (const char* id :
       {"https://id.gs1.org/01/09521141012345/21/2017", "urn:epc:id:sgtin:0614141.107346.2017",
        "https://id.gs1.org/00/040123450000003338", "https://id.gs1.de/414/4012345000115",
        "urn:epc:id:sgtin:415056789012.0.987654", "https://id.gs1.org/gtin/09780345418913",
        "https://id.example.com/8003/040123450007718765", "urn:epc:id:pgln:999999999999.",
        "urn:epc:class:lgtin:4012345.012345.998877"})
    EXPECT_EQ(checkGs1(id), Gs1Form::kValid) << id;
  for (const char* id :
       {"https://id.gs1.org/01/09521141012346/21/2017", "urn:epc:id:sgtin:0614141.10734.2017",
        "https://id.gs1.org/414/4012345000116", "https://id.gs1.org/00/1"})
    EXPECT_EQ(checkGs1(id), Gs1Form::kBroken) << id;
  for (const char* id : {"fskx:bfr:zl2030:api_test2", "geo:47.5,11.1", "https://medifit-prima.net", ""})
    EXPECT_EQ(checkGs1(id), Gs1Form::kForeign) << id;
  EXPECT_EQ(cbvName("https://ref.gs1.org/cbv/BizStep-receiving", "BizStep-"), "receiving");
  EXPECT_EQ(cbvName("https://example.com/bizStep/inspecting", "BizStep-"),
            "https://example.com/bizStep/inspecting");
}

}  // namespace
}  // namespace aurigraph::mapping
