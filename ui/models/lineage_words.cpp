#include "ui/models/lineage_words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include "ui/client/json.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui {
namespace {

class Words {
  Q_DECLARE_TR_FUNCTIONS(Workflow)
};

/// Reads facts out of one step, leaving out what is not there.
class Facts {
 public:
  explicit Facts(const QJsonObject& step) : step_(step) {}

  Facts& text(const QString& label, const char* name) {
    const QString value = textIn(step_, name);
    return put(label, tame(value));
  }
  Facts& word(const QString& label, const char* name, QString (*words)(const QString&)) {
    const QString value = textIn(step_, name);
    return put(label, value.isEmpty() ? value : words(value));
  }
  Facts& count(const QString& label, const char* name) {
    const auto value = step_[QLatin1String(name)];
    return put(label, value.isDouble() ? countText(value.toDouble()) : QString());
  }
  Facts& bytes(const QString& label, const char* name) {
    const auto value = step_[QLatin1String(name)];
    return put(label, value.isDouble() ? bytesText(value.toDouble()) : QString());
  }
  Facts& digest(const QString& label, const char* name) {
    return put(label, textIn(step_, name), Fact::Kind::kDigest);
  }
  Facts& time(const QString& label, const char* name) {
    const auto at = fromMilliseconds(millisecondsIn(step_, name));
    return put(label, at.isValid() ? dateTimeText(at) : QString());
  }
  Facts& put(const QString& label, const QString& value, Fact::Kind kind = Fact::Kind::kText) {
    if (!value.isEmpty()) out_.append({label, value, kind});
    return *this;
  }
  [[nodiscard]] QList<Fact> take() { return std::move(out_); }

