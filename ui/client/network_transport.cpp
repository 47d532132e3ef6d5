#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPromise>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QUrl>

#include "ui/client/transport.h"

namespace aurigraph::ui {
namespace {

constexpr qint64 kMaxAnswerBytes = 32LL * 1024 * 1024;

HttpAnswer answerOf(QNetworkReply& reply, bool untrusted) {
  HttpAnswer answer;
  answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
  answer.contentType = reply.header(QNetworkRequest::ContentTypeHeader).toByteArray();
  answer.retryAfterSeconds = reply.rawHeader("Retry-After").toInt();
  answer.detail = reply.errorString();
  using enum HttpAnswer::Failure;
  if (untrusted || reply.error() == QNetworkReply::SslHandshakeFailedError)
    answer.failure = kUntrusted;
  else if (answer.status != 0)
    answer.failure = kNone;
  else if (reply.error() == QNetworkReply::OperationCanceledError)
    answer.failure = kTimeout;  // The transfer's time was over; nobody else aborts a plain request.
  else if (reply.error() == QNetworkReply::RemoteHostClosedError)
    answer.failure = kClosedEarly;
  else
    answer.failure = kUnreachable;
  return answer;
}

class NetworkStream final : public ByteStream {
 public:
  explicit NetworkStream(QNetworkReply* reply) : reply_(reply) {
    connect(reply, &QNetworkReply::metaDataChanged, this, [this] {
      if (status() == 200) Q_EMIT opened();
    });
    connect(reply, &QNetworkReply::readyRead, this, [this] {
      if (status() == 200)
        Q_EMIT received(reply_->readAll());
      else if (problem_.size() < kMaxAnswerBytes)
        problem_ += reply_->readAll();
    });
    connect(reply, &QNetworkReply::sslErrors, this, [this] { untrusted_ = true; });
    connect(reply, &QNetworkReply::finished, this, [this] {
      HttpAnswer why = answerOf(*reply_, untrusted_);
      why.body = problem_;
      Q_EMIT closed(why);
    });
  }
  ~NetworkStream() override {
    reply_->disconnect(this);
    reply_->abort();
    reply_->deleteLater();
  }

 private:
  [[nodiscard]] int status() const {
    return reply_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
  }
  QNetworkReply* reply_;
  QByteArray problem_;
  bool untrusted_ = false;
};

class NetworkTransport final : public Transport {
 public:
  explicit NetworkTransport(const Endpoint& endpoint) : endpoint_(endpoint) {
    tls_ = QSslConfiguration::defaultConfiguration();
    tls_.setCaCertificates(QSslCertificate::fromData(endpoint.authorityPem, QSsl::Pem));
    tls_.setProtocol(QSsl::TlsV1_2OrLater);
    tls_.setPeerVerifyMode(QSslSocket::VerifyPeer);
    manager_.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager_.setProxy(QNetworkProxy::NoProxy);
  }

  QFuture<HttpAnswer> send(const HttpRequest& request) override {
    auto promise = std::make_shared<QPromise<HttpAnswer>>();
    auto future = promise->future();
    promise->start();
    QNetworkRequest out = requestOf(request);
    out.setTransferTimeout(endpoint_.timeoutMs);
    QNetworkReply* reply = manager_.sendCustomRequest(out, request.method, request.body);
    // A server that never ends its answer is a server that does not answer.
    QObject::connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
      if (received > kMaxAnswerBytes) reply->abort();
    });
    auto untrusted = std::make_shared<bool>(false);
    QObject::connect(reply, &QNetworkReply::sslErrors, reply, [untrusted] { *untrusted = true; });
    QObject::connect(reply, &QNetworkReply::finished, &manager_, [reply, promise, untrusted] {
      HttpAnswer answer = answerOf(*reply, *untrusted);
      answer.body = reply->readAll();
      reply->deleteLater();
      promise->addResult(std::move(answer));
      promise->finish();
    });
    return future;
  }

  std::unique_ptr<ByteStream> open(const HttpRequest& request) override {
    QNetworkRequest out = requestOf(request);
    out.setRawHeader("Accept", "text/event-stream");
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    return std::make_unique<NetworkStream>(manager_.sendCustomRequest(out, request.method, request.body));
  }

  [[nodiscard]] Maker again() const override {
    return [endpoint = endpoint_] { return networkTransport(endpoint); };
  }

 private:
  [[nodiscard]] QNetworkRequest requestOf(const HttpRequest& request) const {
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(endpoint_.host);
    url.setPort(endpoint_.port);
    const qsizetype query = request.path.indexOf(QLatin1Char('?'));
    url.setPath(request.path.left(query), QUrl::StrictMode);
    if (query >= 0) url.setQuery(request.path.mid(query + 1), QUrl::StrictMode);
    QNetworkRequest out(url);
    out.setSslConfiguration(tls_);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    if (!request.contentType.isEmpty())
      out.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
    if (!request.bearer.isEmpty()) out.setRawHeader("Authorization", "Bearer " + request.bearer);
    if (!request.lastEventId.isEmpty()) out.setRawHeader("Last-Event-ID", request.lastEventId);
    return out;
  }

  Endpoint endpoint_;
  QSslConfiguration tls_;
  QNetworkAccessManager manager_;
};

}  // namespace

bool holdsCertificate(const QByteArray& pem) {
  return !QSslCertificate::fromData(pem, QSsl::Pem).isEmpty();
}

std::unique_ptr<Transport> networkTransport(const Endpoint& endpoint) {
  return std::make_unique<NetworkTransport>(endpoint);
}

}  // namespace aurigraph::ui
