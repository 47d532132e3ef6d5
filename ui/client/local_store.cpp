#include "ui/client/local_store.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <utility>

namespace aurigraph::ui {

/// Lives on the store's thread; the one connection is made and closed there.
class LocalStore::Worker : public QObject {
 public:
  Worker(LocalStore& owner, QString file) : owner_(owner), file_(std::move(file)) {}
  ~Worker() override {
    if (name_.isEmpty()) return;
    database().close();
    QSqlDatabase::removeDatabase(name_);
  }

  /// With the first thing asked for: who listens to putAside() is there by then.
  void open() {
    if (std::exchange(opened_, true) || connectTo()) return;
    if (file_.isEmpty() || !QFile::exists(file_)) return;
    const QString aside = file_ + QLatin1String(".damaged-") +
                          QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMddhhmmss"));
    if (!QFile::rename(file_, aside)) return;
    (void)connectTo();
    Q_EMIT owner_.putAside(aside);
  }

  Reply<bool> put(const QString& room, const QString& id, const QByteArray& json) {
    QSqlQuery query(database());
    query.prepare(
        QStringLiteral("INSERT INTO entry(room,id,json,updated) VALUES(?,?,?,?) "
                       "ON CONFLICT(room,id) DO UPDATE SET json=excluded.json, updated=excluded.updated"));
    query.addBindValue(room);
    query.addBindValue(id);
    query.addBindValue(json);
    query.addBindValue(QDateTime::currentMSecsSinceEpoch());
    if (!query.exec()) return refusal(query);
    return true;
  }

  Reply<bool> remove(const QString& room, const QString& id) {
    QSqlQuery query(database());
    query.prepare(QStringLiteral("DELETE FROM entry WHERE room=? AND id=?"));
    query.addBindValue(room);
    query.addBindValue(id);
    if (!query.exec()) return refusal(query);
    return true;
  }

  Reply<QList<Entry>> all(const QString& room) {
    QSqlQuery query(database());
    query.prepare(QStringLiteral("SELECT id,json,updated FROM entry WHERE room=? ORDER BY updated,id"));
    query.addBindValue(room);
    if (!query.exec()) return refusal(query);
    QList<Entry> out;
    while (query.next())
      out.append(
          {room, query.value(0).toString(), query.value(1).toByteArray(), query.value(2).toLongLong()});
    return out;
  }

 private:
  [[nodiscard]] QSqlDatabase database() const { return QSqlDatabase::database(name_, false); }

  bool connectTo() {
    if (!name_.isEmpty()) QSqlDatabase::removeDatabase(name_);
    name_ = QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto opened = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name_);
    if (!file_.isEmpty()) QDir().mkpath(QFileInfo(file_).absolutePath());
    opened.setDatabaseName(file_.isEmpty() ? QStringLiteral(":memory:") : file_);
    if (!opened.open()) return false;
    QSqlQuery query(opened);
    return query.exec(QStringLiteral("PRAGMA journal_mode=WAL")) &&
           query.exec(QStringLiteral("PRAGMA synchronous=FULL")) &&
           query.exec(QStringLiteral("CREATE TABLE IF NOT EXISTS entry(room TEXT NOT NULL, id TEXT NOT NULL, "
                                     "json BLOB NOT NULL, updated INTEGER NOT NULL, PRIMARY KEY(room,id))"));
  }

  static tl::unexpected<ApiError> refusal(const QSqlQuery& query) {
    return tl::unexpected(
        ApiError{QStringLiteral("local.unusable"),
                 QCoreApplication::translate("LocalStore", "This computer could not keep your draft: %1.")
                     .arg(query.lastError().databaseText()),
                 QCoreApplication::translate("LocalStore",
                                             "Check free disk space and permissions; until then "
                                             "nothing is kept when you close the window."),
                 0, 0});
  }

  LocalStore& owner_;
  QString file_;
  QString name_;
  bool opened_ = false;
};

LocalStore::LocalStore(QString file, QObject* parent) : QObject(parent) {
  worker_ = new Worker(*this, std::move(file));
  worker_->moveToThread(&thread_);
  connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
  thread_.setObjectName(QStringLiteral("drafts"));
  thread_.start();
}

LocalStore::~LocalStore() {
  thread_.quit();
  thread_.wait();
}

template <class T, class Work>
QFuture<Reply<T>> LocalStore::run(Work work) {
  auto promise = std::make_shared<QPromise<Reply<T>>>();
  promise->start();
  auto future = promise->future();
  QMetaObject::invokeMethod(worker_, [promise, worker = worker_, work = std::move(work)] {
    worker->open();
    promise->addResult(work());
    promise->finish();
  });
  return future;
}

QFuture<Reply<bool>> LocalStore::put(const QString& room, const QString& id, const QByteArray& json) {
  return run<bool>([worker = worker_, room, id, json] { return worker->put(room, id, json); });
}
QFuture<Reply<bool>> LocalStore::remove(const QString& room, const QString& id) {
  return run<bool>([worker = worker_, room, id] { return worker->remove(room, id); });
}
QFuture<Reply<QList<LocalStore::Entry>>> LocalStore::all(const QString& room) {
  return run<QList<Entry>>([worker = worker_, room] { return worker->all(room); });
}

}  // namespace aurigraph::ui
