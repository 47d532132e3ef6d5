#pragma once

#include <QHash>
#include <QJsonObject>
#include <QObject>

#include "ui/client/local_store.h"
#include "ui/pages/assets/proof_check.h"

namespace aurigraph::ui::assets {

/// Of one holder's account in one token: which balance a proof vouched for, as a digest.
struct VerifiedBalance {
  QString digest;  ///< balanceDigest() of the account in the certified state.
  quint64 checkpoint = 0;
  quint64 height = 0;
  QString proof;  ///< SHA-256 of the file that was checked.
};

/// Digest of balance, reserved part and state of an account, as the API writes them.
[[nodiscard]] QString balanceDigest(const QJsonObject& account);

/// The last verified balance of every holder, kept on this computer for each cluster apart. UI thread.
class VerifiedBalances : public QObject {
  Q_OBJECT
 public:
  VerifiedBalances(LocalStore& store, QObject* parent) : QObject(parent), store_(store) {}

  /// Forgets what is shown and reads what is kept of this cluster.
  void follow(const QString& genesis);
  /// An earlier checkpoint than the one known changes nothing.
  void keep(const ProvenHolding& holding, const QString& proof);
  /// Null: nothing was verified.
  [[nodiscard]] const VerifiedBalance* find(const QString& symbol, quint32 identity) const;

 Q_SIGNALS:
  void changed();

 private:
  [[nodiscard]] static QString keyOf(const QString& symbol, quint32 identity);

  LocalStore& store_;
  QString genesis_;
  QHash<QString, VerifiedBalance> balances_;
};

}  // namespace aurigraph::ui::assets
