#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "core/base/faults.h"
#include "core/crypto/merkle.h"
#include "core/ledger/ledger.h"
#include "core/ledger/table.h"
#include "core/quality/rule_set.h"

namespace aurigraph::ledger {

/// Everything a lane's ledger is: rows in tables, and what finds them.
///
/// Only the tables are state: they alone are hashed. The indexes below follow from them and are looked
/// up, never walked, except where they are ordered.
struct Tables {
  Table<IdentityRow> identities{wire::StateTable::kIdentities};
  Table<TokenRow> tokens{wire::StateTable::kTokens};
  Table<AccountRow> accounts{wire::StateTable::kAccounts};
  Table<AssetRow> assets{wire::StateTable::kAssets};
  Table<RecordRow> records{wire::StateTable::kRecords};
  Table<SessionRow> sessions{wire::StateTable::kSessions};
  Table<HoldingRow> holdings{wire::StateTable::kHoldings};
  Table<PendingRow> pendings{wire::StateTable::kPendings};
  Table<AnchorRow> anchors{wire::StateTable::kAnchors};

  /// All of them in the order of StateTable.
  template <class Use>
  void each(Use use) {
    use(identities), use(tokens), use(accounts), use(assets), use(records), use(sessions), use(holdings),
        use(pendings), use(anchors);
  }
  template <class Use>
  void each(Use use) const {
    use(identities), use(tokens), use(accounts), use(assets), use(records), use(sessions), use(holdings),
        use(pendings), use(anchors);
  }
};

/// Serial numbers ever tokenized: (registry, series, first) → last.
using SerialIndex = std::map<std::tuple<std::string, std::string, std::uint64_t>, std::uint64_t>;
/// Author, session, request, index of the transfer that made a pending one.
using PendingKey = std::tuple<IdentityId, SessionNumber, RequestNumber, std::uint32_t>;

struct Indexes {
  std::map<PublicKey, IdentityId> identityByKey;
  std::map<std::string, IdentityId, std::less<>> identityByName;
  std::map<std::string, TokenId, std::less<>> tokenBySymbol;
  std::map<std::string, AssetId, std::less<>> assetByKey;
  std::map<Digest, std::uint64_t> recordById;
  std::map<PublicKey, std::uint64_t> sessionByAuthor;
  std::map<IdentityId, std::uint64_t> anchorByAuthor;
  std::unordered_map<std::uint64_t, std::uint64_t> accountByHolder;  ///< identity:32 | token:32 → slot
  std::vector<std::vector<std::uint64_t>> accountsOfToken;           ///< By token, ascending.
  /// By token: the epoch of its row, densely, because every RULED transfer compares it and rows are wide.
  /// Whoever changes the row's changes this.
  std::vector<std::uint32_t> ruleEpochs{0};
  std::set<std::uint64_t> waitingReviews;                  ///< Record slots: oldest first.
  std::uint64_t approvedReviews = 0, rejectedReviews = 0;  ///< Decided since the genesis.
  std::map<PendingKey, std::uint64_t> pendingByOperation;
  SerialIndex serials;
};

/// Places where the simulator makes the ledger wrong on purpose; its checks must notice.
inline constexpr FaultId kFaultDropUndo{48};         ///< A linked chain that failed is kept.
inline constexpr FaultId kFaultSessionOffByOne{49};  ///< The last executed request may come once more.

struct State {
  wire::Genesis genesis;
  Digest genesisDigest;
  Limits limits;
  quality::RuleSet rules;  ///< In force.
  Digest rulesDigest;
  Faults faults;

  Height height;
  Nanoseconds time;
  crypto::MerkleFrontier history;

  Tables tables;
  Indexes indexes;

  // ---- finding rows ----
  [[nodiscard]] const RecordRow* record(const Digest& id) const;
  [[nodiscard]] std::uint64_t accountSlot(IdentityId identity, TokenId token) const;  ///< 0: none.
  [[nodiscard]] bool allows(wire::RoleMask roles, wire::Permission permission) const {
    return genesis.roles.allows(roles, permission);
  }

  /// Whether a request of a session whose last executed one is `last` was executed before.
  [[nodiscard]] bool isReplay(RequestNumber request, RequestNumber last) const {
    return faults(kFaultSessionOffByOne) ? request < last : request <= last;
  }

  // ---- adding rows with what finds them ----
  IdentityId addIdentity(IdentityRow row);
  TokenId addToken(TokenRow row);
  /// Opens an account of `flags` beside kAccountOpen; a tracked one gets its holding.
  std::uint64_t addAccount(IdentityId identity, TokenId token, std::uint32_t flags);
  std::uint64_t addPending(PendingRow row);

  // ---- linked chains ----
  void beginChain();
  void keepChain();
  void undoChain();

 private:
  std::uint64_t pendingsBefore_ = 0;
};

}  // namespace aurigraph::ledger
