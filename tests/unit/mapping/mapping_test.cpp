#include "tests/unit/mapping/provider_files.h"

/// Single values of real answers, and answers made for one promise each.
namespace aurigraph::mapping {
namespace {

const MappedRecord& only(const Result<MappedAnswer>& answer, std::size_t index = 0) {
  static const MappedRecord kNone;
  EXPECT_TRUE(answer) << answer.error().message;
  if (!answer) return kNone;
  EXPECT_GT(answer->records.size(), index)
      << (answer->refused.empty() ? "" : answer->refused[0].reason.message);
  return answer->records.size() > index ? answer->records[index] : kNone;
}

std::string refusal(const Result<MappedAnswer>& answer) {
  if (!answer) return std::string(answer.error().code);
  if (answer->refused.empty()) return "nothing refused";
  return answer->refused[0].field + " " + std::string(answer->refused[0].reason.code);
}

TEST(Alpaca, SnapshotJoinsTradeQuoteAndBars) {
  const auto answer = mapFile("alpaca", "alpaca_go_Snapshot.json");
  const MappedRecord& record = only(answer);
  EXPECT_EQ(record.record.assetKey, "stock:AAPL:USD");
  EXPECT_EQ(shown(record, "last_px"), "133.55 USD");
  EXPECT_EQ(shown(record, "bid_px"), "133.54 USD");
  EXPECT_EQ(shown(record, "prev_close"), "131.46 USD");
  EXPECT_EQ(shown(record, "feed"), "iex");
  EXPECT_EQ(timeText(*record.record.observedAt), "2021-05-03T14:45:50.456Z");
  EXPECT_EQ(record.record.find("last_px")->pointer, "/AAPL/latestTrade/p");
}

TEST(Alpaca, ACoinIsKnownByItsSymbolAndAnOptionByItsCode) {
  const auto coin = mapFile("alpaca", "alpaca_go_LatestCryptoTrade.json");
  EXPECT_EQ(shown(only(coin), "asset_class"), "crypto");
  EXPECT_EQ(shown(only(coin), "ccy"), "USD");
  EXPECT_EQ(shown(only(coin), "size"), "0.0755");
  EXPECT_EQ(shown(only(coin), "mic"), "none");
  const auto option = mapFile("alpaca", "alpaca_py_option_get_latest_trade.json");
  EXPECT_EQ(shown(only(option), "asset_class"), "option");
  EXPECT_EQ(shown(only(option), "conditions"), "I");
}

TEST(Alpaca, ABarSpeaksOfItsEndUnlessItIsStillOpen) {
  const std::string_view text =
      R"({"symbol":"SPY","bars":[{"t":"2022-07-26T20:50:00Z","o":1,"h":2,"l":1,"c":2,"v":10}],"next_page_token":null})";
  MapContext context = contextAt("2022-07-26T20:52:00Z");
  context.request["timeframe"] = "1Min";
  const auto closed = mapText("alpaca", text, context);
  EXPECT_EQ(timeText(*only(closed).record.observedAt), "2022-07-26T20:51:00Z");
  EXPECT_EQ(shown(only(closed), "timeframe"), "60 s");
  EXPECT_EQ(only(closed).record.find("timeframe")->parse, wire::ParseQuality::kExact);
  context.request["timeframe"] = "1Hour";
  EXPECT_EQ(timeText(*only(mapText("alpaca", text, context)).record.observedAt), "2022-07-26T20:52:00Z");
}

TEST(Alpaca, AGuessedTimeframeSaysSo) {
  const auto answer = mapFile("alpaca", "alpaca_go_GetBars.json");
  EXPECT_EQ(shown(only(answer), "timeframe"), "900 s");
  EXPECT_EQ(only(answer).record.find("timeframe")->parse, wire::ParseQuality::kNormalized);
  EXPECT_EQ(shown(only(mapFile("alpaca", "alpaca_py_stock_get_bars.json")), "timeframe"), "86400 s");
}

TEST(Alpaca, IdsBeyondADoubleKeepTheirDigits) {
  const auto answer =
      mapText("alpaca",
              R"({"trades":{"F":{"t":"2021-10-11T23:42:47Z","x":"K","p":14.2,"s":1,"i":9007199254740993}}})");
  EXPECT_EQ(shown(only(answer), "trade_id"), "9007199254740993");
}

TEST(Alpaca, WithdrawnTradesAndSpoiltValuesAreRefusedWhereTheyStand) {
  const std::string_view text =
      R"({"trades":{"F":[{"t":"2021-10-11T23:42:47Z","p":1,"s":1,"u":"canceled"},{"t":"2021-10-11T23:42:47Z","p":nan,"s":1},
      {"t":"2021-10-11T23:42:47Z","p":"14.2","s":1},{"t":"2021-10-11T23:42:47Z","p":1e999,"s":1},{"p":1,"s":1},
      {"t":"2021-10-11T23:42:47Z","p":2,"s":3}]},"next_page_token":null})";
  const auto answer = mapText("alpaca", text);
  ASSERT_TRUE(answer) << answer.error().message;
  ASSERT_EQ(answer->refused.size(), 5U);
  const char* expected[] = {"/trades/F/0/u trade.withdrawn", "/trades/F/1/p field.wrong_type",
                            "/trades/F/2/p field.wrong_type", "/trades/F/3/p decimal.out_of_range",
                            "/trades/F/4/t field.missing"};
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(answer->refused[i].field + " " + std::string(answer->refused[i].reason.code), expected[i]);
    EXPECT_EQ(answer->refused[i].index, i);
  }
  EXPECT_EQ(shown(only(answer), "price"), "2 USD");
}

