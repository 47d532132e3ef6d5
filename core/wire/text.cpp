#include "core/wire/text.h"

#include <algorithm>
#include <cstdint>

#include "core/wire/record_io.h"

namespace aurigraph::wire {

bool isCleanText(std::string_view text) {
  const bool controls = std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<std::uint8_t>(c);
    return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
  });
  return !controls && isUtf8(text);
}

std::string asUtf8(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    std::size_t length = std::min<std::size_t>(4, text.size());
    while (length > 1 && !isUtf8(text.substr(0, length))) --length;
    out += isUtf8(text.substr(0, length)) ? text.substr(0, length) : "?";
    text.remove_prefix(length);
  }
  return out;
}

std::string readCleanText(ByteReader& reader, std::size_t maxBytes) {
  std::string text = reader.text(maxBytes);
  if (!isCleanText(text)) reader.markBad();
  return text;
}

}  // namespace aurigraph::wire
