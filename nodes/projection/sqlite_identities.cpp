#include "nodes/projection/sqlite_identities.h"

#include "nodes/projection/sqlite_columns.h"

namespace aurigraph::projection {

using SQLite::Statement;

namespace {

IdentityEntry identityFrom(Statement& row) {
  return {.id = IdentityId(row.getColumn(0).getUInt()),
          .name = row.getColumn(1).getString(),
          .organisation = row.getColumn(2).getString(),
          .keys = {},
          .roles = static_cast<wire::RoleMask>(row.getColumn(3).getUInt()),
          .since = Height(numberOf(row.getColumn(4))),
          .blocked = Height(numberOf(row.getColumn(5)))};
}

/// A row for each key of an identity; the bound is one identity more than asked, for the next page.
Page<IdentityEntry> collectIdentities(Statement& query, std::size_t limit) {
  Page<IdentityEntry> out;
  while (query.executeStep()) {
    const IdentityId id(query.getColumn(0).getUInt());
    if (out.items.empty() || out.items.back().id != id) {
      if (out.items.size() == limit) {
        out.next = out.items.back().id.value;
        break;
      }
      out.items.push_back(identityFrom(query));
    }
    out.items.back().keys.push_back(fixedOf<PublicKey>(query.getColumn(6)));
  }
  return out;
}

void insertKey(SQLite::Database& writer, const KeyEntry& entry) {
  Statement insert(writer, "INSERT INTO keys (key,identity) VALUES (?,?)");
  bindFixed(insert, 1, entry.key);
  bindNumber(insert, 2, entry.identity.value);
  insert.exec();
}

}  // namespace

void insertIdentity(SQLite::Database& writer, const IdentityEntry& entry) {
  Statement insert(writer, "INSERT INTO identities VALUES (?,?,?,?,?,?)");
  bindNumber(insert, 1, entry.id.value);
  insert.bind(2, entry.name);
  insert.bind(3, entry.organisation);
  bindNumber(insert, 4, entry.roles);
  bindNumber(insert, 5, entry.since.value);
  bindNumber(insert, 6, entry.blocked.value);
  insert.exec();
  for (const PublicKey& key : entry.keys) insertKey(writer, {entry.id, key});
}

void changeIdentities(SQLite::Database& writer, const BlockRows& rows) {
  for (const auto& row : rows.identities) insertIdentity(writer, row);
  for (const auto& row : rows.roles) {
    Statement update(writer,
                     "UPDATE identities SET roles=?, organisation=coalesce(?,organisation) WHERE id=?");
    bindNumber(update, 1, row.roles);
    if (row.organisation) update.bind(2, *row.organisation);  // else it is NULL
    bindNumber(update, 3, row.identity.value);
    update.exec();
  }
  for (const auto& row : rows.keys) insertKey(writer, row);
  for (const PublicKey& key : rows.endedKeys) {
    Statement remove(writer, "DELETE FROM keys WHERE key=?");
    bindFixed(remove, 1, key);
    remove.exec();
  }
  for (const IdentityId identity : rows.blocked) {
    Statement update(writer, "UPDATE identities SET blocked=? WHERE id=?");
    bindNumber(update, 1, rows.block.height.value);
    bindNumber(update, 2, identity.value);
    update.exec();
  }
}

Page<IdentityEntry> readIdentities(SQLite::Database& reader, std::uint64_t after, std::size_t limit) {
  Statement query(reader,
                  "SELECT i.id,i.name,i.organisation,i.roles,i.since,i.blocked,k.key FROM (SELECT * FROM "
                  "identities WHERE id>? ORDER BY id LIMIT ?) i JOIN keys k ON k.identity=i.id ORDER BY "
                  "i.id,k.sequence");
  bindNumber(query, 1, after);
  bindNumber(query, 2, limit + 1);
  return collectIdentities(query, limit);
}

std::optional<IdentityId> readOwner(SQLite::Database& reader, const PublicKey& key) {
  Statement query(reader, "SELECT identity FROM keys WHERE key=?");
  bindFixed(query, 1, key);
  if (!query.executeStep()) return std::nullopt;
  return IdentityId(query.getColumn(0).getUInt());
}

}  // namespace aurigraph::projection
