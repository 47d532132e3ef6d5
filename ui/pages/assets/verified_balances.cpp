#include "ui/pages/assets/verified_balances.h"

#include <QJsonDocument>

#include "core/crypto/sha256.h"
#include "ui/pages/assets/proof_details.h"

namespace aurigraph::ui::assets {
namespace {

const QString kRoom = QStringLiteral("assets.verified");

}  // namespace

QString balanceDigest(const QJsonObject& account) {
  QByteArray text = account[QLatin1String("balance")].toString().toUtf8() + '\n' +
                    account[QLatin1String("held")].toString().toUtf8() + '\n' +
                    (account[QLatin1String("frozen")].toBool() ? "frozen" : "open");
  return proofHex(crypto::sha256(viewOf(text)).view());
}

QString VerifiedBalances::keyOf(const QString& symbol, quint32 identity) {
  return QStringLiteral("%1/%2").arg(symbol).arg(identity);
}

void VerifiedBalances::follow(const QString& genesis) {
  if (genesis == genesis_) return;
  genesis_ = genesis;
  balances_.clear();
  Q_EMIT changed();
  if (genesis.isEmpty()) return;
  store_.all(kRoom).then(this, [this, genesis](const Reply<QList<LocalStore::Entry>>& entries) {
    if (!entries || genesis != genesis_) return;
    const QString prefix = genesis + QLatin1Char('/');
    for (const auto& entry : *entries) {
      const QString key = entry.id.mid(prefix.size());
      if (!entry.id.startsWith(prefix) || balances_.contains(key)) continue;
      const auto json = QJsonDocument::fromJson(entry.json).object();
      balances_[key] = {.digest = json[QLatin1String("digest")].toString(),
                        .checkpoint = static_cast<quint64>(json[QLatin1String("checkpoint")].toInteger()),
                        .height = static_cast<quint64>(json[QLatin1String("height")].toInteger()),
                        .proof = json[QLatin1String("proof")].toString()};
    }
    Q_EMIT changed();
  });
}

void VerifiedBalances::keep(const ProvenHolding& holding, const QString& proof) {
  const QString key = keyOf(holding.symbol, holding.identity);
  if (const auto known = balances_.constFind(key);
      known != balances_.constEnd() && known->checkpoint > holding.checkpoint)
    return;
  const VerifiedBalance now{.digest = balanceDigest(holding.account),
                            .checkpoint = holding.checkpoint,
                            .height = holding.height,
                            .proof = proof};
  balances_[key] = now;
  const QJsonObject json{{QStringLiteral("digest"), now.digest},
                         {QStringLiteral("checkpoint"), static_cast<qint64>(now.checkpoint)},
                         {QStringLiteral("height"), static_cast<qint64>(now.height)},
                         {QStringLiteral("proof"), now.proof}};
  // Lost when the disk is full: then it is checked again, nothing worse.
  (void)store_.put(kRoom, genesis_ + QLatin1Char('/') + key,
                   QJsonDocument(json).toJson(QJsonDocument::Compact));
  Q_EMIT changed();
}

const VerifiedBalance* VerifiedBalances::find(const QString& symbol, quint32 identity) const {
  const auto found = balances_.constFind(keyOf(symbol, identity));
  return found == balances_.constEnd() ? nullptr : &*found;
}

}  // namespace aurigraph::ui::assets
