#include "ui/models/record_model.h"

#include "ui/client/json.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui {
namespace {

QList<RecordItem> itemsOf(const QJsonObject& page) {
  QList<RecordItem> out;
  for (const auto& each : page[QLatin1String("items")].toArray()) out.append(recordItemOf(each.toObject()));
  return out;
}

}  // namespace

RecordModel::RecordModel(QObject* parent) : QAbstractTableModel(parent) {}

void RecordModel::setConnection(Connection* connection) {
  connection_ = connection;
  ++call_;
  asking_ = false;
  loaded_ = false;
  reset({}, {});
}

void RecordModel::setFilter(const Filter& filter) {
  if (filter == filter_ && loaded_) return look();
  filter_ = filter;
  ++call_;
  asking_ = false;
  loaded_ = false;
  reset({}, {});
  look();
}

QString RecordModel::path(const QString& cursor) const {
  QString out = QStringLiteral("/query/records?limit=%1&stage=%2").arg(kPageSize).arg(escaped(filter_.stage));
  if (!filter_.category.isEmpty()) out += QStringLiteral("&category=") + escaped(filter_.category);
  if (!filter_.band.isEmpty()) out += QStringLiteral("&band=") + escaped(filter_.band);
  if (!cursor.isEmpty()) out += QStringLiteral("&cursor=") + escaped(cursor);
  return out;
}

void RecordModel::look() {
  if (!connection_ || asking_ || filter_.stage.isEmpty()) return;
  asking_ = true;
  connection_->api().get(path({})).then(this, [this, call = call_](const Answer& page) {
    if (call != call_) return;
    asking_ = false;
    if (!page) {
      Q_EMIT failed(page.error());
      return;
    }
    const QList<RecordItem> items = itemsOf(*page);
    const QString next = textIn(*page, "next");
    const bool first = !loaded_ || rows_.isEmpty();
    loaded_ = true;
    if (first)
      reset(items, next);
    else
      merge(items, next);
    Q_EMIT came();
  });
}

void RecordModel::reset(const QList<RecordItem>& items, const QString& next) {
  beginResetModel();
  rows_ = items;
  next_ = next;
  endResetModel();
  waiting_.clear();
  waitingIsAll_ = false;
  Q_EMIT freshChanged();
}

void RecordModel::merge(const QList<RecordItem>& items, const QString& next) {
  waiting_.clear();
  waitingIsAll_ = true;
  waitingNext_ = next;
  for (const RecordItem& item : items) {
    const int row = rowOf(item.id);
    if (row < 0) {
      if (waitingIsAll_) waiting_.append(item);
      continue;
    }
    waitingIsAll_ = false;
    if (rows_[row] == item) continue;
    rows_[row] = item;
    Q_EMIT dataChanged(index(row, 0), index(row, kColumns - 1));
  }
  if (waiting_.isEmpty()) waitingIsAll_ = false;
  Q_EMIT freshChanged();
}

int RecordModel::showNew() {
  const int count = fresh();
  if (count == 0) return 0;
  const auto waiting = std::exchange(waiting_, {});
  if (std::exchange(waitingIsAll_, false)) {  // There is a hole between them and the rows: begin again.
    reset(waiting, waitingNext_);
    return count;
  }
  beginInsertRows({}, 0, count - 1);
  rows_ = waiting + rows_;
  endInsertRows();
  Q_EMIT freshChanged();
  return count;
}

QString RecordModel::idAt(int row) const {
  return row >= 0 && row < rows_.size() ? rows_[row].id : QString();
}

int RecordModel::rowOf(const QString& id) const {
  for (qsizetype row = 0; row < rows_.size(); ++row)
    if (rows_[row].id == id) return static_cast<int>(row);
  return -1;
}

void RecordModel::setNow(const QDateTime& now) {
  now_ = now;
  if (!rows_.isEmpty()) Q_EMIT dataChanged(index(0, kTime), index(rowCount() - 1, kTime), {Qt::DisplayRole});
}

int RecordModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}
int RecordModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

