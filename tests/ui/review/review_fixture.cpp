#include "tests/ui/review/review_fixture.h"

namespace aurigraph::ui {
namespace {

QString hexOf(ByteView bytes) {
  return QString::fromLatin1(qtBytes(bytes).toHex());
}

QJsonObject reason(const char* rule, const char* field, const char* pointer, const char* observed,
                   const char* expected, const char* words, const char* verdict, int missed) {
  return {{QStringLiteral("rule"), QLatin1String(rule)},
          {QStringLiteral("field"), QLatin1String(field)},
          {QStringLiteral("pointer"), QLatin1String(pointer)},
          {QStringLiteral("observed"), QLatin1String(observed)},
          {QStringLiteral("expected"), QLatin1String(expected)},
          {QStringLiteral("words"), QLatin1String(words)},
          {QStringLiteral("severity"), 2},
          {QStringLiteral("verdict"), QLatin1String(verdict)},
          {QStringLiteral("missed_ppm"), missed}};
}

QJsonObject check(const char* name, int weight, int lost, const QJsonArray& reasons = {}) {
  return {{QStringLiteral("name"), QLatin1String(name)},
          {QStringLiteral("q"), weight == 0 ? 10'000 : (weight - lost) * 10'000LL / weight},
          {QStringLiteral("weight"), weight},
          {QStringLiteral("lost_ppm"), lost},
          {QStringLiteral("reasons"), reasons}};
}

QJsonArray checksFor(int scorePpm) {
  const int lost = 1'000'000 - scorePpm;
  const int range = lost / 2;
  const int freshness = lost / 3;
  const int source = lost - range - freshness;
  return {
      check("completeness", 150'000, 0),
      check("format", 100'000, 0),
      check("range", 150'000, range,
            {reason("P-R2", "value", "/valuation/amount", "1840000 USD", "1150000 to 1610000 USD",
                    "The valuation is 34 % above the mean of the last five accepted valuations.", "failed",
                    range * 3 / 4),
             reason("P-R4", "area", "/parcel/area", "412.5 m2", "at most 400 m2",
                    "The area is larger than the parcel of the title register.", "partly",
                    range - range * 3 / 4)}),
      check("consistency", 150'000, 0),
      check("source", 150'000, source,
            {reason("source.tier", "", "", "second tier", "first tier",
                    "The provider is of the second tier and does not sign its answers.", "partly", source)}),
      check("freshness", 150'000, freshness,
            {reason("freshness.observation", "observed_at", "/valuation/date", "2025-10-14",
                    "not older than 90 days", "The valuation is 139 days old.", "failed", freshness)}),
      check("uniqueness", 100'000, 0),
      check("references", 50'000, 0)};
}

}  // namespace

void putTime(QJsonObject& json, const char* name, const QDateTime& time) {
  json[QLatin1String(name)] = QString::number(time.toMSecsSinceEpoch() * 1'000'000);
  json[QLatin1String(name) + QStringLiteral("_text")] = time.toUTC().toString(Qt::ISODateWithMs);
}

ReviewLedger::ReviewLedger(RecordedCluster& of, const HandTime& now) : cluster(of), time(now) {
  cluster.gateway.handle("GET", QStringLiteral("/query/reviews"), [this](const HttpRequest&) {
    HttpAnswer answer;
    answer.status = 200;
    answer.body = QJsonDocument(QJsonObject{{QStringLiteral("items"), open()}}).toJson();
    return answer;
  });
  cluster.gateway.handle("POST", QStringLiteral("/transaction/batches"),
                         [this](const HttpRequest& request) { return submit(request); });
}

QString ReviewLedger::add(const QByteArray& asset, const char* category, const char* kind, int scorePpm,
                          int dueInMinutes) {
  static const QByteArray raw =
      R"({"valuation":{"amount":"1840000","currency":"USD","date":"2025-10-14","method":"comparables"},)"
      R"("parcel":{"number":"17-204-0098","area":"412.5","unit":"m2"},"appraiser":"A. Reyes"})";
  const QString id = hexOf(crypto::sha256(viewOf(asset + QByteArray::number(rows.size()))).view());
  QJsonObject json{{QStringLiteral("id"), id},
                   {QStringLiteral("asset_key"), QString::fromUtf8(asset)},
                   {QStringLiteral("category"), QLatin1String(category)},
                   {QStringLiteral("kind"), QLatin1String(kind)},
                   {QStringLiteral("origin"), QStringLiteral("SIMULATED")},
                   {QStringLiteral("band"), QStringLiteral("REVIEW")},
                   {QStringLiteral("decision"), QStringLiteral("WAITING")},
                   {QStringLiteral("score_ppm"), scorePpm},
                   {QStringLiteral("average_ppm"), scorePpm},
                   {QStringLiteral("lost_ppm"), 1'000'000 - scorePpm},
                   {QStringLiteral("source"), QStringLiteral("county-title")},
                   {QStringLiteral("submitter_name"), QStringLiteral("slim-1")},
                   {QStringLiteral("height"), 112},
                   {QStringLiteral("raw_digest"), hexOf(crypto::sha256(viewOf(raw)).view())},
                   {QStringLiteral("service_level_seconds"), 3'600},
                   {QStringLiteral("claimed_by_me"), false},
                   {QStringLiteral("may_decide"), true},
                   {QStringLiteral("caps"), QJsonArray()},
                   {QStringLiteral("checks"), checksFor(scorePpm)},
                   {QStringLiteral("observed_at_text"), time.at.addSecs(-1'800).toString(Qt::ISODateWithMs)},
                   {QStringLiteral("fields"),
                    QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("value")},
                                           {QStringLiteral("pointer"), QStringLiteral("/valuation/amount")},
                                           {QStringLiteral("value"),
                                            QJsonObject{{QStringLiteral("value"), QStringLiteral("1840000")},
                                                        {QStringLiteral("unit"), QStringLiteral("USD")}}}}}}};
  putTime(json, "admitted_at", time.at.addSecs((dueInMinutes - 60) * 60));
  putTime(json, "due_at", time.at.addSecs(dueInMinutes * 60));
  cluster.gateway.answerBytes(
      "GET", QStringLiteral("/evidence/") + json[QLatin1String("raw_digest")].toString(), raw);
  rows[id] = {json, raw};
  order.append(id);
  tellOf(id);
  return id;
}

void ReviewLedger::tellOf(const QString& id) {
  cluster.gateway.handle("GET", QStringLiteral("/query/records/") + id, [this, id](const HttpRequest&) {
    HttpAnswer answer;
    answer.status = 200;
    answer.body = QJsonDocument(rows[id].json).toJson();
    return answer;
  });
}

void ReviewLedger::claimBy(const QString& id, const QString& name, int minutes) {
  auto& json = rows[id].json;
  const bool me = name == QStringLiteral("reviewer");
  json[QLatin1String("claimed_by_name")] = name;
  json[QLatin1String("claimed_by_me")] = me;
  putTime(json, "claim_until", time.at.addSecs(minutes * 60));
  json[QLatin1String("may_decide")] = me;
  if (me) return;
  json[QLatin1String("why_not")] = QStringLiteral("review.claimed_by_other");
  json[QLatin1String("why_not_text")] = QStringLiteral("Another reviewer has claimed it.");
}

QJsonArray ReviewLedger::open() const {
  QJsonArray out;
  for (const auto& id : order)
    if (rows[id].json[QLatin1String("decision")].toString() == QStringLiteral("WAITING"))
      out.append(rows[id].json);
  return out;
}

HttpAnswer ReviewLedger::submit(const HttpRequest& request) {
  const bool repeated = submitted.contains(request.body);
  submitted.append(request.body);
  const auto header = wire::parseBatch(viewOf(request.body));
  EXPECT_TRUE(header);
  const ByteView body = viewOf(request.body).subspan(limits::kBatchHeaderBytes);
  EXPECT_TRUE(wire::verifyBatch(*header, body)) << "the signature has to be good";
  if (!repeated) ++heightNow;
  const auto commands = wire::splitCommands(header->count, body);
  for (const auto& command : *commands) {
    const auto decoded = wire::decodeCommand(command.kind, command.payload);
    if (const auto* claim = std::get_if<wire::ClaimReview>(&*decoded))
      claimBy(hexOf(claim->recordId.view()), QStringLiteral("reviewer"), 15);
    if (const auto* release = std::get_if<wire::ReleaseReview>(&*decoded)) {
      auto& json = row(hexOf(release->recordId.view()));
      for (const char* each : {"claimed_by_name", "claim_until", "claim_until_text"})
        json.remove(QLatin1String(each));
      json[QLatin1String("claimed_by_me")] = false;
    }
    if (const auto* decide = std::get_if<wire::DecideReview>(&*decoded)) {
      auto& json = row(hexOf(decide->recordId.view()));
      const bool approve = decide->decision == wire::ReviewDecision::kApprove;
      json[QLatin1String("decision")] = approve ? QStringLiteral("APPROVED") : QStringLiteral("REJECTED");
      QJsonObject review{{QStringLiteral("reviewer_name"), QStringLiteral("reviewer")},
                         {QStringLiteral("reason_code"), decide->reasonCode},
                         {QStringLiteral("note"), QString::fromStdString(decide->note)},
                         {QStringLiteral("height"), heightNow}};
      putTime(review, "decided_at", time.at);
      json[QLatin1String("review")] = review;
    }
  }
  const QString batch = hexOf(header->digest().view());
  const QJsonObject outcome{{QStringLiteral("batch"), batch},
                            {QStringLiteral("height"), heightNow},
                            {QStringLiteral("final"), false},
                            {QStringLiteral("failures"), QJsonArray()}};
  // A handler runs under the gateway's lock.
  QTimer::singleShot(0, &context, [this, batch, outcome] {
    cluster.gateway.answer("GET", QStringLiteral("/transaction/batches/") + batch, outcome);
  });
  HttpAnswer answer;
  if (loseAnswers) {
    answer.failure = *loseAnswers;
    return answer;
  }
  answer.status = 200;
  answer.body = QJsonDocument(outcome).toJson();
  return answer;
}

ReviewTest::ReviewTest()
    : key([] {
        crypto::Seed seed;
        seed.bytes.fill(9);
        return crypto::SigningKey::fromSeed(seed);
      }()) {
  ledger = std::make_unique<ReviewLedger>(cluster, time);
  cluster.gateway.answer("GET", QStringLiteral("/query/sessions/") + hexOf(key.publicKey().view()),
                         {{QStringLiteral("highest_session"), 0}});
  store = std::make_unique<LocalStore>(QString());
}

ReviewTest::~ReviewTest() {
  page.reset();
  connection.reset();
}

void ReviewTest::fill() {
  late = ledger->add("parcel/WA-KING-17-204-0098", "property", "valuation", 742'000, -4);
  first = late;
  own = ledger->add("VCS-1764/2023", "carbon", "block", 655'100, 12);
  others = ledger->add("shipment/LOT-88A-2201", "supply", "sensor", 701'400, 31);
  carbon = ledger->add("VCS-934/2022", "carbon", "price", 799'900, 95);
  ledger->add("AAPL", "market", "quote", 612'000, 240);
  ledger->row(own)[QLatin1String("may_decide")] = false;
  ledger->row(own)[QLatin1String("why_not")] = QStringLiteral("review.own_submission");
  ledger->row(own)[QLatin1String("why_not_text")] =
      QStringLiteral("Nobody decides about data that they submitted.");
  ledger->claimBy(others, QStringLiteral("Ann Lee"), 11);
}

void ReviewTest::openPage() {
  page.reset();
  auto fresh = std::make_unique<HandClock>(time);
  clock = fresh.get();
  page = std::make_unique<ReviewPage>(PageContext{*store}, nullptr, std::move(fresh));
  page->resize(1'280, 800);
  page->show();
  page->activateWindow();
}

void ReviewTest::start() {
  openPage();
  if (!connection) {
    connection = std::make_unique<Connection>(cluster.profile(), cluster.gateway.transport());
    connection->open();
    ASSERT_TRUE(eventually([&] { return connection->live(); }));
    ASSERT_TRUE(resultOf(connection->signIn(key)));
  }
  page->setConnection(connection.get());
  page->setSeen(true);
  ASSERT_TRUE(eventually([&] { return page->settled() && stage() != ReviewDesk::Stage::kNothing; }));
  part<QWidget>(*page, "queueCards")->setFocus();
}

void ReviewTest::advance(qint64 ms) {
  time.at = time.at.addMSecs(ms);
  time.steadyMs += ms;
  Q_EMIT clock->beat();
}

void ReviewTest::press(Qt::Key pressed, Qt::KeyboardModifiers modifiers) {
  QWidget* target = QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : page.get();
  QTest::keyClick(target, pressed, modifiers);
}

void ReviewTest::type(const QString& typed) {
  QTest::keyClicks(QApplication::focusWidget(), typed);
}

void ReviewTest::claimAndLook() {
  press(Qt::Key_C);
  ASSERT_TRUE(reaches(ReviewDesk::Stage::kMine));
  press(Qt::Key_Return);  // Into the record: its checks.
  for (int left = static_cast<int>(page->desk().unopened().size()); left > 0; --left) {
    press(Qt::Key_A);  // Not open yet: leads to the next check that has to be looked at, and opens it.
  }
  ASSERT_TRUE(page->desk().unopened().isEmpty());
}

void ReviewTest::approve(const QString& note) {
  claimAndLook();
  press(Qt::Key_A);  // Chosen; the reason has the focus.
  press(Qt::Key_Down);
  press(Qt::Key_Tab);
  type(note);
  press(Qt::Key_Return, Qt::ControlModifier);
}

std::optional<wire::DecideReview> ReviewTest::decisionSent() const {
  std::optional<wire::DecideReview> out;
  eachDecision([&](const wire::DecideReview& decision) { out = decision; });
  return out;
}

int ReviewTest::decisionsSent() const {
  int out = 0;
  eachDecision([&](const wire::DecideReview&) { ++out; });
  return out;
}

void ReviewTest::eachDecision(const std::function<void(const wire::DecideReview&)>& visit) const {
  for (const auto& bytes : ledger->submitted) {
    const auto header = wire::parseBatch(viewOf(bytes));
    const auto commands =
        wire::splitCommands(header->count, viewOf(bytes).subspan(limits::kBatchHeaderBytes));
    for (const auto& command : *commands) {
      const auto decoded = wire::decodeCommand(command.kind, command.payload);
      if (const auto* decide = std::get_if<wire::DecideReview>(&*decoded)) visit(*decide);
    }
  }
}

}  // namespace aurigraph::ui
