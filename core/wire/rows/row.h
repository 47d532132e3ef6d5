#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/types.h"
#include "core/wire/field_codec.h"
#include "core/wire/fields.h"

namespace aurigraph::wire {

// Each row of a lane's state is a header of this folder: kTable, kName (of the table), its members, their
// `fields` (core/wire/fields.h), and the indexes that find it (index.h). The ledger keeps rows in tables, a
// proof carries their canonical encodings, the verifier reads them without knowing the ledger.

/// The place of a table under the state root (docs/formats/state.md). It never changes; a new table comes at
/// the end.
enum class StateTable : std::uint16_t {};

template <class Row>
concept IsRow = requires {
  Row::kTable;
  typename Row::Indexes;
};

/// The canonical bytes of a row.
template <IsRow Row>
[[nodiscard]] Bytes encode(const Row& row) {
  return encodeFields(row);
}

[[nodiscard]] Error malformedRow();

/// Errors: state.malformed_row (also what is not canonical).
template <IsRow Row>
[[nodiscard]] Result<Row> decodeRow(ByteView bytes) {
  Row row;
  if (!decodeFields(bytes, row)) return tl::unexpected(malformedRow());
  return row;
}

}  // namespace aurigraph::wire
