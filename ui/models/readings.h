#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <optional>

namespace aurigraph::ui {

/// What /query/status and the `metric` events say, as values. A reading that nobody has is empty, never 0.
struct NodeReading {
  quint32 id = 0;
  QString name;
  QString kind;  ///< "validator", "business", "slim"
  QString role;  ///< "LEADER" …; empty: nodes of this kind have none, or it is not known.
  bool healthy = false;
  QString detail;  ///< Why not.
  std::optional<double> height;
  /// The chain's height when this was read: a reading that is a second old is no lag. Empty: not known.
  std::optional<double> chainHeight;
  std::optional<double> cpuPercent;
  std::optional<double> memoryBytes;
  std::optional<double> memoryLimitBytes;
  std::optional<double> uptimeSeconds;
  std::optional<double> seenMsAgo;

  [[nodiscard]] std::optional<double> memoryPercent() const;
  bool operator==(const NodeReading&) const = default;
};

/// Where the cluster adds a node of this kind; percent.
struct Thresholds {
  std::optional<double> cpuUp;
  std::optional<double> memoryUp;
  bool operator==(const Thresholds&) const = default;
};

struct ClusterReading {
  qint64 timeMs = 0;  ///< The gateway's clock; 0: it does not say.
  QString cluster;
  quint32 leader = 0;  ///< 0: nobody.
  qint64 term = 0;
  double height = 0;
  double certified = 0;
  std::optional<double> tps;
  std::optional<double> finalityP50Ms;
  std::optional<double> finalityP99Ms;
  QHash<QString, Thresholds> thresholds = {};  ///< By kind.
  QList<NodeReading> nodes = {};
};

struct MetricReading {
  qint64 second = 0;
  std::optional<double> tps;
  std::optional<double> failed;
  std::optional<double> finalityP50Ms;
  std::optional<double> finalityP99Ms;
  std::optional<double> height;
  std::optional<double> validators;
  std::optional<double> business;
  std::optional<double> slim;
  std::optional<double> reviewsWaiting;
};

[[nodiscard]] ClusterReading readStatus(const QJsonObject& status);
/// Empty: it does not say of which second it is.
[[nodiscard]] std::optional<MetricReading> readMetric(const QJsonObject& metric);

/// The answer of /query/metrics, oldest first; what cannot be read is left out. Any thread.
[[nodiscard]] QList<MetricReading> readHistory(const QByteArray& json);

}  // namespace aurigraph::ui
