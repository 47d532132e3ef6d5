#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstring>
#include <mutex>

#include "nodes/slim/store.h"

/// How SlimStore talks to SQLite. Internal to nodes/slim.
namespace aurigraph::slim {

struct SlimStore::State {
  std::mutex mutex;
  SQLite::Database database;

  explicit State(const std::string& file)
      : database(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_FULLMUTEX) {}

  /// Runs `work` alone, with SQLite's exceptions as errors.
  template <class Work>
  auto run(Work work) -> decltype(work()) {
    const std::lock_guard lock(mutex);
    try {
      return work();
    } catch (const std::exception& problem) {
      return fail("slim.store_failed", std::string("The slim node's store failed: ") + problem.what() + ".",
                  "Check the disk that holds the node's data folder.");
    }
  }
  /// The same in one transaction: all or nothing.
  template <class Work>
  Status change(Work work) {
    return run([&]() -> Status {
      SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
      work();
      transaction.commit();
      return {};
    });
  }
};

inline void bindBytes(SQLite::Statement& statement, int index, ByteView bytes) {
  statement.bind(index, bytes.data(), static_cast<int>(bytes.size()));
}
inline Bytes bytesOf(const SQLite::Column& column) {
  const auto* data = static_cast<const std::uint8_t*>(column.getBlob());
  return data == nullptr ? Bytes{} : Bytes(data, data + column.getBytes());
}
inline Digest digestOf(const SQLite::Column& column) {
  Digest out;
  if (column.getBytes() == static_cast<int>(out.bytes.size()))
    std::memcpy(out.bytes.data(), column.getBlob(), out.bytes.size());
  return out;
}
inline void bindNumber(SQLite::Statement& statement, int index, std::uint64_t value) {
  statement.bind(index, static_cast<std::int64_t>(value));
}

/// Columns, in this order: record_id, content, retrieved_at, revision, score, band, raw, explanation.
inline constexpr const char* kSeenColumns =
    "record_id, content, retrieved_at, revision, score, band, raw, explanation";
inline SeenRecord seenOf(SQLite::Statement& row) {
  SeenRecord out;
  out.recordId = digestOf(row.getColumn(0));
  out.content = digestOf(row.getColumn(1));
  out.retrievedAt = Nanoseconds(row.getColumn(2).getInt64());
  out.revision = static_cast<std::uint64_t>(row.getColumn(3).getInt64());
  out.score = Ppm(row.getColumn(4).getInt());
  out.band = static_cast<quality::Band>(row.getColumn(5).getInt());
  out.rawDigest = digestOf(row.getColumn(6));
  out.explanation = digestOf(row.getColumn(7));
  return out;
}

}  // namespace aurigraph::slim