TEST(Alpaca, AnotherCurrencyIsTaken) {
  const auto answer =
      mapText("alpaca", R"({"trades":{"F":{"t":"2021-10-11T23:42:47Z","p":14.2,"s":1}},"currency":"EUR"})");
  EXPECT_EQ(shown(only(answer), "price"), "14.2 EUR");
}

TEST(Alpaca, ErrorsAndOtherThingsAreNoRecords) {
  EXPECT_EQ(refusal(mapText("alpaca", R"({"code":40110000,"message":"request is not authorized"})")),
            "mapper.provider_error");
  EXPECT_EQ(refusal(mapText("alpaca", R"({"auctions":{},"next_page_token":null})")),
            "mapper.not_this_category");
  EXPECT_EQ(refusal(mapText("alpaca", R"([{"id":"x","class":"us_equity","symbol":"F"}])")),
            "mapper.not_this_category");
  EXPECT_EQ(refusal(mapText("alpaca", R"({"weather": {"rain": 1}})")), "mapper.unknown_answer");
}

constexpr std::string_view kAttom =
    R"({"status":{"code":0,"msg":"SuccessWithResult","total":0},"property":[{"identifier":{"Id":1,"fips":"08031","apn":"02192-04-018-000","attomId":1},
    "lot":{"lotSize1":0.1076676,"lotsize2":4690},"address":{"country":"US","countrySubd":"CO","line1":"1 A ST","oneLine":"1 A ST, DENVER","locality":"DENVER","postal1":"80212","matchCode":"ExaStr"},
    "location":{"latitude":"39.778926","longitude":"-105.047775"},"building":{"size":{"livingSize":934}},
    "avm":{"eventDate":"2025-03-10","amount":{"scr":99,"value":741808,"high":749226,"low":734389}},
    "sale":{"saleTransDate":"2023-10-20","amount":{"saleAmt":710000,"saledocnum":"0000101441"}},
    "assessment":{"tax":{"taxAmt":3229.06,"taxyear":2024},"assessed":{},"owner":{"owner1":{"fullName":"  Jane   Roe "}}},
    "vintage":{"pubDate":"2025-03-18"}}]})";

