#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "nodes/gateway/http/address_budgets.h"
#include "nodes/gateway/http/guard.h"
#include "nodes/gateway/ledger_reader.h"
#include "nodes/gateway/ready_gate.h"
#include "nodes/gateway/sign_in.h"

namespace aurigraph::gateway {

/// Whether this key is among them, by the roles it has on the ledger now (R-SEC-3).
[[nodiscard]] bool isAmong(Who who, const ledger::Ledger& ledger, const PublicKey& key);

/// auth.forbidden, in words of its own.
[[nodiscard]] tl::unexpected<Error> forbidden(std::string what);

/// A gateway's guard: the node's readiness, the addresses' budgets, sign-ins, and the ledger's roles.
class Access final : public Guard {
 public:
  /// All of them outlive it.
  Access(const ReadyGate& gate, AddressBudgets& budgets, SignIn& signIn, LedgerReader ledger)
      : gate_(gate), budgets_(budgets), signIn_(signIn), ledger_(ledger) {}

  [[nodiscard]] std::optional<Response> notReady(const Route& route) const override;
  [[nodiscard]] std::optional<Response> overBudget(Budget budget, std::string_view peerAddress) override;
  [[nodiscard]] Task<Result<std::optional<PublicKey>>> reader(Who who, std::string bearer) override;

 private:
  const ReadyGate& gate_;
  AddressBudgets& budgets_;
  SignIn& signIn_;
  LedgerReader ledger_;
};

}  // namespace aurigraph::gateway
