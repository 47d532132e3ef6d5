#include "ui/models/node_model.h"

#include <QFont>
#include <QIcon>
#include <QLocale>
#include <algorithm>

#include "ui/models/health_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui {
namespace {

QString dash() {
  return QStringLiteral("—");
}

int rank(const NodeReading& node) {
  if (node.kind == QLatin1String("validator")) return 0;
  if (node.kind == QLatin1String("business")) return 1;
  return 2;
}

bool before(const NodeReading& a, const NodeReading& b) {
  return rank(a) != rank(b) ? rank(a) < rank(b) : a.id < b.id;
}

QString whole(double value) {
  return QLocale().toString(static_cast<qint64>(value));
}

}  // namespace

NodeModel::NodeModel(QObject* parent) : QAbstractTableModel(parent) {
  connect(&Theme::instance(), &Theme::changed, this, [this] {
    if (!nodes_.isEmpty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
  });
}

void NodeModel::clear() {
  beginResetModel();
  nodes_.clear();
  thresholds_.clear();
  highest_ = 0;
  endResetModel();
}

void NodeModel::show(const ClusterReading& cluster) {
  QList<NodeReading> wanted = cluster.nodes;
  std::sort(wanted.begin(), wanted.end(), before);
  wanted.erase(std::unique(wanted.begin(), wanted.end(),
                           [](const NodeReading& a, const NodeReading& b) { return !before(a, b); }),
               wanted.end());
  double highest = cluster.height;
  for (const NodeReading& node : wanted) highest = std::max(highest, node.height.value_or(0));
  const bool all = highest != highest_ || thresholds_ != cluster.thresholds;
  highest_ = highest;
  thresholds_ = cluster.thresholds;
  for (int row = 0; row < nodes_.size() || row < wanted.size();) {
    if (row == wanted.size() || (row < nodes_.size() && before(nodes_[row], wanted[row]))) {
      beginRemoveRows({}, row, row);
      nodes_.removeAt(row);
      endRemoveRows();
    } else if (row == nodes_.size() || before(wanted[row], nodes_[row])) {
      beginInsertRows({}, row, row);
      nodes_.insert(row, wanted[row]);
      endInsertRows();
      ++row;
    } else {
      if (all || nodes_[row] != wanted[row]) {
        nodes_[row] = wanted[row];
        Q_EMIT dataChanged(index(row, 0), index(row, kColumns - 1));
      }
      ++row;
    }
  }
}

int NodeModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(nodes_.size());
}

int NodeModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

NodeModel::Cell NodeModel::loadCell(std::optional<double> percent, std::optional<double> threshold,
                                    const QString& whyAbsent) const {
  if (!percent) return {.text = dash(), .why = whyAbsent, .absent = true};
  Cell out{.text = percentText(*percent), .share = std::clamp(*percent / 100, 0.0, 1.0)};
  if (!threshold) {
    out.why = tr("Nodes of this kind are not added by this reading.");
    return out;
  }
  out.threshold = std::clamp(*threshold / 100, 0.0, 1.0);
  const QString limit = percentText(*threshold);
  //: CPU or memory of a node against the threshold at which a node is added, like "34 % of 70 %"
  out.text = *percent < *threshold ? tr("%1 of %2").arg(out.text, limit)
                                   //: The same above the threshold, like "82 %, over 70 %"
                                   : tr("%1, over %2").arg(out.text, limit);
  out.why = tr("Another node is added when it stays above %1.").arg(limit);
  return out;
}

