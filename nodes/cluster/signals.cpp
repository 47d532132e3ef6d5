#include "nodes/cluster/signals.h"

#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "core/base/assert.h"

namespace aurigraph::cluster {
namespace {

/// How often a listener looks whether it is still wanted.
constexpr int kListenMilliseconds = 20;

}  // namespace

Signals::Signals() {
  sigset_t wanted;
  sigemptyset(&wanted);
  sigaddset(&wanted, SIGTERM);
  sigaddset(&wanted, SIGINT);
  pthread_sigmask(SIG_BLOCK, &wanted, nullptr);
  signal(SIGPIPE, SIG_IGN);  // a peer that went away is an error code, not the end of us
  handle_ = ::signalfd(-1, &wanted, SFD_CLOEXEC);
  AG_ASSERT(handle_ >= 0);
}

Signals::~Signals() {
  ::close(handle_);
}

Signals::Heard Signals::wait(int milliseconds, bool watchStdin) {
  for (;;) {
    pollfd watched[2] = {{handle_, POLLIN, 0}, {watchStdin ? STDIN_FILENO : -1, POLLIN, 0}};
    const int ready = ::poll(watched, 2, milliseconds);
    if (ready == 0) return Heard::kTimeout;
    if (ready < 0) continue;
    if (watched[0].revents != 0) {
      signalfd_siginfo facts;
      if (::read(handle_, &facts, sizeof facts) == sizeof facts) return Heard::kTerminate;
    }
    if (watched[1].revents != 0) {
      char ignored[256];
      if (::read(STDIN_FILENO, ignored, sizeof ignored) <= 0) return Heard::kParentGone;
    }
  }
}

StopOnSignal::StopOnSignal(Signals& signals, bool watchStdin)
    : listener_([this, &signals, watchStdin] {
        while (!over_ && heard_ == Signals::Heard::kTimeout)
          heard_ = signals.wait(kListenMilliseconds, watchStdin);
        if (heard_ != Signals::Heard::kTimeout) wanted_.request_stop();
      }) {}

Signals::Heard StopOnSignal::finish() {
  over_ = true;
  if (listener_.joinable()) listener_.join();
  return heard_;
}

}  // namespace aurigraph::cluster
