#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/wire/record.h"
#include "nodes/connectors/l1_cache.h"
#include "nodes/rules/provider_preset.h"

/// One provider, ready to be asked: preset + HTTPS client + pacing + cache (R-PIPE-1…3). It gives raw
/// answers with what was proven about their way; making records of them is `map()` (mappers/mapper.h).
namespace aurigraph::connectors {

/// A deployment's word about a source: everything that is not in the preset.
struct SourceConfig {
  std::string name;          ///< What we call it; empty: the provider's name.
  std::string provider;      ///< Preset's name.
  std::string baseUrl;       ///< Empty: the preset's.
  std::string trustedPem;    ///< Empty: the system's authorities.
  std::vector<Digest> pins;  ///< Empty: not pinned (and no points for it).
  std::vector<std::pair<std::string, std::string>>
      credentials;  ///< By header; all of the preset's key headers.
  bool withoutKey =
      false;  ///< This instance takes no key where others of its kind do: no points for a session.
  std::optional<wire::SourceTier> tier;  ///< How far this instance is trusted, where not as the preset says.
  bool simulated = false;                ///< It is a simulator even if its answers forget to say so.
};

/// One question. `context` is what the answer will not repeat (MapContext::request).
struct Query {
  std::string path;  ///< "/v2/stocks/VOO/snapshot"
  std::string body;  ///< Not empty: a search by POST.
  std::map<std::string, std::string> context;
  bool bypassCache = false;  ///< For mint, retire and claim reads.
  bool allowStale = false;   ///< A cached answer past its time may stand in for a failing source (cap R).
};

struct Fetched {
  RawAnswerRef answer;
  Digest rawDigest;                ///< SHA-256 of answer->body.
  wire::TransportFacts transport;  ///< What was really proven on this call.
};

/// What surrounds a connector. `pause` waits and answers false when the program wants to stop.
struct ConnectorEnvironment {
  std::function<Nanoseconds()> now;
  std::function<std::uint64_t()> random;
  std::function<bool(Nanoseconds)> pause;
};
/// Clock, entropy and sleep of the machine; `stopping` is asked while it waits.
[[nodiscard]] ConnectorEnvironment systemEnvironment(std::function<bool()> stopping);

struct ConnectorCounters {
  std::atomic<std::uint64_t> calls{0};     ///< Attempts over the network.
  std::atomic<std::uint64_t> failures{0};  ///< Of them without a usable answer.
  std::atomic<std::uint64_t> retries{0};
  std::atomic<std::uint64_t> cacheHits{0};
  std::atomic<std::uint64_t> cacheMisses{0};
  std::atomic<std::uint64_t> revalidated{0};
  std::atomic<std::uint64_t> lastLatencyNanos{0};
  std::atomic<std::uint64_t> totalLatencyNanos{0};
};

class Connector {
 public:
  /// A call waits at most this long for the budget before it is refused.
  static constexpr std::int64_t kMostBudgetWaitNanos = std::int64_t{5} * 1'000'000'000;

  /// Errors: source.key_missing, http.bad_base_url, provider.unknown, preset.malformed.
  static Result<std::unique_ptr<Connector>> create(SourceConfig config, std::shared_ptr<L1Cache> cache,
                                                   ConnectorEnvironment environment);
  ~Connector();

  /// Blocks; any thread. The same question under way twice is asked once.
  /// Errors: source.budget_exhausted, source.breaker_open, source.stopping, source.rate_limited,
  /// source.server_error, source.key_refused, source.not_found, source.refused, source.redirected,
  /// source.wrong_content_type, and those of HttpClient::call.
  Result<Fetched> fetch(const Query& query);
  /// The answer could not be read (truncated, unknown shape): counts against the source, and is forgotten.
  void reportUnreadable(const Query& query);

  [[nodiscard]] const std::string& name() const;
  [[nodiscard]] const rules::ProviderPreset& preset() const;
  [[nodiscard]] const ConnectorCounters& counters() const;
  [[nodiscard]] std::uint32_t availabilityPercent() const;
  [[nodiscard]] std::uint32_t budgetRemaining() const;

 private:
  struct State;
  explicit Connector(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// How long an answer of a category may be given out from memory as fresh (SPEC §4).
[[nodiscard]] Nanoseconds cacheBound(wire::Category category);

}  // namespace aurigraph::connectors
