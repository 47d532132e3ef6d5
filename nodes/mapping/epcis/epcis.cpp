// GS1 EPCIS 2.0 in JSON (domain §2.4): a document, a query's result, or one bare event. An event gives a
// handover when possession changes and a sensor record when it carries readings; without both, an event.

#include <algorithm>
#include <array>
#include <set>

#include "core/base/time_text.h"
#include "core/crypto/sha256.h"
#include "nodes/mapping/epcis/gs1.h"
#include "nodes/mapping/providers.h"

namespace aurigraph::mapping {
namespace {

using json::Type;
using wire::RecordKind;

constexpr std::array<std::string_view, 5> kEventTypes = {
    "ObjectEvent", "AggregationEvent", "TransactionEvent", "TransformationEvent", "AssociationEvent"};

bool isEventType(std::string_view type) {
  return std::find(kEventTypes.begin(), kEventTypes.end(), type) != kEventTypes.end();
}

/// One text for equal events: keys sorted, no spaces, numbers as sent.
void writeSorted(const json::Value& value, std::string& out) {
  switch (value.type) {
    case Type::kString:
      // Lengths instead of quotes: no escaping, no ambiguity.
      out += std::to_string(value.text.size()) + ":" + std::string(value.text);
      return;
    case Type::kArray:
      out += '[';
      for (const json::Value& item : value.items) {
        writeSorted(item, out);
        out += ',';
      }
      out += ']';
      return;
    case Type::kObject: {
      std::vector<const json::Member*> sorted;
      for (const json::Member& member : value.members) sorted.push_back(&member);
      std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->key < b->key; });
      out += '{';
      for (const json::Member* member : sorted) {
        out += std::to_string(member->key.size()) + ":" + std::string(member->key) + "=";
        writeSorted(member->value, out);
        out += ',';
      }
      out += '}';
      return;
    }
    default:
      out += value.text;
  }
}

class EventMapping {
 public:
  EventMapping(const MapJob& job, const JsonCursor& event, RecordKind kind, bool documentSigned)
      : event_(event), type_(event.at("type").text()), item_(job.item(kind)), signed_(documentSigned) {}

  /// The kinds of record that an event gives, at least one.
  static std::vector<RecordKind> kindsOf(const JsonCursor& event) {
    std::vector<RecordKind> out;
    const auto [from, to] = custodyOf(event);
    if (!from.empty() && !to.empty() && from != to) out.push_back(RecordKind::kSupplyHandover);
    if (saysReadings(event.at("sensorElementList"))) out.push_back(RecordKind::kSupplySensor);
    if (out.empty()) out.push_back(RecordKind::kSupplyEvent);
    return out;
  }

  RecordBuilder run() {
    if (!event_.is(Type::kObject)) {
      refuse(event_, "field.wrong_type", "Expected an event object.");
      return std::move(item_);
    }
    if (!isEventType(type_)) {
      refuse(event_.at("type"), "field.unknown_value",
             "\"" + std::string(type_.substr(0, 64)) + "\" is no EPCIS event type.");
      return std::move(item_);
    }
    what();
    when();
    where();
    why();
    whoHandsOver();
    if (item_.record().kind == RecordKind::kSupplySensor) sensors();
    declaredErroneous();
    signature();
    return std::move(item_);
  }

 private:
  /// Who had it before and who has it then; empty without possession on both sides.
  static std::pair<std::string_view, std::string_view> custodyOf(const JsonCursor& event) {
    const auto party = [](const JsonCursor& list, std::string_view key) -> std::string_view {
      for (std::size_t i = 0; i < list.size(); ++i)
        if (cbvName(list.at(i).at("type").text(), "SDT-") == "possessing_party")
          return list.at(i).at(key).text();
      return {};
    };
    return {party(event.at("sourceList"), "source"), party(event.at("destinationList"), "destination")};
  }

  /// Also when what should be lists is something else: then the sensor record says what cannot be read.
  static bool saysReadings(const JsonCursor& elements) {
    if (elements.present() && !elements.is(Type::kArray)) return true;
    for (std::size_t i = 0; i < elements.size(); ++i) {
      const JsonCursor reports = elements.at(i).at("sensorReport");
      if (reports.is(Type::kArray) ? reports.size() > 0 : reports.present()) return true;
    }
    return false;
  }

