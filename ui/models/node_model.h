#pragma once

#include <QAbstractTableModel>

#include "ui/models/readings.h"

namespace aurigraph::ui {

/// The cluster's nodes: validators, business, slim, each by id. Values change in place, so that a selection
/// stays. UI thread.
class NodeModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { kName, kKind, kRole, kState, kCpu, kMemory, kHeight, kBehind, kUptime, kColumns };
  enum DataRole {
    kShareRole = Qt::UserRole,  ///< Of a bar, 0 … 1; invalid: there is no bar.
    kThresholdRole,             ///< Where its tick is, 0 … 1; invalid: none.
    kMutedRole,                 ///< bool: secondary text.
  };

  explicit NodeModel(QObject* parent = nullptr);

  void show(const ClusterReading& cluster);
  void clear();
  [[nodiscard]] const NodeReading& nodeAt(int row) const { return nodes_[row]; }

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  /// What a cell says; why where there is nothing to say.
  struct Cell {
    QString text;
    QString why = {};  ///< Of "—", or more about it.
    bool absent = false;
    std::optional<double> share = {};
    std::optional<double> threshold = {};
  };
  [[nodiscard]] Cell cell(const NodeReading& node, int column) const;
  [[nodiscard]] Cell loadCell(std::optional<double> percent, std::optional<double> threshold,
                              const QString& whyAbsent) const;
  [[nodiscard]] QString sentence(const NodeReading& node) const;
  [[nodiscard]] QVariant decoration(const NodeReading& node, int column) const;

  QList<NodeReading> nodes_;
  QHash<QString, Thresholds> thresholds_;
  double highest_ = 0;
};

}  // namespace aurigraph::ui
