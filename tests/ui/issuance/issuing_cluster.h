#pragma once

// A recorded gateway in front of a real ledger: what the wizard signs is executed, what it asks is answered
// by the rules themselves. Words of the gateway's own are few; the shapes are those of docs/openapi.yaml.

#include "core/base/decimal.h"
#include "core/crypto/keystore.h"
#include "core/ledger/reason.h"
#include "nodes/gateway/views/command_json.h"
#include "tests/support/ledger_fixture.h"

// Qt after the rest: its headers and Boost's do not agree in every order.
#include <QFile>
#include <QTemporaryDir>
#include <QUrl>
#include <QUrlQuery>

#include "tests/ui/support/recorded_cluster.h"

namespace aurigraph::ui {

class IssuingCluster {
 public:
  IssuingCluster() : ledger_(simulatedGenesis()) {
    // Batches say until when they are good, by this computer's clock.
    const qint64 seconds =
        QDateTime::currentSecsSinceEpoch() - aurigraph::test::kGenesisTime.value / aurigraph::test::kSecond;
    ledger_.passTime(seconds);
    using wire::RecordKind;
    const auto now = ledger_.now();
    title = add(aurigraph::test::scoredRecord(RecordKind::kPropertyTitle, "US-06075-3512", now));
    add(aurigraph::test::scoredRecord(RecordKind::kPropertyValuation, "US-06075-3512", now), 480'000);
    add(aurigraph::test::scoredRecord(RecordKind::kPropertyTitle, "US-06075-9001", now));
    add(aurigraph::test::projectRecord(now));
    add(aurigraph::test::blockRecord(now, 1'000, 1'999));
    add(aurigraph::test::scoredRecord(RecordKind::kCarbonPrice, "forestry:listing:USD", now));
    answerAll();
  }

  RecordedGateway& gateway() { return recorded_.gateway; }
  aurigraph::test::LedgerWorld& ledger() { return ledger_; }
  [[nodiscard]] ClusterProfile profile() const {
    ClusterProfile out;
    out.name = QStringLiteral("recorded");
    out.genesis = QString::fromStdString(toHex(ledger_.genesisDigest().view()));
    return out;
  }
  /// From now on certificates cover this height.
  void certify(quint64 height) {
    gateway().answer("GET", QStringLiteral("/query/certificates/latest"),
                     {{QStringLiteral("height"), static_cast<qint64>(height)}});
  }
  /// The batch is executed, but its answer is lost: the connection breaks `times` times.
  void loseAnswers(int times) { lost_ = times; }
  /// Another issuer registers an asset of this key.
  void registerElsewhere(const std::string& key) {
    const Digest record = ledger_.submit(
        aurigraph::test::scoredRecord(wire::RecordKind::kPropertyTitle, key + ":2", ledger_.now()));
    const wire::RegisterAsset asset{wire::AssetTemplate::kProperty, key, "Taken", {record}, {}};
    EXPECT_EQ(ledger_.run(otherIssuer(), asset), ledger::ReasonCode::kDone);
  }
  /// Another issuer takes this symbol.
  void issueElsewhere(const std::string& symbol) {
    using wire::RecordKind;
    const auto now = ledger_.now();
    std::vector<Digest> records;
    for (const auto kind : {RecordKind::kPropertyTitle, RecordKind::kPropertyValuation})
      records.push_back(ledger_.submit(aurigraph::test::scoredRecord(kind, "US-9", now)));
    std::ranges::sort(records);
    const wire::RegisterAsset asset{wire::AssetTemplate::kProperty, "US-9", "Nine", records, {}};
    EXPECT_EQ(ledger_.run(otherIssuer(), asset), ledger::ReasonCode::kDone);
    const auto terms = ledger_.terms(ledger_.ledger().assetKeyed("US-9").value(), symbol, 10);
    const auto approved = ledger_.approved(terms, aurigraph::test::compliance(), otherIssuer());
    EXPECT_EQ(ledger_.run(otherIssuer(), wire::AnyCommand(approved)), ledger::ReasonCode::kDone);
  }
  /// From now on the gateway's clock is ahead of this computer's; its next status says so.
  void setAhead(qint64 seconds) {
    QJsonObject status = RecordedCluster::status();
    status[QStringLiteral("time")] =
        QString::number((QDateTime::currentSecsSinceEpoch() + seconds) * aurigraph::test::kSecond);
    gateway().answer("GET", QStringLiteral("/query/status"), status);
  }
  /// Somebody else who issues: the first one's session is the window's.
  static const aurigraph::test::Person& otherIssuer() {
    static const auto out = aurigraph::test::person(17, "issuer-2");
    return out;
  }
  [[nodiscard]] qsizetype sent() const {
    const auto all = recorded_.gateway.requests();
    return std::count_if(all.begin(), all.end(), [](const HttpRequest& request) {
      return request.method == "POST" &&
             request.path.startsWith(QLatin1String("/api/v11/transaction/batches"));
    });
  }
  /// The compliance officer's key, sealed, in a file.
  QString approverFile() {
    const QString path = folder_.filePath(QStringLiteral("compliance.agkey"));
    crypto::KeystoreEntropy entropy;
    entropy.salt.bytes.fill(7);
    const auto sealed =
        crypto::sealKey(aurigraph::test::compliance().key, "compliance", "correct horse", entropy, {10});
    QFile file(path);
    if (sealed && file.open(QIODevice::WriteOnly)) file.write(qtBytes(*sealed));
    return path;
  }
  [[nodiscard]] QString file(const QString& name) const { return folder_.filePath(name); }

  Digest title;

 private:
  static wire::Genesis simulatedGenesis() {
    auto out = aurigraph::test::testGenesis(true);
    const auto& other = otherIssuer();
    out.identities.push_back(
        {other.name, other.key.publicKey(), maskOf(wire::Role::kIssuer), "Harbour Estates"});
    return out;
  }
  static QString hex(ByteView bytes) { return QString::fromStdString(toHex(bytes)); }
  static QString text(std::string_view words) { return qtText(words); }

  static HttpAnswer json(const QJsonObject& body, int status = 200) {
    HttpAnswer out;
    out.status = status;
    out.contentType = status < 400 ? "application/json" : "application/problem+json";
    out.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return out;
  }
  static QUrlQuery queryOf(const HttpRequest& request) {
    return QUrlQuery(QUrl::fromEncoded(request.path.toLatin1()));
  }

  Digest add(const aurigraph::test::ScoredRecord& scored, qint64 value = 0) {
    const Digest id = ledger_.submit(scored);
    const auto& record = scored.record;
    QJsonArray fields;
    for (const auto& field : record.fields) {
      QJsonValue said;
      if (const auto* quantity = std::get_if<wire::Quantity>(&field.value))
        said = QJsonObject{{QStringLiteral("value"), text(quantity->value.toText())},
                           {QStringLiteral("unit"), text(quantity->unit)}};
      else if (const auto* words = std::get_if<std::string>(&field.value))
        said = text(*words);
      if (field.name == "value" && value != 0)
        said = QJsonObject{{QStringLiteral("value"), QString::number(value)},
                           {QStringLiteral("unit"), QStringLiteral("USD")}};
      fields.append(QJsonObject{{QStringLiteral("name"), text(field.name)}, {QStringLiteral("value"), said}});
    }
    records_.append({id,
                     {{QStringLiteral("id"), hex(id.view())},
                      {QStringLiteral("category"), text(wire::nameOf(record.category))},
                      {QStringLiteral("kind"), text(wire::nameOf(record.kind))},
                      {QStringLiteral("asset_key"), text(record.assetKey)},
                      {QStringLiteral("score_ppm"), scored.score.value},
                      {QStringLiteral("band"), QStringLiteral("ACCEPT")},
                      {QStringLiteral("decision"), QStringLiteral("AUTO")},
                      {QStringLiteral("admitted_at"), QString::number(ledger_.now().value)}},
                     fields});
    return id;
  }

  struct Listed {
    Digest id;
    QJsonObject item;
    QJsonArray fields;
  };

  HttpAnswer listRecords(const HttpRequest& request) {
    const auto query = queryOf(request);
    QJsonArray items;
    for (const auto& record : records_) {
      const bool registered = ledger_.ledger().record(record.id)->asset != AssetId(0);
      if (query.queryItemValue(QStringLiteral("stage")) == QLatin1String("asset") && !registered) continue;
      if (record.item[QLatin1String("category")].toString() ==
          query.queryItemValue(QStringLiteral("category")))
        items.append(record.item);
    }
    return json({{QStringLiteral("items"), items}});
  }

  HttpAnswer listAssets() {
    QJsonArray items;
    for (std::uint64_t id = 1; const auto* row = ledger_.ledger().asset(AssetId(id)); ++id) {
      QJsonObject item{{QStringLiteral("id"), static_cast<qint64>(id)},
                       {QStringLiteral("asset_key"), text(row->assetKey)},
                       {QStringLiteral("name"), text(row->name)},
                       {QStringLiteral("template"), row->assetTemplate == wire::AssetTemplate::kCarbon
                                                        ? QStringLiteral("carbon")
                                                        : QStringLiteral("property")},
                       {QStringLiteral("issuer"), static_cast<qint64>(row->issuer.value)},
                       {QStringLiteral("registered_height"), static_cast<qint64>(row->registeredAt.value)}};
      if (row->token != TokenId(0)) item[QStringLiteral("token")] = static_cast<qint64>(row->token.value);
      items.append(item);
    }
    return json({{QStringLiteral("items"), items}});
  }

  HttpAnswer listTokens() {
    QJsonArray items;
    for (std::uint32_t id = 1; const auto* row = ledger_.ledger().token(TokenId(id)); ++id)
      items.append(QJsonObject{{QStringLiteral("symbol"), text(row->symbol)}});
    return json({{QStringLiteral("items"), items}});
  }

  HttpAnswer token(const char* symbol) {
    const auto id = ledger_.ledger().tokenNamed(symbol);
    if (!id) return json({{QStringLiteral("code"), QStringLiteral("query.unknown_token")}}, 404);
    const auto& row = *ledger_.ledger().token(*id);
    return json({{QStringLiteral("asset"), static_cast<qint64>(row.asset.value)},
                 {QStringLiteral("issued_height"), static_cast<qint64>(row.issuedAt.value)},
                 {QStringLiteral("issue_batch"), hex(row.issueBatch.view())}});
  }

  HttpAnswer identities(const HttpRequest& request) {
    const QString key = queryOf(request).queryItemValue(QStringLiteral("key"));
    QJsonArray items;
    for (const auto& identity : simulatedGenesis().identities)
      if (hex(identity.key.view()) == key)
        items.append(QJsonObject{{QStringLiteral("name"), text(identity.name)},
                                 {QStringLiteral("organisation"), text(identity.organisation)}});
    return json({{QStringLiteral("items"), items}});
  }

  HttpAnswer simulate(const HttpRequest& request) {
    const auto body = aurigraph::json::Document::parse(viewOf(request.body)).value();
    const auto command = gateway::commandFromJson(body.root().find("commands")->items.at(0), "commands[0]");
    if (!command)
      return json({{QStringLiteral("code"), text(command.error().code)},
                   {QStringLiteral("detail"), text(command.error().message)}},
                  400);
    const auto author = fixedFromHex<PublicKey>(std::string(body.root().find("author")->text));
    QJsonArray reasons;
    for (const auto& reason : ledger_.ledger().simulate(*command, author.value(), ledger_.now())) {
      const auto words = ledger::describe(reason.code);
      reasons.append(QJsonObject{{QStringLiteral("code"), text(words.code)},
                                 {QStringLiteral("message"), text(words.message)},
                                 {QStringLiteral("remedy"), text(words.remedy)}});
    }
    return json({{QStringLiteral("height"), static_cast<qint64>(ledger_.ledger().height().value)},
                 {QStringLiteral("items"), QJsonArray{QJsonObject{{QStringLiteral("index"), 0},
                                                                  {QStringLiteral("ok"), reasons.isEmpty()},
                                                                  {QStringLiteral("reasons"), reasons}}}}});
  }

  HttpAnswer submit(const HttpRequest& request) {
    const Bytes bytes = toBytes(viewOf(request.body));
    const Digest digest = wire::parseBatch(bytes).value().digest();
    if (!outcomes_.contains(digest)) {
      const auto result = ledger_.apply({bytes}).front();
      const auto refusal = [](std::uint16_t code, std::uint32_t index) {
        const auto words = ledger::describe(static_cast<ledger::ReasonCode>(code));
        return QJsonObject{{QStringLiteral("index"), static_cast<qint64>(index)},
                           {QStringLiteral("code"), text(words.code)},
                           {QStringLiteral("message"), text(words.message)},
                           {QStringLiteral("remedy"), text(words.remedy)}};
      };
      QJsonArray failures;
      for (const auto& each : result.failures) failures.append(refusal(each.code, each.index));
      outcomes_[digest] = {{QStringLiteral("batch"), hex(digest.view())},
                           {QStringLiteral("height"), static_cast<qint64>(ledger_.ledger().height().value)},
                           {QStringLiteral("final"), false},
                           {QStringLiteral("failures"), failures}};
      if (result.batchCode != 0)
        outcomes_[digest].insert(QStringLiteral("refused"), refusal(result.batchCode, 0));
    }
    if (lost_ > 0) {
      --lost_;
      HttpAnswer out;
      out.status = 500;
      out.contentType = "application/problem+json";
      out.status = 503;
      out.body = R"({"code":"cluster.no_leader","detail":"There is no leader.","remedy":"Try again."})";
      return out;
    }
    return json(outcomes_[digest]);
  }

  void answerAll() {
    auto& to = gateway();
    to.answerBytes("GET", QStringLiteral("/query/genesis"), qtBytes(wire::encode(simulatedGenesis())));
    to.answer("GET", QStringLiteral("/auth/me"),
              {{QStringLiteral("identity"), static_cast<qint64>(aurigraph::test::issuer().id.value)},
               {QStringLiteral("name"), QStringLiteral("issuer")},
               {QStringLiteral("roles"), QJsonArray{QStringLiteral("issuer")}},
               {QStringLiteral("permissions"),
                QJsonArray{QStringLiteral("register-asset"), QStringLiteral("issue-token")}}});
    to.answer("GET",
              QStringLiteral("/query/sessions/") + hex(aurigraph::test::issuer().key.publicKey().view()),
              {{QStringLiteral("highest_session"), 0}});
    for (const auto& record : records_) {
      QJsonObject detail = record.item;
      detail[QStringLiteral("fields")] = record.fields;
      to.answer("GET", QStringLiteral("/query/records/") + record.item[QLatin1String("id")].toString(),
                detail);
    }
    to.handle("GET", QStringLiteral("/query/records"),
              [this](const HttpRequest& request) { return listRecords(request); });
    to.handle("GET", QStringLiteral("/query/assets"), [this](const HttpRequest&) { return listAssets(); });
    to.handle("GET", QStringLiteral("/query/identities"),
              [this](const HttpRequest& request) { return identities(request); });
    to.handle("GET", QStringLiteral("/query/tokens"), [this](const HttpRequest&) { return listTokens(); });
    to.handle("POST", QStringLiteral("/contract/simulate"),
              [this](const HttpRequest& request) { return simulate(request); });
    to.handle("POST", QStringLiteral("/transaction/batches"),
              [this](const HttpRequest& request) { return submit(request); });
    for (const char* symbol : {"HOME-1", "VCU-1", "VCU-2"})
      to.handle("GET", QStringLiteral("/query/tokens/") + QLatin1String(symbol),
                [this, symbol](const HttpRequest&) { return token(symbol); });
    to.handle("GET", QStringLiteral("/query/assets/1"), [this](const HttpRequest&) {
      const auto* row = ledger_.ledger().asset(AssetId(1));
      if (row == nullptr) return json({{QStringLiteral("code"), QStringLiteral("query.unknown_asset")}}, 404);
      return json(
          {{QStringLiteral("name"), text(row->name)}, {QStringLiteral("asset_key"), text(row->assetKey)}});
    });
    certify(1);
  }

  RecordedCluster recorded_;
  aurigraph::test::LedgerWorld ledger_;
  QTemporaryDir folder_;
  QList<Listed> records_;
  std::map<Digest, QJsonObject> outcomes_;
  int lost_ = 0;
};

}  // namespace aurigraph::ui