  void refuse(const JsonCursor& node, std::string_view code, std::string words) {
    item_.refuse(node.pointer(), code, std::move(words),
                 "Ask the sender for an event that keeps to EPCIS 2.0.");
  }

  void what() {
    item_.set("event_type", std::string(type_), event_.at("type").pointer());
    identity();
    const JsonCursor action = event_.at("action");
    if (action.present() && action.text() != "ADD" && action.text() != "OBSERVE" && action.text() != "DELETE")
      item_.unreadable("action", action.pointer(), "field.unknown_value",
                       "The action is neither ADD, OBSERVE nor DELETE.");
    else
      item_.text("action", action);
    if (type_ == "TransformationEvent") {
      things(event_.at("outputEPCList"), "items");
      quantities(event_.at("outputQuantityList"), "items");
      things(event_.at("inputEPCList"), "inputs");
      quantities(event_.at("inputQuantityList"), "inputs");
      conserved();
    } else {
      for (const std::string_view key : {"epcList", "childEPCs"}) things(event_.at(key), "items");
      for (const std::string_view key : {"quantityList", "childQuantityList"})
        quantities(event_.at(key), "items");
      item_.text("parent_id", event_.at("parentID"));
      if (counts_["items"] == 0 && event_.at("parentID").present()) thing(event_.at("parentID"), "items");
    }
    const bool something = counts_["items"] > 0 || counts_["inputs"] > 0 ||
                           event_.at("sensorElementList").size() > 0 || type_ == "TransactionEvent";
    if (!something)
      refuse(event_.at(type_ == "ObjectEvent"           ? "epcList"
                       : type_ == "TransformationEvent" ? "outputEPCList"
                                                        : "childEPCs"),
             "field.missing",
             "The event names no thing: it has neither a list of identifiers nor one of quantities.");
  }

  void identity() {
    item_.text("event_id", event_.at("eventID"));
    if (item_.textOf("event_id").empty()) {
      std::string canonical;
      writeSorted(*event_.value(), canonical);
      item_.set("event_id", "ni:///sha-256;" + toHex(crypto::sha256(asBytes(canonical)).view()),
                event_.pointer(), wire::ParseQuality::kNormalized);
    }
    item_.record().assetKey = item_.textOf("event_id");
  }

  void things(const JsonCursor& list, const std::string& into) {
    if (!list.present()) return;
    if (!list.is(Type::kArray)) return refuse(list, "field.wrong_type", "Expected a list of identifiers.");
    for (std::size_t i = 0; i < list.size(); ++i) thing(list.at(i), into);
  }

  void thing(const JsonCursor& node, const std::string& into) {
    const std::string name = into + "[" + std::to_string(counts_[into]++) + "].id";
    item_.text(name, node);
    if (checkGs1(item_.textOf(name)) == Gs1Form::kBroken) item_.doubt(name, wire::ParseQuality::kFailed);
  }

