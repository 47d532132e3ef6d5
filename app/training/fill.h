#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string_view>

#include "app/embedded/embedded_cluster.h"
#include "app/training/report.h"

namespace aurigraph::training {

struct FillProgress {
  std::string_view step;  ///< The story's steps, then "buyers" and "inbox".
  std::size_t done = 0;
  std::size_t total = 0;
};

struct FillOptions {
  std::filesystem::path proofs;                         ///< Absolute, made if missing.
  std::function<void(const FillProgress&)> onProgress;  ///< On the calling thread.
  std::stop_token cancel;
};

/// Something for every page of a window: the story (story.h), a second buyer, and an inbox in which at least
/// six records of five categories wait for a reviewer, each for a reason of its own. Approving one of
/// them makes an asset issuable that has no token yet. Blocks for some seconds. A cluster that was filled
/// before is left as it is and the report names no asset.
/// Errors: that of the story's first untrue step; demo.cancelled; demo.inbox_thin; those of the client.
Result<DemoReport> fillForWindow(embedded::EmbeddedCluster& cluster, const FillOptions& options);

}  // namespace aurigraph::training
