#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/crypto/sha256.h"
#include "core/wire/owner_proof.h"
#include "core/wire/proof_bundle.h"
#include "core/wire/rows/all.h"
#include "core/wire/state_secret.h"

/// How rows become a state root (DESIGN §4, "State root"; docs/formats/state.md). The ledger builds it,
/// the verifier climbs it; both call these functions.
namespace aurigraph::wire {

inline constexpr std::size_t kRowsPerPage = 16;
using PageHashes = std::array<Digest, kRowsPerPage>;  ///< Row hashes of a page; absent rows are zero.

/// The salts that hide rows from their neighbours' proofs: a function of secret, lane, table and slot, the
/// same at every checkpoint. One SHA-256 block each.
class RowSalts {
 public:
  explicit RowSalts(const StateSecret& secret, Lane lane = {});
  [[nodiscard]] Digest of(StateTable table, std::uint64_t slot) const;

 private:
  static crypto::DomainBlock begin(const StateSecret& secret, Lane lane);

  crypto::DomainBlock begun_;
};

/// The leaf of a row in its page. Requires of an account its 64 bytes.
[[nodiscard]] Digest rowHash(StateTable table, const Digest& salt, ByteView row);
// An account's leaf has two parts, so that whose it is can be shown without the rest: token and holder, and
// the digest of all other members under the salt.
[[nodiscard]] Digest privateDigest(const Digest& salt, std::span<const std::uint8_t, sizeof(AccountRow)> row);
[[nodiscard]] Digest accountHash(TokenId token, IdentityId holder, const Digest& privatePart);
/// Leaf of the table's RFC 6962 tree.
[[nodiscard]] Digest pageHash(std::span<const Digest, kRowsPerPage> rowHashes);
/// A table's root says how many pages it has: an RFC 6962 root alone does not, and a proof could then name
/// another size whose path has the same length.
[[nodiscard]] Digest tableRoot(std::uint64_t pageCount, const Digest& treeRoot);
[[nodiscard]] Digest stateRoot(std::span<const Digest, kStateTables> tableRoots);

/// The state root that a row's proof leads to; whether that root is certified is the caller's question.
/// Errors: proof.bad_row (the row's hash is not in its page, or the path does not fit slot and size).
Result<Digest> stateRootOf(const RowProof& proof);
/// The same of an account's owner: token and holder are in that state, nothing else is said.
Result<Digest> stateRootOf(const OwnerProof& proof);

}  // namespace aurigraph::wire
