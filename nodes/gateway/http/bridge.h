#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "nodes/gateway/http/http.h"

namespace aurigraph::gateway {

/// From callbacks of other threads to coroutines: runs `start` with a callback, suspends, and resumes on
/// the coroutine's own strand with what the callback was given. Empty when `timeout` ended first; a
/// callback that comes later, or twice, is dropped.
template <class T>
Task<std::optional<T>> callbackOr(std::function<void(std::function<void(T)>)> start,
                                  std::chrono::milliseconds timeout) {
  auto executor = co_await boost::asio::this_coro::executor;
  struct Shared {
    explicit Shared(const boost::asio::any_io_executor& on) : timer(on) {}
    boost::asio::steady_timer timer;
    std::optional<T> value;
    bool done = false;
  };
  auto shared = std::make_shared<Shared>(executor);
  shared->timer.expires_after(timeout);
  // The callback only posts; everything in Shared is touched on this coroutine's strand.
  start([shared, executor](T value) {
    boost::asio::post(executor, [shared, value = std::move(value)]() mutable {
      if (shared->done) return;
      shared->done = true;
      shared->value = std::move(value);
      shared->timer.cancel();
    });
  });
  if (!shared->done) co_await shared->timer.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
  shared->done = true;
  co_return std::move(shared->value);
}

}  // namespace aurigraph::gateway
