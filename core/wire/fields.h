#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

/// What a command, a row or an event is made of, told once: a struct names each of its members with the form
/// it is written in, and codecs, JSON, flags, docs, fuzz seeds and tests visit that list; see open_account.h.
/// `Self` may be const. Names are those of JSON, flags and docs; the order is that of the bytes. A struct may
/// also say `bool canonical() const`: what no single field can say (sorted, disjoint). Bytes that are not so
/// are malformed.
#ifdef __clang__  // Version 14 deduces nothing of an aggregate by itself.
namespace aurigraph::wire::form {
template <class>
struct Named;
template <class Enum>
Named(Enum, std::string_view) -> Named<Enum>;
}  // namespace aurigraph::wire::form
#endif

namespace aurigraph::wire::form {

// Bounds of sizes and counts hold for bytes and JSON alike. Bounds of numbers hold for JSON and flags: in
// bytes they are the ledger's matter, which answers with a reason.

/// std::string: UTF-8 without control and invisible characters but newline and tab (wire::isCleanText).
struct Text {
  std::size_t maxBytes;
};
/// Bytes. JSON: lower-case hex.
struct Blob {
  std::size_t maxBytes;
};
/// FixedBytes. JSON: lower-case hex.
struct Hex {};
/// An unsigned integer or an id. JSON: a number, or decimal text; above 32 bits it is written as text.
struct Whole {
  std::uint64_t most;
  std::string_view unit = "";
};
/// A signed integer or what is made of one.
struct Signed {
  std::int64_t least;
  std::int64_t most;
  std::string_view unit = "";
};
/// U128. JSON: decimal text.
struct Amount {
  std::string_view unit = "";
};
/// Decimal, in normal form. JSON: decimal text.
struct Number {};
template <class Enum>
struct Named {
  Enum value;
  std::string_view name;
};
/// An enum of one byte. JSON: the name.
template <class Enum, std::size_t kCount>
struct OneOf {
  std::array<Named<Enum>, kCount> names;
};
/// RoleMask. JSON: a list of role names.
struct Roles {};
/// A struct with `fields` of its own. JSON: an object.
struct Struct {};
/// A vector.
template <class Item>
struct List {
  std::size_t atMost;
  Item item;
};
/// May be left out of JSON and flags: the member keeps its initial value. In bytes it always stands.
template <class Form>
struct Defaulted {
  Form form;
};

/// std::optional. JSON: null, or the value. Bytes: 0, or 1 and the value.
template <class Form>
struct Maybe {
  Form form;
};

template <class Enum, std::size_t kCount>
OneOf(std::array<Named<Enum>, kCount>) -> OneOf<Enum, kCount>;
template <class Form>
Maybe(Form) -> Maybe<Form>;
template <class Item>
List(std::size_t, Item) -> List<Item>;
template <class Form>
Defaulted(Form) -> Defaulted<Form>;

/// Empty: no enumerator.
template <class Enum, std::size_t kCount>
[[nodiscard]] constexpr std::string_view nameIn(const OneOf<Enum, kCount>& one, Enum value) {
  for (const auto& each : one.names)
    if (each.value == value) return each.name;
  return {};
}

}  // namespace aurigraph::wire::form
