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

std::string readCleanText(ByteReader& reader, std::size_t maxBytes) {
  std::string text = reader.text(maxBytes);
  if (!isCleanText(text)) reader.markBad();
  return text;
}

}  // namespace aurigraph::wire
