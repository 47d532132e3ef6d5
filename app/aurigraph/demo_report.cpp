#include "app/aurigraph/demo_report.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <cstdio>

#include "app/aurigraph/output.h"

namespace aurigraph::cli {
namespace {

/// The value below which `percent` of the sorted values lie, nearest rank.
std::int64_t percentile(std::vector<std::int64_t> values, std::size_t percent) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  const std::size_t rank = (values.size() * percent + 99) / 100;
  return values[std::max<std::size_t>(rank, 1) - 1];
}

double milliseconds(std::int64_t microseconds) {
  const std::int64_t hundredths = microseconds / 10;
  return static_cast<double>(hundredths) / 100.0;
}

std::string scoreText(std::int32_t ppm) {
  char text[16];
  std::snprintf(text, sizeof text, "%d.%02d", ppm / 1'000'000,
                ppm % 1'000'000 / 10'000);  // floors: 0.7999 is 0.79
  return text;
}

}  // namespace

boost::json::object toJson(const training::DemoReport& report) {
  boost::json::array assets;
  for (const training::DemoAsset& asset : report.assets)
    assets.push_back({{"template", asset.assetTemplate},
                      {"asset_id", asset.assetId},
                      {"score_ppm", asset.scorePpm},
                      {"band", asset.band},
                      {"decision", asset.decision},
                      {"token", asset.token},
                      {"supply", asset.supply},
                      {"height", asset.height},
                      {"proof", asset.proof}});
  boost::json::object out;
  out["genesis"] = report.genesis;
  out["simulated"] = true;
  out["failed_step"] = nullptr;
  if (!report.failedStep.empty()) {
    out["failed_step"] = report.failedStep;
    out["error"] = {{"code", std::string(report.failure.code)},
                    {"message", report.failure.message},
                    {"remedy", report.failure.remedy}};
  }
  out["gateway"] = report.gateway;
  out["cluster"] = {{"validators", report.validators}, {"business", report.business}, {"slim", report.slim}};
  out["records"] = {{"fetched", report.fetched},
                    {"accepted", report.accepted},
                    {"reviewed", report.reviewed},
                    {"waiting", report.waiting},
                    {"rejected", report.rejected}};
  out["assets"] = std::move(assets);
  out["finality_ms"] = {{"p50", milliseconds(percentile(report.finalityMicroseconds, 50))},
                        {"p99", milliseconds(percentile(report.finalityMicroseconds, 99))}};
  out["proofs"] = {{"verified", report.proofsVerified}, {"failed", report.proofsFailed}};
  out["conservation_ok"] = report.conservationOk;
  out["wall_s"] = static_cast<double>(report.wallMilliseconds) / 1000.0;
  out["folder"] = report.folder;
  return out;
}

std::string toText(const training::DemoReport& report) {
  std::string out;
  std::vector<std::vector<std::string>> rows = {
      {"ASSET", "SCORE", "BAND", "DECISION", "TOKEN", "SUPPLY", "BLOCK"}};
  for (const training::DemoAsset& asset : report.assets)
    rows.push_back({asset.assetTemplate, scoreText(asset.scorePpm), asset.band, asset.decision, asset.token,
                    asset.supply, std::to_string(asset.height)});
  if (!report.assets.empty()) out += "\n" + table(rows);
  if (!report.failedStep.empty()) {
    out += "\nFAILED at step '" + report.failedStep + "': " + report.failure.message + " [" +
           std::string(report.failure.code) + "]\n";
    if (!report.failure.remedy.empty()) out += report.failure.remedy + "\n";
    return out;
  }
  char line[200];
  std::snprintf(line, sizeof line,
                "\nRecords   %u fetched: %u accepted, %u reviewed, %u wait for a reviewer, %u rejected\n",
                report.fetched, report.accepted, report.reviewed, report.waiting, report.rejected);
  out += line;
  std::snprintf(
      line, sizeof line, "Finality  %.1f ms median, %.1f ms p99 (%zu operations, each to its certificate)\n",
      milliseconds(percentile(report.finalityMicroseconds, 50)),
      milliseconds(percentile(report.finalityMicroseconds, 99)), report.finalityMicroseconds.size());
  out += line;
  std::snprintf(line, sizeof line, "Proofs    %u verified offline, %u failed\n", report.proofsVerified,
                report.proofsFailed);
  out += line;
  out += std::string("Supply    ") +
         (report.conservationOk ? "every token's balances sum to what was minted\n" : "NOT CONSERVED\n");
  std::snprintf(line, sizeof line, "Time      %.1f s\n",
                static_cast<double>(report.wallMilliseconds) / 1000.0);
  out += line;
  out += "\nAll data of this run is SIMULATED, and every record, token and proof says so.\n";
  if (!report.assets.empty())
    out += "Check a proof yourself:\n  aurigraph verify --genesis " + report.genesis + " \\\n    " +
           report.assets.front().proof + "\n";
  return out;
}

}  // namespace aurigraph::cli
