#include "core/wire/row_proof.h"

#include "core/base/byte_io.h"
#include "core/crypto/merkle.h"
#include "core/crypto/sha256.h"

namespace aurigraph::wire {
namespace {

tl::unexpected<Error> badRow(const char* why) {
  return fail("proof.bad_row", std::string("A row's proof does not hold: ") + why + ".",
              "Ask the node for the proof again, or do not trust the file.");
}

}  // namespace

Digest rowSalt(const Digest& stateSalt, StateTable table, std::uint64_t slot) {
  // On the stack: this runs for every row of every page that a checkpoint hashes.
  std::array<std::uint8_t, sizeof(table) + sizeof(slot)> place;
  std::memcpy(place.data(), &table, sizeof(table));
  std::memcpy(place.data() + sizeof(table), &slot, sizeof(slot));
  return crypto::taggedHash("aurigraph/row-salt/1", {stateSalt.view(), place});
}

Digest rowHash(const Digest& salt, ByteView row) {
  return crypto::taggedHash("aurigraph/row/1", {salt.view(), row});
}

Digest pageHash(std::span<const Digest, kRowsPerPage> rowHashes) {
  std::array<std::uint8_t, kRowsPerPage * Digest::kSizeBytes> page;
  for (std::size_t at = 0; at < kRowsPerPage; ++at)
    std::memcpy(page.data() + at * Digest::kSizeBytes, rowHashes[at].bytes.data(), Digest::kSizeBytes);
  return crypto::leafHash(page);
}

Digest tableRoot(std::uint64_t pageCount, const Digest& treeRoot) {
  ByteWriter size;
  size.integer(pageCount);
  return crypto::taggedHash("aurigraph/table/1", {size.bytes(), treeRoot.view()});
}

Digest stateRoot(std::span<const Digest, kStateTables> tableRoots) {
  ByteWriter roots;
  for (const Digest& root : tableRoots) roots.fixed(root);
  return crypto::taggedHash("aurigraph/state/1", {roots.bytes()});
}

Result<Digest> stateRootOf(const RowProof& proof) {
  if (proof.tableRoots.size() != kStateTables || proof.table >= kStateTables)
    return badRow("its tables are not those of a state");
  if (proof.pageRowHashes.size() != kRowsPerPage) return badRow("its page has not 16 rows");
  const std::span<const Digest, kRowsPerPage> page(proof.pageRowHashes);
  if (page[proof.slot % kRowsPerPage] != rowHash(proof.salt, proof.row))
    return badRow("the row is not that of its page");
  Digest root;
  if (!crypto::rootFromInclusion(pageHash(page), proof.slot / kRowsPerPage, proof.pageCount, proof.pagePath,
                                 root))
    return badRow("the page's path has the wrong length");
  if (tableRoot(proof.pageCount, root) != proof.tableRoots[proof.table])
    return badRow("the page is not in its table");
  return stateRoot(std::span<const Digest, kStateTables>(proof.tableRoots));
}

}  // namespace aurigraph::wire
