#pragma once

#include <cstdint>
#include <optional>

#include "core/base/faults.h"
#include "core/crypto/merkle.h"
#include "core/ledger/call.h"
#include "core/ledger/ledger.h"
#include "core/ledger/tables.h"
#include "core/quality/rule_set.h"
#include "core/wire/row_proof.h"
#include "core/wire/version_rule.h"

namespace aurigraph::ledger {

/// Places where the simulator makes the ledger wrong on purpose; its checks must notice.
inline constexpr FaultId kFaultDropUndo{48};          ///< A linked chain that failed is kept.
inline constexpr FaultId kFaultSessionOffByOne{49};   ///< The last executed request may come once more.
inline constexpr FaultId kFaultReopenSession{50};     ///< A session that was closed may be opened again.
inline constexpr FaultId kFaultBelieveSubmitter{51};  ///< A record is believed beyond its source's terms.
inline constexpr FaultId kFaultForgetSeries{52};      ///< What was said before is not looked at.

struct State {
  wire::Genesis genesis;
  Digest genesisDigest;
  wire::RowSalts salts{wire::StateSecret()};  ///< Of the genesis's secret.
  Limits limits;
  quality::RuleSet rules;  ///< In force.
  Digest rulesDigest;
  Faults faults;

  Lane lane;
  Protocol protocol;  ///< Of the block being applied, else of the last one: by which it is executed.
  Height height;
  Nanoseconds time;
  crypto::MerkleFrontier history;
  Tables tables;

  template <class Row>
  [[nodiscard]] Table<Row>& of() {
    return tables.of<Row>();
  }
  template <class Row>
  [[nodiscard]] const Table<Row>& of() const {
    return tables.of<Row>();
  }

  // ---- finding rows ----
  /// Null: unknown.
  [[nodiscard]] const RecordRow* record(const Digest& id) const {
    return of<RecordRow>().find(of<RecordRow>().indexes().byId.slotOf(id));
  }
  /// Also of a key that has ended. Null: unknown.
  [[nodiscard]] const KeyRow* keyRow(const PublicKey& key) const {
    return of<KeyRow>().find(of<KeyRow>().indexes().byKey.slotOf(key));
  }
  /// Whose key it is, and in force.
  [[nodiscard]] std::optional<IdentityId> identityOf(const PublicKey& key) const;
  /// Whoever signs with a key, at a time, barred or not. Nothing: nobody's.
  [[nodiscard]] std::optional<Caller> callerOf(const PublicKey& key, Nanoseconds time) const;
  /// Slots of an identity's keys in force.
  [[nodiscard]] std::vector<std::uint64_t> keysInForce(IdentityId identity) const;
  [[nodiscard]] std::uint64_t accountSlot(IdentityId identity, TokenId token) const {  ///< 0: none.
    return of<AccountRow>().indexes().byHolder.slotOf(wire::holderKey(identity, token));
  }
  /// As of the last applied block.
  [[nodiscard]] wire::VersionRule versions() const;
  [[nodiscard]] bool allows(wire::RoleMask roles, wire::Permission permission) const {
    return genesis.roles.allows(roles, permission);
  }
  /// Slot of a handle in this lane; 0: of another.
  [[nodiscard]] std::uint64_t slotOf(AccountHandle handle) const {
    return handle.lane() == lane ? handle.slot() : 0;
  }
  [[nodiscard]] AccountHandle handleOf(std::uint64_t slot) const { return AccountHandle::of(lane, slot); }

  /// Whether a request of a session whose last executed one is `last` was executed before.
  [[nodiscard]] bool isReplay(RequestNumber request, RequestNumber last) const {
    return faults(kFaultSessionOffByOne) ? request < last : request <= last;
  }

  // ---- linked chains ----
  void beginChain();
  void keepChain();
  void undoChain();
};

}  // namespace aurigraph::ledger
