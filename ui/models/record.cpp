#include "ui/models/record.h"

#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>
#include <algorithm>

#include "ui/client/json.h"

namespace aurigraph::ui {
namespace {

CheckReason reasonOf(const QJsonObject& json) {
  return {.rule = textIn(json, "rule"),
          .field = textIn(json, "field"),
          .pointer = textIn(json, "pointer"),
          .observed = textIn(json, "observed"),
          .expected = textIn(json, "expected"),
          .words = textIn(json, "words"),
          .verdict = textIn(json, "verdict"),
          .cap = textIn(json, "cap"),
          .missedPpm = json[QLatin1String("missed_ppm")].toInt()};
}

QStringList namesIn(const QJsonArray& list) {
  QStringList out;
  for (const auto& each : list) out.append(each.toString());
  return out;
}

CheckOutcome checkOf(const QJsonObject& json) {
  CheckOutcome out{.name = textIn(json, "name"),
                   .weightPpm = json[QLatin1String("weight")].toInt(),
                   .lostPpm = json[QLatin1String("lost_ppm")].toInt(),
                   .reasons = {}};
  for (const auto& each : json[QLatin1String("reasons")].toArray())
    out.reasons.append(reasonOf(each.toObject()));
  return out;
}

FieldChange changeOf(const QJsonObject& json) {
  using enum FieldChange::Kind;
  const QString kind = textIn(json, "change");
  return {.field = textIn(json, "field"),
          .kind = kind == QLatin1String("changed")   ? kChanged
                  : kind == QLatin1String("added")   ? kAdded
                  : kind == QLatin1String("removed") ? kRemoved
                                                     : kSame,
          .before = textIn(json, "before"),
          .after = textIn(json, "after")};
}

/// "1840000.50" → "1,840,000.50"; every digit as it came.
QString grouped(const QString& decimal) {
  static const QRegularExpression kDecimal(QStringLiteral("^(-?)([0-9]+)(?:[.]([0-9]+))?$"));
  const auto match = kDecimal.match(decimal);
  if (!match.hasMatch()) return decimal;
  const QLocale locale;
  QString whole = match.captured(2);
  for (qsizetype at = whole.size() - 3; at > 0; at -= 3) whole.insert(at, locale.groupSeparator());
  const QString part = match.captured(3);
  return match.captured(1) + whole + (part.isEmpty() ? QString() : locale.decimalPoint() + part);
}

QString valueText(const QJsonValue& value) {
  if (value.isObject()) {
    const auto quantity = value.toObject();
    return (grouped(textIn(quantity, "value")) + QLatin1Char(' ') + textIn(quantity, "unit")).trimmed();
  }
  return value.isString() ? value.toString() : QString();
}

/// The field a person looks for first: whichever of these the kind has.
QString headlineOf(const QJsonArray& fields) {
  static const char* const kFirst[] = {"price",    "last_price", "close", "value",      "valuation",
                                       "quantity", "amount",     "area",  "temperature"};
  const auto find = [&fields](auto&& wanted) -> QString {
    for (const auto& each : fields)
      if (wanted(each.toObject())) return valueText(each.toObject()[QLatin1String("value")]);
    return {};
  };
  for (const char* name : kFirst)
    if (const auto text =
            find([name](const QJsonObject& f) { return textIn(f, "name") == QLatin1String(name); });
        !text.isEmpty())
      return text;
  return find([](const QJsonObject& f) { return f[QLatin1String("value")].isObject(); });
}

}  // namespace

bool CheckOutcome::failing() const {
  return lostPpm > 0 || std::any_of(reasons.begin(), reasons.end(),
                                    [](const CheckReason& each) { return !each.cap.isEmpty(); });
}

RecordItem recordItemOf(const QJsonObject& json) {
  return {.id = textIn(json, "id"),
          .assetKey = textIn(json, "asset_key"),
          .category = textIn(json, "category"),
          .kind = textIn(json, "kind"),
          .source = textIn(json, "source"),
          .submitter = textIn(json, "submitter_name"),
          .origin = textIn(json, "origin"),
          .band = textIn(json, "band"),
          .decision = textIn(json, "decision"),
          .scorePpm = json[QLatin1String("score_ppm")].toInt(),
          .lostPpm = json[QLatin1String("lost_ppm")].toInt(),
          .height = static_cast<quint64>(integerIn(json, "height")),
          .scoredMs = millisecondsIn(json, "scored_at"),
          .admittedMs = millisecondsIn(json, "admitted_at"),
          .dueMs = millisecondsIn(json, "due_at"),
          .serviceLevelMs = json[QLatin1String("service_level_seconds")].toInteger() * 1'000,
          .claimedBy = textIn(json, "claimed_by_name"),
          .claimedByMe = json[QLatin1String("claimed_by_me")].toBool(),
          .claimUntilMs = millisecondsIn(json, "claim_until"),
          .mayDecide = json[QLatin1String("may_decide")].toBool(),
          .whyNot = textIn(json, "why_not"),
          .whyNotText = textIn(json, "why_not_text")};
}

RecordDetail recordDetailOf(const QJsonObject& json) {
  RecordDetail out;
  out.item = recordItemOf(json);
  out.json = json;
  out.rawDigest = textIn(json, "raw_digest");
  out.value = headlineOf(json[QLatin1String("fields")].toArray());
  out.retrievedAt = textIn(json, "retrieved_at_text");
  out.observedAt = textIn(json, "observed_at_text");
  out.averagePpm = json[QLatin1String("average_ppm")].toInt();
  for (const auto& each : json[QLatin1String("caps")].toArray())
    out.limits.append({textIn(each.toObject(), "code"), textIn(each.toObject(), "rule")});
  for (const auto& each : json[QLatin1String("checks")].toArray())
    out.checks.append(checkOf(each.toObject()));
  if (const auto last = json[QLatin1String("last_accepted")].toObject(); !last.isEmpty())
    out.lastAccepted = {.id = textIn(last, "id"),
                        .height = static_cast<quint64>(integerIn(last, "height")),
                        .admittedMs = millisecondsIn(last, "admitted_at"),
                        .decision = textIn(last, "decision"),
                        .scorePpm = last[QLatin1String("score_ppm")].toInt()};
  for (const auto& each : json[QLatin1String("differences")].toArray())
    out.changes.append(changeOf(each.toObject()));
  for (const auto& each : json[QLatin1String("earlier")].toArray())
    out.earlier.append(recordItemOf(each.toObject()));
  if (const auto review = json[QLatin1String("review")].toObject(); !review.isEmpty())
    out.decided = {.reviewer = textIn(review, "reviewer_name"),
                   .endorsers = namesIn(review[QLatin1String("endorser_names")].toArray()),
                   .reasonCode = review[QLatin1String("reason_code")].toInt(),
                   .note = textIn(review, "note"),
                   .height = static_cast<quint64>(integerIn(review, "height")),
                   .decidedMs = millisecondsIn(review, "decided_at"),
                   .validUntilMs = millisecondsIn(review, "valid_until")};
  return out;
}

}  // namespace aurigraph::ui
