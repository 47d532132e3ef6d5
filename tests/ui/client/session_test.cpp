#include "ui/client/session.h"

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

TEST(Session, AnotherClusterIsNeverShown) {
  RecordedCluster cluster;
  Connection connection = cluster.connection();
  connection.genesis = QString(64, QLatin1Char('0'));
  Session session(connection, cluster.gateway.transport());
  session.open();
  ASSERT_TRUE(eventually([&] { return session.link().state == Link::State::kFailed; }));
  EXPECT_EQ(session.link().error->code, QStringLiteral("client.other_genesis"));
  EXPECT_TRUE(session.status().isEmpty());
}

TEST(Session, AnotherVersionIsSaidInWords) {
  RecordedCluster cluster;
  cluster.gateway.answer("GET", QStringLiteral("/info"), {{QStringLiteral("api"), QStringLiteral("v12")}});
  Session session(cluster.connection(), cluster.gateway.transport());
  session.open();
  ASSERT_TRUE(eventually([&] { return session.link().state == Link::State::kFailed; }));
  EXPECT_EQ(session.link().error->code, QStringLiteral("client.other_version"));
  EXPECT_TRUE(session.link().error->message.contains(QStringLiteral("v12")));
}

TEST(Session, ALostConnectionHealsByItself) {
  RecordedCluster cluster;
  Session session(cluster.connection(), cluster.gateway.transport());
  session.open();
  ASSERT_TRUE(eventually([&] { return session.live(); }));
  cluster.gateway.fail(HttpAnswer::Failure::kUnreachable);
  ASSERT_TRUE(eventually([&] { return session.link().state == Link::State::kReconnecting; }));
  EXPECT_TRUE(session.link().retryAt.has_value());
  EXPECT_TRUE(session.link().lastAnswer.isValid());
  cluster.gateway.fail(HttpAnswer::Failure::kNone);
  EXPECT_TRUE(eventually([&] { return session.live(); }));
}

TEST(Session, AStrangersCertificateIsNotTriedAgain) {
  RecordedCluster cluster;
  cluster.gateway.fail(HttpAnswer::Failure::kUntrusted);
  Session session(cluster.connection(), cluster.gateway.transport());
  session.open();
  ASSERT_TRUE(eventually([&] { return session.link().state == Link::State::kFailed; }));
  EXPECT_EQ(session.link().error->code, QStringLiteral("client.untrusted_server"));
}

TEST(Session, SignInSignsTheChallengeForThisClusterOnly) {
  RecordedCluster cluster;
  Session session(cluster.connection(), cluster.gateway.transport());
  session.open();
  ASSERT_TRUE(eventually([&] { return session.live(); }));
  const auto key = keyOf(7);
  const auto who = resultOf(session.signIn(key));
  ASSERT_TRUE(who);
  EXPECT_EQ(who->name, QStringLiteral("reviewer"));
  EXPECT_TRUE(session.identity().may(QLatin1String("decide-review")));
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

TEST(Session, AnExpiredTokenIsRenewedWithTheKeyThatIsStillHere) {
  RecordedCluster cluster;
  Session session(cluster.connection(), cluster.gateway.transport());
  session.open();
  ASSERT_TRUE(eventually([&] { return session.live(); }));
  ASSERT_TRUE(resultOf(session.signIn(keyOf(7))));
  int refused = 0;
  cluster.gateway.handle("GET", QStringLiteral("/query/status"), [&refused](const HttpRequest&) {
    HttpAnswer answer;
    answer.status = refused++ == 0 ? 401 : 200;
    answer.body = answer.status == 401 ? QByteArray(R"({"code":"auth.session_unknown","detail":"Gone."})")
                                       : QJsonDocument(RecordedCluster::status()).toJson();
    return answer;
  });
  EXPECT_TRUE(eventually([&] { return refused > 1 && session.live(); }));
  EXPECT_TRUE(session.identity().signedIn());
}

}  // namespace
}  // namespace aurigraph::ui
