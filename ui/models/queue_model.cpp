#include "ui/models/queue_model.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui {
namespace {

class Words {
  Q_DECLARE_TR_FUNCTIONS(ReviewQueue)
};

bool before(const RecordItem& a, const RecordItem& b) {
  return a.dueMs != b.dueMs ? a.dueMs < b.dueMs : a.id < b.id;
}

}  // namespace

QString dueText(qint64 dueMs, qint64 nowMs) {
  if (dueMs == 0) return QStringLiteral("—");
  return nowMs > dueMs ? Words::tr("late %1").arg(durationText(nowMs - dueMs))
                       : Words::tr("due in %1").arg(durationText(dueMs - nowMs));
}

QString claimText(const RecordItem& item, qint64 nowMs) {
  if (!item.claimed(nowMs)) return {};
  const QString until = leftToRight(
      QLocale().toString(fromMilliseconds(item.claimUntilMs).toLocalTime().time(), QStringLiteral("HH:mm")));
  return item.claimedByMe ? Words::tr("yours until %1").arg(until)
                          : Words::tr("%1 until %2").arg(tame(item.claimedBy, 40), until);
}

int QueueModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int QueueModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

QueueModel::Urgency QueueModel::urgency(const RecordItem& item) const {
  if (item.late(nowMs_)) return Urgency::kLate;
  return item.soon(nowMs_) ? Urgency::kSoon : Urgency::kFine;
}

QString QueueModel::text(const RecordItem& item, int column) const {
  switch (column) {
    case kDue:
      return dueText(item.dueMs, nowMs_);
    case kAsset:
      return tame(item.assetKey);
    case kKind:
      return Words::tr("%1 · %2").arg(categoryText(item.category), kindText(item.kind));
    case kScore:
      return scoreText(item.scorePpm);
    case kSource:
      return tame(item.source);
    case kSubmitter:
      return tame(item.submitter);
    case kClaim:
      return claimText(item, nowMs_);
    default:
      return {};
  }
}

QString QueueModel::sentence(const RecordItem& item) const {
  const QString claim = claimText(item, nowMs_);
  return Words::tr("%1, %2, %3, score %4, from %5, submitted by %6, %7")
      .arg(tame(item.assetKey), text(item, kKind), text(item, kDue), text(item, kScore), tame(item.source),
           tame(item.submitter),
           claim.isEmpty() ? Words::tr("unclaimed") : Words::tr("claimed: %1").arg(claim));
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rows_.size()) return {};
  const RecordItem& item = rows_[index.row()];
  switch (role) {
    case Qt::DisplayRole:
      return text(item, index.column());
    case Qt::ToolTipRole:
      if (index.column() == kDue) return Words::tr("Due %1").arg(dateTimeText(fromMilliseconds(item.dueMs)));
      if (index.column() == kAsset) return plainTip(tame(item.assetKey));
      return {};
    case Qt::AccessibleTextRole:
      return index.column() == 0 ? sentence(item) : text(item, index.column());
    case Qt::TextAlignmentRole:
      return index.column() == kScore ? QVariant(Qt::AlignTrailing | Qt::AlignVCenter) : QVariant();
    case Qt::DecorationRole:
      if (index.column() != kDue) return {};
      switch (urgency(item)) {
        case Urgency::kLate:
          return Theme::instance().icon(QStringLiteral("warn"), Ink::kFail);
        case Urgency::kSoon:
          return Theme::instance().icon(QStringLiteral("clock"), Ink::kWarn);
        case Urgency::kFine:
          return Theme::instance().icon(QStringLiteral("clock"), Ink::kMuted);
      }
      return {};
    case kIdRole:
      return item.id;
    default:
      return {};
  }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case kDue:
      //: Column: when the review has to be done
      return Words::tr("Due");
    case kAsset:
      return Words::tr("Asset");
    case kKind:
      //: Column: category and kind of a record
      return Words::tr("What");
    case kScore:
      return Words::tr("Score");
    case kSource:
      //: Column: where the data comes from
      return Words::tr("Source");
    case kSubmitter:
      return Words::tr("Submitted by");
    case kClaim:
      return Words::tr("Claimed by");
    default:
      return {};
  }
}

int QueueModel::rowOf(const QString& id) const {
  for (int row = 0; row < rows_.size(); ++row)
    if (rows_[row].id == id) return row;
  return -1;
}

void QueueModel::insertSorted(const RecordItem& item) {
  const auto place = std::lower_bound(rows_.begin(), rows_.end(), item, before);
  const int row = static_cast<int>(place - rows_.begin());
  beginInsertRows({}, row, row);
  rows_.insert(row, item);
  shownDue_.insert(row, dueText(item.dueMs, nowMs_));
  endInsertRows();
}

void QueueModel::setItems(const QList<RecordItem>& items) {
  QHash<QString, const RecordItem*> fresh;
  for (const auto& each : items) fresh.insert(each.id, &each);
  for (int row = static_cast<int>(rows_.size()) - 1; row >= 0; --row) {
    const auto found = fresh.constFind(rows_[row].id);
    if (found == fresh.constEnd()) {
      beginRemoveRows({}, row, row);
      rows_.removeAt(row);
      shownDue_.removeAt(row);
      endRemoveRows();
      continue;
    }
    if (rows_[row] != **found) {
      rows_[row] = **found;
      Q_EMIT dataChanged(index(row, 0), index(row, kColumns - 1));
    }
    fresh.remove(rows_[row].id);
  }
  arrivals_.clear();
  for (const auto& each : items)
    if (fresh.contains(each.id)) arrivals_.append(each);
  // Nobody reads an empty list: nothing can jump away.
  if (!filled_ || rows_.isEmpty()) return showArrivals();
  Q_EMIT arrivalsChanged();
}

void QueueModel::showArrivals() {
  filled_ = true;
  for (const auto& each : std::exchange(arrivals_, {})) insertSorted(each);
  Q_EMIT arrivalsChanged();
}

void QueueModel::clear() {
  beginResetModel();
  rows_.clear();
  arrivals_.clear();
  shownDue_.clear();
  filled_ = false;
  endResetModel();
  Q_EMIT arrivalsChanged();
}

void QueueModel::setNow(const QDateTime& now) {
  const qint64 earlier = std::exchange(nowMs_, now.toMSecsSinceEpoch());
  for (int row = 0; row < rows_.size(); ++row) {
    const RecordItem& item = rows_[row];
    const QString due = dueText(item.dueMs, nowMs_);
    if (due == shownDue_[row] && item.claimed(earlier) == item.claimed(nowMs_)) continue;
    shownDue_[row] = due;
    Q_EMIT dataChanged(index(row, 0), index(row, kColumns - 1));
  }
}

}  // namespace aurigraph::ui
