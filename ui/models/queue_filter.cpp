#include "ui/models/queue_filter.h"

namespace aurigraph::ui {

QueueFilter::QueueFilter(QueueModel& queue, QObject* parent) : QSortFilterProxyModel(parent), queue_(queue) {
  setSourceModel(&queue);
}

void QueueFilter::setWhich(Which which) {
  which_ = which;
  invalidateFilter();
}

void QueueFilter::setCategory(const QString& category) {
  category_ = category;
  invalidateFilter();
}

void QueueFilter::setText(const QString& text) {
  text_ = text.trimmed();
  invalidateFilter();
}

bool QueueFilter::isOf(const RecordItem& item, Which which) const {
  const qint64 now = queue_.nowMs();
  switch (which) {
    case Which::kAll:
      return true;
    case Which::kMine:
      return item.mine(now);
    case Which::kUnclaimed:
      return !item.claimed(now);
    case Which::kLate:
      return item.late(now);
  }
  return true;
}

bool QueueFilter::matches(const RecordItem& item) const {
  if (!category_.isEmpty() && item.category != category_) return false;
  if (text_.isEmpty()) return true;
  for (const QString* each : {&item.assetKey, &item.source, &item.submitter, &item.id})
    if (each->contains(text_, Qt::CaseInsensitive)) return true;
  return false;
}

bool QueueFilter::filterAcceptsRow(int row, const QModelIndex&) const {
  const RecordItem& item = queue_.at(row);
  return isOf(item, which_) && matches(item);
}

int QueueFilter::count(Which which) const {
  int out = 0;
  for (int row = 0; row < queue_.rowCount(); ++row)
    out += isOf(queue_.at(row), which) && matches(queue_.at(row)) ? 1 : 0;
  return out;
}

int QueueFilter::countOf(const QString& category) const {
  int out = 0;
  for (int row = 0; row < queue_.rowCount(); ++row) out += queue_.at(row).category == category ? 1 : 0;
  return out;
}

const RecordItem& QueueFilter::itemAt(const QModelIndex& proxied) const {
  return queue_.at(mapToSource(proxied).row());
}

QModelIndex QueueFilter::indexOf(const QString& id) const {
  const int row = queue_.rowOf(id);
  return row < 0 ? QModelIndex() : mapFromSource(queue_.index(row, 0));
}

}  // namespace aurigraph::ui