  void quantities(const JsonCursor& list, const std::string& into) {
    if (!list.present()) return;
    if (!list.is(Type::kArray)) return refuse(list, "field.wrong_type", "Expected a list of quantities.");
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::string place = into + "[" + std::to_string(counts_[into]) + "]";
      thing(list.at(i).at("epcClass"), into);
      const JsonCursor unit = list.at(i).at("uom");
      if (unit.present() && !unit.is(Type::kString))
        item_.unreadable(place + ".quantity", unit.pointer(), "field.wrong_type", "Its unit is no text.");
      else
        item_.number(place + ".quantity", list.at(i).at("quantity"), unit.text());
    }
  }

  /// What went in, when inputs and outputs are all counted in one unit: S-C1 compares.
  void conserved() {
    std::set<std::string> units;
    const auto sum = [&](const std::string& list) -> std::optional<Decimal> {
      Decimal total;
      for (std::size_t i = 0; i < counts_[list]; ++i) {
        const wire::Field* field = item_.find(list + "[" + std::to_string(i) + "].quantity");
        const auto* quantity = field == nullptr ? nullptr : std::get_if<wire::Quantity>(&field->value);
        const auto next =
            quantity == nullptr ? Result<Decimal>(fail("field.missing", "")) : add(total, quantity->value);
        if (!next) return std::nullopt;
        units.insert(quantity->unit);
        total = *next;
      }
      return counts_[list] == 0 ? std::nullopt : std::optional(total);
    };
    const auto before = sum("inputs");
    if (before && sum("items") && units.size() == 1)
      item_.fact("quantity_before", wire::Quantity{*before, *units.begin()});
  }

  void when() {
    if (!event_.at("eventTime").present())
      refuse(event_.at("eventTime"), "field.missing", "The event's time is missing.");
    item_.time("event_time", event_.at("eventTime"));
    item_.time("record_time", event_.at("recordTime"));
    const JsonCursor offset = event_.at("eventTimeZoneOffset");
    item_.text("tz_offset", offset);
    if (!item_.textOf("tz_offset").empty())
      if (const auto parsed = parseOffset(item_.textOf("tz_offset")); !parsed)
        item_.unreadable("tz_offset", offset.pointer(), parsed.error());
    item_.record().observedAt = item_.timeOf("event_time");
  }

  void where() {
    place("read_point", event_.at("readPoint").at("id"));
    place("biz_location", event_.at("bizLocation").at("id"));
    if (const std::string point = item_.textOf("read_point"); point.starts_with("geo:"))
      item_.set("geo", point.substr(4), event_.at("readPoint").at("id").pointer());
  }

  void place(std::string_view name, const JsonCursor& node) {
    item_.text(name, node);
    if (checkGs1(item_.textOf(name)) == Gs1Form::kBroken) item_.doubt(name, wire::ParseQuality::kFailed);
  }

  void why() {
    term("biz_step", event_.at("bizStep"), "BizStep-");
    term("disposition", event_.at("disposition"), "Disp-");
    joined("biz_transactions", event_.at("bizTransactionList"),
           [](const JsonCursor& entry) { return entry.at("bizTransaction"); });
    item_.textList("certification", event_.at("certificationInfo"), " ");
    for (const json::Member& member : event_.value()->members) {
      const auto name = member.key.substr(member.key.rfind(':') + 1);
      if (name == "sealState") item_.text("seal_state", event_.at(member.key));
      if (name == "serialOk") item_.flag("serial_ok", event_.at(member.key));
    }
    const JsonCursor master = event_.at("ilmd");
    for (const json::Member& member : master.is(Type::kObject) ? master.value()->members : kNoMembers)
      if (member.key.substr(member.key.rfind(':') + 1) == "itemExpirationDate")
        item_.date("expiry", master.at(member.key));
  }

  /// A list's texts, one blank between them; one that is no text leaves the whole unreadable.
  template <class TextOf>
  void joined(std::string_view name, const JsonCursor& list, TextOf textOf) {
    if (!list.present()) return;
    if (!list.is(Type::kArray))
      return item_.unreadable(name, list.pointer(), "field.wrong_type", "Expected a list.");
    std::string all;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const JsonCursor text = textOf(list.at(i));
      if (!text.is(Type::kString))
        return item_.unreadable(name, text.pointer(), "field.wrong_type", "Expected a text.");
      all += (i == 0 ? "" : " ") + std::string(text.text());
    }
    if (!all.empty()) item_.set(name, all, list.pointer());
  }

  void term(std::string_view name, const JsonCursor& node, std::string_view prefix) {
    item_.text(name, node);
    if (const std::string text = item_.textOf(name); !text.empty())
      item_.set(name, cbvName(text, prefix), node.pointer());
  }

  /// Where the goods come from and go to: the place when it is named, else the first party.
  void route(std::string_view name, const JsonCursor& list, std::string_view key) {
    if (list.present() && !list.is(Type::kArray))
      return item_.unreadable(name, list.pointer(), "field.wrong_type", "Expected a list of parties.");
    for (std::size_t i = 0; i < list.size(); ++i) {
      const bool located = cbvName(list.at(i).at("type").text(), "SDT-") == "location";
      if (item_.find(name) == nullptr || located) place(name, list.at(i).at(key));
      if (located) return;
    }
  }

  void whoHandsOver() {
    route("source", event_.at("sourceList"), "source");
    route("destination", event_.at("destinationList"), "destination");
    if (item_.record().kind != RecordKind::kSupplyHandover) return;
    const auto [from, to] = custodyOf(event_);
    item_.set("custody_from", std::string(from), event_.at("sourceList").pointer());
    item_.set("custody_to", std::string(to), event_.at("destinationList").pointer());
    for (const std::string_view name : {"custody_from", "custody_to"})
      if (checkGs1(item_.textOf(name)) == Gs1Form::kBroken) item_.doubt(name, wire::ParseQuality::kFailed);
  }

  void sensors() {
    const JsonCursor elements = event_.at("sensorElementList");
    if (!elements.present()) return;
    if (!elements.is(Type::kArray))
      return refuse(elements, "field.wrong_type", "Expected a list of sensor elements.");
    std::set<std::int64_t> times;
    for (std::size_t i = 0; i < elements.size(); ++i) {
      const JsonCursor metadata = elements.at(i).at("sensorMetadata");
      const JsonCursor reports = elements.at(i).at("sensorReport");
      if (reports.present() && !reports.is(Type::kArray))
        return refuse(reports, "field.wrong_type", "Expected a list of sensor reports.");
      for (std::size_t j = 0; j < reports.size(); ++j) report(metadata, reports.at(j), times);
      if (metadata.present()) logger(metadata);
    }
    // The logger does not say how often it measures: the shortest step between its readings is our guess.
    if (item_.find("sampling_interval_s") != nullptr || times.size() < 2) return;
    std::int64_t step = 0;
    std::int64_t before = *times.begin();
    for (const std::int64_t time : times) {
      if (time > before) step = step == 0 ? time - before : std::min(step, time - before);
      before = time;
    }
    if (step >= kNanosPerSecond)
      item_.set("sampling_interval_s", wire::Quantity{Decimal::of(step / kNanosPerSecond), "s"},
                elements.pointer(), wire::ParseQuality::kNormalized);
  }

  /// Extensions of the metadata, whatever prefix the sender has given them.
  void logger(const JsonCursor& metadata) {
    for (const json::Member& member : metadata.is(Type::kObject) ? metadata.value()->members : kNoMembers) {
      const auto name = member.key.substr(member.key.rfind(':') + 1);
      if (name == "samplingIntervalSeconds")
        item_.number("sampling_interval_s", metadata.at(member.key), "s");
      if (name == "calibrationDue") item_.date("calibration_due", metadata.at(member.key));
    }
  }

  void report(const JsonCursor& metadata, const JsonCursor& report, std::set<std::int64_t>& times) {
    const std::string at = "sensors[" + std::to_string(counts_["sensors"]++) + "].";
    if (!report.is(Type::kObject)) return refuse(report, "field.wrong_type", "Expected a sensor report.");
    item_.text(at + "type", report.at("type"));
    const std::string type = gs1Name(item_.textOf(at + "type"));
    if (!type.empty()) item_.set(at + "type", type, report.at("type").pointer());
    item_.text(at + "uom", report.at("uom"));
    const std::string unit = item_.textOf(at + "uom");
    item_.text(at + "device_id",
               report.at("deviceID").present() ? report.at("deviceID") : metadata.at("deviceID"));
    item_.text(at + "exception", report.at("exception"));
    if (const std::string alarm = gs1Name(item_.textOf(at + "exception")); !alarm.empty())
      item_.set(at + "exception", alarm, report.at("exception").pointer());
    item_.text(at + "component", report.at("component"));
    // The nearest time counts: the report's, the element's, the end of its span.
    const JsonCursor time = report.at("time").present()     ? report.at("time")
                            : metadata.at("time").present() ? metadata.at("time")
                                                            : metadata.at("endTime");
    item_.time(at + "time", time);
    if (const auto read = item_.timeOf(at + "time")) times.insert(read->value);

    const JsonCursor values[] = {report.at("minValue"), report.at("maxValue"), report.at("meanValue"),
                                 report.at("sDev")};
    constexpr std::string_view kNames[] = {"min", "max", "mean", "sdev"};
    for (std::size_t i = 0; i < 4; ++i)
      reading(at + std::string(kNames[i]), values[i], type, unit, kNames[i] == "sdev");
    // An aggregate speaks by its mean when it has no single value.
    reading(at + "value", report.at("value").present() ? report.at("value") : report.at("meanValue"), type,
            unit, false);
    if (item_.find(at + "value") != nullptr) return;
    for (const std::string_view other : {"stringValue", "booleanValue", "uriValue", "hexBinaryValue"})
      if (report.at(other).present())
        item_.set(at + "value", wire::NoValue{wire::NullReason::kNotApplicable}, report.at(other).pointer());
  }

  /// Temperatures are kept in degrees Celsius (CEL); a spread is scaled, not shifted, and stays as it is.
  void reading(const std::string& name, const JsonCursor& node, const std::string& type,
               const std::string& unit, bool spread) {
    const bool fahrenheit = type == "Temperature" && !spread && (unit == "FAH" || unit == "KEL");
    if (!fahrenheit) return item_.number(name, node, unit == "CEL" ? "degC" : unit);
    item_.measured(name, node, unit, Measure::kTemperature);
  }

  /// The sender says that this event never happened: a later word of the same event.
  void declaredErroneous() {
    const JsonCursor declaration = event_.at("errorDeclaration");
    if (!declaration.present()) return;
    const JsonCursor declared = declaration.at("declarationTime");
    if (declared.present())
      item_.time("error_declaration_time", declared);
    else
      item_.unreadable("error_declaration_time", declared.pointer(), "field.missing",
                       "The declaration of an error has no time.");
    item_.text("error_declaration", declaration.at("reason"));
    // However it is said, the event is disputed: the field is there, if need be unreadable.
    if (item_.textOf("error_declaration").empty() && !item_.isUnreadable("error_declaration"))
      item_.set("error_declaration", std::string("declared"), declaration.pointer());
    joined("error_corrected_by", declaration.at("correctiveEventIDs"),
           [](const JsonCursor& entry) { return entry; });
    if (const auto time = item_.timeOf("error_declaration_time"); time && time->value > 0)
      item_.record().revision = static_cast<std::uint64_t>(time->value / kNanosPerSecond);
  }

  void signature() {
    const JsonCursor proof = event_.at("proof");
    if (proof.at("proofValue").present() && item_.record().kind == RecordKind::kSupplyHandover)
      item_.text("custody_signature", proof.at("proofValue"));
    if (signed_ || proof.at("proofValue").is(Type::kString)) item_.carriesSignature();
  }

  inline static const std::vector<json::Member> kNoMembers;

  JsonCursor event_;
  std::string_view type_;
  RecordBuilder item_;
  bool signed_;
  std::map<std::string, std::size_t> counts_;
};

}  // namespace