TEST(Attom, OnePropertyGivesParcelValuationTaxAndSaleWhateverTheCapitals) {
  const auto answer = mapText("attom", kAttom);
  ASSERT_TRUE(answer) << answer.error().message;
  ASSERT_EQ(answer->records.size(), 4U);
  const MappedRecord& value = answer->records[1];
  EXPECT_EQ(value.record.kind, wire::RecordKind::kPropertyValuation);
  EXPECT_EQ(value.record.assetKey, "US-08031-0219204018000");
  EXPECT_EQ(shown(value, "value"), "741808 USD");
  EXPECT_EQ(shown(value, "lat"), "39.778926 deg");
  EXPECT_EQ(shown(value, "lot_m2"), "435.7152576 m2");
  EXPECT_EQ(shown(value, "living_m2"), "86.77143936 m2");
  EXPECT_EQ(timeText(*value.record.observedAt), "2025-03-10T00:00:00Z");
  EXPECT_EQ(timeText(*value.record.publishedAt), "2025-03-18T00:00:00Z");
  EXPECT_EQ(shown(answer->records[2], "tax_amount"), "3229.06 USD");
  EXPECT_EQ(answer->records[3].record.assetKey, "US-08031-0219204018000:0000101441");
  EXPECT_EQ(shown(answer->records[3], "price"), "710000 USD");
  // SHA-256 of "JANE ROE": the owner is compared, not named.
  EXPECT_EQ(shown(answer->records[0], "owner_name_hash"),
            "f4a701f2de16c570c80aeecc99bce85f095c4f27d5a2b5a8a9d7951a6ea42323");
  for (const wire::Field& field : answer->records[0].record.fields) {
    const auto* text = std::get_if<std::string>(&field.value);
    EXPECT_TRUE(text == nullptr || text->find("Roe") == std::string::npos) << field.name;
  }
}

TEST(Attom, AFipsCodeOfAnotherFormIsMarkedNotMended) {
  std::string text(kAttom);
  text.replace(text.find("08031"), 5, "8031");
  const auto answer = mapText("attom", text);
  EXPECT_EQ(shown(only(answer), "fips"), "8031");
  EXPECT_EQ(only(answer).record.find("fips")->parse, wire::ParseQuality::kFailed);
}

TEST(Attom, NoResultIsNoError) {
  const auto answer = mapText("attom", R"({"status":{"code":400,"msg":"SuccessWithoutResult","total":0}})");
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->records.empty() && answer->refused.empty());
  EXPECT_EQ(refusal(mapText("attom", R"({"status":{"code":-4,"msg":"Invalid Parameter Combination"}})")),
            "mapper.provider_error");
}

constexpr std::string_view kCounty =
    R"({"county":{"fips":"36061","name":"New York County"},"statement_date":"2026-11-20","parcels":[{"apn":"1-00812-0035","living_ft2":1000,
    "title":{"owner_name":"Jane Roe","vesting":"fee_simple","document_number":"2024000123","recorded_on":"2024-03-05","status":"clear","liens":[{"amount":125000.50},{"amount":10}]},
    "valuation":{"method":"appraisal","value":500000,"low":480000,"high":520000,"score":90,"fsd":5,"as_of":"2026-11-10"},
    "comparables":[{"price":100000,"living_ft2":1000},{"price":300000,"living_ft2":1000},{"price":200000,"living_ft2":1000}]}]})";

