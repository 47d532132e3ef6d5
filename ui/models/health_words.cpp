#include "ui/models/health_words.h"

#include <QCoreApplication>
#include <QLocale>

#include "ui/widgets/format.h"

namespace aurigraph::ui {
namespace {

class Words {
  Q_DECLARE_TR_FUNCTIONS(Overview)
};

constexpr double kSilentAfterMs = 5'000;

QString namesOf(const QList<NodeReading>& nodes) {
  QStringList names;
  for (const NodeReading& node : nodes) names.append(leftToRight(node.name));
  //: Between names in a list
  return names.join(Words::tr(", "));
}

QString finalityText(const ClusterReading& cluster) {
  if (!cluster.finalityP99Ms) return Words::tr("Nothing had to become final in the last minute.");
  return Words::tr("Final within %1.").arg(leftToRight(millisecondsText(*cluster.finalityP99Ms)));
}

}  // namespace

NodeState stateOf(const NodeReading& node) {
  using enum NodeState::Kind;
  if (!node.healthy)
    //: State of a node
    return {kDown, node.detail.isEmpty() ? Words::tr("Does not answer") : node.detail};
  if (node.seenMsAgo.value_or(0) > kSilentAfterMs)
    //: State of a node; %1 is a duration like "12 s"
    return {kSilent, Words::tr("Silent for %1").arg(durationText(static_cast<qint64>(*node.seenMsAgo)))};
  //: State of a node
  if (node.role == QLatin1String("RECOVERING")) return {kCatchingUp, Words::tr("Catching up")};
  //: State of a node
  return {kAnswers, Words::tr("Answers")};
}

Health healthOf(const ClusterReading& cluster) {
  using enum Health::Kind;
  QList<NodeReading> missing;
  qsizetype validators = 0;
  qsizetype validatorsThere = 0;
  for (const NodeReading& node : cluster.nodes) {
    const auto state = stateOf(node).kind;
    const bool there = state == NodeState::Kind::kAnswers || state == NodeState::Kind::kCatchingUp;
    if (!there) missing.append(node);
    if (node.kind != QLatin1String("validator")) continue;
    ++validators;
    if (there) ++validatorsThere;
  }
  const QLocale locale;
  if (cluster.nodes.isEmpty()) return {kImpaired, Words::tr("The gateway knows of no node.")};
  if (validators > 0 && validatorsThere * 2 <= validators)
    return {kStopped, Words::tr("%1 of %2 validators answer: there is no majority, nothing becomes final.")
                          .arg(locale.toString(validatorsThere), locale.toString(validators))};
  if (cluster.leader == 0)
    return {kStopped, Words::tr("There is no leader: nothing is decided until one is elected.")};
  if (missing.isEmpty())
    return {kWell, Words::tr("All %n node(s) answer.", nullptr, static_cast<int>(cluster.nodes.size())) +
                       QLatin1Char(' ') + finalityText(cluster)};
  if (missing.size() > 3)
    return {kImpaired, Words::tr("%1 of %2 nodes answer.")
                               .arg(locale.toString(cluster.nodes.size() - missing.size()),
                                    locale.toString(cluster.nodes.size())) +
                           QLatin1Char(' ') + finalityText(cluster)};
  return {kImpaired, Words::tr("%1 of %2 nodes answer; missing: %3.")
                             .arg(locale.toString(cluster.nodes.size() - missing.size()),
                                  locale.toString(cluster.nodes.size()), namesOf(missing)) +
                         QLatin1Char(' ') + finalityText(cluster)};
}

QString leaderText(const ClusterReading& cluster) {
  if (cluster.leader == 0) return Words::tr("Nobody leads, as far as this gateway knows.");
  for (const NodeReading& node : cluster.nodes)
    if (node.id == cluster.leader)
      return Words::tr("%1 leads in term %2.").arg(leftToRight(node.name), QLocale().toString(cluster.term));
  return Words::tr("Node %1 leads in term %2.")
      .arg(QLocale().toString(cluster.leader), QLocale().toString(cluster.term));
}

}  // namespace aurigraph::ui
