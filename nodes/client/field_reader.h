#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/wire/fields.h"

/// What has `fields` (core/wire/fields.h) out of an answer, as nodes/json/field_writer.h wrote it there.
namespace aurigraph::client {

/// Visits fields in reading an object's members. Members that nobody reads are let be: a newer gateway may
/// say more. Forms: those of rows that clients read so far; another one does not compile.
class FieldReader {
 public:
  explicit FieldReader(const boost::json::object& object) : object_(object) {}

  /// Every member was there and had its form.
  [[nodiscard]] bool ok() const { return ok_; }

  template <class T, class Form>
  void operator()(std::string_view name, T& value, const Form& form) {
    const auto* found = object_.if_contains(name);
    ok_ = found != nullptr && read(*found, value, form) && ok_;
  }
  template <class T, class Form>
  void operator()(std::string_view name, T& value, const wire::form::Defaulted<Form>& defaulted) {
    if (const auto* found = object_.if_contains(name)) ok_ = read(*found, value, defaulted.form) && ok_;
  }

 private:
  using Value = boost::json::value;

  static bool read(const Value& from, std::string& value, wire::form::Text form) {
    if (!from.is_string() || from.get_string().size() > form.maxBytes) return false;
    value = std::string_view(from.get_string());
    return true;
  }
  template <class Fixed>
  static bool read(const Value& from, Fixed& value, wire::form::Hex) {
    if (!from.is_string()) return false;
    const auto bytes = fixedFromHex<Fixed>(std::string_view(from.get_string()));
    if (bytes) value = *bytes;
    return bytes.has_value();
  }
  template <class Integer>
  static bool read(const Value& from, Integer& value, wire::form::Whole form) {
    static_assert(sizeof(Integer) <= 4, "longer ones are written as text");
    if (!from.is_int64() && !from.is_uint64()) return false;
    boost::json::error_code error;
    const auto number = from.to_number<std::uint64_t>(error);
    if (error || number > form.most) return false;
    value = static_cast<Integer>(number);
    return true;
  }
  template <class Enum, std::size_t kCount>
  static bool read(const Value& from, Enum& value, const wire::form::OneOf<Enum, kCount>& form) {
    for (const auto& one : form.names)
      if (from.is_string() && std::string_view(from.get_string()) == one.name) {
        value = one.value;
        return true;
      }
    return false;
  }
  template <class T, class Form>
  static bool read(const Value& from, std::optional<T>& value, const wire::form::Maybe<Form>& maybe) {
    value.reset();
    return from.is_null() || read(from, value.emplace(), maybe.form);
  }
  template <class T, class Item>
  static bool read(const Value& from, std::vector<T>& values, const wire::form::List<Item>& form) {
    if (!from.is_array() || from.get_array().size() > form.atMost) return false;
    for (const Value& item : from.get_array())
      if (!read(item, values.emplace_back(), form.item)) return false;
    return true;
  }

  const boost::json::object& object_;
  bool ok_ = true;
};

}  // namespace aurigraph::client
