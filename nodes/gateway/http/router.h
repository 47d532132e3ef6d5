#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "nodes/gateway/http/http.h"

namespace aurigraph::gateway {

/// Finds the route of a request line. Filled before the server starts, then only read.
class Router {
 public:
  void add(Route route);
  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

  /// Asked before a route's body is read: an answer in its place, or nothing. Any thread, at once. The one
  /// place where a node says that it is not ready; without a gate every route is open.
  using Gate = std::function<std::optional<Response>(const Route&)>;
  void setGate(Gate gate) { gate_ = std::move(gate); }
  [[nodiscard]] std::optional<Response> turnedAway(const Route& route) const {
    return gate_ ? gate_(route) : std::nullopt;
  }

  struct Match {
    const Route* route = nullptr;
    TextMap parameters;
  };
  /// Errors: route.unknown, route.method_not_allowed (methods that are, in the message), route.bad_path.
  [[nodiscard]] Result<Match> find(boost::beast::http::verb method, std::string_view path) const;

 private:
  std::vector<Route> routes_;
  Gate gate_;
};

/// `%41` → `A`. Errors: route.bad_path (incomplete escape, a zero byte).
Result<std::string> percentDecoded(std::string_view text);

/// Splits "/a/b?x=1&y" into path and decoded query. Errors: route.bad_path.
struct Target {
  std::string path;
  TextMap query;
};
Result<Target> parseTarget(std::string_view target);

}  // namespace aurigraph::gateway
