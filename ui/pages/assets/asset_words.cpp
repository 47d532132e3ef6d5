#include "ui/pages/assets/asset_words.h"

#include <QCoreApplication>
#include <QJsonArray>

#include "ui/models/json_words.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui::assets {
namespace {

class Words {
  Q_DECLARE_TR_FUNCTIONS(Assets)
};

// R-QA-3. A record below the first was refused, and no asset stands on it.
constexpr int kAcceptPpm = 800'000;

bool has(const QJsonObject& object, const char* name) {
  return object.contains(QLatin1String(name));
}
QString orDash(const QString& value) {
  return value.isEmpty() ? QStringLiteral("—") : value;
}
QString blockText(qint64 height) {
  return Words::tr("Block %1").arg(QLocale().toString(height));
}
QString issuerText(const QJsonObject& object) {
  const QString name = tamedIn(object, "issuer_name");
  return name.isEmpty() ? Words::tr("Identity %1").arg(integerIn(object, "issuer")) : name;
}

const char* originTone(const QString& origin) {
  return origin == QLatin1String("REAL") ? "ok" : "simulated";
}

/// ISO 4217's minor digits, of the currencies without two.
int minorDigits(const QString& currency) {
  for (const char* each : {"JPY", "KRW", "VND", "CLP", "ISK"})
    if (currency == QLatin1String(each)) return 0;
  for (const char* each : {"BHD", "KWD", "OMR", "JOD", "TND"})
    if (currency == QLatin1String(each)) return 3;
  return 2;
}

QString degrees(qint64 milli) {
  return Words::tr("%1 °C").arg(QLocale().toString(double(milli) / 1'000, 'f', milli % 1'000 == 0 ? 0 : 1));
}

/// Which part of the supply, for holders; never more exact than a tenth of a percent.
QString shareText(const QString& balance, const QString& supply) {
  const double whole = supply.toDouble();
  if (whole <= 0) return QStringLiteral("—");
  //: A share in percent; %1 is a number
  return Words::tr("%1 %").arg(QLocale().toString(100 * balance.toDouble() / whole, 'f', 1));
}

}  // namespace

QString assetStatusText(const QString& word) {
  if (word == QLatin1String("registered")) return Words::tr("Registered");
  if (word == QLatin1String("tokenized")) return Words::tr("Tokenized");
  if (word == QLatin1String("retired")) return Words::tr("Retired");
  if (word == QLatin1String("delivered")) return Words::tr("Delivered");
  return word;
}

Cell lowestScoreCell(int ppm) {
  const bool accepted = ppm >= kAcceptPpm;
  return {
      .text = accepted ? Words::tr("%1 · accepted").arg(scoreText(ppm))
                       : Words::tr("%1 · reviewed").arg(scoreText(ppm)),
      .whole =
          accepted
              ? Words::tr("%1: accepted by its score alone (band ACCEPT, 0.80 and more).").arg(scoreText(ppm))
              : Words::tr("%1: a reviewer approved it (band REVIEW, 0.60–0.79).").arg(scoreText(ppm)),
      .tone = accepted ? "ok" : "warn",
      .chip = true};
}

Row assetRow(const QJsonObject& asset, const QJsonObject& token) {
  const QString name = tamedIn(asset, "name");
  const QString key = tamedIn(asset, "asset_key");
  const QString symbol = tamedIn(asset, "token_symbol");
  const QString supply =
      token.isEmpty() ? QString()
                      : amountText(tamedIn(token, "supply"), static_cast<int>(integerIn(token, "decimals")));
  const QString origin = tamedIn(asset, "origin");
  Row row;
  row.id = QString::number(integerIn(asset, "id"));
  row.cells = {{.text = name, .whole = name},
               {.text = leftToRight(elidedMiddle(key, 24)), .whole = key},
               {.text = templateText(tamedIn(asset, "template"))},
               {.text = issuerText(asset)},
               {.text = symbol.isEmpty() ? QStringLiteral("—") : leftToRight(symbol)},
               {.text = orDash(supply), .number = true},
               has(asset, "lowest_score_ppm")
                   ? lowestScoreCell(static_cast<int>(integerIn(asset, "lowest_score_ppm")))
                   : Cell{.text = QStringLiteral("—")},
               {.text = orDash(originText(origin)),
                .tone = origin.isEmpty() ? nullptr : originTone(origin),
                .chip = true},
               {.text = QLocale().toString(integerIn(asset, "registered_height")), .number = true}};
  return row;
}

