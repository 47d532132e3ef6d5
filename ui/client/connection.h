#pragma once

#include <QDateTime>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <memory>
#include <optional>

#include "core/crypto/ed25519.h"
#include "core/wire/genesis.h"
#include "ui/client/api_client.h"
#include "ui/client/author.h"
#include "ui/client/backoff.h"
#include "ui/client/event_pump.h"
#include "ui/client/event_stream.h"

namespace aurigraph::ui {

/// Which cluster, and whom to believe (R-UI-1).
struct ClusterProfile {
  enum class Mode { kEmbedded, kRemote, kTraining };
  Mode mode = Mode::kRemote;
  QString name;  ///< For people: "Test cluster".
  Endpoint endpoint;
  QString genesis;     ///< 64 hex digits, as the user was told; empty: whatever it says, shown as unpinned.
  QString keysFolder;  ///< Of an embedded cluster: its people's keys; else empty.
};

/// As whom.
struct Identity {
  quint32 id = 0;  ///< 0: nobody is signed in.
  QString name;
  QString key;  ///< Public, hex.
  QStringList roles;
  QStringList permissions;  ///< "decide-review" … (docs/roles.md).
  [[nodiscard]] bool signedIn() const { return id != 0; }
  [[nodiscard]] bool may(QLatin1String permission) const { return permissions.contains(permission); }
};

/// How the connection does. Every sentence the window shows about it has three parts: what, since when, what
/// next.
struct Link {
  ///   kConnecting ─→ kLive ⇄ kStale ─→ kReconnecting ─→ kLive
  ///        └────────────────────────────────┴──────→ kFailed (needs a person)
  enum class State { kConnecting, kLive, kStale, kReconnecting, kFailed };
  State state = State::kConnecting;
  QDateTime since;                   ///< Of this state.
  QDateTime lastAnswer;              ///< What is on screen is from then; null: never.
  std::optional<QDateTime> retryAt;  ///< kReconnecting.
  std::optional<ApiError> error;     ///< kReconnecting, kFailed.
};

/// One connection to one cluster: its API, its event stream, its state, and who is signed in. Another
/// cluster is another Connection; it never falls back to one by itself. UI thread.
class Connection : public QObject {
  Q_OBJECT
 public:
  static constexpr int kStatusEveryMs = 1'000;
  static constexpr int kStaleAfterMs = 3'000;

  /// `transport`: null for the network (tests give recorded answers).
  explicit Connection(ClusterProfile profile, std::unique_ptr<Transport> transport = nullptr,
                      QObject* parent = nullptr);
  ~Connection() override;

  void open();
  /// Ends without making anybody wait, and deletes itself.
  void closeLater();

  [[nodiscard]] const ClusterProfile& profile() const { return profile_; }
  [[nodiscard]] const Link& link() const { return link_; }
  [[nodiscard]] bool live() const { return link_.state == Link::State::kLive; }
  [[nodiscard]] ApiClient& api() { return *api_; }
  /// Newest /query/status; empty before the first.
  [[nodiscard]] const QJsonObject& status() const { return status_; }
  [[nodiscard]] bool simulated() const { return status_[QLatin1String("simulated")].toBool(); }
  [[nodiscard]] const Digest& genesis() const { return genesis_; }
  /// How the cluster began; empty before it was reached.
  [[nodiscard]] const wire::Genesis& genesisFile() const { return genesisFile_; }
  [[nodiscard]] bool genesisPinned() const { return !profile_.genesis.isEmpty(); }
  /// The gateway's clock minus ours, milliseconds; what is due "in 2 min" is counted by the gateway's.
  [[nodiscard]] qint64 clockOffsetMs() const { return clockOffsetMs_; }
  [[nodiscard]] QDateTime clusterNow() const;

  /// Signs in with a key (a challenge, signed here). Errors: those of the gateway.
  QFuture<Reply<Identity>> signIn(crypto::SigningKey key);
  void signOut();
  [[nodiscard]] const Identity& identity() const { return identity_; }
  /// Sends signed operations of whoever is signed in; null: nobody.
  [[nodiscard]] Author* author() { return author_.get(); }

  [[nodiscard]] EventPump& events() { return pump_; }

 Q_SIGNALS:
  void linkChanged(const aurigraph::ui::Link& link);
  void statusChanged(const QJsonObject& status);
  void identityChanged(const aurigraph::ui::Identity& identity);
  /// Ten times a second at most.
  void eventsArrived(const aurigraph::ui::EventBatch& batch);

 private:
  void check();
  void poll();
  void follow();
  void setLink(Link::State state, std::optional<ApiError> error = std::nullopt);
  void lost(const ApiError& error);
  QFuture<Reply<Identity>> exchange(crypto::SigningKey key);

  ClusterProfile profile_;
  std::unique_ptr<ApiClient> api_;
  Link link_;
  QJsonObject status_;
  Digest genesis_;
  wire::Genesis genesisFile_;
  qint64 clockOffsetMs_ = 0;
  Identity identity_;
  std::unique_ptr<Author> author_;
  EventPump pump_;
  std::unique_ptr<EventStream> stream_;
  QTimer pollTimer_;
  QTimer retryTimer_;
  QTimer staleTimer_;
  Backoff backoff_;
  bool polling_ = false;
  bool checked_ = false;
  bool refreshing_ = false;
};

}  // namespace aurigraph::ui
