#include <boost/json.hpp>

#include "app/sim/audit/history.h"

// A history as JSON lines.

namespace aurigraph::audit {
namespace {

namespace json = boost::json;

json::value resultOf(const Attempt& attempt) {
  if (!attempt.result) return nullptr;
  json::array failures;
  for (const auto& failure : attempt.result->failures)
    failures.push_back(json::array{failure.index, failure.code});
  return json::object{{"batch_code", attempt.result->batchCode}, {"failures", std::move(failures)}};
}

template <class Number>
Number numberAt(const json::value& object, std::string_view name) {
  return object.at(name).to_number<Number>();
}

template <class Fixed>
Fixed bytesAt(const json::value& object, std::string_view name) {
  const auto bytes = fixedFromHex<Fixed>(std::string_view(object.at(name).as_string()));
  if (!bytes) throw std::invalid_argument(std::string(bytes.error().message));
  return *bytes;
}

Attempt attemptOf(const json::value& line) {
  Attempt out;
  out.client = line.at("client").as_string();
  out.op = line.at("op").as_string();
  const json::value& args = line.at("args");
  out.request = {bytesAt<PublicKey>(args, "author"), SessionNumber(numberAt<std::uint64_t>(args, "session")),
                 RequestNumber(numberAt<std::uint64_t>(args, "request"))};
  out.batch = bytesAt<Digest>(args, "batch");
  out.count = numberAt<std::uint32_t>(args, "count");
  if (const json::value& result = line.at("result"); !result.is_null()) {
    out.result.emplace();
    out.result->batchCode = numberAt<std::uint16_t>(result, "batch_code");
    out.result->count = out.count;
    for (const json::value& failure : result.at("failures").as_array())
      out.result->failures.push_back({failure.as_array().at(0).to_number<std::uint16_t>(),
                                      failure.as_array().at(1).to_number<std::uint16_t>(), 0});
  }
  out.invokeNs = numberAt<std::int64_t>(line, "invoke_ns");
  if (!line.at("complete_ns").is_null()) out.completeNs = numberAt<std::int64_t>(line, "complete_ns");
  out.lane = Lane(numberAt<std::uint16_t>(line, "lane"));
  if (!line.at("position").is_null()) out.position = Position(numberAt<std::uint64_t>(line, "position"));
  return out;
}

}  // namespace

std::string toLine(const Attempt& attempt) {
  json::object args{{"author", toHex(attempt.request.author.view())},
                    {"session", attempt.request.session.value},
                    {"request", attempt.request.request.value},
                    {"batch", toHex(attempt.batch.view())},
                    {"count", attempt.count}};
  json::object line{{"client", attempt.client},      {"op", attempt.op},
                    {"args", std::move(args)},       {"result", resultOf(attempt)},
                    {"invoke_ns", attempt.invokeNs}, {"complete_ns", nullptr},
                    {"lane", attempt.lane.value},    {"position", nullptr}};
  if (attempt.completeNs) line["complete_ns"] = *attempt.completeNs;
  if (attempt.position) line["position"] = attempt.position->value;
  return json::serialize(line);
}

Result<History> parseHistory(std::string_view lines) {
  History out;
  for (std::size_t number = 1; !lines.empty(); ++number) {
    const auto end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.empty()) continue;
    try {
      out.push_back(attemptOf(json::parse(line)));
    } catch (const std::exception& error) {  // Boost.JSON throws
      return fail("history.malformed", "Line " + std::to_string(number) + " is no attempt: " + error.what(),
                  "See app/sim/audit/history.h.");
    }
  }
  return out;
}

}  // namespace aurigraph::audit
