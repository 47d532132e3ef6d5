#pragma once

#include <QAbstractTableModel>
#include <QJsonArray>

namespace aurigraph::ui {

/// The fields of one record as they were read, with their place in the raw bytes. UI thread.
class FieldModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { kName, kValue, kUnit, kPlace, kColumns };
  using QAbstractTableModel::QAbstractTableModel;

  void set(const QJsonArray& fields);
  [[nodiscard]] QString pointerAt(int row) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  QJsonArray fields_;
};

}  // namespace aurigraph::ui
