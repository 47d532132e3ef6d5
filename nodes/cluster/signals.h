#pragma once

#include <optional>

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

}  // namespace aurigraph::cluster
