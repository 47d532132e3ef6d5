#include "nodes/cluster/slim_setup.h"

#include "nodes/cluster/cluster_folder.h"
#include "nodes/link/certificate_authority.h"
#include "nodes/providers/demo_questions.h"
#include "nodes/providers/simulator.h"
#include "nodes/slim/simulated_sources.h"

namespace aurigraph::cluster {
namespace {

/// Every category from the provider simulator: what a deployment would configure for its own assets.
std::vector<slim::SourceSetup> sourcesOf(const NodeConfig& config, const SlimFiles& files,
                                         const providers::DemoWorld& world) {
  slim::SourceCredentials credentials;
  for (const auto& [provider, all] : providers::defaultCredentials(config.providersSeed))
    for (const auto& one : all) credentials[provider].emplace_back(one.header, one.value);
  auto sources =
      slim::simulatedSources(config.providersUrl, files.authorityPem, files.providerPin, credentials);
  for (auto& setup : sources) {
    const auto& name = setup.source.name.empty() ? setup.source.provider : setup.source.name;
    for (auto& question : providers::demoQuestions(world)) {
      if (question.source != name) continue;
      slim::Poll poll;
      poll.query.path = std::move(question.path);
      poll.query.body = std::move(question.body);
      poll.every = question.every;
      poll.first = question.first;
      setup.polls.push_back(std::move(poll));
    }
  }
  return sources;
}

}  // namespace

Result<slim::SlimConfig> slimConfigOf(const NodeConfig& config, const SlimFiles& files) {
  if (files.genesis.ruleSets.empty())
    return fail("genesis.bad_rule_set", "The genesis holds no rule set.", "Make the cluster's folder anew.");
  auto rules = quality::decodeRuleSet(files.genesis.ruleSets.back());
  if (!rules) return propagate(rules);
  slim::SlimConfig out(files.key);
  out.dataFolder = config.dataFolder();
  out.genesis = files.genesis.digest();
  out.rules = std::move(*rules);
  out.facts = files.genesis.facts;
  out.evidenceOnSecondNode = !config.gateways.empty();
  if (config.providersUrl.empty()) return out;
  out.sources = sourcesOf(config, files, providers::demoWorld(config.providersSeed));
  return out;
}

Digest simulatorPin(const NodeConfig& config) {
  const auto credentials = link::loadCredentials(config.authority.parent_path(), kProviderCredentials);
  if (!credentials) return {};
  const auto facts = link::readCertificate(credentials->certificatePem);
  return facts ? facts->pin : Digest{};
}

Result<std::unique_ptr<slim::LedgerPort>> ledgerPortOf(const NodeConfig& config, const SlimFiles& files) {
  if (config.gateways.empty())
    return fail("config.unreadable", "The slim node knows no business node to hand its records to.",
                "Name one under [[gateways]] in node.toml.");
  std::vector<std::unique_ptr<client::ApiClient>> clients;
  for (const GatewayConfig& gateway : config.gateways) {
    client::ClientOptions options;
    options.host = gateway.host;
    options.port = gateway.port;
    options.trustedPem = files.authorityPem;
    auto client = client::ApiClient::create(std::move(options));
    if (!client) return propagate(client);
    clients.push_back(std::move(*client));
  }
  return slim::portOverApi(std::move(clients), files.key, files.genesis.digest());
}

void measure(const slim::SlimNode& node, telemetry::Registry& registry) {
  const slim::SlimCounters& counters = node.counters();
  auto& pushed = registry.counter("slim_tokenization_events_pushed");
  pushed.Increment(static_cast<double>(counters.applied.load()) - pushed.Value());
  for (const wire::Category category :
       {wire::Category::kMarket, wire::Category::kProperty, wire::Category::kCarbon, wire::Category::kSupply,
        wire::Category::kWeather}) {
    const auto ppm = counters.lastScorePpm[static_cast<std::size_t>(category)].load();
    registry.gauge("slim_data_quality_score", {{"category", std::string(wire::nameOf(category))}})
        .Set(ppm / 1e6);
  }
  for (const telemetry::SourceReading& source : node.sources()) {
    const telemetry::Labels labels = {{"source", source.source}, {"category", source.category}};
    registry.gauge("slim_api_availability_percent", labels)
        .Set(static_cast<double>(source.availabilityPercent));
    registry.gauge("slim_api_call_latency_ms", labels).Set(source.lastLatencyMs);
    const double asked = static_cast<double>(source.cacheHits + source.cacheMisses);
    registry.gauge("slim_cache_hit_ratio", labels)
        .Set(asked == 0 ? 0 : static_cast<double>(source.cacheHits) / asked);
  }
}

gateway::NodeHealth healthOf(const wire::GenesisNode& self, const slim::SlimNode& node) {
  const std::string error = node.lastSendError();
  boost::json::array sources;
  for (const telemetry::SourceReading& source : node.sources())
    sources.push_back(boost::json::object{{"source", source.source},
                                          {"availability_percent", source.availabilityPercent},
                                          {"calls", source.calls},
                                          {"not_asked", source.notAsked},
                                          {"last_error", source.lastError}});
  boost::json::object body{{"status", error.empty() ? "UP" : "DOWN"},
                           {"node", self.name},
                           {"kind", wire::nameOf(self.kind)},
                           {"queued", node.queued()},
                           {"sources", std::move(sources)}};
  if (!error.empty()) body["detail"] = error;
  return {error.empty(), std::move(body)};
}

}  // namespace aurigraph::cluster
