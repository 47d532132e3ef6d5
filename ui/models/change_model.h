#pragma once

#include <QAbstractTableModel>
#include <QList>

#include "ui/models/record.h"

namespace aurigraph::ui {

/// What a record says differently from the last accepted one. Signs: ± changed, + added, − gone, = same.
class ChangeModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { kField, kBefore, kAfter, kColumns };

  using QAbstractTableModel::QAbstractTableModel;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  void setChanges(const QList<FieldChange>& changes);
  void setChangedOnly(bool changedOnly);
  [[nodiscard]] bool changedOnly() const { return changedOnly_; }
  [[nodiscard]] int changed() const;

 private:
  void sift();

  QList<FieldChange> all_;
  QList<FieldChange> shown_;
  bool changedOnly_ = true;
};

/// The asset's records before this one, newest first.
class EarlierModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { kWhen, kKind, kScore, kDecision, kSource, kColumns };
  enum DataRole { kIdRole = Qt::UserRole + 1 };

  using QAbstractTableModel::QAbstractTableModel;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  void setRecords(const QList<RecordItem>& records);

 private:
  QList<RecordItem> rows_;
};

}  // namespace aurigraph::ui
