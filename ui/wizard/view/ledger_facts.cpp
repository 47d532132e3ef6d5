#include "ui/wizard/view/ledger_facts.h"

#include <QJsonArray>
#include <QSet>
#include <algorithm>

#include "core/base/decimal.h"
#include "ui/client/json.h"

namespace aurigraph::ui {
namespace {

constexpr int kMaxAssets = 2'000;
constexpr int kMaxTokens = 2'000;

Digest digestOf(const QString& hex) {
  return fixedFromHex<Digest>(stdText(hex)).value_or(Digest{});
}

issuance::KnownRecord recordOf(const QJsonObject& item, qint64 nowMs) {
  issuance::KnownRecord out;
  out.id = digestOf(textIn(item, "id"));
  out.category = stdText(textIn(item, "category"));
  out.kind = stdText(textIn(item, "kind"));
  out.assetKey = stdText(textIn(item, "asset_key"));
  out.band = stdText(textIn(item, "band"));
  out.decision = stdText(textIn(item, "decision"));
  out.score = Ppm(item[QLatin1String("score_ppm")].toInt());
  const qint64 admitted = millisecondsIn(item, "admitted_at");
  out.ageSeconds = admitted == 0 ? 0 : std::max<qint64>(0, (nowMs - admitted) / 1'000);
  return out;
}

/// The fields whose values a draft is compared with.
void addFields(issuance::KnownRecord& to, const QJsonObject& detail) {
  QHash<QString, QJsonValue> fields;
  for (const auto& each : detail[QLatin1String("fields")].toArray()) {
    const QJsonObject field = each.toObject();
    fields.insert(textIn(field, "name"), field[QLatin1String("value")]);
  }
  const auto word = [&](const char* name) { return fields.value(QLatin1String(name)).toString(); };
  const auto number = [&](const char* name) {
    return stdText(fields.value(QLatin1String(name)).toObject()[QLatin1String("value")].toString());
  };
  to.project = stdText(word("project_id"));
  if (to.kind == "block") {
    const auto first = parseU128(number("first"));
    const auto last = parseU128(number("last"));
    if (first && last && *first <= *last && *last <= UINT64_MAX)
      to.serials = wire::SerialRange{stdText(word("registry")), stdText(word("series")),
                                     static_cast<std::uint64_t>(*first), static_cast<std::uint64_t>(*last)};
  }
  if (to.kind == "valuation") {
    if (const auto value = Decimal::parse(number("value"))) to.value = *value;
    to.currency = stdText(fields.value(QStringLiteral("value")).toObject()[QLatin1String("unit")].toString());
  }
  const qint64 until = nanosecondsIn(detail[QLatin1String("review")].toObject(), "valid_until");
  if (until != 0) to.validUntil = Nanoseconds(until);
}

bool needsDetail(const issuance::KnownRecord& record) {
  return record.kind == "block" || record.kind == "valuation" || record.kind == "project" ||
         record.decision == "APPROVED" || record.decision == "OVERRIDDEN";
}

issuance::KnownAsset assetOf(const QJsonObject& item, quint32 me) {
  issuance::KnownAsset out;
  out.id = AssetId(static_cast<std::uint64_t>(item[QLatin1String("id")].toInteger()));
  out.assetKey = stdText(textIn(item, "asset_key"));
  out.name = stdText(textIn(item, "name"));
  const QString name = textIn(item, "template");
  out.assetTemplate = name == QLatin1String("carbon")  ? wire::AssetTemplate::kCarbon
                      : name == QLatin1String("batch") ? wire::AssetTemplate::kBatch
                                                       : wire::AssetTemplate::kProperty;
  out.mine = me != 0 && static_cast<quint32>(item[QLatin1String("issuer")].toInteger()) == me;
  out.tokenized = item.contains(QLatin1String("token"));
  return out;
}

}  // namespace

/// One asking of everything; a newer one makes it void.
struct LedgerFacts::Round {
  issuance::IssuanceContext out;
  QSet<QString> registered;  ///< Ids of records that an asset has.
  int open = 0;
};

LedgerFacts::LedgerFacts(QObject* parent) : QObject(parent) {
  soon_.setSingleShot(true);
  soon_.setInterval(kSettleMs);
  connect(&soon_, &QTimer::timeout, this, &LedgerFacts::refresh);
}

void LedgerFacts::setConnection(Connection* connection) {
  if (connection == connection_ && connection != nullptr) return;
  connection_ = connection;
  known_ = {};
  details_.clear();
  round_.reset();
  problem_.reset();
  loaded_ = false;
}

void LedgerFacts::want(const std::string& category) {
  if (category == category_ && loaded_) return;
  category_ = category;
  refresh();
}

void LedgerFacts::refreshSoon() {
  if (!soon_.isActive()) soon_.start();
}

void LedgerFacts::refresh() {
  if (!connection_ || category_.empty()) return;
  round_ = std::make_shared<Round>();
  const auto round = round_;
  auto& out = round->out;
  out.genesis = connection_->genesis();
  out.now = Nanoseconds(connection_->clusterNow().toMSecsSinceEpoch() * 1'000'000);
  out.simulated = connection_->simulated();
  if (connection_->author() != nullptr) out.author = connection_->author()->publicKey();

  const QString records = QStringLiteral("/query/records?category=") + escaped(qtText(category_));
  const qint64 nowMs = connection_->clusterNow().toMSecsSinceEpoch();
  const quint32 me = connection_->identity().id;
  using List = Reply<QJsonArray>;
  // Each part of the answer at its place; the last one that arrives goes on with the details.
  const auto ask = [&](const QString& path, int atMost, auto take) {
    ++round->open;
    connection_->api().list(path, atMost).then(this, [this, round, take](const List& items) {
      if (round != round_) return;
      if (!items) return failed(round, items.error());
      take(*items);
      if (--round->open == 0) askDetails(round);
    });
  };
  ask(records, kMaxRecords, [round, nowMs](const QJsonArray& items) {
    for (const auto& item : items) round->out.records.push_back(recordOf(item.toObject(), nowMs));
  });
  ask(records + QStringLiteral("&stage=asset"), kMaxRecords, [round](const QJsonArray& items) {
    for (const auto& item : items) round->registered.insert(textIn(item.toObject(), "id"));
  });
  ask(QStringLiteral("/query/assets"), kMaxAssets, [round, me](const QJsonArray& items) {
    for (const auto& item : items) round->out.assets.push_back(assetOf(item.toObject(), me));
  });
  ask(QStringLiteral("/query/tokens"), kMaxTokens, [round](const QJsonArray& items) {
    for (const auto& item : items)
      round->out.symbolsTaken.push_back(stdText(textIn(item.toObject(), "symbol")));
  });
}

void LedgerFacts::askDetails(const std::shared_ptr<Round>& round) {
  int asked = 0;
  ++round->open;
  for (auto& record : round->out.records) {
    const QString id = qtText(toHex(record.id.view()));
    // A price or a project may serve many assets; what speaks for one speaks for no other.
    record.registered = round->registered.contains(id) && record.kind != "price" && record.kind != "project";
    if (!needsDetail(record) || (record.band == "REJECT" && record.decision != "OVERRIDDEN")) continue;
    if (details_.contains(id) || asked == kMaxDetails) continue;
    ++asked;
    ++round->open;
    const auto take = [this, round, id](const Answer& answer) {
      if (round != round_) return;
      if (answer) details_.insert(id, *answer);  // Without it the pre-check still knows.
      if (--round->open == 0) finish(round);
    };
    connection_->api().get(QStringLiteral("/query/records/") + id).then(this, take);
  }
  if (--round->open == 0) finish(round);
}

void LedgerFacts::finish(const std::shared_ptr<Round>& round) {
  for (auto& record : round->out.records) {
    const auto detail = details_.constFind(qtText(toHex(record.id.view())));
    if (detail != details_.constEnd()) addFields(record, *detail);
  }
  known_ = std::move(round->out);
  round_.reset();
  problem_.reset();
  loaded_ = true;
  Q_EMIT changed();
}

void LedgerFacts::failed(const std::shared_ptr<Round>& round, const ApiError& error) {
  if (round != round_) return;
  round_.reset();
  problem_ = error;
  Q_EMIT changed();
}

}  // namespace aurigraph::ui
