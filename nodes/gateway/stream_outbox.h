#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

#include "core/wire/stream_frame.h"
#include "nodes/gateway/http.h"

namespace aurigraph::gateway {

/// Answers on their way from the node's thread to a stream's writer. What piles up while the writer is
/// busy goes out in one piece. It is bounded by the client's credits: they come back when an answer is
/// written, not when it is known.
class StreamOutbox : public std::enable_shared_from_this<StreamOutbox> {
 public:
  explicit StreamOutbox(boost::asio::any_io_executor strand);

  /// Any thread. `bytes` of the batch whose last answer this is; 0: another one follows.
  void add(wire::StreamFrameKind kind, std::uint64_t id, ByteView payload, std::uint64_t bytesDone = 0);
  void close();  ///< From now on answers are dropped. Any thread.

  struct Piece {
    Bytes frames;
    std::uint32_t batchesDone = 0;
    std::uint64_t bytesDone = 0;
  };
  // On the strand.
  [[nodiscard]] Piece take();
  Task<void> changed();  ///< Returns when something was added or wake() was called since it returned last.
  void wake();

 private:
  boost::asio::any_io_executor strand_;
  boost::asio::steady_timer timer_;
  bool woken_ = false;  // on the strand

  std::mutex mutex_;  // guards what follows
  Piece piece_;
  bool posted_ = false;
  bool closed_ = false;
};

}  // namespace aurigraph::gateway