 private:
  QJsonObject step_;
  QList<Fact> out_;
};

QString placeText(const QJsonObject& step) {
  const auto height = step[QLatin1String("height")];
  if (!height.isDouble()) return {};
  const QString block = countText(height.toDouble());
  const auto position = step[QLatin1String("position")];
  if (!position.isDouble()) return block;
  //: Where an operation stands: block, batch within it, operation within that
  return Words::tr("%1, batch %2, operation %3")
      .arg(block, QLocale().toString(position.toInt() + 1),
           QLocale().toString(step[QLatin1String("index")].toInt() + 1));
}

QString namesText(const QJsonValue& list) {
  QStringList names;
  const auto all = list.toArray();
  for (const auto& name : all) names.append(tame(name.toString(), 60));
  return names.join(Words::tr(", "));
}

QList<Fact> factsOf(const QString& name, const QJsonObject& step) {
  Facts facts(step);
  if (name == QLatin1String("fetched"))
    return facts.text(Words::tr("Source"), "source")
        .word(Words::tr("Origin"), "origin", &originText)
        .bytes(Words::tr("Size"), "bytes")
        .digest(Words::tr("Digest (SHA-256)"), "digest")
        .take();
  if (name == QLatin1String("transformed"))
    return facts.count(Words::tr("Fields"), "fields").digest(Words::tr("Record"), "record").take();
  if (name == QLatin1String("scored")) {
    const int lost = step[QLatin1String("lost_ppm")].toInt();
    return facts.put(Words::tr("Score"), scoreText(step[QLatin1String("score_ppm")].toInt()))
        .word(Words::tr("Result"), "band", &bandText)
        .put(Words::tr("Lost"), leftToRight(QLocale().toString(lost / 1e6, 'g', 6)))
        .digest(Words::tr("Rule set"), "rule_set")
        .take();
  }
  if (name == QLatin1String("ordered"))
    return facts.put(Words::tr("Block"), placeText(step))
        .count(Words::tr("Copies of the evidence"), "evidence_copies")
        .digest(Words::tr("Batch"), "batch")
        .take();
  if (name == QLatin1String("final"))
    return facts.count(Words::tr("Certificate of block"), "height")
        .put(Words::tr("Sealed by"), namesText(step[QLatin1String("sealed_by")]))
        .count(Words::tr("Checkpoint of block"), "checkpoint")
        .take();
  if (name == QLatin1String("claimed")) return facts.time(Words::tr("Until"), "until").take();
  if (name == QLatin1String("decided"))
    return facts.word(Words::tr("Decision"), "decision", &decisionText)
        .put(Words::tr("With the words of"), namesText(step[QLatin1String("endorsers")]))
        .text(Words::tr("Reason"), "reason_code")
        .put(Words::tr("Note"), tame(step[QLatin1String("note")].toString(), 2'000), Fact::Kind::kQuote)
        .time(Words::tr("Valid until"), "valid_until")
        .put(Words::tr("Block"), placeText(step))
        .digest(Words::tr("Batch"), "batch")
        .take();
  if (name == QLatin1String("registered"))
    return facts.text(Words::tr("Asset"), "asset_name")
        .put(Words::tr("Asset key"), leftToRight(tame(step[QLatin1String("asset_key")].toString())))
        .put(Words::tr("Block"), placeText(step))
        .take();
  if (name == QLatin1String("issued"))
    return facts.put(Words::tr("Token"), leftToRight(tame(step[QLatin1String("symbol")].toString())))
        .put(Words::tr("Supply"), step.contains(QLatin1String("supply"))
                                      ? amountText(step[QLatin1String("supply")].toVariant().toString(),
                                                   step[QLatin1String("decimals")].toInt())
                                      : QString())
        .put(Words::tr("Block"), placeText(step))
        .take();
  if (name == QLatin1String("held")) return facts.count(Words::tr("Holders"), "holders").take();
  return {};
}

struct StepWords {
  const char* name;
  const char* done;
  const char* waiting;
  const char* refused;
};

constexpr StepWords kSteps[] = {
    {"fetched", QT_TRANSLATE_NOOP("Workflow", "Fetched as raw bytes"),
     QT_TRANSLATE_NOOP("Workflow", "Waits to be fetched"),
     QT_TRANSLATE_NOOP("Workflow", "Could not be fetched")},
    {"transformed", QT_TRANSLATE_NOOP("Workflow", "Made into a record"),
     QT_TRANSLATE_NOOP("Workflow", "Waits to be made into a record"),
     QT_TRANSLATE_NOOP("Workflow", "Could not be made into a record")},
    {"scored", QT_TRANSLATE_NOOP("Workflow", "Checked and scored"),
     QT_TRANSLATE_NOOP("Workflow", "Waits for its score"),
     QT_TRANSLATE_NOOP("Workflow", "Refused: its score is too low")},
    {"ordered", QT_TRANSLATE_NOOP("Workflow", "Ordered into a block"),
     QT_TRANSLATE_NOOP("Workflow", "Waits for its place in a block"),
     QT_TRANSLATE_NOOP("Workflow", "Refused by the ledger")},
    {"final", QT_TRANSLATE_NOOP("Workflow", "Final: a majority has sealed it"),
     QT_TRANSLATE_NOOP("Workflow", "Waits for the validators' seals"),
     QT_TRANSLATE_NOOP("Workflow", "Not sealed")},
    {"claimed", QT_TRANSLATE_NOOP("Workflow", "Claimed by a reviewer"),
     QT_TRANSLATE_NOOP("Workflow", "Waits for a reviewer to claim it"),
     QT_TRANSLATE_NOOP("Workflow", "Not claimed")},
    {"decided", QT_TRANSLATE_NOOP("Workflow", "Decided by a reviewer"),
     QT_TRANSLATE_NOOP("Workflow", "Waits for the reviewer's decision"),
     QT_TRANSLATE_NOOP("Workflow", "Rejected by a reviewer")},
    {"registered", QT_TRANSLATE_NOOP("Workflow", "Registered on an asset"),
     QT_TRANSLATE_NOOP("Workflow", "Waits for an asset that rests on it"),
     QT_TRANSLATE_NOOP("Workflow", "Refused for an asset")},
    {"issued", QT_TRANSLATE_NOOP("Workflow", "Token issued"),
     QT_TRANSLATE_NOOP("Workflow", "Waits for the asset's token"),
     QT_TRANSLATE_NOOP("Workflow", "Token refused")},
    {"held", QT_TRANSLATE_NOOP("Workflow", "Held"),
     QT_TRANSLATE_NOOP("Workflow", "Waits for its first holder"), QT_TRANSLATE_NOOP("Workflow", "Not held")},
};

QString titleOf(const QString& name, LineageStep::State state) {
  for (const auto& step : kSteps) {
    if (name != QLatin1String(step.name)) continue;
    switch (state) {
      case LineageStep::State::kDone:
        return Words::tr(step.done);
      case LineageStep::State::kWaiting:
        return Words::tr(step.waiting);
      case LineageStep::State::kRefused:
        return Words::tr(step.refused);
    }
  }
  return tame(name);
}

}  // namespace

QString LineageStep::stateWord() const {
  switch (state) {
    case State::kDone:
      //: State of a step of a record's lineage
      return Words::tr("Done");
    case State::kWaiting:
      //: State of a step of a record's lineage
      return Words::tr("Waiting");
    case State::kRefused:
      //: State of a step of a record's lineage
      return Words::tr("Refused");
  }
  return {};
}

QString LineageStep::stateSign() const {
  switch (state) {
    case State::kDone:
      return QStringLiteral("✓");
    case State::kWaiting:
      return QStringLiteral("…");
    case State::kRefused:
      return QStringLiteral("✕");
  }
  return {};
}

const char* LineageStep::tone() const {
  switch (state) {
    case State::kDone:
      return "ok";
    case State::kWaiting:
      return "warn";
    case State::kRefused:
      return "fail";
  }
  return nullptr;
}

QString LineageStep::sentence() const {
  //: A step read aloud: its title, then its state
  QStringList parts{Words::tr("%1: %2.").arg(title, stateWord())};
  if (at.isValid()) parts.append(dateTimeText(at) + u'.');
  if (!since.isEmpty()) parts.append(since + u'.');
  if (!by.isEmpty()) parts.append(Words::tr("By %1.").arg(by));
  for (const Fact& fact : facts)
    if (fact.kind != Fact::Kind::kDigest) parts.append(Words::tr("%1: %2.").arg(fact.label, fact.value));
  return parts.join(u' ');
}

QString gapText(qint64 milliseconds) {
  if (milliseconds >= 10'000) return durationText(milliseconds);
  if (milliseconds < 100) return Words::tr("less than %1 s").arg(QLocale().toString(0.1));
  //: Seconds with a digit behind the point, like "0.4 s"
  return Words::tr("%1 s").arg(QLocale().toString(static_cast<double>(milliseconds) / 1'000, 'f', 1));
}

QList<LineageStep> stepsOf(const QJsonObject& lineage) {
  QList<LineageStep> out;
  QDateTime before;
  const auto steps = lineage[QLatin1String("steps")].toArray();
  for (const auto& value : steps) {
    const auto given = value.toObject();
    LineageStep step;
    step.name = given[QLatin1String("name")].toString();
    const QString state = given[QLatin1String("state")].toString();
    step.state = state == QLatin1String("refused")   ? LineageStep::State::kRefused
                 : state == QLatin1String("waiting") ? LineageStep::State::kWaiting
                                                     : LineageStep::State::kDone;
    step.title = titleOf(step.name, step.state);
    step.by = tame(given[QLatin1String("by")].toString(), 80);
    if (step.name == QLatin1String("decided") && step.state == LineageStep::State::kRefused &&
        step.by.isEmpty())
      step.title = Words::tr("Refused: its score is too low");
    if (step.name == QLatin1String("decided") &&
        given[QLatin1String("decision")] == QLatin1String("OVERRIDDEN"))
      step.title = Words::tr("Refused by its score, overridden by several people");
    step.at = fromMilliseconds(millisecondsIn(given, "at"));
    // Clocks of several machines: what would be before the step before is not said.
    if (step.at.isValid() && before.isValid() && before <= step.at)
      step.since = Words::tr("%1 after the step before").arg(gapText(before.msecsTo(step.at)));
    if (step.at.isValid()) before = step.at;
    step.facts = factsOf(step.name, given);
    step.given = given;
    out.append(std::move(step));
  }
  return out;
}

LineageDoor doorOf(const QJsonObject& lineage) {
  const QString wait = lineage[QLatin1String("waiting_for")].toString();
  const QString record = lineage[QLatin1String("record")].toString();
  if (wait == QLatin1String("review") || wait == QLatin1String("claim-decision"))
    return {Words::tr("Open in Review"), QStringLiteral("review"), record};
  if (wait == QLatin1String("asset"))
    return {Words::tr("Register an asset with it"), QStringLiteral("issuance"), record};
  if (wait == QLatin1String("token"))
    return {Words::tr("Issue the token"), QStringLiteral("issuance"), record};
  return {};
}

}  // namespace aurigraph::ui
