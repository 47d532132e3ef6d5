#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

/// What a child process tells whoever looks after it, on its standard output (docs/formats/cluster.md): that
/// it has its ports, once, and when it must not go on one line of JSON with the error's members.
namespace aurigraph::cluster {

/// The node has its ports and answers on them, though it may not be healthy yet. With the line's end.
inline constexpr std::string_view kStartedWord = "{\"started\":true}\n";

/// With the line's end.
[[nodiscard]] std::string lastWord(const Error& why);

/// The last whole line of `said` that is such a word; nothing if there is none.
[[nodiscard]] std::optional<Error> parseLastWord(std::string_view said);

}  // namespace aurigraph::cluster
