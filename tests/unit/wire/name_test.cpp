// Names that a person could take for one are one: what an attacker registers beside "issuer".

#include "core/wire/name.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <vector>

#include "core/wire/name_table.h"
#include "core/wire/record_io.h"
#include "core/wire/text.h"

namespace aurigraph::wire {
namespace {

bool clash(std::string_view a, std::string_view b) {
  EXPECT_TRUE(isIdentityName(a)) << a;
  EXPECT_TRUE(isIdentityName(b)) << b;
  return foldedOf(a) == foldedOf(b) || looksOf(a) == looksOf(b);
}

std::string textOf(const std::u32string& characters) {
  std::string out;
  for (const char32_t each : characters) appendCharacter(out, each);
  return out;
}

TEST(IdentityName, NamesOfTheWorldAreNames) {
  for (const char* name : {"issuer",
                           "O'Brien & Sons (UK) Ltd.",
                           "Müller",
                           "José",
                           "Jose\u0301",
                           "L’Oréal",
                           "Škoda Auto a.s.",
                           "Nguyễn Thị Minh",
                           "Gazprom / Газпром",
                           "株式会社",
                           "トヨタ自動車",
                           "한국전력공사",
                           "بنك الراجحي",
                           "בנק הפועלים",
                           "भारतीय स्टेट बैंक",
                           "সোনালী ব্যাংক",
                           "ธนาคารกรุงเทพ",
                           "Ελληνική Τράπεζα",
                           "a",
                           "-",
                           "{\"name\": 1}"})
    EXPECT_TRUE(isIdentityName(name)) << name;
}

TEST(IdentityName, WhatNobodySeesOrWhatTurnsTheLineIsNoName) {
  for (const char32_t hidden : {0x00AD, 0x034F, 0x061C, 0x115F, 0x17B4, 0x180E, 0x200B, 0x200C, 0x200D,
                                0x200E, 0x200F, 0x2028, 0x202A, 0x202B, 0x202D, 0x202E, 0x2060, 0x2066,
                                0x2069, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xE0041})
    EXPECT_FALSE(isIdentityName(textOf({U'i', hidden, U's'}))) << std::hex << std::uint32_t{hidden};
  for (const char* name : {"", "iss\x01uer", "iss\tuer", "iss\nuer", "iss\x7Fuer", "iss\xC2\x85uer", "\xFF",
                           "iss\xC0\xAFuer", "iss\xED\xA0\x80uer"})
    EXPECT_FALSE(isIdentityName(name)) << name;
  EXPECT_FALSE(isIdentityName(std::string_view("a\0b", 3)));
}

TEST(IdentityName, BlanksStandSingleAndInside) {
  for (const char* name :
       {" issuer", "issuer ", " ", "issuer  1", "issuer\u00A01", "issuer\u30001", "issuer\u20021"})
    EXPECT_FALSE(isIdentityName(name)) << name;
  EXPECT_TRUE(isIdentityName("issuer 1"));
}

TEST(IdentityName, OtherFormsOfACharacterAreNoName) {
  for (const char* name : {"ｉｓｓｕｅｒ", "𝐢𝐬𝐬𝐮𝐞𝐫", "ﬁrst", "①", "x²", "Ⅳ", "株㈱", "ｶﾌﾞ", "\u212B",
                           "\u0958", "\uE000", "\u0378", "\U0001F600", "€", "\u2013"})
    EXPECT_FALSE(isIdentityName(name)) << name;
}

TEST(IdentityName, AMarkStandsOnSomethingAndWithFewOthers) {
  EXPECT_FALSE(isIdentityName("\u0301issuer"));
  EXPECT_FALSE(isIdentityName("issuer \u03011"));
  EXPECT_FALSE(isIdentityName("\u093Fissuer"));  // a vowel of Devanagari: a mark without a class
  EXPECT_TRUE(isIdentityName("e\u0301\u0302\u0303\u0304"));
  EXPECT_FALSE(isIdentityName("e\u0301\u0302\u0303\u0304\u0308"));
  EXPECT_FALSE(isIdentityName("é\u0302\u0303\u0304\u0308"));  // the same in another form
}

TEST(IdentityName, CapitalsAndFormsOfOneWordClash) {
  EXPECT_TRUE(clash("issuer", "ISSUER"));
  EXPECT_TRUE(clash("issuer", "Issuer"));
  EXPECT_TRUE(clash("José", "Jose\u0301"));
  EXPECT_TRUE(clash("José", "JOSÉ"));
  EXPECT_TRUE(clash("José", "JOSE\u0301"));
  EXPECT_TRUE(clash("ДОМ", "дом"));
  EXPECT_TRUE(clash("Straße", "STRASSE"));
  EXPECT_TRUE(clash("ΟΔΟΣ", "οδος"));
  EXPECT_TRUE(clash("οδος", "οδοσ"));
  EXPECT_EQ(foldedOf("한가"), "\u1112\u1161\u11AB\u1100\u1161");
  EXPECT_TRUE(clash("a\u0323\u0302", "a\u0302\u0323"));  // marks in another order
  EXPECT_TRUE(clash("ậ", "a\u0302\u0323"));
  // Iota below comes last in canonical order, and is a letter when folded.
  EXPECT_TRUE(clash("ᾳ\u0301", "ᾴ"));
  EXPECT_EQ(foldedOf("ᾳ\u0301"), foldedOf("ΆΙ"));
}

TEST(IdentityName, WordsThatLookTheSameClash) {
  EXPECT_TRUE(clash("issuer", "lssuer"));
  EXPECT_TRUE(clash("issuer", "1ssuer"));
  EXPECT_TRUE(clash("issuer", "|ssuer"));
  EXPECT_TRUE(clash("issuer", "ıssuer"));        // without a dot
  EXPECT_TRUE(clash("issuer", "i\u0307ssuer"));  // with its dot twice
  EXPECT_TRUE(clash("issuer", "іѕѕuеr"));        // four letters of Cyrillic
  EXPECT_TRUE(clash("compliance", "сompliance"));
  EXPECT_TRUE(clash("COMPLIANCE", "СОМРLІАNСЕ"));
  EXPECT_TRUE(clash("compliance", "СОМРLІАNСЕ"));
  EXPECT_TRUE(clash("market", "rnarket"));
  EXPECT_TRUE(clash("Market", "rnarket"));
  EXPECT_TRUE(clash("bank0", "banko"));
  EXPECT_TRUE(clash("bank0", "BANKO"));
  EXPECT_TRUE(clash("issuer 1", "issuer-1"));
  EXPECT_TRUE(clash("issuer 1", "issuer_1"));
  EXPECT_TRUE(clash("issuer 1", "issuer.1"));
  EXPECT_TRUE(clash("issuer 1", "issuer. 1"));
  EXPECT_TRUE(clash("issuer 1", "issuer\u20101"));
  EXPECT_TRUE(clash("issuer 1", "Issuer-l"));
  EXPECT_TRUE(clash("issuer", "issuer."));
  EXPECT_TRUE(clash("issuer", "-issuer"));
  EXPECT_TRUE(clash("O'Brien", "O’Brien"));
  EXPECT_TRUE(clash("O'Brien", "O`Brien"));
  EXPECT_TRUE(clash("José", "Jose\u0301\u0301"));
}

TEST(IdentityName, WordsThatLookDifferentDoNotClash) {
  EXPECT_FALSE(clash("José", "Jose"));
  EXPECT_FALSE(clash("Müller", "Muller"));
  EXPECT_FALSE(clash("issuer 1", "issuer1"));
  EXPECT_FALSE(clash("issuer 1", "issuer 2"));
  EXPECT_FALSE(clash("issuer", "issuers"));
  EXPECT_FALSE(clash("Sons & Co", "Sons Co"));
  EXPECT_FALSE(clash("株式会社", "株式会"));
  EXPECT_FALSE(clash("-", "a"));
}

// Lines of confusables.txt, 15.0.0; with our own small letters, and our l for i.
TEST(IdentityName, PublishedConfusablesLookTheSame) {
  struct Line {
    const char* source;
    const char* prototype;
  };
  for (const auto& [source, prototype] : std::vector<Line>{
           {"\u043E", "o"},  {"\u0585", "o"},  {"\u03BF", "o"},       {"\u0966", "o"},
           {"\u0440", "p"},  {"\u0455", "s"},  {"\u04CF", "l"},       {"\u0627", "l"},
           {"\u05D5", "l"},  {"\u0131", "l"},  {"\u00E6", "ae"},      {"\u2019", "'"},
           {"\u0022", "''"}, {"\u006D", "rn"}, {"\u00F8", "o\u0338"}, {"\u045B", "h\u0335"},
           {"\u051C", "w"},  {"\u30CE", "/"},  {"\u30CF", "\u516B"},  {"\u0986", "\u0985\u09BE"}}) {
    EXPECT_TRUE(isIdentityName(source)) << source;
    EXPECT_EQ(looksOf(source), prototype) << source;
  }
}

TEST(IdentityName, WhatIsNoNameComesBackAsItIs) {
  for (const char* text : {"", " ISSUER", "ＩSSUER", "\xFF\xFE", "A\u202EB"}) {
    EXPECT_EQ(foldedOf(text), text);
    EXPECT_EQ(looksOf(text), text);
  }
}

TEST(IdentityName, NoNameLooksLikeNothing) {
  for (const char* name : {"-", ".", "_._", "- -"}) EXPECT_EQ(looksOf(name), "-");
}

/// Of characters that names may hold, those of ASCII and those with a mapping more often.
rc::Gen<std::string> names() {
  const auto& table = nameTable();
  const auto mapped = [](std::span<const NameTable::Mapping> mappings) {
    return rc::gen::map(rc::gen::inRange<std::size_t>(0, mappings.size()),
                        [mappings](std::size_t at) { return mappings[at].from; });
  };
  const auto allowed =
      rc::gen::mapcat(rc::gen::inRange<std::size_t>(0, table.allowed.size()), [&table](std::size_t at) {
        const auto& range = table.allowed[at];
        return rc::gen::map(rc::gen::inRange<std::uint32_t>(range.first, range.last + 1),
                            [](std::uint32_t character) { return static_cast<char32_t>(character); });
      });
  const auto marks = rc::gen::element<char32_t>(0x300, 0x301, 0x307, 0x323, 0x328, 0x345, 0x335);
  const auto ascii =
      rc::gen::element<char32_t>(U' ', U'-', U'.', U'i', U'j', U'm', U'M', U'r', U'n', U'0', U'O');
  const auto character = rc::gen::weightedOneOf<char32_t>({{2, allowed},
                                                           {2, marks},
                                                           {2, ascii},
                                                           {1, mapped(table.decomposed)},
                                                           {1, mapped(table.folded)},
                                                           {1, mapped(table.looks)}});
  return rc::gen::suchThat(rc::gen::map(rc::gen::container<std::u32string>(character),
                                        [](std::u32string text) { return textOf(text.substr(0, 12)); }),
                           [](const std::string& text) { return isIdentityName(text); });
}

RC_GTEST_PROP(IdentityNameProperty, BothKeysAreTheirOwn, ()) {
  const std::string name = *names();
  RC_ASSERT(foldedOf(foldedOf(name)) == foldedOf(name));
  RC_ASSERT(looksOf(looksOf(name)) == looksOf(name));
  RC_ASSERT(!looksOf(name).empty());
  RC_ASSERT(isUtf8(foldedOf(name)) && isUtf8(looksOf(name)));
}

TEST(IdentityName, TheKeysOfEveryCharacterAreTheirOwn) {
  for (const auto& range : nameTable().allowed)
    for (char32_t character = range.first; character <= range.last; ++character) {
      const std::string name = textOf({U'x', character, U'x'});
      if (!isIdentityName(name)) continue;  // a blank: no
      ASSERT_EQ(foldedOf(foldedOf(name)), foldedOf(name)) << std::hex << std::uint32_t{character};
      ASSERT_EQ(looksOf(looksOf(name)), looksOf(name)) << std::hex << std::uint32_t{character};
    }
}

// Lists that ascend, and mappings that end: what binary search and one pass stand on.
TEST(NameTable, IsInOrderAndItsTextsMapToThemselves) {
  const auto& table = nameTable();
  const auto ascends = [](const auto& ranges) {
    char32_t before = 0;
    for (const auto& range : ranges) {
      EXPECT_TRUE(range.first <= range.last && (before == 0 || range.first > before));
      before = range.last;
    }
  };
  ascends(table.allowed);
  ascends(table.marks);
  for (const auto mappings : {table.decomposed, table.folded, table.looks}) {
    char32_t before = 0;
    for (const auto& mapping : mappings) {
      EXPECT_GT(mapping.from, before);
      before = mapping.from;
      ASSERT_LE(std::size_t{mapping.at} + mapping.size, table.texts.size());
      EXPECT_GT(mapping.size, 0);
      for (const char32_t part : table.texts.subspan(mapping.at, mapping.size)) {
        const auto& from = &NameTable::Mapping::from;
        EXPECT_FALSE(std::ranges::binary_search(mappings, part, {}, from)) << std::hex << std::uint32_t{part};
        EXPECT_FALSE(std::ranges::binary_search(table.decomposed, part, {}, from));
      }
    }
  }
}

// Character by character, so a key grows with its name and not faster.
TEST(IdentityName, AKeyHasAtMostSevenTimesItsNamesBytes) {
  for (const auto& range : nameTable().allowed)
    for (char32_t character = range.first; character <= range.last; ++character) {
      const std::string name = textOf({U'x', character});
      ASSERT_LE(foldedOf(name).size(), 7 * name.size()) << std::hex << std::uint32_t{character};
      ASSERT_LE(looksOf(name).size(), 7 * name.size()) << std::hex << std::uint32_t{character};
    }
  std::string longest;
  while (longest.size() < 63) longest += "꽦";
  ASSERT_TRUE(isIdentityName(longest));
  EXPECT_EQ(looksOf(longest).size(), 7 * longest.size());
}

}  // namespace
}  // namespace aurigraph::wire
