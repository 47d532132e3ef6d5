#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "core/base/decimal.h"
#include "core/wire/field_codec.h"
#include "nodes/gateway/http/members.h"

/// What has `fields` (core/wire/fields.h) out of JSON; nodes/json/field_writer.h writes it.
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
    if (!wire::isCleanText(value))
      members_.refuse(Members::bad(place, "has control or invisible characters").value());
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
  template <class T, class Form>
  void read(const Value& from, const std::string& place, std::optional<T>& value,
            const wire::form::Maybe<Form>& maybe) {
    if (from.is(json::Type::kNull))
      value.reset();
    else
      read(from, place, value.emplace(), maybe.form);
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

}  // namespace aurigraph::gateway
