#pragma once

#include <QDateTime>
#include <QFuture>
#include <QObject>
#include <deque>
#include <functional>
#include <memory>
#include <vector>

#include "core/crypto/ed25519.h"
#include "core/wire/commands.h"
#include "core/wire/transfer.h"
#include "ui/client/api_client.h"

namespace aurigraph::ui {

/// What became of signed operations.
struct Sent {
  QString batch;       ///< Digest, hex.
  quint64 height = 0;  ///< Block.
  bool final = false;  ///< Covered by a certificate.
};

/// What the gateway says of a batch with one command: sent, or the ledger's refusal. Pure.
[[nodiscard]] Reply<Sent> sentIn(const QJsonObject& outcome);

/// One key's way of sending signed operations: keeps session and request numbers, signs on this computer
/// exactly what it was given, sends the very same bytes again when an answer got lost (R-LED-6), one after
/// another. A refusal of the ledger is an error with its code. UI thread.
class Author : public QObject {
  Q_OBJECT
 public:
  Author(ApiClient& api, crypto::SigningKey key, const Digest& genesis, QObject* parent = nullptr);

  [[nodiscard]] PublicKey publicKey() const { return key_.publicKey(); }
  [[nodiscard]] const crypto::SigningKey& key() const { return key_; }

  /// Told when bytes are signed, before they are sent: their digest, and until when a block may take them.
  /// Told again if they have to be signed anew; the older ones were refused then.
  using OnSigned = std::function<void(const QString& batch, const QDateTime& validUntil)>;

  QFuture<Reply<Sent>> send(std::vector<wire::AnyCommand> commands, Wait wait, OnSigned onSigned = {});
  QFuture<Reply<Sent>> send(const wire::AnyCommand& command, Wait wait) {
    return send(std::vector<wire::AnyCommand>{command}, wait);
  }
  QFuture<Reply<Sent>> transfer(const wire::Transfer& transfer, Wait wait);

 private:
  struct Job;
  void enqueue(std::shared_ptr<Job> job);
  void next();
  void openSession(const std::shared_ptr<Job>& job);
  void sign(const std::shared_ptr<Job>& job);
  void submit(const std::shared_ptr<Job>& job);
  void answered(const std::shared_ptr<Job>& job, const Answer& answer);
  void finish(const std::shared_ptr<Job>& job, Reply<Sent> reply);

  ApiClient& api_;
  crypto::SigningKey key_;
  Digest genesis_;
  std::deque<std::shared_ptr<Job>> jobs_;
  bool busy_ = false;
  quint64 session_ = 0;  ///< 0: to be opened.
  quint64 opened_ = 0;   ///< The highest one ever.
  quint64 nextRequest_ = 0;
};

}  // namespace aurigraph::ui
