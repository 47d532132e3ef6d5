#include "app/aurigraph/shown.h"

#include <boost/json/serialize.hpp>

#include "app/aurigraph/wording.h"
#include "nodes/client/answers.h"

namespace aurigraph::cli {

using boost::json::array;
using boost::json::object;

std::string shown(const boost::json::value& value) {
  if (value.is_string()) return plain(value.get_string());
  if (value.is_bool()) return value.get_bool() ? "yes" : "no";
  if (value.is_null()) return "";
  if (value.is_array()) {
    std::string out;
    for (const auto& item : value.get_array()) out += (out.empty() ? "" : ", ") + shown(item);
    return out;
  }
  return plain(boost::json::serialize(value));
}

std::string shown(const object& from, std::string_view name) {
  const auto* value = from.if_contains(name);
  return value == nullptr ? std::string() : shown(*value);
}

std::string number(const object& from, std::string_view name) {
  return grouped(shown(from, name));
}

const array& listIn(const object& from, std::string_view name) {
  static const array kNone;
  const auto* value = from.if_contains(name);
  return value != nullptr && value->is_array() ? value->get_array() : kNone;
}

std::string scoreIn(const object& from, std::string_view name) {
  const auto ppm = client::numberIn(from, name);
  return ppm ? scoreText(*ppm) : std::string();
}

std::string factObject(const object& fact) {
  const auto key = shown(fact, "asset_key");
  return key.empty() ? "every object" : key;
}

}  // namespace aurigraph::cli
