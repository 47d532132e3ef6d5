#include "ui/models/check_model.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui {
namespace {

class Words {
  Q_DECLARE_TR_FUNCTIONS(ReviewChecks)
};

/// Four digits, so that columns of points stand under each other; never rounded up.
QString pointsText(int ppm) {
  constexpr int kShown = 10'000;
  return leftToRight(QLocale().toString(static_cast<double>(ppm / (1'000'000 / kShown)) / kShown, 'f', 4));
}

QString lostText(int ppm) {
  //: Points of a score that were lost; %1 is a number like 0.05
  return ppm == 0 ? QString() : leftToRight(Words::tr("−%1").arg(pointsText(ppm)));
}

QString verdictText(const QString& word) {
  if (word == QLatin1String("failed")) return Words::tr("Does not hold");
  if (word == QLatin1String("partly")) return Words::tr("Holds in part");
  if (word == QLatin1String("not evaluable")) return Words::tr("Could not be checked");
  return tame(word);
}

}  // namespace

QString factsText(const CheckReason& reason) {
  QStringList out;
  if (!reason.field.isEmpty()) out.append(Words::tr("field %1").arg(tame(reason.field)));
  out.append(reason.observed.isEmpty() ? Words::tr("found nothing")
                                       : Words::tr("found %1").arg(tame(reason.observed)));
  if (!reason.expected.isEmpty()) out.append(Words::tr("expected %1").arg(tame(reason.expected)));
  return out.join(QStringLiteral(" · "));
}

QModelIndex CheckModel::index(int row, int column, const QModelIndex& parent) const {
  if (!hasIndex(row, column, parent)) return {};
  // A reason carries its check's row + 1; a check carries 0.
  return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row() + 1) : 0);
}

QModelIndex CheckModel::parent(const QModelIndex& child) const {
  return isReason(child) ? createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr{0})
                         : QModelIndex();
}

int CheckModel::rowCount(const QModelIndex& parent) const {
  if (!parent.isValid()) return static_cast<int>(checks_.size());
  if (isReason(parent) || parent.column() != 0) return 0;
  return static_cast<int>(checks_[parent.row()].reasons.size());
}

int CheckModel::columnCount(const QModelIndex&) const {
  return kColumns;
}

const CheckReason& CheckModel::reason(const QModelIndex& index) const {
  return checks_[static_cast<int>(index.internalId()) - 1].reasons[index.row()];
}

int CheckModel::rowOf(const QString& check) const {
  for (int row = 0; row < checks_.size(); ++row)
    if (checks_[row].name == check) return row;
  return -1;
}

QVariant CheckModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  if (role == kReasonRole) return isReason(index);
  if (isReason(index)) {
    const CheckReason& one = reason(index);
    if (role == kPointerRole) return one.pointer;
    if (role == kCheckRole) return checks_[static_cast<int>(index.internalId()) - 1].name;
    if (role == Qt::AccessibleTextRole || (role == Qt::DisplayRole && index.column() == kName)) {
      const QString words = one.words.isEmpty() ? verdictText(one.verdict) : tame(one.words, 400);
      return role == Qt::DisplayRole
                 ? words
                 : Words::tr("%1. %2. Costs %3").arg(words, factsText(one), scoreText(one.missedPpm));
    }
    if (role == Qt::DisplayRole && index.column() == kLost) return lostText(one.missedPpm);
    if (role == Qt::ToolTipRole)
      return plainTip(Words::tr("Rule %1 · %2").arg(tame(one.rule), verdictText(one.verdict)));
    if (role == Qt::TextAlignmentRole && index.column() != kName)
      return QVariant(Qt::AlignTrailing | Qt::AlignTop);
    return {};
  }
  const CheckOutcome& one = checks_[index.row()];
  const bool seen = opened_.contains(one.name);
  switch (role) {
    case kCheckRole:
      return one.name;
    case Qt::DisplayRole:
      if (index.column() == kEarned)
        //: Points that a check earned of those that it could: "0.10 of 0.15"
        return Words::tr("%1 of %2").arg(pointsText(one.weightPpm - one.lostPpm), pointsText(one.weightPpm));
      if (index.column() == kLost) return lostText(one.lostPpm);
      if (!one.failing()) return checkText(one.name);
      return seen ? Words::tr("%1 – opened").arg(checkText(one.name))
                  : Words::tr("%1 – open it").arg(checkText(one.name));
    case Qt::AccessibleTextRole:
      if (index.column() != kName) return data(index, Qt::DisplayRole);
      return one.failing() ? Words::tr("%1 lost %2 of %3. %4")
                                 .arg(checkText(one.name), scoreText(one.lostPpm), scoreText(one.weightPpm),
                                      seen ? Words::tr("Opened.") : Words::tr("Not opened yet."))
                           : Words::tr("%1 passed").arg(checkText(one.name));
    case Qt::DecorationRole:
      if (index.column() != kName) return {};
      return one.failing() ? Theme::instance().icon(QStringLiteral("warn"), seen ? Ink::kMuted : Ink::kWarn)
                           : Theme::instance().icon(QStringLiteral("ok"), Ink::kOk);
    case Qt::FontRole:
      if (index.column() == kName && one.failing() && !seen) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
      }
      return {};
    case Qt::TextAlignmentRole:
      return index.column() == kName ? QVariant() : QVariant(Qt::AlignTrailing | Qt::AlignVCenter);
    default:
      return {};
  }
}

QVariant CheckModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole && section != kName)
    return QVariant(Qt::AlignTrailing | Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case kName:
      return Words::tr("Check");
    case kEarned:
      //: Column: points that a check earned
      return Words::tr("Earned");
    case kLost:
      //: Column: points that a check lost
      return Words::tr("Lost");
    default:
      return {};
  }
}

void CheckModel::setChecks(const QList<CheckOutcome>& checks) {
  beginResetModel();
  checks_ = checks;
  std::stable_sort(checks_.begin(), checks_.end(), [](const CheckOutcome& a, const CheckOutcome& b) {
    if (a.failing() != b.failing()) return a.failing();
    return a.lostPpm > b.lostPpm;
  });
  opened_.clear();
  endResetModel();
}

void CheckModel::setOpened(const QSet<QString>& opened) {
  if (opened == opened_) return;
  opened_ = opened;
  if (!checks_.isEmpty())
    Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(checks_.size()) - 1, kColumns - 1));
}

}  // namespace aurigraph::ui
