#pragma once

#include <cmath>
#include <functional>

#include "tests/ui/support/recorded_cluster.h"

namespace aurigraph::ui::test {

/// A gateway of six busy nodes at one fixed moment, with a hole in its readings. All figures are made up for
/// tests and pictures: they are no measurement of anything.
class BusyCluster : public RecordedCluster {
 public:
  static constexpr qint64 kNow = 1'764'079'325;  ///< Seconds; 2025-11-25 14:02:05 UTC.
  static constexpr qint64 kHoleFrom = kNow - 150;
  static constexpr qint64 kHoleTo = kNow - 122;

  BusyCluster() {
    gateway.answer("GET", QStringLiteral("/query/status"), status());
    answerMetrics([](qint64 seconds) { return QJsonObject{{QStringLiteral("items"), metrics(seconds)}}; });
    gateway.answer("GET", QStringLiteral("/query/reviews"),
                   {{QStringLiteral("items"), QJsonArray()},
                    {QStringLiteral("counts"), QJsonObject{{QStringLiteral("open"), 7},
                                                           {QStringLiteral("mine"), 1},
                                                           {QStringLiteral("claimed_by_others"), 2},
                                                           {QStringLiteral("late"), 2}}}});
  }

  void answerMetrics(std::function<QJsonObject(qint64 seconds)> body, int status = 200) {
    gateway.handle("GET", QStringLiteral("/query/metrics"), [body, status](const HttpRequest& request) {
      HttpAnswer answer;
      answer.status = status;
      answer.contentType = status == 200 ? "application/json" : "application/problem+json";
      answer.body = QJsonDocument(body(request.path.section(QLatin1Char('='), -1).toLongLong())).toJson();
      return answer;
    });
  }

  static QJsonObject node(int id, const char* name, const char* kind, const char* role, double cpu,
                          double memoryMb, int height, double seenMs = 120) {
    QJsonObject out{{QStringLiteral("id"), id},
                    {QStringLiteral("name"), QLatin1String(name)},
                    {QStringLiteral("kind"), QLatin1String(kind)},
                    {QStringLiteral("healthy"), true},
                    {QStringLiteral("detail"), QString()},
                    {QStringLiteral("cpu_percent"), cpu},
                    {QStringLiteral("memory_bytes"), memoryMb * 1'048'576},
                    {QStringLiteral("memory_limit_bytes"), 1'073'741'824.0},
                    {QStringLiteral("uptime_seconds"), 15'240 + id},
                    {QStringLiteral("seen_ms_ago"), seenMs}};
    if (*role != 0) out[QStringLiteral("role")] = QLatin1String(role);
    if (height > 0) out[QStringLiteral("height")] = height;
    return out;
  }

  static QJsonArray nodes() {
    return {node(1, "validator-1", "validator", "LEADER", 61.4, 412, 1'204'551),
            node(2, "validator-2", "validator", "FOLLOWER", 44.8, 396, 1'204'551),
            node(3, "validator-3", "validator", "FOLLOWER", 43.1, 401, 1'204'391),
            node(4, "business-1", "business", "LEARNER", 67.9, 655, 1'204'551),
            node(5, "business-2", "business", "LEARNER", 31.5, 504, 1'204'550),
            node(6, "slim-1", "slim", "", 18.2, 188, 0)};
  }

  static QJsonObject threshold(int up, int memory, int down) {
    return {{QStringLiteral("cpu_up_percent"), up},
            {QStringLiteral("memory_up_percent"), memory},
            {QStringLiteral("cpu_down_percent"), down}};
  }

  static QJsonObject status() {
    return {{QStringLiteral("cluster"), QStringLiteral("fixture-cluster")},
            {QStringLiteral("simulated"), true},
            {QStringLiteral("time"), QString::number(kNow) + QLatin1String("000000000")},
            {QStringLiteral("leader"), 1},
            {QStringLiteral("term"), 4},
            {QStringLiteral("height"), 1'204'551},
            {QStringLiteral("certified"), 1'204'550},
            {QStringLiteral("tps"), 12'431},
            {QStringLiteral("finality_ms"), QJsonObject{{QStringLiteral("p50"), 3.1},
                                                        {QStringLiteral("p99"), 11.4},
                                                        {QStringLiteral("count"), 700'000}}},
            {QStringLiteral("thresholds"), QJsonObject{{QStringLiteral("validator"), threshold(70, 75, 40)},
                                                       {QStringLiteral("business"), threshold(65, 70, 35)}}},
            {QStringLiteral("nodes"), nodes()}};
  }

  /// Smooth and the same each time.
  static QJsonObject metric(qint64 second) {
    const auto wave = [second](double period, double phase = 0) {
      return std::sin(static_cast<double>(second % 100'000) * 6.2831853 / period + phase);
    };
    const double tps = std::round(12'400 + 1'900 * wave(140) + 700 * wave(17, 1) + 350 * wave(5.3));
    return {
        {QStringLiteral("second"), second},
        {QStringLiteral("operations"), tps},
        {QStringLiteral("failed"), std::round(410 + 260 * wave(61) + 80 * wave(7))},
        {QStringLiteral("tps"), tps},
        {QStringLiteral("finality_p50_ms"), 3.1 + 0.5 * wave(90) + 0.2 * wave(11)},
        {QStringLiteral("finality_p99_ms"), 10.8 + 2.2 * wave(47) + 1.4 * wave(9, 2)},
        {QStringLiteral("height"), 1'204'551 - (kNow - 1 - second) * 40 + std::round(6 * wave(23))},
        {QStringLiteral("certified"), 1'204'550 - (kNow - 1 - second) * 40},
        {QStringLiteral("validators"), second > kNow - 60 && second < kNow - 44 ? 2 : 3},
        {QStringLiteral("business"), second > kNow - 220 ? 2 : 1},
        {QStringLiteral("slim"), 1},
        {QStringLiteral("stages"), QJsonObject{{QStringLiteral("review"), 7 + std::round(2 * wave(80))}}}};
  }

  /// Up to the second before kNow, oldest first.
  static QJsonArray metrics(qint64 seconds) {
    QJsonArray out;
    for (qint64 second = kNow - seconds; second < kNow; ++second)
      if (second < kHoleFrom || second >= kHoleTo) out.append(metric(second));
    return out;
  }
};

}  // namespace aurigraph::ui::test
