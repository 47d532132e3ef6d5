#pragma once

#include <string>
#include <string_view>

#include "core/base/byte_io.h"

namespace aurigraph::wire {

/// Whether bytes may stand where a person reads: UTF-8 without control characters other than newline
/// and tab, so that a name cannot forge a line of a log or hide the one beside it.
[[nodiscard]] bool isCleanText(std::string_view text);

/// What is no UTF-8 in it becomes '?': for JSON, whose message shows a part of what somebody sent and may
/// have cut it inside a character.
[[nodiscard]] std::string asUtf8(std::string_view text);

/// A text of at most `maxBytes`; anything but clean text makes the reader fail.
[[nodiscard]] std::string readCleanText(ByteReader& reader, std::size_t maxBytes);

}  // namespace aurigraph::wire
