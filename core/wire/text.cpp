#include "core/wire/text.h"

#include <algorithm>
#include <cstdint>

#include "core/wire/record_io.h"

namespace aurigraph::wire {

namespace {

struct Range {
  char32_t first;
  char32_t last;
};
/// Unicode 15.0.0: Cc but newline and tab, Default_Ignorable_Code_Point, Bidi_Control, Zl, Zp, the marks of
/// interlinear annotation; of noncharacters those that are not the last two of a plane.
constexpr Range kUnclean[] = {
    {0x00, 0x08},       {0x0B, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},       {0x34F, 0x34F},
    {0x61C, 0x61C},     {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F},   {0x200B, 0x200F},
    {0x2028, 0x202E},   {0x2060, 0x206F}, {0x3164, 0x3164}, {0xFDD0, 0xFDEF},   {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A},
    {0xE0000, 0xE0FFF},
};

bool isClean(char32_t character) {
  const bool endsPlane = (character & 0xFFFE) == 0xFFFE;
  const auto* range = std::ranges::lower_bound(kUnclean, character, {}, &Range::last);
  return !endsPlane && (range == std::end(kUnclean) || character < range->first);
}

}  // namespace

bool isCleanText(std::string_view text) {
  if (!isUtf8(text)) return false;
  while (!text.empty())
    if (!isClean(takeCharacter(text))) return false;
  return true;
}

char32_t takeCharacter(std::string_view& text) {
  const auto first = static_cast<std::uint8_t>(text.front());
  const std::size_t length = first < 0x80 ? 1 : (first < 0xE0 ? 2 : (first < 0xF0 ? 3 : 4));
  char32_t out = length == 1 ? first : first & (0x7FU >> length);
  for (std::size_t at = 1; at < length; ++at)
    out = (out << 6) | (static_cast<std::uint8_t>(text[at]) & 0x3FU);
  text.remove_prefix(length);
  return out;
}

void appendCharacter(std::string& text, char32_t character) {
  const auto tail = [&](int shift) { text += static_cast<char>(0x80U | ((character >> shift) & 0x3FU)); };
  if (character < 0x80) {
    text += static_cast<char>(character);
  } else if (character < 0x800) {
    text += static_cast<char>(0xC0U | (character >> 6));
    tail(0);
  } else if (character < 0x10000) {
    text += static_cast<char>(0xE0U | (character >> 12));
    tail(6);
    tail(0);
  } else {
    text += static_cast<char>(0xF0U | (character >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
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
