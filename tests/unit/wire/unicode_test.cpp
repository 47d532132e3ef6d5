// Another opinion on our tables: ICU 72, which holds the same version of Unicode. Only this test knows ICU.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>

#include <array>

#include "core/wire/name.h"
#include "core/wire/name_table.h"
#include "core/wire/text.h"

namespace aurigraph::wire {
namespace {

icu::UnicodeString icuText(const std::string& text) {
  return icu::UnicodeString::fromUTF8(text);
}

std::string utf8Of(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

std::string utf8Of(UChar32 character) {
  return utf8Of(icu::UnicodeString(character));
}

icu::UnicodeString normal(const icu::Normalizer2* (*form)(UErrorCode&), const icu::UnicodeString& text) {
  UErrorCode error = U_ZERO_ERROR;
  auto out = form(error)->normalize(text, error);
  EXPECT_TRUE(U_SUCCESS(error));
  return out;
}

icu::UnicodeString nfd(const icu::UnicodeString& text) {
  return normal(&icu::Normalizer2::getNFDInstance, text);
}

class Spoof {
 public:
  Spoof() : checker_(uspoof_open(&error_)) {
    allowed_.addAll(*uspoof_getRecommendedUnicodeSet(&error_));
    allowed_.addAll(*uspoof_getInclusionUnicodeSet(&error_));
    EXPECT_TRUE(U_SUCCESS(error_));
  }
  Spoof(const Spoof&) = delete;
  Spoof& operator=(const Spoof&) = delete;
  ~Spoof() { uspoof_close(checker_); }

  [[nodiscard]] bool allows(UChar32 character) const { return allowed_.contains(character) != 0; }
  icu::UnicodeString skeleton(const icu::UnicodeString& text) {
    icu::UnicodeString out;
    uspoof_getSkeletonUnicodeString(checker_, 0, text, out, &error_);
    EXPECT_TRUE(U_SUCCESS(error_));
    return out;
  }
  /// The skeleton, and what we do beyond it, until nothing changes.
  icu::UnicodeString looks(icu::UnicodeString text) {
    for (icu::UnicodeString before; before != text;) {
      before = text;
      text = skeleton(text);
      for (int at = 0; at < text.length(); ++at) {
        const char16_t each = text[at];
        if (each >= u'A' && each <= u'Z') text.setCharAt(at, static_cast<char16_t>(each + 32));
        if (each == u'i') text.setCharAt(at, u'l');
        if (each == u' ' || each == u'.' || each == u'_') text.setCharAt(at, u'-');
        if (each == 0x307 && at > 0 && (text[at - 1] == u'l' || text[at - 1] == u'j')) text.remove(at--, 1);
      }
    }
    return text;
  }

 private:
  UErrorCode error_ = U_ZERO_ERROR;
  USpoofChecker* checker_;
  icu::UnicodeSet allowed_;
};

/// Between two letters, so that marks and blanks have a place.
std::string inside(UChar32 character) {
  return "x" + utf8Of(character) + "x";
}

template <class Use>
void eachCharacter(const Use& use) {
  for (UChar32 character = 0; character <= UCHAR_MAX_VALUE; ++character)
    if (!U_IS_SURROGATE(character)) use(character);
}

template <class Use>
void eachAllowed(const Use& use) {
  for (const auto& range : nameTable().allowed)
    for (char32_t character = range.first; character <= range.last; ++character)
      use(static_cast<UChar32>(character));
}

class Unicode : public ::testing::Test {
 protected:
  void SetUp() override {
    UVersionInfo version;
    u_getUnicodeVersion(version);
    ASSERT_EQ(version[0], 15) << "this ICU holds another version of Unicode";
    ASSERT_EQ(version[1], 0) << "this ICU holds another version of Unicode";
  }
};

TEST_F(Unicode, NamesHoldWhatIsRecommendedAndWhatAsciiPrints) {
  const Spoof spoof;
  eachCharacter([&](UChar32 character) {
    const bool ascii = character >= 0x20 && character <= 0x7E;
    const bool hidden = u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
    ASSERT_EQ(isIdentityName(inside(character)), ascii || (spoof.allows(character) && !hidden))
        << std::hex << character;
  });
}

TEST_F(Unicode, WhatNamesHoldIsItsOwnNfkcAndNoneOfIt) {
  eachAllowed([&](UChar32 character) {
    const icu::UnicodeString text(character);
    ASSERT_TRUE(normal(&icu::Normalizer2::getNFKCInstance, text) == text) << std::hex << character;
    ASSERT_TRUE(isCleanText(utf8Of(character))) << std::hex << character;
  });
}

TEST_F(Unicode, NoNameBeginsWithAMark) {
  eachAllowed([&](UChar32 character) {
    const bool mark = (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0;
    ASSERT_EQ(isIdentityName(utf8Of(character)), !mark && character != ' ') << std::hex << character;
  });
}

TEST_F(Unicode, FoldsAsNfkcCasefoldDoes) {
  eachAllowed([&](UChar32 character) {
    const auto folded = nfd(normal(&icu::Normalizer2::getNFKCCasefoldInstance, icuText(inside(character))));
    ASSERT_EQ(foldedOf(inside(character)), utf8Of(folded)) << std::hex << character;
  });
}

TEST_F(Unicode, LooksAreSkeletons) {
  Spoof spoof;
  std::size_t plain = 0;
  eachAllowed([&](UChar32 character) {
    const auto skeleton = spoof.skeleton(icuText(inside(character)));
    if (spoof.looks(skeleton) == skeleton) {  // none of our own rules has a say
      ASSERT_EQ(looksOf(inside(character)), utf8Of(skeleton)) << std::hex << character;
      ++plain;
    }
    ASSERT_EQ(looksOf(inside(character)), utf8Of(spoof.looks(skeleton))) << std::hex << character;
  });
  EXPECT_GT(plain, 100'000U);
}

/// Texts of which half have a letter with marks of several classes.
rc::Gen<std::string> namesWithMarks() {
  static constexpr std::array<char32_t, 17> kParts = {U'e',   U'a',   U'I',   U'ö',   U'α',   U'Ω',
                                                      U'ᾳ',   U'ᾷ',   U'й',   U'ậ',   0x0301, 0x0323,
                                                      0x0345, 0x0328, 0x0307, 0x3099, 0x09BC};
  return rc::gen::map(
      rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, kParts.size())),
      [](const std::vector<std::size_t>& chosen) {
        std::string out = "x";
        for (const std::size_t at : chosen) appendCharacter(out, kParts.at(at));
        return out;
      });
}

RC_GTEST_PROP(UnicodeProperty, MarksOfAnyOrderFoldAlike, ()) {
  const std::string name = *namesWithMarks();
  RC_PRE(isIdentityName(name));
  auto folded = nfd(icuText(name));
  folded.foldCase();
  RC_ASSERT(foldedOf(name) == utf8Of(nfd(folded)));
  RC_ASSERT(foldedOf(name) == foldedOf(utf8Of(nfd(icuText(name)))));
}

TEST_F(Unicode, CleanTextHasNothingHiddenTurningOrUndefined) {
  eachCharacter([](UChar32 character) {
    const auto has = [&](UProperty property) { return u_hasBinaryProperty(character, property) != 0; };
    const bool refused = (u_iscntrl(character) && u_charType(character) == U_CONTROL_CHAR) ||
                         u_charType(character) == U_LINE_SEPARATOR ||
                         u_charType(character) == U_PARAGRAPH_SEPARATOR ||
                         has(UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || has(UCHAR_BIDI_CONTROL) ||
                         has(UCHAR_NONCHARACTER_CODE_POINT) || (character >= 0xFFF9 && character <= 0xFFFB);
    const bool layout = character == '\n' || character == '\t';
    ASSERT_EQ(isCleanText(utf8Of(character)), layout || !refused) << std::hex << character;
  });
}

}  // namespace
}  // namespace aurigraph::wire
