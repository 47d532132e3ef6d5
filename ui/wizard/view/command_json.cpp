#include "ui/wizard/view/command_json.h"

#include <QJsonArray>
#include <optional>

#include "core/base/decimal.h"
#include "core/wire/field_codec.h"
#include "ui/client/api_client.h"

namespace aurigraph::ui {
namespace {

QString nameOfMember(std::string_view name) {
  return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

/// Visits fields in writing an object of the API (docs/formats/commands.md).
class FieldJson {
 public:
  explicit FieldJson(QJsonObject& out) : out_(out) {}

  template <class T, class Form>
  void operator()(std::string_view name, const T& value, const Form& form) {
    out_.insert(nameOfMember(name), written(value, form));
  }
  template <class T, class Form>
  void operator()(std::string_view name, const T& value, const wire::form::Defaulted<Form>& defaulted) {
    (*this)(name, value, defaulted.form);
  }

 private:
  static QJsonValue written(const std::string& value, wire::form::Text) { return qtText(value); }
  static QJsonValue written(const Bytes& value, wire::form::Blob) { return qtText(toHex(value)); }
  template <class Fixed>
  static QJsonValue written(const Fixed& value, wire::form::Hex) {
    return qtText(toHex(value.view()));
  }
  template <class Integer>
  static QJsonValue written(const Integer& value, wire::form::Whole) {
    return number(value);
  }
  template <class Integer>
  static QJsonValue written(const Integer& value, wire::form::Signed) {
    return number(value);
  }
  static QJsonValue written(U128 value, wire::form::Amount) { return qtText(toText(value)); }
  template <class Enum, std::size_t kCount>
  static QJsonValue written(Enum value, const wire::form::OneOf<Enum, kCount>& form) {
    for (const auto& one : form.names)
      if (one.value == value) return nameOfMember(one.name);
    return {};
  }
  static QJsonValue written(wire::RoleMask value, wire::form::Roles) {
    QJsonArray out;
    for (std::size_t role = 0; role < wire::kRoleCount; ++role)
      if ((value >> role & 1U) != 0) out.append(nameOfMember(wire::nameOf(static_cast<wire::Role>(role))));
    return out;
  }
  template <class T>
  static QJsonValue written(const T& value, wire::form::Struct) {
    QJsonObject out;
    FieldJson writer(out);
    T::fields(value, writer);
    return out;
  }
  template <class T, class Form>
  static QJsonValue written(const std::optional<T>& value, const wire::form::Maybe<Form>& form) {
    return value ? written(*value, form.form) : QJsonValue(QJsonValue::Null);
  }
  template <class T, class Item>
  static QJsonValue written(const std::vector<T>& values, const wire::form::List<Item>& form) {
    QJsonArray out;
    for (const T& value : values) out.append(written(value, form.item));
    return out;
  }
  /// Above 32 bits as text, as a JSON number holds no more than 53.
  template <class Integer>
  static QJsonValue number(const Integer& value) {
    if constexpr (requires { typename Integer::Representation; })
      return number(value.value);
    else if constexpr (sizeof(Integer) > 4)
      return QString::number(value);
    else
      return static_cast<qint64>(value);
  }

  QJsonObject& out_;
};

}  // namespace

QJsonObject jsonOf(const wire::AnyCommand& command) {
  return std::visit(
      []<class Command>(const Command& concrete) {
        QJsonObject out{{QStringLiteral("kind"), nameOfMember(Command::kName)}};
        FieldJson writer(out);
        Command::fields(concrete, writer);
        return out;
      },
      command);
}

}  // namespace aurigraph::ui
