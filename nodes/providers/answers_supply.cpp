// EPCIS 2.0: GET /epcs/{epc}/events → an EPCISQueryDocument. Two of them: a logistics platform with keys, and
// a carrier's own gateway that takes everybody and says less.

#include "nodes/providers/answers.h"

namespace aurigraph::providers {
namespace {

constexpr std::string_view kDocument = R"json({
  "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
  "id": "https://epcis.example.org/queries/{{query}}", "type": "EPCISQueryDocument", "schemaVersion": "2.0", "creationDate": "{{now}}",
  "epcisBody": {"queryResults": {"queryName": "SimpleEventQuery", "resultsBody": {"eventList": [{{items}}]}}}
})json";

constexpr std::string_view kShipment = R"json({
  "eventID": "ni:///sha-256;{{event}}?ver=CBV2.0", "type": "ObjectEvent", "action": "OBSERVE",
  "bizStep": "transporting", "disposition": "in_transit", "ex:serialOk": true,
  "epcList": ["{{sscc}}"], "quantityList": [{"epcClass": "urn:epc:class:lgtin:4012345.011111.{{lot}}", "quantity": 100000}],
  "eventTime": "{{time}}", "eventTimeZoneOffset": "+00:00", "recordTime": "{{recorded}}",
  "readPoint": {"id": "urn:epc:id:sgln:4012345.00005.0"}, "bizLocation": {"id": "urn:epc:id:sgln:4012345.00005.0"},
  "sensorElementList": [
    {"sensorMetadata": {"time": "{{time}}", "deviceID": "urn:epc:id:giai:4000001.{{device}}", "ex:samplingIntervalSeconds": 300, "ex:calibrationDue": "{{due}}"},
     "sensorReport": [
       {"type": "Temperature", "minValue": {{min}}, "meanValue": {{mean}}, "maxValue": {{max}}, "sDev": 0.4, "value": {{mean}}, "uom": "{{uom}}"},
       {"type": "RelativeHumidity", "value": 45.5, "uom": "P1"}]},
    {"sensorMetadata": {"time": "{{time}}", "deviceID": "urn:epc:id:giai:4000001.{{second}}"},
     "sensorReport": [{"type": "Temperature", "value": {{other}}, "uom": "{{uom}}"}]}]
})json";

/// A carrier's own word of a shipment: one logger, nothing about seals, lots, calibration or places.
constexpr std::string_view kOpenPage = R"json({
  "eventID": "ni:///sha-256;{{event}}?ver=CBV2.0", "type": "ObjectEvent", "action": "OBSERVE",
  "bizStep": "transporting", "epcList": ["{{sscc}}"], "eventTime": "{{time}}", "eventTimeZoneOffset": "+00:00",
  "readPoint": {"id": "urn:epc:id:sgln:4012345.00007.0"},
  "sensorElementList": [{"sensorMetadata": {"time": "{{time}}"},
    "sensorReport": [{"type": "Temperature", "value": {{temperature}}, "uom": "CEL"}]}]
})json";

/// What the demo's refused record is made of: says little, impossible values, times against each other.
constexpr std::string_view kRefused = R"json({
  "eventID": "ni:///sha-256;{{event}}?ver=CBV2.0", "type": "ObjectEvent", "action": "OBSERVE", "bizStep": "sensor_reporting",
  "epcList": ["{{sscc}}"], "eventTime": "{{time}}", "eventTimeZoneOffset": "+00:00",
  "sensorElementList": [{"sensorMetadata": {"time": "{{later}}"},
    "sensorReport": [{"type": "Temperature", "minValue": {{high}}, "maxValue": {{low}}, "value": {{temperature}}, "uom": "CEL"},
      {"type": "RelativeHumidity", "value": {{humidity}}, "uom": "A93"}]}]
})json";

