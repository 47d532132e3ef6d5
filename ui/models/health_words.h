#pragma once

#include <QString>

#include "ui/models/readings.h"

namespace aurigraph::ui {

/// How a node does, in one word and why.
struct NodeState {
  enum class Kind { kAnswers, kCatchingUp, kSilent, kDown };
  Kind kind = Kind::kAnswers;
  QString words;
};
[[nodiscard]] NodeState stateOf(const NodeReading& node);

/// How the cluster does, in words.
struct Health {
  enum class Kind { kWell, kImpaired, kStopped };
  Kind kind = Kind::kWell;
  QString sentence;  ///< "All 6 nodes answer. Final within 3 ms."
};
[[nodiscard]] Health healthOf(const ClusterReading& cluster);
/// "validator-1 leads in term 4." or that nobody does.
[[nodiscard]] QString leaderText(const ClusterReading& cluster);

}  // namespace aurigraph::ui
