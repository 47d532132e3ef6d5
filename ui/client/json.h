#pragma once

#include <QJsonObject>
#include <QString>
#include <optional>

/// How values of the API's answers are read (docs/openapi.yaml). What is absent, or of another type than
/// asked for, is empty or 0: an answer of an older or newer gateway never stops the window.
namespace aurigraph::ui {

/// As it came: text of others is shown tamed (ui/models/json_words.h, widgets/format.h).
[[nodiscard]] QString textIn(const QJsonObject& object, const char* name);
[[nodiscard]] qint64 integerIn(const QJsonObject& object, const char* name);
/// A reading. Readings are not negative: what is none, or negative, is empty, never 0.
[[nodiscard]] std::optional<double> readingIn(const QJsonObject& object, const char* name);
/// A time of the API: nanoseconds as text. 0: absent.
[[nodiscard]] qint64 nanosecondsIn(const QJsonObject& object, const char* name);
/// The same as milliseconds since 1970; 0: absent.
[[nodiscard]] qint64 millisecondsIn(const QJsonObject& object, const char* name);

}  // namespace aurigraph::ui
