#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/beast/http/verb.hpp>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/bytes.h"

/// What routes see of HTTP: whole requests in, whole answers out; no socket, no parser.
namespace aurigraph::gateway {

template <class T>
using Task = boost::asio::awaitable<T>;

using TextMap = std::map<std::string, std::string, std::less<>>;

struct Request {
  boost::beast::http::verb method = boost::beast::http::verb::get;
  std::string path;    ///< Without the query.
  TextMap parameters;  ///< Of the route's pattern, percent-decoded.
  TextMap query;       ///< Percent-decoded; of a repeated name the last.
  std::string bearer;  ///< Of `Authorization: Bearer …`.
  std::string lastEventId;
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

struct Response {
  unsigned status = 200;
  std::string contentType = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  std::shared_ptr<TextSource> stream;  ///< If set: instead of `body`.
};

/// Route classes of R-GW-1, for counting and, with several nodes, for routing.
enum class RouteClass : std::uint8_t {
  kHealth,
  kQuery,
  kConsensus,
  kTransaction,
  kContract,
  kExternal,
  kState,
  kDefault
};
[[nodiscard]] std::string_view nameOf(RouteClass routeClass);

/// A coroutine on the connection's strand; the request lives until it ends.
using Handler = std::function<Task<Response>(RequestRef)>;

struct Route {
  boost::beast::http::verb method = boost::beast::http::verb::get;
  std::string pattern;  ///< "/api/v11/query/tokens/{symbol}": a parameter is one whole segment.
  RouteClass routeClass = RouteClass::kDefault;
  std::size_t maxBodyBytes = 0;
  Handler handler;
};

}  // namespace aurigraph::gateway
