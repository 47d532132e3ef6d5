#include "ui/models/readings.h"

#include <QJsonArray>
#include <QJsonDocument>

#include "ui/models/json_words.h"

namespace aurigraph::ui {
namespace {

NodeReading readNode(const QJsonObject& node) {
  return {.id = static_cast<quint32>(integerIn(node, "id")),
          .name = tamedIn(node, "name"),
          .kind = tamedIn(node, "kind"),
          .role = tamedIn(node, "role"),
          .healthy = node[QLatin1String("healthy")].toBool(),
          .detail = tamedIn(node, "detail"),
          .height = readingIn(node, "height"),
          .chainHeight = {},
          .cpuPercent = readingIn(node, "cpu_percent"),
          .memoryBytes = readingIn(node, "memory_bytes"),
          .memoryLimitBytes = readingIn(node, "memory_limit_bytes"),
          .uptimeSeconds = readingIn(node, "uptime_seconds"),
          .seenMsAgo = readingIn(node, "seen_ms_ago")};
}

}  // namespace

std::optional<double> NodeReading::memoryPercent() const {
  if (!memoryBytes || memoryLimitBytes.value_or(0) <= 0) return std::nullopt;
  return *memoryBytes / *memoryLimitBytes * 100;
}

ClusterReading readStatus(const QJsonObject& status) {
  ClusterReading out;
  out.timeMs = millisecondsIn(status, "time");
  out.cluster = tamedIn(status, "cluster");
  out.leader = static_cast<quint32>(integerIn(status, "leader"));
  out.term = integerIn(status, "term");
  out.height = readingIn(status, "height").value_or(0);
  out.certified = readingIn(status, "certified").value_or(0);
  out.tps = readingIn(status, "tps");
  const QJsonObject finality = status[QLatin1String("finality_ms")].toObject();
  out.finalityP50Ms = readingIn(finality, "p50");
  out.finalityP99Ms = readingIn(finality, "p99");
  const QJsonObject thresholds = status[QLatin1String("thresholds")].toObject();
  for (auto it = thresholds.begin(); it != thresholds.end(); ++it)
    out.thresholds.insert(it.key(), {.cpuUp = readingIn(it->toObject(), "cpu_up_percent"),
                                     .memoryUp = readingIn(it->toObject(), "memory_up_percent")});
  for (const auto& node : status[QLatin1String("nodes")].toArray())
    out.nodes.append(readNode(node.toObject()));
  return out;
}

std::optional<MetricReading> readMetric(const QJsonObject& metric) {
  const qint64 second = integerIn(metric, "second");
  if (second <= 0) return std::nullopt;
  return MetricReading{
      .second = second,
      .tps = readingIn(metric, "tps"),
      .failed = readingIn(metric, "failed"),
      .finalityP50Ms = readingIn(metric, "finality_p50_ms"),
      .finalityP99Ms = readingIn(metric, "finality_p99_ms"),
      .height = readingIn(metric, "height"),
      .validators = readingIn(metric, "validators"),
      .business = readingIn(metric, "business"),
      .slim = readingIn(metric, "slim"),
      .reviewsWaiting = readingIn(metric[QLatin1String("stages")].toObject(), "review"),
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
