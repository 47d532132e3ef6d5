#pragma once

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QObject>
#include <QThread>

#include "ui/client/api_client.h"

namespace aurigraph::ui {

/// What this computer keeps for its user: drafts and decisions that wait to be sent, in one SQLite file.
/// Never a secret, never a copy of the ledger. All SQL runs on one thread of its own; futures end on it,
/// continue with `.then(this, …)`. A damaged file is put aside and said, drafts of it are lost.
class LocalStore : public QObject {
  Q_OBJECT
 public:
  struct Entry {
    QString room;  ///< Whose: "review.outbox", "review.draft", "issuance.draft" …
    QString id;
    QByteArray json;
    qint64 updatedMs = 0;
  };

  /// `file`: empty for one that lives in memory (tests).
  explicit LocalStore(QString file, QObject* parent = nullptr);
  ~LocalStore() override;

  /// Errors of all: local.unusable (disk full, no permission).
  QFuture<Reply<bool>> put(const QString& room, const QString& id, const QByteArray& json);
  QFuture<Reply<bool>> remove(const QString& room, const QString& id);
  QFuture<Reply<QList<Entry>>> all(const QString& room);  ///< Oldest first.

 Q_SIGNALS:
  /// The file could not be read; it lies beside the new one under this name.
  void putAside(const QString& file);

 private:
  class Worker;
  template <class T, class Work>
  QFuture<Reply<T>> run(Work work);
  QThread thread_;
  Worker* worker_ = nullptr;
};

}  // namespace aurigraph::ui
