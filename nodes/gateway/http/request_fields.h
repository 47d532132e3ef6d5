#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/wire/record.h"
#include "nodes/gateway/http/http.h"

/// What a client may say, read strictly: parameters of a query, members of a JSON body.
namespace aurigraph::gateway {

/// `limit` and `cursor` of a list. Errors: query.bad_limit, query.bad_cursor.
struct PageRequest {
  std::uint64_t cursor = 0;
  std::size_t limit = 50;
};
Result<PageRequest> pageOf(const Request& request);

/// A whole number of a parameter. Errors: query.bad_number.
Result<std::uint64_t> numberOf(std::string_view text, std::uint64_t max = UINT64_MAX);

/// `category` of a list; empty: any. Errors: query.bad_category.
Result<std::optional<wire::Category>> categoryIn(const Request& request);

/// A JSON object from a body. Errors: request.bad_json.
Result<boost::json::object> jsonBody(const Request& request);
/// Members of it. Errors: request.bad_field (says which and why).
Result<std::string> textField(const boost::json::object& object, std::string_view name, std::size_t maxBytes);
Result<std::uint64_t> numberField(const boost::json::object& object, std::string_view name, std::uint64_t max,
                                  std::optional<std::uint64_t> fallback = std::nullopt);
template <class Fixed>
Result<Fixed> hexField(const boost::json::object& object, std::string_view name) {
  auto text = textField(object, name, Fixed::kSizeBytes * 2);
  if (!text) return propagate(text);
  auto value = fixedFromHex<Fixed>(*text);
  if (!value)
    return fail("request.bad_field", "'" + std::string(name) + "': " + value.error().message,
                value.error().remedy);
  return value;
}

}  // namespace aurigraph::gateway