TEST(CountyTitle, StatementAndValuationWithComparables) {
  const auto answer = mapText("county-title", kCounty);
  ASSERT_TRUE(answer) << answer.error().message;
  ASSERT_EQ(answer->records.size(), 2U);
  const MappedRecord& title = answer->records[0];
  EXPECT_EQ(title.record.kind, wire::RecordKind::kPropertyTitle);
  EXPECT_EQ(title.record.tier, wire::SourceTier::kRegistryOfRecord);
  EXPECT_EQ(shown(title, "liens_count"), "2");
  EXPECT_EQ(shown(title, "liens_amount"), "125010.5 USD");
  EXPECT_EQ(timeText(*title.record.observedAt), "2026-11-20T00:00:00Z");
  ASSERT_EQ(answer->records[1].record.fetch.facts.size(), 1U);
  EXPECT_EQ(answer->records[1].record.fetch.facts[0].name, "comps_median_per_m2");
  // 200,000 USD on 92.90304 m²
  EXPECT_EQ(answer->records[1].record.fetch.facts[0].value,
            wire::FieldValue(wire::Quantity{Decimal::of(215'278, 2), "USD/m2"}));
}

TEST(CountyTitle, AnUnknownStatusIsMarked) {
  std::string text(kCounty);
  text.replace(text.find("\"clear\""), 7, "\"cloudy\"");
  EXPECT_EQ(only(mapText("county-title", text)).record.find("status")->parse, wire::ParseQuality::kFailed);
}

TEST(HmLandRegistry, ARowIsASale) {
  const auto answer = mapFile("hm-land-registry", "hmlr_ppd_newcastle_noheader.csv");
  const MappedRecord& sale = only(answer);
  EXPECT_EQ(shown(sale, "price"), "130000 GBP");
  EXPECT_EQ(shown(sale, "date"), "2022-07-01T00:00:00Z");
  EXPECT_EQ(sale.record.find("price")->pointer, "row:1/col:price_paid");
}

TEST(HmLandRegistry, ARowThatIsCutOffIsRefused) {
  std::string text = readText("hmlr_ppd_newcastle_noheader.csv");
  text.resize(text.rfind(','));
  const auto answer = mapText("hm-land-registry", text);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->records.size(), 39U);
  EXPECT_EQ(refusal(answer), "row:40 csv.column_count");
}

constexpr std::string_view kVerraHeader =
    "Issuance Date,Vintage Start,Vintage End,ID,Name,Country/Area,Methodology,Total Vintage "
    "Quantity,Quantity Issued,"
    "Serial Number,Additional Certifications,Retirement/Cancellation Date,Retirement "
    "Beneficiary,Reason,Details\n";

TEST(Verra, ARetiredRowGivesABlockAndARetirement) {
  const std::string row =
      "2022-05-01,2021-01-01,2021-12-31,1976,Forest,India,VM0007,\"1,454,054\",425,"
      "19385-941467007-941467431-VCS-VCU-1491-VER-IN-1-1976-01012021-31122021-0,,2023-02-03,ACME,"
      "Environmental Benefit,\n";
  const auto answer = mapText("verra", std::string(kVerraHeader) + row);
  ASSERT_TRUE(answer) << answer.error().message;
  ASSERT_EQ(answer->records.size(), 2U) << refusal(answer);
  const MappedRecord& block = answer->records[0];
  EXPECT_EQ(block.record.kind, wire::RecordKind::kCarbonBlock);
  EXPECT_EQ(block.record.assetKey, "VERRA:19385:941467007:941467431");
  EXPECT_EQ(shown(block, "state"), "retired");
  EXPECT_EQ(shown(block, "total_vintage_qty"), "1454054 t");
  EXPECT_EQ(shown(block, "country"), "IN");
  EXPECT_EQ(block.record.find("total_vintage_qty")->parse, wire::ParseQuality::kExact);
  EXPECT_EQ(answer->records[1].record.kind, wire::RecordKind::kCarbonRetirement);
  EXPECT_EQ(shown(answer->records[1], "date"), "2023-02-03T00:00:00Z");
}

TEST(Verra, JsonRowsAreTheSame) {
  const auto answer =
      mapText("verra",
              R"({"value":[{"issuanceDate":"2022-05-01","vintageStart":"2021-01-01","vintageEnd":"2021-12-31",
      "resourceIdentifier":"1976","resourceName":"Forest","country":"India","protocol":"VM0007","totalVintageQuantity":1454054,"quantity":425,
      "serialNumbers":"19385-941467007-941467431-VCS-VCU-1491-VER-IN-1-1976-01012021-31122021-0","retireOrCancelDate":null}]})");
  EXPECT_EQ(shown(only(answer), "state"), "issued");
  EXPECT_EQ(shown(only(answer), "first"), "941467007");
}

