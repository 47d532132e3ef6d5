#include "ui/client/connection.h"

#include <QCoreApplication>
#include <QPromise>

#include "core/wire/sign_in.h"
#include "ui/client/json.h"

namespace aurigraph::ui {
namespace {

QString hexText(ByteView bytes) {
  return QString::fromLatin1(qtBytes(bytes).toHex());
}

QStringList textsIn(const QJsonValue& array) {
  QStringList out;
  for (const auto& item : array.toArray()) out.append(item.toString());
  return out;
}

}  // namespace

Connection::Connection(ClusterProfile profile, std::unique_ptr<Transport> transport, QObject* parent)
    : QObject(parent), profile_(std::move(profile)) {
  if (!transport) transport = networkTransport(profile_.endpoint);
  api_ = std::make_unique<ApiClient>(std::move(transport));
  link_.since = QDateTime::currentDateTime();
  pollTimer_.setInterval(kStatusEveryMs);
  connect(&pollTimer_, &QTimer::timeout, this, &Connection::poll);
  retryTimer_.setSingleShot(true);
  connect(&retryTimer_, &QTimer::timeout, this, [this] { checked_ ? poll() : check(); });
  staleTimer_.setSingleShot(true);
  staleTimer_.setInterval(kStaleAfterMs);
  connect(&staleTimer_, &QTimer::timeout, this, [this] {
    if (link_.state == Link::State::kLive) setLink(Link::State::kStale);
  });
  connect(&pump_, &EventPump::arrived, this, &Connection::eventsArrived);
}

Connection::~Connection() {
  stream_.reset();  // Its thread puts into the pump.
}

void Connection::closeLater() {
  for (QTimer* each : {&pollTimer_, &retryTimer_, &staleTimer_}) each->stop();
  pump_.stop();
  disconnect();
  if (!stream_) return deleteLater();
  connect(stream_.get(), &EventStream::ended, this, &QObject::deleteLater);
  stream_->end();
}

void Connection::open() {
  setLink(Link::State::kConnecting);
  check();
}

/// Version and genesis first: nothing of a cluster that is another one is ever shown.
void Connection::check() {
  api_->get(QStringLiteral("/info")).then(this, [this](const Answer& info) {
    if (!info) return lost(info.error());
    const QString version = (*info)[QLatin1String("api")].toString();
    if (version != QLatin1String("v11"))
      return setLink(
          Link::State::kFailed,
          ApiError{QStringLiteral("client.other_version"),
                   tr("This gateway speaks version %1 of the API; this program speaks v11.").arg(version),
                   tr("Use a console of the same release as the cluster."), 0, 0});
    api_->getBytes(QStringLiteral("/query/genesis")).then(this, [this](const Reply<QByteArray>& bytes) {
      if (!bytes) return lost(bytes.error());
      auto genesis = wire::decodeGenesis(viewOf(*bytes));
      if (!genesis)
        return setLink(
            Link::State::kFailed,
            ApiError{QStringLiteral("client.bad_answer"), tr("The gateway's genesis file cannot be read."),
                     tr("Use a console of the same release as the cluster."), 0, 0});
      genesis_ = genesis->digest();
      if (!profile_.genesis.isEmpty() && profile_.genesis != hexText(genesis_.view()))
        return setLink(
            Link::State::kFailed,
            ApiError{QStringLiteral("client.other_genesis"),
                     tr("This is another cluster: its genesis digest is not the one you gave."),
                     tr("Compare the digest with whoever runs the cluster before you change it."), 0, 0});
      genesisFile_ = std::move(*genesis);
      checked_ = true;
      poll();
    });
  });
}

void Connection::poll() {
  if (polling_ || link_.state == Link::State::kFailed) return;
  polling_ = true;
  const qint64 asked = QDateTime::currentMSecsSinceEpoch();
  api_->get(QStringLiteral("/query/status")).then(this, [this, asked](const Answer& status) {
    polling_ = false;
    if (!status) return lost(status.error());
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (const qint64 theirs = millisecondsIn(*status, "time"); theirs != 0)
      clockOffsetMs_ = theirs - (asked + now) / 2;
    status_ = *status;
    link_.lastAnswer = QDateTime::currentDateTime();
    backoff_.reset();
    staleTimer_.start();
    if (link_.state != Link::State::kLive) setLink(Link::State::kLive);
    if (!pollTimer_.isActive()) pollTimer_.start();
    if (!stream_) follow();
    Q_EMIT statusChanged(status_);
  });
}

void Connection::follow() {
  stream_ = std::make_unique<EventStream>(api_->transport(), api_->bearer(), pump_);
  pump_.start();
}

void Connection::lost(const ApiError& error) {
  pollTimer_.stop();
  if (error.status == 401 && identity_.signedIn() && author_ && !refreshing_) {
    // The token ended, the key is still here.
    refreshing_ = true;
    api_->setBearer({});
    exchange(author_->key()).then(this, [this](const Reply<Identity>& again) {
      refreshing_ = false;
      if (!again) signOut();
      poll();
    });
    return;
  }
  if (error.code == QLatin1String("client.untrusted_server")) return setLink(Link::State::kFailed, error);
  const int wait = backoff_.nextMs();
  retryTimer_.start(wait);
  link_.retryAt = QDateTime::currentDateTime().addMSecs(wait);
  setLink(Link::State::kReconnecting, error);
}

void Connection::setLink(Link::State state, std::optional<ApiError> error) {
  if (state != link_.state) link_.since = QDateTime::currentDateTime();
  link_.state = state;
  link_.error = std::move(error);
  if (state != Link::State::kReconnecting) link_.retryAt.reset();
  Q_EMIT linkChanged(link_);
}

QDateTime Connection::clusterNow() const {
  return QDateTime::currentDateTime().addMSecs(clockOffsetMs_);
}

QFuture<Reply<Identity>> Connection::signIn(crypto::SigningKey key) {
  return exchange(std::move(key));
}

QFuture<Reply<Identity>> Connection::exchange(crypto::SigningKey key) {
  auto promise = std::make_shared<QPromise<Reply<Identity>>>();
  promise->start();
  auto future = promise->future();
  const auto refuse = [promise](const ApiError& error) {
    promise->addResult(Reply<Identity>(tl::unexpected(error)));
    promise->finish();
  };
  const QString publicKey = hexText(key.publicKey().view());
  api_->post(QStringLiteral("/auth/challenge"), {{QStringLiteral("key"), publicKey}})
      .then(this, [this, key, publicKey, promise, refuse](const Answer& given) {
        if (!given) return refuse(given.error());
        const QString text = (*given)[QLatin1String("challenge")].toString();
        const auto challenge = fixedFromHex<Digest>(stdText(text));
        if (!challenge)
          return refuse({QStringLiteral("client.bad_answer"), tr("The gateway's answer cannot be read."),
                         tr("It may be of another version than this program."), 0, 0});
        const auto signature = key.sign(wire::signInDigest(genesis_, key.publicKey(), *challenge));
        api_->post(QStringLiteral("/auth/sessions"),
                   {{QStringLiteral("key"), publicKey},
                    {QStringLiteral("challenge"), text},
                    {QStringLiteral("signature"), hexText(signature.view())}})
            .then(this, [this, key, publicKey, promise, refuse](const Answer& signedIn) {
              if (!signedIn) return refuse(signedIn.error());
              api_->setBearer((*signedIn)[QLatin1String("token")].toString().toLatin1());
              api_->get(QStringLiteral("/auth/me"))
                  .then(this, [this, key, publicKey, promise, refuse](const Answer& me) {
                    if (!me) return refuse(me.error());
                    identity_ = {.id = static_cast<quint32>((*me)[QLatin1String("identity")].toInteger()),
                                 .name = (*me)[QLatin1String("name")].toString(),
                                 .key = publicKey,
                                 .roles = textsIn((*me)[QLatin1String("roles")]),
                                 .permissions = textsIn((*me)[QLatin1String("permissions")])};
                    if (!author_ || author_->publicKey() != key.publicKey())
                      author_ = std::make_unique<Author>(*api_, key, genesis_);
                    // The stream shows what its reader may see.
                    if (stream_) stream_->setBearer(api_->bearer());
                    promise->addResult(Reply<Identity>(identity_));
                    promise->finish();
                    Q_EMIT identityChanged(identity_);
                  });
            });
      });
  return future;
}

void Connection::signOut() {
  if (!api_->bearer().isEmpty()) (void)api_->remove(QStringLiteral("/auth/sessions"));
  api_->setBearer({});
  identity_ = {};
  author_.reset();
  if (stream_) stream_->setBearer({});
  Q_EMIT identityChanged(identity_);
}

}  // namespace aurigraph::ui
