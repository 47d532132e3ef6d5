#include <algorithm>
#include <boost/json/parse.hpp>

#include "app/aurigraph/shown.h"
#include "app/aurigraph/wording.h"
#include "nodes/client/answers.h"

// Events of the stream as lines for a person.

namespace aurigraph::cli {
namespace {

using boost::json::object;
using client::numberIn;

/// "asset_stopped of US:06037:1 is yes, version 2, by identity 7"
std::string factEvent(const object& data) {
  const auto value = shown(data, "value");
  return shown(data, "name") + " of " + factObject(data) +
         (value.empty() ? " is not known any more" : " is " + value) + ", version " + shown(data, "version") +
         ", by identity " + shown(data, "by");
}

/// "county-title adopted, version 2, by identity 7"
std::string sourceEvent(const object& data) {
  const auto event = shown(data, "event");
  if (event == "fact-adopted") return factEvent(data);
  const std::string by = " by identity " + shown(data, "by");
  if (event == "source-adopted")
    return shown(data, "name") + " adopted, version " + shown(data, "version") + "," + by;
  if (event == "source-resumed") return shown(data, "source") + " resumed" + by;
  const auto until = numberIn(data, "until").value_or(INT64_MAX);
  return shown(data, "source") + " paused until " +
         (until >= INT64_MAX ? "it is resumed"
                             : timeForPeople(Nanoseconds(static_cast<std::int64_t>(until)))) +
         by + ": " + shown(data, "reason");
}

/// "review-claimed" → "claimed".
std::string doing(const std::string& event) {
  return event.substr(event.find('-') + 1);
}

/// An event that has no sentence of its own: "notice address set: id 4, address a@b.example".
std::string anyEvent(const object& data) {
  std::string out = shown(data, "event");
  std::ranges::replace(out, '-', ' ');
  std::string_view before = ": ";
  for (const auto& [name, value] : data) {
    if (name == "event" || name == "cause") continue;
    out += std::string(before) + std::string(name) + " " + shown(value);
    before = ", ";
  }
  return out;
}

}  // namespace

object eventJson(const client::StreamEvent& event) {
  boost::system::error_code code;
  auto data = boost::json::parse({event.data.data(), event.data.size()}, code);
  if (code) data = boost::json::string(event.data);
  object out{{"topic", event.topic}};
  if (!event.id.empty()) out["id"] = event.id;
  out["data"] = std::move(data);
  return out;
}

std::string eventLine(const client::StreamEvent& event) {
  const auto json = eventJson(event);
  std::string words;
  const auto* value = json.if_contains("data");
  const object none;
  const auto& data = value->is_object() ? value->get_object() : none;
  const auto& topic = event.topic;
  if (topic == "block")
    words = number(data, "height") + ": " + number(data, "operations") + " operation(s) in " +
            number(data, "batches") + " batch(es), " + number(data, "failed") + " refused";
  else if (topic == "certificate")
    words = "final up to " + number(data, "height") + ", checkpoint " + number(data, "checkpoint") + ", " +
            number(data, "seals") + " seals";
  else if (topic == "leader")
    words = numberIn(data, "leader").value_or(0) == 0
                ? "none, term " + number(data, "term")
                : "node " + shown(data, "leader") + ", term " + number(data, "term");
  else if (topic == "identity" && data.contains("name"))
    words = shown(data, "id") + " " + shown(data, "name");
  else if (topic == "asset")
    words = shown(data, "id") + " " + shown(data, "asset_key") + " '" + shown(data, "name") + "'";
  else if (topic == "token" && data.contains("symbol"))
    words = shown(data, "symbol") + " of asset " + shown(data, "asset") + ", " + number(data, "supply") +
            " base units";
  else if (topic == "record")
    words = shown(data, "id").substr(0, kShownIdDigits) + " " + shown(data, "category") + "/" +
            shown(data, "kind") + " of " + shown(data, "asset_key") + ": " + scoreIn(data, "score_ppm") +
            " " + shown(data, "band") + ", " + shown(data, "decision");
  else if (topic == "review" && shown(data, "event") == "record-overridden")
    words = shown(data, "record").substr(0, kShownIdDigits) + " OVERRIDDEN by identity " + shown(data, "by") +
            ": " + shown(data, "reason");
  else if (topic == "review")
    words = shown(data, "record").substr(0, kShownIdDigits) + " " +
            (data.contains("decision") ? shown(data, "decision") : doing(shown(data, "event"))) +
            " by identity " + shown(data, "reviewer");
  else if (topic == "account")
    words = shown(data, "account") + " of identity " + number(data, "identity") + " in token " +
            number(data, "token");
  else if (topic == "source" && data.contains("event"))
    words = sourceEvent(data);
  else if (topic == "anchor")
    words = "anchor " + shown(data, "count") + " of identity " + number(data, "author");
  else
    words = data.contains("event") ? anyEvent(data) : plain(event.data);
  auto name = plain(topic);
  name.resize(std::max<std::size_t>(name.size(), 11), ' ');
  return name + "  " + words;
}

}  // namespace aurigraph::cli
