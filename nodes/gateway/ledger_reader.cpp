#include "nodes/gateway/ledger_reader.h"

namespace aurigraph::gateway {

namespace {

constexpr std::chrono::milliseconds kStatusTimeout{2'000};

}  // namespace

Task<Result<replica::ReplicaStatus>> LedgerReader::status() const {
  std::function<void(std::function<void(replica::ReplicaStatus)>)> start =
      [service = service_](std::function<void(replica::ReplicaStatus)> done) {
        service->status(std::move(done));
      };
  auto status = co_await callbackOr<replica::ReplicaStatus>(std::move(start), kStatusTimeout);
  if (!status)
    co_return fail("gateway.timeout", "The node did not answer in time.", "Try again in a moment.");
  co_return std::move(*status);
}

}  // namespace aurigraph::gateway
