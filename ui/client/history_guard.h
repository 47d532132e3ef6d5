#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <optional>

#include "core/wire/consistency_path.h"
#include "core/wire/seal.h"
#include "ui/client/connection.h"
#include "ui/client/local_store.h"

namespace aurigraph::ui {

/// Remembers the last certificate of each cluster in the local store, and looks that the cluster of a
/// connection goes on from it: with the first status, then once a minute (docs/decisions/091). What cannot be
/// compared just now is tried again. UI thread.
class HistoryGuard : public QObject {
  Q_OBJECT
 public:
  static constexpr qint64 kEveryMs = 60'000;

  /// `store` outlives the guard.
  explicit HistoryGuard(LocalStore& store, QObject* parent = nullptr) : QObject(parent), store_(store) {}
  /// From now on this connection; null: none.
  void follow(Connection* connection);
  /// Compares now, whenever the last time was.
  void look();

 Q_SIGNALS:
  /// The latest certificate holds and goes on from the remembered one.
  void agreed();
  /// It does not: client.history_forked, client.history_unproven (both certificates are in the local store),
  /// or certificate.*, of one that the validators did not seal. Nothing of this cluster should be signed or
  /// believed.
  void contradicted(const aurigraph::ui::ApiError& error);

 private:
  /// One comparison; what belongs to an earlier one is dropped.
  struct Looking {
    QPointer<Connection> connection;
    std::optional<wire::Certificate> remembered;
    wire::Certificate shown;
  };
  [[nodiscard]] bool stale(quint64 round) const { return round != round_ || looking_.connection.isNull(); }
  void ask(quint64 round);
  void compare(quint64 round);
  void judge(const wire::ConsistencyPath& answer, const QJsonObject& asGiven);
  void remember();
  [[nodiscard]] static ApiError forkedAt(Height height);
  [[nodiscard]] static ApiError unprovenAt(Height height);

  LocalStore& store_;
  QPointer<Connection> connection_;
  Looking looking_;
  quint64 round_ = 0;
  QElapsedTimer sinceLook_;
};

}  // namespace aurigraph::ui
