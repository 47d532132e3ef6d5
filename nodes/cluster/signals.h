#pragma once

#include <atomic>
#include <stop_token>
#include <thread>

namespace aurigraph::cluster {

/// SIGTERM and SIGINT as something to wait for instead of something that interrupts. Make it first in
/// main(): threads that start later inherit the blocked signals.
class Signals {
 public:
  Signals();
  ~Signals();
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

  enum class Heard { kTerminate, kParentGone, kTimeout };
  /// Waits for a signal, with `watchStdin` also for the end of standard input (the parent is gone), at
  /// most `milliseconds`; negative: for ever.
  Heard wait(int milliseconds, bool watchStdin = false);

 private:
  int handle_ = -1;
};

/// While something long goes on: what a signal asks for becomes a stop token. Until finish() nobody else
/// waits on `signals`.
class StopOnSignal {
 public:
  explicit StopOnSignal(Signals& signals, bool watchStdin = false);
  ~StopOnSignal() { (void)finish(); }
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;

  [[nodiscard]] std::stop_token token() const { return wanted_.get_token(); }
  /// Listens no longer. What was heard; kTimeout: nothing.
  Signals::Heard finish();

 private:
  std::stop_source wanted_;
  std::atomic<Signals::Heard> heard_{Signals::Heard::kTimeout};
  std::atomic<bool> over_{false};
  std::thread listener_;
};

}  // namespace aurigraph::cluster