TEST(Verra, BadSerialsAndPagesAreRefusedAmbiguousDatesAreNoDates) {
  const auto rowWith = [](const std::string& date, const std::string& serial) {
    return std::string(kVerraHeader) + date + ",2021-01-01,2021-12-31,1976,Forest,India,VM0007,10,10," +
           serial + ",,,,,\n";
  };
  const std::string serial = "1-1-10-VCS-VCU-1491-VER-IN-1-1976-01012021-31122021-0";
  // The day of issue is expected, not required: it is missing, and the row says why.
  const auto ambiguous = mapText("verra", rowWith("05/04/2022", serial));
  EXPECT_EQ(shown(only(ambiguous), "issued_on"), "none");
  ASSERT_EQ(only(ambiguous).unreadable.size(), 1U);
  EXPECT_EQ(only(ambiguous).unreadable[0].pointer, "row:2/col:Issuance Date");
  EXPECT_EQ(only(ambiguous).unreadable[0].reason.code, "time.ambiguous");
  EXPECT_EQ(shown(only(mapText("verra", rowWith("30/04/2022", serial))), "issued_on"),
            "2022-04-30T00:00:00Z");
  EXPECT_EQ(refusal(mapText("verra", rowWith("2022-04-05", "ACR-1-2"))),
            "row:2/col:Serial Number serial.malformed");
  EXPECT_EQ(refusal(mapText("verra", rowWith("2022-04-05", ""))), "row:2/col:Serial Number field.missing");
  EXPECT_EQ(refusal(mapText("verra", "<!DOCTYPE html><html><body>Moved</body></html>")), "csv.not_csv");
}

TEST(GoldStandard, CreditsAreBlocks) {
  const std::string row =
      R"({"id":9,"serial_number":"GS1-1-IN-GS7755-16-2021-23456-101-600","number_of_credits":500,"status":"%S","vintage":"2021",
      "certified_date":"2022-06-01","monitoring_period_start_date":"2021-01-01","monitoring_period_end_date":"2021-12-31",
      "product":{"abbreviation":"VER"},"note":"For ACME","project":{"id":42,"sustaincert_id":7755,"name":"Wind","country_code":"IN","methodology":"AMS-I.D."}})";
  const auto with = [&](const std::string& status) {
    std::string text = "[" + row + "]";
    return mapText("gold-standard", text.replace(text.find("%S"), 2, status));
  };
  const auto issued = with("ISSUED");
  EXPECT_EQ(only(issued).record.assetKey, "GS:GS1-1-IN-GS7755-16-2021-23456:101:600");
  EXPECT_EQ(shown(only(issued), "project_id"), "7755");
  EXPECT_EQ(shown(only(issued), "quantity"), "500 t");
  const auto retired = with("RETIRED");
  ASSERT_TRUE(retired);
  ASSERT_EQ(retired->records.size(), 2U);
  EXPECT_EQ(shown(retired->records[1], "beneficiary"), "For ACME");
  EXPECT_EQ(refusal(with("PENDING")), "/0/status field.unknown_value");
}

TEST(CarbonPrice, AQuoteKeepsItsCurrencyAndUnit) {
  const auto answer = mapText(
      "carbon-price",
      R"({"venue":"Board","quotes":[{"project_class":"forestry","price":40,"currency":"USD","unit":"tCO2e","bid":"39.5",
      "basis":"listing","volume":"1,200","vintage":2021,"time":"2026-11-20T10:00:00Z"},{"project_class":"forestry","price":40,"currency":"USD","unit":"kg","time":"2026-11-20T10:00:00Z"}]})");
  EXPECT_EQ(shown(only(answer), "price"), "40 USD/t");
  EXPECT_EQ(shown(only(answer), "bid"), "39.5 USD/t");
  EXPECT_EQ(shown(only(answer), "volume"), "1200 t");
  EXPECT_EQ(only(answer).record.assetKey, "forestry:Board:USD");
  EXPECT_EQ(timeText(*only(answer).record.observedAt), "2026-11-20T10:00:00Z");
  EXPECT_EQ(shown(only(answer, 1), "price"), "40 USD/kg");
}

