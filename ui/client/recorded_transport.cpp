#include "ui/client/recorded_transport.h"

#include <QFile>
#include <QJsonDocument>
#include <QPointer>
#include <QPromise>
#include <QTimer>
#include <mutex>

namespace aurigraph::ui {
namespace {

class RecordedStream final : public ByteStream {};

QString keyOf(const QByteArray& method, const QString& path) {
  return QString::fromLatin1(method) + QLatin1Char(' ') + path;
}

HttpAnswer jsonAnswer(const QJsonObject& body, int status) {
  HttpAnswer answer;
  answer.status = status;
  answer.contentType = status < 400 ? "application/json" : "application/problem+json";
  answer.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
  return answer;
}

constexpr QLatin1String kBase("/api/v11");

}  // namespace

struct RecordedGateway::State {
  struct Waiting {
    std::shared_ptr<QPromise<HttpAnswer>> promise;
    HttpRequest request;
  };
  mutable std::mutex mutex;  // streams ask from their own thread
  QHash<QString, HttpAnswer> answers;
  QHash<QString, std::function<HttpAnswer(const HttpRequest&)>> handlers;
  HttpAnswer::Failure failure = HttpAnswer::Failure::kNone;
  bool held = false;
  QList<Waiting> waiting;
  QList<HttpRequest> requests;
  QList<QPointer<RecordedStream>> streams;

  HttpAnswer find(const HttpRequest& request) const {
    HttpAnswer out;
    if (failure != HttpAnswer::Failure::kNone) {
      out.failure = failure;
      return out;
    }
    const QString path = request.path.mid(kBase.size());
    const QString bare = path.section(QLatin1Char('?'), 0, 0);
    for (const QString& key : {keyOf(request.method, path), keyOf(request.method, bare)}) {
      if (const auto handler = handlers.find(key); handler != handlers.end()) return (*handler)(request);
      if (const auto found = answers.find(key); found != answers.end()) return *found;
    }
    return jsonAnswer({{QStringLiteral("code"), QStringLiteral("route.unknown")},
                       {QStringLiteral("detail"), QStringLiteral("Nothing is recorded for %1.").arg(path)}},
                      404);
  }
};

namespace {

class RecordedTransport final : public Transport {
 public:
  explicit RecordedTransport(std::shared_ptr<RecordedGateway::State> state) : state_(std::move(state)) {}

  QFuture<HttpAnswer> send(const HttpRequest& request) override {
    auto promise = std::make_shared<QPromise<HttpAnswer>>();
    promise->start();
    auto future = promise->future();
    const std::lock_guard lock(state_->mutex);
    state_->requests.append(request);
    if (state_->held) {
      state_->waiting.append({promise, request});
      return future;
    }
    QTimer::singleShot(0, [promise, answer = state_->find(request)] {
      promise->addResult(answer);
      promise->finish();
    });
    return future;
  }

  std::unique_ptr<ByteStream> open(const HttpRequest& request) override {
    auto stream = std::make_unique<RecordedStream>();
    const std::lock_guard lock(state_->mutex);
    state_->requests.append(request);
    state_->streams.append(stream.get());
    QTimer::singleShot(0, stream.get(), [stream = stream.get()] { Q_EMIT stream->opened(); });
    return stream;
  }

  [[nodiscard]] Maker again() const override {
    return [state = state_] { return std::make_unique<RecordedTransport>(state); };
  }

 private:
  std::shared_ptr<RecordedGateway::State> state_;
};

}  // namespace

RecordedGateway::RecordedGateway() : state_(std::make_shared<State>()) {}
RecordedGateway::~RecordedGateway() = default;

bool RecordedGateway::load(const QString& folder) {
  QFile file(folder + QLatin1String("/answers.json"));
  if (!file.open(QIODevice::ReadOnly)) return false;
  const auto all = QJsonDocument::fromJson(file.readAll()).object();
  for (auto it = all.begin(); it != all.end(); ++it) {
    const auto entry = it->toObject();
    const int status = entry[QLatin1String("status")].toInt(200);
    const auto body = entry[QLatin1String("body")].toObject();
    HttpAnswer answer = jsonAnswer(body, status);
    if (const auto name = body[QLatin1String("file")].toString(); body.size() == 1 && !name.isEmpty()) {
      QFile bytes(folder + QLatin1Char('/') + name);
      if (!bytes.open(QIODevice::ReadOnly)) return false;
      answer.body = bytes.readAll();
      answer.contentType = "application/octet-stream";
    }
    const std::lock_guard lock(state_->mutex);
    state_->answers[it.key()] = answer;
  }
  return !all.isEmpty();
}

void RecordedGateway::answer(const QByteArray& method, const QString& path, const QJsonObject& body,
                             int status) {
  const std::lock_guard lock(state_->mutex);
  state_->answers[keyOf(method, path)] = jsonAnswer(body, status);
}

void RecordedGateway::answerBytes(const QByteArray& method, const QString& path, const QByteArray& body,
                                  int status) {
  HttpAnswer answer;
  answer.status = status;
  answer.contentType = "application/octet-stream";
  answer.body = body;
  const std::lock_guard lock(state_->mutex);
  state_->answers[keyOf(method, path)] = answer;
}

void RecordedGateway::handle(const QByteArray& method, const QString& path,
                             std::function<HttpAnswer(const HttpRequest&)> handler) {
  const std::lock_guard lock(state_->mutex);
  state_->handlers[keyOf(method, path)] = std::move(handler);
}

void RecordedGateway::fail(HttpAnswer::Failure failure) {
  const std::lock_guard lock(state_->mutex);
  state_->failure = failure;
}

void RecordedGateway::hold(bool held) {
  const std::lock_guard lock(state_->mutex);
  state_->held = held;
  if (held) return;
  for (const auto& each : std::exchange(state_->waiting, {}))
    QTimer::singleShot(0, [promise = each.promise, answer = state_->find(each.request)] {
      promise->addResult(answer);
      promise->finish();
    });
}

void RecordedGateway::push(const QByteArray& topic, const QJsonObject& data, const QByteArray& id) {
  QByteArray text = "event: " + topic + '\n';
  if (!id.isEmpty()) text += "id: " + id + '\n';
  text += "data: " + QJsonDocument(data).toJson(QJsonDocument::Compact) + "\n\n";
  const std::lock_guard lock(state_->mutex);
  for (const auto& stream : state_->streams)
    if (stream)
      QMetaObject::invokeMethod(stream.data(),
                                [stream = stream.data(), text] { Q_EMIT stream->received(text); });
}

std::unique_ptr<Transport> RecordedGateway::transport() {
  return std::make_unique<RecordedTransport>(state_);
}

QList<HttpRequest> RecordedGateway::requests() const {
  const std::lock_guard lock(state_->mutex);
  return state_->requests;
}

}  // namespace aurigraph::ui
