#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <cstddef>
#include <thread>
#include <vector>

namespace aurigraph::runtime {

/// Threads for what serves people and is no node's turn: gateways, API ports. Apart from the reactors, so
/// that rendering a page never delays a vote. Shared by the nodes of a process.
class ServiceThreads {
 public:
  explicit ServiceThreads(std::size_t threads);
  ~ServiceThreads();  ///< stop()
  ServiceThreads(const ServiceThreads&) = delete;
  ServiceThreads& operator=(const ServiceThreads&) = delete;

  [[nodiscard]] boost::asio::io_context& io() { return io_; }
  /// Ends the threads; what runs on them must have been stopped before.
  void stop();

 private:
  boost::asio::io_context io_;
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> guard_;
  std::vector<std::thread> threads_;
};

}  // namespace aurigraph::runtime
