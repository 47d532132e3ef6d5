#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <optional>

/// `GET /query/pipeline` as the page shows it, and its words. Pure.
namespace aurigraph::ui {

struct Outcome {
  QString name;  ///< The API's word: "accept".
  qint64 count = 0;
};

struct Stage {
  QString name;  ///< "fetch" … "token"
  qint64 total = 0;
  std::optional<qint64> waiting;  ///< Now; absent where nothing waits.
  std::optional<double> perMinute;
  QList<Outcome> outcomes;  ///< Good ones first.

  [[nodiscard]] qint64 countOf(QLatin1String outcome) const;
};

struct Source {
  QString name;
  QString category;
  QString node;
  QString notAsked;   ///< Why its node leaves it alone: "source.paused"; empty: it is asked.
  QString lastError;  ///< Of the last call, or what `notAsked` means.
  double availabilityPercent = 100;
  qint64 calls = 0;
  qint64 failures = 0;
  qint64 retries = 0;
  qint64 cacheHits = 0;
  qint64 cacheMisses = 0;
  std::optional<double> lastLatencyMs;
  std::optional<qint64> budgetRemaining;
  /// Of its last calls more than one in ten failed.
  [[nodiscard]] bool failing() const { return availabilityPercent < 90; }
};

struct Pipeline {
  QList<Stage> stages;  ///< Always the eight, in their order.
  QList<Source> sources;

  [[nodiscard]] static Pipeline of(const QJsonObject& answer);
  /// Newer counts of a `metric` event's `stages`: totals; of channel and review what waits now.
  void takeCounts(const QJsonObject& counts);
};

/// The stages' names, in order.
[[nodiscard]] QStringList stageNames();
/// Shows sources, not records: nothing of these stages is on the ledger yet.
[[nodiscard]] bool beforeLedger(const QString& stage);

[[nodiscard]] QString stageText(const QString& stage);      ///< "Review"
[[nodiscard]] QString stagePurpose(const QString& stage);   ///< One sentence.
[[nodiscard]] QString outcomeText(const QString& outcome);  ///< "For review"
[[nodiscard]] const char* outcomeTone(const QString& outcome);
/// What is wrong at a stage, in a few words; empty: nothing. `late`: reviews past their service level.
[[nodiscard]] QString troubleText(const Stage& stage, const QList<Source>& sources, qint64 late);
/// "Review: 5 waiting, 12 approved, 1 rejected. 0.5 per minute."
[[nodiscard]] QString stageSentence(const Stage& stage, const QString& trouble);
[[nodiscard]] QString rateText(double perMinute);       ///< "38 per minute"
[[nodiscard]] QString shortRateText(double perMinute);  ///< "38 / min"

}  // namespace aurigraph::ui
