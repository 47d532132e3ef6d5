#include "ui/pages/overview/readings.h"

#include <QJsonArray>
#include <QJsonDocument>

#include "ui/client/api_client.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui {
namespace {

/// Numbers are not negative here; what is none, or negative, is no reading.
std::optional<double> numberIn(const QJsonObject& object, const char* name) {
  const QJsonValue value = object[QLatin1String(name)];
  if (!value.isDouble() || value.toDouble() < 0) return std::nullopt;
  return value.toDouble();
}

QString textIn(const QJsonObject& object, const char* name) {
  return tame(object[QLatin1String(name)].toString());
}

NodeReading readNode(const QJsonObject& node) {
  return {.id = static_cast<quint32>(node[QLatin1String("id")].toInteger()),
          .name = textIn(node, "name"),
          .kind = textIn(node, "kind"),
          .role = textIn(node, "role"),
          .healthy = node[QLatin1String("healthy")].toBool(),
          .detail = textIn(node, "detail"),
          .height = numberIn(node, "height"),
          .chainHeight = {},
          .cpuPercent = numberIn(node, "cpu_percent"),
          .memoryBytes = numberIn(node, "memory_bytes"),
          .memoryLimitBytes = numberIn(node, "memory_limit_bytes"),
          .uptimeSeconds = numberIn(node, "uptime_seconds"),
          .seenMsAgo = numberIn(node, "seen_ms_ago")};
}

}  // namespace

std::optional<double> NodeReading::memoryPercent() const {
  if (!memoryBytes || memoryLimitBytes.value_or(0) <= 0) return std::nullopt;
  return *memoryBytes / *memoryLimitBytes * 100;
}

ClusterReading readStatus(const QJsonObject& status) {
  ClusterReading out;
  out.timeMs = millisecondsIn(status, QLatin1String("time"));
  out.cluster = textIn(status, "cluster");
  out.leader = static_cast<quint32>(status[QLatin1String("leader")].toInteger());
  out.term = status[QLatin1String("term")].toInteger();
  out.height = numberIn(status, "height").value_or(0);
  out.certified = numberIn(status, "certified").value_or(0);
  out.tps = numberIn(status, "tps");
  const QJsonObject finality = status[QLatin1String("finality_ms")].toObject();
  out.finalityP50Ms = numberIn(finality, "p50");
  out.finalityP99Ms = numberIn(finality, "p99");
  const QJsonObject thresholds = status[QLatin1String("thresholds")].toObject();
  for (auto it = thresholds.begin(); it != thresholds.end(); ++it)
    out.thresholds.insert(it.key(), {.cpuUp = numberIn(it->toObject(), "cpu_up_percent"),
                                     .memoryUp = numberIn(it->toObject(), "memory_up_percent")});
  for (const auto& node : status[QLatin1String("nodes")].toArray())
    out.nodes.append(readNode(node.toObject()));
  return out;
}

std::optional<MetricReading> readMetric(const QJsonObject& metric) {
  const qint64 second = metric[QLatin1String("second")].toInteger();
  if (second <= 0) return std::nullopt;
  return MetricReading{
      .second = second,
      .tps = numberIn(metric, "tps"),
      .failed = numberIn(metric, "failed"),
      .finalityP50Ms = numberIn(metric, "finality_p50_ms"),
      .finalityP99Ms = numberIn(metric, "finality_p99_ms"),
      .height = numberIn(metric, "height"),
      .validators = numberIn(metric, "validators"),
      .business = numberIn(metric, "business"),
      .slim = numberIn(metric, "slim"),
      .reviewsWaiting = numberIn(metric[QLatin1String("stages")].toObject(), "review"),
  };
}

QList<MetricReading> readHistory(const QByteArray& json) {
  QList<MetricReading> out;
  const QJsonObject answer = QJsonDocument::fromJson(json).object();
  for (const auto& item : answer[QLatin1String("items")].toArray())
    if (const auto metric = readMetric(item.toObject())) out.append(*metric);
  return out;
}

}  // namespace aurigraph::ui