QList<Fact> assetFacts(const QJsonObject& asset) {
  const QString origin = tamedIn(asset, "origin");
  const Cell score = lowestScoreCell(static_cast<int>(integerIn(asset, "lowest_score_ppm")));
  QList<Fact> out = {
      {.label = Words::tr("Key"), .value = tamedIn(asset, "asset_key"), .kind = Fact::Kind::kCopy},
      {.label = Words::tr("Template"), .value = templateText(tamedIn(asset, "template"))},
      {.label = Words::tr("Issuer"), .value = issuerText(asset)},
      {.label = Words::tr("Status"), .value = assetStatusText(tamedIn(asset, "status"))},
      {.label = Words::tr("Lowest score"), .value = score.text, .tone = score.tone},
      {.label = Words::tr("Data"), .value = originText(origin), .tone = originTone(origin)},
      {.label = Words::tr("Registered"), .value = blockText(integerIn(asset, "registered_height"))}};
  if (has(asset, "evidence_copies")) {
    const int copies = static_cast<int>(integerIn(asset, "evidence_copies"));
    out.append({.label = Words::tr("Evidence"),
                .value = Words::tr("Kept by %n node(s)", nullptr, copies),
                .tone = copies < 2 ? "warn" : nullptr});
  }
  return out;
}

