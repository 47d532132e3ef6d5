#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "nodes/gateway/http/guard.h"
#include "nodes/gateway/http/http.h"

namespace aurigraph::gateway {

/// Finds the route of a request line, and lets in who may. Filled before the server starts, then only read.
class Router {
 public:
  void add(Route route);
  void add(std::vector<Route> routes);
  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

  void setGuard(std::shared_ptr<Guard> guard) { guard_ = std::move(guard); }
  /// Asked by the server between a request's head and its body: whether the node is ready for the route,
  /// whether the address has budget for its class, who reads and whether they may; in this order. An answer
  /// in the place of the route's, or nothing; then `request.reader` is said. Without a guard only what is for
  /// anyone is open.
  Task<std::optional<Response>> turnedAway(const Route& route, Request& request) const;

  struct Match {
    const Route* route = nullptr;
    TextMap parameters;
  };
  /// "GET, POST": what an address answers to; empty: there is nothing.
  [[nodiscard]] std::string methodsAt(std::string_view path) const;
  /// Errors: route.unknown, route.method_not_allowed (methods that are, in the message), route.bad_path.
  [[nodiscard]] Result<Match> find(Method method, std::string_view path) const;

 private:
  std::vector<Route> routes_;
  std::shared_ptr<Guard> guard_;
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
