#pragma once

#include <array>
#include <atomic>
#include <cstdint>

namespace aurigraph::slim {

/// What a slim node did since it started; read for metrics (slim_*, SPEC §9).
struct SlimCounters {
  std::atomic<std::uint64_t> answers{0};  ///< Fetched from a source or its cache.
  std::atomic<std::uint64_t> failedFetches{0};
  std::atomic<std::uint64_t> records{0};  ///< Mapped, duplicates included.
  std::atomic<std::uint64_t> refused{0};  ///< Items and answers that gave no record.
  std::atomic<std::uint64_t> duplicates{0};
  std::atomic<std::uint64_t> accepted{0};  ///< By the node's own estimate, as the next two.
  std::atomic<std::uint64_t> review{0};
  std::atomic<std::uint64_t> rejected{0};
  std::atomic<std::uint64_t> applied{0};  ///< On the ledger: slim_tokenization_events_pushed.
  std::atomic<std::uint64_t> expired{0};
  std::atomic<std::uint64_t> dead{0};
  std::atomic<std::uint64_t> anchors{0};
  std::array<std::atomic<std::int32_t>, 6>
      lastScorePpm{};  ///< Estimated, by Category's number: slim_data_quality_score.
};

}  // namespace aurigraph::slim
