#include "ui/client/json.h"

namespace aurigraph::ui {

QString textIn(const QJsonObject& object, const char* name) {
  return object[QLatin1String(name)].toString();
}

qint64 integerIn(const QJsonObject& object, const char* name) {
  return object[QLatin1String(name)].toInteger();
}

std::optional<double> readingIn(const QJsonObject& object, const char* name) {
  const QJsonValue value = object[QLatin1String(name)];
  if (!value.isDouble() || value.toDouble() < 0) return std::nullopt;
  return value.toDouble();
}

qint64 nanosecondsIn(const QJsonObject& object, const char* name) {
  const QJsonValue value = object[QLatin1String(name)];
  return value.isString() ? value.toString().toLongLong() : value.toInteger();
}

qint64 millisecondsIn(const QJsonObject& object, const char* name) {
  return nanosecondsIn(object, name) / 1'000'000;
}

}  // namespace aurigraph::ui
