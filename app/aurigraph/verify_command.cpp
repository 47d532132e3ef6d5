#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/output.h"
#include "core/proof/verifier.h"
#include "nodes/files/files.h"

namespace aurigraph::cli {
namespace {

constexpr int kUnknownCluster = 3;
constexpr std::size_t kMaxBundleBytes = std::size_t{64} * 1024 * 1024;

struct Options {
  std::string genesis;
  std::string file;
  bool json = false;
};

void print(const proof::Report& report) {
  for (const auto& link : report.links)
    std::printf("%s  %-20s %s%s\n", link.holds ? "PASS" : "FAIL", link.name.c_str(), link.words.c_str(),
                link.holds ? "" : (" [" + std::string(link.code) + "]").c_str());
  const auto& summary = report.summary;
  if (report.verdict == proof::Verdict::kInvalid) {
    std::printf("\nINVALID: the link '%s' does not hold. Do not rely on this proof.\n",
                report.failed() != nullptr ? report.failed()->name.c_str() : "bundle");
    return;
  }
  std::printf("\n%s: %s holds %s base units of %s (asset %s, data %s) as of checkpoint %llu.\n",
              report.verdict == proof::Verdict::kValid ? "VALID" : "CONSISTENT", summary.holder.c_str(),
              summary.balance.c_str(), summary.token.c_str(), summary.asset.c_str(), summary.origin.c_str(),
              static_cast<unsigned long long>(summary.checkpoint));
  if (report.verdict == proof::Verdict::kUnknownCluster)
    std::printf(
        "But it is of cluster %s, which you did not name. Anyone can make such a file with keys of\n"
        "their own: get the genesis digest from someone you trust and pass it with --genesis.\n",
        summary.genesis.c_str());
}

boost::json::object toJson(const proof::Report& report) {
  boost::json::array links;
  for (const auto& link : report.links)
    links.push_back({{"name", link.name},
                     {"holds", link.holds},
                     {"words", link.words},
                     {"code", std::string(link.code)}});
  const auto& summary = report.summary;
  boost::json::object out;
  out["verdict"] = report.verdict == proof::Verdict::kValid     ? "valid"
                   : report.verdict == proof::Verdict::kInvalid ? "invalid"
                                                                : "unknown_cluster";
  out["failed_step"] = nullptr;
  if (report.failed() != nullptr) out["failed_step"] = report.failed()->name;
  out["links"] = std::move(links);
  boost::json::array submitters;
  for (const auto& each : summary.submitters)
    submitters.push_back({{"key", each.key}, {"name", each.name}, {"roles", each.roles}});
  out["summary"] = {{"cluster", summary.clusterName},
                    {"genesis", summary.genesis},
                    {"token", summary.token},
                    {"asset", summary.asset},
                    {"holder", summary.holder},
                    {"balance", summary.balance},
                    {"checkpoint", summary.checkpoint},
                    {"height", summary.height},
                    {"origin", summary.origin},
                    {"lowest_score_ppm", summary.lowestScorePpm},
                    {"submitters", std::move(submitters)}};
  return out;
}

int verifyFile(const Options& options) {
  std::optional<Digest> trusted;
  if (!options.genesis.empty()) {
    auto digest = fixedFromHex<Digest>(options.genesis);
    if (!digest) return cli::report(digest.error(), options.json, kUsage);
    trusted = *digest;
  }
  const auto bytes = files::readFile(options.file, kMaxBundleBytes);
  if (!bytes) return cli::report(bytes.error(), options.json, kUsage);
  const proof::Report report = proof::verify(asBytes(*bytes), trusted);
  if (options.json) {
    printJson(toJson(report));
  } else {
    print(report);
  }
  switch (report.verdict) {
    case proof::Verdict::kValid:
      return kDone;
    case proof::Verdict::kInvalid:
      return kFailed;
    case proof::Verdict::kUnknownCluster:
      return kUnknownCluster;
  }
  return kFailed;
}

}  // namespace

void addVerifyCommand(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<Options>();
  auto* command =
      app.add_subcommand("verify", "Checks a proof without a network, trusting only a genesis digest");
  command->add_option("--genesis", options->genesis,
                      "Genesis digest of the cluster you trust, 64 hex digits");
  command->add_option("file", options->file, "The .rwaproof file")->required();
  command->add_flag("--json", options->json, "One JSON object on stdout");
  command->footer(
      "Example:\n  aurigraph verify --genesis 5f0c…e1 house.rwaproof\n"
      "Exit codes: 0 valid, 1 a link does not hold (named), 2 unusable input,\n"
      "3 consistent, but of a cluster you did not name.");
  command->callback([options, &exitCode] { exitCode = verifyFile(*options); });
}

}  // namespace aurigraph::cli
