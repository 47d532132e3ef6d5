#pragma once

#include <cstdint>

#include "core/base/strong.h"

namespace aurigraph {

__extension__ typedef unsigned __int128 U128;
__extension__ typedef __int128 I128;

// Positions in a lane's history.
using Lane = Strong<struct LaneTag, std::uint16_t>;      ///< An independent consensus group (R-CON-2).
using Term = Strong<struct TermTag, std::uint64_t>;      ///< Raft term. 0: before the first election.
using Height = Strong<struct HeightTag, std::uint64_t>;  ///< Block height = log index. 0: genesis, no block.

/// The rules and formats that blocks are written and executed by (DESIGN §2). Raised on the ledger, never by
/// a release alone.
using Protocol = Strong<struct ProtocolTag, std::uint16_t>;
inline constexpr Protocol kProtocol{1};  ///< The newest that this release understands.

// Who.
using NodeId =
    Strong<struct NodeIdTag, std::uint32_t>;  ///< A node's number in the genesis or a later grant. 0: none.
using IdentityId =
    Strong<struct IdentityIdTag, std::uint32_t>;  ///< Index of an identity on the ledger. 0: none.

// What.
using TokenId = Strong<struct TokenIdTag, std::uint32_t>;  ///< Index of a token class on the ledger. 0: none.
using AssetId = Strong<struct AssetIdTag, std::uint64_t>;  ///< Index of an asset on the ledger. 0: none.

/// How much, in base units of its token. Never negative; overflow is refused, never wrapped.
using Amount = Strong<struct AmountTag, U128>;

// When. Ticks are consensus's only time (10 ms each); Nanoseconds is UTC since 1970.
using Tick = Strong<struct TickTag, std::uint64_t>;
using Nanoseconds = Strong<struct NanosecondsTag, std::int64_t>;
inline constexpr Nanoseconds kTickLength{10'000'000};

// How an author counts what it sends (R-LED-6).
using SessionNumber = Strong<struct SessionNumberTag, std::uint64_t>;
using RequestNumber = Strong<struct RequestNumberTag, std::uint64_t>;

/// Parts per million: scores, caps, shares. 1,000,000 = 1.0.
using Ppm = Strong<struct PpmTag, std::int32_t>;

/// An account's place: `lane:16 | slot:48`. The slot is the row's index in the lane's account table.
struct AccountHandle {
  std::uint64_t value = 0;

  constexpr auto operator<=>(const AccountHandle&) const = default;
  [[nodiscard]] constexpr Lane lane() const { return Lane(static_cast<std::uint16_t>(value >> 48)); }
  [[nodiscard]] constexpr std::uint64_t slot() const { return value & 0x0000'FFFF'FFFF'FFFFULL; }

  static constexpr AccountHandle of(Lane lane, std::uint64_t slot) {
    return AccountHandle{(static_cast<std::uint64_t>(lane.value) << 48) | slot};
  }
};

}  // namespace aurigraph
