#pragma once

#include <algorithm>
#include <concepts>
#include <functional>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "core/base/byte_io.h"
#include "core/wire/fields.h"
#include "core/wire/genesis.h"
#include "core/wire/record_io.h"
#include "core/wire/text.h"

/// The canonical bytes of whatever has `fields` (fields.h): one encoding of each value, no other is read.
namespace aurigraph::wire {

template <class T>
concept SaysWhatIsCanonical = requires(const T& value) {
  { value.canonical() } -> std::same_as<bool>;
};

template <class T>
[[nodiscard]] bool isCanonical(const T& value) {
  if constexpr (SaysWhatIsCanonical<T>) return value.canonical();
  return true;
}

/// Visits fields in writing.
class FieldWriter {
 public:
  explicit FieldWriter(ByteWriter& out) : out_(out) {}

  template <class T>
  void whole(const T& value) {
    T::fields(value, *this);
  }

  void operator()(std::string_view, const std::string& value, form::Text) { out_.text(value); }
  void operator()(std::string_view, const Bytes& value, form::Blob) { out_.blob(value); }
  template <class Fixed>
  void operator()(std::string_view, const Fixed& value, form::Hex) {
    out_.fixed(value);
  }
  template <class Integer>
  void operator()(std::string_view, Integer value, form::Whole) {
    out_.integer(value);
  }
  template <class Integer>
  void operator()(std::string_view, Integer value, form::Signed) {
    out_.integer(value);
  }
  void operator()(std::string_view, U128 value, form::Amount) { out_.integer(value); }
  void operator()(std::string_view, const Decimal& value, form::Number) { writeDecimal(out_, value); }
  template <class Enum, std::size_t kCount>
  void operator()(std::string_view, Enum value, const form::OneOf<Enum, kCount>&) {
    out_.integer(static_cast<std::uint8_t>(value));
  }
  void operator()(std::string_view, RoleMask value, form::Roles) { out_.integer(value); }
  template <class T>
  void operator()(std::string_view, const T& value, form::Struct) {
    whole(value);
  }
  template <class T, class Item>
  void operator()(std::string_view name, const std::vector<T>& values, const form::List<Item>& list) {
    out_.integer(static_cast<std::uint32_t>(values.size()));
    for (const T& value : values) (*this)(name, value, list.item);
  }
  template <class T, class Form>
  void operator()(std::string_view name, const std::optional<T>& value, const form::Maybe<Form>& maybe) {
    out_.integer(static_cast<std::uint8_t>(value.has_value()));
    if (value) (*this)(name, *value, maybe.form);
  }
  template <class T, class Form>
  void operator()(std::string_view name, const T& value, const form::Defaulted<Form>& defaulted) {
    (*this)(name, value, defaulted.form);
  }

 private:
  ByteWriter& out_;
};

/// Fewest bytes of a value: a forged count of items must not make a reader allocate.
template <class T>
[[nodiscard]] std::size_t leastBytes(const auto& form) {
  ByteWriter out;
  FieldWriter writer(out);
  writer("", T{}, form);
  return out.size();
}

/// Visits fields in reading: what is not canonical makes the reader fail.
class FieldReader {
 public:
  explicit FieldReader(ByteReader& in) : in_(in) {}

  template <class T>
  void whole(T& value) {
    T::fields(value, *this);
    if (in_.ok() && !isCanonical(value)) in_.markBad();
  }

  void operator()(std::string_view, std::string& value, form::Text text) {
    value = readCleanText(in_, text.maxBytes);
  }
  void operator()(std::string_view, Bytes& value, form::Blob blob) {
    value = toBytes(in_.blob(blob.maxBytes));
  }
  template <class Fixed>
  void operator()(std::string_view, Fixed& value, form::Hex) {
    value = in_.fixed<Fixed>();
  }
  template <class Integer>
  void operator()(std::string_view, Integer& value, form::Whole) {
    value = in_.integer<Integer>();
  }
  template <class Integer>
  void operator()(std::string_view, Integer& value, form::Signed) {
    value = in_.integer<Integer>();
  }
  void operator()(std::string_view, U128& value, form::Amount) { value = in_.integer<U128>(); }
  void operator()(std::string_view, Decimal& value, form::Number) { value = readDecimal(in_); }
  template <class Enum, std::size_t kCount>
  void operator()(std::string_view, Enum& value, const form::OneOf<Enum, kCount>& one) {
    value = static_cast<Enum>(in_.integer<std::uint8_t>());
    if (std::ranges::find(one.names, value, &form::Named<Enum>::value) == one.names.end()) in_.markBad();
  }
  void operator()(std::string_view, RoleMask& value, form::Roles) {
    value = in_.integer<RoleMask>();
    if ((value & ~kKnownRoles) != 0) in_.markBad();
  }
  template <class T>
  void operator()(std::string_view, T& value, form::Struct) {
    whole(value);
  }
  template <class T, class Item>
  void operator()(std::string_view name, std::vector<T>& values, const form::List<Item>& list) {
    const auto count = in_.count(leastBytes<T>(list.item));
    if (count > list.atMost) in_.markBad();
    for (std::uint32_t at = 0; at < count && in_.ok(); ++at) (*this)(name, values.emplace_back(), list.item);
  }
  template <class T, class Form>
  void operator()(std::string_view name, std::optional<T>& value, const form::Maybe<Form>& maybe) {
    const auto there = in_.integer<std::uint8_t>();
    if (there > 1) in_.markBad();
    if (there == 1 && in_.ok()) (*this)(name, value.emplace(), maybe.form);
  }
  template <class T, class Form>
  void operator()(std::string_view name, T& value, const form::Defaulted<Form>& defaulted) {
    (*this)(name, value, defaulted.form);
  }

 private:
  ByteReader& in_;
};

template <class T>
[[nodiscard]] Bytes encodeFields(const T& value) {
  ByteWriter out;
  FieldWriter(out).whole(value);
  return out.take();
}

/// False: malformed, or more than the value.
template <class T>
[[nodiscard]] bool decodeFields(ByteView bytes, T& value) {
  ByteReader in(bytes);
  FieldReader(in).whole(value);
  return in.finished();
}

}  // namespace aurigraph::wire
