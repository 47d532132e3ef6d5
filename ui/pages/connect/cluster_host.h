#pragma once

#include <QFuture>
#include <QObject>
#include <QString>
#include <QStringList>

#include "core/crypto/ed25519.h"
#include "ui/client/connection.h"

namespace aurigraph::ui {

/// What a person chooses before a cluster starts in this process.
struct StartChoice {
  int validators = 3;
  int business = 2;
  int slim = 1;
  QString folder;         ///< Kept between runs; empty: thrown away on quitting.
  bool training = false;  ///< With demo data, marked TRAINING.
};

/// One step of a start, as shown: "Electing a leader".
struct StartStage {
  QString words;
  int done = 0;
  int total = 0;
};

/// Starts and ends a cluster in the console's own process: the one thing the window cannot ask of the API.
/// Implemented by app/console, which alone knows nodes. UI thread; works on threads of its own.
class ClusterHost : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;

  virtual void start(const StartChoice& choice) = 0;  ///< Ends in ready() or failed().
  virtual void cancel() = 0;                          ///< Of a start: failed("cluster.cancelled") follows.
  virtual void stop() = 0;                            ///< Drains; stopped() follows, also when none runs.
  [[nodiscard]] virtual bool running() const = 0;

  /// The people whose keys lie on this computer: "issuer", "reviewer" …
  [[nodiscard]] virtual QStringList people() const = 0;
  /// Unsealing takes a moment. Errors: those of the keystore.
  virtual QFuture<Reply<crypto::SigningKey>> openKey(const QString& person) = 0;

 Q_SIGNALS:
  void stage(const aurigraph::ui::StartStage& stage);
  void ready(const aurigraph::ui::ClusterProfile& profile);
  void failed(const aurigraph::ui::ApiError& error);
  void stopped();
  /// A training cluster is being filled after it is ready; the last one says done == total.
  void filling(const aurigraph::ui::StartStage& stage);
};

}  // namespace aurigraph::ui
