#include "ui/models/pipeline.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <algorithm>
#include <cmath>

#include "ui/widgets/format.h"

namespace aurigraph::ui {
namespace {

class Words {
  Q_DECLARE_TR_FUNCTIONS(Workflow)
};

struct StageWords {
  const char* name;
  const char* text;
  const char* purpose;
};

constexpr StageWords kStages[] = {
    {"fetch", QT_TRANSLATE_NOOP("Workflow", "Fetch"),
     QT_TRANSLATE_NOOP("Workflow", "These providers are asked for data.")},
    {"transform", QT_TRANSLATE_NOOP("Workflow", "Transform"),
     QT_TRANSLATE_NOOP("Workflow",
                       "Every answer becomes records of one form; what cannot be read is refused.")},
    {"score", QT_TRANSLATE_NOOP("Workflow", "Score"),
     QT_TRANSLATE_NOOP("Workflow", "Checks of eight kinds give every record a score from 0 to 1.")},
    {"channel", QT_TRANSLATE_NOOP("Workflow", "Channel"),
     QT_TRANSLATE_NOOP("Workflow", "Scored records wait here until the ledger has them.")},
    {"ledger", QT_TRANSLATE_NOOP("Workflow", "Ledger"),
     QT_TRANSLATE_NOOP("Workflow", "Records in a block that every validator has checked.")},
    {"review", QT_TRANSLATE_NOOP("Workflow", "Review"),
     QT_TRANSLATE_NOOP("Workflow", "Records that scored from 0.60 to below 0.80: a person decides.")},
    {"asset", QT_TRANSLATE_NOOP("Workflow", "Asset"),
     QT_TRANSLATE_NOOP("Workflow", "Records that an asset rests on.")},
    {"token", QT_TRANSLATE_NOOP("Workflow", "Token"),
     QT_TRANSLATE_NOOP("Workflow", "Records whose asset has a token.")},
};

struct OutcomeWords {
  const char* name;
  const char* text;
  const char* counted;
  const char* tone;
};

// In the order in which a card lists them.
constexpr OutcomeWords kOutcomes[] = {
    {"answers", QT_TRANSLATE_NOOP("Workflow", "Answers"), QT_TRANSLATE_NOOP("Workflow", "%1 answers"), "ok"},
    {"cached", QT_TRANSLATE_NOOP("Workflow", "Cached"), QT_TRANSLATE_NOOP("Workflow", "%1 from the cache"),
     "accent"},
    {"failed", QT_TRANSLATE_NOOP("Workflow", "Failed"), QT_TRANSLATE_NOOP("Workflow", "%1 failed"), "fail"},
    {"records", QT_TRANSLATE_NOOP("Workflow", "Records"), QT_TRANSLATE_NOOP("Workflow", "%1 records"), "ok"},
    {"duplicates", QT_TRANSLATE_NOOP("Workflow", "Repeats"), QT_TRANSLATE_NOOP("Workflow", "%1 repeats"),
     "accent"},
    {"refused", QT_TRANSLATE_NOOP("Workflow", "Refused"), QT_TRANSLATE_NOOP("Workflow", "%1 refused"),
     "fail"},
    {"accept", QT_TRANSLATE_NOOP("Workflow", "Accepted"), QT_TRANSLATE_NOOP("Workflow", "%1 accepted"), "ok"},
    {"review", QT_TRANSLATE_NOOP("Workflow", "For review"), QT_TRANSLATE_NOOP("Workflow", "%1 for review"),
     "warn"},
    {"reject", QT_TRANSLATE_NOOP("Workflow", "Refused"), QT_TRANSLATE_NOOP("Workflow", "%1 refused"), "fail"},
    {"applied", QT_TRANSLATE_NOOP("Workflow", "Applied"), QT_TRANSLATE_NOOP("Workflow", "%1 applied"), "ok"},
    {"expired", QT_TRANSLATE_NOOP("Workflow", "Expired"), QT_TRANSLATE_NOOP("Workflow", "%1 expired"),
     "warn"},
    {"dead", QT_TRANSLATE_NOOP("Workflow", "Given up"), QT_TRANSLATE_NOOP("Workflow", "%1 given up"), "fail"},
    {"operations", QT_TRANSLATE_NOOP("Workflow", "Operations"),
     QT_TRANSLATE_NOOP("Workflow", "%1 operations"), "accent"},
    {"blocks", QT_TRANSLATE_NOOP("Workflow", "Blocks"), QT_TRANSLATE_NOOP("Workflow", "%1 blocks"), "accent"},
    {"approved", QT_TRANSLATE_NOOP("Workflow", "Approved"), QT_TRANSLATE_NOOP("Workflow", "%1 approved"),
     "ok"},
    {"rejected", QT_TRANSLATE_NOOP("Workflow", "Rejected"), QT_TRANSLATE_NOOP("Workflow", "%1 rejected"),
     "fail"},
    {"registered", QT_TRANSLATE_NOOP("Workflow", "Registered"),
     QT_TRANSLATE_NOOP("Workflow", "%1 registered"), "ok"},
    {"issued", QT_TRANSLATE_NOOP("Workflow", "Issued"), QT_TRANSLATE_NOOP("Workflow", "%1 issued"), "ok"},
};

const OutcomeWords* wordsOf(const QString& outcome) {
  for (const auto& each : kOutcomes)
    if (outcome == QLatin1String(each.name)) return &each;
  return nullptr;
}

qint64 wholeIn(const QJsonObject& object, QLatin1String name) {
  return static_cast<qint64>(object[name].toDouble());
}

Stage stageOf(const QString& name, const QJsonObject& answer) {
  Stage out;
  out.name = name;
  out.total = wholeIn(answer, QLatin1String("total"));
  if (const auto waiting = answer[QLatin1String("waiting")]; waiting.isDouble())
    out.waiting = static_cast<qint64>(waiting.toDouble());
  if (const auto rate = answer[QLatin1String("per_minute")]; rate.isDouble()) out.perMinute = rate.toDouble();
  const auto outcomes = answer[QLatin1String("outcomes")].toObject();
  for (auto it = outcomes.begin(); it != outcomes.end(); ++it) {
    // What waits is no outcome: it is said once, and follows the events.
    if (it.key() != QLatin1String("waiting") && it.key() != QLatin1String("queued"))
      out.outcomes.append({it.key(), static_cast<qint64>(it->toDouble())});
    else if (!out.waiting)
      out.waiting = static_cast<qint64>(it->toDouble());
  }
  std::ranges::stable_sort(out.outcomes, {}, [](const Outcome& one) {
    const auto* words = wordsOf(one.name);
    return words == nullptr ? std::ssize(kOutcomes) : words - kOutcomes;
  });
  return out;
}

Source sourceOf(const QJsonObject& answer) {
  Source out;
  out.name = answer[QLatin1String("source")].toString();
  out.category = answer[QLatin1String("category")].toString();
  out.node = answer[QLatin1String("node")].toString();
  out.notAsked = answer[QLatin1String("not_asked")].toString();
  out.lastError = answer[QLatin1String("last_error")].toString();
  out.availabilityPercent = answer[QLatin1String("availability_percent")].toDouble(100);
  out.calls = wholeIn(answer, QLatin1String("calls"));
  out.failures = wholeIn(answer, QLatin1String("failures"));
  out.retries = wholeIn(answer, QLatin1String("retries"));
  out.cacheHits = wholeIn(answer, QLatin1String("cache_hits"));
  out.cacheMisses = wholeIn(answer, QLatin1String("cache_misses"));
  if (const auto latency = answer[QLatin1String("last_latency_ms")]; latency.isDouble())
    out.lastLatencyMs = latency.toDouble();
  if (const auto budget = answer[QLatin1String("budget_remaining")]; budget.isDouble())
    out.budgetRemaining = static_cast<qint64>(budget.toDouble());
  return out;
}

}  // namespace

qint64 Stage::countOf(QLatin1String outcome) const {
  for (const auto& each : outcomes)
    if (each.name == outcome) return each.count;
  return 0;
}

Pipeline Pipeline::of(const QJsonObject& answer) {
  QHash<QString, QJsonObject> given;
  const auto stages = answer[QLatin1String("stages")].toArray();
  for (const auto& value : stages) {
    const auto stage = value.toObject();
    given.insert(stage[QLatin1String("name")].toString(), stage);
  }
  Pipeline out;
  for (const QString& name : stageNames()) out.stages.append(stageOf(name, given.value(name)));
  const auto sources = answer[QLatin1String("sources")].toArray();
  for (const auto& value : sources) out.sources.append(sourceOf(value.toObject()));
  return out;
}

void Pipeline::takeCounts(const QJsonObject& counts) {
  for (Stage& stage : stages) {
    const auto count = counts[stage.name];
    if (!count.isDouble()) continue;
    const auto value = static_cast<qint64>(count.toDouble());
    const bool waits = stage.name == QLatin1String("channel") || stage.name == QLatin1String("review");
    if (waits)
      stage.waiting = value;
    else
      stage.total = value;
  }
}

QStringList stageNames() {
  QStringList out;
  for (const auto& stage : kStages) out.append(QLatin1String(stage.name));
  return out;
}

bool beforeLedger(const QString& stage) {
  return stage == QLatin1String("fetch") || stage == QLatin1String("transform") ||
         stage == QLatin1String("channel");
}

QString stageText(const QString& stage) {
  for (const auto& each : kStages)
    if (stage == QLatin1String(each.name)) return Words::tr(each.text);
  return tame(stage);
}

QString stagePurpose(const QString& stage) {
  for (const auto& each : kStages)
    if (stage == QLatin1String(each.name)) return Words::tr(each.purpose);
  return {};
}

QString outcomeText(const QString& outcome) {
  const auto* words = wordsOf(outcome);
  return words == nullptr ? tame(outcome) : Words::tr(words->text);
}

const char* outcomeTone(const QString& outcome) {
  const auto* words = wordsOf(outcome);
  return words == nullptr ? nullptr : words->tone;
}

QString troubleText(const Stage& stage, const QList<Source>& sources, qint64 late) {
  if (stage.name == QLatin1String("fetch")) {
    const auto failing = std::ranges::count_if(sources, &Source::failing);
    //: Trouble of a stage, shown on its card
    if (failing > 0) return Words::tr("%n failing", nullptr, static_cast<int>(failing));
  }
  if (stage.name == QLatin1String("channel")) {
    const qint64 dead = stage.countOf(QLatin1String("dead"));
    //: Trouble of a stage, shown on its card: records that could not be handed to the ledger
    if (dead > 0) return Words::tr("%n given up", nullptr, static_cast<int>(dead));
  }
  if (stage.name == QLatin1String("review") && late > 0)
    //: Trouble of a stage, shown on its card: reviews past their service level
    return Words::tr("%n late", nullptr, static_cast<int>(late));
  return {};
}

QString stageSentence(const Stage& stage, const QString& trouble) {
  QStringList parts;
  if (stage.waiting) parts.append(Words::tr("%1 waiting").arg(QLocale().toString(*stage.waiting)));
  if (stage.outcomes.isEmpty())
    parts.append(Words::tr("%1 in all").arg(countText(static_cast<double>(stage.total))));
  for (const auto& outcome : stage.outcomes) {
    const QString count = countText(static_cast<double>(outcome.count));
    const auto* words = wordsOf(outcome.name);
    parts.append(words == nullptr ? tame(outcome.name) + u' ' + count : Words::tr(words->counted).arg(count));
  }
  if (stage.perMinute) parts.append(rateText(*stage.perMinute));
  //: A stage in one sentence: its name, then counts like "5 waiting, 12 approved"
  QString out = Words::tr("%1: %2.").arg(stageText(stage.name), parts.join(Words::tr(", ")));
  //: Appended to a stage's sentence when something is wrong there
  if (!trouble.isEmpty()) out += u' ' + Words::tr("Attention: %1.").arg(trouble);
  return out;
}

namespace {

QString rateNumber(double perMinute) {
  const double tenths = std::round(perMinute * 10) / 10;
  const bool whole = perMinute >= 10 || tenths == std::floor(tenths);
  return QLocale().toString(perMinute, 'f', whole ? 0 : 1);
}

}  // namespace

QString rateText(double perMinute) {
  return Words::tr("%1 per minute").arg(rateNumber(perMinute));
}

QString shortRateText(double perMinute) {
  //: A rate on a narrow card: "38 / min"
  return Words::tr("%1 / min").arg(rateNumber(perMinute));
}

}  // namespace aurigraph::ui