Result<MappedAnswer> mapEpcis(const MapJob& job, ByteView raw) {
  const auto document = json::Document::parse(raw);
  if (!document) return propagate(document);
  const JsonCursor root(&document->root(), "");
  const std::string_view type = root.at("type").text();
  if (root.has("captureID")) return notThisCategory("the state of a capture job");
  if (root.has("title") && root.has("status")) return providerError(root.at("title").text());

  const JsonCursor body = root.at("epcisBody");
  const JsonCursor captured = body.at("eventList");
  const JsonCursor queried = body.at("queryResults").at("resultsBody").at("eventList");
  std::vector<JsonCursor> events;
  if (isEventType(type) || (root.has("eventTime") && !body.present())) {
    events.push_back(root);
  } else if (captured.is(Type::kArray) || queried.is(Type::kArray)) {
    const JsonCursor list = captured.is(Type::kArray) ? captured : queried;
    for (std::size_t i = 0; i < list.size(); ++i) events.push_back(list.at(i));
  } else if (type == "EPCISDocument" || type == "EPCISQueryDocument") {
    return notThisCategory("an EPCIS document without a list of events");
  } else {
    return unknownAnswer("neither an EPCIS document, a query's result nor an event");
  }

  MappedAnswer answer;
  const bool documentSigned = root.at("proof").at("proofValue").is(Type::kString);
  for (std::size_t i = 0; i < events.size(); ++i) {
    const std::size_t refusedBefore = answer.refused.size();
    for (const RecordKind kind : EventMapping::kindsOf(events[i])) {
      RecordBuilder item = EventMapping(job, events[i], kind, documentSigned).run();
      // Without a context no name in the document means anything (EPCIS 2.0 §10, JSON-LD).
      if (!root.has("@context"))
        item.refuse("/@context", "field.missing", "The document has no @context.",
                    "Ask the sender for a document that keeps to EPCIS 2.0.");
      std::move(item).finish(answer, i);
      if (answer.refused.size() != refusedBefore) break;  // one event, one refusal
    }
  }
  return answer;
}

}  // namespace aurigraph::mapping
