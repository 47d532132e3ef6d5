// EPCIS 2.0: GET /epcs/{epc}/events → an EPCISQueryDocument.

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
  "bizStep": "transporting", "disposition": "in_transit",
  "epcList": ["{{sscc}}"], "quantityList": [{"epcClass": "urn:epc:class:lgtin:4012345.011111.{{lot}}", "quantity": 100000}],
  "eventTime": "{{time}}", "eventTimeZoneOffset": "+00:00", "recordTime": "{{recorded}}",
  "readPoint": {"id": "urn:epc:id:sgln:4012345.00005.0"}, "bizLocation": {"id": "urn:epc:id:sgln:4012345.00005.0"},
  "sensorElementList": [{
    "sensorMetadata": {"time": "{{time}}", "deviceID": "urn:epc:id:giai:4000001.{{device}}"},
    "sensorReport": [
      {"type": "Temperature", "minValue": {{min}}, "meanValue": {{mean}}, "maxValue": {{max}}, "sDev": 0.4, "value": {{mean}}, "uom": "{{uom}}"},
      {"type": "RelativeHumidity", "value": {{humidity}}, "uom": "P1"}]}]
})json";

}  // namespace

HttpReply answerEpcis(const Ask& ask) {
  const auto epc = between(ask.route, "/epcs/", "/events");
  const bool good = epc == ask.world.sscc;
  if (!good && epc != ask.world.badSscc) return notFound("no such EPC");
  const Nanoseconds at = before(ask.now, good ? 20 : 3 * 86'400);
  const std::string digest(64, 'a');
  std::string event;
  for (int i = 0; i < 4; ++i) {
    constexpr std::uint64_t kFrom = 0x1000'0000'0000'0000;
    std::uint64_t part = draw(ask.seed ^ static_cast<std::uint64_t>(at.value),
                              std::string(epc) + std::to_string(i), kFrom, kFrom * 15);
    for (int digit = 0; digit < 16; ++digit, part >>= 4) event += "0123456789abcdef"[part & 15];
  }
  const bool fahrenheit = ask.has(Fault::kWrongUnits);
  const std::string item =
      filled(kShipment, {{"event", event},
                         {"sscc", std::string(epc)},
                         {"lot", "L" + std::to_string(draw(ask.seed, "lot", 1'000, 9'999))},
                         {"time", timeText(at)},
                         {"recorded", timeText(before(at, -5))},
                         {"device", std::to_string(draw(ask.seed, "device", 100, 999))},
                         {"min", ask.has(Fault::kContradictory) ? "9.9" : "4.1"},
                         {"mean", fahrenheit ? "41.2" : "5.1"},
                         {"max", "6.3"},
                         {"uom", fahrenheit ? "FAH" : "CEL"},
                         {"humidity", good ? "45.5" : "117"}});
  HttpReply reply = json(filled(kDocument, {{"query", std::to_string(draw(ask.seed, epc, 1, 9'999))},
                                            {"now", timeText(ask.now)},
                                            {"items", list(ask, {item})}}));
  reply.contentType = "application/ld+json";
  reply.headers = {{"GS1-EPCIS-Version", "2.0.0"}, {"GS1-EPC-Format", "Always_EPC_URN"}};
  return reply;
}

}  // namespace aurigraph::providers
