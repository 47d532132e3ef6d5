#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/wire/proof_bundle.h"
#include "core/wire/rows/all.h"

/// How rows become a state root (DESIGN §4, "State root"; docs/formats/state.md). The ledger builds it,
/// the verifier climbs it; both call these functions.
namespace aurigraph::wire {

inline constexpr std::size_t kRowsPerPage = 16;
using PageHashes = std::array<Digest, kRowsPerPage>;  ///< Row hashes of a page; absent rows are zero.

/// The salt that hides a row from its neighbours' proofs. The same at every checkpoint.
[[nodiscard]] Digest rowSalt(const Digest& stateSalt, StateTable table, std::uint64_t slot);
[[nodiscard]] Digest rowHash(const Digest& salt, ByteView row);
/// Leaf of the table's RFC 6962 tree.
[[nodiscard]] Digest pageHash(std::span<const Digest, kRowsPerPage> rowHashes);
/// A table's root says how many pages it has: an RFC 6962 root alone does not, and a proof could then name
/// another size whose path has the same length.
[[nodiscard]] Digest tableRoot(std::uint64_t pageCount, const Digest& treeRoot);
[[nodiscard]] Digest stateRoot(std::span<const Digest, kStateTables> tableRoots);

/// The state root that a row's proof leads to; whether that root is certified is the caller's question.
/// Errors: proof.bad_row (the row's hash is not in its page, or the path does not fit slot and size).
Result<Digest> stateRootOf(const RowProof& proof);

}  // namespace aurigraph::wire
