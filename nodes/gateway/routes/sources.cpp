// Of which sources the ledger takes records, and how far it believes them.

#include <limits>

#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/http/query_parameters.h"
#include "nodes/gateway/routes/routes.h"
#include "nodes/gateway/views/ledger_rows.h"
#include "nodes/gateway/views/render.h"
#include "nodes/json/field_writer.h"

namespace aurigraph::gateway {

using ledger::Ledger;

namespace {

constexpr std::int64_t kHour = 3'600LL * 1'000'000'000;
/// The ledger's way to say "until it is resumed" (pause_source.h).
constexpr Nanoseconds kUntilResumed{std::numeric_limits<std::int64_t>::max()};

struct Parts {
  LedgerReader ledger;
};

struct SourceView {
  ledger::SourceRow row;
  std::string pausedByName;
  Nanoseconds now;  ///< Of the ledger.
};

struct Sources {
  std::vector<SourceView> items;
  std::uint64_t next = 0;
};

SourceView viewOf(const Ledger& ledger, const ledger::SourceRow& row) {
  return {row, nameOn(ledger, row.pausedBy), ledger.time()};
}

Object render(const SourceView& view) {
  const ledger::SourceRow& row = view.row;
  Object out;
  json::FieldWriter writer(out);
  wire::SourceTerms::fields(row.terms, writer);
  out["version"] = row.version;
  out["since_height"] = row.since.value;
  out["paused"] = row.isPaused(view.now);
  if (row.isPaused(view.now)) {
    out["paused_by"] = row.pausedBy.value;
    out["paused_by_name"] = view.pausedByName;
    addTime(out, "paused_at", row.pausedAt);
    if (row.pausedUntil != kUntilResumed) addTime(out, "paused_until", row.pausedUntil);
  }
  const bool sameHour = view.now.value - row.hourSince.value < kHour;
  out["records_in_hour"] = sameHour ? row.recordsInHour : 0;
  if (sameHour) addTime(out, "hour_since", row.hourSince);
  return out;
}

Task<Response> sourcesRoute(const Parts& parts, RequestRef request) {
  const auto page = pageOf(*request);
  if (!page) co_return problem(page.error());
  std::function<Result<Sources>(const Ledger&)> look = [page =
                                                            *page](const Ledger& ledger) -> Result<Sources> {
    Sources out;
    for (const Ledger::Source& each : ledger.sources(page.cursor, page.limit + 1)) {
      if (out.items.size() == page.limit) {
        out.next = each.slot;
        break;
      }
      out.items.push_back(viewOf(ledger, *each.row));
    }
    return out;
  };
  const auto found = co_await parts.ledger.read<Sources>(std::move(look));
  if (!found) co_return problem(found.error());
  boost::json::array items;
  for (const SourceView& view : found->items) items.push_back(render(view));
  Object body{{"items", std::move(items)}};
  if (found->next != 0) body["next"] = std::to_string(found->next);
  co_return jsonResponse(body);
}

Task<Response> sourceRoute(const Parts& parts, RequestRef request) {
  std::function<Result<SourceView>(const Ledger&)> look =
      [name = std::string(request->parameter("name"))](const Ledger& ledger) -> Result<SourceView> {
    const ledger::SourceRow* row = ledger.source(name);
    if (row == nullptr)
      return fail("query.unknown_source", "The ledger has adopted no source of this name.",
                  "See /query/sources.");
    return viewOf(ledger, *row);
  };
  const auto found = co_await parts.ledger.read<SourceView>(std::move(look));
  if (!found) co_return problem(found.error());
  co_return jsonResponse(render(*found));
}

}  // namespace

std::vector<Route> sourceRoutes(LedgerReader ledger) {
  const Parts parts{.ledger = ledger};
  return {
      {.method = Method::kGet,
       .path = "/api/v11/query/sources",
       .who = Who::kSignedIn,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kLedger,
       .handler = with(parts, sourcesRoute)},
      {.method = Method::kGet,
       .path = "/api/v11/query/sources/{name}",
       .who = Who::kSignedIn,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kLedger,
       .handler = with(parts, sourceRoute)},
  };
}

}  // namespace aurigraph::gateway
