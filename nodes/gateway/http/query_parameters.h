#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/wire/record.h"
#include "nodes/gateway/http/http.h"

/// Parameters of a query, read strictly.
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

}  // namespace aurigraph::gateway
