#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "core/base/limits.h"
#include "core/base/types.h"

namespace aurigraph::wire {

enum TransferFlags : std::uint16_t {
  kTransferPending = 1U << 0,  ///< Holds the amount instead of moving it.
  kTransferPost = 1U << 1,     ///< Moves what the pending transfer `pending` holds.
  kTransferVoid = 1U << 2,     ///< Releases what the pending transfer `pending` holds.
  kTransferLinked = 1U << 3,   ///< All of a chain or none; the chain ends at the first without it.
  kTransferKnownFlags = 0x0F,
};

/// One movement of value; the only operation the hot path knows (DESIGN §2). Fixed layout, little
/// endian, no padding, exactly one cache line. On the ledger only the debit account's owner, or a
/// mandate it gave, may send it.
struct Transfer {
  std::uint64_t debit = 0;    ///< AccountHandle.
  std::uint64_t credit = 0;   ///< AccountHandle.
  U128 amount = 0;            ///< Base units of `token`.
  U128 userData = 0;          ///< The author's own reference; the ledger only keeps it.
  std::uint64_t pending = 0;  ///< Handle of the pending transfer (post, void); else 0.
  std::uint32_t token = 0;    ///< TokenId.
  std::uint16_t code = 0;     ///< The author's reason code.
  std::uint16_t flags = 0;    ///< TransferFlags; unknown bits are refused.
};

static_assert(sizeof(Transfer) == limits::kTransferBytes);
static_assert(offsetof(Transfer, debit) == 0 && offsetof(Transfer, credit) == 8);
static_assert(offsetof(Transfer, amount) == 16 && offsetof(Transfer, userData) == 32);
static_assert(offsetof(Transfer, pending) == 48 && offsetof(Transfer, token) == 56);
static_assert(offsetof(Transfer, code) == 60 && offsetof(Transfer, flags) == 62);
static_assert(std::is_trivially_copyable_v<Transfer> && std::has_unique_object_representations_v<Transfer>);

}  // namespace aurigraph::wire
