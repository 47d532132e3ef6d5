#include "nodes/client/author.h"

#include <chrono>
#include <mutex>
#include <random>

#include "core/base/assert.h"
#include "core/wire/session_number.h"
#include "nodes/client/answers.h"

namespace aurigraph::client {

namespace {

constexpr std::int64_t kValidNanoseconds = 120LL * 1'000'000'000;
// A session that was closed since, or a number that is not the next: begin anew that often.
constexpr int kMaxSessions = 3;

std::int64_t systemNanoseconds() {
  return std::chrono::system_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}

// The ledger's codes for "this session or number is not the one to use": nothing was executed.
bool wantsNewSession(const BatchReply& reply) {
  return reply.refused && reply.refused->code.starts_with("session.");
}

}  // namespace

Result<wire::BatchDraft> draftOfNewSession(ApiClient& client, const PublicKey& author, const Digest& genesis,
                                           Lane lane) {
  const auto known = client.sessions(author);
  if (!known) return propagate(known);
  const auto clock = systemNanoseconds();
  return wire::BatchDraft{
      .genesis = genesis,
      .lane = lane,
      .session = wire::freshSession(known->highest, Nanoseconds(clock), std::random_device{}()),
      .request = RequestNumber(1),
      .validUntil = Nanoseconds(clock + kValidNanoseconds)};
}

struct Author::State {
  State(ApiClient& api, const crypto::SigningKey& signingKey, const Digest& digest, Lane of)
      : client(api), key(signingKey), genesis(digest), lane(of) {}

  ApiClient& client;
  crypto::SigningKey key;
  Digest genesis;
  Lane lane;
  std::mutex mutex;  // one batch under way at a time
  SessionNumber session;
  RequestNumber next;

  Status openSession() {
    const auto draft = draftOfNewSession(client, key.publicKey(), genesis, lane);
    if (!draft) return propagate(draft);
    session = draft->session;
    next = draft->request;
    return {};
  }

  template <class Sign>
  Result<BatchReply> send(Sign sign, Wait wait) {
    const std::lock_guard lock(mutex);
    for (int attempt = 1;; ++attempt) {
      if (session.value == 0)
        if (auto opened = openSession(); !opened) return propagate(opened);
      const Bytes batch =
          sign(wire::BatchDraft{.genesis = genesis,
                                .lane = lane,
                                .session = session,
                                .request = next,
                                .validUntil = Nanoseconds(systemNanoseconds() + kValidNanoseconds)});
      std::uint32_t sendings = 0;
      auto reply = client.submit(batch, wait, &sendings);
      if (reply && !reply->refused) {
        next = next.next();
        return reply;
      }
      // Whether the ledger has counted, or will count, the number depends on the reason; a session of its
      // own cannot be wrong, and leaves no gap.
      session = SessionNumber();
      const bool otherSession = reply ? wantsNewSession(*reply) : reply.error().code.starts_with("session.");
      if (!otherSession) return reply;
      if (sendings > 1)
        return fail(
            "client.outcome_unknown",
            "The batch was sent twice and the second one was refused; the first may have been executed.",
            "Ask for batch " + toHex(wire::parseBatch(batch)->digest().view()) + " before you send it anew.");
      if (attempt == kMaxSessions) return reply;
    }
  }
};

Author::Author(ApiClient& client, const crypto::SigningKey& key, const Digest& genesis, Lane lane)
    : state_(std::make_unique<State>(client, key, genesis, lane)) {}
Author::~Author() = default;

const PublicKey& Author::publicKey() const {
  return state_->key.publicKey();
}

Result<BatchReply> Author::send(const wire::AnyCommand& command, Wait wait) {
  return send(std::span<const wire::AnyCommand>(&command, 1), wait);
}

Result<BatchReply> Author::send(std::span<const wire::AnyCommand> commands, Wait wait) {
  AG_ASSERT(!commands.empty() && commands.size() <= limits::kMaxCommandsPerBatch);
  std::vector<wire::Command> encoded;
  for (const auto& command : commands)
    encoded.push_back({static_cast<std::uint16_t>(wire::kindOf(command)), wire::encodePayload(command)});
  return state_->send(
      [&](const wire::BatchDraft& draft) { return wire::signCommands(draft, encoded, state_->key); }, wait);
}

Result<BatchReply> Author::send(std::span<const wire::Transfer> transfers, Wait wait) {
  AG_ASSERT(!transfers.empty() && transfers.size() <= limits::kMaxTransfersPerBatch);
  return state_->send(
      [&](const wire::BatchDraft& draft) { return wire::signTransfers(draft, transfers, state_->key); },
      wait);
}

Status asStatus(const BatchReply& reply) {
  if (reply.allDone()) return {};
  return tl::unexpected<Error>(asError(reply.refused ? *reply.refused : reply.failures.front()));
}

}  // namespace aurigraph::client
