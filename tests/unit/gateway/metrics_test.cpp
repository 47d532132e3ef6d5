// Seconds: measured, kept, streamed; and the pipeline's numbers.

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

#include "nodes/gateway/metrics_history.h"
#include "tests/support/gateway_fixture.h"

namespace aurigraph::gateway {
namespace {

using namespace aurigraph::test;
using client::Wait;

TEST(FinalityWindow, PercentilesAreExactAndOfTheirSecondsOnly) {
  std::int64_t now = 100;
  FinalityWindow window([&now] { return now; });
  EXPECT_FALSE(window.lastMinute());
  for (int value = 1; value <= 100; ++value) window.add(value);
  now = 101;
  window.add(1'000);
  const auto hundred = window.between(100, 100);
  ASSERT_TRUE(hundred);
  EXPECT_EQ(hundred->p50, 50);
  EXPECT_EQ(hundred->p99, 99);
  EXPECT_EQ(hundred->count, 100U);
  EXPECT_EQ(window.between(101, 101)->p50, 1'000);
  EXPECT_FALSE(window.between(102, 102));
  now = 160;
  EXPECT_EQ(window.lastMinute()->count, 1U) << "second 100 is more than a minute ago";
  now = 161;
  EXPECT_FALSE(window.lastMinute());
}

TEST(MetricsHistory, GapsStayGapsAndTheOldestGoes) {
  MetricsHistory history;
  EXPECT_EQ(history.last(10, 300), "[]");
  EXPECT_FALSE(history.minuteAgo(10));
  history.add(5, R"({"second":5})", {.fetch = 1});
  history.add(7, R"({"second":7})", {.fetch = 2});
  history.add(7, R"({"second":"twice"})", {});
  EXPECT_EQ(history.last(8, 300), R"([{"second":5},{"second":7}])");
  EXPECT_EQ(history.last(8, 1), R"([{"second":7}])");
  EXPECT_EQ(history.minuteAgo(60)->fetch, 1U);
  EXPECT_EQ(history.minuteAgo(66)->fetch, 2U);
  for (std::int64_t second = 8; second < 8 + static_cast<std::int64_t>(MetricsHistory::kSeconds); ++second)
    history.add(second, std::to_string(second), {});
  EXPECT_TRUE(history.last(10'000, 10'000).starts_with("[8,9,"));
}

telemetry::NodeReading readingOf(std::uint32_t id, wire::NodeKind kind, const char* name) {
  telemetry::NodeReading out;
  out.id = NodeId(id);
  out.kind = kind;
  out.name = name;
  return out;
}
/// This gateway's node, a validator that is gone, and a slim node with one source.
std::vector<telemetry::NodeReading> threeNodes(const replica::ReplicaStatus& own) {
  telemetry::NodeReading here = readingOf(1, wire::NodeKind::kBusiness, "business-1");
  here.healthy = true;
  here.role = "LEARNER";
  here.height = own.applied.value;
  here.cpuPercent = 12.5;
  here.memoryBytes = 1'000;
  here.memoryLimitBytes = 4'000;
  telemetry::NodeReading gone = readingOf(2, wire::NodeKind::kValidator, "validator-1");
  gone.detail = "Connection refused.";
  telemetry::NodeReading slim = readingOf(3, wire::NodeKind::kSlim, "slim-1");
  slim.healthy = true;
  slim.slim.emplace();
  slim.slim->answers = 7;
  slim.slim->records = 9;
  slim.slim->accept = 4;
  slim.slim->review = 1;
  slim.slim->queued = 2;
  slim.slim->applied = 3;
  telemetry::SourceReading source;
  source.source = "verra";
  source.category = "carbon";
  source.cacheHits = 5;
  slim.slim->sources.push_back(source);
  return {here, gone, slim};
}

GatewayFixture::Change withThreeNodes() {
  return [](GatewayOptions&, GatewayParts& parts) { parts.nodes = threeNodes; };
}

TEST(Status, NodesHaveTheirReadingsAndAbsentOnesAreAbsent) {
  GatewayFixture fixture(withThreeNodes());
  const auto status = fixture.client()->get("/query/status").value();
  const auto& nodes = status.at("nodes").as_array();
  ASSERT_EQ(nodes.size(), 3U);
  EXPECT_EQ(nodes[0].at("cpu_percent").as_double(), 12.5);
  EXPECT_EQ(nodes[0].at("role").as_string(), "LEARNER");
  EXPECT_FALSE(nodes[1].at("healthy").as_bool());
  EXPECT_EQ(nodes[1].at("detail").as_string(), "Connection refused.");
  for (const char* reading : {"cpu_percent", "memory_bytes", "height", "role", "seen_ms_ago"})
    EXPECT_FALSE(nodes[1].as_object().contains(reading)) << reading;
  EXPECT_EQ(status.at("thresholds").at("business").at("cpu_up_percent").to_number<int>(), 65);
  EXPECT_EQ(status.at("limits").at("validator").at("max").to_number<int>(), 9);
  EXPECT_EQ(status.at("version").as_string(), "test");
  EXPECT_FALSE(status.at("time_text").as_string().empty());
  EXPECT_FALSE(status.as_object().contains("finality_ms")) << "nothing became final yet";
}

TEST(Metrics, EverySecondIsStreamedKeptAndCounts) {
  GatewayFixture fixture(withThreeNodes());
  const auto api = fixture.client();
  client::Author admin(*api, administrator().key, fixture.business().digest());
  expectDone(admin.send(
      wire::RegisterIdentity{"somebody", keyNumber(130).publicKey(), wire::maskOf(wire::Role::kHolder)},
      Wait::kFinal));
  std::vector<boost::json::value> events;
  const auto followed = api->follow({"metric"}, "", [&](const client::StreamEvent& event) {
    EXPECT_EQ(event.topic, "metric");
    EXPECT_TRUE(event.id.empty());
    events.push_back(boost::json::parse(event.data));
    return events.size() < 3;
  });
  ASSERT_TRUE(followed) << followed.error().message;
  for (std::size_t i = 1; i < events.size(); ++i)
    EXPECT_GT(events[i].at("second").to_number<std::int64_t>(),
              events[i - 1].at("second").to_number<std::int64_t>());
  EXPECT_EQ(events[0].at("business").to_number<int>(), 1);
  EXPECT_EQ(events[0].at("validators").to_number<int>(), 0);
  EXPECT_EQ(events[0].at("stages").at("channel").to_number<int>(), 2);
  EXPECT_EQ(events[0].at("nodes").as_array().size(), 1U) << "only one node has readings";
  EXPECT_EQ(events[2].at("certified").to_number<int>(), 1);
  EXPECT_EQ(events[2].at("stages").at("ledger").to_number<int>(), 0) << "this fake counts no operations";

  const auto kept = api->list("/query/metrics?seconds=3600").value();
  ASSERT_GE(kept.size(), 3U);
  EXPECT_NE(std::ranges::find(kept, events[1]), kept.end());
  std::uint64_t operations = 0;
  std::uint64_t final = 0;
  for (const auto& second : kept) {
    operations += second.at("operations").to_number<std::uint64_t>();
    final += second.at("tps").to_number<std::uint64_t>();
  }
  // The second in which the gateway started is not measured, so the operation may be missing, never doubled.
  EXPECT_LE(operations, 1U);
  EXPECT_LE(final, 1U);
  EXPECT_EQ(api->get("/query/metrics?seconds=4000").error().code, "query.bad_number");
  EXPECT_GE(api->get("/query/status")->at("finality_ms").at("count").to_number<int>(), 1);
}

TEST(Pipeline, CountsAreThoseOfSlimNodesAndLedger) {
  GatewayFixture fixture(withThreeNodes());
  const auto genesis = fixture.business().digest();
  const auto api = fixture.clientOf(reviewer());
  issueProperty(*api, genesis, "US-1", "HOUSE", 1'000);
  client::Author slim(*api, slimNode().key, genesis);
  client::Author judge(*api, reviewer().key, genesis);
  std::vector<Digest> doubtful;
  for (std::uint8_t number = 2; number < 4; ++number) {
    const auto record = scoredRecord(wire::RecordKind::kPropertyValuation, "US-" + std::to_string(number),
                                     systemTime(), Wanted::kReview, number);
    expectDone(slim.send(record.command(), Wait::kCommitted));
    doubtful.push_back(record.record.id());
  }
  expectDone(judge.send(wire::ClaimReview{doubtful[0]}, Wait::kCommitted));
  wire::DecideReview decision;
  decision.recordId = doubtful[0];
  decision.decision = wire::ReviewDecision::kReject;
  decision.reasonCode = 1;
  decision.note = "No.";
  expectDone(judge.send(decision, Wait::kCommitted));

  EXPECT_EQ(fixture.client()->get("/query/pipeline").error().code, "auth.required");
  EXPECT_EQ(fixture.clientOf(holder())->get("/query/pipeline").error().code, "auth.forbidden");
  const auto pipeline = api->get("/query/pipeline");
  ASSERT_TRUE(pipeline) << pipeline.error().message;
  const auto& stages = pipeline->at("stages").as_array();
  const std::vector<std::string> names = {"fetch",  "transform", "score", "channel",
                                          "ledger", "review",    "asset", "token"};
  ASSERT_EQ(stages.size(), names.size());
  for (std::size_t at = 0; at < names.size(); ++at) EXPECT_EQ(stages[at].at("name").as_string(), names[at]);
  EXPECT_EQ(stages[0].at("outcomes").at("cached").to_number<int>(), 5);
  EXPECT_EQ(stages[2].at("total").to_number<int>(), 5);
  EXPECT_EQ(stages[3].at("waiting").to_number<int>(), 2);
  EXPECT_FALSE(stages[0].as_object().contains("waiting"));
  EXPECT_EQ(stages[5].at("waiting").to_number<int>(), 1);
  EXPECT_EQ(stages[5].at("outcomes").at("rejected").to_number<int>(), 1);
  EXPECT_EQ(stages[5].at("outcomes").at("approved").to_number<int>(), 0);
  EXPECT_EQ(stages[6].at("total").to_number<int>(), 1);
  EXPECT_EQ(stages[7].at("total").to_number<int>(), 1);
  const auto& sources = pipeline->at("sources").as_array();
  ASSERT_EQ(sources.size(), 1U);
  EXPECT_EQ(sources[0].at("node").as_string(), "slim-1");
  EXPECT_EQ(sources[0].at("source").as_string(), "verra");
}

}  // namespace
}  // namespace aurigraph::gateway
