#pragma once

#include <chrono>
#include <functional>
#include <utility>

#include "core/ledger/ledger.h"
#include "nodes/business/business.h"
#include "nodes/gateway/http/bridge.h"

namespace aurigraph::gateway {

/// A look at the node's ledger, on the replica's turn. Copies of it are the same; the node outlives them.
class LedgerReader {
 public:
  LedgerReader(business::BusinessService& service, std::chrono::milliseconds timeout)
      : service_(&service), timeout_(timeout) {}

  /// What `look` found. It runs on the replica's turn: it copies, it never renders.
  /// Errors: gateway.timeout, and those of `look`.
  template <class T>
  Task<Result<T>> read(std::function<Result<T>(const ledger::Ledger&)> look) const {
    std::function<void(std::function<void(Result<T>)>)> start =
        [service = service_, look = std::move(look)](std::function<void(Result<T>)> done) {
          service->withLedger(
              [look, done = std::move(done)](const ledger::Ledger& ledger) { done(look(ledger)); });
        };
    auto found = co_await callbackOr<Result<T>>(std::move(start), timeout_);
    if (!found)
      co_return fail("gateway.timeout", "The ledger did not answer in time.", "Try again in a moment.");
    co_return std::move(*found);
  }

  /// How the replica stands. Errors: gateway.timeout, after two seconds.
  Task<Result<replica::ReplicaStatus>> status() const;

 private:
  business::BusinessService* service_;
  std::chrono::milliseconds timeout_;
};

}  // namespace aurigraph::gateway
