#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include "nodes/projection/projection_store.h"

/// Identities and their keys in force in the SQLite store. All throw what SQLiteCpp throws.
namespace aurigraph::projection {

void insertIdentity(SQLite::Database& writer, const IdentityEntry& entry);
/// New ones, their roles, keys that came and ended, blocks.
void changeIdentities(SQLite::Database& writer, const BlockRows& rows);
[[nodiscard]] Page<IdentityEntry> readIdentities(SQLite::Database& reader, std::uint64_t after,
                                                 std::size_t limit);
/// Whose key it is, and in force.
[[nodiscard]] std::optional<IdentityId> readOwner(SQLite::Database& reader, const PublicKey& key);

}  // namespace aurigraph::projection
