#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/wire/field_codec.h"

namespace aurigraph::test {

inline std::string thousands(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

/// Visits fields in writing a line of the page: "name text ≤ 64 · key 32".
class FieldPage {
 public:
  template <class T, class Form>
  void operator()(std::string_view name, const T& value, const Form& form) {
    add(std::string(name), said(value, form));
  }
  template <class T, class Form>
  void operator()(std::string_view name, const T& value, const wire::form::Defaulted<Form>& defaulted) {
    add(std::string(name) + "?", said(value, defaulted.form));
  }
  [[nodiscard]] const std::string& line() const { return line_; }

 private:
  void add(const std::string& name, const std::string& form) {
    line_ += (line_.empty() ? "" : " · ") + name + " " + form;
  }
  static std::string said(const std::string&, wire::form::Text form) {
    return "text ≤ " + thousands(form.maxBytes);
  }
  static std::string said(const Bytes&, wire::form::Blob form) {
    return "blob ≤ " + thousands(form.maxBytes);
  }
  template <class Fixed>
  static std::string said(const Fixed&, wire::form::Hex) {
    return std::to_string(Fixed::kSizeBytes);
  }
  template <class Integer>
  static std::string said(const Integer&, wire::form::Whole form) {
    return "u" + std::to_string(8 * sizeof(Integer)) + unit(form.unit);
  }
  template <class Integer>
  static std::string said(const Integer&, wire::form::Signed form) {
    return "i" + std::to_string(8 * sizeof(Integer)) + unit(form.unit);
  }
  static std::string said(U128, wire::form::Amount form) { return "u128" + unit(form.unit); }
  static std::string said(const Decimal&, wire::form::Number) { return "decimal"; }
  template <class Enum, std::size_t kCount>
  static std::string said(Enum, const wire::form::OneOf<Enum, kCount>& form) {
    std::string out;
    for (const auto& one : form.names)
      out += (out.empty() ? "" : ", ") + std::to_string(static_cast<int>(one.value)) + " " +
             std::string(one.name);
    return "u8 (" + out + ")";
  }
  static std::string said(wire::RoleMask, wire::form::Roles) { return "u32 role bits"; }
  template <class T, class Form>
  static std::string said(const std::optional<T>&, const wire::form::Maybe<Form>& form) {
    return "u8 0, or 1 and " + said(T{}, form.form);
  }
  template <class T>
  static std::string said(const T& value, wire::form::Struct) {
    FieldPage inner;
    T::fields(value, inner);
    return "(" + inner.line() + ")";
  }
  template <class T, class Item>
  static std::string said(const std::vector<T>&, const wire::form::List<Item>& form) {
    return "≤ " + std::to_string(form.atMost) + " × " + said(T{}, form.item);
  }
  static std::string unit(std::string_view unit) { return unit.empty() ? "" : " " + std::string(unit); }

  std::string line_;
};

}  // namespace aurigraph::test
