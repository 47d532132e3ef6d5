#include "ui/models/row_model.h"

#include "ui/theme/theme.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui {
namespace {

Ink inkOf(const char* tone) {
  const QLatin1String word(tone);
  if (word == QLatin1String("ok")) return Ink::kOk;
  if (word == QLatin1String("warn")) return Ink::kWarn;
  if (word == QLatin1String("fail")) return Ink::kFail;
  if (word == QLatin1String("simulated")) return Ink::kSimulated;
  if (word == QLatin1String("muted")) return Ink::kMuted;
  if (word == QLatin1String("accent")) return Ink::kAccent;
  return Ink::kText;
}

}  // namespace

RowModel::RowModel(QStringList headers, QObject* parent)
    : QAbstractTableModel(parent), headers_(std::move(headers)) {
  connect(&Theme::instance(), &Theme::changed, this, [this] {
    if (!rows_.isEmpty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
  });
}

void RowModel::setRows(QList<Row> rows) {
  if (rows == rows_) return;
  const bool sameIds =
      rows.size() == rows_.size() && std::equal(rows.begin(), rows.end(), rows_.begin(),
                                                [](const Row& a, const Row& b) { return a.id == b.id; });
  if (!sameIds) {
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
    return;
  }
  for (int row = 0; row < rows.size(); ++row) {
    if (rows[row] == rows_[row]) continue;
    rows_[row] = rows[row];
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
  }
}

int RowModel::find(const QString& id) const {
  for (int row = 0; row < rows_.size(); ++row)
    if (rows_[row].id == id) return row;
  return -1;
}

int RowModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}
int RowModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(headers_.size());
}

QString RowModel::sentence(const Row& row) const {
  QStringList parts;
  for (int column = 0; column < headers_.size() && column < row.cells.size(); ++column) {
    const Cell& cell = row.cells[column];
    parts.append(tr("%1: %2").arg(headers_[column], cell.whole.isEmpty() ? cell.text : cell.whole));
  }
  return parts.join(QStringLiteral("; "));
}

QVariant RowModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rows_.size()) return {};
  const Row& row = rows_[index.row()];
  if (index.column() >= row.cells.size()) return {};
  const Cell& cell = row.cells[index.column()];
  switch (role) {
    case Qt::DisplayRole:
      return cell.text;
    case Qt::ToolTipRole:
      return cell.whole.isEmpty() ? QVariant() : QVariant(plainTip(cell.whole));
    case Qt::DecorationRole:
      return cell.icon == nullptr
                 ? QVariant()
                 : QVariant(Theme::instance().icon(QString::fromLatin1(cell.icon), inkOf(cell.tone)));
    case Qt::ForegroundRole:
      return cell.tone == nullptr ? QVariant() : QVariant(color(inkOf(cell.tone)));
    case Qt::FontRole:
      return cell.monospaced ? QVariant(Theme::instance().monospaced()) : QVariant();
    case Qt::TextAlignmentRole:
      return QVariant::fromValue(cell.number ? Qt::AlignTrailing | Qt::AlignVCenter
                                             : Qt::AlignLeading | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
      if (index.column() == 0) return sentence(row);
      return cell.whole.isEmpty() ? cell.text : cell.whole;
    case ChipDelegate::kToneRole:
      return cell.chip && cell.tone != nullptr ? QVariant(QString::fromLatin1(cell.tone)) : QVariant();
    default:
      return {};
  }
}

QVariant RowModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section >= headers_.size()) return {};
  if (role == Qt::DisplayRole) return headers_[section];
  if (role == Qt::TextAlignmentRole) {
    const bool number =
        !rows_.isEmpty() && section < rows_.first().cells.size() && rows_.first().cells[section].number;
    return QVariant::fromValue(number ? Qt::AlignTrailing | Qt::AlignVCenter
                                      : Qt::AlignLeading | Qt::AlignVCenter);
  }
  return {};
}

}  // namespace aurigraph::ui
