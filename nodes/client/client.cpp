#include "nodes/client/client.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <mutex>
#include <thread>

#include "core/base/decimal.h"
#include "core/crypto/sha256.h"
#include "core/wire/sign_in.h"
#include "nodes/client/answers.h"
#include "nodes/client/https.h"

namespace aurigraph::client {

namespace asio = boost::asio;
using http_verb = boost::beast::http::verb;

namespace {

constexpr std::string_view kApi = "/api/v11";
constexpr std::size_t kIdleConnections = 8;
constexpr std::chrono::milliseconds kFirstPause{50};
constexpr std::chrono::milliseconds kLongestPause{1'000};

// What may be said twice without harm: reading, and what is idempotent by its content.
enum class Repeat : std::uint8_t {
  kSafe,
  kStale,  ///< Only once more, when a connection that lay idle has broken.
  kNever
};

HttpRequest submission(ByteView batch, Wait wait) {
  return {
      .method = http_verb::post,
      .target = std::string("/transaction/batches?wait=") + (wait == Wait::kFinal ? "final" : "committed"),
      .contentType = "application/octet-stream",
      .body = batch};
}

}  // namespace

std::string escaped(std::string_view text) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (const char raw : text) {
    const auto byte = static_cast<std::uint8_t>(raw);
    if (std::isalnum(byte) != 0 || raw == '-' || raw == '_' || raw == '.' || raw == '~') {
      out.push_back(raw);
    } else {
      out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return out;
}

struct ApiClient::State {
  explicit State(ClientOptions given) : options(std::move(given)), tls(asio::ssl::context::tls_client) {}

  ClientOptions options;
  asio::ssl::context tls;
  std::mutex mutex;  // guards what follows
  std::vector<std::unique_ptr<HttpsConnection>> idle;
  std::string token;

  Result<std::unique_ptr<HttpsConnection>> connection(Clock::time_point deadline, bool fresh) {
    if (!fresh) {
      const std::lock_guard lock(mutex);
      if (!idle.empty()) {
        auto out = std::move(idle.back());
        idle.pop_back();
        return out;
      }
    }
    auto out = std::make_unique<HttpsConnection>(
        tls, options.serverName.empty() ? options.host : options.serverName);
    if (auto connected = out->connect(options.host, options.port, deadline); !connected)
      return propagate(connected);
    return out;
  }

  void giveBack(std::unique_ptr<HttpsConnection> connection) {
    if (!connection->reusable()) return;
    const std::lock_guard lock(mutex);
    if (idle.size() < kIdleConnections) idle.push_back(std::move(connection));
  }

  std::string bearer() {
    const std::lock_guard lock(mutex);
    return token;
  }

  /// Repeats within the deadline: lost connections, "busy", "recovering" and "no leader" if that is safe; a
  /// stale idle connection always, as long as nothing was sent on it before it broke.
  Result<HttpAnswer> call(HttpRequest request, Repeat repeat, std::uint32_t* sendings = nullptr) {
    const auto deadline = Clock::now() + options.timeout;
    std::optional<HttpAnswer> signInIsOver;
    request.target.insert(0, kApi);
    if (request.bearer.empty()) request.bearer = bearer();
    auto pause = kFirstPause;
    bool fresh = repeat == Repeat::kNever;
    for (;;) {
      auto connected = connection(deadline, fresh);
      std::optional<Error> error;
      const bool last = repeat == Repeat::kStale && fresh;
      if (!connected) {
        error = connected.error();
        if (last || (error->code != "client.unreachable" && error->code != "client.connection_lost"))
          return tl::unexpected<Error>(*error);
      } else {
        if (sendings != nullptr) ++*sendings;
        auto answer = (*connected)->exchange(request, deadline);
        if (answer) {
          giveBack(std::move(*connected));
          if (signInIsOver && answer->status == 401) return std::move(*signInIsOver);
          if (answer->status == 401 && repeat == Repeat::kSafe && !request.bearer.empty()) {
            // Turned away before anything was looked at; perhaps it needs no sign-in at all.
            if (sendings != nullptr) --*sendings;
            signInIsOver = std::move(*answer);
            request.bearer.clear();
            continue;
          }
          const bool wait = answer->status == 503 && repeat == Repeat::kSafe;
          if (!wait) return std::move(*answer);
          error = problemOf(*answer);
          if (!worthWaiting(error->code)) return std::move(*answer);
        } else {
          error = answer.error().error;
          if (repeat == Repeat::kNever || last || error->code == "client.timeout" ||
              error->code == "client.bad_answer")
            return tl::unexpected<Error>(*error);
        }
      }
      fresh = true;
      if (Clock::now() + pause >= deadline) return tl::unexpected<Error>(*error);
      std::this_thread::sleep_for(pause);
      pause = std::min(pause * 2, kLongestPause);
    }
  }

  static bool worthWaiting(std::string_view code) {
    return code == "cluster.no_leader" || code == "node.busy" || code == "node.recovering" ||
           code == "projection.behind" || code.starts_with("proof.");
  }

  Result<boost::json::value> json(HttpRequest request, Repeat repeat, std::uint32_t* sendings = nullptr) {
    auto answer = call(std::move(request), repeat, sendings);
    if (!answer) return propagate(answer);
    return jsonOf(*answer);
  }

  Result<Bytes> bytes(HttpRequest request, Repeat repeat) {
    auto answer = call(std::move(request), repeat);
    if (!answer) return propagate(answer);
    if (answer->status >= 400) return tl::unexpected<Error>(problemOf(*answer));
    return std::move(answer->body);
  }
};

ApiClient::ApiClient(std::unique_ptr<State> state) : state_(std::move(state)) {}
ApiClient::~ApiClient() = default;

Result<std::unique_ptr<ApiClient>> ApiClient::create(ClientOptions options) {
  auto state = std::make_unique<State>(std::move(options));
  if (auto trusting = trustOnly(state->tls, state->options.trustedPem); !trusting) return propagate(trusting);
  state->token = state->options.token;
  return std::unique_ptr<ApiClient>(new ApiClient(std::move(state)));
}

const ClientOptions& ApiClient::options() const {
  return state_->options;
}

Result<boost::json::value> ApiClient::get(std::string_view path) {
  return state_->json({.method = http_verb::get, .target = std::string(path)}, Repeat::kSafe);
}

Result<boost::json::value> ApiClient::health() {
  auto answer = state_->call({.method = http_verb::get, .target = "/health"}, Repeat::kStale);
  if (!answer) return propagate(answer);
  if (answer->status == 503) answer->status = 200;
  return jsonOf(*answer);
}

Result<boost::json::value> ApiClient::post(std::string_view path, const boost::json::value& body) {
  const auto text = boost::json::serialize(body);
  return state_->json({.method = http_verb::post,
                       .target = std::string(path),
                       .contentType = "application/json",
                       .body = asBytes(text)},
                      Repeat::kNever);
}

Result<Bytes> ApiClient::getBytes(std::string_view path) {
  return state_->bytes({.method = http_verb::get, .target = std::string(path)}, Repeat::kSafe);
}

Result<std::vector<Result<boost::json::value>>> ApiClient::askOneNode(const std::vector<std::string>& paths,
                                                                      ByteView batch) {
  const auto deadline = Clock::now() + state_->options.timeout;
  auto connected = state_->connection(deadline, true);
  if (!connected) return propagate(connected);
  std::vector<HttpRequest> requests;
  if (!batch.empty()) requests.push_back(submission(batch, Wait::kCommitted));
  for (const auto& path : paths) requests.push_back({.method = http_verb::get, .target = path});
  std::vector<Result<boost::json::value>> out;
  for (HttpRequest& request : requests) {
    request.target.insert(0, kApi);
    auto answer = (*connected)->exchange(request, deadline);
    if (!answer) return tl::unexpected<Error>(answer.error().error);
    out.push_back(jsonOf(*answer));
    if (out.size() < requests.size() && !(*connected)->reusable())
      return fail("client.connection_lost", "The gateway closed the connection between two questions.",
                  "Ask once more.");
  }
  state_->giveBack(std::move(*connected));
  return out;
}

Result<boost::json::array> ApiClient::list(std::string_view path, std::size_t atMost) {
  boost::json::array out;
  const std::string base(path);
  std::string target = base;
  while (out.size() < atMost) {
    auto page = get(target);
    if (!page) return propagate(page);
    auto* items = page->is_object() ? page->get_object().if_contains("items") : nullptr;
    if (items == nullptr || !items->is_array()) return badAnswer("a list without items");
    for (auto& item : items->get_array())
      if (out.size() < atMost) out.push_back(std::move(item));
    const auto* next = page->get_object().if_contains("next");
    if (next == nullptr || !next->is_string()) break;
    target = base + (base.find('?') == std::string::npos ? "?" : "&") +
             "cursor=" + std::string(next->get_string());
  }
  return out;
}

Result<BatchReply> ApiClient::submit(ByteView batch, Wait wait, std::uint32_t* sendings) {
  if (sendings != nullptr) *sendings = 0;
  auto answer = state_->json(submission(batch, wait), Repeat::kSafe, sendings);
  if (!answer) return propagate(answer);
  return batchReplyOf(*answer);
}

Result<BatchReply> ApiClient::batch(const Digest& batchDigest) {
  auto answer = get("/transaction/batches/" + toHex(batchDigest.view()));
  if (!answer) return propagate(answer);
  return batchReplyOf(*answer);
}

Result<SessionsState> ApiClient::sessions(const PublicKey& author) {
  const auto answer = get("/query/sessions/" + toHex(author.view()));
  if (!answer) return propagate(answer);
  const auto highest = numberIn(*answer, "highest_session");
  const auto* open = answer->is_object() ? answer->as_object().if_contains("open") : nullptr;
  if (!highest || open == nullptr || !open->is_array()) return badAnswer("no sessions");
  SessionsState out{.highest = SessionNumber(*highest), .open = {}};
  for (const auto& each : open->as_array()) {
    const auto session = numberIn(each, "session");
    const auto last = numberIn(each, "last_request");
    if (!session || !last) return badAnswer("a session without its numbers");
    out.open.emplace(SessionNumber(*session), RequestNumber(*last));
  }
  return out;
}

Result<wire::Genesis> ApiClient::genesis(const Digest& expected) {
  const auto bytes = getBytes("/query/genesis");
  if (!bytes) return propagate(bytes);
  auto genesis = wire::decodeGenesis(*bytes);
  if (!genesis) return propagate(genesis);
  if (!expected.isZero() && genesis->digest() != expected)
    return fail("client.other_genesis", "The gateway belongs to another cluster than you expect.",
                "Check the address, or the genesis digest of your profile.");
  return genesis;
}

Result<wire::Certificate> ApiClient::latestCertificate() {
  const auto answer =
      state_->json({.method = http_verb::get, .target = "/query/certificates/latest"}, Repeat::kStale);
  if (!answer) return propagate(answer);
  const auto bytes = fromHex(textIn(*answer, "bytes"));
  if (!bytes) return badAnswer("no certificate");
  return wire::decodeCertificate(*bytes);
}

Result<wire::ConsistencyPath> ApiClient::consistency(Height from, Height to) {
  const auto answer = state_->json(
      {.method = http_verb::get,
       .target = "/query/consistency?from=" + std::to_string(from.value) + "&to=" + std::to_string(to.value)},
      Repeat::kStale);
  if (!answer) return propagate(answer);
  return consistencyPathOf(*answer);
}

Result<IdentityId> ApiClient::identityOf(const PublicKey& key) {
  const auto answer = get("/query/identities?key=" + toHex(key.view()));
  if (!answer) return propagate(answer);
  const auto id = firstItemNumber(*answer, "id");
  if (!id) return propagate(id);
  return IdentityId(static_cast<std::uint32_t>(*id));
}

Result<TokenId> ApiClient::tokenId(std::string_view symbol) {
  const auto answer = get("/query/tokens/" + escaped(symbol));
  if (!answer) return propagate(answer);
  const auto id = numberIn(*answer, "id");
  if (!id) return badAnswer("a token without id");
  return TokenId(static_cast<std::uint32_t>(*id));
}

Result<AccountHandle> ApiClient::account(IdentityId identity, TokenId token) {
  const auto answer = get("/query/accounts?identity=" + std::to_string(identity.value) +
                          "&token=" + std::to_string(token.value));
  if (!answer) return propagate(answer);
  const auto handle = firstItemNumber(*answer, "handle");
  if (!handle) return propagate(handle);
  return AccountHandle{*handle};
}

Result<Bytes> ApiClient::proof(std::string_view symbol, IdentityId identity) {
  return getBytes("/query/proof/" + escaped(symbol) + "/" + std::to_string(identity.value));
}

Status ApiClient::putEvidence(const Digest& sha256, ByteView bytes) {
  const auto answer = state_->bytes({.method = http_verb::put,
                                     .target = "/evidence/" + toHex(sha256.view()),
                                     .contentType = "application/octet-stream",
                                     .body = bytes},
                                    Repeat::kSafe);
  if (!answer) return propagate(answer);
  return {};
}

Result<Bytes> ApiClient::evidence(const Digest& sha256) {
  auto bytes = getBytes("/evidence/" + toHex(sha256.view()));
  if (bytes && crypto::sha256(*bytes) != sha256) return badAnswer("evidence of another digest");
  return bytes;
}

Result<SignedIn> ApiClient::signIn(const crypto::SigningKey& key, const Digest& genesis) {
  const auto hexKey = toHex(key.publicKey().view());
  const auto asked = post("/auth/challenge", {{"key", hexKey}});
  if (!asked) return propagate(asked);
  const auto challenge = fixedFromHex<Digest>(textIn(*asked, "challenge"));
  if (!challenge) return badAnswer("no challenge");
  const auto signature = key.sign(wire::signInDigest(genesis, key.publicKey(), *challenge));
  const auto answer = post(
      "/auth/sessions",
      {{"key", hexKey}, {"challenge", toHex(challenge->view())}, {"signature", toHex(signature.view())}});
  if (!answer) return propagate(answer);
  auto out = signedInOf(*answer);
  if (!out) return out;
  const std::lock_guard lock(state_->mutex);
  state_->token = out->token;
  return out;
}

Status ApiClient::follow(const std::vector<std::string>& topics, std::string_view lastEventId,
                         const std::function<bool(const StreamEvent&)>& onEvent,
                         const std::function<bool()>& stop) {
  const auto deadline = Clock::now() + state_->options.timeout;
  auto connected = state_->connection(deadline, true);
  if (!connected) return propagate(connected);
  std::string list;
  for (const auto& topic : topics) list += (list.empty() ? "?topics=" : ",") + escaped(topic);
  const HttpRequest request{.method = http_verb::get,
                            .target = std::string(kApi) + "/events" + list,
                            .contentType = {},
                            .body = {},
                            .bearer = state_->bearer(),
                            .lastEventId = std::string(lastEventId),
                            .accept = "text/event-stream"};
  EventParser parser;
  const auto answer =
      (*connected)
          ->stream(
              request, deadline, [&](std::string_view text) { return parser.feed(text, onEvent); },
              [&] { return !stop || !stop(); });
  if (!answer) return tl::unexpected<Error>(answer.error().error);
  if (answer->status != 200) return tl::unexpected<Error>(problemOf(*answer));
  return {};
}

}  // namespace aurigraph::client
