#include "tests/ui/shell/whole_cluster.h"

namespace aurigraph::ui::test {
namespace {

// Of tests/ui/assets/data.
constexpr QLatin1String kGenesis("7eb1ad472b499da4bd88ef9fce639ca457638665c391d0194ec331e0ab0abb6e");

QString folder(const char* page) {
  return QStringLiteral(AURIGRAPH_SOURCE_DIR "/tests/ui/%1/data").arg(QLatin1String(page));
}

}  // namespace

WholeCluster::WholeCluster() {
  // The assets' first: they bring the genesis that the proofs hang on.
  EXPECT_TRUE(gateway.load(folder("assets")));
  EXPECT_TRUE(gateway.load(folder("workflow")));
  answerStatus();
  time.at = QDateTime::fromSecsSinceEpoch(kNow, Qt::UTC);
  reviews = std::make_unique<ReviewLedger>(*this, time);
  reviews->add("parcel/WA-KING-17-204-0098", "property", "valuation", 742'000, -4);
  reviews->add("VCS-1764/2023", "carbon", "block", 655'100, 12);
  reviews->add("shipment/LOT-88A-2201", "supply", "sensor", 701'400, 31);
  gateway.handle("GET", QStringLiteral("/query/reviews"), [this](const HttpRequest&) {
    HttpAnswer answer;
    answer.status = 200;
    const QJsonObject counts{{QStringLiteral("open"), 3},
                             {QStringLiteral("mine"), 0},
                             {QStringLiteral("claimed_by_others"), 0},
                             {QStringLiteral("late"), 1}};
    answer.body = QJsonDocument(QJsonObject{{QStringLiteral("items"), reviews->open()},
                                            {QStringLiteral("counts"), counts}})
                      .toJson();
    return answer;
  });
  answerIdentity(QStringLiteral("reviewer"), {QStringLiteral("reviewer"), QStringLiteral("issuer")},
                 {QStringLiteral("decide-review"), QStringLiteral("issue-token"),
                  QStringLiteral("register-asset"), QStringLiteral("approve-issue")});
}

ClusterProfile WholeCluster::wholeProfile(ClusterProfile::Mode mode) const {
  ClusterProfile out;
  out.mode = mode;
  out.name = QStringLiteral("fixture");
  out.endpoint.host = QStringLiteral("cluster.example.org");
  out.genesis = kGenesis;
  return out;
}

void WholeCluster::answerIdentity(const QString& name, const QStringList& roles,
                                  const QStringList& permissions) {
  gateway.answer("GET", QStringLiteral("/auth/me"),
                 {{QStringLiteral("identity"), 4},
                  {QStringLiteral("name"), name},
                  {QStringLiteral("roles"), QJsonArray::fromStringList(roles)},
                  {QStringLiteral("permissions"), QJsonArray::fromStringList(permissions)}});
}

void WholeCluster::answerStatus(const QJsonObject& changes) {
  QJsonObject body = status();
  for (auto it = changes.begin(); it != changes.end(); ++it) body[it.key()] = it.value();
  gateway.answer("GET", QStringLiteral("/query/status"), body);
}

}  // namespace aurigraph::ui::test
