#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <cstddef>
#include <string>
#include <string_view>

/// Members of what a gateway answers, as text for a terminal.
namespace aurigraph::cli {

inline constexpr std::size_t kShownIdDigits = 16;

/// Any scalar; a list as its scalars, joined.
[[nodiscard]] std::string shown(const boost::json::value& value);
/// Empty: there is none of that name.
[[nodiscard]] std::string shown(const boost::json::object& from, std::string_view name);
/// In groups of three digits.
[[nodiscard]] std::string number(const boost::json::object& from, std::string_view name);
/// Empty: none.
[[nodiscard]] const boost::json::array& listIn(const boost::json::object& from, std::string_view name);
/// Of ppm.
[[nodiscard]] std::string scoreIn(const boost::json::object& from, std::string_view name);
/// "every object", where a fact is of no single one.
[[nodiscard]] std::string factObject(const boost::json::object& fact);

}  // namespace aurigraph::cli
