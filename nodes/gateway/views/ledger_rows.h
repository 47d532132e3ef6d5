#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/ledger/ledger.h"

/// Rows of the ledger that something else names: a list, an index, another row. A ledger that is behind
/// what named them may not have them (yet), and then that is the answer. Nothing here follows a row
/// unasked (tests/lint/ledger_rule_test.cpp).
namespace aurigraph::gateway {

[[nodiscard]] tl::unexpected<Error> notHereYet(std::string_view what);

/// The row, never null. Errors: node.recovering. `what`: "the token", for a person.
template <class Row>
[[nodiscard]] Result<const Row*> present(const Row* row, std::string_view what) {
  if (row == nullptr) return notHereYet(what);
  return row;
}

/// A token by symbol or number. Errors: query.unknown_token.
[[nodiscard]] Result<TokenId> findToken(const ledger::Ledger& ledger, std::string_view symbolOrId);

/// When the last of the suspensions that run at a block time ends; nothing: none does.
[[nodiscard]] std::optional<Nanoseconds> suspendedUntil(const ledger::IdentityRow& row, Nanoseconds now);

/// The name of an identity; empty: nobody, or not there (yet).
[[nodiscard]] std::string nameOn(const ledger::Ledger& ledger, IdentityId id);

}  // namespace aurigraph::gateway
