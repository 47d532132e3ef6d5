#pragma once

#include <compare>
#include <cstddef>
#include <functional>

namespace aurigraph {

/// An integer with a meaning: two of different meaning cannot be mixed up or compared.
/// `Tag` is never defined; it only makes the type distinct.
template <class Tag, class Rep>
struct Strong {
  using Representation = Rep;
  Rep value{};

  constexpr Strong() = default;
  constexpr explicit Strong(Rep initial) : value(initial) {}

  constexpr auto operator<=>(const Strong&) const = default;

  /// The next one. For ids and positions that count upwards.
  [[nodiscard]] constexpr Strong next() const { return Strong(static_cast<Rep>(value + 1)); }
};

}  // namespace aurigraph

template <class Tag, class Rep>
struct std::hash<aurigraph::Strong<Tag, Rep>> {
  std::size_t operator()(const aurigraph::Strong<Tag, Rep>& id) const noexcept {
    return std::hash<Rep>{}(id.value);
  }
};
