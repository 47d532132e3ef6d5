#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

#include "core/wire/stream_frame.h"
#include "nodes/gateway/http/http.h"

namespace aurigraph::gateway {

/// Answers on their way from the node's thread to a stream's writer. What piles up while the writer is
/// busy goes out in one piece. Answers with contents are bounded by the client's credits, which come back
/// when an answer is written, not when it is known; what follows a commit is a word each, and the node bounds
/// how many wait for one (BusinessOptions::maxAwaitingFinal).
class StreamOutbox : public std::enable_shared_from_this<StreamOutbox> {
 public:
  explicit StreamOutbox(boost::asio::any_io_executor strand);

  /// What is over for a batch with this answer.
  struct Done {
    std::uint64_t creditBytes = 0;  ///< Its credits come back: the bytes it took; 0: not with this answer.
    bool last = false;              ///< No answer follows.
  };
  void add(wire::StreamFrameKind kind, std::uint64_t id, ByteView payload, Done done);  ///< Any thread.
  void close();  ///< From now on answers are dropped. Any thread.

  struct Piece {
    Bytes frames;
    std::uint32_t creditBatches = 0;
    std::uint64_t creditBytes = 0;
    std::uint64_t lastAnswers = 0;
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