TEST(Epcis, ReadingsCarryTypeUnitAndTime) {
  const auto answer = mapFile("epcis", "ralphtro_epcisDocWithSensorDataObjectEvent.jsonld");
  const MappedRecord& record = only(answer);
  EXPECT_EQ(record.record.kind, wire::RecordKind::kSupplySensor);
  EXPECT_EQ(shown(record, "sensors[0].value"), "26 degC");
  EXPECT_EQ(shown(record, "sensors[0].uom"), "CEL");
  EXPECT_EQ(shown(record, "sensors[11].type"), "Illuminance");
  EXPECT_EQ(shown(record, "sensors[4].time"), "2022-02-16T13:35:00Z");
  EXPECT_EQ(shown(record, "sampling_interval_s"), "1200 s");
  EXPECT_EQ(record.record.find("sampling_interval_s")->parse, wire::ParseQuality::kNormalized);
}

TEST(Epcis, TheThreeShapesGiveTheSameRecord) {
  const std::string event =
      R"("type":"ObjectEvent","eventID":"urn:uuid:1","eventTime":"2026-01-01T10:00:00.000000Z","eventTimeZoneOffset":"+02:00","action":"OBSERVE",
      "bizStep":"https://ref.gs1.org/cbv/BizStep-receiving","epcList":["urn:epc:id:sgtin:0614141.107346.2017"],"readPoint":{"id":"urn:epc:id:sgln:0614141.07346.1234"})";
  const std::string context = R"({"@context":["https://ref.gs1.org/standards/epcis/epcis-context.jsonld"],)";
  const std::string shapes[] = {
      context + event + "}",
      context + R"("type":"EPCISDocument","epcisBody":{"eventList":[{)" + event + "}]}}",
      context + R"("type":"EPCISQueryDocument","epcisBody":{"queryResults":{"resultsBody":{"eventList":[{)" +
          event + "}]}}}}"};
  for (const std::string& shape : shapes) {
    const auto answer = mapText("epcis", shape);
    const MappedRecord& record = only(answer);
    EXPECT_EQ(record.record.assetKey, "urn:uuid:1");
    EXPECT_EQ(shown(record, "biz_step"), "receiving");
    EXPECT_EQ(shown(record, "event_time"), "2026-01-01T10:00:00Z");
    EXPECT_EQ(shown(record, "tz_offset"), "+02:00");
  }
}

TEST(Epcis, AWrongCheckDigitIsMarkedNotMended) {
  std::string text = readText("openepcis_ce_epcisEvent.json");
  for (std::size_t at = 0; (at = text.find("09521141012345", at)) != std::string::npos; ++at)
    text.replace(at, 14, "09521141012346");
  EXPECT_EQ(only(mapText("epcis", text)).record.find("items[0].id")->parse, wire::ParseQuality::kFailed);
}

