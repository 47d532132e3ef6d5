#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/types.h"
#include "nodes/providers/server.h"

/// The provider simulator (R-PIPE-5). Every provider answers under a path of its own name:
/// `https://host:port/attom/propertyapi/v1.0.0/attomavm/detail?…`, so a connector needs only another base
/// URL. "carrier" is a second EPCIS source without a key. Keys and budgets are enforced as the real ones do.
/// Answers depend on seed, clock and fault alone.
namespace aurigraph::providers {

inline constexpr std::string_view kOriginHeader = "X-Aurigraph-Origin";

/// What may go wrong with a route.
enum class Fault : std::uint8_t {
  kNone,
  kLatency,        ///< The answer waits for FaultPlan::latency.
  kRateLimited,    ///< 429 with Retry-After: 1.
  kServerError,    ///< 503.
  kStale,          ///< Times of observation lie far behind, and the answer says so.
  kTruncated,      ///< Whole by its length, but the JSON ends in the middle.
  kDropped,        ///< The connection breaks in the middle of the answer.
  kWrongUnits,     ///< Units other than declared.
  kContradictory,  ///< Fields that contradict each other: low above high, count unlike its range.
  kDuplicates,     ///< Every item twice.
  kHtml,           ///< An HTML page with status 200.
};

struct FaultPlan {
  Fault fault = Fault::kNone;
  std::uint32_t times = 0;  ///< So many requests, then no more; 0: until cleared.
  std::chrono::milliseconds latency{2'000};
};

/// At most `calls` within `window`, beginning with a full burst.
struct SimulatedBudget {
  std::uint32_t calls = 0;  ///< 0: no budget.
  std::chrono::milliseconds window{1'000};
};

/// What a provider wants to see before it answers.
struct Credential {
  std::string header;  ///< "apikey"
  std::string value;
};

struct SimulatorOptions {
  ServerOptions server;
  std::uint64_t seed = 1;  ///< Changes prices, serials, parcels, ids; never a demo record's score.
  std::function<Nanoseconds()> clock;                          ///< Empty: the system's.
  std::map<std::string, std::vector<Credential>> credentials;  ///< By provider; absent: defaultCredentials().
  std::map<std::string, SimulatedBudget> budgets;  ///< By provider; absent: the real provider's own.
};

/// Credits of one issued block: first … first + count − 1.
struct CreditBlock {
  std::string series;
  std::uint64_t first = 0;
  std::uint64_t count = 0;
};

/// Things of the demo's story, so that whoever asks knows what to ask for. A function of the seed.
struct DemoWorld {
  std::string fips, apn;                 ///< The parcel: $500,000.
  std::string ownerName;                 ///< The company that holds the title.
  std::string verraProject, gsProject;   ///< Carbon projects.
  std::vector<CreditBlock> verraBlocks;  ///< The project's blocks: 10,000 credits together.
  std::string sscc;                      ///< The shipment of 100,000 units in range.
  std::string badSscc;                   ///< The shipment whose record is refused; at "carrier".
  std::string symbol;                    ///< "VOO"
  std::string station;                   ///< NWS station.

  // What a reviewer has to look at, each for a reason of its own.
  std::string oldApn;        ///< A parcel in the same county whose appraisal is 60 days old.
  std::string disputedApn;   ///< A parcel that its county values far above everybody else.
  std::string openSscc;      ///< A shipment of which only a carrier's open page speaks; at "carrier".
  std::string quietStation;  ///< An NWS station that last reported 100 minutes ago.
  std::string oddSymbol;     ///< A fund whose snapshot contradicts its own day.
  std::string listedClass;   ///< A project class whose listed price has neither quote nor volume.
};
[[nodiscard]] DemoWorld demoWorld(std::uint64_t seed);

/// Keys of the simulated providers; keyless ones have none.
[[nodiscard]] std::map<std::string, std::vector<Credential>> defaultCredentials(std::uint64_t seed);

class Simulator {
 public:
  /// Errors: those of HttpsServer::start.
  static Result<std::unique_ptr<Simulator>> start(SimulatorOptions options);
  ~Simulator();

  [[nodiscard]] std::uint16_t port() const;
  /// "https://localhost:PORT/attom"
  [[nodiscard]] std::string baseUrl(std::string_view provider) const;
  [[nodiscard]] const DemoWorld& world() const;

  // Control; any thread.
  void setFault(const std::string& provider, FaultPlan plan);
  void clearFaults();
  /// Requests that came for a provider, refused ones included.
  [[nodiscard]] std::uint64_t requests(const std::string& provider) const;

 private:
  struct State;
  explicit Simulator(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

[[nodiscard]] std::string_view nameOf(Fault fault);                // "rate-limited"
[[nodiscard]] Result<Fault> faultFromName(std::string_view name);  // simulator.unknown_fault

}  // namespace aurigraph::providers
