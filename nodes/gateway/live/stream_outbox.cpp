#include "nodes/gateway/live/stream_outbox.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace aurigraph::gateway {

StreamOutbox::StreamOutbox(boost::asio::any_io_executor strand)
    : strand_(std::move(strand)), timer_(strand_) {}

void StreamOutbox::add(wire::StreamFrameKind kind, std::uint64_t id, ByteView payload, Done done) {
  const auto head = wire::encode(wire::StreamFrameHead{kind, static_cast<std::uint32_t>(payload.size()), id});
  const std::lock_guard lock(mutex_);
  if (closed_) return;
  piece_.frames.insert(piece_.frames.end(), head.begin(), head.end());
  piece_.frames.insert(piece_.frames.end(), payload.begin(), payload.end());
  piece_.creditBatches += done.creditBytes == 0 ? 0 : 1;
  piece_.creditBytes += done.creditBytes;
  piece_.lastAnswers += done.last ? 1 : 0;
  if (std::exchange(posted_, true)) return;
  boost::asio::post(strand_, [self = shared_from_this()] { self->wake(); });
}

void StreamOutbox::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
}

StreamOutbox::Piece StreamOutbox::take() {
  const std::lock_guard lock(mutex_);
  posted_ = false;
  return std::exchange(piece_, {});
}

void StreamOutbox::wake() {
  woken_ = true;
  timer_.cancel();
}

Task<void> StreamOutbox::changed() {
  if (!woken_) {
    timer_.expires_at(boost::asio::steady_timer::time_point::max());
    co_await timer_.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
  }
  woken_ = false;
}

}  // namespace aurigraph::gateway
