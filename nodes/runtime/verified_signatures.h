#pragma once

#include <cstddef>
#include <mutex>
#include <unordered_set>
#include <vector>

#include "core/base/bytes.h"

namespace aurigraph::runtime {

/// Batch headers whose signature this node has checked and found good, by the header's digest, which covers
/// author, body root and signature: the verdict is a function of those bytes alone. A business node sees
/// every batch that it admits a second time, in its block; one Ed25519 check in five is saved. Bad ones are
/// not remembered. Any thread.
class VerifiedSignatures {
 public:
  explicit VerifiedSignatures(std::size_t most = 4'096) : ring_(most) {}

  [[nodiscard]] bool contains(const Digest& header) const {
    const std::lock_guard lock(mutex_);
    return known_.contains(header);
  }
  void add(const Digest& header) {
    const std::lock_guard lock(mutex_);
    if (!known_.insert(header).second) return;
    Digest& place = ring_[next_++ % ring_.size()];
    if (next_ > ring_.size()) known_.erase(place);
    place = header;
  }

 private:
  mutable std::mutex mutex_;
  std::unordered_set<Digest> known_;
  std::vector<Digest> ring_;  ///< The oldest is forgotten first.
  std::size_t next_ = 0;
};

}  // namespace aurigraph::runtime
