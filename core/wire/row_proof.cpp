#include "core/wire/row_proof.h"

#include <cstring>

#include "core/base/assert.h"
#include "core/base/byte_io.h"
#include "core/crypto/merkle.h"
#include "core/crypto/wipe.h"

namespace aurigraph::wire {
namespace {

/// Where an account's public part stands in its 64 bytes.
constexpr std::size_t kPublicAt = offsetof(AccountRow, token);
constexpr std::size_t kPublicEnd = offsetof(AccountRow, extension);
static_assert(offsetof(AccountRow, holder) == kPublicAt + sizeof(AccountRow::token) &&
              kPublicEnd == offsetof(AccountRow, holder) + sizeof(AccountRow::holder));

tl::unexpected<Error> badRow(const char* why) {
  return fail("proof.bad_row", std::string("A row's proof does not hold: ") + why + ".",
              "Ask the node for the proof again, or do not trust the file.");
}

bool isAccount(std::uint16_t table) {
  return table == static_cast<std::uint16_t>(AccountRow::kTable);
}

Result<Digest> climb(std::uint16_t table, std::uint64_t slot, const Digest& leaf, const StatePath& path) {
  if (path.tableRoots.size() != kStateTables || table >= kStateTables)
    return badRow("its tables are not those of a state");
  if (path.pageRowHashes.size() != kRowsPerPage) return badRow("its page has not 16 rows");
  const std::span<const Digest, kRowsPerPage> page(path.pageRowHashes);
  if (page[slot % kRowsPerPage] != leaf) return badRow("the row is not that of its page");
  Digest root;
  if (!crypto::rootFromInclusion(pageHash(page), slot / kRowsPerPage, path.pageCount, path.pagePath, root))
    return badRow("the page's path has the wrong length");
  if (tableRoot(path.pageCount, root) != path.tableRoots[table])
    return badRow("the page is not in its table");
  return stateRoot(std::span<const Digest, kStateTables>(path.tableRoots));
}

}  // namespace

crypto::DomainBlock RowSalts::begin(const StateSecret& secret, Lane lane) {
  std::array<std::uint8_t, StateSecret::Value::kSizeBytes + sizeof(lane)> shared;
  std::memcpy(shared.data(), secret.reveal().bytes.data(), StateSecret::Value::kSizeBytes);
  std::memcpy(shared.data() + StateSecret::Value::kSizeBytes, &lane, sizeof(lane));
  crypto::DomainBlock out("aurigraph/row-salt/1", shared);
  crypto::wipe(shared);
  return out;
}

RowSalts::RowSalts(const StateSecret& secret, Lane lane) : begun_(begin(secret, lane)) {}

Digest RowSalts::of(StateTable table, std::uint64_t slot) const {
  // On the stack: this runs for every row of every page that a checkpoint hashes.
  std::array<std::uint8_t, sizeof(table) + sizeof(slot)> place;
  std::memcpy(place.data(), &table, sizeof(table));
  std::memcpy(place.data() + sizeof(table), &slot, sizeof(slot));
  return begun_.hash({place});
}

Digest privateDigest(const Digest& salt, std::span<const std::uint8_t, sizeof(AccountRow)> row) {
  return crypto::taggedHash("aurigraph/account-private/1",
                            {salt.view(), row.first<kPublicAt>(), row.subspan<kPublicEnd>()});
}

Digest accountHash(TokenId token, IdentityId holder, const Digest& privatePart) {
  static const crypto::DomainBlock kDomain("aurigraph/account/1");
  std::array<std::uint8_t, kPublicEnd - kPublicAt> open;
  std::memcpy(open.data(), &token.value, sizeof(token.value));
  std::memcpy(open.data() + sizeof(token.value), &holder.value, sizeof(holder.value));
  return kDomain.hash({open, privatePart.view()});
}

Digest rowHash(StateTable table, const Digest& salt, ByteView row) {
  if (table != AccountRow::kTable) return crypto::taggedHash("aurigraph/row/1", {salt.view(), row});
  AG_ASSERT(row.size() == sizeof(AccountRow));
  AccountRow account;
  std::memcpy(&account, row.data(), sizeof(account));
  return accountHash(TokenId(account.token), IdentityId(account.holder),
                     privateDigest(salt, row.first<sizeof(AccountRow)>()));
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
  // Before it is hashed: an account's parts are found by their place.
  if (isAccount(proof.table) && proof.row.size() != sizeof(AccountRow))
    return badRow("an account's row has not 64 bytes");
  return climb(proof.table, proof.slot, rowHash(StateTable(proof.table), proof.salt, proof.row), proof.path);
}

Result<Digest> stateRootOf(const OwnerProof& proof) {
  return climb(static_cast<std::uint16_t>(AccountRow::kTable), proof.slot,
               accountHash(proof.token, proof.holder, proof.privatePart), proof.path);
}

}  // namespace aurigraph::wire