TEST(Epcis, WhatWasDeclaredAnErrorIsALaterWordOfTheSameEvent) {
  const auto answer = mapFile("epcis", "evrythng_ObjectEvent_full.json");
  const MappedRecord& record = only(answer);
  EXPECT_EQ(record.record.kind, wire::RecordKind::kSupplyHandover);
  EXPECT_EQ(shown(record, "custody_from"), "urn:epc:id:pgln:4012345.00225");
  EXPECT_EQ(shown(record, "error_declaration"), "incorrect_data");
  EXPECT_EQ(record.record.revision, 1'579'042'800U);
  EXPECT_EQ(only(answer, 1).record.kind, wire::RecordKind::kSupplySensor);
}

TEST(Epcis, EqualEventsHaveEqualDerivedIds) {
  const auto a = mapText(
      "epcis",
      R"({"@context":[],"type":"ObjectEvent","action":"ADD","epcList":["x"],"eventTime":"2026-01-01T10:00:00Z"})");
  const auto b = mapText(
      "epcis",
      R"({ "eventTime":"2026-01-01T10:00:00Z", "epcList":["x"], "action":"ADD","type":"ObjectEvent","@context":[]})");
  EXPECT_EQ(only(a).record.assetKey, only(b).record.assetKey);
  EXPECT_TRUE(only(a).record.assetKey.starts_with("ni:///sha-256;"));
}

TEST(OpenMeteo, LocalTimesAndUnitsAreConverted) {
  const std::string_view text =
      R"({"latitude":45.5,"longitude":15.25,"elevation":120,"utc_offset_seconds":7200,"hourly_units":{"time":"iso8601","temperature_2m":"°F","wind_speed_10m":"kn","precipitation":"inch"},
      "hourly":{"time":["2026-07-08T00:00","2026-07-08T01:00","2026-07-08T02:00"],"temperature_2m":[50,null,59],"wind_speed_10m":[10,20,30],"precipitation":[0.5,0,0]}})";
  const auto answer = mapText("open-meteo", text, contextAt("2026-07-07T23:30:00Z"));
  ASSERT_TRUE(answer) << answer.error().message;
  ASSERT_EQ(answer->records.size(), 3U);
  const MappedRecord& past = answer->records[0];
  EXPECT_EQ(past.record.kind, wire::RecordKind::kWeatherModel);
  EXPECT_EQ(shown(past, "time"), "2026-07-07T22:00:00Z");
  EXPECT_EQ(shown(past, "temp_c"), "10 degC");
  EXPECT_EQ(shown(past, "wind_ms"), "5.144444 m/s");
  EXPECT_EQ(shown(past, "precip_mm"), "12.7 mm");
  EXPECT_EQ(past.record.assetKey, "grid:45.5,15.25:best_match");
  EXPECT_EQ(shown(answer->records[1], "temp_c"), "none");
  EXPECT_EQ(answer->records[2].record.kind, wire::RecordKind::kWeatherForecast);
  EXPECT_EQ(timeText(*answer->records[2].record.observedAt), "2026-07-07T23:30:00Z");
}

TEST(OpenMeteo, ModelsPlacesAndMissingUnits) {
  const auto answer = mapText(
      "open-meteo",
      R"([{"latitude":1,"longitude":2,"hourly_units":{"temperature_2m_gfs_seamless":"°C"},"hourly":{"time":["2026-07-08T00:00"],"temperature_2m_gfs_seamless":[1],"temperature_2m_icon_seamless":[2]}},
      {"latitude":3,"longitude":4,"location_id":1}])");
  ASSERT_TRUE(answer) << answer.error().message;
  ASSERT_EQ(answer->records.size(), 2U);
  EXPECT_EQ(answer->records[0].record.assetKey, "grid:1,2:gfs_seamless");
  EXPECT_EQ(answer->records[0].record.find("temp_c")->parse, wire::ParseQuality::kExact);
  EXPECT_EQ(shown(answer->records[1], "temp_c"), "2 degC");
  EXPECT_EQ(answer->records[1].record.find("temp_c")->parse, wire::ParseQuality::kNormalized);
  EXPECT_EQ(shown(answer->records[1], "units_match"), "false");
}

TEST(OpenMeteo, SpoiltSeriesRefuseTheirStep) {
  const auto answer = mapText(
      "open-meteo",
      R"({"latitude":1,"longitude":2,"hourly_units":{"temperature_2m":"°C"},"hourly":{"time":["2026-07-08T00:00","2026-07-08T01:00","x","2026-07-08T03:00"],"temperature_2m":[nan,"7",1]}})");
  ASSERT_TRUE(answer) << answer.error().message;
  ASSERT_EQ(answer->refused.size(), 4U);
  EXPECT_EQ(answer->refused[0].field, "/hourly/temperature_2m/0");
  EXPECT_EQ(answer->refused[1].reason.code, "field.wrong_type");
  EXPECT_EQ(answer->refused[2].field, "/hourly/time/2");
  EXPECT_EQ(answer->refused[3].reason.code, "series.too_short");
  EXPECT_EQ(refusal(mapText("open-meteo", R"({"error":true,"reason":"Cannot resolve host"})")),
            "mapper.provider_error");
  EXPECT_EQ(
      refusal(mapText(
          "open-meteo",
          R"({"latitude":1,"longitude":2,"current_units":{"temperature_2m":"furlong"},"current":{"time":"2026-07-08T00:00","temperature_2m":1}})")),
      "/current/temperature_2m unit.unknown");
}

