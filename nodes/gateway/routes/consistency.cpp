// That the history at one height goes on from the history at an earlier one. Costs log2(to) hashes of memory;
// no block is read.

#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/http/query_parameters.h"
#include "nodes/gateway/routes/routes.h"
#include "nodes/gateway/views/render.h"

namespace aurigraph::gateway {

namespace {

struct Parts {
  Lists lists;
};

struct Range {
  Height from;
  Height to;
};

Result<Height> latestCertified(projection::ProjectionStore& store) {
  const auto certificate = store.latestCertificate();
  if (!certificate) return propagate(certificate);
  if (!*certificate)
    return fail("query.no_certificate", "There is no certificate yet.",
                "Wait for the first block, or say `to`.");
  return (*certificate)->statement.height;
}

Result<Height> heightIn(const Request& request, std::string_view name) {
  const auto number = numberOf(request.queryText(name), INT64_MAX);
  if (!number) return propagate(number);
  return Height(*number);
}

/// 0 < from <= to <= the last block here. Errors: query.bad_number, query.bad_range, query.unknown_block,
/// query.no_certificate.
Result<Range> rangeIn(const Request& request, const Lists& lists) {
  const auto from = heightIn(request, "from");
  if (!from) return propagate(from);
  const auto to = request.query.contains("to") ? heightIn(request, "to") : latestCertified(lists.store);
  if (!to) return propagate(to);
  const std::string ends = "from " + std::to_string(from->value) + " to " + std::to_string(to->value);
  if (from->value == 0 || *from > *to)
    return fail(
        "query.bad_range", "There is no way " + ends + ".",
        "`from` is at least 1 and at most `to`; without `to` that is the latest certificate's height.");
  if (*to > lists.blocks.height())
    return fail("query.unknown_block", "Block " + std::to_string(to->value) + " is not here (yet).",
                "Ask for a height up to the one in /query/status.");
  return Range{*from, *to};
}

Task<Response> consistencyRoute(const Parts& parts, RequestRef request) {
  const auto range = rangeIn(*request, parts.lists);
  if (!range) co_return problem(range.error());
  const auto& blocks = parts.lists.blocks;
  co_return jsonResponse(
      render(wire::ConsistencyPath{.from = range->from,
                                   .fromRoot = blocks.historyRoot(range->from),
                                   .to = range->to,
                                   .toRoot = blocks.historyRoot(range->to),
                                   .path = blocks.consistencyPath(range->from, range->to)}));
}

}  // namespace

std::vector<Route> consistencyRoutes(Lists lists) {
  const Parts parts{.lists = lists};
  return {
      {.method = Method::kGet,
       .path = "/api/v11/query/consistency",
       .who = Who::kAnyone,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kReadModels,
       .handler = with(parts, consistencyRoute)},
  };
}

}  // namespace aurigraph::gateway
