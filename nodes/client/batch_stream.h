#pragma once

#include <cstddef>
#include <functional>
#include <memory>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/wire/stream_frame.h"
#include "nodes/client/client.h"

namespace aurigraph::client {

/// What became of a batch. Called on the stream's own thread; must not block. `committed` once, then `final`
/// or `unproven` once; or `refused` once in place of all. What is committed is never told as refused.
struct BatchAnswers {
  std::function<void(const wire::StreamCommitted&)> committed;
  std::function<void()> final;
  std::function<void(const Error&)> refused;
  /// Committed, and nobody waits any longer for its certificate: not the gateway, or not this stream.
  std::function<void(const Error&)> unproven = {};
};

struct BatchStreamOptions {
  ClientOptions gateway;  ///< `timeout` bounds connecting.
  /// Handed over and neither committed nor refused; beyond, send() refuses. More than the gateway's credits
  /// only wait here.
  std::size_t maxWaiting = 4'096;
  /// Committed and not final, with their bytes; beyond, the oldest are told unproven. Apart from the
  /// others, so that certificates that do not come stop nobody from sending.
  std::size_t maxAwaitingFinal = 4'096;
  std::chrono::milliseconds firstPause{20};     ///< Before connecting again; doubles …
  std::chrono::milliseconds longestPause{500};  ///< … up to this.
};

/// The batch stream of one gateway (docs/formats/gateway.md): many signed batches under way at once, each
/// answered when it is committed and when it is final. Keeps within the gateway's credits. A lost
/// connection is made again and what has no last answer is sent again, the very same bytes (R-LED-6);
/// so are batches refused for the moment only (node.busy, node.recovering, cluster.no_leader,
/// gateway.draining). Owns one
/// thread.
class BatchStream {
 public:
  /// Connects in the background. Errors: client.bad_options.
  static Result<std::unique_ptr<BatchStream>> open(BatchStreamOptions options);
  /// What has no answer is refused with client.stream_closed: it may or may not be executed. What is
  /// committed is told unproven.
  ~BatchStream();

  /// Any thread; never blocks. `batch`: header ‖ body, unchanged until its last answer.
  /// Errors: client.stream_full.
  Status send(std::shared_ptr<const Bytes> batch, BatchAnswers answers);

  struct Figures {
    std::uint64_t connections = 0;  ///< Made so far.
    std::uint64_t sentAgain = 0;    ///< Batches.
  };
  [[nodiscard]] Figures figures() const;

 private:
  struct State;
  explicit BatchStream(std::shared_ptr<State> state);
  std::shared_ptr<State> state_;
};

}  // namespace aurigraph::client
