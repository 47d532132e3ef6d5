#pragma once

#include <cstdint>

#include "core/ledger/ledger.h"

namespace aurigraph::ledger {

/// For benchmarks and tests: puts into a ledger what no contract writes yet. Never on a node: replicas
/// would differ.
class LedgerSetup {
 public:
  /// Makes every account of a token RULED, with an eligibility cached for the token's rules as they are:
  /// what the compliance contracts leave on the hot row when all of an account's claims hold.
  static void makeRuled(Ledger& ledger, TokenId token, std::uint32_t eligibleUntilSeconds);
  /// Gives an identity other roles, unchecked: what a later grant or loss of roles leaves behind.
  static void setRoles(Ledger& ledger, IdentityId identity, wire::RoleMask roles);
  /// Units out of nothing: what no code of the ledger may ever do.
  static void conjure(Ledger& ledger, AccountHandle account, U128 amount);
  /// Hands a registered asset to another issuer, unchecked.
  static void setIssuer(Ledger& ledger, AssetId asset, IdentityId issuer);
};

}  // namespace aurigraph::ledger
