#include "nodes/gateway/http/query_parameters.h"

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

}  // namespace aurigraph::gateway
