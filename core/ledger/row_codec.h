#pragma once

#include <cstddef>
#include <type_traits>

#include "core/base/bytes.h"
#include "core/ledger/rows.h"

/// Canonical bytes of rows that no proof shows yet (docs/formats/state.md). They are hashed into the
/// state root; rows that proofs show are encoded by core/wire/state_rows.h.
namespace aurigraph::ledger {

[[nodiscard]] Bytes encode(const RecordRow& row);
[[nodiscard]] Bytes encode(const SessionRow& row);
[[nodiscard]] Bytes encode(const HoldingRow& row);
[[nodiscard]] Bytes encode(const PendingRow& row);
[[nodiscard]] Bytes encode(const AnchorRow& row);
using wire::encode;

template <class Row>
inline constexpr bool kShownInProofs = std::is_same_v<Row, AccountRow> || std::is_same_v<Row, IdentityRow> ||
                                       std::is_same_v<Row, TokenRow> || std::is_same_v<Row, AssetRow>;

/// Gives `use` the row's canonical bytes; an account's are its own 64, without a copy.
template <class Row, class Use>
void withEncoding(const Row& row, Use use) {
  if constexpr (std::is_same_v<Row, AccountRow>)
    use(ByteView(reinterpret_cast<const std::uint8_t*>(&row), sizeof(row)));
  else
    use(ByteView(encode(row)));
}

/// Memory of a row outside of its table's chunk, about.
template <class Row>
std::size_t heapBytesOf(const Row& row) {
  if constexpr (std::is_trivially_copyable_v<Row>)
    return 0;
  else
    return encode(row).size();
}

}  // namespace aurigraph::ledger
