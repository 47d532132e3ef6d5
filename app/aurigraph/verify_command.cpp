#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/output.h"
#include "core/base/byte_io.h"
#include "core/proof/owner_check.h"
#include "core/proof/verifier.h"
#include "nodes/files/files.h"

namespace aurigraph::cli {
namespace {

constexpr int kUnknownCluster = 3;
constexpr std::size_t kMaxBundleBytes = std::size_t{64} * 1024 * 1024;

struct Options {
  std::string genesis;
  std::string genesisFile;
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

bool isOwnerProof(ByteView bytes) {
  ByteReader reader(bytes);
  return reader.integer<std::uint32_t>() == wire::CertifiedOwner::kMagic;
}

/// Of an account's owner: it names validators by number, so their genesis is needed.
int verifyOwnerFile(const Options& options, ByteView bytes, const std::optional<Digest>& trusted) {
  if (options.genesisFile.empty())
    return cli::report(
        {"proof.needs_genesis_file",
         "This is the proof of an account's owner. It is checked against the cluster's genesis "
         "file, which says who the validators are.",
         "Fetch that file (GET /api/v11/query/genesis) and pass it with --genesis-file; --genesis "
         "says which one you trust."},
        options.json, kUsage);
  const auto file = files::readFile(options.genesisFile);
  if (!file) return cli::report(file.error(), options.json, kUsage);
  const auto genesis = wire::decodeGenesis(asBytes(*file));
  if (!genesis) return cli::report(genesis.error(), options.json, kUsage);
  const std::string digest = toHex(genesis->digest().view());
  const bool known = trusted && *trusted == genesis->digest();
  const auto checked = proof::verifyOwner(bytes, *genesis);
  if (!checked) return cli::report(checked.error(), options.json, kFailed);
  if (options.json) {
    printJson({{"verdict", known ? "valid" : "unknown_cluster"},
               {"genesis", digest},
               {"account", std::to_string(checked->account.value)},
               {"token", checked->token.value},
               {"holder", checked->holder.value},
               {"checkpoint", checked->checkpoint.value}});
  } else {
    std::printf(
        "%s: account %llu of token %u is identity %u's as of checkpoint %llu. What it holds is not said.\n",
        known ? "VALID" : "CONSISTENT", static_cast<unsigned long long>(checked->account.value),
        checked->token.value, checked->holder.value,
        static_cast<unsigned long long>(checked->checkpoint.value));
    if (!known)
      std::printf("But the genesis file is of cluster %s, which you did not name with --genesis.\n",
                  digest.c_str());
  }
  return known ? kDone : kUnknownCluster;
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
  if (isOwnerProof(asBytes(*bytes))) return verifyOwnerFile(options, asBytes(*bytes), trusted);
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
  command->add_option("--genesis-file", options->genesisFile,
                      "The cluster's genesis, for a proof of an account's owner");
  command->add_option("file", options->file, "The .rwaproof or .rwaowner file")->required();
  command->add_flag("--json", options->json, "One JSON object on stdout");
  command->footer(
      "Example:\n  aurigraph verify --genesis 5f0c…e1 house.rwaproof\n"
      "Exit codes: 0 valid, 1 a link does not hold (named), 2 unusable input,\n"
      "3 consistent, but of a cluster you did not name.");
  command->callback([options, &exitCode] { exitCode = verifyFile(*options); });
}

}  // namespace aurigraph::cli
