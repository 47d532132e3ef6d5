// The live stream of events.

#include <algorithm>

#include "nodes/gateway/access.h"
#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/live/event_hub.h"
#include "nodes/gateway/routes/routes.h"

namespace aurigraph::gateway {

namespace {

struct Parts {
  LedgerReader ledger;
  EventHub& events;
  Lane lane;
};

Task<Response> eventsRoute(const Parts& parts, RequestRef request) {
  std::set<std::string, std::less<>> topics;
  for (auto rest = request->queryText("topics"); !rest.empty();) {
    const auto comma = rest.find(',');
    const auto topic = rest.substr(0, comma);
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    if (topic != kMetricTopic &&
        std::find(std::begin(kEventTopics), std::end(kEventTopics), topic) == std::end(kEventTopics))
      co_return problem(
          Error{"request.bad_topic", "There is no topic '" + std::string(topic.substr(0, 40)) + "'.",
                "block, certificate, leader, identity, asset, token, record, review or metric."});
    topics.emplace(topic);
  }
  if (topics.empty()) topics.insert(std::begin(kEventTopics), std::end(kEventTopics));
  const auto from = parseEventId(request->lastEventId, parts.lane);
  if (!from) co_return problem(from.error());

  std::function<Result<bool>(const ledger::Ledger&)> look =
      [reader = request->reader](const ledger::Ledger& ledger) -> Result<bool> {
    return reader && isAmong(Who::kRecordWorkers, ledger, *reader);
  };
  const auto open = co_await parts.ledger.read<bool>(std::move(look));
  if (!open) co_return problem(open.error());
  if (!*open) {
    topics.erase("record");
    topics.erase("review");
    if (topics.empty())
      co_return problem(forbidden("Records and reviews are shown to those who work with them.").value());
  }
  co_return Response{.status = 200,
                     .contentType = "text/event-stream",
                     .body = {},
                     .headers = {},
                     .stream = parts.events.subscribe(std::move(topics), *from)};
}

}  // namespace

std::vector<Route> eventRoutes(LedgerReader ledger, EventHub& events, Lane lane) {
  const Parts parts{.ledger = ledger, .events = events, .lane = lane};
  return {
      {.method = Method::kGet,
       .path = "/api/v11/events",
       .who = Who::kAnyoneKnown,
       .budget = Budget::kDefault,
       .maxBodyBytes = 0,
       .needs = Needs::kReadModels,
       .handler = with(parts, eventsRoute)},
  };
}

}  // namespace aurigraph::gateway
