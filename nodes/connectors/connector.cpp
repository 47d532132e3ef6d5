#include "nodes/connectors/connector.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <mutex>
#include <optional>
#include <random>
#include <thread>

#include "core/crypto/sha256.h"
#include "nodes/connectors/pacing.h"
#include "nodes/http/http_client.h"

namespace aurigraph::connectors {
namespace {

constexpr std::int64_t kNanosPerSecond = 1'000'000'000;
constexpr std::int64_t kPauseSliceNanos = 50'000'000;
/// How far past its bound a cached answer may still stand in for a failing source: ρ = 4, where freshness is
/// 0.
constexpr std::int64_t kStaleFactor = 4;

std::string lowered(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

wire::Origin originOf(const http::HttpAnswer& answer, bool simulated) {
  if (answer.origin == wire::nameOf(wire::Origin::kReplayed)) return wire::Origin::kReplayed;
  if (simulated || !answer.origin.empty()) return wire::Origin::kSimulated;
  return wire::Origin::kReal;
}

/// Nothing: a usable answer (2xx of the right type, or 304).
std::optional<Error> judge(const std::string& source, const rules::ProviderPreset& preset,
                           const http::HttpAnswer& answer) {
  const std::string who = "\"" + source + "\"";
  const auto error = [&](std::string_view code, const std::string& words, const std::string& remedy) {
    return Error{code, who + " " + words, remedy};
  };
  const std::string status = std::to_string(answer.status);
  if (answer.status == 304) return std::nullopt;
  if (answer.status == 429)
    return error("source.rate_limited", "says that we call too often.", "Lower this source's budget.");
  if (answer.status >= 500)
    return error("source.server_error", "failed with status " + status + ".", "Wait for the next attempt.");
  if (answer.status == 401 || answer.status == 403)
    return error("source.key_refused", "refuses our key (status " + status + ").",
                 "Check this source's credentials.");
  if (answer.status == 404 || answer.status == 410)
    return error("source.not_found", "has nothing there (status " + status + ").",
                 "Check what was asked for.");
  if (answer.status >= 300 && answer.status < 400)
    return error("source.redirected", "sends us elsewhere, which is not followed.",
                 "Set the source's new address.");
  if (answer.status < 200 || answer.status >= 300)
    return error("source.refused", "refuses the call with status " + status + ".",
                 "Check what was asked for.");
  const auto& types = preset.contentTypes;
  if (!types.empty() && std::find(types.begin(), types.end(), answer.contentType) == types.end())
    return error(
        "source.wrong_content_type",
        "answered with \"" + answer.contentType + "\" and status " + status + ", which is not its data.",
        "Look at the address: a page in place of data often means that the service has moved.");
  return std::nullopt;
}

bool mayRetry(const Error& error) {
  return error.code == "source.rate_limited" || error.code == "source.server_error" ||
         http::isTransient(error);
}

/// Says something about the source's health; the others are about what we asked.
bool countsAsFailure(const Error& error) {
  return error.code != "source.not_found" && error.code != "source.refused" && error.code != "http.cancelled";
}

}  // namespace

Nanoseconds cacheBound(wire::Category category) {
  switch (category) {
    case wire::Category::kMarket:
      return Nanoseconds(5 * kNanosPerSecond);
    case wire::Category::kProperty:
      return Nanoseconds(3'600 * kNanosPerSecond);
    case wire::Category::kCarbon:
      return Nanoseconds(300 * kNanosPerSecond);
    case wire::Category::kSupply:
      return Nanoseconds(30 * kNanosPerSecond);
    case wire::Category::kWeather:
      return Nanoseconds(60 * kNanosPerSecond);
  }
  return Nanoseconds(0);
}

ConnectorEnvironment systemEnvironment(std::function<bool()> stopping) {
  ConnectorEnvironment out;
  out.now = [] {
    return Nanoseconds(std::chrono::duration_cast<std::chrono::nanoseconds>(
                           std::chrono::system_clock::now().time_since_epoch())
                           .count());
  };
  out.random = [] {
    static thread_local std::mt19937_64 engine{std::random_device{}()};
    return engine();
  };
  out.pause = [stopping = std::move(stopping)](Nanoseconds duration) {
    std::int64_t left = duration.value;
    while (left > 0 && !stopping()) {
      const std::int64_t slice = std::min(left, kPauseSliceNanos);
      std::this_thread::sleep_for(std::chrono::nanoseconds(slice));
      left -= slice;
    }
    return !stopping();
  };
  return out;
}

struct Connector::State {
  SourceConfig config;
  rules::ProviderPreset preset;
  std::unique_ptr<http::HttpClient> client;
  std::shared_ptr<L1Cache> cache;
  ConnectorEnvironment around;
  CallBudgets budgets{{}};
  RetryBudget retryBudget;
  CircuitBreaker breaker;
  ConnectorCounters counters;

  using Outcome = Result<std::pair<RawAnswerRef, wire::CacheState>>;
  std::mutex mutex;
  std::map<std::string, std::shared_future<Outcome>> underWay;

  State(SourceConfig sourceConfig, rules::ProviderPreset itsPreset)
      : config(std::move(sourceConfig)), preset(std::move(itsPreset)), budgets(preset.budgets) {}

  [[nodiscard]] std::string keyOf(const Query& query) const {
    return config.name + '\n' + query.path + '\n' + query.body;
  }
  Outcome ask(const Query& query, const RawAnswerRef& known);
  Outcome askOnce(const Query& query, const RawAnswerRef& known, std::int64_t& retryAfterNanos);
  Outcome askTogether(const Query& query, const RawAnswerRef& known);
  Status waitForBudget();
};

Status Connector::State::waitForBudget() {
  std::int64_t waited = 0;
  for (;;) {
    const Nanoseconds wait = budgets.take(around.now());
    if (wait.value == 0) return {};
    waited += wait.value;
    if (waited > kMostBudgetWaitNanos)
      return fail("source.budget_exhausted", "The call budget of \"" + config.name + "\" is used up.",
                  "Wait, or enter a larger contract's budget into the source's preset.");
    if (!around.pause(wait)) return fail("source.stopping", "The node is stopping.", "Start it again.");
  }
}

Connector::State::Outcome Connector::State::askOnce(const Query& query, const RawAnswerRef& known,
                                                    std::int64_t& retryAfterNanos) {
  if (const auto admitted = waitForBudget(); !admitted) return propagate(admitted);
  if (!breaker.admit(around.now()))
    return fail("source.breaker_open",
                "\"" + config.name + "\" failed too often and is left alone for a while.",
                "Wait; it is tried again by itself.");
  ++counters.calls;
  auto answer = client->call({query.path, query.body, known ? known->etag : ""});
  const auto refusal = answer ? judge(config.name, preset, *answer) : std::optional<Error>(answer.error());
  breaker.report(!refusal || !countsAsFailure(*refusal), around.now());
  if (answer) {
    const auto latency = static_cast<std::uint64_t>(answer->receivedAt.value - answer->requestedAt.value);
    counters.lastLatencyNanos = latency;
    counters.totalLatencyNanos += latency;
    if (answer->retryAfterSeconds)
      retryAfterNanos = static_cast<std::int64_t>(*answer->retryAfterSeconds) * kNanosPerSecond;
  }
  if (refusal) {
    ++counters.failures;
    return tl::unexpected<Error>(*refusal);
  }
  const Nanoseconds spoken(answer->receivedAt.value - http::ageOnArrival(*answer).value);
  auto kept = std::make_shared<RawAnswer>();
  const bool same = answer->status == 304 && known != nullptr;
  if (same) *kept = *known;
  if (answer->status == 304 && !same)
    return fail("source.refused", "\"" + config.name + "\" says that nothing changed, but we hold nothing.",
                "Ask without the cache.");
  if (!same) {
    kept->body = std::move(answer->body);
    kept->contentType = answer->contentType;
    kept->etag = answer->etag;
    kept->origin = originOf(*answer, config.simulated);
  }
  kept->pinned = answer->pinned;
  kept->retrievedAt = spoken;
  std::int64_t fresh = cacheBound(preset.category).value;
  if (answer->maxAgeSeconds)
    fresh = std::min(fresh, static_cast<std::int64_t>(*answer->maxAgeSeconds) * kNanosPerSecond);
  kept->freshUntil = Nanoseconds(spoken.value + fresh);
  return std::pair<RawAnswerRef, wire::CacheState>(
      kept, same ? wire::CacheState::kRevalidated : wire::CacheState::kMiss);
}

Connector::State::Outcome Connector::State::ask(const Query& query, const RawAnswerRef& known) {
  retryBudget.countCall();
  for (std::uint32_t attempt = 0;; ++attempt) {
    std::int64_t retryAfterNanos = -1;
    auto outcome = askOnce(query, known, retryAfterNanos);
    if (outcome || attempt >= kMaxRetries || !mayRetry(outcome.error()) || !retryBudget.takeRetry())
      return outcome;
    ++counters.retries;
    if (!around.pause(retryDelay(attempt, around.random(), retryAfterNanos)))
      return fail("source.stopping", "The node is stopping.", "Start it again.");
  }
}

/// Single flight: whoever asks the same meanwhile gets the same answer.
Connector::State::Outcome Connector::State::askTogether(const Query& query, const RawAnswerRef& known) {
  const std::string key = keyOf(query);
  std::promise<Outcome> promise;
  {
    std::unique_lock lock(mutex);
    if (const auto found = underWay.find(key); found != underWay.end()) {
      const auto shared = found->second;
      lock.unlock();
      return shared.get();
    }
    underWay[key] = promise.get_future().share();
  }
  Outcome outcome = ask(query, known);
  if (outcome) cache->put(key, outcome->first);
  {
    const std::lock_guard lock(mutex);
    underWay.erase(key);
  }
  promise.set_value(outcome);
  return outcome;
}

Result<std::unique_ptr<Connector>> Connector::create(SourceConfig config, std::shared_ptr<L1Cache> cache,
                                                     ConnectorEnvironment environment) {
  auto preset = rules::shippedPreset(config.provider);
  if (!preset) return propagate(preset);
  if (config.name.empty()) config.name = config.provider;
  if (!config.baseUrl.empty()) preset->baseUrl = config.baseUrl;
  if (config.withoutKey) preset->keyHeaders.clear();
  if (config.tier) preset->tier = *config.tier;
  http::HttpOptions options;
  options.baseUrl = preset->baseUrl;
  options.trustedPem = config.trustedPem;
  options.pins = config.pins;
  options.connectTimeoutMs = preset->connectTimeoutMs;
  options.totalTimeoutMs = preset->totalTimeoutMs;
  options.maxAnswerBytes = preset->maxAnswerBytes;
  options.headers = config.credentials;
  for (const std::string& needed : preset->keyHeaders) {
    const bool given = std::any_of(
        config.credentials.begin(), config.credentials.end(),
        [&](const auto& pair) { return lowered(pair.first) == lowered(needed) && !pair.second.empty(); });
    if (!given)
      return fail("source.key_missing",
                  "\"" + preset->name + "\" needs a value for its header " + needed + ".",
                  "Enter the provider's key into the source's credentials.");
  }
  const std::string_view agent = preset->constant("user_agent");
  options.headers.emplace_back("User-Agent", agent.empty() ? "Aurigraph/1" : std::string(agent));
  options.cancelled = [pause = environment.pause] { return !pause(Nanoseconds(0)); };
  auto client = http::HttpClient::create(std::move(options));
  if (!client) return propagate(client);
  auto state = std::make_unique<State>(std::move(config), std::move(*preset));
  state->client = std::move(*client);
  state->cache = std::move(cache);
  state->around = std::move(environment);
  return std::unique_ptr<Connector>(new Connector(std::move(state)));
}

Connector::Connector(std::unique_ptr<State> state) : state_(std::move(state)) {}
Connector::~Connector() = default;

Result<Fetched> Connector::fetch(const Query& query) {
  State& state = *state_;
  const RawAnswerRef known = query.bypassCache ? nullptr : state.cache->find(state.keyOf(query));
  State::Outcome outcome = std::pair<RawAnswerRef, wire::CacheState>(known, wire::CacheState::kHit);
  if (known && state.around.now() < known->freshUntil) {
    ++state.counters.cacheHits;
  } else {
    ++state.counters.cacheMisses;
    outcome = state.askTogether(query, known);
    if (outcome && outcome->second == wire::CacheState::kRevalidated) ++state.counters.revalidated;
    const std::int64_t longest = kStaleFactor * cacheBound(state.preset.category).value;
    if (!outcome && query.allowStale && known &&
        state.around.now().value < known->retrievedAt.value + longest)
      outcome = std::pair<RawAnswerRef, wire::CacheState>(known, wire::CacheState::kStaleIfError);
  }
  if (!outcome) return propagate(outcome);
  Fetched fetched;
  fetched.answer = outcome->first;
  fetched.rawDigest = crypto::sha256(fetched.answer->body);
  fetched.transport.allowedHostOverTls = true;  // HttpClient gives no answer without it
  fetched.transport.pinnedKey = fetched.answer->pinned;
  fetched.transport.authenticatedSession = !state.preset.keyHeaders.empty();
  fetched.transport.cacheState = outcome->second;
  return fetched;
}

void Connector::reportUnreadable(const Query& query) {
  ++state_->counters.failures;
  state_->cache->erase(state_->keyOf(query));
  state_->breaker.report(false, state_->around.now());
}

const std::string& Connector::name() const {
  return state_->config.name;
}
const rules::ProviderPreset& Connector::preset() const {
  return state_->preset;
}
const ConnectorCounters& Connector::counters() const {
  return state_->counters;
}
std::uint32_t Connector::availabilityPercent() const {
  return state_->breaker.availabilityPercent();
}
std::uint32_t Connector::budgetRemaining() const {
  return state_->budgets.remaining(state_->around.now());
}

}  // namespace aurigraph::connectors
