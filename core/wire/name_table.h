#pragma once

#include <cstdint>
#include <span>

namespace aurigraph::wire {

/// What Unicode 15.0.0 says of the characters that names may hold. Pinned to protocol version 1:
/// name_table.py writes it, and says how. All lists ascend.
struct NameTable {
  struct Range {
    char32_t first;
    char32_t last;
  };
  struct Marks {
    char32_t first;
    char32_t last;
    std::uint8_t order;  ///< Canonical combining class. 0: keeps its place.
  };
  /// A character becomes a text, already decomposed.
  struct Mapping {
    char32_t from;
    std::uint16_t at;  ///< In `texts`.
    std::uint16_t size;
  };

  std::span<const Range> allowed;
  std::span<const Marks> marks;
  std::span<const char32_t> texts;
  std::span<const Mapping> decomposed;  ///< Whole, but for the syllables of Hangul.
  std::span<const Mapping> folded;      ///< Of decomposed characters: full case folding.
  std::span<const Mapping> looks;       ///< Of decomposed characters: what a glance takes them for.
};

[[nodiscard]] const NameTable& nameTable();

}  // namespace aurigraph::wire
