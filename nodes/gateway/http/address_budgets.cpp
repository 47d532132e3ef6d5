#include "nodes/gateway/http/address_budgets.h"

#include "nodes/gateway/http/problem.h"

namespace aurigraph::gateway {

void AddressBudgets::limit(Budget budget, routing::Rate rate, Error spent) {
  const std::lock_guard lock(mutex_);
  limited_.insert_or_assign(
      budget, Limited{.left = routing::KeyedGcra(rate, kMaxAddresses), .spent = std::move(spent)});
}

std::optional<Response> AddressBudgets::spend(Budget budget, std::string_view address) {
  const std::lock_guard lock(mutex_);
  const auto found = limited_.find(budget);
  if (found == limited_.end()) return std::nullopt;
  const auto admission = found->second.left.admit(address, now_());
  if (admission.admitted) return std::nullopt;
  return tooMany(found->second.spent, admission.retryAfter);
}

}  // namespace aurigraph::gateway
