#include "nodes/runtime/reactor.h"

#include <pthread.h>

#include <chrono>
#include <string>

namespace aurigraph::runtime {
namespace {

using SteadyClock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kTick{10};
const SteadyClock::time_point kProcessStart = SteadyClock::now();

SteadyClock::time_point timeOf(Tick tick) {
  return kProcessStart + (tick.value == 0 ? 0 : tick.value - 1) * kTick;
}

}  // namespace

Tick steadyTick() {
  return Tick(static_cast<std::uint64_t>((SteadyClock::now() - kProcessStart) / kTick) + 1);
}

Reactor::Reactor(std::size_t number) : guard_(context_.get_executor()), alarm_(context_) {
  thread_ = std::thread([this, number] {
    pthread_setname_np(pthread_self(), ("reactor " + std::to_string(number)).substr(0, 15).c_str());
    context_.run();
  });
}

Reactor::~Reactor() {
  stop();
}

void Reactor::stop() {
  guard_.reset();
  context_.stop();
  if (thread_.joinable()) thread_.join();
}

void Reactor::at(Tick at, std::function<void()> due) {
  timers_.emplace(at, std::move(due));
  arm();
}

void Reactor::arm() {
  if (timers_.empty()) return;
  const Tick next = timers_.begin()->first;
  if (armedFor_ != Tick() && armedFor_ <= next) return;
  armedFor_ = next;
  alarm_.expires_at(timeOf(next));
  alarm_.async_wait([this](const boost::system::error_code& error) {
    if (!error) fire();
  });
}

void Reactor::fire() {
  armedFor_ = Tick();
  const Tick now = steadyTick();
  // What a timer sets anew for "now" waits for the next round, so that no actor can hold the reactor.
  std::multimap<Tick, std::function<void()>> due;
  while (!timers_.empty() && timers_.begin()->first <= now) due.insert(timers_.extract(timers_.begin()));
  for (auto& [at, call] : due) call();
  arm();
}

}  // namespace aurigraph::runtime
