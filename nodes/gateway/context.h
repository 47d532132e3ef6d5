#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "core/ledger/ledger.h"
#include "nodes/gateway/access.h"
#include "nodes/gateway/gateway.h"
#include "nodes/gateway/http/bridge.h"
#include "nodes/gateway/live/event_hub.h"
#include "nodes/gateway/metrics_history.h"
#include "nodes/gateway/ready_gate.h"
#include "nodes/gateway/views/record_original.h"
#include "nodes/gateway/views/service_levels.h"
#include "nodes/projection/projection.h"
#include "nodes/telemetry/consensus_metrics.h"

namespace aurigraph::gateway {

/// Operations per second over the last whole second.
class RateMeter {
 public:
  void add(std::uint64_t count, std::int64_t second);
  [[nodiscard]] double at(std::int64_t second);

 private:
  void turn(std::int64_t second);
  std::mutex mutex_;
  std::int64_t second_ = 0;
  std::uint64_t current_ = 0;
  std::uint64_t last_ = 0;
};

/// What the route files share. One per gateway; outlives every handler.
struct Context {
  GatewayOptions options;
  GatewayParts parts;
  Bytes genesisBytes;
  Digest genesis;
  std::unique_ptr<projection::Projection> projection;
  std::unique_ptr<ReadyGate> gate;
  std::unique_ptr<SignIn> signIn;
  std::unique_ptr<EventHub> events;
  RateMeter rate;
  std::unique_ptr<telemetry::ConsensusMetrics> consensus;
  ServiceLevels serviceLevels;
  OriginalFacts originals;
  std::shared_ptr<FinalityWindow> finality;  ///< What streams still tell may come after the gateway's end.
  MetricsHistory metrics;
  std::unique_ptr<AddressBudgets> budgets;
  std::mutex limitMutex;  // guards the limit
  std::optional<routing::KeyedGcra> authors;

  [[nodiscard]] projection::ProjectionStore& store() const { return projection->store(); }
  [[nodiscard]] Nanoseconds now() const { return options.wallClock(); }
};

/// All nodes of the cluster as last read; empty if nobody reads them. This one is as healthy as its health.
std::vector<telemetry::NodeReading> readNodes(const Context& context, const replica::ReplicaStatus& own);

/// Runs `look` on the replica's turn and gives what it found. `look` copies, it never renders.
/// Errors: gateway.timeout, and those of `look`.
template <class T>
Task<Result<T>> readLedger(Context& context, std::function<Result<T>(const ledger::Ledger&)> look) {
  std::function<void(std::function<void(Result<T>)>)> start =
      [&context, look = std::move(look)](std::function<void(Result<T>)> done) {
        context.parts.service->withLedger(
            [look, done = std::move(done)](const ledger::Ledger& ledger) { done(look(ledger)); });
      };
  auto found = co_await callbackOr<Result<T>>(std::move(start), context.options.patience);
  if (!found)
    co_return fail("gateway.timeout", "The ledger did not answer in time.", "Try again in a moment.");
  co_return std::move(*found);
}

/// `limit` and `cursor` of a list. Errors: query.bad_limit, query.bad_cursor.
struct PageRequest {
  std::uint64_t cursor = 0;
  std::size_t limit = 50;
};
Result<PageRequest> pageOf(const Request& request);

/// A whole number of a parameter. Errors: query.bad_number.
Result<std::uint64_t> numberOf(std::string_view text, std::uint64_t max = UINT64_MAX);

/// `category` of a list; empty: any. Errors: query.bad_category.
Result<std::optional<wire::Category>> categoryIn(const Request& request);

/// A token by symbol or number. Errors: query.unknown_token.
Result<TokenId> findToken(const ledger::Ledger& ledger, std::string_view symbolOrId);

/// A JSON object from a body. Errors: request.bad_json.
Result<boost::json::object> jsonBody(const Request& request);
/// Members of it. Errors: request.bad_field (says which and why).
Result<std::string> textField(const boost::json::object& object, std::string_view name, std::size_t maxBytes);
Result<std::uint64_t> numberField(const boost::json::object& object, std::string_view name, std::uint64_t max,
                                  std::optional<std::uint64_t> fallback = std::nullopt);
template <class Fixed>
Result<Fixed> hexField(const boost::json::object& object, std::string_view name) {
  auto text = textField(object, name, Fixed::kSizeBytes * 2);
  if (!text) return passOn(text);
  auto value = fixedFromHex<Fixed>(*text);
  if (!value)
    return fail("request.bad_field", "'" + std::string(name) + "': " + value.error().message,
                value.error().remedy);
  return value;
}

// One per file of routes/.
void addStatusRoutes(Router& router, Context& context);
void addAuthRoutes(Router& router, Context& context);
void addLedgerRoutes(Router& router, Context& context);
void addRegisterRoutes(Router& router, Context& context);
void addRecordRoutes(Router& router, Context& context);
void addWayRoutes(Router& router, Context& context);
void addReviewRoutes(Router& router, Context& context);
void addChainRoutes(Router& router, Context& context);
void addTransactionRoutes(Router& router, Context& context);
void addContractRoutes(Router& router, Context& context);
void addStreamRoutes(Router& router, Context& context);
void addEvidenceRoutes(Router& router, Context& context);
void addEventRoutes(Router& router, Context& context);
void addPipelineRoutes(Router& router, Context& context);

}  // namespace aurigraph::gateway
