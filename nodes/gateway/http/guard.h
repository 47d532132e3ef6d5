#pragma once

#include <optional>
#include <string_view>

#include "core/base/result.h"
#include "nodes/gateway/http/http.h"

namespace aurigraph::gateway {

/// What a node with something to guard is asked between the head of a request and its body, by the server and
/// by nobody else (Router::turnedAway). So a route states what it is and cannot forget to ask.
class Guard {
 public:
  virtual ~Guard() = default;
  /// The answer while this node cannot give the route's. Any thread, at once.
  [[nodiscard]] virtual std::optional<Response> notReady(const Route& route) const = 0;
  /// Takes one request out of what an address may use of a class; the answer when there is nothing left. Any
  /// thread, at once.
  [[nodiscard]] virtual std::optional<Response> overBudget(Budget budget, std::string_view peerAddress) = 0;
  /// Whose token it is, if they are among those who may; empty: a stranger, where strangers may. Never asked
  /// for Who::kAnyone. Errors: auth.required, auth.session_unknown, auth.forbidden, gateway.timeout.
  [[nodiscard]] virtual Task<Result<std::optional<PublicKey>>> reader(Who who, std::string bearer) = 0;
};

}  // namespace aurigraph::gateway
