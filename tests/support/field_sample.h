#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/wire/batch_result.h"
#include "core/wire/field_codec.h"

namespace aurigraph::test {

/// Visits fields in filling them with something: no two alike, each within its bounds, two items in each
/// list, everything ascending, so that the whole is canonical.
class FieldSample {
 public:
  void operator()(std::string_view, std::string& value, wire::form::Text form) {
    const std::string digits = std::to_string(next());
    value = (form.maxBytes >= 16 ? "Prüfung " + digits : digits).substr(0, form.maxBytes);
  }
  void operator()(std::string_view, Bytes& value, wire::form::Blob) {
    value.assign(3, static_cast<std::uint8_t>(next()));
  }
  template <class Fixed>
  void operator()(std::string_view, Fixed& value, wire::form::Hex) {
    value.bytes.fill(static_cast<std::uint8_t>(next()));
  }
  template <class Integer>
  void operator()(std::string_view, Integer& value, wire::form::Whole form) {
    assign(value, std::min<std::uint64_t>(next(), form.most));
  }
  template <class Integer>
  void operator()(std::string_view, Integer& value, wire::form::Signed form) {
    assign(value, std::clamp<std::int64_t>(static_cast<std::int64_t>(next()), form.least, form.most));
  }
  void operator()(std::string_view, U128& value, wire::form::Amount) { value = next(); }
  void operator()(std::string_view, Decimal& value, wire::form::Number) {
    value = Decimal::of(static_cast<std::int64_t>(10 * next() + 1), 1);
  }
  template <class Enum, std::size_t kCount>
  void operator()(std::string_view, Enum& value, const wire::form::OneOf<Enum, kCount>& form) {
    value = form.names.back().value;
  }
  void operator()(std::string_view, wire::RoleMask& value, wire::form::Roles) {
    value = maskOf(wire::Role::kIssuer) | maskOf(wire::Role::kHolder);
  }
  /// What failed is of the batch.
  void operator()(std::string_view, wire::BatchResult& value, wire::form::Struct) {
    value = {.batchCode = 0, .count = 9, .failures = {{2, 7, 1}, {8, 9, 0}}};
  }
  template <class T>
  void operator()(std::string_view, T& value, wire::form::Struct) {
    T::fields(value, *this);
  }
  template <class T, class Item>
  void operator()(std::string_view name, std::vector<T>& values, const wire::form::List<Item>& form) {
    values.resize(std::min<std::size_t>(2, form.atMost));
    for (T& value : values) (*this)(name, value, form.item);
  }
  template <class Enum, std::size_t kCount>
  void operator()(std::string_view, std::vector<Enum>& values,
                  const wire::form::List<wire::form::OneOf<Enum, kCount>>& form) {
    values.clear();
    for (std::size_t at = 0; at < std::min<std::size_t>({2, kCount, form.atMost}); ++at)
      values.push_back(form.item.names[at].value);
  }
  template <class T, class Form>
  void operator()(std::string_view name, std::optional<T>& value, const wire::form::Maybe<Form>& maybe) {
    (*this)(name, value.emplace(), maybe.form);
  }
  template <class T, class Form>
  void operator()(std::string_view name, T& value, const wire::form::Defaulted<Form>& defaulted) {
    (*this)(name, value, defaulted.form);
  }

 private:
  /// Three digits, so that texts ascend as numbers do.
  std::uint64_t next() { return 100 + last_++ % 100; }
  template <class Integer>
  static void assign(Integer& value, auto number) {
    if constexpr (requires { typename Integer::Representation; })
      value = Integer(static_cast<typename Integer::Representation>(number));
    else
      value = static_cast<Integer>(number);
  }

  std::uint64_t last_ = 0;
};

template <class T>
[[nodiscard]] T sampleOf() {
  T out;
  FieldSample sample;
  T::fields(out, sample);
  return out;
}

}  // namespace aurigraph::test
