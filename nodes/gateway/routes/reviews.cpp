// The queue of records that wait for a reviewer.

#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/http/query_parameters.h"
#include "nodes/gateway/routes/routes.h"
#include "nodes/gateway/views/ledger_rows.h"
#include "nodes/gateway/views/record_original.h"
#include "nodes/gateway/views/review_view.h"

namespace aurigraph::gateway {

using ledger::Ledger;

namespace {

struct Parts {
  LedgerReader ledger;
  Lists lists;
  const KnownGenesis& genesis;
  ServiceLevels levels;
  Clock now;
  std::shared_ptr<OriginalFacts> originals = std::make_shared<OriginalFacts>();  ///< Of what waits.
};

constexpr std::size_t kMaxOpenReviews = 1'000;  // What one turn of the replica looks at.

struct Wanted {
  std::optional<wire::Category> category;
  bool mine = false;
  PageRequest page;
};

struct Counts {
  std::uint64_t open = 0;
  std::uint64_t mine = 0;
  std::uint64_t claimedByOthers = 0;
  std::uint64_t late = 0;
};

struct Queue {
  std::vector<ReviewView> items;
  std::uint64_t next = 0;
  Counts counts;
  Nanoseconds now;
};

Result<Wanted> wantedOf(const Request& request) {
  Wanted out;
  auto page = pageOf(request);
  if (!page) return propagate(page);
  out.page = *page;
  auto category = categoryIn(request);
  if (!category) return propagate(category);
  out.category = *category;
  const auto mine = request.queryText("mine");
  if (!mine.empty() && mine != "true" && mine != "false")
    return fail("query.bad_flag", "'mine' is true or false.", "Leave it out for the whole queue.");
  out.mine = mine == "true";
  return out;
}

Result<Queue> readQueue(const Ledger& ledger, const PublicKey& reader, const Wanted& wanted,
                        const ServiceLevels& levels, Nanoseconds clock) {
  Queue out;
  out.now = reviewTime(ledger, clock);
  const auto who = ledger.identityOf(reader);
  // The cursor counts from the oldest: a queue moves, so what was decided meanwhile shifts it.
  const auto ids = ledger.openReviews(kMaxOpenReviews);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto found = present(ledger.record(ids[i]), "the record");
    if (!found) return propagate(found);
    const auto& row = **found;
    const bool claimed = isClaimed(row, out.now);
    const bool mine = claimed && who == row.claimedBy;
    ++out.counts.open;
    out.counts.mine += mine ? 1 : 0;
    out.counts.claimedByOthers += claimed && !mine ? 1 : 0;
    out.counts.late += dueAt(row, levels) < out.now ? 1 : 0;
    const bool shown = (!wanted.category || row.category == *wanted.category) && (!wanted.mine || mine);
    if (!shown || i < wanted.page.cursor || out.next != 0) continue;
    if (out.items.size() == wanted.page.limit)
      out.next = i;
    else
      out.items.push_back(viewReview(ledger, ids[i], row, reader, out.now));
  }
  return out;
}

Task<Response> reviewsRoute(const Parts& parts, RequestRef request) {
  const auto wanted = wantedOf(*request);
  if (!wanted) co_return problem(wanted.error());
  std::function<Result<Queue>(const Ledger&)> look =
      [reader = request->signedIn(), wanted = *wanted, levels = parts.levels, clock = parts.now()](
          const Ledger& ledger) { return readQueue(ledger, reader, wanted, levels, clock); };
  const auto queue = co_await parts.ledger.read<Queue>(std::move(look));
  if (!queue) co_return problem(queue.error());
  boost::json::array items;
  for (const auto& view : queue->items) {
    auto item = render(view, parts.levels);
    if (const auto facts =
            parts.originals->of(parts.lists.blocks, parts.genesis.genesis.ruleSets, view.id, view.row)) {
      item["source"] = facts->source;
      if (facts->lostPpm) item["lost_ppm"] = *facts->lostPpm;
    }
    items.push_back(std::move(item));
  }
  Object body{{"items", std::move(items)},
              {"counts", Object{{"open", queue->counts.open},
                                {"mine", queue->counts.mine},
                                {"claimed_by_others", queue->counts.claimedByOthers},
                                {"late", queue->counts.late}}}};
  addTime(body, "now", queue->now);
  if (queue->next != 0) body["next"] = std::to_string(queue->next);
  co_return jsonResponse(body);
}

}  // namespace

std::vector<Route> reviewRoutes(LedgerReader ledger, Lists lists, const KnownGenesis& genesis,
                                ServiceLevels levels, Clock now) {
  const Parts parts{.ledger = ledger,
                    .lists = lists,
                    .genesis = genesis,
                    .levels = std::move(levels),
                    .now = std::move(now)};
  return {
      {.method = Method::kGet,
       .path = "/api/v11/query/reviews",
       .who = Who::kReviewers,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kReadModels,
       .handler = with(parts, reviewsRoute)},
  };
}

}  // namespace aurigraph::gateway
