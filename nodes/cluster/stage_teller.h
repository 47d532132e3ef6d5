#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "nodes/cluster/start_progress.h"

namespace aurigraph::cluster {

/// Tells the stages of one start to whoever listens: in their order, each ended before the next begins, none
/// again after it ended. What is said out of turn is not passed on: a validator that was ready may fall back
/// while the gateway is waited for, and a start may plan anew when a port is taken. One thread.
class StageTeller {
 public:
  explicit StageTeller(std::function<void(const StartProgress&)> listener = {})
      : listener_(std::move(listener)) {}

  void tell(StartProgress at) {
    if (finished_ || (last_ && at.stage < last_->stage)) return;
    if (last_ && at.stage == last_->stage) {
      if (last_->done == last_->total) return;
      at.done = std::min(std::max(at.done, last_->done), at.total);
      return pass(at);
    }
    if (last_ && last_->done != last_->total) pass({last_->stage, last_->total, last_->total});
    pass(at);
  }

  /// Nothing more is told: the start is over.
  void finish() { finished_ = true; }

 private:
  void pass(const StartProgress& at) {
    last_ = at;
    if (listener_) listener_(at);
  }

  std::function<void(const StartProgress&)> listener_;
  std::optional<StartProgress> last_;
  bool finished_ = false;
};

}  // namespace aurigraph::cluster
