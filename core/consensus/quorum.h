#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "core/base/assert.h"
#include "core/base/faults.h"
#include "core/base/limits.h"
#include "core/base/types.h"

namespace aurigraph::consensus {

/// A place where the simulator makes quorums wrong on purpose; its checks must notice.
inline constexpr FaultId kFaultSmallMajority{32};  ///< One vote less than a majority is enough.

/// The k-th largest of the values, the largest being the first. They are left in another order.
template <class T>
[[nodiscard]] T kthLargest(std::span<T> values, std::size_t k) {
  AG_ASSERT(k >= 1 && k <= values.size());
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(k - 1);
  std::nth_element(values.begin(), at, values.end(), std::greater());
  return *at;
}

/// What decides among the voters of one set: the only place where a majority is counted. Any two majorities
/// of a set share a voter, and everything that Raft promises rests on that. Pure: what each voter has said
/// or reached is asked of the caller.
class Quorum {
 public:
  /// `voters`: sorted, unique, 1…limits::kMaxValidators.
  explicit Quorum(std::vector<NodeId> voters, Faults faults = {});

  [[nodiscard]] const std::vector<NodeId>& voters() const { return voters_; }
  [[nodiscard]] bool contains(NodeId node) const;

  /// How many voters decide.
  [[nodiscard]] std::size_t majority() const {
    return voters_.size() / 2 + (faults_(kFaultSmallMajority) ? 0 : 1);
  }
  /// One voter decides: there is nobody to wait for.
  [[nodiscard]] bool decidesAlone() const { return majority() == 1; }
  /// How many voters may be wrong at once: f = ⌊(n − 1) / 2⌋.
  [[nodiscard]] std::size_t wrongOnes() const { return (voters_.size() - 1) / 2; }

  /// Whether those for whom `said(voter)` is true are a majority.
  template <class Said>
  [[nodiscard]] bool hasMajority(Said said) const {
    return static_cast<std::size_t>(std::ranges::count_if(voters_, said)) >= majority();
  }
  /// Whether a majority is among these nodes; others and repetitions do not count.
  [[nodiscard]] bool hasMajority(const std::vector<NodeId>& nodes) const;

  /// The greatest value that a majority has reached, when `of(voter)` says what each has: the majority-th
  /// largest.
  template <class Of>
  [[nodiscard]] auto reached(Of of) const {
    std::array<decltype(of(NodeId())), limits::kMaxValidators> values;  // asked often: no allocation
    std::ranges::transform(voters_, values.begin(), of);
    return kthLargest(std::span(values).first(voters_.size()), majority());
  }

 private:
  std::vector<NodeId> voters_;
  Faults faults_;
};

}  // namespace aurigraph::consensus
