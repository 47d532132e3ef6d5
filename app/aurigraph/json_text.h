#pragma once

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <string>
#include <string_view>

namespace aurigraph::cli {

/// A member as text for people: texts bare, other values as JSON, a missing one "-".
inline std::string textAt(const boost::json::value& object, std::string_view name) {
  const auto* value = object.is_object() ? object.get_object().if_contains(name) : nullptr;
  if (value == nullptr) return "-";
  if (value->is_string()) return std::string(value->get_string());
  return boost::json::serialize(*value);
}

/// 720000 → "0.7200"
inline std::string scoreText(const boost::json::value& object, std::string_view name) {
  auto digits = textAt(object, name);
  if (digits == "-") return digits;
  if (digits.size() < 7) digits.insert(0, 7 - digits.size(), '0');
  return digits.substr(0, digits.size() - 6) + "." + digits.substr(digits.size() - 6, 4);
}

}  // namespace aurigraph::cli
