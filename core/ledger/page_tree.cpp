#include "core/ledger/page_tree.h"

#include <algorithm>

#include "core/base/assert.h"
#include "core/crypto/merkle.h"
#include "core/crypto/sha256.h"

namespace aurigraph::ledger {

void PageTree::set(std::uint64_t page, const Digest& leaf) {
  if (levels_.empty()) levels_.emplace_back();
  auto& leaves = levels_[0];
  // Pages may come out of order within one checkpoint; update() is told of every one.
  if (page >= leaves.size()) leaves.resize(page + 1);
  leaves[page] = leaf;
}

void PageTree::update(std::vector<std::uint64_t>& pages) {
  std::ranges::sort(pages);
  for (std::size_t level = 0; level < levels_.size() && levels_[level].size() > 1; ++level) {
    if (level + 1 == levels_.size()) levels_.emplace_back();
    const auto& below = levels_[level];
    auto& above = levels_[level + 1];
    above.resize((below.size() + 1) / 2);
    for (auto& page : pages) page /= 2;
    pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
    for (const std::uint64_t at : pages)
      above[at] =
          2 * at + 1 < below.size() ? crypto::nodeHash(below[2 * at], below[2 * at + 1]) : below[2 * at];
  }
}

Digest PageTree::root() const {
  if (levels_.empty()) return crypto::sha256({});
  AG_ASSERT(levels_.back().size() == 1);
  return levels_.back()[0];
}

std::vector<Digest> PageTree::path(std::uint64_t page) const {
  AG_ASSERT(page < size());
  std::vector<Digest> out;
  for (const auto& level : levels_) {
    const std::uint64_t sibling = page ^ 1U;
    if (sibling < level.size()) out.push_back(level[sibling]);
    page /= 2;
  }
  return out;
}

std::size_t PageTree::memoryBytes() const {
  std::size_t sum = 0;
  for (const auto& level : levels_) sum += level.capacity() * sizeof(Digest);
  return sum;
}

}  // namespace aurigraph::ledger
