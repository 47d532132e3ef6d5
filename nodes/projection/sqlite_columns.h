#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstring>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "nodes/projection/projection_store.h"

/// How the SQLite store's files bind and read columns; internal to it.
namespace aurigraph::projection {

template <class Fixed>
void bindFixed(SQLite::Statement& statement, int at, const Fixed& value) {
  statement.bind(at, value.bytes.data(), static_cast<int>(value.bytes.size()));
}

inline void bindNumber(SQLite::Statement& statement, int at, std::uint64_t value) {
  statement.bind(at, static_cast<std::int64_t>(value));
}

template <class Fixed>
Fixed fixedOf(const SQLite::Column& column) {
  Fixed out;
  if (static_cast<std::size_t>(column.getBytes()) == Fixed::kSizeBytes)
    std::memcpy(out.bytes.data(), column.getBlob(), Fixed::kSizeBytes);
  return out;
}

inline ByteView viewOf(const SQLite::Column& column) {
  return {static_cast<const std::uint8_t*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

inline std::uint64_t numberOf(const SQLite::Column& column) {
  return static_cast<std::uint64_t>(column.getInt64());
}

/// One row more than asked tells whether there is a next page.
template <class Row, class From, class Key>
Page<Row> collectPage(SQLite::Statement& query, std::size_t limit, From from, Key key) {
  Page<Row> out;
  while (query.executeStep()) {
    if (out.items.size() == limit) {
      out.next = key(out.items.back());
      break;
    }
    out.items.push_back(from(query));
  }
  return out;
}

}  // namespace aurigraph::projection
