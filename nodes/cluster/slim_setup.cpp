#include "nodes/cluster/slim_setup.h"

#include "nodes/cluster/cluster_folder.h"
#include "nodes/link/certificate_authority.h"
#include "nodes/mapping/property/property_common.h"
#include "nodes/providers/simulator.h"
#include "nodes/slim/simulated_sources.h"

namespace aurigraph::cluster {
namespace {

using std::chrono::milliseconds;

// The critical bounds of SPEC §4 for what ages in seconds; the rest as often as it can change.
constexpr milliseconds kMarketEvery{5'000};
constexpr milliseconds kShipmentEvery{30'000};
constexpr milliseconds kWeatherEvery{60'000};
constexpr milliseconds kPriceEvery{300'000};
constexpr milliseconds kRegistryEvery{600'000};
// What waits for a person is not asked again while the person thinks.
constexpr milliseconds kDoubtfulEvery{24 * 3'600'000};
// A valuation is compared with the licensed aggregator's, so that one is asked first.
constexpr milliseconds kAfterTheAggregator{500};
/// One that is to be found wrong by that comparison waits until it surely has been.
constexpr milliseconds kWellAfterTheAggregator{1'500};

slim::Poll ask(std::string path, milliseconds every, std::string body = {}, milliseconds first = {}) {
  slim::Poll poll;
  poll.query.path = std::move(path);
  poll.query.body = std::move(body);
  poll.every = every;
  poll.first = first;
  return poll;
}

/// What each source is asked, by its name: the questions of the demo's story, and those whose answers a
/// reviewer has to judge.
std::map<std::string, std::vector<slim::Poll>> pollsOf(const providers::DemoWorld& world) {
  const std::string detail = "/propertyapi/v1.0.0/attomavm/detail?fips=" + world.fips + "&apn=";
  const std::string county = "/v1/parcels/" + world.fips + "/";
  const std::string project = "{\"resourceIdentifier\":\"" + world.verraProject + "\"}";
  return {
      {"alpaca",
       {ask("/v2/stocks/" + world.symbol + "/snapshot", kMarketEvery),
        ask("/v2/stocks/" + world.oddSymbol + "/snapshot", kDoubtfulEvery)}},
      {"attom", {ask(detail + world.apn, kRegistryEvery), ask(detail + world.disputedApn, kDoubtfulEvery)}},
      {"county-title",
       {ask(county + world.apn, kRegistryEvery, {}, kAfterTheAggregator),
        ask(county + world.oldApn, kDoubtfulEvery, {}, kAfterTheAggregator),
        ask(county + world.disputedApn, kDoubtfulEvery, {}, kWellAfterTheAggregator)}},
      {"verra",
       {ask("/uiapi/resource/resource/search", kRegistryEvery, project),
        ask("/uiapi/asset/asset/search", kRegistryEvery, project)}},
      {"gold-standard",
       {ask("/projects?query=" + world.gsProject + "&page=1&size=25", kRegistryEvery),
        ask("/credits?query=" + world.gsProject + "&page=1&size=25", kRegistryEvery)}},
      {"carbon-price",
       {ask("/prices?class=forestry", kPriceEvery),
        ask("/prices?class=" + world.listedClass, kDoubtfulEvery)}},
      {"epcis", {ask("/epcs/" + world.sscc + "/events", kShipmentEvery)}},
      {"carrier",
       {ask("/epcs/" + world.badSscc + "/events", kRegistryEvery),
        ask("/epcs/" + world.openSscc + "/events", kDoubtfulEvery)}},
      {"open-meteo",
       {ask("/v1/forecast?latitude=39.75&longitude=-105.0&current=temperature_2m", kWeatherEvery)}},
      {"nws",
       {ask("/stations/" + world.station + "/observations/latest", kWeatherEvery),
        ask("/stations/" + world.quietStation + "/observations/latest", kDoubtfulEvery)}},
  };
}

/// Every category from the provider simulator: what a deployment would configure for its own assets.
std::vector<slim::SourceSetup> sourcesOf(const NodeConfig& config, const SlimFiles& files,
                                         const providers::DemoWorld& world) {
  slim::SourceCredentials credentials;
  for (const auto& [provider, all] : providers::defaultCredentials(config.providersSeed))
    for (const auto& one : all) credentials[provider].emplace_back(one.header, one.value);
  auto sources =
      slim::simulatedSources(config.providersUrl, files.authorityPem, files.providerPin, credentials);
  auto polls = pollsOf(world);
  for (auto& setup : sources)
    setup.polls = std::move(polls[setup.source.name.empty() ? setup.source.provider : setup.source.name]);
  return sources;
}

}  // namespace

Result<slim::SlimConfig> slimConfigOf(const NodeConfig& config, const SlimFiles& files) {
  if (files.genesis.ruleSets.empty())
    return fail("genesis.bad_rule_set", "The genesis holds no rule set.", "Make the cluster's folder anew.");
  auto rules = quality::decodeRuleSet(files.genesis.ruleSets.back());
  if (!rules) return passOn(rules);
  slim::SlimConfig out(files.key);
  out.dataFolder = config.dataFolder();
  out.genesis = files.genesis.digest();
  out.rules = std::move(*rules);
  out.evidenceOnSecondNode = !config.gateways.empty();
  if (config.providersUrl.empty()) return out;
  const providers::DemoWorld world = providers::demoWorld(config.providersSeed);
  out.sources = sourcesOf(config, files, world);
  out.facts.push_back({"", {"spv_owner_hash", mapping::ownerNameHash(world.ownerName)}});
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
    if (!client) return passOn(client);
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
