#pragma once

#include <string>
#include <string_view>

#include "core/base/byte_io.h"

namespace aurigraph::wire {

/// Whether bytes may stand where a person reads: UTF-8 without control characters other than newline and
/// tab, without what turns the direction, what nobody sees (zero-width, soft hyphen, variation selectors,
/// tags) and what is no character, so that a text cannot forge a line of a log, hide the one beside it, or
/// differ from another without a visible difference.
[[nodiscard]] bool isCleanText(std::string_view text);

/// The first character of UTF-8 (isUtf8) that is not empty; `text` is what follows it.
[[nodiscard]] char32_t takeCharacter(std::string_view& text);
void appendCharacter(std::string& text, char32_t character);

/// What is no UTF-8 in it becomes '?': for JSON, whose message shows a part of what somebody sent and may
/// have cut it inside a character.
[[nodiscard]] std::string asUtf8(std::string_view text);

/// A text of at most `maxBytes`; anything but clean text makes the reader fail.
[[nodiscard]] std::string readCleanText(ByteReader& reader, std::size_t maxBytes);

}  // namespace aurigraph::wire
