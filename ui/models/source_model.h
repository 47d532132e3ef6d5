#pragma once

#include <QAbstractTableModel>

#include "ui/models/pipeline.h"

namespace aurigraph::ui {

/// The sources of /query/pipeline; rows keep their places while numbers change. UI thread.
class SourceModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column {
    kState,
    kSource,
    kCategory,
    kNode,
    kAvailability,
    kCalls,
    kFailures,
    kCacheHits,
    kLatency,
    kBudget,
    kLastError,
    kColumns
  };
  using QAbstractTableModel::QAbstractTableModel;

  void set(const QList<Source>& sources);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  [[nodiscard]] QString textOf(const Source& source, int column) const;
  QList<Source> rows_;
};

}  // namespace aurigraph::ui
