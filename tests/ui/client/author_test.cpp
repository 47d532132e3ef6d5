#include "ui/client/author.h"

#include <gtest/gtest.h>

#include "core/wire/batch.h"
#include "tests/ui/support/recorded_cluster.h"
#include "tests/ui/support/wait.h"

namespace aurigraph::ui {
namespace {

crypto::SigningKey someKey() {
  crypto::Seed seed;
  seed.bytes.fill(9);
  return crypto::SigningKey::fromSeed(seed);
}

HttpAnswer done() {
  HttpAnswer answer;
  answer.status = 200;
  answer.body = R"({"batch":"aa","height":7,"position":0,"final":true,"count":1,"done":1,"failures":[]})";
  return answer;
}

struct AuthorTest : testing::Test {
  AuthorTest() {
    gateway.answer("GET",
                   QStringLiteral("/query/sessions/") + QString::fromStdString(toHex(key.publicKey().view())),
                   {{QStringLiteral("highest_session"), 0}});
  }
  QList<QByteArray> submitted() const {
    QList<QByteArray> out;
    for (const HttpRequest& request : gateway.requests())
      if (request.method == "POST") out.append(request.body);
    return out;
  }
  RecordedGateway gateway;
  crypto::SigningKey key = someKey();
  Digest genesis;
  ApiClient api{gateway.transport()};
  Author author{api, key, genesis};
  wire::AnyCommand command = wire::ClaimReview{};
};

TEST_F(AuthorTest, SendsExactlyTheCommandUnderAValidSignature) {
  gateway.handle("POST", QStringLiteral("/transaction/batches"), [](const HttpRequest&) { return done(); });
  const auto sent = resultOf(author.send(command, Wait::kFinal));
  ASSERT_TRUE(sent);
  EXPECT_TRUE(sent->final);
  EXPECT_EQ(sent->height, 7U);
  const auto bytes = submitted();
  ASSERT_EQ(bytes.size(), 1);
  const auto header = wire::parseBatch(viewOf(bytes[0]));
  ASSERT_TRUE(header);
  const ByteView body = viewOf(bytes[0]).subspan(limits::kBatchHeaderBytes);
  EXPECT_TRUE(wire::verifyBatch(*header, body));
  const auto commands = wire::splitCommands(header->count, body);
  ASSERT_TRUE(commands);
  EXPECT_EQ(*wire::decodeCommand((*commands)[0].kind, (*commands)[0].payload), command);
}

TEST_F(AuthorTest, TellsTheDigestOfWhatItSignedBeforeItIsSent) {
  gateway.handle("POST", QStringLiteral("/transaction/batches"), [](const HttpRequest&) { return done(); });
  QString told;
  qsizetype sentThen = -1;
  QDateTime until;
  ASSERT_TRUE(resultOf(
      author.send({command}, Wait::kCommitted, [&](const QString& batch, const QDateTime& validUntil) {
        told = batch;
        until = validUntil;
        sentThen = submitted().size();
      })));
  const auto header = wire::parseBatch(viewOf(submitted().first()));
  EXPECT_EQ(told.toStdString(), toHex(header->digest().view()));
  EXPECT_EQ(until.toMSecsSinceEpoch() * 1'000'000, header->validUntil.value);
  EXPECT_EQ(sentThen, 0);
}

TEST_F(AuthorTest, RepeatsTheVerySameBytesWhenAnAnswerGotLost) {
  int calls = 0;
  gateway.handle("POST", QStringLiteral("/transaction/batches"), [&calls](const HttpRequest&) {
    HttpAnswer lost;
    lost.failure = HttpAnswer::Failure::kClosedEarly;
    return ++calls < 3 ? lost : done();
  });
  ASSERT_TRUE(resultOf(author.send(command, Wait::kCommitted)));
  const auto bytes = submitted();
  ASSERT_EQ(bytes.size(), 3);
  EXPECT_EQ(bytes[0], bytes[1]);
  EXPECT_EQ(bytes[0], bytes[2]);
}

TEST_F(AuthorTest, NumbersRequestsWithoutAGap) {
  gateway.handle("POST", QStringLiteral("/transaction/batches"), [](const HttpRequest&) { return done(); });
  auto first = author.send(command, Wait::kCommitted);
  auto second = author.send(command, Wait::kCommitted);
  ASSERT_TRUE(resultOf(first));
  ASSERT_TRUE(resultOf(second));
  const auto bytes = submitted();
  ASSERT_EQ(bytes.size(), 2);
  const auto one = wire::parseBatch(viewOf(bytes[0]));
  const auto two = wire::parseBatch(viewOf(bytes[1]));
  EXPECT_EQ(one->session, two->session);
  EXPECT_EQ(one->request.value, 1U);
  EXPECT_EQ(two->request.value, 2U);
}

TEST_F(AuthorTest, ARefusalOfTheLedgerIsSaidInItsWords) {
  gateway.handle("POST", QStringLiteral("/transaction/batches"), [](const HttpRequest&) {
    HttpAnswer answer = done();
    answer.body =
        R"({"batch":"aa","height":7,"position":0,"final":true,"count":1,"done":0,
            "failures":[{"index":0,"code":"review.claimed_by_other","message":"M","remedy":"R"}]})";
    return answer;
  });
  const auto sent = resultOf(author.send(command, Wait::kCommitted));
  ASSERT_FALSE(sent);
  EXPECT_EQ(sent.error().code, QStringLiteral("review.claimed_by_other"));
}

TEST_F(AuthorTest, ABatchThatWasRefusedWholeIsNotSent) {
  gateway.handle("POST", QStringLiteral("/transaction/batches"), [](const HttpRequest&) {
    HttpAnswer answer = done();
    answer.body =
        R"({"batch":"aa","height":7,"position":0,"final":true,"count":1,"done":0,"failures":[],
            "refused":{"code":"batch.expired","message":"M","remedy":"R"}})";
    return answer;
  });
  const auto sent = resultOf(author.send(command, Wait::kCommitted));
  ASSERT_FALSE(sent);
  EXPECT_EQ(sent.error().code, QStringLiteral("batch.expired"));
}

TEST_F(AuthorTest, AnAnswerThatIsNoReceiptIsNotTakenForOne) {
  for (const char* body : {R"({})", R"({"batch":"aa","height":7})", R"({"failures":[]})"}) {
    gateway.handle("POST", QStringLiteral("/transaction/batches"), [body](const HttpRequest&) {
      HttpAnswer answer = done();
      answer.body = body;
      return answer;
    });
    const auto sent = resultOf(author.send(command, Wait::kCommitted));
    ASSERT_FALSE(sent) << body;
    EXPECT_EQ(sent.error().code, QStringLiteral("client.bad_answer")) << body;
  }
}

TEST_F(AuthorTest, AClosedSessionIsFollowedByANewOne) {
  int calls = 0;
  gateway.handle("POST", QStringLiteral("/transaction/batches"), [&calls](const HttpRequest&) {
    HttpAnswer answer = done();
    if (++calls == 1) {
      answer.status = 409;
      answer.body = R"({"code":"session.closed","detail":"Nobody used it."})";
    }
    return answer;
  });
  ASSERT_TRUE(resultOf(author.send(command, Wait::kCommitted)));
  const auto bytes = submitted();
  ASSERT_EQ(bytes.size(), 2);
  EXPECT_NE(wire::parseBatch(viewOf(bytes[0]))->session, wire::parseBatch(viewOf(bytes[1]))->session);
}

}  // namespace
}  // namespace aurigraph::ui
