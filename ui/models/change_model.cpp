#include "ui/models/change_model.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui {
namespace {

class Words {
  Q_DECLARE_TR_FUNCTIONS(ReviewChanges)
};

using Kind = FieldChange::Kind;

QChar signOf(Kind kind) {
  switch (kind) {
    case Kind::kChanged:
      return QChar(0x00B1);  // ±
    case Kind::kAdded:
      return QLatin1Char('+');
    case Kind::kRemoved:
      return QChar(0x2212);  // −
    case Kind::kSame:
      return QLatin1Char('=');
  }
  return {};
}

QString wordOf(Kind kind) {
  switch (kind) {
    case Kind::kChanged:
      return Words::tr("changed");
    case Kind::kAdded:
      return Words::tr("added");
    case Kind::kRemoved:
      return Words::tr("no longer there");
    case Kind::kSame:
      return Words::tr("the same");
  }
  return {};
}

QString orDash(const QString& text) {
  return text.isEmpty() ? QStringLiteral("—") : leftToRight(tame(text, 400));
}

}  // namespace

int ChangeModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

int ChangeModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

QVariant ChangeModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const FieldChange& one = shown_[index.row()];
  const bool differs = one.kind != Kind::kSame;
  switch (role) {
    case Qt::DisplayRole:
      if (index.column() == kField) return QString(signOf(one.kind)) + QStringLiteral("  ") + tame(one.field);
      return orDash(index.column() == kBefore ? one.before : one.after);
    case Qt::AccessibleTextRole:
      if (index.column() == kField)
        return Words::tr("%1 %2: before %3, after %4")
            .arg(tame(one.field), wordOf(one.kind),
                 one.before.isEmpty() ? Words::tr("nothing") : tame(one.before),
                 one.after.isEmpty() ? Words::tr("nothing") : tame(one.after));
      return data(index, Qt::DisplayRole);
    case Qt::ToolTipRole:
      return index.column() == kField
                 ? wordOf(one.kind)
                 : plainTip(tame(index.column() == kBefore ? one.before : one.after, 400));
    case Qt::FontRole:
      if (index.column() != kField) return Theme::instance().monospaced();
      return {};
    case Qt::ForegroundRole:
      if (!differs) return color(Ink::kMuted);
      if (index.column() == kBefore) return color(Ink::kFail);
      if (index.column() == kAfter) return color(Ink::kOk);
      return {};
    case Qt::BackgroundRole:
      if (!differs || (index.column() == kBefore ? one.before : one.after).isEmpty()) return {};
      if (index.column() == kBefore) return color(Ink::kFailSoft);
      if (index.column() == kAfter) return color(Ink::kOkSoft);
      return {};
    default:
      return {};
  }
}

QVariant ChangeModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case kField:
      return Words::tr("Field");
    case kBefore:
      //: Column: value in the last accepted record
      return Words::tr("Before");
    case kAfter:
      //: Column: value in this record
      return Words::tr("Now");
    default:
      return {};
  }
}

void ChangeModel::setChanges(const QList<FieldChange>& changes) {
  all_ = changes;
  std::stable_partition(all_.begin(), all_.end(),
                        [](const FieldChange& each) { return each.kind != Kind::kSame; });
  sift();
}

void ChangeModel::setChangedOnly(bool changedOnly) {
  if (changedOnly_ == changedOnly) return;
  changedOnly_ = changedOnly;
  sift();
}

void ChangeModel::sift() {
  beginResetModel();
  shown_.clear();
  for (const auto& each : all_)
    if (!changedOnly_ || each.kind != Kind::kSame) shown_.append(each);
  endResetModel();
}

int ChangeModel::changed() const {
  return static_cast<int>(std::count_if(all_.begin(), all_.end(),
                                        [](const FieldChange& each) { return each.kind != Kind::kSame; }));
}

int EarlierModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int EarlierModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

QVariant EarlierModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const RecordItem& one = rows_[index.row()];
  if (role == kIdRole) return one.id;
  if (role == Qt::TextAlignmentRole && index.column() == kScore)
    return QVariant(Qt::AlignTrailing | Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  switch (index.column()) {
    case kWhen:
      return dateTimeText(fromMilliseconds(one.admittedMs));
    case kKind:
      return kindText(one.kind);
    case kScore:
      return scoreText(one.scorePpm);
    case kDecision:
      return decisionText(one.decision);
    case kSource:
      return tame(one.source);
    default:
      return {};
  }
}

QVariant EarlierModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case kWhen:
      return Words::tr("Recorded");
    case kKind:
      return Words::tr("Kind");
    case kScore:
      return Words::tr("Score");
    case kDecision:
      return Words::tr("Decision");
    case kSource:
      return Words::tr("Source");
    default:
      return {};
  }
}

void EarlierModel::setRecords(const QList<RecordItem>& records) {
  beginResetModel();
  rows_ = records;
  endResetModel();
}

}  // namespace aurigraph::ui