/// 64 hex digits, other ones for every event.
std::string hashOf(const Ask& ask, std::string_view epc, Nanoseconds at) {
  constexpr std::uint64_t kFrom = 0x1000'0000'0000'0000;
  std::string out;
  for (int i = 0; i < 4; ++i) {
    std::uint64_t part = draw(ask.seed ^ static_cast<std::uint64_t>(at.value),
                              std::string(epc) + std::to_string(i), kFrom, kFrom * 15);
    for (int digit = 0; digit < 16; ++digit, part >>= 4) out += "0123456789abcdef"[part & 15];
  }
  return out;
}

HttpReply document(const Ask& ask, std::string_view epc, const std::string& item) {
  HttpReply reply = json(filled(kDocument, {{"query", std::to_string(draw(ask.seed, epc, 1, 9'999))},
                                            {"now", timeText(ask.now, TimeForm::kSeconds)},
                                            {"items", list(ask, {item})}}));
  reply.contentType = "application/ld+json";
  reply.headers = {{"GS1-EPCIS-Version", "2.0.0"}, {"GS1-EPC-Format", "Always_EPC_URN"}};
  return reply;
}

Nanoseconds wholeSecond(Nanoseconds time) {
  return Nanoseconds(time.value - time.value % 1'000'000'000);
}

}  // namespace

HttpReply answerEpcis(const Ask& ask) {
  const auto epc = between(ask.route, "/epcs/", "/events");
  if (epc != ask.world.sscc) return notFound("no such EPC");
  const Nanoseconds at = wholeSecond(before(ask.now, 20));
  const bool fahrenheit = ask.has(Fault::kWrongUnits);
  const auto device = draw(ask.seed, "device", 100, 899);
  return document(ask, epc,
                  filled(kShipment, {{"event", hashOf(ask, epc, at)},
                                     {"sscc", std::string(epc)},
                                     {"lot", "L" + std::to_string(draw(ask.seed, "lot", 1'000, 9'999))},
                                     {"time", timeText(at, TimeForm::kSeconds)},
                                     {"recorded", timeText(before(at, -5), TimeForm::kSeconds)},
                                     {"device", std::to_string(device)},
                                     {"second", std::to_string(device + 1)},
                                     {"due", dateText(before(ask.now, -90 * 86'400))},
                                     {"min", ask.has(Fault::kContradictory) ? "9.9" : "4.1"},
                                     {"mean", "5.1"},
                                     {"max", "6.3"},
                                     {"other", "5.3"},
                                     {"uom", fahrenheit ? "LUX" : "CEL"}}));
}

HttpReply answerCarrier(const Ask& ask) {
  const auto epc = between(ask.route, "/epcs/", "/events");
  if (epc == ask.world.openSscc) {
    const Nanoseconds at = wholeSecond(before(ask.now, 120));
    return document(
        ask, epc,
        filled(kOpenPage, {{"event", hashOf(ask, epc, at)},
                           {"sscc", std::string(epc)},
                           {"time", timeText(at, TimeForm::kSeconds)},
                           {"temperature", "5." + std::to_string(draw(ask.seed, "open", 0, 9))}}));
  }
  if (epc != ask.world.badSscc) return notFound("no such EPC");
  const Nanoseconds at =
      wholeSecond(before(ask.now, 3'600 + static_cast<std::int64_t>(draw(ask.seed, "late", 0, 3'600))));
  const auto temperature = draw(ask.seed, "impossible", 250, 380);
  return document(ask, epc,
                  filled(kRefused, {{"event", hashOf(ask, epc, at)},
                                    {"sscc", std::string(epc)},
                                    {"time", timeText(at, TimeForm::kSeconds)},
                                    {"later", timeText(before(at, -300), TimeForm::kSeconds)},
                                    {"high", std::to_string(temperature + 20)},
                                    {"low", std::to_string(temperature - 20)},
                                    {"temperature", std::to_string(temperature)},
                                    {"humidity", std::to_string(draw(ask.seed, "humidity", 112, 180))}}));
}

}  // namespace aurigraph::providers
