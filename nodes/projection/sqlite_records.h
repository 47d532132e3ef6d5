#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include "nodes/projection/projection_store.h"

/// Records in the SQLite store: their rows, decisions and assets. All throw what SQLiteCpp throws.
namespace aurigraph::projection {

void insertRecords(SQLite::Database& writer, const BlockRows& rows);
[[nodiscard]] Page<RecordEntry> readRecords(SQLite::Database& reader,
                                            const ProjectionStore::RecordFilter& filter, std::uint64_t before,
                                            std::size_t limit);
[[nodiscard]] std::optional<RecordEntry> readRecord(SQLite::Database& reader, const Digest& id);
[[nodiscard]] std::optional<AssetId> readAssetOf(SQLite::Database& reader, const Digest& record);

}  // namespace aurigraph::projection
