#include "nodes/providers/simulator.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>

#include "nodes/providers/answers.h"

namespace aurigraph::providers {
namespace {

using std::chrono::milliseconds;

constexpr std::int64_t kStaleBySeconds = std::int64_t{400} * 86'400;

struct Provider {
  std::string_view name;
  SimulatedBudget budget;  ///< The real provider's, or what a polite client keeps to.
  HttpReply (*answer)(const Ask&);
};

const std::array<Provider, 10> kProviders = {{
    {"alpaca", {200, milliseconds(60'000)}, answerAlpaca},
    {"attom", {5, milliseconds(1'000)}, answerAttom},
    {"county-title", {10, milliseconds(1'000)}, answerCountyTitle},
    {"verra", {2, milliseconds(1'000)}, answerVerra},
    {"gold-standard", {2, milliseconds(1'000)}, answerGoldStandard},
    {"carbon-price", {2, milliseconds(1'000)}, answerCarbonPrice},
    {"epcis", {150, milliseconds(1'000)}, answerEpcis},
    {"carrier", {150, milliseconds(1'000)}, answerCarrier},
    {"open-meteo", {600, milliseconds(60'000)}, answerOpenMeteo},
    {"nws", {10, milliseconds(1'000)}, answerNws},
}};

constexpr std::array<std::pair<Fault, std::string_view>, 11> kFaultNames = {{
    {Fault::kNone, "none"},
    {Fault::kLatency, "latency"},
    {Fault::kRateLimited, "rate-limited"},
    {Fault::kServerError, "server-error"},
    {Fault::kStale, "stale"},
    {Fault::kTruncated, "truncated"},
    {Fault::kDropped, "dropped"},
    {Fault::kWrongUnits, "wrong-units"},
    {Fault::kContradictory, "contradictory"},
    {Fault::kDuplicates, "duplicates"},
    {Fault::kHtml, "html"},
}};

const Provider* findProvider(std::string_view name) {
  const auto found =
      std::find_if(kProviders.begin(), kProviders.end(), [&](const Provider& p) { return p.name == name; });
  return found == kProviders.end() ? nullptr : &*found;
}

Nanoseconds systemClock() {
  return Nanoseconds(std::chrono::duration_cast<std::chrono::nanoseconds>(
                         std::chrono::system_clock::now().time_since_epoch())
                         .count());
}

HttpReply refused(unsigned status, std::string words) {
  HttpReply reply = json("{\"message\": \"" + words + "\"}");
  reply.status = status;
  return reply;
}

std::string lowered(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

/// GS1 key 00: extension digit and serial without its check digit, as an EPC URN.
std::string ssccUrn(std::uint64_t serial, char extension = '1') {
  return std::string("urn:epc:id:sscc:4012345.") + extension + std::to_string(serial);
}

std::string apnOf(std::uint64_t seed, std::string_view book, std::string_view page) {
  return "0" + std::to_string(draw(seed, book, 1'000, 9'999)) + "-04-0" +
         std::to_string(draw(seed, page, 10, 99)) + "-000";
}

}  // namespace

DemoWorld demoWorld(std::uint64_t seed) {
  DemoWorld world;
  world.fips = "08031";
  world.apn = apnOf(seed, "book", "page");
  world.ownerName = "WINONA COURT HOLDINGS LLC";
  world.verraProject = std::to_string(draw(seed, "verra", 1'000, 4'999));
  world.gsProject = std::to_string(draw(seed, "gs", 1'000, 9'999));
  const std::uint64_t series = draw(seed, "series", 10'000, 18'000);
  world.verraBlocks = {
      {std::to_string(series), draw(seed, "first", 100'000'000, 400'000'000), 6'000},
      {std::to_string(series + 1), draw(seed, "second", 500'000'000, 900'000'000), 4'000},
  };
  world.sscc = ssccUrn(draw(seed, "sscc", 100'000'000, 499'999'999));
  world.badSscc = ssccUrn(draw(seed, "bad-sscc", 500'000'000, 999'999'999));
  world.symbol = "VOO";
  world.station = "KDEN";
  // Other blocks of the recorder's map, so that no seed makes two of them the same parcel.
  world.oldApn = "1" + apnOf(seed, "old-book", "old-page").substr(1);
  world.disputedApn = "2" + apnOf(seed, "disputed-book", "disputed-page").substr(1);
  world.openSscc = ssccUrn(draw(seed, "open-sscc", 100'000'000, 999'999'999), '2');
  world.quietStation = "KBKF";
  world.oddSymbol = "VNQ";
  world.listedClass = "renewable";
  return world;
}

std::map<std::string, std::vector<Credential>> defaultCredentials(std::uint64_t seed) {
  const auto key = [&](std::string_view of) {
    return std::to_string(draw(seed, of, 100'000'000, 999'999'999));
  };
  return {
      {"alpaca",
       {{"APCA-API-KEY-ID", "PK" + key("alpaca-id")}, {"APCA-API-SECRET-KEY", key("alpaca-secret")}}},
      {"attom", {{"apikey", key("attom-key")}}},
      {"county-title", {{"X-Api-Key", key("county-key")}}},
      {"epcis", {{"Authorization", "Bearer " + key("epcis-key")}}},
  };
}

struct Simulator::State {
  SimulatorOptions options;
  DemoWorld world;
  std::unique_ptr<HttpsServer> server;

  mutable std::mutex mutex;
  std::map<std::string, FaultPlan> faults;
  std::map<std::string, std::uint64_t> requests;
  std::map<std::string, std::chrono::steady_clock::time_point>
      nextAllowed;  // GCRA's "theoretical arrival time"

  HttpReply handle(const HttpRequest& request);
  Fault takeFault(const std::string& provider, milliseconds& latency);
  std::optional<milliseconds> overBudget(const std::string& provider, const SimulatedBudget& budget);
};

/// Nothing: admitted. Else: how long to wait.
std::optional<milliseconds> Simulator::State::overBudget(const std::string& provider,
                                                         const SimulatedBudget& budget) {
  if (budget.calls == 0) return std::nullopt;
  const auto now = std::chrono::steady_clock::now();
  const auto interval = std::chrono::nanoseconds(budget.window) / budget.calls;
  const auto tolerance = interval * (budget.calls - 1);
  auto& arrival = nextAllowed[provider];
  if (arrival > now + tolerance) return std::chrono::ceil<milliseconds>(arrival - tolerance - now);
  arrival = std::max(arrival, now) + interval;
  return std::nullopt;
}

Fault Simulator::State::takeFault(const std::string& provider, milliseconds& latency) {
  const auto found = faults.find(provider);
  if (found == faults.end()) return Fault::kNone;
  const Fault fault = found->second.fault;
  latency = found->second.latency;
  if (found->second.times != 0 && --found->second.times == 0) faults.erase(found);
  return fault;
}

HttpReply Simulator::State::handle(const HttpRequest& request) {
  const auto end = std::min(request.path.find('/', 1), request.path.size());
  const std::string name = request.path.substr(1, end - 1);
  const Provider* provider = request.path.starts_with("/") ? findProvider(name) : nullptr;
  if (provider == nullptr) return notFound("no such provider");

  milliseconds latency{0};
  Fault fault;
  {
    const std::lock_guard lock(mutex);
    ++requests[name];
    for (const Credential& credential : options.credentials[name])
      if (request.header(lowered(credential.header)) != credential.value)
        return refused(401, "The key is missing or wrong.");
    if (name == "nws" && request.header("user-agent").empty())
      return refused(403, "A User-Agent is required.");
    const auto own = options.budgets.find(name);
    if (const auto wait = overBudget(name, own == options.budgets.end() ? provider->budget : own->second)) {
      HttpReply reply = refused(429, "Too many requests.");
      reply.headers = {{"Retry-After", std::to_string((wait->count() + 999) / 1'000)}};
      return reply;
    }
    fault = takeFault(name, latency);
  }

  if (fault == Fault::kRateLimited) {
    HttpReply reply = refused(429, "Too many requests.");
    reply.headers = {{"Retry-After", "1"}};
    return reply;
  }
  if (fault == Fault::kServerError) return refused(503, "Service unavailable.");
  if (fault == Fault::kHtml) {
    HttpReply reply = json("<!DOCTYPE html><html><body><h1>We have moved</h1></body></html>");
    reply.contentType = "text/html; charset=utf-8";
    return reply;
  }

  Nanoseconds now = options.clock ? options.clock() : systemClock();
  if (fault == Fault::kStale) now = before(now, kStaleBySeconds);
  const Ask ask{request, std::string_view(request.path).substr(end), now, fault, world, options.seed};
  HttpReply reply = provider->answer(ask);
  if (fault == Fault::kLatency) reply.delay = latency;
  if (fault == Fault::kTruncated) reply.body.resize(reply.body.size() * 2 / 3);
  if (fault == Fault::kDropped) reply.sendBytes = reply.body.size() / 2;
  return reply;
}

Result<std::unique_ptr<Simulator>> Simulator::start(SimulatorOptions options) {
  auto state = std::make_unique<State>();
  state->world = demoWorld(options.seed);
  for (auto& [provider, credentials] : defaultCredentials(options.seed))
    options.credentials.try_emplace(provider, credentials);
  state->options = std::move(options);
  auto server = HttpsServer::start(state->options.server, [raw = state.get()](const HttpRequest& request) {
    HttpReply reply = raw->handle(request);
    reply.headers.emplace_back(kOriginHeader, "SIMULATED");
    return reply;
  });
  if (!server) return propagate(server);
  state->server = std::move(*server);
  return std::unique_ptr<Simulator>(new Simulator(std::move(state)));
}

Simulator::Simulator(std::unique_ptr<State> state) : state_(std::move(state)) {}
Simulator::~Simulator() {
  state_->server.reset();  // its thread reads the rest of the state
}

std::uint16_t Simulator::port() const {
  return state_->server->port();
}
std::string Simulator::baseUrl(std::string_view provider) const {
  return "https://localhost:" + std::to_string(port()) + "/" + std::string(provider);
}
const DemoWorld& Simulator::world() const {
  return state_->world;
}

void Simulator::setFault(const std::string& provider, FaultPlan plan) {
  const std::lock_guard lock(state_->mutex);
  state_->faults[provider] = plan;
}
void Simulator::clearFaults() {
  const std::lock_guard lock(state_->mutex);
  state_->faults.clear();
}
std::uint64_t Simulator::requests(const std::string& provider) const {
  const std::lock_guard lock(state_->mutex);
  const auto found = state_->requests.find(provider);
  return found == state_->requests.end() ? 0 : found->second;
}

std::string_view nameOf(Fault fault) {
  for (const auto& [value, name] : kFaultNames)
    if (value == fault) return name;
  return "none";
}
Result<Fault> faultFromName(std::string_view name) {
  for (const auto& [value, known] : kFaultNames)
    if (known == name) return value;
  return fail(
      "simulator.unknown_fault", "There is no fault called \"" + std::string(name) + "\".",
      "Use latency, rate-limited, server-error, stale, truncated, dropped, wrong-units, contradictory, "
      "duplicates or html.");
}

}  // namespace aurigraph::providers
