#pragma once

#include <QAbstractTableModel>

#include "ui/charts/chart.h"

namespace aurigraph::ui {

/// The chart as a table, newest first: the same points, for reading, copying and screen readers. UI thread.
class ChartTable : public QAbstractTableModel {
  Q_OBJECT
 public:
  explicit ChartTable(const Chart& chart, QObject* parent = nullptr);

  /// Rows come and go at the ends; what stays keeps its place, so that a selection survives.
  void show(const Shown& shown);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  const Chart& chart_;
  Shown shown_;
};

}  // namespace aurigraph::ui
