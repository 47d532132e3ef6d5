#include "ui/client/connection.h"

#include <gtest/gtest.h>

#include "core/wire/sign_in.h"
#include "tests/ui/support/recorded_cluster.h"
#include "tests/ui/support/wait.h"

namespace aurigraph::ui {
namespace {

crypto::SigningKey keyOf(std::uint8_t byte) {
  crypto::Seed seed;
  seed.bytes.fill(byte);
  return crypto::SigningKey::fromSeed(seed);
}

TEST(Connection, AnotherClusterIsNeverShown) {
  RecordedCluster cluster;
  ClusterProfile profile = cluster.profile();
  profile.genesis = QString(64, QLatin1Char('0'));
  Connection connection(profile, cluster.gateway.transport());
  connection.open();
  ASSERT_TRUE(eventually([&] { return connection.link().state == Link::State::kFailed; }));
  EXPECT_EQ(connection.link().error->code, QStringLiteral("client.other_genesis"));
  EXPECT_TRUE(connection.status().isEmpty());
}

TEST(Connection, AnotherVersionIsSaidInWords) {
  RecordedCluster cluster;
  cluster.gateway.answer("GET", QStringLiteral("/info"), {{QStringLiteral("api"), QStringLiteral("v12")}});
  Connection connection(cluster.profile(), cluster.gateway.transport());
  connection.open();
  ASSERT_TRUE(eventually([&] { return connection.link().state == Link::State::kFailed; }));
  EXPECT_EQ(connection.link().error->code, QStringLiteral("client.other_version"));
  EXPECT_TRUE(connection.link().error->message.contains(QStringLiteral("v12")));
}

TEST(Connection, ALostConnectionHealsByItself) {
  RecordedCluster cluster;
  Connection connection(cluster.profile(), cluster.gateway.transport());
  connection.open();
  ASSERT_TRUE(eventually([&] { return connection.live(); }));
  cluster.gateway.fail(HttpAnswer::Failure::kUnreachable);
  ASSERT_TRUE(eventually([&] { return connection.link().state == Link::State::kReconnecting; }));
  EXPECT_TRUE(connection.link().retryAt.has_value());
  EXPECT_TRUE(connection.link().lastAnswer.isValid());
  cluster.gateway.fail(HttpAnswer::Failure::kNone);
  EXPECT_TRUE(eventually([&] { return connection.live(); }));
}

TEST(Connection, AStrangersCertificateIsNotTriedAgain) {
  RecordedCluster cluster;
  cluster.gateway.fail(HttpAnswer::Failure::kUntrusted);
  Connection connection(cluster.profile(), cluster.gateway.transport());
  connection.open();
  ASSERT_TRUE(eventually([&] { return connection.link().state == Link::State::kFailed; }));
  EXPECT_EQ(connection.link().error->code, QStringLiteral("client.untrusted_server"));
}

TEST(Connection, SignInSignsTheChallengeForThisClusterOnly) {
  RecordedCluster cluster;
  Connection connection(cluster.profile(), cluster.gateway.transport());
  connection.open();
  ASSERT_TRUE(eventually([&] { return connection.live(); }));
  const auto key = keyOf(7);
  const auto who = resultOf(connection.signIn(key));
  ASSERT_TRUE(who);
  EXPECT_EQ(who->name, QStringLiteral("reviewer"));
  EXPECT_TRUE(connection.identity().may(QLatin1String("decide-review")));
  for (const HttpRequest& request : cluster.gateway.requests()) {
    if (!request.path.endsWith(QLatin1String("/auth/sessions"))) continue;
    const auto body = QJsonDocument::fromJson(request.body).object();
    const auto signature = fixedFromHex<Signature>(stdText(body[QLatin1String("signature")].toString()));
    const auto challenge = fixedFromHex<Digest>(stdText(body[QLatin1String("challenge")].toString()));
    ASSERT_TRUE(signature && challenge);
    const auto digest = wire::signInDigest(cluster.genesis.digest(), key.publicKey(), *challenge);
    EXPECT_TRUE(crypto::verify(key.publicKey(), digest, *signature));
  }
}

TEST(Connection, AnExpiredTokenIsRenewedWithTheKeyThatIsStillHere) {
  RecordedCluster cluster;
  Connection connection(cluster.profile(), cluster.gateway.transport());
  connection.open();
  ASSERT_TRUE(eventually([&] { return connection.live(); }));
  ASSERT_TRUE(resultOf(connection.signIn(keyOf(7))));
  int refused = 0;
  cluster.gateway.handle("GET", QStringLiteral("/query/status"), [&refused](const HttpRequest&) {
    HttpAnswer answer;
    answer.status = refused++ == 0 ? 401 : 200;
    answer.body = answer.status == 401 ? QByteArray(R"({"code":"auth.session_unknown","detail":"Gone."})")
                                       : QJsonDocument(RecordedCluster::status()).toJson();
    return answer;
  });
  EXPECT_TRUE(eventually([&] { return refused > 1 && connection.live(); }));
  EXPECT_TRUE(connection.identity().signedIn());
}

}  // namespace
}  // namespace aurigraph::ui
