#include "ui/models/source_model.h"

#include <QLocale>

#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui {
namespace {

bool isNumber(int column) {
  return column >= SourceModel::kAvailability && column <= SourceModel::kBudget;
}

}  // namespace

void SourceModel::set(const QList<Source>& sources) {
  const bool same = std::ranges::equal(sources, rows_, [](const Source& one, const Source& other) {
    return one.name == other.name && one.node == other.node;
  });
  if (!same) beginResetModel();
  rows_ = sources;
  if (!same)
    endResetModel();
  else if (!rows_.isEmpty())
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

int SourceModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}
int SourceModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

QString SourceModel::textOf(const Source& source, int column) const {
  const QString none = QStringLiteral("—");
  switch (column) {
    case kState:
      if (source.notAsked == QLatin1String("source.paused")) return tr("! Paused by compliance");
      if (source.notAsked == QLatin1String("source.budget")) return tr("! Its hour is used up");
      if (!source.notAsked.isEmpty()) return tr("! Not asked");
      if (source.failing()) return tr("⚠ Failing");
      if (!source.lastError.isEmpty()) return tr("! Last call failed");
      //: State of a source that answers
      return source.calls == 0 ? tr("Not asked yet") : tr("✓ Answers");
    case kSource:
      return leftToRight(tame(source.name, 80));
    case kCategory:
      return categoryText(source.category);
    case kNode:
      return leftToRight(tame(source.node, 80));
    case kAvailability:
      return source.calls == 0 ? none : percentText(source.availabilityPercent);
    case kCalls:
      return countText(static_cast<double>(source.calls));
    case kFailures:
      return countText(static_cast<double>(source.failures));
    case kCacheHits:
      return countText(static_cast<double>(source.cacheHits));
    case kLatency:
      //: Milliseconds
      return source.lastLatencyMs ? tr("%1 ms").arg(QLocale().toString(*source.lastLatencyMs, 'f', 0)) : none;
    case kBudget:
      return source.budgetRemaining ? countText(static_cast<double>(*source.budgetRemaining)) : none;
    case kLastError:
      return source.lastError.isEmpty() ? none : tame(source.lastError, 300);
    default:
      return {};
  }
}

QVariant SourceModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rows_.size()) return {};
  const Source& source = rows_[index.row()];
  switch (role) {
    case Qt::DisplayRole:
      return textOf(source, index.column());
    case Qt::AccessibleTextRole:
      if (index.column() == 0)
        //: One source read aloud: name, state, calls, failures
        return tr("%1: %2. %3 calls, %4 failed, %5 available.")
            .arg(textOf(source, kSource), textOf(source, kState), textOf(source, kCalls),
                 textOf(source, kFailures), textOf(source, kAvailability));
      return textOf(source, index.column());
    case Qt::ToolTipRole:
      if (index.column() == kBudget) return tr("Calls that may still be made in this period.");
      if (index.column() == kLastError) return toolTipText(tame(source.lastError, 2'000));
      return {};
    case Qt::TextAlignmentRole:
      return QVariant::fromValue((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) |
                                 Qt::AlignVCenter);
    case ChipDelegate::kToneRole:
      if (index.column() != kState) return {};
      if (!source.notAsked.isEmpty()) return QStringLiteral("warn");
      if (source.failing()) return QStringLiteral("fail");
      if (!source.lastError.isEmpty()) return QStringLiteral("warn");
      return source.calls == 0 ? QStringLiteral("stale") : QStringLiteral("ok");
    default:
      return {};
  }
}

QVariant SourceModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case kState:
      return tr("State");
    case kSource:
      return tr("Source");
    case kCategory:
      return tr("Category");
    case kNode:
      return tr("Node");
    case kAvailability:
      return tr("Available");
    case kCalls:
      return tr("Calls");
    case kFailures:
      return tr("Failed");
    case kCacheHits:
      return tr("From cache");
    case kLatency:
      //: Column: how long the last call took
      return tr("Last call");
    case kBudget:
      //: Column: calls that may still be made
      return tr("Budget left");
    case kLastError:
      return tr("Last error");
    default:
      return {};
  }
}

}  // namespace aurigraph::ui
