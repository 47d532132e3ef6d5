#include "nodes/gateway/views/pipeline.h"

namespace aurigraph::gateway {
namespace {

using Object = boost::json::object;

/// What was added since; a node that started anew counts from 0.
std::uint64_t grown(std::uint64_t now, std::uint64_t before) {
  return now >= before ? now - before : now;
}

Object stage(const char* name, std::uint64_t total, std::uint64_t before, Object outcomes) {
  return {{"name", name},
          {"total", total},
          {"per_minute", grown(total, before)},
          {"outcomes", std::move(outcomes)}};
}

}  // namespace

LedgerCounts countsOf(const ledger::Ledger& ledger, std::uint64_t operations) {
  return {operations, ledger.height().value, ledger.reviewCounts(), ledger.assetCount(), ledger.tokenCount()};
}

StageTotals Pipeline::totals() const {
  return {slim.answers,
          slim.records,
          slim.accept + slim.review + slim.reject,
          slim.queued + slim.applied + slim.expired + slim.dead,
          ledger.operations,
          ledger.reviews.waiting + ledger.reviews.approved + ledger.reviews.rejected,
          ledger.assets,
          ledger.tokens};
}

Pipeline pipelineOf(const std::vector<telemetry::NodeReading>& nodes, const LedgerCounts& ledger) {
  Pipeline out;
  out.ledger = ledger;
  for (const telemetry::NodeReading& node : nodes) {
    if (!node.slim) continue;
    const telemetry::SlimReading& one = *node.slim;
    for (auto telemetry::SlimReading::*counter :
         {&telemetry::SlimReading::answers, &telemetry::SlimReading::failed, &telemetry::SlimReading::records,
          &telemetry::SlimReading::refused, &telemetry::SlimReading::duplicates,
          &telemetry::SlimReading::accept, &telemetry::SlimReading::review, &telemetry::SlimReading::reject,
          &telemetry::SlimReading::queued, &telemetry::SlimReading::applied, &telemetry::SlimReading::expired,
          &telemetry::SlimReading::dead})
      out.slim.*counter += one.*counter;
    for (const telemetry::SourceReading& source : one.sources) out.cached += source.cacheHits;
  }
  return out;
}

boost::json::array stagesJson(const Pipeline& pipeline, const StageTotals& before) {
  const telemetry::SlimReading& slim = pipeline.slim;
  const LedgerCounts& ledger = pipeline.ledger;
  const StageTotals now = pipeline.totals();
  Object channel = stage(
      "channel", now.channel, before.channel,
      {{"queued", slim.queued}, {"applied", slim.applied}, {"expired", slim.expired}, {"dead", slim.dead}});
  channel["waiting"] = slim.queued;
  Object review = stage("review", now.review, before.review,
                        {{"waiting", ledger.reviews.waiting},
                         {"approved", ledger.reviews.approved},
                         {"rejected", ledger.reviews.rejected}});
  review["waiting"] = ledger.reviews.waiting;
  boost::json::array out;
  out.push_back(stage("fetch", now.fetch, before.fetch,
                      {{"answers", slim.answers}, {"failed", slim.failed}, {"cached", pipeline.cached}}));
  out.push_back(
      stage("transform", now.transform, before.transform,
            {{"records", slim.records}, {"refused", slim.refused}, {"duplicates", slim.duplicates}}));
  out.push_back(stage("score", now.score, before.score,
                      {{"accept", slim.accept}, {"review", slim.review}, {"reject", slim.reject}}));
  out.push_back(std::move(channel));
  out.push_back(stage("ledger", now.ledger, before.ledger,
                      {{"operations", ledger.operations}, {"blocks", ledger.blocks}}));
  out.push_back(std::move(review));
  out.push_back(stage("asset", now.asset, before.asset, {{"registered", ledger.assets}}));
  out.push_back(stage("token", now.token, before.token, {{"issued", ledger.tokens}}));
  return out;
}

boost::json::array sourcesJson(const std::vector<telemetry::NodeReading>& nodes) {
  boost::json::array out;
  for (const telemetry::NodeReading& node : nodes) {
    if (!node.slim) continue;
    for (const telemetry::SourceReading& source : node.slim->sources)
      out.push_back(Object{{"source", source.source},
                           {"category", source.category},
                           {"node", node.name},
                           {"availability_percent", source.availabilityPercent},
                           {"calls", source.calls},
                           {"failures", source.failures},
                           {"retries", source.retries},
                           {"cache_hits", source.cacheHits},
                           {"cache_misses", source.cacheMisses},
                           {"last_latency_ms", source.lastLatencyMs},
                           {"budget_remaining", source.budgetRemaining},
                           {"not_asked", source.notAsked},
                           {"last_error", source.lastError}});
  }
  return out;
}

Object stageNumbers(const Pipeline& pipeline) {
  const StageTotals totals = pipeline.totals();
  return {{"fetch", totals.fetch},   {"transform", totals.transform},
          {"score", totals.score},   {"channel", pipeline.slim.queued},
          {"ledger", totals.ledger}, {"review", pipeline.ledger.reviews.waiting},
          {"asset", totals.asset},   {"token", totals.token}};
}

Object toJson(const telemetry::NodeReading& node) {
  Object out{{"id", node.id.value},
             {"name", node.name},
             {"kind", wire::nameOf(node.kind)},
             {"healthy", node.healthy},
             {"detail", node.detail}};
  if (!node.role.empty()) out["role"] = node.role;
  if (node.height) out["height"] = *node.height;
  if (node.cpuPercent) out["cpu_percent"] = *node.cpuPercent;
  if (node.memoryBytes) out["memory_bytes"] = *node.memoryBytes;
  if (node.memoryLimitBytes) out["memory_limit_bytes"] = *node.memoryLimitBytes;
  if (node.uptimeSeconds) out["uptime_seconds"] = *node.uptimeSeconds;
  if (node.seenMsAgo) out["seen_ms_ago"] = *node.seenMsAgo;
  return out;
}

}  // namespace aurigraph::gateway
