#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/bytes.h"

namespace aurigraph::ledger {

/// An RFC 6962 tree whose leaves can change: a table's pages. Every level is kept, a lone last node
/// goes up unchanged; what changed is hashed anew along its way to the root and nothing else.
class PageTree {
 public:
  /// Sets or appends (page == size()) a leaf. The tree stands again after update().
  void set(std::uint64_t page, const Digest& leaf);
  /// Hashes the way from these leaves to the root. Takes the list as scratch.
  void update(std::vector<std::uint64_t>& pages);

  [[nodiscard]] std::uint64_t size() const { return levels_.empty() ? 0 : levels_[0].size(); }
  [[nodiscard]] Digest root() const;
  /// Inclusion path of a leaf, bottom-up.
  [[nodiscard]] std::vector<Digest> path(std::uint64_t page) const;
  [[nodiscard]] std::size_t memoryBytes() const;

 private:
  std::vector<std::vector<Digest>> levels_;
};

}  // namespace aurigraph::ledger
