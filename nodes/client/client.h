#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/types.h"
#include "core/crypto/ed25519.h"
#include "core/wire/batch_result.h"
#include "core/wire/consistency_path.h"
#include "core/wire/genesis.h"

/// The public API (docs/openapi.yaml) for programs without Qt: command line, slim nodes, benchmarks, tests.
namespace aurigraph::client {

struct ClientOptions {
  std::string host = "127.0.0.1";
  std::uint16_t port = 8443;
  std::string trustedPem;  ///< The only certificates trusted: a CA or the gateway's own, PEM. Never empty.
  std::string serverName;  ///< Name the certificate must carry; empty: `host`.
  std::string token;       ///< Bearer token of an earlier sign-in; may be empty.
  std::chrono::milliseconds timeout{15'000};  ///< For one whole call, connecting included.
};

/// How long a submission waits (DESIGN §2: a client is told both).
enum class Wait : std::uint8_t { kCommitted, kFinal };

/// Why the ledger did not execute something, rendered by the gateway.
struct Refusal {
  std::uint32_t index = 0;  ///< Of the operation; 0 for a whole batch.
  std::string code;         ///< Stable: "balance.insufficient".
  std::string message;      ///< For a person.
  std::string remedy;
};

struct BatchReply {
  Digest batch;
  Height height;
  std::uint32_t position = 0;
  bool final = false;
  std::optional<Refusal> refused;  ///< Why nothing of it was executed.
  std::uint32_t count = 0;
  std::vector<Refusal> failures;  ///< Operations that were not executed, by index; the others were.

  [[nodiscard]] bool allDone() const { return !refused && failures.empty(); }
};

/// How far a key's sessions are.
struct SessionsState {
  SessionNumber highest;  ///< Of all that were ever opened: a higher one can be. 0: none yet.
  std::map<SessionNumber, RequestNumber> open;  ///< With the highest request that was executed.
};

struct SignedIn {
  std::string token;
  Nanoseconds expiresAt;
  IdentityId identity;
  std::string name;
  std::vector<std::string> roles;
};

/// One server-sent event.
struct StreamEvent {
  std::string topic;  ///< "block", "certificate", "leader", "record", "asset", "token", "review".
  std::string id;     ///< For Last-Event-ID: lane:height:index.
  std::string data;   ///< JSON.
};

/// Text as one segment of a path or one value of a query (RFC 3986).
[[nodiscard]] std::string escaped(std::string_view text);

/// Calls block until the answer or the deadline; usable from several threads at once (each call takes a
/// connection of a small pool). A call is repeated only when that is safe: reading always, submitting
/// because signed bytes are idempotent (R-LED-6), evidence because it is content-addressed. What needs no
/// sign-in is not hindered by one that is over: such a call is made once more without it.
/// Errors of every call: client.unreachable, client.timeout, client.untrusted_server, client.bad_answer,
/// and the codes of the gateway's problem documents ("session.gap", "auth.required", …).
class ApiClient {
 public:
  /// Connects at the first call. Errors: client.bad_options.
  static Result<std::unique_ptr<ApiClient>> create(ClientOptions options);
  ~ApiClient();
  ApiClient(const ApiClient&) = delete;
  ApiClient& operator=(const ApiClient&) = delete;

  // ---- any route; `path` begins behind /api/v11, e.g. "/query/tokens/VER-19" ----

  Result<boost::json::value> get(std::string_view path);
  /// A node's own word of itself; also while it says that it cannot work. Asked once, never repeated.
  Result<boost::json::value> health();
  Result<boost::json::value> post(std::string_view path, const boost::json::value& body);
  Result<Bytes> getBytes(std::string_view path);
  /// Asks one node for several things, in this order and over one connection: of two nodes behind one
  /// address one may be behind the other, and what both say does not belong together. With `batch` these
  /// signed bytes are submitted before (wait: committed), and theirs is the first answer. Each answer may be
  /// a problem. Errors: those of every call, when the connection could not be made or broke.
  Result<std::vector<Result<boost::json::value>>> askOneNode(const std::vector<std::string>& paths,
                                                             ByteView batch = {});
  /// Follows `next` cursors of a list route and gives all items, at most `atMost`.
  Result<boost::json::array> list(std::string_view path, std::size_t atMost = 10'000);

  // ---- signed operations ----

  /// Exactly the signed bytes, header ‖ body. `sendings`, if given, tells how often they may have reached a
  /// gateway: with 0 nobody has them; with more than 1 a refusal may be the second one's, after the first was
  /// executed.
  Result<BatchReply> submit(ByteView batch, Wait wait, std::uint32_t* sendings = nullptr);
  /// Errors: batch.unknown.
  Result<BatchReply> batch(const Digest& batchDigest);
  Result<SessionsState> sessions(const PublicKey& author);

  // ---- what everybody needs typed ----

  /// The genesis as served; checked against `expected` unless that is zero (client.other_genesis).
  Result<wire::Genesis> genesis(const Digest& expected = {});
  /// The newest certificate that the gateway shows, and what leads from one height to a later one. Both are
  /// what it says, checked by nobody (core/proof/history_check.h does). Asked once, never repeated.
  /// Errors: query.no_certificate; query.unknown_block (not there yet), query.bad_range.
  Result<wire::Certificate> latestCertificate();
  Result<wire::ConsistencyPath> consistency(Height from, Height to);
  Result<IdentityId> identityOf(const PublicKey& key);  // query.unknown_identity
  Result<TokenId> tokenId(std::string_view symbol);     // query.unknown_token
  /// An account's handle. Errors: query.unknown_account.
  Result<AccountHandle> account(IdentityId identity, TokenId token);
  /// `.rwaproof` bytes; waits until a certificate covers it, at most the client's timeout.
  Result<Bytes> proof(std::string_view symbol, IdentityId identity);

  // ---- evidence: content-addressed raw bytes (needs a sign-in) ----

  Status putEvidence(const Digest& sha256, ByteView bytes);
  Result<Bytes> evidence(const Digest& sha256);  ///< Checked against its digest.

  // ---- sign-in: only for reading what is not public ----

  /// The token is kept and sent with later calls.
  Result<SignedIn> signIn(const crypto::SigningKey& key, const Digest& genesis);

  // ---- live ----

  /// Reads the event stream until `onEvent` answers false, the stream breaks, or `stop` says so (asked
  /// at least once a second). Reconnecting with the last id is the caller's loop.
  Status follow(const std::vector<std::string>& topics, std::string_view lastEventId,
                const std::function<bool(const StreamEvent&)>& onEvent,
                const std::function<bool()>& stop = {});

  [[nodiscard]] const ClientOptions& options() const;

 private:
  struct State;
  explicit ApiClient(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace aurigraph::client
