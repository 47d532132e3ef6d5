#pragma once

#include <QAbstractTableModel>
#include <QDateTime>
#include <QPointer>

#include "ui/client/connection.h"
#include "ui/models/record.h"

namespace aurigraph::ui {

/// Records of one stage, newest first, page by page from the gateway, which also filters. What is new is
/// counted and kept apart until showNew(): no row moves under somebody's hands. UI thread.
class RecordModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column {
    kTime,
    kCategory,
    kKind,
    kAsset,
    kSource,
    kScore,
    kBand,
    kDecision,
    kBlock,
    kOrigin,
    kColumns
  };
  static constexpr int kIdRole = Qt::UserRole + 1;
  static constexpr int kPageSize = 50;

  struct Filter {
    QString stage;
    QString category;  ///< Empty: all.
    QString band;
    bool operator==(const Filter&) const = default;
    [[nodiscard]] bool narrows() const { return !category.isEmpty() || !band.isEmpty(); }
  };

  explicit RecordModel(QObject* parent = nullptr);

  /// Null: none. Drops all rows.
  void setConnection(Connection* connection);
  /// Another list: asks for its first page.
  void setFilter(const Filter& filter);
  [[nodiscard]] const Filter& filter() const { return filter_; }
  /// Asks for the newest page: known rows take their new state in place, new ones are counted in fresh().
  void look();
  /// Puts what look() found on top. Returns how many rows.
  int showNew();
  [[nodiscard]] int fresh() const { return static_cast<int>(waiting_.size()); }
  /// There are more new ones than a page holds.
  [[nodiscard]] bool freshIsMore() const { return waitingIsAll_; }
  [[nodiscard]] bool loaded() const { return loaded_; }
  [[nodiscard]] bool asking() const { return asking_; }
  [[nodiscard]] QString idAt(int row) const;
  [[nodiscard]] int rowOf(const QString& id) const;
  /// Ages in words are seen from `now`; narrow change of the time column.
  void setNow(const QDateTime& now);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
  void fetchMore(const QModelIndex& parent) override;

 Q_SIGNALS:
  void came();  ///< A first page, or new state of it.
  void failed(const aurigraph::ui::ApiError& error);
  void freshChanged();

 private:
  [[nodiscard]] QString path(const QString& cursor) const;
  void reset(const QList<RecordItem>& items, const QString& next);
  void merge(const QList<RecordItem>& items, const QString& next);
  [[nodiscard]] QString textOf(const RecordItem& record, int column) const;
  [[nodiscard]] QString sentenceOf(const RecordItem& record) const;
  [[nodiscard]] QDateTime timeOf(const RecordItem& record) const;

  QPointer<Connection> connection_;
  Filter filter_;
  QList<RecordItem> rows_;
  QList<RecordItem> waiting_;  ///< Newer than rows_, newest first.
  bool waitingIsAll_ = false;  ///< waiting_ does not reach down to rows_.
  QString waitingNext_;
  QString next_;
  QDateTime now_;
  bool loaded_ = false;
  bool asking_ = false;
  quint64 call_ = 0;  ///< Answers for another filter are dropped.
};

}  // namespace aurigraph::ui
