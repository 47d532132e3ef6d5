#include "core/wire/name.h"

#include <algorithm>
#include <cstddef>

#include "core/wire/name_table.h"
#include "core/wire/record_io.h"
#include "core/wire/text.h"

namespace aurigraph::wire {
namespace {

constexpr int kMostMarks = 4;  // Of old Greek three stand together; what piles up hides its letter.
constexpr char32_t kJoint = U'-';
constexpr char32_t kDotAbove = 0x307;

/// Of ranges, the one that holds the character; nullptr: none.
template <class Range>
const Range* rangeOf(std::span<const Range> ranges, char32_t character) {
  const auto after = std::ranges::upper_bound(ranges, character, {}, &Range::first);
  if (after == ranges.begin() || std::prev(after)->last < character) return nullptr;
  return &*std::prev(after);
}

/// The canonical combining class.
std::uint8_t orderOf(char32_t character) {
  const auto* marks = rangeOf(nameTable().marks, character);
  return marks == nullptr ? std::uint8_t{0} : marks->order;
}

std::u32string charactersOf(std::string_view text) {
  std::u32string out;
  while (!text.empty()) out += takeCharacter(text);
  return out;
}

std::string utf8Of(std::u32string_view text) {
  std::string out;
  for (const char32_t character : text) appendCharacter(out, character);
  return out;
}

std::u32string mapped(std::u32string_view text, std::span<const NameTable::Mapping> mappings) {
  std::u32string out;
  for (const char32_t character : text) {
    const auto found = std::ranges::lower_bound(mappings, character, {}, &NameTable::Mapping::from);
    if (found == mappings.end() || found->from != character)
      out += character;
    else
      out.append(nameTable().texts.data() + found->at, found->size);
  }
  return out;
}

/// Unicode §3.12: a syllable of Hangul is its lead, its vowel and perhaps its tail.
std::u32string withoutSyllables(std::u32string_view text) {
  constexpr char32_t kFirst = 0xAC00;
  constexpr char32_t kCount = 11'172;
  constexpr char32_t kVowels = 21;
  constexpr char32_t kTails = 28;
  std::u32string out;
  for (const char32_t character : text) {
    const char32_t at = character - kFirst;
    if (character < kFirst || at >= kCount) {
      out += character;
      continue;
    }
    out.push_back(0x1100 + at / (kVowels * kTails));
    out.push_back(0x1161 + at / kTails % kVowels);
    if (at % kTails != 0) out.push_back(0x11A7 + at % kTails);
  }
  return out;
}

/// Marks in canonical order.
std::u32string ordered(std::u32string text) {
  for (auto from = text.begin(); from != text.end();) {
    const auto to = std::find_if(from, text.end(), [](char32_t each) { return orderOf(each) == 0; });
    std::ranges::stable_sort(from, to, {}, orderOf);
    from = to == text.end() ? to : to + 1;
  }
  return text;
}

std::u32string decomposed(std::string_view name) {
  return ordered(mapped(withoutSyllables(charactersOf(name)), nameTable().decomposed));
}

bool hasPiledMarks(std::u32string_view decomposed) {
  int marks = 0;
  return std::ranges::any_of(decomposed, [&](char32_t character) {
    marks = orderOf(character) == 0 ? 0 : marks + 1;
    return marks > kMostMarks;
  });
}

/// Leaves out what adds nothing to the picture.
std::u32string withoutTrifles(std::u32string_view text) {
  std::u32string out;
  char32_t letter = 0;  // what the marks stand on
  for (const char32_t character : text) {
    const bool isMark = orderOf(character) != 0;
    if (!isMark) letter = character;
    const bool again = !out.empty() && out.back() == character && (isMark || character == kJoint);
    const bool ownDot = character == kDotAbove && (letter == U'l' || letter == U'j');
    if (!again && !ownDot) out += character;
  }
  const auto first = out.find_first_not_of(kJoint);
  if (first == std::u32string::npos) return {kJoint};
  return out.substr(first, out.find_last_not_of(kJoint) - first + 1);
}

}  // namespace

bool isIdentityName(std::string_view name) {
  if (name.empty() || !isUtf8(name)) return false;
  char32_t before = U' ';
  for (auto rest = name; !rest.empty();) {
    const char32_t character = takeCharacter(rest);
    if (rangeOf(nameTable().allowed, character) == nullptr) return false;
    const bool needsLetter = character == U' ' || rangeOf(nameTable().marks, character) != nullptr;
    if (before == U' ' && needsLetter) return false;
    before = character;
  }
  return before != U' ' && !hasPiledMarks(decomposed(name));
}

std::string foldedOf(std::string_view name) {
  if (!isIdentityName(name)) return std::string(name);
  return utf8Of(ordered(mapped(decomposed(name), nameTable().folded)));
}

std::string looksOf(std::string_view name) {
  if (!isIdentityName(name)) return std::string(name);
  return utf8Of(withoutTrifles(ordered(mapped(decomposed(name), nameTable().looks))));
}

bool readAlike(std::string_view one, std::string_view another) {
  const std::string folded = foldedOf(one);
  const std::string other = foldedOf(another);
  return folded == other || looksOf(one) == looksOf(another) || looksOf(folded) == looksOf(other);
}

}  // namespace aurigraph::wire
