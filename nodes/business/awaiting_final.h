#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <vector>

#include "core/wire/seal.h"
#include "nodes/business/business.h"

namespace aurigraph::business {

/// Who is to be told of one batch; either may be empty.
struct Waiter {
  BusinessService::Answer committed;
  BusinessService::Answer final;
};

/// Who waits for the certificate of what is executed here. Bounded in batches and bytes: the oldest is told
/// then that it is not known yet (docs/decisions/083).
class AwaitingFinal {
 public:
  AwaitingFinal(std::size_t most, std::size_t mostBytes) : most_(most), mostBytes_(mostBytes) {}

  /// Tells that it is executed; and that it is final, now or when its certificate comes.
  void executed(BatchOutcome outcome, std::vector<Waiter> waiters);
  void certified(const wire::Certificate& certificate);
  [[nodiscard]] const std::optional<wire::Certificate>& certificate() const { return certificate_; }

 private:
  struct Entry {
    BatchOutcome outcome;
    std::vector<Waiter> waiters;
    [[nodiscard]] std::size_t sizeBytes() const;
  };
  void answerOldest(bool final);

  std::size_t most_;
  std::size_t mostBytes_;
  std::map<Height, std::deque<Entry>> entries_;
  std::size_t count_ = 0;
  std::size_t bytes_ = 0;
  std::optional<wire::Certificate> certificate_;
};

}  // namespace aurigraph::business