QList<Fact> tokenFacts(const QJsonObject& token) {
  const int decimals = static_cast<int>(integerIn(token, "decimals"));
  const QString symbol = leftToRight(tamedIn(token, "symbol"));
  QList<Fact> out = {
      {.label = Words::tr("Symbol"), .value = tamedIn(token, "symbol"), .kind = Fact::Kind::kCopy},
      {.label = Words::tr("Name"), .value = elidedMiddle(tamedIn(token, "name"), 56)},
      {.label = Words::tr("Supply"),
       .value = Words::tr("%1 %2").arg(amountText(tamedIn(token, "supply"), decimals), symbol)},
      {.label = Words::tr("Decimals"),
       .value = decimals == 0 ? Words::tr("None: whole units only") : QLocale().toString(decimals)}};
  if (tamedIn(token, "burned") != QLatin1String("0") && has(token, "burned"))
    out.append({.label = Words::tr("Burned"), .value = amountText(tamedIn(token, "burned"), decimals)});
  const QString currency = tamedIn(token, "currency");
  out.append({.label = Words::tr("Price"),
              .value = currency.isEmpty()
                           ? Words::tr("None stated")
                           : Words::tr("%1 %2 a unit")
                                 .arg(amountText(tamedIn(token, "unit_price_minor"), minorDigits(currency)),
                                      leftToRight(currency))});
  const qint64 lock = integerIn(token, "lock_up_seconds");
  out.append({.label = Words::tr("Lock-up"),
              .value = lock == 0 ? Words::tr("None")
                                 : Words::tr("%1 from acquisition").arg(durationText(lock * 1'000))});
  if (has(token, "min_milli_celsius"))
    out.append({.label = Words::tr("Temperature"),
                .value = Words::tr("%1 to %2")
                             .arg(degrees(integerIn(token, "min_milli_celsius")),
                                  degrees(integerIn(token, "max_milli_celsius")))});
  const auto serials = token[QLatin1String("serials")].toArray();
  for (const auto& each : serials) {
    const auto range = each.toObject();
    out.append({.label = Words::tr("Serials"),
                .value = leftToRight(QStringLiteral("%1 %2: %3–%4")
                                         .arg(tamedIn(range, "registry"), tamedIn(range, "series"),
                                              tamedIn(range, "first"), tamedIn(range, "last")))});
  }
  for (const auto& key : token[QLatin1String("approvers")].toArray())
    out.append(
        {.label = Words::tr("Approved by key"), .value = tame(key.toString()), .kind = Fact::Kind::kCopy});
  out.append({.label = Words::tr("Issued"), .value = blockText(integerIn(token, "issued_height"))});
  return out;
}

Row recordRow(const QString& id, const QJsonObject& record) {
  Row row;
  row.id = id;
  if (record.isEmpty()) {
    row.cells = {{.text = leftToRight(elidedMiddle(id, 18)), .whole = id, .monospaced = true}};
    for (int column = 1; column < 7; ++column) row.cells.append({.text = QStringLiteral("—")});
    return row;
  }
  const QString band = tamedIn(record, "band");
  const QString decision = tamedIn(record, "decision");
  const QString digest = tamedIn(record, "raw_digest");
  row.cells = {{.text = Words::tr("%1 · %2").arg(categoryText(tamedIn(record, "category")),
                                                 kindText(tamedIn(record, "kind")))},
               {.text = leftToRight(tamedIn(record, "source"))},
               {.text = scoreText(static_cast<int>(integerIn(record, "score_ppm"))), .number = true},
               {.text = bandText(band), .tone = bandTone(band), .chip = true},
               {.text = decisionText(decision), .tone = decisionTone(decision), .chip = true},
               {.text = leftToRight(elidedMiddle(digest, 18)), .whole = digest, .monospaced = true},
               {.text = QLocale().toString(integerIn(record, "height")), .number = true}};
  return row;
}

Row holderRow(const QJsonObject& holder, const QJsonObject& token, const VerifiedBalance* verified) {
  const int decimals = static_cast<int>(integerIn(token, "decimals"));
  const QString name = tamedIn(holder, "name");
  const QString balance = tamedIn(holder, "balance");
  const bool frozen = holder[QLatin1String("frozen")].toBool();
  Cell source{.text = sourceText(Source::kReported)};
  if (verified != nullptr && verified->digest == balanceDigest(holder)) {
    source = {
        .text = Words::tr("Verified on this computer · checkpoint %1, block %2")
                    .arg(QLocale().toString(static_cast<qlonglong>(verified->checkpoint)),
                         QLocale().toString(static_cast<qlonglong>(verified->height))),
        .whole = Words::tr("This balance is in the state of checkpoint %1, which the validators signed with "
                           "block %2. The proof was checked on this computer; its file has the digest %3.")
                     .arg(verified->checkpoint)
                     .arg(verified->height)
                     .arg(leftToRight(verified->proof)),
        .tone = "ok",
        .icon = "ok"};
  } else if (verified != nullptr) {
    source = {.text = Words::tr("Reported by the gateway · changed since it was verified"),
              .whole = Words::tr("At checkpoint %1 another balance was verified. Check its proof again.")
                           .arg(verified->checkpoint),
              .tone = "warn"};
  }
  Row row;
  row.id = QString::number(integerIn(holder, "identity"));
  row.cells = {{.text = name.isEmpty() ? Words::tr("Identity %1").arg(row.id) : name},
               {.text = row.id, .number = true},
               {.text = amountText(balance, decimals), .number = true},
               {.text = shareText(balance, tamedIn(token, "supply")), .number = true},
               {.text = amountText(tamedIn(holder, "held"), decimals), .number = true},
               {.text = frozen ? Words::tr("Frozen") : Words::tr("Open"),
                .tone = frozen ? "warn" : nullptr,
                .chip = frozen},
               source};
  return row;
}

Row documentRow(const QJsonObject& document) {
  const QString digest = tamedIn(document, "sha256");
  return {.id = digest,
          .cells = {{.text = tamedIn(document, "type")},
                    {.text = leftToRight(digest), .whole = digest, .monospaced = true}}};
}

bool matches(const QJsonObject& asset, const QString& typed) {
  const QString wanted = typed.trimmed();
  if (wanted.isEmpty()) return true;
  for (const char* field : {"asset_key", "name", "token_symbol", "issuer_name"})
    if (textIn(asset, field).contains(wanted, Qt::CaseInsensitive)) return true;
  return QString::number(integerIn(asset, "id")) == wanted;
}

}  // namespace aurigraph::ui::assets
