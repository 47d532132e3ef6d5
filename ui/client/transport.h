#pragma once

#include <QByteArray>
#include <QFuture>
#include <QObject>
#include <QString>
#include <functional>
#include <memory>

/// The one seam between the window and the wire: HTTPS in life, recorded answers in tests.
namespace aurigraph::ui {

struct HttpRequest {
  QByteArray method = "GET";
  QString path;  ///< With /api/v11 and query, percent-encoded.
  QByteArray body;
  QByteArray contentType;
  QByteArray bearer;       ///< Empty: not signed in.
  QByteArray lastEventId;  ///< Streams only.
};

struct HttpAnswer {
  /// Why there is no answer of the gateway; kNone: there is one, whatever its status.
  enum class Failure { kNone, kUnreachable, kTimeout, kUntrusted, kClosedEarly, kCancelled };
  Failure failure = Failure::kNone;
  QString detail;  ///< Of a failure, technical.
  int status = 0;
  QByteArray contentType;
  QByteArray body;
  int retryAfterSeconds = 0;
};

/// An answer without an end. Lives and speaks on the thread that opened it; deleting it ends it.
class ByteStream : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;
 Q_SIGNALS:
  void opened();
  void received(const QByteArray& bytes);
  /// Last; with status other than 200 the answer is a problem document.
  void closed(const aurigraph::ui::HttpAnswer& why);
};

class Transport {
 public:
  virtual ~Transport() = default;
  /// Always ends; never throws. Continue with `.then(context, …)`. On the transport's thread.
  virtual QFuture<HttpAnswer> send(const HttpRequest& request) = 0;
  virtual std::unique_ptr<ByteStream> open(const HttpRequest& request) = 0;
  /// Makes transports of the same gateway for another thread, on which it is called.
  using Maker = std::function<std::unique_ptr<Transport>()>;
  [[nodiscard]] virtual Maker again() const = 0;
};

/// Where a gateway is and whom to believe. No system root certificate is ever trusted.
struct Endpoint {
  QString host = QStringLiteral("127.0.0.1");
  quint16 port = 8443;
  QByteArray authorityPem;
  int timeoutMs = 15'000;
  bool operator==(const Endpoint&) const = default;
};

/// Whether there is a certificate in a PEM text: what a person chose as the endpoint's authority.
[[nodiscard]] bool holdsCertificate(const QByteArray& pem);

/// TLS 1.2 or later, the endpoint's authority only.
[[nodiscard]] std::unique_ptr<Transport> networkTransport(const Endpoint& endpoint);

}  // namespace aurigraph::ui
