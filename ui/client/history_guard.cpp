#include "ui/client/history_guard.h"

#include <QJsonDocument>

#include "core/proof/history_check.h"
#include "ui/client/json.h"

namespace aurigraph::ui {
namespace {

using proof::HistoryVerdict;

const QString kSeen = QStringLiteral("history.seen");
const QString kEvidence = QStringLiteral("history.evidence");

QString hexText(ByteView bytes) {
  return QString::fromLatin1(qtBytes(bytes).toHex());
}

std::optional<wire::Certificate> certificateIn(const QJsonObject& object, const char* name) {
  const auto bytes = fromHex(stdText(textIn(object, name)));
  if (!bytes) return std::nullopt;
  auto certificate = wire::decodeCertificate(*bytes);
  if (!certificate) return std::nullopt;
  return std::move(*certificate);
}

/// What cannot be read leads from nowhere to nowhere.
wire::ConsistencyPath pathIn(const QJsonObject& object) {
  wire::ConsistencyPath out;
  out.from = Height(static_cast<std::uint64_t>(integerIn(object, "from")));
  out.to = Height(static_cast<std::uint64_t>(integerIn(object, "to")));
  out.fromRoot = fixedFromHex<Digest>(stdText(textIn(object, "from_root"))).value_or(Digest{});
  out.toRoot = fixedFromHex<Digest>(stdText(textIn(object, "to_root"))).value_or(Digest{});
  for (const auto& hash : object[QLatin1String("path")].toArray())
    out.path.push_back(fixedFromHex<Digest>(stdText(hash.toString())).value_or(Digest{}));
  return out;
}

QByteArray jsonText(const QJsonObject& object) {
  return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

}  // namespace

void HistoryGuard::follow(Connection* connection) {
  if (connection_ != nullptr) connection_->disconnect(this);
  connection_ = connection;
  ++round_;
  sinceLook_.invalidate();
  if (connection == nullptr) return;
  connect(connection, &Connection::statusChanged, this, [this] {
    if (!sinceLook_.isValid() || sinceLook_.hasExpired(kEveryMs)) look();
  });
}

void HistoryGuard::look() {
  if (connection_ == nullptr) return;
  sinceLook_.start();
  const quint64 round = ++round_;
  looking_ = {.connection = connection_, .remembered = {}, .shown = {}};
  store_.all(kSeen).then(this, [this, round](const Reply<QList<LocalStore::Entry>>& entries) {
    if (stale(round) || !entries) return;
    const QString genesis = hexText(connection_->genesis().view());
    for (const auto& entry : *entries)
      if (entry.id == genesis)
        looking_.remembered = certificateIn(QJsonDocument::fromJson(entry.json).object(), "certificate");
    ask(round);
  });
}

void HistoryGuard::ask(quint64 round) {
  connection_->api()
      .get(QStringLiteral("/query/certificates/latest"))
      .then(this, [this, round](const Answer& answer) {
        if (stale(round) || !answer) return;
        const auto shown = certificateIn(*answer, "bytes");
        if (!shown) return;
        looking_.shown = *shown;
        const auto& genesis = connection_->genesisFile();
        if (const auto sealed = proof::checkSealed(*shown, genesis); !sealed) {
          Q_EMIT contradicted(
              {qtText(sealed.error().code),
               tr("The gateway shows a certificate that the cluster's validators did not seal."),
               tr("Check the address, and tell the operators."), 0, 0});
        } else if (!looking_.remembered || !proof::checkSealed(*looking_.remembered, genesis)) {
          remember();
        } else {
          compare(round);
        }
      });
}

void HistoryGuard::compare(quint64 round) {
  const Height before = looking_.remembered->statement.height;
  const Height now = looking_.shown.statement.height;
  if (before == now) return judge({}, {});
  connection_->api()
      .get(QStringLiteral("/query/consistency?from=%1&to=%2")
               .arg(std::min(before, now).value)
               .arg(std::max(before, now).value))
      .then(this, [this, round](const Answer& answer) {
        if (!stale(round) && answer) judge(pathIn(*answer), *answer);
      });
}

void HistoryGuard::judge(const wire::ConsistencyPath& answer, const QJsonObject& asGiven) {
  const auto& remembered = looking_.remembered->statement;
  const auto& shown = looking_.shown.statement;
  const bool newer = remembered.height < shown.height;
  const auto verdict = newer ? proof::compareHistories(remembered, shown, answer)
                             : proof::compareHistories(shown, remembered, answer);
  if (verdict == HistoryVerdict::kOneHistory) {
    if (newer) return remember();
    Q_EMIT agreed();
    return;
  }
  const bool forked = verdict == HistoryVerdict::kForked;
  const QString genesis = hexText(connection_->genesis().view());
  store_.put(
      kEvidence, QStringLiteral("%1/%2/%3").arg(genesis).arg(remembered.height.value).arg(shown.height.value),
      jsonText({{QStringLiteral("verdict"), forked ? QStringLiteral("forked") : QStringLiteral("unproven")},
                {QStringLiteral("remembered"), hexText(wire::encode(*looking_.remembered))},
                {QStringLiteral("shown"), hexText(wire::encode(looking_.shown))},
                {QStringLiteral("answer"), asGiven}}));
  Q_EMIT contradicted(forked ? forkedAt(remembered.height) : unprovenAt(remembered.height));
}

ApiError HistoryGuard::forkedAt(Height height) {
  return {
      QStringLiteral("client.history_forked"),
      tr("This cluster has two certified histories: what the gateway shows does not go on from what this "
         "computer saw certified up to block %1. A majority of the validators' keys signed both, so what was "
         "final in one may be missing in the other.")
          .arg(height.value),
      tr("Sign nothing and rely on no balance until the operators have explained it. Both certificates are "
         "kept on this computer."),
      0, 0};
}

ApiError HistoryGuard::unprovenAt(Height height) {
  return {QStringLiteral("client.history_unproven"),
          tr("The gateway does not show that its history goes on from the one that this computer saw "
             "certified up to block %1. It is faulty, or hides that the history was replaced.")
              .arg(height.value),
          tr("Connect to another node of the cluster. If that cannot show it either, sign nothing and tell "
             "the operators."),
          0, 0};
}

void HistoryGuard::remember() {
  store_.put(kSeen, hexText(connection_->genesis().view()),
             jsonText({{QStringLiteral("height"), static_cast<qint64>(looking_.shown.statement.height.value)},
                       {QStringLiteral("certificate"), hexText(wire::encode(looking_.shown))}}));
  Q_EMIT agreed();
}

}  // namespace aurigraph::ui
