#include "ui/charts/chart_table.h"

#include <algorithm>

namespace aurigraph::ui {

ChartTable::ChartTable(const Chart& chart, QObject* parent) : QAbstractTableModel(parent), chart_(chart) {
  shown_.lines.resize(chart_.lines.size());
}

void ChartTable::show(const Shown& shown) {
  const qint64 oldEnd = shown_.secondOf(shown_.count);
  const qint64 newEnd = shown.secondOf(shown.count);
  const bool moved = shown.step == shown_.step && shown.from >= shown_.from && shown.from < oldEnd &&
                     newEnd >= oldEnd && shown_.count > 0;
  if (!moved) {
    beginResetModel();
    shown_ = shown;
    endResetModel();
    return;
  }
  // The old end first: rows are counted from the newest.
  if (const int gone = static_cast<int>((shown.from - shown_.from) / shown.step); gone > 0) {
    beginRemoveRows({}, shown_.count - gone, shown_.count - 1);
    shown_.from = shown.from;
    shown_.count -= gone;
    for (auto& line : shown_.lines) line.remove(0, gone);
    endRemoveRows();
  }
  const int stay = shown_.count;
  const int come = static_cast<int>((newEnd - oldEnd) / shown.step);
  if (come > 0) {
    beginInsertRows({}, 0, come - 1);
    shown_ = shown;
    endInsertRows();
  } else {
    shown_ = shown;
  }
  if (stay > 0) Q_EMIT dataChanged(index(come, 1), index(come + stay - 1, columnCount() - 1));
}

int ChartTable::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : shown_.count;
}

int ChartTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(chart_.lines.size()) + 1;
}

QVariant ChartTable::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= shown_.count) return {};
  const int at = shown_.count - 1 - index.row();
  const QString time = clockText(shown_.secondOf(at));
  switch (role) {
    case Qt::DisplayRole:
      return index.column() == 0 ? time : pointText(chart_, shown_.lines[index.column() - 1][at]);
    case Qt::AccessibleTextRole: {
      if (index.column() != 0) return {};
      QStringList row{time};
      for (qsizetype line = 0; line < chart_.lines.size(); ++line)
        //: One value in a row of a table, like "Final: 12,400 per second"
        row.append(tr("%1: %2").arg(chart_.lines[line].name, pointText(chart_, shown_.lines[line][at])));
      return row.join(QStringLiteral(", "));
    }
    case Qt::TextAlignmentRole:
      return index.column() == 0 ? QVariant(Qt::AlignLeading | Qt::AlignVCenter)
                                 : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    default:
      return {};
  }
}

QVariant ChartTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return section == 0 ? QVariant(Qt::AlignLeading | Qt::AlignVCenter)
                        : QVariant(Qt::AlignRight | Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  //: Header of a table's column
  return section == 0 ? tr("Time") : chart_.lines[section - 1].name;
}

}  // namespace aurigraph::ui
