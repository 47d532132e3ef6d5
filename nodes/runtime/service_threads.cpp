#include "nodes/runtime/service_threads.h"

#include <pthread.h>

namespace aurigraph::runtime {

ServiceThreads::ServiceThreads(std::size_t threads)
    : io_(static_cast<int>(threads)), guard_(boost::asio::make_work_guard(io_)) {
  for (std::size_t made = 0; made < threads; ++made)
    threads_.emplace_back([this] {
      pthread_setname_np(pthread_self(), "services");
      io_.run();
    });
}

ServiceThreads::~ServiceThreads() {
  stop();
}

void ServiceThreads::stop() {
  guard_.reset();
  io_.stop();
  for (auto& thread : threads_)
    if (thread.joinable()) thread.join();
}

}  // namespace aurigraph::runtime
