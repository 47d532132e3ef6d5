// Signed operations over real HTTPS: what is done, and what is refused with which stable code.

#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "nodes/gateway/http/router.h"
#include "tests/support/gateway_fixture.h"
#include "tests/unit/gateway/forgetful_business.h"
#include "tests/unit/gateway/raw_client.h"

namespace aurigraph::gateway {
namespace {

using namespace aurigraph::test;
using client::Wait;

class Transactions : public ::testing::Test {
 protected:
  GatewayFixture fixture_;
  std::unique_ptr<client::ApiClient> api_ = fixture_.client();
  Digest genesis_ = fixture_.business().digest();

  wire::BatchDraft draft(std::uint64_t session, std::uint64_t request) const {
    return {.genesis = genesis_,
            .lane = Lane(0),
            .session = SessionNumber(session),
            .request = RequestNumber(request),
            .validUntil = Nanoseconds(systemTime().value + 60 * kSecond)};
  }
  Bytes registerIdentity(const wire::BatchDraft& with, const Person& author, const std::string& name,
                         std::uint8_t key) const {
    const wire::AnyCommand command =
        wire::RegisterIdentity{name, keyNumber(key).publicKey(), wire::maskOf(wire::Role::kHolder)};
    const std::vector<wire::Command> commands = {
        {static_cast<std::uint16_t>(kindOf(command)), encodePayload(command)}};
    return wire::signCommands(with, commands, author.key);
  }
};

TEST_F(Transactions, CommittedThenFinalIsSaidTruly) {
  fixture_.business().holdCertificates(true);
  const auto batch = registerIdentity(draft(1, 1), administrator(), "ann", 201);
  const auto committed = api_->submit(batch, Wait::kCommitted);
  ASSERT_TRUE(committed.has_value()) << committed.error().message;
  EXPECT_TRUE(committed->allDone());
  EXPECT_FALSE(committed->final);
  fixture_.business().holdCertificates(false);
  const auto final = api_->submit(batch, Wait::kFinal);
  ASSERT_TRUE(final.has_value()) << final.error().message;
  EXPECT_TRUE(final->final);
  EXPECT_EQ(final->height, committed->height);
  EXPECT_EQ(final->batch, committed->batch);
}

TEST_F(Transactions, TheSameBytesAgainGiveTheFirstOutcome) {
  const auto batch = registerIdentity(draft(1, 1), administrator(), "ann", 201);
  const auto first = api_->submit(batch, Wait::kFinal);
  const auto second = api_->submit(batch, Wait::kFinal);
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->height, second->height);
  EXPECT_TRUE(second->allDone());
}

TEST_F(Transactions, AForgedSignatureIsRefused) {
  auto batch = registerIdentity(draft(1, 1), administrator(), "ann", 201);
  batch[offsetof(wire::BatchHeader, signature) + 5] ^= 1;
  const auto reply = api_->submit(batch, Wait::kCommitted);
  ASSERT_FALSE(reply.has_value());
  EXPECT_EQ(reply.error().code, "batch.bad_signature");
  EXPECT_FALSE(reply.error().remedy.empty());
}

TEST_F(Transactions, AChangedBodyIsRefused) {
  auto batch = registerIdentity(draft(1, 1), administrator(), "ann", 201);
  batch.back() ^= 1;
  const auto reply = api_->submit(batch, Wait::kCommitted);
  ASSERT_FALSE(reply.has_value());
  EXPECT_EQ(reply.error().code, "batch.bad_body_root");
}

TEST_F(Transactions, AnotherBatchUnderAnOldNumberIsRefused) {
  ASSERT_TRUE(api_->submit(registerIdentity(draft(1, 1), administrator(), "ann", 201), Wait::kCommitted));
  const auto reply =
      api_->submit(registerIdentity(draft(1, 1), administrator(), "ben", 202), Wait::kCommitted);
  ASSERT_FALSE(reply.has_value());
  EXPECT_EQ(reply.error().code, "session.replayed");
}

TEST_F(Transactions, ANumberAheadOfItsTurnIsRefused) {
  const auto reply =
      api_->submit(registerIdentity(draft(1, 5), administrator(), "ann", 201), Wait::kCommitted);
  ASSERT_FALSE(reply.has_value());
  EXPECT_EQ(reply.error().code, "session.gap");
}

TEST_F(Transactions, AStrangersKeyIsRefused) {
  const Person stranger{"stranger", IdentityId(0), keyNumber(250)};
  const auto reply = api_->submit(registerIdentity(draft(1, 1), stranger, "ann", 201), Wait::kCommitted);
  ASSERT_FALSE(reply.has_value());
  EXPECT_EQ(reply.error().code, "batch.unknown_author");
}

TEST_F(Transactions, ABatchOf8191IsRefusedByItsCount) {
  const std::vector<wire::Transfer> transfers(limits::kMaxTransfersPerBatch, wire::Transfer{});
  auto batch = wire::signTransfers(draft(1, 1), transfers, holder().key);
  wire::BatchHeader header;
  std::memcpy(&header, batch.data(), sizeof(header));
  header.count = limits::kMaxTransfersPerBatch + 1;
  header.bodySize = header.count * limits::kTransferBytes;
  std::memcpy(batch.data(), &header, sizeof(header));
  batch.resize(batch.size() + limits::kTransferBytes);
  const auto reply = api_->submit(batch, Wait::kCommitted);
  ASSERT_FALSE(reply.has_value());
  EXPECT_EQ(reply.error().code, "batch.too_many_transfers");
}

TEST_F(Transactions, AnOversizeBodyIsRefusedBeforeItIsRead) {
  RawClient raw(fixture_.clientOptions());
  const auto answer = raw.say(
      "POST /api/v11/transaction/batches HTTP/1.1\r\nHost: x\r\nContent-Type: application/octet-stream\r\n"
      "Content-Length: 900000000\r\n\r\n");
  EXPECT_EQ(answer.status, 413U);
  EXPECT_EQ(answer.code(), "request.too_large");
}

TEST_F(Transactions, AnEndlessChunkedBodyIsRefused) {
  RawClient raw(fixture_.clientOptions());
  std::string text = "POST /api/v11/auth/challenge HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (int i = 0; i < 8; ++i) text += "400\r\n" + std::string(1'024, 'x') + "\r\n";
  const auto answer = raw.say(text);
  EXPECT_EQ(answer.status, 413U);
  EXPECT_EQ(answer.code(), "request.too_large");
}

TEST_F(Transactions, SomebodyElsesAccountAndAnUnknownOneAreTwoReasons) {
  issueProperty(*api_, genesis_, "US-1", "HOUSE", 1'000);
  client::Author thief(*api_, holder2().key, genesis_);
  const auto token = api_->tokenId("HOUSE").value();
  expectDone(thief.send(wire::OpenAccount{holder2().id, token}, Wait::kCommitted));
  wire::Transfer steal;
  steal.debit = api_->account(issuer().id, token).value().value;
  steal.credit = api_->account(holder2().id, token).value().value;
  steal.amount = 10;
  steal.token = token.value;
  wire::Transfer lost = steal;
  lost.debit = steal.credit;
  lost.credit = AccountHandle::of(Lane(0), 99'999).value;
  const auto reply = thief.send(std::vector<wire::Transfer>{steal, lost}, Wait::kFinal);
  ASSERT_TRUE(reply.has_value()) << reply.error().message;
  ASSERT_EQ(reply->failures.size(), 2U);
  EXPECT_EQ(reply->failures[0].code, ledger::describe(ledger::ReasonCode::kNotYourAccount).code);
  EXPECT_EQ(reply->failures[1].code, ledger::describe(ledger::ReasonCode::kUnknownAccount).code);
  EXPECT_EQ(client::asStatus(*reply).error().code, reply->failures[0].code);
}

TEST_F(Transactions, AnOutcomeCanBeAskedForLater) {
  const auto batch = registerIdentity(draft(1, 1), administrator(), "ann", 201);
  const auto first = api_->submit(batch, Wait::kFinal).value();
  ASSERT_TRUE(eventually([&] {
    const auto later = api_->batch(first.batch);
    return later && later->final && later->height == first.height;
  }));
  const auto unknown = api_->batch(filled<Digest>(7));
  ASSERT_FALSE(unknown.has_value());
  EXPECT_EQ(unknown.error().code, "batch.unknown");
}

TEST_F(Transactions, NoAnswerInTimeIsSaidAndTheBytesMayBeSentAgain) {
  GatewayFixture impatient(
      [](GatewayOptions& options, GatewayParts&) { options.answerTimeout = std::chrono::milliseconds(100); },
      &fixture_.business());
  fixture_.business().swallow(true);
  const auto batch = registerIdentity(draft(1, 1), administrator(), "ann", 201);
  const auto reply = impatient.client()->submit(batch, Wait::kCommitted);
  ASSERT_FALSE(reply.has_value());
  EXPECT_EQ(reply.error().code, "gateway.timeout");
  fixture_.business().swallow(false);
  expectDone(impatient.client()->submit(batch, Wait::kCommitted));
}

/// What is committed is never told as failed, refused or unknown because its certificate is late.
TEST_F(Transactions, ACertificateThatDoesNotComeLeavesTheOutcomeCommitted) {
  GatewayFixture impatient(
      [](GatewayOptions& options, GatewayParts&) { options.answerTimeout = std::chrono::milliseconds(500); },
      &fixture_.business());
  fixture_.business().holdCertificates(true);
  const auto batch = registerIdentity(draft(1, 1), administrator(), "ann", 201);
  const auto reply = impatient.client()->submit(batch, Wait::kFinal);
  ASSERT_TRUE(reply.has_value()) << reply.error().code;
  EXPECT_TRUE(reply->allDone());
  EXPECT_FALSE(reply->final);
  EXPECT_EQ(reply->height, Height(1));
  const auto outcome = impatient.client()->post(
      "/contract/submit?wait=final",
      {{"bytes", toHex(batch)}, {"signature", toHex(wire::parseBatch(batch)->signature.view())}});
  ASSERT_TRUE(outcome.has_value()) << outcome.error().code;
  EXPECT_EQ(outcome->at("note").at("code").as_string(), "finality.not_known_yet");
  fixture_.business().holdCertificates(false);
  EXPECT_TRUE(impatient.client()->submit(batch, Wait::kFinal)->final)
      << "and the note goes with the certificate";
}

TEST_F(Transactions, ANodeThatOwesTooManyAnswersSaysSoAndTheOutcomeIsCommitted) {
  ForgetfulBusiness forgetful(fixture_.business());
  GatewayFixture gateway([&](GatewayOptions&, GatewayParts& parts) { parts.service = &forgetful; },
                         &fixture_.business());
  const auto reply =
      gateway.client()->submit(registerIdentity(draft(1, 1), administrator(), "ann", 201), Wait::kFinal);
  ASSERT_TRUE(reply.has_value()) << reply.error().code;
  EXPECT_FALSE(reply->final);
  EXPECT_TRUE(reply->allDone());
}

// ---- prepare and submit ----

TEST_F(Transactions, APreparedCommandIsTheSameBytesAndWordsForAPerson) {
  const auto prepared =
      api_->post("/contract/prepare", {{"author", toHex(administrator().key.publicKey().view())},
                                       {"commands",
                                        {{{"kind", "register-identity"},
                                          {"name", "ann"},
                                          {"key", toHex(keyNumber(201).publicKey().view())},
                                          {"roles", {"holder"}}}}}});
  ASSERT_TRUE(prepared.has_value()) << prepared.error().message;
  // The person's own program decodes what it is asked to sign.
  const auto bytes = fromHex(std::string(prepared->at("bytes").as_string())).value();
  const auto header = wire::parseBatch(bytes).value();
  EXPECT_EQ(header.author, administrator().key.publicKey());
  EXPECT_EQ(toHex(header.signingDigest().view()), prepared->at("digest").as_string());
  const auto commands = wire::splitCommands(header.count, ByteView(bytes).subspan(sizeof(header))).value();
  const auto command = wire::decodeCommand(commands[0].kind, commands[0].payload).value();
  EXPECT_EQ(std::get<wire::RegisterIdentity>(command).name, "ann");
  EXPECT_EQ(prepared->at("words").at(0).as_string(), "Register identity");
  EXPECT_EQ(prepared->at("words").at(1).as_string(), "name: ann");

  const auto signature = administrator().key.sign(header.signingDigest());
  const auto outcome = api_->post("/contract/submit?wait=final",
                                  {{"bytes", prepared->at("bytes")}, {"signature", toHex(signature.view())}});
  ASSERT_TRUE(outcome.has_value()) << outcome.error().message;
  EXPECT_FALSE(outcome->as_object().contains("refused"));
  EXPECT_TRUE(api_->identityOf(keyNumber(201).publicKey()).has_value());
}

TEST_F(Transactions, APreparedSubmissionAgainGivesTheFirstOutcomeAlsoByDigest) {
  using boost::json::array;
  using boost::json::object;
  const auto prepared =
      api_->post("/contract/prepare",
                 object{{"author", toHex(administrator().key.publicKey().view())},
                        {"commands", array{object{{"kind", "register-identity"},
                                                  {"name", "ann"},
                                                  {"key", toHex(keyNumber(201).publicKey().view())},
                                                  {"roles", array{"holder"}}}}}})
          .value();
  const auto digest = fixedFromHex<Digest>(std::string(prepared.at("digest").as_string())).value();
  const object signedBytes{{"bytes", prepared.at("bytes")},
                           {"signature", toHex(administrator().key.sign(digest).view())}};
  const auto first = api_->post("/contract/submit?wait=final", signedBytes).value();
  EXPECT_EQ(first.at("done").to_number<int>(), 1);
  // Whoever lost the answer may press again: executed once, answered twice.
  EXPECT_EQ(api_->post("/contract/submit?wait=final", signedBytes).value(), first);
  EXPECT_TRUE(eventually([&] {
    return api_->get("/query/blocks").value().at("items").as_array().size() == 1U;
  }));  // lists follow
  const auto path = "/transaction/batches/" + std::string(first.at("batch").as_string());
  ASSERT_TRUE(eventually([&] {
    const auto found = api_->get(path);
    return found && found->at("final").as_bool();
  }));
  const auto found = api_->get(path).value();
  for (const char* name : {"batch", "height", "position", "count", "done", "failures"})
    EXPECT_EQ(found.at(name), first.at(name)) << name;
}

TEST_F(Transactions, PreparationsOfTwoProgramsDoNotMeetAndSessionsCanBeAskedFor) {
  using boost::json::array;
  using boost::json::object;
  const auto key = toHex(administrator().key.publicKey().view());
  const auto prepare = [&](std::uint8_t person, std::optional<std::uint64_t> session) {
    object body{{"author", key},
                {"commands", array{object{{"kind", "register-identity"},
                                          {"name", "person-" + std::to_string(person)},
                                          {"key", toHex(keyNumber(person).publicKey().view())},
                                          {"roles", array{"holder"}}}}}};
    if (session) body["session"] = *session;
    return api_->post("/contract/prepare", body);
  };
  const auto submit = [&](const boost::json::value& prepared) {
    const auto digest = fixedFromHex<Digest>(std::string(prepared.at("digest").as_string())).value();
    return api_->post("/contract/submit",
                      object{{"bytes", prepared.at("bytes")},
                             {"signature", toHex(administrator().key.sign(digest).view())}});
  };
  EXPECT_EQ(api_->get("/query/sessions/" + key).value(),
            (boost::json::value{{"author", key}, {"highest_session", 0}, {"open", array{}}}));
  const auto first = prepare(201, 3).value();
  ASSERT_TRUE(submit(first).has_value());
  const auto second = prepare(202, std::nullopt).value();
  EXPECT_GT(second.at("session").to_number<std::uint64_t>(), 3U);
  EXPECT_EQ(second.at("request").to_number<int>(), 1);
  const auto third = prepare(203, 3).value();
  EXPECT_EQ(third.at("request").to_number<int>(), 2);
  ASSERT_TRUE(submit(third).has_value());
  ASSERT_TRUE(submit(second).has_value()) << "prepared before, sent after";

  const auto sessions = api_->sessions(administrator().key.publicKey()).value();
  ASSERT_EQ(sessions.open.size(), 2U);
  EXPECT_EQ(sessions.open.at(SessionNumber(3)), RequestNumber(2));
  EXPECT_EQ(sessions.highest.value, second.at("session").to_number<std::uint64_t>());
}

/// R-LED-6: the same bytes again are answered alike, also when the ledger has forgotten the answer.
TEST_F(Transactions, WhatWasExecutedLongAgoIsAnsweredFromTheBlocks) {
  const auto first = registerIdentity(draft(1, 1), administrator(), "ann", 201);
  const auto answer = api_->submit(first, Wait::kFinal);
  ASSERT_TRUE(answer && answer->allDone());
  for (std::uint64_t session = 2; session <= limits::kSessionsPerAuthor + 1; ++session) {
    const auto person = static_cast<std::uint8_t>(130 + session);
    ASSERT_TRUE(api_->submit(
        registerIdentity(draft(session, 1), administrator(), "person-" + std::to_string(person), person),
        Wait::kCommitted));
  }
  ASSERT_TRUE(eventually([&] { return api_->batch(answer->batch).has_value(); }));
  const auto again = api_->submit(first, Wait::kFinal);
  ASSERT_TRUE(again) << again.error().code;
  EXPECT_TRUE(again->allDone());
  EXPECT_EQ(again->height, answer->height);
  const auto other = api_->submit(registerIdentity(draft(1, 1), administrator(), "bob", 202), Wait::kFinal);
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, "session.closed") << "other bytes of that session are not";
}

TEST_F(Transactions, NothingIsPreparedInAClosedSession) {
  for (std::uint64_t session = 1; session <= limits::kSessionsPerAuthor + 1; ++session) {
    const auto person = static_cast<std::uint8_t>(130 + session);
    const auto reply = api_->submit(
        registerIdentity(draft(session, 1), administrator(), "person-" + std::to_string(person), person),
        Wait::kCommitted);
    ASSERT_TRUE(reply && reply->allDone());
  }
  const auto refused = api_->post(
      "/contract/prepare", {{"author", toHex(administrator().key.publicKey().view())},
                            {"session", 1},
                            {"commands", {{{"kind", "open-account"}, {"identity", 1}, {"token", 1}}}}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "session.closed");
}

TEST_F(Transactions, MalformedPreparationsAreRefusedByField) {
  const auto author = toHex(administrator().key.publicKey().view());
  const auto refuse = [&](const boost::json::value& body) {
    const auto reply = api_->post("/contract/prepare", body);
    return reply ? std::string("accepted") : std::string(reply.error().code) + " " + reply.error().message;
  };
  EXPECT_TRUE(
      refuse({{"author", author}, {"commands", boost::json::array{}}}).starts_with("request.bad_field"));
  EXPECT_TRUE(refuse({{"author", "zz"}, {"commands", boost::json::array{}}})
                  .starts_with("request.bad_field 'author'"));
  EXPECT_TRUE(
      refuse({{"author", author}, {"commands", {{{"kind", "fly"}}}}}).starts_with("command.unknown_kind"));
  EXPECT_TRUE(
      refuse({{"author", author}, {"commands", {{{"kind", "open-account"}, {"identity", -1}, {"token", 1}}}}})
          .starts_with("request.bad_field 'commands[0].identity'"));
  EXPECT_TRUE(refuse({{"author", author}, {"commands", {{{"kind", "decide-review"}, {"record", "00"}}}}})
                  .starts_with("request.bad_field 'commands[0].record'"));
}

TEST_F(Transactions, BrokenJsonIsRefused) {
  RawClient raw(fixture_.clientOptions());
  for (const std::string body : {"{", "[1,2]", "", "{\"a\":1}x", "\xff\xfe"}) {
    const auto answer = raw.say("POST /api/v11/contract/prepare HTTP/1.1\r\nHost: x\r\nContent-Length: " +
                                std::to_string(body.size()) + "\r\n\r\n" + body);
    EXPECT_EQ(answer.status, 400U) << body;
    EXPECT_EQ(answer.code(), "request.bad_json") << body;
  }
  std::string deep;
  for (int i = 0; i < 1'000; ++i) deep += "{\"a\":";
  const auto answer = raw.say("POST /api/v11/contract/prepare HTTP/1.1\r\nHost: x\r\nContent-Length: " +
                              std::to_string(deep.size()) + "\r\n\r\n" + deep);
  EXPECT_EQ(answer.code(), "request.bad_json");
}

}  // namespace
}  // namespace aurigraph::gateway
