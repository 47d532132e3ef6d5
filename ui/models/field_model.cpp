#include "ui/models/field_model.h"

#include <QJsonObject>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui {

void FieldModel::set(const QJsonArray& fields) {
  if (fields == fields_) return;
  beginResetModel();
  fields_ = fields;
  endResetModel();
}

QString FieldModel::pointerAt(int row) const {
  return fields_.at(row).toObject()[QLatin1String("pointer")].toString();
}

int FieldModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(fields_.size());
}
int FieldModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

QVariant FieldModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= fields_.size()) return {};
  const auto field = fields_.at(index.row()).toObject();
  const auto value = field[QLatin1String("value")];
  if (role == Qt::FontRole && index.column() != kUnit) return Theme::instance().monospaced();
  if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
  if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
  switch (index.column()) {
    case kName:
      return leftToRight(tame(field[QLatin1String("name")].toString(), 100));
    case kValue:
      if (value.isNull() || value.isUndefined()) return tr("not there");
      if (value.isBool()) return value.toBool() ? tr("yes") : tr("no");
      if (value.isObject()) return leftToRight(tame(value.toObject()[QLatin1String("value")].toString()));
      return leftToRight(tame(value.toString()));
    case kUnit:
      return value.isObject() ? leftToRight(tame(value.toObject()[QLatin1String("unit")].toString(), 40))
                              : QString();
    case kPlace:
      return leftToRight(tame(field[QLatin1String("pointer")].toString(), 300));
    default:
      return {};
  }
}

QVariant FieldModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case kName:
      return tr("Field");
    case kValue:
      return tr("Value");
    case kUnit:
      return tr("Unit");
    case kPlace:
      //: Column: where a field stands in the raw bytes
      return tr("Place in the raw bytes");
    default:
      return {};
  }
}

}  // namespace aurigraph::ui
