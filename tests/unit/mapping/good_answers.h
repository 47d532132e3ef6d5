#pragma once

#include <array>
#include <ostream>
#include <string_view>

/// One answer per shape that the mappings know, with a value in each place that they read: what
/// odd_forms_test.cpp takes apart.
namespace aurigraph::mapping {

struct GoodAnswer {
  std::string_view name;
  std::string_view provider;
  std::string_view text;
};

/// For the names of parametrized tests.
inline void PrintTo(const GoodAnswer& good, std::ostream* out) {
  *out << good.name;
}

inline constexpr std::string_view kGoodAnswersTime = "2026-11-20T15:31:00Z";

// clang-format off
inline constexpr std::array kGoodAnswers = {
    GoodAnswer{"AlpacaSnapshot", "alpaca",
        R"json({"symbol":"AAPL","currency":"USD","latestTrade":{"t":"2026-11-20T15:30:50Z","x":"V","p":133.55,"s":100,"c":"@","i":5,"z":"C"},
        "latestQuote":{"t":"2026-11-20T15:30:50Z","ax":"V","ap":133.6,"as":2,"bx":"V","bp":133.5,"bs":3,"c":["R"]},
        "dailyBar":{"t":"2026-11-20T05:00:00Z","o":132.0,"h":134.0,"l":131.0,"c":133.55,"v":1000,"n":10,"vw":132.5},"prevDailyBar":{"t":"2026-11-19T05:00:00Z","o":1.0,"h":2.0,"l":1.0,"c":131.46,"v":10}})json"},
    GoodAnswer{"AlpacaTrades", "alpaca",
        R"json({"symbol":"F","currency":"USD","trades":[{"t":"2026-11-20T15:30:50Z","x":"K","p":14.2,"s":10,"c":"@","i":42}],"next_page_token":null})json"},
    GoodAnswer{"AlpacaQuotes", "alpaca",
        R"json({"symbol":"F","currency":"USD","quotes":[{"t":"2026-11-20T15:30:50Z","ax":"K","ap":14.3,"as":1,"bx":"K","bp":14.2,"bs":2}],"next_page_token":null})json"},
    GoodAnswer{"AlpacaBars", "alpaca",
        R"json({"symbol":"F","currency":"USD","bars":[{"t":"2026-11-20T15:29:00Z","o":1.0,"h":2.0,"l":1.0,"c":2.0,"v":10,"n":3,"vw":1.5}],"next_page_token":null})json"},
    GoodAnswer{"Attom", "attom",
        R"json({"status":{"code":0,"msg":"SuccessWithResult"},"property":[{"identifier":{"Id":1,"fips":"08031","apn":"02192-04-018-000","attomId":1},
        "lot":{"lotSize1":0.1076676,"lotsize2":4690,"siteZoningIdent":"R1"},"address":{"country":"US","countrySubd":"CO","line1":"1 A ST","oneLine":"1 A ST, DENVER","locality":"DENVER","postal1":"80212","matchCode":"ExaStr"},
        "location":{"latitude":"39.778926","longitude":"-105.047775"},"building":{"size":{"livingSize":934},"rooms":{"beds":2,"bathstotal":1}},
        "summary":{"propertyType":"SFR","yearbuilt":1922},
        "avm":{"eventDate":"2026-11-10","amount":{"scr":99,"value":741808,"high":749226,"low":734389},"AVMModel":{"FSDscore":5}},
        "sale":{"saleTransDate":"2023-10-20","amount":{"saleAmt":710000,"salerecdate":"2023-10-25","saledocnum":"0000101441","saletranstype":"Resale"}},
        "assessment":{"tax":{"taxAmt":3229.06,"taxyear":2025},"assessed":{"assdlandvalue":1,"assdimprvalue":2,"assdttlvalue":3},"market":{"mktttlvalue":4},"owner":{"owner1":{"fullName":"Jane Roe"}}},
        "vintage":{"pubDate":"2026-11-18"}}]})json"},
    GoodAnswer{"CountyTitle", "county-title",
        R"json({"county":{"fips":"36061","name":"New York County"},"statement_date":"2026-11-20","parcels":[{"apn":"1-00812-0035",
        "address":{"line1":"1 MAIN ST","locality":"NEW YORK","region":"NY","postal":"10001","match":"exact"},"latitude":"40.7505","longitude":"-73.9934",
        "property_type":"office","year_built":1961,"zoning":"C5-3","flood_zone":"X","environmental":"none","lot_acres":0.25,"lot_ft2":10890,"living_ft2":52000,"beds":0,"baths":4,
        "title":{"owner_name":"Main Street SPV LLC","vesting":"fee_simple","document_number":"2024000123","recorded_on":"2024-03-05","status":"clear","liens":[{"amount":125000}],"book_page":"4711/12","legal_description":"LOT 35"},
        "valuation":{"method":"appraisal","currency":"USD","value":500000,"low":480000,"high":520000,"score":90,"fsd":5,"as_of":"2026-11-10"},
        "comparables":[{"price":510000,"living_ft2":53000}],
        "tax":{"year":2025,"amount":9100.5,"assessed_land":100,"assessed_improvement":200,"assessed_total":300},
        "sales":[{"document_number":"2019004711","price":430000,"sold_on":"2019-05-04"}]}]})json"},
    GoodAnswer{"HmLandRegistry", "hm-land-registry",
        "unique_id,price_paid,deed_date,postcode,property_type,new_build,estate_type,saon,paon,street,locality,town,district,county,transaction_category,linked_data_uri\n"
        "E53E,130000,2026-07-01,NE12 7JS,F,N,L,FLAT 2,11,GLEBE TERRACE,,NEWCASTLE,NORTH TYNESIDE,TYNE AND WEAR,A,http://x\n"},
    GoodAnswer{"VerraBlocks", "verra",
        R"json({"value":[{"issuanceDate":"2024-04-05","vintageStart":"2021-07-01","vintageEnd":"2022-06-30","resourceIdentifier":"2265","resourceName":"Mangrove belt","country":"India",
        "protocolCategory":"Agriculture","protocol":"VM0033","totalVintageQuantity":9000,"quantity":500,"serialNumbers":"15001-700000001-700000500-VCS-VCU-291-VER-IN-14-2265-01072021-30062022-0",
        "additionalCertifications":"CCB-Gold","retiredCancelled":true,"retireOrCancelDate":"2025-01-01","retirementBeneficiary":"ACME","retirementReason":"Benefit","retirementDetails":"For 2024"}]})json"},
    GoodAnswer{"VerraProjects", "verra",
        R"json({"value":[{"resourceIdentifier":"2265","resourceName":"Mangrove belt","proponent":"Belt Ltd","resourceStatus":"Registered","protocolCategory":"Agriculture","protocol":"VM0033","country":"India",
        "estAnnualEmissionReductions":9000,"registrationDate":"2020-01-01","creditingPeriodStartDate":"2019-01-01","creditingPeriodEndDate":"2049-01-01"}]})json"},
    GoodAnswer{"VerraCsv", "verra",
        "Issuance Date,Vintage Start,Vintage End,ID,Name,Country/Area,Methodology,Project Type,Total Vintage Quantity,Quantity Issued,Serial Number,Additional Certifications,Retirement/Cancellation Date,Retirement Beneficiary,Reason,Details\n"
        "2022-05-01,2021-01-01,2021-12-31,1976,Forest,India,VM0007,ARR,\"1,454,054\",425,19385-941467007-941467431-VCS-VCU-1491-VER-IN-1-1976-01012021-31122021-0,CCB,2023-02-03,ACME,Benefit,For 2022\n"},
    GoodAnswer{"GoldStandardCredits", "gold-standard",
        R"json([{"id":9,"serial_number":"GS1-1-IN-GS7755-16-2021-23456-101-600","number_of_credits":500,"status":"RETIRED","vintage":"2021","retirement_date":"2023-02-03","retirement_use_case":"Voluntary",
        "certified_date":"2022-06-01","monitoring_period_start_date":"2021-01-01","monitoring_period_end_date":"2021-12-31","product":{"abbreviation":"VER"},"note":"For ACME",
        "project":{"id":42,"sustaincert_id":7755,"name":"Wind","country_code":"IN","methodology":"AMS-I.D.","type":"Wind"}}])json"},
    GoodAnswer{"GoldStandardProject", "gold-standard",
        R"json([{"id":42,"sustaincert_id":7755,"name":"Wind","project_developer":"Wind Ltd","status":"LISTED","type":"Wind","methodology":"AMS-I.D.","country_code":"IN","estimated_annual_credits":500,
        "crediting_period_start_date":"2019-01-01","crediting_period_end_date":"2029-01-01"}])json"},
    GoodAnswer{"CarbonPrice", "carbon-price",
        R"json({"quotes":[{"venue":"Board","project_class":"forestry","registry":"GS","project_id":"42","vintage":2021,"country":"IN","methodology":"M","currency":"USD","unit":"tCO2e","price":40,"bid":39,"ask":41,
        "volume":1200,"day_low":38,"day_high":42,"open_interest":10,"trade_count":5,"basis":"listing","time":"2026-11-20T10:00:00Z"}]})json"},
    GoodAnswer{"Epcis", "epcis",
        R"json({"@context":["https://ref.gs1.org/standards/epcis/epcis-context.jsonld"],"type":"ObjectEvent","eventID":"urn:uuid:1","eventTime":"2026-11-20T15:29:00Z","recordTime":"2026-11-20T15:29:30Z","eventTimeZoneOffset":"+02:00",
        "action":"OBSERVE","bizStep":"receiving","disposition":"in_transit","epcList":["urn:epc:id:sgtin:0614141.107346.2017"],"quantityList":[{"epcClass":"urn:epc:class:lgtin:4012345.012345.998877","quantity":200,"uom":"KGM"}],
        "readPoint":{"id":"urn:epc:id:sgln:0614141.07346.1234"},"bizLocation":{"id":"urn:epc:id:sgln:0614141.07346.0"},
        "sourceList":[{"type":"possessing_party","source":"urn:epc:id:pgln:4012345.00225"}],"destinationList":[{"type":"possessing_party","destination":"urn:epc:id:pgln:0614141.00777"}],
        "bizTransactionList":[{"type":"po","bizTransaction":"urn:epc:id:gdti:0614141.06012.1234"}],"certificationInfo":"https://example.org/c","ex:sealState":"intact","ex:serialOk":true,"ilmd":{"ex:itemExpirationDate":"2027-01-01"},
        "errorDeclaration":{"declarationTime":"2026-11-20T15:30:00Z","reason":"incorrect_data","correctiveEventIDs":["urn:uuid:2"]},"proof":{"proofValue":"abc"},
        "sensorElementList":[{"sensorMetadata":{"time":"2026-11-20T15:28:00Z","deviceID":"urn:epc:id:giai:4000001.111","ex:samplingIntervalSeconds":60,"ex:calibrationDue":"2027-01-01"},
        "sensorReport":[{"type":"Temperature","value":26.0,"minValue":25.0,"maxValue":27.0,"meanValue":26.0,"sDev":0.1,"uom":"CEL","exception":"ALARM_CONDITION","deviceID":"urn:epc:id:giai:4000001.112","component":"x"}]}]})json"},
    GoodAnswer{"EpcisEvent", "epcis",
        R"json({"@context":["https://ref.gs1.org/standards/epcis/epcis-context.jsonld"],"type":"ObjectEvent","eventID":"urn:uuid:3","eventTime":"2026-11-20T15:29:00Z","recordTime":"2026-11-20T15:29:30Z","eventTimeZoneOffset":"+02:00",
        "action":"OBSERVE","bizStep":"shipping","disposition":"in_transit","quantityList":[{"epcClass":"urn:epc:class:lgtin:4012345.012345.998877","quantity":200,"uom":"KGM"}],
        "readPoint":{"id":"geo:45.1,11.2"},"bizLocation":{"id":"urn:epc:id:sgln:0614141.07346.0"},"ex:sealState":"intact","ex:serialOk":true,
        "sourceList":[{"type":"location","source":"urn:epc:id:sgln:4012345.00225.0"}],"destinationList":[{"type":"location","destination":"urn:epc:id:sgln:0614141.00777.0"}],
        "bizTransactionList":[{"type":"po","bizTransaction":"urn:epc:id:gdti:0614141.06012.1234"}]})json"},
    GoodAnswer{"OpenMeteoHourly", "open-meteo",
        R"json({"latitude":45.5,"longitude":15.25,"elevation":120.0,"utc_offset_seconds":0,"hourly_units":{"temperature_2m":"°C","relative_humidity_2m":"%","dew_point_2m":"°C","precipitation":"mm","wind_speed_10m":"km/h","wind_gusts_10m":"km/h","wind_direction_10m":"°","pressure_msl":"hPa","visibility":"m","cloud_cover":"%","weather_code":"wmo code"},
        "hourly":{"time":["2026-11-20T15:00","2026-11-20T16:00"],"temperature_2m":[10.5,11.5],"relative_humidity_2m":[80,81],"dew_point_2m":[7.5,7.6],"precipitation":[0.1,0.2],"wind_speed_10m":[10.0,11.0],"wind_gusts_10m":[20.0,21.0],
        "wind_direction_10m":[200,201],"pressure_msl":[1010.5,1010.6],"visibility":[24000,24001],"cloud_cover":[50,51],"weather_code":[3,3]}})json"},
    GoodAnswer{"OpenMeteoCurrent", "open-meteo",
        R"json({"latitude":45.5,"longitude":15.25,"elevation":120.0,"utc_offset_seconds":0,"current_units":{"temperature_2m":"°C"},"current":{"time":"2026-11-20T15:30","interval":900,"temperature_2m":10.5}})json"},
    GoodAnswer{"OpenMeteoAir", "open-meteo",
        R"json({"latitude":45.5,"longitude":15.25,"elevation":120.0,"utc_offset_seconds":0,"hourly_units":{"pm10":"μg/m³","pm2_5":"μg/m³"},"hourly":{"time":["2026-11-20T15:00"],"pm10":[10.5],"pm2_5":[5.5]}})json"},
    GoodAnswer{"NwsObservation", "nws",
        R"json({"type":"Feature","geometry":{"type":"Point","coordinates":[-80.15,26.07]},"properties":{"@type":"wx:ObservationStation","elevation":{"unitCode":"wmoUnit:m","value":3},"station":"https://api.weather.gov/stations/KFLL","timestamp":"2026-11-20T15:00:00+00:00","textDescription":"Clear",
        "temperature":{"unitCode":"wmoUnit:degC","value":22.8,"qualityControl":"V"},"dewpoint":{"unitCode":"wmoUnit:degC","value":15.5,"qualityControl":"V"},"windDirection":{"unitCode":"wmoUnit:degree_(angle)","value":200,"qualityControl":"V"},
        "windSpeed":{"unitCode":"wmoUnit:km_h-1","value":7.5,"qualityControl":"V"},"windGust":{"unitCode":"wmoUnit:km_h-1","value":17.5,"qualityControl":"S"},"seaLevelPressure":{"unitCode":"wmoUnit:Pa","value":101870,"qualityControl":"V"},
        "visibility":{"unitCode":"wmoUnit:m","value":16090,"qualityControl":"C"},"relativeHumidity":{"unitCode":"wmoUnit:percent","value":60.5,"qualityControl":"V"},"precipitationLastHour":{"unitCode":"wmoUnit:mm","value":0.5,"qualityControl":"C"}}})json"},
    GoodAnswer{"NwsForecast", "nws",
        R"json({"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[-70.4,43.6],[-70.2,43.8]]]},"properties":{"updateTime":"2026-11-20T15:06:04+00:00","gridId":"GYX","gridX":74,"gridY":58,"elevation":{"unitCode":"wmoUnit:m","value":21},
        "periods":[{"number":1,"startTime":"2026-11-20T18:00:00+00:00","endTime":"2026-11-21T06:00:00+00:00","temperature":78,"temperatureUnit":"F","probabilityOfPrecipitation":{"unitCode":"wmoUnit:percent","value":20},
        "dewpoint":{"unitCode":"wmoUnit:degC","value":15.5},"relativeHumidity":{"unitCode":"wmoUnit:percent","value":60},"windSpeed":"5 to 10 mph","windDirection":"SW","shortForecast":"Sunny"}]}})json"},
    GoodAnswer{"NwsGrid", "nws",
        R"json({"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[-70.4,43.6],[-70.2,43.8]]]},"properties":{"@type":"wx:Gridpoint","gridId":"GYX","gridX":"74","gridY":58,"updateTime":"2026-11-20T15:06:04+00:00","elevation":{"unitCode":"wmoUnit:m","value":21},
        "temperature":{"uom":"wmoUnit:degC","values":[{"validTime":"2026-11-20T18:00:00+00:00/PT1H","value":11.5}]},"dewpoint":{"uom":"wmoUnit:degC","values":[{"validTime":"2026-11-20T18:00:00+00:00/PT1H","value":5.5}]},
        "relativeHumidity":{"uom":"wmoUnit:percent","values":[{"validTime":"2026-11-20T18:00:00+00:00/PT1H","value":55}]},"windSpeed":{"uom":"wmoUnit:km_h-1","values":[{"validTime":"2026-11-20T18:00:00+00:00/PT1H","value":3.5}]},
        "windGust":{"uom":"wmoUnit:km_h-1","values":[{"validTime":"2026-11-20T18:00:00+00:00/PT1H","value":13.5}]},"windDirection":{"uom":"wmoUnit:degree_(angle)","values":[{"validTime":"2026-11-20T18:00:00+00:00/PT1H","value":200}]},
        "quantitativePrecipitation":{"uom":"wmoUnit:mm","values":[{"validTime":"2026-11-20T18:00:00+00:00/PT1H","value":0.5}]}}})json"},
};
// clang-format on

}  // namespace aurigraph::mapping