bool RecordModel::canFetchMore(const QModelIndex& parent) const {
  return !parent.isValid() && connection_ && !next_.isEmpty() && !asking_;
}

void RecordModel::fetchMore(const QModelIndex& parent) {
  if (!canFetchMore(parent)) return;
  asking_ = true;
  connection_->api().get(path(next_)).then(this, [this, call = call_](const Answer& page) {
    if (call != call_) return;
    asking_ = false;
    if (!page) {
      Q_EMIT failed(page.error());
      return;
    }
    const QList<RecordItem> items = itemsOf(*page);
    next_ = textIn(*page, "next");
    if (items.isEmpty()) return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(items.size()) - 1);
    rows_.append(items);
    endInsertRows();
  });
}

QDateTime RecordModel::timeOf(const RecordItem& record) const {
  return fromMilliseconds(record.admittedMs != 0 ? record.admittedMs : record.scoredMs);
}

QString RecordModel::textOf(const RecordItem& record, int column) const {
  switch (column) {
    case kTime:
      return agoText(timeOf(record), now_.isValid() ? now_ : QDateTime::currentDateTime());
    case kCategory:
      return categoryText(record.category);
    case kKind:
      return kindText(record.kind);
    case kAsset:
      return leftToRight(tame(record.assetKey, 80));
    case kSource:
      return leftToRight(tame(record.source, 80));
    case kScore:
      return scoreText(record.scorePpm);
    case kBand:
      return bandText(record.band);
    case kDecision:
      return decisionText(record.decision);
    case kBlock:
      return countText(static_cast<double>(record.height));
    case kOrigin:
      return originText(record.origin);
    default:
      return {};
  }
}

QString RecordModel::sentenceOf(const RecordItem& record) const {
  //: One record read aloud: age, category, kind, asset, source
  const QString what = tr("%1: %2, %3, asset %4 from %5.")
                           .arg(textOf(record, kTime), textOf(record, kCategory), textOf(record, kKind),
                                textOf(record, kAsset), textOf(record, kSource));
  //: Second half of one record read aloud
  const QString how = tr("Score %1, %2; %3; block %4; %5.")
                          .arg(textOf(record, kScore), textOf(record, kBand), textOf(record, kDecision),
                               textOf(record, kBlock), textOf(record, kOrigin));
  return what + u' ' + how;
}

QVariant RecordModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rows_.size()) return {};
  const auto& record = rows_[index.row()];
  switch (role) {
    case Qt::DisplayRole:
      return textOf(record, index.column());
    case Qt::AccessibleTextRole:
      return index.column() == 0 ? sentenceOf(record) : textOf(record, index.column());
    case Qt::ToolTipRole:
      if (index.column() == kTime) return dateTimeText(timeOf(record));
      if (index.column() == kAsset) return toolTipText(textOf(record, kAsset));
      return {};
    case Qt::TextAlignmentRole:
      if (index.column() == kScore || index.column() == kBlock)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
      return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::FontRole:
      if (index.column() == kAsset) return Theme::instance().monospaced();
      return {};
    case ChipDelegate::kToneRole:
      if (index.column() == kBand) return QString::fromLatin1(bandTone(record.band));
      if (index.column() == kOrigin && record.origin != QLatin1String("REAL"))
        return QStringLiteral("simulated");
      return {};
    case kIdRole:
      return record.id;
    default:
      return {};
  }
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue((section == kScore || section == kBlock ? Qt::AlignRight : Qt::AlignLeft) |
                               Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case kTime:
      //: Column: when the ledger took the record
      return tr("Time");
    case kCategory:
      return tr("Category");
    case kKind:
      return tr("Kind");
    case kAsset:
      return tr("Asset");
    case kSource:
      return tr("Source");
    case kScore:
      return tr("Score");
    case kBand:
      //: Column: what the score means
      return tr("Result");
    case kDecision:
      return tr("Decision");
    case kBlock:
      return tr("Block");
    case kOrigin:
      //: Column: real, simulated or replayed
      return tr("Origin");
    default:
      return {};
  }
}

}  // namespace aurigraph::ui
