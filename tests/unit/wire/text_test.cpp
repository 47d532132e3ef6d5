// What may stand where a person reads.

#include "core/wire/text.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/wire/record_io.h"

namespace aurigraph::wire {
namespace {

std::string withInside(char32_t character) {
  std::string out = "is";
  appendCharacter(out, character);
  return out + "suer";
}

struct Refused {
  const char* what;
  char32_t first;
  char32_t last;
};
constexpr Refused kRefused[] = {
    {"control characters of ASCII", 0x00, 0x08},
    {"control characters of ASCII", 0x0B, 0x1F},
    {"delete and the controls of C1", 0x7F, 0x9F},
    {"soft hyphen", 0xAD, 0xAD},
    {"grapheme joiner", 0x34F, 0x34F},
    {"Arabic letter mark", 0x61C, 0x61C},
    {"fillers of Hangul", 0x115F, 0x1160},
    {"inherent vowels of Khmer", 0x17B4, 0x17B5},
    {"variation selectors of Mongolian", 0x180B, 0x180F},
    {"zero-width and marks of direction", 0x200B, 0x200F},
    {"separators of lines and paragraphs, embeddings and overrides", 0x2028, 0x202E},
    {"invisible operators and isolates", 0x2060, 0x206F},
    {"filler of Hangul", 0x3164, 0x3164},
    {"noncharacters", 0xFDD0, 0xFDEF},
    {"variation selectors", 0xFE00, 0xFE0F},
    {"byte order mark", 0xFEFF, 0xFEFF},
    {"filler of Hangul, half width", 0xFFA0, 0xFFA0},
    {"annotations", 0xFFF0, 0xFFFB},
    {"noncharacters", 0xFFFE, 0xFFFF},
    {"controls of shorthand", 0x1BCA0, 0x1BCA3},
    {"controls of musical notes", 0x1D173, 0x1D17A},
    {"noncharacters", 0x1FFFE, 0x1FFFF},
    {"noncharacters", 0xDFFFE, 0xDFFFF},
    {"tags and more variation selectors", 0xE0000, 0xE0FFF},
    {"noncharacters", 0x10FFFE, 0x10FFFF},
};

TEST(CleanText, HasNothingThatHidesTurnsOrIsNoCharacter) {
  for (const auto& [what, first, last] : kRefused)
    for (char32_t character = first; character <= last; ++character)
      EXPECT_FALSE(isCleanText(withInside(character))) << what << " " << std::hex << std::uint32_t{character};
}

TEST(CleanText, HasAllThatAPersonSees) {
  for (const auto& [what, first, last] : kRefused) {  // the neighbours of what is refused
    for (const char32_t character : {first - 1, last + 1}) {
      const bool refused = std::ranges::any_of(kRefused, [&](const Refused& range) {
        return range.first <= character && character <= range.last;
      });
      if (refused || character > 0x10FFFF) continue;
      EXPECT_TRUE(isCleanText(withInside(character))) << what << " " << std::hex << std::uint32_t{character};
    }
  }
  for (const char* text : {"", "two\nlines\tand a tab", "Müller", "Jose\u0301", "שְׁלוֹם", "عربي", "株式会社",
                           "🙂", "5\u00A0000", "\uFFFD", "½ ㎡"})
    EXPECT_TRUE(isCleanText(text)) << text;
}

TEST(CleanText, IsUtf8) {
  for (const char* text :
       {"\xFF", "a\x80", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xC3"})
    EXPECT_FALSE(isCleanText(text));
  EXPECT_FALSE(isCleanText(std::string_view("a\0b", 3)));
}

TEST(CleanText, AReaderOfAnythingElseFails) {
  for (const auto& [text, clean] :
       {std::pair("issuer", true), {"iss\u200Buer", false}, {"iss\u202Euer", false}}) {
    ByteWriter out;
    out.text(text);
    const Bytes bytes = out.take();
    ByteReader in(bytes);
    (void)readCleanText(in, 64);
    EXPECT_EQ(in.finished(), clean) << text;
  }
}

TEST(CleanText, CharactersComeBackFromTheirBytes) {
  for (char32_t character = 0; character <= 0x10FFFF; ++character) {
    if (character >= 0xD800 && character <= 0xDFFF) continue;
    std::string text;
    appendCharacter(text, character);
    ASSERT_TRUE(isUtf8(text)) << std::hex << std::uint32_t{character};
    text += "x";
    std::string_view rest = text;
    ASSERT_EQ(std::uint32_t{takeCharacter(rest)}, std::uint32_t{character});
    ASSERT_EQ(rest, "x");
  }
}

}  // namespace
}  // namespace aurigraph::wire
