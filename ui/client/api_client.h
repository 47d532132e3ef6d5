#pragma once

#include <QFuture>
#include <QJsonArray>
#include <QJsonObject>
#include <memory>
#include <tl/expected.hpp>

#include "core/base/bytes.h"
#include "ui/client/api_error.h"
#include "ui/client/transport.h"

namespace aurigraph::ui {

template <class T>
using Reply = tl::expected<T, ApiError>;

/// Of an answer that lacks what it must have.
[[nodiscard]] ApiError unreadableAnswer(int status);
using Answer = Reply<QJsonObject>;

enum class Wait { kCommitted, kFinal };

/// The public API (docs/openapi.yaml) for the window, the same for embedded and remote clusters. Every call
/// returns at once; its future always ends, with an answer or an error in words. Continue with
/// `.then(this, [](const Answer& answer) { … })`: on the UI thread, and not at all once `this` is gone.
/// UI thread.
class ApiClient {
 public:
  explicit ApiClient(std::unique_ptr<Transport> transport);
  ~ApiClient();

  /// `path` begins behind /api/v11: "/query/tokens/VER-19". Encode what is not yours: escaped().
  QFuture<Answer> get(const QString& path);
  QFuture<Answer> post(const QString& path, const QJsonObject& body);
  QFuture<Answer> remove(const QString& path);
  QFuture<Reply<QByteArray>> getBytes(const QString& path);
  /// Follows `next` until all items are there or `atMost`.
  QFuture<Reply<QJsonArray>> list(const QString& path, int atMost = 1'000);
  /// Signed bytes, header ‖ body. Sending the same bytes again is safe (R-LED-6).
  QFuture<Answer> submit(const QByteArray& batch, Wait wait);

  /// The token sent with every call; empty: none.
  void setBearer(const QByteArray& token);
  [[nodiscard]] const QByteArray& bearer() const;
  [[nodiscard]] Transport& transport();

 private:
  struct State;
  std::shared_ptr<State> state_;
};

/// Text as one segment of a path or one value of a query (RFC 3986).
[[nodiscard]] QString escaped(const QString& text);
/// What an answer that is none, or a problem document, says to a person.
[[nodiscard]] ApiError errorOf(const HttpAnswer& answer);

/// `QString` from a text of core, and back.
[[nodiscard]] inline QString qtText(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
[[nodiscard]] inline std::string stdText(const QString& text) {
  return text.toStdString();
}
[[nodiscard]] inline QByteArray qtBytes(ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}
[[nodiscard]] inline ByteView viewOf(const QByteArray& bytes) {
  return {reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

}  // namespace aurigraph::ui
