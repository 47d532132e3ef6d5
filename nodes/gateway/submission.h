#pragma once

#include <boost/json/object.hpp>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>

#include "core/base/limits.h"
#include "core/routing/gcra.h"
#include "core/wire/batch.h"
#include "nodes/business/business.h"
#include "nodes/gateway/clock.h"
#include "nodes/gateway/http/http.h"
#include "nodes/gateway/metrics_history.h"
#include "nodes/projection/projection_store.h"
#include "nodes/telemetry/registry.h"

/// The way of signed bytes into the ledger, shared by the doors that take them: POST, prepared commands,
/// stream.
namespace aurigraph::gateway {

constexpr std::size_t kMaxBatchBytes = limits::kBatchHeaderBytes + limits::kBufferBodyBytes;

/// How many operations an author may send, whichever the door. Any thread.
class AuthorLimits {
 public:
  AuthorLimits(routing::Rate rate, Clock now);
  /// Takes the batch's operations. If they are too many: how long until they would be admitted.
  [[nodiscard]] std::optional<Nanoseconds> overRate(const wire::BatchHeader& header);

 private:
  static constexpr std::size_t kMaxAuthors = 65'536;
  Clock now_;
  std::mutex mutex_;  // guards what follows
  routing::KeyedGcra left_;
};

/// What a door needs. Copies are the same; what is referred to outlives them.
struct Submission {
  business::BusinessService& service;
  AuthorLimits& authors;
  telemetry::Registry& registry;
  std::shared_ptr<FinalityWindow> finality;  ///< What streams still tell may come after the gateway's end.
  std::chrono::milliseconds timeout;         ///< How long a submission may wait for its outcome.
  projection::ProjectionStore& store;        ///< What was executed long ago.
};

/// `wait`: true for final, false for committed. Errors: request.bad_wait.
Result<bool> waitForFinal(const Request& request);

/// What became of a batch as blocks tell it; nothing: none here holds it (yet).
Result<std::optional<boost::json::object>> outcomeInBlocks(projection::ProjectionStore& store,
                                                           const Digest& batch);

/// Admits header ‖ body within its author's limit, and answers with its outcome. The same bytes again give
/// the first outcome again. Who waits for *final* in vain is answered with what is known: committed, and a
/// note finality.not_known_yet.
Task<Response> submitBytes(const Submission& submission, Bytes batch, bool final);

}  // namespace aurigraph::gateway
