#include "app/bench/report.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <cmath>
#include <cstdio>

#include "app/aurigraph/output.h"
#include "core/base/assert.h"

namespace aurigraph::bench {
namespace {

std::string fixed(double value, int decimals) {
  char text[64];
  std::snprintf(text, sizeof(text), "%.*f", decimals, value);
  return text;
}

}  // namespace

boost::json::object toJson(const Report& report, const Machine& machine, bool quick) {
  boost::json::object out{{"name", report.name}, {"what", report.what}, {"quick", quick}};
  out["machine"] = toJson(machine);
  for (const auto& [key, value] : report.json) out[key] = value;
  out["notes"] = boost::json::array(report.notes.begin(), report.notes.end());
  return out;
}

std::string inWords(const Report& report) {
  std::string out = report.name + ": " + report.what + "\n";
  for (const Table& table : report.tables) {
    out += "\n" + (table.title.empty() ? std::string() : table.title + "\n");
    out += cli::table(table.rows);
  }
  if (!report.notes.empty()) out += "\n";
  for (const std::string& note : report.notes) out += "Note: " + note + "\n";
  return out;
}

std::string grouped(std::uint64_t number) {
  std::string out = std::to_string(number);
  for (std::size_t at = out.size(); at > 3;) out.insert(at -= 3, ",");
  return out;
}

std::string perSecond(double rate) {
  return rate < 100 ? fixed(rate, 1) : grouped(static_cast<std::uint64_t>(std::llround(rate)));
}

std::string milliseconds(double ms) {
  return fixed(ms, ms < 10 ? 3 : ms < 100 ? 1 : 0);
}

boost::json::object percentiles(const Histogram& latencies) {
  return {{"p50", latencies.p50Ms()},
          {"p99", latencies.p99Ms()},
          {"p999", latencies.p999Ms()},
          {"max", latencies.maxMs()}};
}

double median(std::span<const double> runs) {
  AG_ASSERT(!runs.empty());
  std::vector<double> sorted(runs.begin(), runs.end());
  std::ranges::sort(sorted);
  return sorted[(sorted.size() - 1) / 2];
}

}  // namespace aurigraph::bench