NodeModel::Cell NodeModel::cell(const NodeReading& node, int column) const {
  switch (static_cast<Column>(column)) {
    case kName:
      return {.text = node.name, .why = tr("Node %1").arg(QLocale().toString(node.id))};
    case kKind:
      return {.text = nodeKindText(node.kind)};
    case kRole: {
      static const QHash<QString, const char*> kRoles = {
          {QStringLiteral("LEADER"), QT_TR_NOOP("Leader")},
          {QStringLiteral("FOLLOWER"), QT_TR_NOOP("Follower")},
          {QStringLiteral("CANDIDATE"), QT_TR_NOOP("Candidate")},
          {QStringLiteral("LEARNER"), QT_TR_NOOP("Learner")},
          {QStringLiteral("RECOVERING"), QT_TR_NOOP("Recovering")}};
      if (node.role.isEmpty())
        return {.text = dash(),
                .why = node.kind == QLatin1String("slim") ? tr("Slim nodes do not hold the chain.")
                                                          : tr("The node does not say its role."),
                .absent = true};
      return {.text = kRoles.contains(node.role) ? tr(kRoles[node.role]) : node.role};
    }
    case kState:
      return {.text = stateOf(node).words, .why = node.detail};
    case kCpu:
      return loadCell(node.cpuPercent, thresholds_.value(node.kind).cpuUp,
                      tr("The node does not report its processor time."));
    case kMemory: {
      if (!node.memoryBytes)
        return {.text = dash(), .why = tr("The node does not report its memory."), .absent = true};
      if (!node.memoryPercent())
        return {.text = bytesText(*node.memoryBytes), .why = tr("The node's memory limit is not known.")};
      Cell out = loadCell(node.memoryPercent(), thresholds_.value(node.kind).memoryUp, {});
      //: Memory of a node, like "312 MB of 1 GB"
      out.why.prepend(tr("%1 of %2.").arg(bytesText(*node.memoryBytes), bytesText(*node.memoryLimitBytes)) +
                      QLatin1Char(' '));
      return out;
    }
    case kHeight:
      if (!node.height)
        return {.text = dash(),
                .why = node.kind == QLatin1String("slim") ? tr("Slim nodes do not hold the chain.")
                                                          : tr("The node does not report its height."),
                .absent = true};
      return {.text = whole(*node.height)};
    case kBehind: {
      if (!node.height) {
        Cell out = cell(node, kHeight);
        out.text = dash();
        return out;
      }
      const auto behind = static_cast<int>(std::max(0.0, node.chainHeight.value_or(highest_) - *node.height));
      //: How far a node is behind the newest block: not at all
      if (behind == 0) return {.text = tr("Level")};
      return {.text = tr("%n block(s)", nullptr, behind)};
    }
    case kUptime:
      if (!node.uptimeSeconds)
        return {.text = dash(), .why = tr("The node does not report since when it runs."), .absent = true};
      return {.text = durationText(static_cast<qint64>(*node.uptimeSeconds * 1'000))};
    case kColumns:
      break;
  }
  return {};
}

QString NodeModel::sentence(const NodeReading& node) const {
  QStringList parts;
  for (int column = 0; column < kColumns; ++column) {
    const Cell each = cell(node, column);
    const QString text = each.absent ? tr("none: %1").arg(each.why) : each.text;
    parts.append(column == kName ? text
                                 //: One column of a table's row when read out, like "State: Answers"
                                 : tr("%1: %2").arg(
                                       headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), text));
  }
  return parts.join(QStringLiteral(", "));
}

QVariant NodeModel::decoration(const NodeReading& node, int column) const {
  const Theme& theme = Theme::instance();
  if (column == kRole && node.role == QLatin1String("LEADER"))
    return theme.icon(QStringLiteral("leader"), Ink::kAccent);
  if (column != kState) return {};
  switch (stateOf(node).kind) {
    case NodeState::Kind::kAnswers:
      return theme.icon(QStringLiteral("ok"), Ink::kOk);
    case NodeState::Kind::kCatchingUp:
      return theme.icon(QStringLiteral("clock"), Ink::kWarn);
    case NodeState::Kind::kSilent:
      return theme.icon(QStringLiteral("warn"), Ink::kWarn);
    case NodeState::Kind::kDown:
      return theme.icon(QStringLiteral("fail"), Ink::kFail);
  }
  return {};
}

QVariant NodeModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= nodes_.size()) return {};
  const NodeReading& node = nodes_[index.row()];
  const Cell shown = cell(node, index.column());
  switch (role) {
    case Qt::DisplayRole:
      return index.column() == kName || index.column() == kHeight ? leftToRight(shown.text) : shown.text;
    case Qt::DecorationRole:
      return decoration(node, index.column());
    case Qt::ToolTipRole:
      // Plain text also where a name looks like markup.
      return shown.why.isEmpty() ? QVariant() : QVariant(shown.why.toHtmlEscaped());
    case Qt::AccessibleTextRole:
      if (index.column() == kName) return sentence(node);
      return shown.absent ? tr("none: %1").arg(shown.why) : shown.text;
    case Qt::TextAlignmentRole:
      return index.column() == kHeight || index.column() == kBehind || index.column() == kUptime
                 ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                 : QVariant(Qt::AlignLeading | Qt::AlignVCenter);
    case Qt::FontRole:
      if (index.column() == kName || (index.column() == kRole && node.role == QLatin1String("LEADER"))) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
      }
      return {};
    case kShareRole:
      return shown.share ? QVariant(*shown.share) : QVariant();
    case kThresholdRole:
      return shown.threshold ? QVariant(*shown.threshold) : QVariant();
    case kMutedRole:
      return shown.absent;
    default:
      return {};
  }
}

QVariant NodeModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return section == kHeight || section == kBehind || section == kUptime
               ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
               : QVariant(Qt::AlignLeading | Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  switch (static_cast<Column>(section)) {
    case kName:
      return tr("Node");
    case kKind:
      return tr("Kind");
    case kRole:
      return tr("Role");
    case kState:
      return tr("State");
    case kCpu:
      return tr("CPU");
    case kMemory:
      return tr("Memory");
    case kHeight:
      //: Column of a table: height of the chain on a node
      return tr("Height");
    case kBehind:
      //: Column of a table: how many blocks a node lacks
      return tr("Behind");
    case kUptime:
      return tr("Running for");
    case kColumns:
      break;
  }
  return {};
}

}  // namespace aurigraph::ui