TEST(Nws, AnObservationWithItsQualityCodes) {
  const MappedRecord record = only(mapFile("nws", "nws_stations_observations_latest.json"));
  EXPECT_EQ(record.record.assetKey, "station:KFLL");
  EXPECT_EQ(shown(record, "temp_c"), "22.800000000000001 degC");
  EXPECT_EQ(shown(record, "temp_c.qc"), "V");
  EXPECT_EQ(shown(record, "wind_ms"), "2.1 m/s");
  EXPECT_EQ(shown(record, "gust_ms"), "none");
  EXPECT_EQ(shown(record, "lat"), "26.07 deg");  // GeoJSON has the longitude first
  EXPECT_EQ(shown(record, "pressure_pa"), "101870 Pa");
}

TEST(Nws, AForecastIsIssuedAndSpeaksOfTheFuture) {
  const MappedRecord record = only(mapFile("nws", "nws_forecast_KSGX_2026.json"));
  EXPECT_EQ(shown(record, "temp_c"), "25.555556 degC");
  EXPECT_EQ(shown(record, "wind_ms"), "4.4704 m/s");
  EXPECT_EQ(shown(record, "wind_min_ms"), "0 m/s");
  EXPECT_EQ(shown(record, "wind_dir_deg"), "225 deg");
  EXPECT_EQ(shown(record, "interval_s"), "43200 s");
  EXPECT_EQ(timeText(*record.record.observedAt), "2026-07-02T08:06:04Z");
}

TEST(Nws, RawGridsAreReadByInterval) {
  const auto answer = mapText(
      "nws",
      R"({"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[-70.4,43.6],[-70.2,43.8]]]},"properties":{"@type":"wx:Gridpoint","gridId":"GYX","gridX":"74","gridY":58,
      "updateTime":"2019-10-25T09:56:26+00:00","temperature":{"uom":"unit:degC","values":[{"validTime":"2019-10-25T03:00:00+00:00/PT1H","value":11.5},{"validTime":"2019-10-25T04:00:00+00:00/PT2H","value":12}]},
      "windSpeed":{"uom":"unit:m_s-1","values":[{"validTime":"2019-10-25T03:00:00+00:00/PT6H","value":3}]},
      "quantitativePrecipitation":{"uom":"unit:mm","values":[{"validTime":"2019-10-25T03:00:00+00:00/PT6H","value":9},{"validTime":"2019-10-25T04:00:00+00:00/PT2H","value":1}]}}})");
  ASSERT_TRUE(answer) << answer.error().message;
  ASSERT_EQ(answer->records.size(), 2U);
  EXPECT_EQ(shown(answer->records[0], "place"), "GYX/74,58");
  EXPECT_EQ(shown(answer->records[0], "lat"), "43.7 deg");
  EXPECT_EQ(shown(answer->records[1], "wind_ms"), "3 m/s");
  EXPECT_EQ(shown(answer->records[0], "precip_mm"), "absent");  // six hours' rain is not one hour's
  EXPECT_EQ(shown(answer->records[1], "precip_mm"), "1 mm");
}

TEST(Nws, ProblemDocumentsAreErrors) {
  EXPECT_EQ(
      refusal(mapText(
          "nws",
          R"({"correlationId":"1","title":"Not Found","type":"https://api.weather.gov/problems/NotFound","status":404,"detail":"Not found"})")),
      "mapper.provider_error");
}

}  // namespace
}  // namespace aurigraph::mapping
