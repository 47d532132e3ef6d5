#include "ui/client/api_client.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QPromise>
#include <QUrl>

namespace aurigraph::ui {
namespace {

constexpr QLatin1String kBase("/api/v11");

class Words {
  Q_DECLARE_TR_FUNCTIONS(ApiClient)
};

ApiError failureOf(const HttpAnswer& answer) {
  using enum HttpAnswer::Failure;
  ApiError error;
  switch (answer.failure) {
    case kUntrusted:
      error.code = QStringLiteral("client.untrusted_server");
      error.message = Words::tr("The server's certificate is not of this cluster.");
      error.remedy = Words::tr("Check the address and the certificate file that you were given.");
      break;
    case kTimeout:
      error.code = QStringLiteral("client.timeout");
      error.message = Words::tr("The gateway did not answer in time.");
      error.remedy = Words::tr("It may be busy; try again in a moment.");
      break;
    case kClosedEarly:
      error.code = QStringLiteral("client.connection_lost");
      error.message = Words::tr("The gateway closed the connection before it answered.");
      error.remedy = Words::tr("It may be restarting, or want a client certificate that you have not given.");
      break;
    case kCancelled:
      error.code = QStringLiteral("client.cancelled");
      error.message = Words::tr("The request was cancelled.");
      break;
    case kUnreachable:
    case kNone:
      error.code = QStringLiteral("client.unreachable");
      error.message = Words::tr("No gateway answers at this address.");
      error.remedy = Words::tr("Check the address and that the cluster runs.");
      break;
  }
  return error;
}

Answer jsonOf(const HttpAnswer& answer) {
  if (answer.failure != HttpAnswer::Failure::kNone || answer.status < 200 || answer.status > 299)
    return tl::unexpected(errorOf(answer));
  if (answer.body.isEmpty()) return QJsonObject();
  QJsonParseError fault;
  const auto document = QJsonDocument::fromJson(answer.body, &fault);
  if (!document.isObject()) return tl::unexpected(unreadableAnswer(answer.status));
  return document.object();
}

}  // namespace

ApiError unreadableAnswer(int status) {
  return {QStringLiteral("client.bad_answer"), Words::tr("The gateway's answer cannot be read."),
          Words::tr("It may be of another version than this program."), status, 0};
}

struct ApiClient::State {
  std::unique_ptr<Transport> transport;
  QByteArray bearer;

  QFuture<HttpAnswer> send(HttpRequest request) {
    request.path.prepend(kBase);
    request.bearer = bearer;
    return transport->send(request);
  }
};

ApiError errorOf(const HttpAnswer& answer) {
  if (answer.failure != HttpAnswer::Failure::kNone) return failureOf(answer);
  const auto problem = QJsonDocument::fromJson(answer.body).object();
  ApiError error;
  error.status = answer.status;
  error.retryAfterSeconds = answer.retryAfterSeconds;
  error.code = problem[QLatin1String("code")].toString();
  error.message = problem[QLatin1String("detail")].toString();
  error.remedy = problem[QLatin1String("remedy")].toString();
  if (error.code.isEmpty()) {
    error.code = QStringLiteral("client.http_%1").arg(answer.status);
    error.message = Words::tr("The gateway answered with status %1.").arg(answer.status);
    error.remedy = Words::tr("It may be of another version than this program.");
  }
  return error;
}

ApiClient::ApiClient(std::unique_ptr<Transport> transport) : state_(std::make_shared<State>()) {
  state_->transport = std::move(transport);
}
ApiClient::~ApiClient() = default;

QFuture<Answer> ApiClient::get(const QString& path) {
  HttpRequest request;
  request.path = path;
  return state_->send(request).then(jsonOf);
}

QFuture<Answer> ApiClient::post(const QString& path, const QJsonObject& body) {
  HttpRequest request;
  request.method = "POST";
  request.path = path;
  request.contentType = "application/json";
  request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
  return state_->send(request).then(jsonOf);
}

QFuture<Answer> ApiClient::remove(const QString& path) {
  HttpRequest request;
  request.method = "DELETE";
  request.path = path;
  return state_->send(request).then(jsonOf);
}

QFuture<Reply<QByteArray>> ApiClient::getBytes(const QString& path) {
  HttpRequest request;
  request.path = path;
  return state_->send(request).then([](const HttpAnswer& answer) -> Reply<QByteArray> {
    if (answer.failure != HttpAnswer::Failure::kNone || answer.status != 200)
      return tl::unexpected(errorOf(answer));
    return answer.body;
  });
}

namespace {

/// Asks page after page on the transport's thread, then keeps its promise.
struct Pages : std::enable_shared_from_this<Pages> {
  std::function<QFuture<HttpAnswer>(const QString&)> ask;
  QString path;
  int atMost = 0;
  QJsonArray items;
  QPromise<Reply<QJsonArray>> promise;

  void turn(const QString& cursor) {
    const QChar joiner = path.contains(QLatin1Char('?')) ? QLatin1Char('&') : QLatin1Char('?');
    QString page = path + joiner + QStringLiteral("limit=%1").arg(std::min(200, atMost));
    if (!cursor.isEmpty()) page += QStringLiteral("&cursor=") + escaped(cursor);
    ask(page).then([self = shared_from_this()](const HttpAnswer& answer) {
      const auto json = jsonOf(answer);
      if (!json) return self->end(tl::unexpected(json.error()));
      for (const auto& item : (*json)[QLatin1String("items")].toArray()) self->items.append(item);
      const QString next = (*json)[QLatin1String("next")].toString();
      if (next.isEmpty() || self->items.size() >= self->atMost) return self->end(self->items);
      self->turn(next);
    });
  }
  void end(Reply<QJsonArray> reply) {
    promise.addResult(std::move(reply));
    promise.finish();
  }
};

}  // namespace

QFuture<Reply<QJsonArray>> ApiClient::list(const QString& path, int atMost) {
  auto pages = std::make_shared<Pages>();
  pages->ask = [state = state_](const QString& page) {
    HttpRequest request;
    request.path = page;
    return state->send(request);
  };
  pages->path = path;
  pages->atMost = atMost;
  pages->promise.start();
  auto future = pages->promise.future();
  pages->turn({});
  return future;
}

QFuture<Answer> ApiClient::submit(const QByteArray& batch, Wait wait) {
  HttpRequest request;
  request.method = "POST";
  request.path = wait == Wait::kFinal ? QStringLiteral("/transaction/batches?wait=final")
                                      : QStringLiteral("/transaction/batches?wait=committed");
  request.contentType = "application/octet-stream";
  request.body = batch;
  return state_->send(request).then(jsonOf);
}

void ApiClient::setBearer(const QByteArray& token) {
  state_->bearer = token;
}
const QByteArray& ApiClient::bearer() const {
  return state_->bearer;
}
Transport& ApiClient::transport() {
  return *state_->transport;
}

QString escaped(const QString& text) {
  return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

}  // namespace aurigraph::ui
