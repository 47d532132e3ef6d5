#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "nodes/rules/rules_json.h"
#include "nodes/slim/simulated_sources.h"
#include "nodes/slim/slim_node.h"
#include "tests/support/simulated_providers.h"
#include "tests/unit/slim/fake_ledger.h"

namespace aurigraph::slim::testing {

/// The real simulator over HTTPS, a slim node on a folder that survives its restarts, a fake ledger.
class SlimWorld : public ::testing::Test {
 protected:
  explicit SlimWorld(std::uint64_t seed = 1) : seed_(seed), providers_(optionsOf(seed)) {
    std::string name = (std::filesystem::temp_directory_path() / "aurigraph-slim-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    ledger_.adopt(simulatedTerms(providers_.pin()).value());
  }
  ~SlimWorld() override {
    node_.reset();
    std::filesystem::remove_all(folder_);
  }

  static providers::SimulatorOptions optionsOf(std::uint64_t seed) {
    providers::SimulatorOptions options;
    options.seed = seed;
    return options;
  }

  SlimConfig config() {
    SlimConfig out(crypto::SigningKey::fromSeed({}));
    out.dataFolder = folder_;
    out.genesis = genesis_;
    out.rules = rules_;
    out.anchorEvery = std::chrono::milliseconds(50);
    out.lookEvery = std::chrono::milliseconds(50);
    SourceCredentials credentials;
    for (const auto& [provider, all] : providers::defaultCredentials(seed_))
      for (const auto& one : all) credentials[provider].emplace_back(one.header, one.value);
    const std::string url = "https://localhost:" + std::to_string(providers_.simulator().port());
    out.sources = simulatedSources(url, providers_.trustedPem(), providers_.pin(), credentials);
    return out;
  }
  void start(SlimConfig config) {
    node_.reset();
    auto made = SlimNode::start(std::move(config), ledger_.port());
    ASSERT_TRUE(made) << made.error().message;
    node_ = std::move(*made);
  }
  void start() { start(config()); }

  FetchReport fetch(const std::string& source, const std::string& path, const std::string& body = {}) {
    connectors::Query query{path, body, {}};
    query.bypassCache = true;
    auto report = node_->fetchNow(source, query);
    EXPECT_TRUE(report) << source << ": " << (report ? "" : report.error().message);
    return report ? *report : FetchReport{};
  }
  FetchReport fetchAttom() {
    const auto& world = providers_.world();
    return fetch("attom", "/propertyapi/v1.0.0/attomavm/detail?fips=" + world.fips + "&apn=" + world.apn);
  }
  FetchReport fetchCounty() {
    return fetch("county-title", "/v1/parcels/" + providers_.world().fips + "/" + providers_.world().apn);
  }
  FetchReport fetchShipment() { return fetch("epcis", "/epcs/" + providers_.world().sscc + "/events"); }
  FetchReport fetchProject() {
    return fetch("verra", "/uiapi/resource/resource/search",
                 "{\"resourceIdentifiers\":[\"" + providers_.world().verraProject + "\"]}");
  }
  FetchReport fetchBlocks() {
    return fetch("verra", "/uiapi/asset/asset/search",
                 "{\"resourceIdentifier\":\"" + providers_.world().verraProject + "\"}");
  }

  static const ScoredRecord* find(const FetchReport& report, wire::RecordKind kind) {
    for (const ScoredRecord& record : report.records)
      if (record.kind == kind) return &record;
    return nullptr;
  }
  static std::vector<Digest> idsOf(const FetchReport& report) {
    std::vector<Digest> out;
    for (const ScoredRecord& record : report.records) out.push_back(record.recordId);
    return out;
  }
  /// What the explanation says, for a test that fails.
  std::string why(const ScoredRecord& record) {
    const auto bytes = node_->evidence().get(record.explanation);
    const auto explained =
        bytes ? quality::decodeExplanation(*bytes) : Result<quality::Explanation>(propagate(bytes));
    if (!explained) return "no explanation";
    std::string out = std::string(wire::nameOf(record.kind)) + " " + std::to_string(record.score.value);
    for (std::size_t i = 0; i < explained->result.checks.size(); ++i) {
      const auto& check = explained->result.checks[i];
      out += "\n " + std::string(nameOf(static_cast<quality::Check>(i))) + " " + std::to_string(check.q);
      for (const auto& finding : check.findings)
        out +=
            "\n   " + finding.rule + " " + finding.field + ": " + finding.observed + " / " + finding.expected;
    }
    return out;
  }

  std::uint64_t seed_;
  ::aurigraph::testing::SimulatedProviders providers_;
  Digest genesis_ = crypto::sha256(asBytes("genesis"));
  quality::RuleSet rules_ = rules::newestRuleSet().value();
  FakeLedger ledger_{genesis_, rules_};
  std::filesystem::path folder_;
  std::unique_ptr<SlimNode> node_;
};

}  // namespace aurigraph::slim::testing
