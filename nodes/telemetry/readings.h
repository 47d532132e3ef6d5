#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/types.h"
#include "core/wire/genesis.h"

/// What nodes measure of themselves and tell each other. A reading that nobody has is absent, never 0.
namespace aurigraph::telemetry {

/// One outside source of a slim node.
struct SourceReading {
  std::string source;
  std::string category;
  std::uint64_t availabilityPercent = 0;
  std::uint64_t calls = 0, failures = 0, retries = 0;
  std::uint64_t cacheHits = 0, cacheMisses = 0;
  double lastLatencyMs = 0;
  std::uint64_t budgetRemaining = 0;
  std::string notAsked;   ///< Why it is left alone: "source.paused"; empty: it is asked.
  std::string lastError;  ///< Empty: the last fetch went well. What `notAsked` means, where that is set.
};

/// A slim node's counters since it started, and what waits in its channel now.
struct SlimReading {
  std::uint64_t answers = 0, failed = 0;
  std::uint64_t records = 0, refused = 0, duplicates = 0;
  std::uint64_t accept = 0, review = 0, reject = 0;
  std::uint64_t queued = 0, applied = 0, expired = 0, dead = 0;
  std::vector<SourceReading> sources;
};

struct NodeReading {
  NodeId id;
  wire::NodeKind kind = wire::NodeKind::kValidator;
  std::string name;
  bool healthy = false;
  std::string detail;  ///< Why not; may be empty.
  std::string role;    ///< "LEADER" …; empty: a slim node, or not known.
  std::optional<std::uint64_t> height;
  std::optional<double> cpuPercent;
  std::optional<std::uint64_t> memoryBytes;
  std::optional<std::uint64_t> memoryLimitBytes;
  std::optional<std::uint64_t> uptimeSeconds;
  std::optional<std::uint64_t> seenMsAgo;  ///< Since it last answered; absent: never did.
  std::optional<SlimReading> slim;
};

}  // namespace aurigraph::telemetry
