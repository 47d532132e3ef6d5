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

std::string topicNames() {
  std::string out;
  for (const std::string_view topic : eventTopics()) out += (out.empty() ? "" : ", ") + std::string(topic);
  return out;
}

Task<Response> eventsRoute(const Parts& parts, RequestRef request) {
  std::set<std::string, std::less<>> topics;
  for (auto rest = request->queryText("topics"); !rest.empty();) {
    const auto comma = rest.find(',');
    const auto topic = rest.substr(0, comma);
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    if (topic != kMetricTopic && std::ranges::find(eventTopics(), topic) == eventTopics().end())
      co_return problem(Error{"request.bad_topic",
                              "There is no topic '" + std::string(topic.substr(0, 40)) + "'.",
                              topicNames() + " or " + std::string(kMetricTopic) + "."});
    topics.emplace(topic);
  }
  if (topics.empty()) topics.insert(eventTopics().begin(), eventTopics().end());
  const auto from = parseEventId(request->lastEventId, parts.lane);
  if (!from) co_return problem(from.error());

  std::function<Result<std::vector<wire::Audience>>(const ledger::Ledger&)> look =
      [reader = request->reader](const ledger::Ledger& ledger) -> Result<std::vector<wire::Audience>> {
    std::vector<wire::Audience> out{wire::Audience::kEverybody};
    if (reader && isAmong(Who::kRecordWorkers, ledger, *reader))
      out.push_back(wire::Audience::kRecordWorkers);
    if (reader && ledger.allows(*reader, wire::Permission::kReadAll))
      out.push_back(wire::Audience::kReadersOfAll);
    return out;
  };
  const auto belongs = co_await parts.ledger.read<std::vector<wire::Audience>>(std::move(look));
  if (!belongs) co_return problem(belongs.error());
  std::erase_if(topics, [&](const std::string& topic) {
    return std::ranges::find(*belongs, audienceOf(topic)) == belongs->end();
  });
  if (topics.empty())
    co_return problem(forbidden("Records and reviews are shown to those who work with them, accounts, "
                                "anchors and claims to who may read all.")
                          .value());
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
