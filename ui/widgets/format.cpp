#include "ui/widgets/format.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QTextDocument>

namespace aurigraph::ui {
namespace {

class Words {
  Q_DECLARE_TR_FUNCTIONS(Format)
};

constexpr qint64 kMinute = 60'000;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

}  // namespace

QString leftToRight(const QString& text) {
  return QChar(0x2066) + text + QChar(0x2069);
}

QString isolated(const QString& text) {
  return QChar(0x2068) + text + QChar(0x2069);
}

QString elidedMiddle(const QString& text, int keep) {
  if (text.size() <= keep) return text;
  const int tail = keep / 3;
  return text.left(keep - tail - 1) + QChar(0x2026) + text.right(tail);
}

QString plainTip(const QString& text) {
  return Qt::mightBeRichText(text) ? QStringLiteral("<qt>") + text.toHtmlEscaped() : text;
}

QString withoutMnemonic(QString text) {
  return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

QString tame(const QString& text, int atMost) {
  QString out;
  out.reserve(std::min<qsizetype>(text.size(), atMost));
  for (const QChar c : text) {
    if (out.size() >= atMost) {
      out += QChar(0x2026);
      break;
    }
    const ushort code = c.unicode();
    const bool direction = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
                           code == 0x200E || code == 0x200F || code == 0x061C;
    if (direction) continue;
    out += c.category() == QChar::Other_Control ? QChar(0x00B7) : c;
  }
  return out;
}

QString toolTipText(const QString& text) {
  return text.isEmpty() ? text : QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
}

QString scoreText(int ppm) {
  if (ppm >= 1'000'000) return leftToRight(QLocale().toString(1.0, 'f', 2));
  const QString digits = QStringLiteral("%1").arg(std::max(0, ppm), 6, 10, QLatin1Char('0'));
  // Two digits unless two would round over a bound; never upwards.
  const int shown = ppm % 10'000 == 0 ? 2 : 4;
  return leftToRight(QLocale().toString(0) + QLocale().decimalPoint() + [&] {
    QString out;
    for (const QChar c : digits.left(shown)) out += QLocale().toString(c.digitValue());
    return out;
  }());
}

QString countText(double value) {
  const QLocale locale;
  if (value < 1e6) return locale.toString(static_cast<qint64>(value));
  //: A count in millions; %1 is a number like 1.2
  return Words::tr("%1 M").arg(locale.toString(value / 1e6, 'f', 2));
}

QString bytesText(double bytes) {
  return QLocale().formattedDataSize(static_cast<qint64>(bytes), 0, QLocale::DataSizeTraditionalFormat);
}

QString percentText(double percent) {
  //: A share in percent; %1 is a number
  return Words::tr("%1 %").arg(QLocale().toString(percent, 'f', percent < 10 ? 1 : 0));
}

QString amountText(const QString& baseUnits, int decimals) {
  QString whole = baseUnits;
  QString part;
  if (decimals > 0) {
    whole = whole.rightJustified(decimals + 1, QLatin1Char('0'));
    part = whole.right(decimals);
    whole.chop(decimals);
  }
  const QLocale locale;
  for (qsizetype at = whole.size() - 3; at > 0; at -= 3) whole.insert(at, locale.groupSeparator());
  return leftToRight(part.isEmpty() ? whole : whole + locale.decimalPoint() + part);
}

QString durationText(qint64 milliseconds) {
  const qint64 ms = std::max<qint64>(0, milliseconds);
  const QLocale locale;
  if (ms < kMinute) return Words::tr("%1 s").arg(locale.toString(ms / 1'000));
  if (ms < kHour) return Words::tr("%1 min").arg(locale.toString(ms / kMinute));
  if (ms < kDay) {
    const qint64 minutes = ms % kHour / kMinute;
    const QString hours = Words::tr("%1 h").arg(locale.toString(ms / kHour));
    //: Hours and minutes, like "2 h 10 min"
    return minutes == 0 ? hours : Words::tr("%1 %2 min").arg(hours, locale.toString(minutes));
  }
  return Words::tr("%n day(s)", nullptr, static_cast<int>(ms / kDay));
}

QString millisecondsText(double milliseconds) {
  const QLocale locale;
  if (milliseconds >= 1'000) {
    //: Seconds, like "1.4 s"
    return Words::tr("%1 s", "beside ms").arg(locale.toString(milliseconds / 1'000, 'f', 1));
  }
  //: Milliseconds, like "12 ms"
  return Words::tr("%1 ms").arg(locale.toString(milliseconds, 'f', milliseconds < 9.95 ? 1 : 0));
}

QString agoText(const QDateTime& then, const QDateTime& now) {
  if (!then.isValid()) return QStringLiteral("—");
  const qint64 past = then.msecsTo(now);
  if (past >= 0 && past < 2'000) return Words::tr("just now");
  return past >= 0 ? Words::tr("%1 ago").arg(durationText(past))
                   : Words::tr("in %1").arg(durationText(-past));
}

QString timeText(const QDateTime& time) {
  return QLocale().toString(time.toLocalTime().time(), QStringLiteral("HH:mm:ss"));
}

QString dateTimeText(const QDateTime& time) {
  if (!time.isValid()) return QStringLiteral("—");
  return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

QDateTime fromMilliseconds(qint64 milliseconds) {
  return milliseconds == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(milliseconds);
}

namespace {

struct Word {
  const char* word;
  const char* text;
};

template <std::size_t n>
QString say(const Word (&words)[n], const QString& word) {
  for (const Word& each : words)
    if (word == QLatin1String(each.word)) return Words::tr(each.text);
  return tame(word);
}

}  // namespace

QString categoryText(const QString& word) {
  static const Word kWords[] = {{"market", QT_TRANSLATE_NOOP("Format", "Market")},
                                {"property", QT_TRANSLATE_NOOP("Format", "Property")},
                                {"carbon", QT_TRANSLATE_NOOP("Format", "Carbon")},
                                {"supply", QT_TRANSLATE_NOOP("Format", "Supply chain")},
                                {"weather", QT_TRANSLATE_NOOP("Format", "Weather")}};
  return say(kWords, word);
}

QString kindText(const QString& word) {
  static const Word kWords[] = {{"snapshot", QT_TRANSLATE_NOOP("Format", "Snapshot")},
                                {"bar", QT_TRANSLATE_NOOP("Format", "Bar")},
                                {"trade", QT_TRANSLATE_NOOP("Format", "Trade")},
                                {"quote", QT_TRANSLATE_NOOP("Format", "Quote")},
                                {"valuation", QT_TRANSLATE_NOOP("Format", "Valuation")},
                                {"parcel", QT_TRANSLATE_NOOP("Format", "Parcel")},
                                {"tax", QT_TRANSLATE_NOOP("Format", "Tax")},
                                {"sale", QT_TRANSLATE_NOOP("Format", "Sale")},
                                {"title", QT_TRANSLATE_NOOP("Format", "Title")},
                                {"project", QT_TRANSLATE_NOOP("Format", "Project")},
                                {"block", QT_TRANSLATE_NOOP("Format", "Credit block")},
                                {"retirement", QT_TRANSLATE_NOOP("Format", "Retirement")},
                                {"price", QT_TRANSLATE_NOOP("Format", "Price")},
                                {"event", QT_TRANSLATE_NOOP("Format", "Event")},
                                {"sensor", QT_TRANSLATE_NOOP("Format", "Sensor")},
                                {"handover", QT_TRANSLATE_NOOP("Format", "Hand-over")},
                                {"observation", QT_TRANSLATE_NOOP("Format", "Observation")},
                                {"model", QT_TRANSLATE_NOOP("Format", "Model")},
                                {"forecast", QT_TRANSLATE_NOOP("Format", "Forecast")},
                                {"air", QT_TRANSLATE_NOOP("Format", "Air quality")}};
  return say(kWords, word);
}

QString bandText(const QString& word) {
  static const Word kWords[] = {{"ACCEPT", QT_TRANSLATE_NOOP("Format", "Accepted")},
                                {"REVIEW", QT_TRANSLATE_NOOP("Format", "For review")},
                                {"REJECT", QT_TRANSLATE_NOOP("Format", "Refused")}};
  return say(kWords, word);
}

QString decisionText(const QString& word) {
  static const Word kWords[] = {{"AUTO", QT_TRANSLATE_NOOP("Format", "Accepted by score")},
                                {"WAITING", QT_TRANSLATE_NOOP("Format", "Waiting for review")},
                                {"APPROVED", QT_TRANSLATE_NOOP("Format", "Approved")},
                                {"REJECTED", QT_TRANSLATE_NOOP("Format", "Rejected")},
                                {"OVERRIDDEN", QT_TRANSLATE_NOOP("Format", "Overridden")}};
  return say(kWords, word);
}

QString checkText(const QString& word) {
  static const Word kWords[] = {{"completeness", QT_TRANSLATE_NOOP("Format", "Completeness")},
                                {"format", QT_TRANSLATE_NOOP("Format", "Format")},
                                {"range", QT_TRANSLATE_NOOP("Format", "Range")},
                                {"consistency", QT_TRANSLATE_NOOP("Format", "Consistency")},
                                {"source", QT_TRANSLATE_NOOP("Format", "Source verification")},
                                {"freshness", QT_TRANSLATE_NOOP("Format", "Freshness")},
                                {"uniqueness", QT_TRANSLATE_NOOP("Format", "Uniqueness")},
                                {"references", QT_TRANSLATE_NOOP("Format", "References")},
                                {"score", QT_TRANSLATE_NOOP("Format", "Score")}};
  return say(kWords, word);
}

QString templateText(const QString& word) {
  static const Word kWords[] = {{"property", QT_TRANSLATE_NOOP("Format", "Property in units")},
                                {"carbon", QT_TRANSLATE_NOOP("Format", "Carbon credits")},
                                {"batch", QT_TRANSLATE_NOOP("Format", "Shipment batch")}};
  return say(kWords, word);
}

QString originText(const QString& word) {
  static const Word kWords[] = {{"REAL", QT_TRANSLATE_NOOP("Format", "REAL")},
                                {"SIMULATED", QT_TRANSLATE_NOOP("Format", "SIMULATED")},
                                {"REPLAYED", QT_TRANSLATE_NOOP("Format", "REPLAYED")}};
  return say(kWords, word);
}

QString roleText(const QString& word) {
  static const Word kWords[] = {{"administrator", QT_TRANSLATE_NOOP("Format", "Administrator")},
                                {"issuer", QT_TRANSLATE_NOOP("Format", "Issuer")},
                                {"compliance", QT_TRANSLATE_NOOP("Format", "Compliance")},
                                {"reviewer", QT_TRANSLATE_NOOP("Format", "Reviewer")},
                                {"senior-reviewer", QT_TRANSLATE_NOOP("Format", "Senior reviewer")},
                                {"risk-officer", QT_TRANSLATE_NOOP("Format", "Risk officer")},
                                {"operator", QT_TRANSLATE_NOOP("Format", "Operator")},
                                {"auditor", QT_TRANSLATE_NOOP("Format", "Auditor")},
                                {"holder", QT_TRANSLATE_NOOP("Format", "Holder")},
                                {"slim-node", QT_TRANSLATE_NOOP("Format", "Slim node")},
                                {"treasurer", QT_TRANSLATE_NOOP("Format", "Treasurer")},
                                {"custodian", QT_TRANSLATE_NOOP("Format", "Custodian")},
                                {"claim-issuer", QT_TRANSLATE_NOOP("Format", "Claim issuer")}};
  return say(kWords, word);
}

QString nodeKindText(const QString& word) {
  static const Word kWords[] = {{"validator", QT_TRANSLATE_NOOP("Format", "Validator")},
                                {"business", QT_TRANSLATE_NOOP("Format", "Business")},
                                {"slim", QT_TRANSLATE_NOOP("Format", "Slim")}};
  return say(kWords, word);
}

const char* bandTone(const QString& word) {
  if (word == QLatin1String("ACCEPT")) return "ok";
  if (word == QLatin1String("REVIEW")) return "warn";
  if (word == QLatin1String("REJECT")) return "fail";
  return nullptr;
}

const char* decisionTone(const QString& word) {
  if (word == QLatin1String("AUTO") || word == QLatin1String("APPROVED")) return "ok";
  if (word == QLatin1String("WAITING")) return "warn";
  if (word == QLatin1String("REJECTED")) return "fail";
  if (word == QLatin1String("OVERRIDDEN")) return "accent";
  return nullptr;
}

}  // namespace aurigraph::ui
