#pragma once

#include <cstddef>
#include <cstdint>

/// Every bound that more than one folder relies on, with its reason. Bounds that depend on each other
/// are tied below; a folder's own bounds stand in that folder.
namespace aurigraph::limits {

// A transfer is one cache line; a batch of them fills one buffer body (DESIGN §2).
inline constexpr std::size_t kTransferBytes = 64;
inline constexpr std::size_t kMaxTransfersPerBatch = 8'190;
inline constexpr std::size_t kBufferHeaderBytes = 4'096;  ///< One O_DIRECT page.
inline constexpr std::size_t kBufferBodyBytes = 512 * 1024;

// Leaves of a transfer batch's body tree: 16 transfers share one, three hashes instead of forty-eight.
inline constexpr std::size_t kBodyLeafBytes = 1'024;

// The header page: frame header, block header, then the batches' headers.
inline constexpr std::size_t kFrameHeaderBytes = 256;
inline constexpr std::size_t kBlockHeaderBytes = 256;
inline constexpr std::size_t kBatchHeaderBytes = 256;
inline constexpr std::size_t kMaxBatchesPerBlock = 14;

inline constexpr std::size_t kMaxCommandsPerBatch = 256;
inline constexpr std::size_t kMaxCommandPayloadBytes = 128 * 1024;

// Requests of one session that may be under way at once; results of that many are kept for retries.
inline constexpr std::uint32_t kSessionWindow = 32;
inline constexpr std::size_t kSessionsPerAuthor = 16;
// A batch is valid for at most so long, and a session that nobody used for longer is dropped: no batch of it
// could be executed any more.
inline constexpr std::int64_t kLongestValidity = 3'600'000'000'000;  ///< ns

inline constexpr std::size_t kMaxValidators = 9;  ///< R-NODE-2.
inline constexpr std::size_t kMaxBusinessNodes = 10;
inline constexpr std::size_t kMaxSlimNodes = 4;

inline constexpr std::size_t kMaxApprovals = 8;
inline constexpr std::size_t kMaxRulesPerToken = 64;  ///< The reason mask is one u64.

static_assert(kMaxTransfersPerBatch * kTransferBytes <= kBufferBodyBytes);
static_assert(kBodyLeafBytes % kTransferBytes == 0);
static_assert(kFrameHeaderBytes + kBlockHeaderBytes + kMaxBatchesPerBlock * kBatchHeaderBytes ==
              kBufferHeaderBytes);
static_assert(kMaxCommandPayloadBytes < kBufferBodyBytes);

}  // namespace aurigraph::limits
