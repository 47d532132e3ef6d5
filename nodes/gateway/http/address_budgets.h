#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string_view>

#include "core/base/result.h"
#include "core/routing/gcra.h"
#include "nodes/gateway/http/http.h"

namespace aurigraph::gateway {

/// What one address may use of a class of routes. One for all doors of a gateway: whoever comes by the other
/// has no second budget. Any thread.
class AddressBudgets {
 public:
  static constexpr std::size_t kMaxAddresses = 65'536;  ///< Of each class (KeyedGcra).

  explicit AddressBudgets(std::function<Nanoseconds()> now) : now_(std::move(now)) {}

  /// Before the first request. `spent`: what who has no more is told.
  void limit(Budget budget, routing::Rate rate, Error spent);
  /// Takes one request; the answer when there is nothing left. A class without a limit always has some.
  [[nodiscard]] std::optional<Response> spend(Budget budget, std::string_view address);

 private:
  struct Limited {
    routing::KeyedGcra left;
    Error spent;
  };
  std::function<Nanoseconds()> now_;
  std::mutex mutex_;  // guards what follows
  std::map<Budget, Limited> limited_;
};

}  // namespace aurigraph::gateway
