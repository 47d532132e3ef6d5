#include <algorithm>

#include "nodes/gateway/access.h"
#include "nodes/gateway/context.h"
#include "nodes/gateway/http/problem.h"

namespace aurigraph::gateway {

namespace {

Task<Response> eventsRoute(Context& context, RequestRef request) {
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
  const auto from = parseEventId(request->lastEventId, context.options.lane);
  if (!from) co_return problem(from.error());

  std::function<Result<bool>(const ledger::Ledger&)> look =
      [reader = request->reader](const ledger::Ledger& ledger) -> Result<bool> {
    return reader && isAmong(Who::kRecordWorkers, ledger, *reader);
  };
  const auto open = co_await readLedger<bool>(context, std::move(look));
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
                     .stream = context.events->subscribe(std::move(topics), *from)};
}

}  // namespace

void addEventRoutes(Router& router, Context& context) {
  router.add(
      {.method = Method::kGet,
       .path = "/api/v11/events",
       .who = Who::kAnyoneKnown,
       .budget = Budget::kDefault,
       .maxBodyBytes = 0,
       .handler = [&context](RequestRef request) { return eventsRoute(context, std::move(request)); }});
}

}  // namespace aurigraph::gateway
