#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <map>
#include <thread>

#include "core/base/types.h"

namespace aurigraph::runtime {

/// Consensus's only time: ticks of 10 ms of the steady clock, counted from 1 at the process's start.
Tick steadyTick();

/// One thread, one io_context, and the timers of the actors that are pinned to it.
class Reactor {
 public:
  explicit Reactor(std::size_t number);
  ~Reactor();  ///< stop()

  [[nodiscard]] boost::asio::io_context& context() { return context_; }
  [[nodiscard]] bool isThisThread() { return context_.get_executor().running_in_this_thread(); }

  /// Calls `due` when steadyTick() >= at, in order of `at`. On this reactor's thread only.
  void at(Tick at, std::function<void()> due);

  void stop();

 private:
  void arm();
  void fire();

  boost::asio::io_context context_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> guard_;
  boost::asio::steady_timer alarm_;
  std::multimap<Tick, std::function<void()>> timers_;
  Tick armedFor_;  ///< 0: not armed.
  std::thread thread_;
};

}  // namespace aurigraph::runtime
