#include "ui/wizard/flow/strict_json.h"

#include <boost/json/parse.hpp>
#include <limits>

#include "core/base/decimal.h"
#include "core/wire/text.h"

namespace aurigraph::issuance {
namespace {

constexpr std::size_t kMaxDepth = 8;  // The deepest of ours has four.

}  // namespace

void StrictJson::refuse(std::string problem) {
  if (problem_.empty()) problem_ = std::move(problem);
}

boost::json::object StrictJson::parse(std::string_view text, std::size_t maxBytes, StrictJson& problems) {
  if (text.size() > maxBytes) {
    problems.refuse("it is larger than " + std::to_string(maxBytes) + " bytes");
    return {};
  }
  boost::json::parse_options options;
  options.max_depth = kMaxDepth;
  boost::system::error_code error;
  const auto value = boost::json::parse(text, error, {}, options);
  if (error || !value.is_object()) {
    problems.refuse(error ? "it is no JSON: " + error.message() : "it is no JSON object");
    return {};
  }
  return value.get_object();
}

const boost::json::value* StrictJson::find(const boost::json::object& from, std::string_view key) {
  if (!ok()) return nullptr;
  const auto* value = from.if_contains(key);
  if (value == nullptr) refuse("field '" + std::string(key) + "' is missing");
  return value;
}

std::string StrictJson::textItem(const boost::json::value& item, std::string_view key, std::size_t maxBytes) {
  if (!ok()) return {};
  const auto* text = item.if_string();
  if (text == nullptr || text->size() > maxBytes || !wire::isCleanText({text->data(), text->size()})) {
    refuse("field '" + std::string(key) + "' is no text of at most " + std::to_string(maxBytes) + " bytes");
    return {};
  }
  return std::string(text->data(), text->size());
}

std::string StrictJson::text(const boost::json::object& from, std::string_view key, std::size_t maxBytes) {
  const auto* value = find(from, key);
  return value == nullptr ? std::string() : textItem(*value, key, maxBytes);
}

std::uint64_t StrictJson::number(const boost::json::object& from, std::string_view key, std::uint64_t max) {
  const auto* value = find(from, key);
  if (value == nullptr) return 0;
  boost::system::error_code error;
  const auto number = value->is_double() ? 0 : value->to_number<std::uint64_t>(error);
  if (value->is_double() || error || number > max) {
    refuse("field '" + std::string(key) + "' is no whole number up to " + std::to_string(max));
    return 0;
  }
  return number;
}

bool StrictJson::flag(const boost::json::object& from, std::string_view key) {
  const auto* value = find(from, key);
  if (value == nullptr) return false;
  if (!value->is_bool()) refuse("field '" + std::string(key) + "' is neither true nor false");
  return value->is_bool() && value->get_bool();
}

Nanoseconds StrictJson::time(const boost::json::object& from, std::string_view key) {
  constexpr std::size_t kMaxDigits = 19;
  const auto read = parseU128(text(from, key, kMaxDigits));
  if (read && *read <= static_cast<U128>(std::numeric_limits<std::int64_t>::max()))
    return Nanoseconds(static_cast<std::int64_t>(*read));
  if (ok()) refuse("field '" + std::string(key) + "' is no time in nanoseconds");
  return {};
}

boost::json::object StrictJson::objectItem(const boost::json::value& item, std::string_view key) {
  if (!ok()) return {};
  if (!item.is_object()) refuse("field '" + std::string(key) + "' is no object");
  return item.is_object() ? item.get_object() : boost::json::object();
}

boost::json::object StrictJson::object(const boost::json::object& from, std::string_view key) {
  const auto* value = find(from, key);
  return value == nullptr ? boost::json::object() : objectItem(*value, key);
}

boost::json::array StrictJson::list(const boost::json::object& from, std::string_view key,
                                    std::size_t maxItems) {
  const auto* value = find(from, key);
  if (value == nullptr) return {};
  const auto* list = value->if_array();
  if (list == nullptr || list->size() > maxItems) {
    refuse("field '" + std::string(key) + "' is no list of at most " + std::to_string(maxItems));
    return {};
  }
  return *list;
}

}  // namespace aurigraph::issuance
