#include "nodes/gateway/http/request_fields.h"

#include <boost/json/parse.hpp>
#include <charconv>

namespace aurigraph::gateway {

Result<std::uint64_t> numberOf(std::string_view text, std::uint64_t max) {
  std::uint64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (text.empty() || error != std::errc() || end != text.data() + text.size() || out > max)
    return fail("query.bad_number", "'" + std::string(text.substr(0, 40)) +
                                        "' is not a whole number from 0 to " + std::to_string(max) + ".");
  return out;
}

Result<PageRequest> pageOf(const Request& request) {
  PageRequest out;
  if (const auto text = request.queryText("limit"); !text.empty()) {
    const auto limit = numberOf(text, 200);
    if (!limit || *limit == 0)
      return fail("query.bad_limit", "A page holds 1 to 200 items.", "Ask for fewer and follow `next`.");
    out.limit = *limit;
  }
  if (const auto text = request.queryText("cursor"); !text.empty()) {
    const auto cursor = numberOf(text, INT64_MAX);
    if (!cursor)
      return fail("query.bad_cursor", "This cursor is none of ours.", "Send `next` of the page before.");
    out.cursor = *cursor;
  }
  return out;
}

Result<std::optional<wire::Category>> categoryIn(const Request& request) {
  const auto name = request.queryText("category");
  if (name.empty()) return std::nullopt;
  using enum wire::Category;
  for (const auto category : {kMarket, kProperty, kCarbon, kSupply, kWeather})
    if (wire::nameOf(category) == name) return category;
  return fail("query.bad_category", "There is no category of this name.",
              "market, property, carbon, supply or weather.");
}

Result<boost::json::object> jsonBody(const Request& request) {
  boost::system::error_code error;
  boost::json::parse_options options;
  options.max_depth = 16;
  const auto text = asText(request.body);
  const auto value = boost::json::parse({text.data(), text.size()}, error, {}, options);
  if (error || !value.is_object())
    return fail("request.bad_json",
                "The body is no JSON object: " + (error ? error.message() : "another type") + ".",
                "Send one JSON object (RFC 8259).");
  return value.get_object();
}

namespace {

auto badField(std::string_view name, std::string_view why) {
  return fail("request.bad_field", "'" + std::string(name) + "' " + std::string(why) + ".",
              "See /api/v11/openapi.yaml.");
}

}  // namespace

Result<std::string> textField(const boost::json::object& object, std::string_view name,
                              std::size_t maxBytes) {
  const auto* value = object.if_contains(name);
  if (value == nullptr || !value->is_string()) return badField(name, "must be a text");
  const auto& text = value->get_string();
  if (text.size() > maxBytes) return badField(name, "is longer than " + std::to_string(maxBytes) + " bytes");
  return std::string(text);
}

Result<std::uint64_t> numberField(const boost::json::object& object, std::string_view name, std::uint64_t max,
                                  std::optional<std::uint64_t> fallback) {
  const auto* value = object.if_contains(name);
  if (value == nullptr && fallback) return *fallback;
  if (value != nullptr && value->is_string()) {
    if (const auto number = numberOf(value->get_string(), max)) return *number;
  } else if (value != nullptr && value->is_int64() && value->get_int64() >= 0) {
    if (const auto number = static_cast<std::uint64_t>(value->get_int64()); number <= max) return number;
  } else if (value != nullptr && value->is_uint64() && value->get_uint64() <= max) {
    return value->get_uint64();
  }
  return badField(name, "must be a whole number from 0 to " + std::to_string(max));
}

}  // namespace aurigraph::gateway
