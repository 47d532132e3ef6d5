#pragma once

#include "core/base/bytes.h"

namespace aurigraph::wire {

/// What a state's row salts are made of (docs/formats/state.md). Whoever knows it can try balances against
/// the row hashes in other people's proofs: it is kept like a key. Nodes with a ledger read it from a file of
/// their own, genesis carries its digest, and nothing prints, compares or sends it. Wiped when it goes.
class StateSecret {
 public:
  using Value = FixedBytes<struct StateSecretTag, 32>;

  StateSecret() = default;  ///< All zero: no cluster's.
  explicit StateSecret(const Value& value) : value_(value) {}
  ~StateSecret();
  StateSecret(const StateSecret&) = default;
  StateSecret& operator=(const StateSecret&) = default;

  [[nodiscard]] Digest digest() const;
  /// For the file that hands it on and for RowSalts, and for nothing else.
  [[nodiscard]] const Value& reveal() const { return value_; }

 private:
  Value value_;
};

}  // namespace aurigraph::wire
