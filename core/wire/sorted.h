#pragma once

#include <algorithm>
#include <functional>
#include <vector>

namespace aurigraph::wire {

/// Strictly ascending by `key`: sorted and without repetition.
template <class Item, class Key = std::identity>
[[nodiscard]] bool strictlySorted(const std::vector<Item>& items, Key key = {}) {
  return std::ranges::adjacent_find(items, [&](const Item& a, const Item& b) {
           return !(std::invoke(key, a) < std::invoke(key, b));
         }) == items.end();
}

}  // namespace aurigraph::wire
