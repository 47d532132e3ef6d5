#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string>
#include <type_traits>
#include <vector>

#include "core/base/decimal.h"
#include "core/wire/field_codec.h"
#include "nodes/gateway/http/members.h"

/// JSON of whatever has `fields` (core/wire/fields.h), both ways.
namespace aurigraph::gateway {

/// What a struct's canonical() finds.
inline constexpr std::string_view kOutOfOrder =
    "is out of order: lists ascend and have nothing twice, a first is not above its last";

/// Visits fields in reading an object.
class FieldJsonReader {
 public:
  explicit FieldJsonReader(Members& members) : members_(members) {}

  template <class T, class Form>
  void operator()(std::string_view name, T& value, const Form& form) {
    if (const auto* found = members_.require(name)) read(*found, members_.placeOf(name), value, form);
  }
  template <class T, class Form>
  void operator()(std::string_view name, T& value, const wire::form::Defaulted<Form>& defaulted) {
    if (const auto* found = members_.find(name)) read(*found, members_.placeOf(name), value, defaulted.form);
  }

 private:
  using Value = json::Value;

  void read(const Value& from, const std::string& place, std::string& value, wire::form::Text form) {
    value = members_.take(Members::textOf(from, place, form.maxBytes));
    if (!wire::isCleanText(value)) members_.refuse(Members::bad(place, "has control characters").value());
  }
  void read(const Value& from, const std::string& place, Bytes& value, wire::form::Blob form) {
    value = members_.take(Members::bytesOf(from, place, form.maxBytes));
  }
  template <class Fixed>
  void read(const Value& from, const std::string& place, Fixed& value, wire::form::Hex) {
    value = members_.take(Members::hexOf<Fixed>(from, place));
  }
  template <class Integer>
  void read(const Value& from, const std::string& place, Integer& value, wire::form::Whole form) {
    assign(value, members_.take(Members::numberOf(from, place, form.most)));
  }
  template <class Integer>
  void read(const Value& from, const std::string& place, Integer& value, wire::form::Signed form) {
    assign(value, members_.take(Members::signedOf(from, place, form.least, form.most)));
  }
  void read(const Value& from, const std::string& place, U128& value, wire::form::Amount) {
    const auto digits = members_.take(Members::textOf(from, place, kMostAmountDigits));
    if (const auto amount = parseU128(digits))
      value = *amount;
    else
      members_.refuse(Members::bad(place, "must be a whole amount as text, of base units").value());
  }
  template <class Enum, std::size_t kCount>
  void read(const Value& from, const std::string& place, Enum& value,
            const wire::form::OneOf<Enum, kCount>& form) {
    std::string names;
    for (const auto& one : form.names) {
      if (from.is(json::Type::kString) && from.text == one.name) {
        value = one.value;
        return;
      }
      names += (names.empty() ? "" : ", ") + std::string(one.name);
    }
    members_.refuse(Members::bad(place, "must be one of " + names).value());
  }
  void read(const Value& from, const std::string& place, wire::RoleMask& value, wire::form::Roles) {
    if (!isList(from, place, wire::kRoleCount)) return;
    for (const Value& item : from.items) {
      const auto name = members_.take(Members::textOf(item, place, wire::kMaxNameBytes));
      if (const auto role = wire::roleFromName(name))
        value |= wire::maskOf(*role);
      else
        members_.refuse(role.error());
    }
  }
  template <class T>
  void read(const Value& from, const std::string& place, T& value, wire::form::Struct) {
    Members inner(from, place);
    FieldJsonReader reader(inner);
    T::fields(value, reader);
    if (auto status = inner.finish(); !status) return members_.refuse(status.error());
    if (!wire::isCanonical(value)) members_.refuse(Members::bad(place, kOutOfOrder).value());
  }
  template <class T, class Item>
  void read(const Value& from, const std::string& place, std::vector<T>& values,
            const wire::form::List<Item>& form) {
    if (!isList(from, place, form.atMost)) return;
    for (const Value& item : from.items) {
      const std::string itsPlace = place + "[" + std::to_string(values.size()) + "]";
      read(item, itsPlace, values.emplace_back(), form.item);
    }
  }

  bool isList(const Value& from, const std::string& place, std::size_t atMost) {
    if (from.is(json::Type::kArray) && from.items.size() <= atMost) return true;
    members_.refuse(Members::bad(place, "must be a list of at most " + std::to_string(atMost)).value());
    return false;
  }
  template <class Integer>
  static void assign(Integer& value, auto number) {
    if constexpr (requires { typename Integer::Representation; })
      value = Integer(static_cast<typename Integer::Representation>(number));
    else
      value = static_cast<Integer>(number);
  }

  static constexpr std::size_t kMostAmountDigits = 40;

  Members& members_;
};

/// Visits fields in writing an object.
class FieldJsonWriter {
 public:
  explicit FieldJsonWriter(boost::json::object& out) : out_(out) {}

  template <class T, class Form>
  void operator()(std::string_view name, const T& value, const Form& form) {
    out_[name] = written(value, form);
  }
  template <class T, class Form>
  void operator()(std::string_view name, const T& value, const wire::form::Defaulted<Form>& defaulted) {
    out_[name] = written(value, defaulted.form);
  }

 private:
  using Value = boost::json::value;

  static Value written(const std::string& value, wire::form::Text) { return boost::json::string(value); }
  static Value written(const Bytes& value, wire::form::Blob) { return boost::json::string(toHex(value)); }
  template <class Fixed>
  static Value written(const Fixed& value, wire::form::Hex) {
    return boost::json::string(toHex(value.view()));
  }
  template <class Integer>
  static Value written(const Integer& value, wire::form::Whole) {
    return number(value);
  }
  template <class Integer>
  static Value written(const Integer& value, wire::form::Signed) {
    return number(value);
  }
  static Value written(U128 value, wire::form::Amount) { return boost::json::string(toText(value)); }
  template <class Enum, std::size_t kCount>
  static Value written(Enum value, const wire::form::OneOf<Enum, kCount>& form) {
    for (const auto& one : form.names)
      if (one.value == value) return boost::json::string(one.name);
    return nullptr;
  }
  static Value written(wire::RoleMask value, wire::form::Roles) {
    boost::json::array out;
    for (std::size_t role = 0; role < wire::kRoleCount; ++role)
      if ((value >> role & 1U) != 0)
        out.push_back(boost::json::string(wire::nameOf(static_cast<wire::Role>(role))));
    return out;
  }
  template <class T>
  static Value written(const T& value, wire::form::Struct) {
    boost::json::object out;
    FieldJsonWriter writer(out);
    T::fields(value, writer);
    return out;
  }
  template <class T, class Item>
  static Value written(const std::vector<T>& values, const wire::form::List<Item>& form) {
    boost::json::array out;
    for (const T& value : values) out.push_back(written(value, form.item));
    return out;
  }
  /// Above 32 bits as text: a reader's doubles hold no more than 53.
  template <class Integer>
  static Value number(const Integer& value) {
    if constexpr (requires { typename Integer::Representation; })
      return number(value.value);
    else if constexpr (sizeof(Integer) > 4)
      return boost::json::string(std::to_string(value));
    else
      return value;
  }

  boost::json::object& out_;
};

}  // namespace aurigraph::gateway
