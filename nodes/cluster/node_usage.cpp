#include "nodes/cluster/node_usage.h"

#include <array>
#include <boost/json/array.hpp>
#include <utility>

namespace aurigraph::cluster {
namespace {

using Object = boost::json::object;
using telemetry::SlimReading;
using telemetry::SourceReading;

constexpr std::array<std::pair<const char*, std::uint64_t SlimReading::*>, 12> kCounters = {
    {{"answers", &SlimReading::answers},
     {"failed", &SlimReading::failed},
     {"records", &SlimReading::records},
     {"refused", &SlimReading::refused},
     {"duplicates", &SlimReading::duplicates},
     {"accept", &SlimReading::accept},
     {"review", &SlimReading::review},
     {"reject", &SlimReading::reject},
     {"queued", &SlimReading::queued},
     {"applied", &SlimReading::applied},
     {"expired", &SlimReading::expired},
     {"dead", &SlimReading::dead}}};
constexpr std::array<std::pair<const char*, std::uint64_t SourceReading::*>, 7> kOfSource = {
    {{"availability_percent", &SourceReading::availabilityPercent},
     {"calls", &SourceReading::calls},
     {"failures", &SourceReading::failures},
     {"retries", &SourceReading::retries},
     {"cache_hits", &SourceReading::cacheHits},
     {"cache_misses", &SourceReading::cacheMisses},
     {"budget_remaining", &SourceReading::budgetRemaining}}};
/// Of another node's words, so that none makes us hold more.
constexpr std::size_t kMostSources = 64;
constexpr std::size_t kMostText = 400;

std::optional<std::uint64_t> numberIn(const Object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  if (value == nullptr) return std::nullopt;
  if (value->is_uint64()) return value->get_uint64();
  if (value->is_int64() && value->get_int64() >= 0) return static_cast<std::uint64_t>(value->get_int64());
  return std::nullopt;
}

std::optional<double> realIn(const Object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  if (value == nullptr || !value->is_number()) return std::nullopt;
  return value->to_number<double>();
}

std::string textIn(const Object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  if (value == nullptr || !value->is_string()) return {};
  return std::string(std::string_view(value->get_string()).substr(0, kMostText));
}

SlimReading slimIn(const Object& pipeline) {
  SlimReading out;
  for (const auto& [name, counter] : kCounters) out.*counter = numberIn(pipeline, name).value_or(0);
  const auto* sources = pipeline.if_contains("sources");
  if (sources == nullptr || !sources->is_array()) return out;
  for (const auto& item : sources->get_array()) {
    if (!item.is_object() || out.sources.size() == kMostSources) continue;
    const Object& object = item.get_object();
    SourceReading source;
    source.source = textIn(object, "source");
    source.category = textIn(object, "category");
    for (const auto& [name, counter] : kOfSource) source.*counter = numberIn(object, name).value_or(0);
    source.lastLatencyMs = realIn(object, "last_latency_ms").value_or(0);
    source.notAsked = textIn(object, "not_asked");
    source.lastError = textIn(object, "last_error");
    out.sources.push_back(std::move(source));
  }
  return out;
}

}  // namespace

Object toJson(const telemetry::NodeProbe::Usage& usage) {
  Object out{{"memory_bytes", usage.memoryBytes},
             {"memory_limit_bytes", usage.memoryLimitBytes},
             {"uptime_seconds", usage.uptimeSeconds}};
  if (usage.cpuPercent) out["cpu_percent"] = *usage.cpuPercent;
  return out;
}

SlimReading readingOf(const slim::SlimNode& node) {
  const slim::SlimCounters& counters = node.counters();
  SlimReading out;
  out.answers = counters.answers;
  out.failed = counters.failedFetches;
  out.records = counters.records;
  out.refused = counters.refused;
  out.duplicates = counters.duplicates;
  out.accept = counters.accepted;
  out.review = counters.review;
  out.reject = counters.rejected;
  out.queued = node.queued();
  out.applied = counters.applied;
  out.expired = counters.expired;
  out.dead = counters.dead;
  out.sources = node.sources();
  return out;
}

Object toJson(const SlimReading& reading) {
  Object out;
  for (const auto& [name, counter] : kCounters) out[name] = reading.*counter;
  boost::json::array sources;
  for (const SourceReading& source : reading.sources) {
    Object one{{"source", source.source},
               {"category", source.category},
               {"last_latency_ms", source.lastLatencyMs},
               {"not_asked", source.notAsked},
               {"last_error", source.lastError}};
    for (const auto& [name, counter] : kOfSource) one[name] = source.*counter;
    sources.push_back(std::move(one));
  }
  out["sources"] = std::move(sources);
  return out;
}

void readHealth(const boost::json::value& health, telemetry::NodeReading& out) {
  if (!health.is_object()) return;
  const Object& body = health.get_object();
  out.healthy = textIn(body, "status") == "UP";
  out.detail = textIn(body, "detail");
  if (!out.healthy && out.detail.empty()) out.detail = textIn(body, "reason");
  if (!out.healthy && out.detail.empty()) out.detail = "It says that it cannot work now.";
  const auto* usage = body.if_contains("usage");
  if (usage == nullptr || !usage->is_object()) return;
  const Object& object = usage->get_object();
  out.role = textIn(object, "role");
  out.height = numberIn(object, "height");
  out.cpuPercent = realIn(object, "cpu_percent");
  out.memoryBytes = numberIn(object, "memory_bytes");
  out.memoryLimitBytes = numberIn(object, "memory_limit_bytes");
  out.uptimeSeconds = numberIn(object, "uptime_seconds");
  if (const auto* pipeline = object.if_contains("pipeline"); pipeline != nullptr && pipeline->is_object())
    out.slim = slimIn(pipeline->get_object());
}

}  // namespace aurigraph::cluster
