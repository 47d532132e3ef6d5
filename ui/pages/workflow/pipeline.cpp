#include "ui/pages/workflow/pipeline.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <algorithm>

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
    {"fetch", QT_TR_NOOP("Fetch"), QT_TR_NOOP("These providers are asked for data.")},
    {"transform", QT_TR_NOOP("Transform"),
     QT_TR_NOOP("Every answer becomes records of one form; what cannot be read is refused.")},
    {"score", QT_TR_NOOP("Score"), QT_TR_NOOP("Eight checks give every record a score from 0 to 1.")},
    {"channel", QT_TR_NOOP("Channel"), QT_TR_NOOP("Scored records wait here until the ledger has them.")},
    {"ledger", QT_TR_NOOP("Ledger"), QT_TR_NOOP("Records in a block that every validator has checked.")},
    {"review", QT_TR_NOOP("Review"),
     QT_TR_NOOP("Records that scored from 0.60 to below 0.80: a person decides.")},
    {"asset", QT_TR_NOOP("Asset"), QT_TR_NOOP("Records that an asset rests on.")},
    {"token", QT_TR_NOOP("Token"), QT_TR_NOOP("Records whose asset has a token.")},
};

struct OutcomeWords {
  const char* name;
  const char* text;
  const char* counted;
  const char* tone;
};

// In the order in which a card lists them.
constexpr OutcomeWords kOutcomes[] = {
    {"answers", QT_TR_NOOP("Answers"), QT_TR_NOOP("%1 answers"), "ok"},
    {"cached", QT_TR_NOOP("From cache"), QT_TR_NOOP("%1 from cache"), "accent"},
    {"failed", QT_TR_NOOP("Failed"), QT_TR_NOOP("%1 failed"), "fail"},
    {"records", QT_TR_NOOP("Records"), QT_TR_NOOP("%1 records"), "ok"},
    {"duplicates", QT_TR_NOOP("Repeats"), QT_TR_NOOP("%1 repeats"), "accent"},
    {"refused", QT_TR_NOOP("Refused"), QT_TR_NOOP("%1 refused"), "fail"},
    {"accept", QT_TR_NOOP("Accepted"), QT_TR_NOOP("%1 accepted"), "ok"},
    {"review", QT_TR_NOOP("For review"), QT_TR_NOOP("%1 for review"), "warn"},
    {"reject", QT_TR_NOOP("Refused"), QT_TR_NOOP("%1 refused"), "fail"},
    {"queued", QT_TR_NOOP("Queued"), QT_TR_NOOP("%1 queued"), "accent"},
    {"applied", QT_TR_NOOP("Applied"), QT_TR_NOOP("%1 applied"), "ok"},
    {"expired", QT_TR_NOOP("Expired"), QT_TR_NOOP("%1 expired"), "warn"},
    {"dead", QT_TR_NOOP("Given up"), QT_TR_NOOP("%1 given up"), "fail"},
    {"operations", QT_TR_NOOP("Operations"), QT_TR_NOOP("%1 operations"), "accent"},
    {"blocks", QT_TR_NOOP("Blocks"), QT_TR_NOOP("%1 blocks"), "accent"},
    {"waiting", QT_TR_NOOP("Waiting"), QT_TR_NOOP("%1 waiting"), "warn"},
    {"approved", QT_TR_NOOP("Approved"), QT_TR_NOOP("%1 approved"), "ok"},
    {"rejected", QT_TR_NOOP("Rejected"), QT_TR_NOOP("%1 rejected"), "fail"},
    {"registered", QT_TR_NOOP("Registered"), QT_TR_NOOP("%1 registered"), "ok"},
    {"issued", QT_TR_NOOP("Issued"), QT_TR_NOOP("%1 issued"), "ok"},
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
  for (auto it = outcomes.begin(); it != outcomes.end(); ++it)
    out.outcomes.append({it.key(), static_cast<qint64>(it->toDouble())});
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
    if (failing > 0) return Words::tr("%n source(s) failing", nullptr, static_cast<int>(failing));
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
  if (stage.outcomes.isEmpty())
    parts.append(Words::tr("%1 in all").arg(countText(static_cast<double>(stage.total))));
  const bool counted = std::ranges::any_of(stage.outcomes, [](const Outcome& one) {
    return one.name == QLatin1String("waiting") || one.name == QLatin1String("queued");
  });
  if (stage.waiting && !counted)
    parts.append(Words::tr("%1 waiting").arg(QLocale().toString(*stage.waiting)));
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

QString rateText(double perMinute) {
  const QLocale locale;
  const bool whole = perMinute >= 10 || perMinute == 0;
  return Words::tr("%1 per minute").arg(locale.toString(perMinute, 'f', whole ? 0 : 1));
}

}  // namespace aurigraph::ui
