#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/types.h"

/// Reading JSON that may come from anybody. The first thing wrong is kept and all later reads answer empty
/// values, so that a reader is written straight through and asks once at its end.
namespace aurigraph::issuance {

class StrictJson {
 public:
  /// Parses one object of at most `maxBytes` and a few levels. What is wrong with it: problem().
  static boost::json::object parse(std::string_view text, std::size_t maxBytes, StrictJson& problems);

  [[nodiscard]] bool ok() const { return problem_.empty(); }
  /// "field 'supply' is missing"
  [[nodiscard]] const std::string& problem() const { return problem_; }
  void refuse(std::string problem);

  // Each demands the key, the type and the bound.
  std::string text(const boost::json::object& from, std::string_view key, std::size_t maxBytes);
  std::uint64_t number(const boost::json::object& from, std::string_view key, std::uint64_t max);
  bool flag(const boost::json::object& from, std::string_view key);
  /// Nanoseconds since 1970 as text: more than every reader's numbers hold.
  Nanoseconds time(const boost::json::object& from, std::string_view key);
  boost::json::object object(const boost::json::object& from, std::string_view key);
  boost::json::array list(const boost::json::object& from, std::string_view key, std::size_t maxItems);
  std::string textItem(const boost::json::value& item, std::string_view key, std::size_t maxBytes);
  boost::json::object objectItem(const boost::json::value& item, std::string_view key);

  template <class Fixed>
  Fixed fixed(const boost::json::object& from, std::string_view key) {
    return fixedOf<Fixed>(text(from, key, Fixed::kSizeBytes * 2), key);
  }
  template <class Fixed>
  Fixed fixedOf(const std::string& hex, std::string_view key) {
    const auto read = fixedFromHex<Fixed>(hex);
    if (!read && ok()) refuse("field '" + std::string(key) + "' is no hex of the right length");
    return read ? *read : Fixed{};
  }

 private:
  const boost::json::value* find(const boost::json::object& from, std::string_view key);

  std::string problem_;
};

}  // namespace aurigraph::issuance
