#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/base/bytes.h"

/// What routes see of HTTP: whole requests in, whole answers out; no socket, no parser.
namespace aurigraph::gateway {

template <class T>
using Task = boost::asio::awaitable<T>;

using TextMap = std::map<std::string, std::string, std::less<>>;

/// What routes answer to; kOther is whatever else a client may send, and no route has it.
enum class Method : std::uint8_t { kGet, kPost, kPut, kDelete, kOther };
[[nodiscard]] std::string_view nameOf(Method method);  // "GET"

struct Request {
  Method method = Method::kGet;
  std::string path;    ///< Without the query.
  TextMap parameters;  ///< Of the route's pattern, percent-decoded.
  TextMap query;       ///< Percent-decoded; of a repeated name the last.
  std::string bearer;  ///< Of `Authorization: Bearer …`.
  /// Whose token `bearer` is, as the server found it; always empty where the route is for anyone
  /// (Who::kAnyone).
  std::optional<PublicKey> reader = {};
  std::string lastEventId;
  std::string upgrade;  ///< Protocol that the client wants to change to; usually empty.
  std::string peerAddress;
  Bytes body;

  /// A query parameter or "".
  [[nodiscard]] std::string_view queryText(std::string_view name) const {
    const auto found = query.find(name);
    return found == query.end() ? std::string_view() : std::string_view(found->second);
  }
  [[nodiscard]] std::string_view parameter(std::string_view name) const {
    const auto found = parameters.find(name);
    return found == parameters.end() ? std::string_view() : std::string_view(found->second);
  }
  /// The reader of a route that nobody reaches without a sign-in (Who::kSignedIn and stricter).
  [[nodiscard]] const PublicKey& signedIn() const {
    AG_ASSERT(reader.has_value());
    return *reader;
  }
};
using RequestRef = std::shared_ptr<Request>;

/// A body without an end: the connection asks for more text as long as it lives (server-sent events).
class TextSource {
 public:
  virtual ~TextSource() = default;
  /// What can be sent now; empty: nothing yet.
  virtual std::string take() = 0;
  /// `ready` is called once, from any thread, as soon as take() would give something.
  virtual void whenReady(std::function<void()> ready) = 0;
  /// Nothing will come any more.
  [[nodiscard]] virtual bool ended() const = 0;
};

/// A connection after it changed its protocol: bytes both ways. One read and one write at a time, beside
/// each other, on the connection's strand. False: broken, ended, or the time is over; nothing more works.
class Duplex {
 public:
  virtual ~Duplex() = default;
  virtual Task<bool> read(std::span<std::uint8_t> into, std::chrono::milliseconds timeout) = 0;
  virtual Task<bool> write(ByteView bytes) = 0;
  virtual void close() = 0;  ///< Makes the other two end.
};

/// What takes a connection over (RFC 9110 §7.8).
class Upgrade {
 public:
  virtual ~Upgrade() = default;
  [[nodiscard]] virtual std::string_view protocol() const = 0;
  /// Until it ends. True: the client was told why and may still be sending.
  virtual Task<bool> run(Duplex& duplex) = 0;
  /// The server stops: end as soon as what is under way is answered. On the connection's strand.
  virtual void drain() = 0;
};

struct Response {
  unsigned status = 200;
  std::string contentType = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  std::shared_ptr<TextSource> stream;     ///< If set: instead of `body`.
  std::shared_ptr<Upgrade> upgrade = {};  ///< If set: 101, and the connection is its.
};

/// Who may use a route (docs/formats/gateway.md, "Access"). The server asks before it takes a body; what
/// depends on the thing asked for (the issuer of this token, one's own account) is the handler's to look at.
enum class Who : std::uint8_t {
  kAnyone,            ///< A token is not looked at.
  kAnyoneKnown,       ///< Strangers too, but a token, if one is given, must be good.
  kSignedIn,          ///< Whoever has a good token.
  kRecordWorkers,     ///< Who brings, decides, registers, approves or reads all.
  kReviewers,         ///< Who decides reviews or reads all.
  kEvidenceBringers,  ///< Who submits records or registers assets.
};
[[nodiscard]] std::string_view nameOf(Who who);  // "record workers"

/// The classes of R-GW-1: what a request is counted as, and whose budget it takes from.
enum class Budget : std::uint8_t {
  kHealth,
  kQuery,
  kConsensus,
  kTransaction,
  kContract,
  kExternal,
  kState,
  kSignIn,  ///< Has a limit per address (R-GW-2).
  kDefault,
};
[[nodiscard]] std::string_view nameOf(Budget budget);

/// What a route's answer is made of. While that is not there, the gate answers in its place
/// (Guard::notReady).
enum class Needs : std::uint8_t {
  kNothing,     ///< Answers always, also while the node recovers.
  kLedger,      ///< The ledger, up to what the cluster has decided.
  kReadModels,  ///< That, and the lists made from it.
};

/// A coroutine on the connection's strand; the request lives until it ends.
using Handler = std::function<Task<Response>(RequestRef)>;

/// A member that has to be said: who leaves it out of an initialiser does not compile.
template <class T>
class Required {
 public:
  constexpr Required(T value) : value_(value) {}   // NOLINT(google-explicit-constructor)
  constexpr operator T() const { return value_; }  // NOLINT(google-explicit-constructor)

 private:
  T value_;
};

struct Route {
  Method method = Method::kGet;
  std::string path;  ///< "/api/v11/query/tokens/{symbol}": a parameter is one whole segment.
  Required<Who> who;
  Required<Budget> budget;
  std::size_t maxBodyBytes = 0;
  Needs needs = Needs::kReadModels;  ///< The most, unless the route says less.
  Handler handler;
};

}  // namespace aurigraph::gateway
