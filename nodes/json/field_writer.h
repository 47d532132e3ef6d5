#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/base/decimal.h"
#include "core/wire/fields.h"
#include "core/wire/genesis.h"

/// JSON of whatever has `fields` (core/wire/fields.h).
namespace aurigraph::json {

/// Visits fields in writing an object.
class FieldWriter {
 public:
  explicit FieldWriter(boost::json::object& out) : out_(out) {}

  template <class T, class Form>
  void operator()(std::string_view name, const T& value, const Form& form) {
    out_[name] = written(value, form);
  }
  template <class T, class Form>
  void operator()(std::string_view name, const T& value, const wire::form::Defaulted<Form>& defaulted) {
    out_[name] = written(value, defaulted.form);
  }

 private:
  using Written = boost::json::value;

  static Written written(const std::string& value, wire::form::Text) { return boost::json::string(value); }
  static Written written(const Bytes& value, wire::form::Blob) { return boost::json::string(toHex(value)); }
  template <class Fixed>
  static Written written(const Fixed& value, wire::form::Hex) {
    return boost::json::string(toHex(value.view()));
  }
  template <class Integer>
  static Written written(const Integer& value, wire::form::Whole) {
    return number(value);
  }
  template <class Integer>
  static Written written(const Integer& value, wire::form::Signed) {
    return number(value);
  }
  static Written written(U128 value, wire::form::Amount) { return boost::json::string(toText(value)); }
  template <class Enum, std::size_t kCount>
  static Written written(Enum value, const wire::form::OneOf<Enum, kCount>& form) {
    return boost::json::string(wire::form::nameIn(form, value));
  }
  static Written written(wire::RoleMask value, wire::form::Roles) {
    boost::json::array out;
    for (std::size_t role = 0; role < wire::kRoleCount; ++role)
      if ((value >> role & 1U) != 0)
        out.push_back(boost::json::string(wire::nameOf(static_cast<wire::Role>(role))));
    return out;
  }
  template <class T>
  static Written written(const T& value, wire::form::Struct) {
    boost::json::object out;
    FieldWriter writer(out);
    T::fields(value, writer);
    return out;
  }
  template <class T, class Form>
  static Written written(const std::optional<T>& value, const wire::form::Maybe<Form>& form) {
    return value ? written(*value, form.form) : Written(nullptr);
  }
  template <class T, class Item>
  static Written written(const std::vector<T>& values, const wire::form::List<Item>& form) {
    boost::json::array out;
    for (const T& value : values) out.push_back(written(value, form.item));
    return out;
  }
  /// Above 32 bits as text: a reader's doubles hold no more than 53.
  template <class Integer>
  static Written number(const Integer& value) {
    if constexpr (requires { typename Integer::Representation; })
      return number(value.value);
    else if constexpr (sizeof(Integer) > 4)
      return boost::json::string(std::to_string(value));
    else
      return value;
  }

  boost::json::object& out_;
};

}  // namespace aurigraph::json
