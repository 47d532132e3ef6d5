#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <utility>

#include "core/base/types.h"

namespace aurigraph::gateway {

/// Operations that were done and wait for their certificate, by block. Certificates may stall for long:
/// beyond kMostBlocks the newest blocks are counted as one, which becomes final with the last of them.
class Uncertified {
 public:
  static constexpr std::size_t kMostBlocks = 65'536;

  void executed(Height height, std::uint64_t operations) {
    if (blocks_.size() < kMostBlocks)
      blocks_.emplace_back(height, operations);
    else
      blocks_.back() = {height, blocks_.back().second + operations};
  }

  /// How many operations a certificate of that height makes final.
  std::uint64_t certified(Height height) {
    std::uint64_t out = 0;
    for (; !blocks_.empty() && blocks_.front().first <= height; blocks_.pop_front())
      out += blocks_.front().second;
    return out;
  }

  [[nodiscard]] std::size_t blocks() const { return blocks_.size(); }

 private:
  std::deque<std::pair<Height, std::uint64_t>> blocks_;
};

}  // namespace aurigraph::gateway
