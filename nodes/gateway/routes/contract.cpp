// Commands in JSON: made into bytes to sign, tried without writing, submitted with their signature.

#include <random>

#include "core/wire/describe.h"
#include "core/wire/session_number.h"
#include "nodes/gateway/access.h"
#include "nodes/gateway/http/members.h"
#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/routes/routes.h"
#include "nodes/gateway/views/command_json.h"
#include "nodes/gateway/views/render.h"

namespace aurigraph::gateway {

using ledger::Ledger;

namespace {

struct Parts {
  LedgerReader ledger;
  Submission submission;
  const Digest& genesis;
  Lane lane;
  Clock now;
};

// Hex doubles the bytes; a JSON frame and signature come on top.
constexpr std::size_t kMaxJsonBytes = 2 * kMaxBatchBytes + 64 * 1024;
constexpr std::size_t kSimulatedPerTurn = 16;  // A record is scored again; the replica has more to do.
constexpr std::int64_t kDefaultValidSeconds = 120;
// Less than the ledger's hour: its time may be a little behind this clock.
constexpr std::int64_t kMaxValidSeconds = limits::kLongestValidity / 1'000'000'000 - 60;

struct NextRequest {
  SessionNumber session;
  RequestNumber request;
};

/// In a session of its own unless one is named: programs that prepare at the same time do not meet.
Task<Result<NextRequest>> nextRequest(const Parts& parts, PublicKey author, SessionNumber wanted) {
  std::function<Result<NextRequest>(const Ledger&)> look =
      [author, wanted, clock = parts.now(),
       random = std::random_device{}()](const Ledger& ledger) -> Result<NextRequest> {
    if (wanted == SessionNumber())
      return NextRequest{wire::freshSession(ledger.highestSession(author), clock, random), RequestNumber(1)};
    const auto next = ledger.nextRequest(author, wanted);
    if (!next) {
      const auto words = ledger::describe(ledger::ReasonCode::kSessionClosed);
      return fail(words.code, std::string(words.message), std::string(words.remedy));
    }
    return NextRequest{wanted, *next};
  };
  co_return co_await parts.ledger.read<NextRequest>(std::move(look));
}

std::vector<wire::AnyCommand> commandsIn(Members& members) {
  std::vector<wire::AnyCommand> out;
  const auto* list = members.require("commands");
  if (list == nullptr) return out;
  if (!list->is(json::Type::kArray) || list->items.empty() ||
      list->items.size() > limits::kMaxCommandsPerBatch) {
    members.refuse("commands", "must be a list of 1 to 256 commands");
    return out;
  }
  for (const auto& each : list->items) {
    auto command = commandFromJson(each, "commands[" + std::to_string(out.size()) + "]");
    if (!command) {
      members.refuse(command.error());
      return out;
    }
    out.push_back(std::move(*command));
  }
  return out;
}

Task<Response> prepareRoute(const Parts& parts, RequestRef request) {
  const auto body = jsonBody(request->body);
  if (!body) co_return problem(body.error());
  Members members(body->root());
  const auto author = members.hex<PublicKey>("author");
  const auto commands = commandsIn(members);
  auto session = members.number("session", UINT64_MAX, 0);
  auto number = members.number("request", UINT64_MAX, 0);
  const auto valid = members.number("valid_for_seconds", kMaxValidSeconds, kDefaultValidSeconds, 1);
  if (const auto read = members.finish(); !read) co_return problem(read.error());
  const auto next = co_await nextRequest(parts, author, SessionNumber(session));
  if (!next) co_return problem(next.error());
  session = next->session.value;
  if (number == 0) number = next->request.value;

  std::vector<wire::Command> encoded;
  boost::json::array words;
  std::size_t totalBytes = 0;
  for (const auto& command : commands) {
    encoded.push_back({static_cast<std::uint16_t>(wire::kindOf(command)), wire::encodePayload(command)});
    const auto size = encoded.back().payload.size();
    totalBytes += size + 8;
    if (size > limits::kMaxCommandPayloadBytes || totalBytes > limits::kBufferBodyBytes)
      co_return problem(
          Error{"command.too_large", "The commands are too large for one batch.", "Send fewer at once."});
    for (const auto& line : wire::describe(command)) words.push_back(boost::json::string(line));
  }
  const auto validUntil = Nanoseconds(parts.now().value + static_cast<std::int64_t>(valid) * 1'000'000'000);
  const wire::BatchDraft draft{.genesis = parts.genesis,
                               .lane = parts.lane,
                               .session = SessionNumber(session),
                               .request = RequestNumber(number),
                               .validUntil = validUntil};
  const auto bytes = wire::draftCommands(draft, encoded, author);
  const auto header = wire::parseBatch(bytes);
  if (!header) co_return problem(header.error());
  co_return jsonResponse(Object{{"bytes", toHex(bytes)},
                                {"digest", hexOf(header->signingDigest())},
                                {"words", std::move(words)},
                                {"session", session},
                                {"request", number},
                                {"valid_until", std::to_string(validUntil.value)},
                                {"valid_until_text", timeText(validUntil, TimeForm::kMilliseconds)}});
}

struct Answers {
  Height height;
  std::vector<std::vector<ledger::Reason>> reasons;
};

/// What an author may do tells what is said about others and what an account has: it is for himself, and for
/// who may read all.
bool maySimulate(const Ledger& ledger, const PublicKey& reader, const PublicKey& author) {
  const auto id = ledger.actingIdentity(reader);
  return ledger.allows(reader, wire::Permission::kReadAll) || (id && ledger.identityOf(author) == id);
}

Task<Result<Answers>> simulateSome(const Parts& parts, PublicKey reader, PublicKey author,
                                   std::vector<wire::AnyCommand> some) {
  std::function<Result<Answers>(const Ledger&)> look =
      [reader, author, some = std::move(some), clock = parts.now()](const Ledger& ledger) -> Result<Answers> {
    if (!maySimulate(ledger, reader, author))
      return forbidden("What an author may do is told to the author, and to who may read all.");
    Answers out{.height = ledger.height(), .reasons = {}};
    for (const auto& command : some) out.reasons.push_back(ledger.simulate(command, author, clock));
    return out;
  };
  co_return co_await parts.ledger.read<Answers>(std::move(look));
}

Object renderAnswer(std::size_t index, const std::vector<ledger::Reason>& reasons) {
  boost::json::array list;
  for (const auto& reason : reasons) {
    const auto words = ledger::describe(reason.code);
    Object one{{"code", words.code}, {"message", words.message}, {"remedy", words.remedy}};
    if (reason.detail != 0) one["parameter"] = std::to_string(reason.detail);
    list.push_back(std::move(one));
  }
  return {{"index", index}, {"ok", reasons.empty()}, {"reasons", std::move(list)}};
}

// Every command as if it came next and alone: what an earlier one would change is not there.
Task<Response> simulateRoute(const Parts& parts, RequestRef request) {
  const auto body = jsonBody(request->body);
  if (!body) co_return problem(body.error());
  Members members(body->root());
  const auto author = members.hex<PublicKey>("author");
  const auto commands = commandsIn(members);
  if (const auto read = members.finish(); !read) co_return problem(read.error());
  Height height;
  boost::json::array items;
  while (items.size() < commands.size()) {
    const auto from = commands.begin() + static_cast<std::ptrdiff_t>(items.size());
    const auto count = std::min(kSimulatedPerTurn, commands.size() - items.size());
    std::vector<wire::AnyCommand> some(from, from + static_cast<std::ptrdiff_t>(count));
    const auto answers = co_await simulateSome(parts, request->signedIn(), author, std::move(some));
    if (!answers) co_return problem(answers.error());
    height = answers->height;
    for (const auto& reasons : answers->reasons) items.push_back(renderAnswer(items.size(), reasons));
  }
  co_return jsonResponse(Object{{"height", height.value}, {"items", std::move(items)}});
}

Task<Response> submitPreparedRoute(const Parts& parts, RequestRef request) {
  const auto final = waitForFinal(*request);
  if (!final) co_return problem(final.error());
  const auto body = jsonBody(request->body);
  if (!body) co_return problem(body.error());
  Members members(body->root());
  auto bytes = members.bytes("bytes", kMaxBatchBytes);
  const auto signature = members.hex<Signature>("signature");
  if (const auto read = members.finish(); !read) co_return problem(read.error());
  if (bytes.size() < limits::kBatchHeaderBytes)
    co_return problem(Error{"batch.truncated", "The bytes are shorter than a batch's header.",
                            "Send `bytes` as prepared."});
  std::copy(signature.bytes.begin(), signature.bytes.end(),
            bytes.begin() + offsetof(wire::BatchHeader, signature));
  co_return co_await submitBytes(parts.submission, std::move(bytes), *final);
}

}  // namespace

std::vector<Route> contractRoutes(LedgerReader ledger, Submission submission, const Digest& genesis,
                                  Lane lane, Clock now) {
  const Parts parts{.ledger = ledger,
                    .submission = std::move(submission),
                    .genesis = genesis,
                    .lane = lane,
                    .now = std::move(now)};
  return {
      {.method = Method::kPost,
       .path = "/api/v11/contract/prepare",
       .who = Who::kAnyone,
       .budget = Budget::kContract,
       .maxBodyBytes = kMaxJsonBytes,
       .needs = Needs::kLedger,
       .handler = with(parts, prepareRoute)},
      {.method = Method::kPost,
       .path = "/api/v11/contract/simulate",
       .who = Who::kSignedIn,
       .budget = Budget::kContract,
       .maxBodyBytes = kMaxJsonBytes,
       .needs = Needs::kLedger,
       .handler = with(parts, simulateRoute)},
      {.method = Method::kPost,
       .path = "/api/v11/contract/submit",
       .who = Who::kAnyone,
       .budget = Budget::kContract,
       .maxBodyBytes = kMaxJsonBytes,
       .needs = Needs::kLedger,
       .handler = with(parts, submitPreparedRoute)},
  };
}

}  // namespace aurigraph::gateway
