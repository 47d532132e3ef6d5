#include "ui/models/reason_codes.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "resources/resources.h"

namespace aurigraph::ui {
namespace {

class Words {
  Q_DECLARE_TR_FUNCTIONS(ReviewReason)
};

struct Word {
  const char* key;
  const char* text;
};
constexpr Word kWords[] = {
    {"evidence-agrees", QT_TRANSLATE_NOOP("ReviewReason", "The evidence says what the record says")},
    {"deviation-explained", QT_TRANSLATE_NOOP("ReviewReason", "The deviation is explained and acceptable")},
    {"confirmed-elsewhere", QT_TRANSLATE_NOOP("ReviewReason", "Confirmed by a second source")},
    {"gap-without-effect", QT_TRANSLATE_NOOP("ReviewReason", "What is missing does not matter for its use")},
    {"value-implausible", QT_TRANSLATE_NOOP("ReviewReason", "The value is not plausible")},
    {"evidence-disagrees", QT_TRANSLATE_NOOP("ReviewReason", "The evidence says something else")},
    {"source-not-credible", QT_TRANSLATE_NOOP("ReviewReason", "The source is not credible")},
    {"incomplete", QT_TRANSLATE_NOOP("ReviewReason", "Required data is missing")},
    {"out-of-date", QT_TRANSLATE_NOOP("ReviewReason", "The data is out of date")},
    {"duplicate", QT_TRANSLATE_NOOP("ReviewReason", "The same data is there already")},
    {"wrong-asset", QT_TRANSLATE_NOOP("ReviewReason", "It belongs to another asset")},
    {"other", QT_TRANSLATE_NOOP("ReviewReason", "Another reason, see the note")},
};

QString textOf(const QString& key) {
  for (const Word& each : kWords)
    if (key == QLatin1String(each.key)) return Words::tr(each.text);
  return key;
}

}  // namespace

QList<ReasonCode> reasonCodes() {
  const auto bytes = resource("review/reason_codes.json");
  const auto all = QJsonDocument::fromJson(QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())))
                       .object()[QLatin1String("codes")]
                       .toArray();
  QList<ReasonCode> out;
  for (const auto& each : all) {
    const auto one = each.toObject();
    const auto use = one[QLatin1String("for")].toArray();
    out.append({.code = static_cast<std::uint16_t>(one[QLatin1String("code")].toInt()),
                .text = textOf(one[QLatin1String("key")].toString()),
                .approves = use.contains(QLatin1String("approve")),
                .rejects = use.contains(QLatin1String("reject"))});
  }
  return out;
}

QList<ReasonCode> reasonCodesFor(wire::ReviewDecision decision) {
  QList<ReasonCode> out;
  for (const auto& each : reasonCodes())
    if (decision == wire::ReviewDecision::kApprove ? each.approves : each.rejects) out.append(each);
  return out;
}

QString reasonText(int code) {
  for (const auto& each : reasonCodes())
    if (each.code == code) return each.text;
  return Words::tr("Reason %1").arg(code);
}

}  // namespace aurigraph::ui
