#pragma once

#include <algorithm>
#include <string_view>

#include "core/wire/name.h"

namespace aurigraph::audit {

/// Says nothing.
[[nodiscard]] inline bool blank(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
}

/// The organisations are known, and they are one; they are known, and two.
[[nodiscard]] inline bool workTogether(std::string_view one, std::string_view another) {
  return !one.empty() && !another.empty() && wire::readAlike(one, another);
}
[[nodiscard]] inline bool workApart(std::string_view one, std::string_view another) {
  return !one.empty() && !another.empty() && !wire::readAlike(one, another);
}

}  // namespace aurigraph::audit
