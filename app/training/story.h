#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>

#include "app/embedded/embedded_cluster.h"
#include "app/training/fault_injection.h"
#include "app/training/report.h"

namespace aurigraph::training {

struct DemoOptions {
  std::uint64_t seed = 1;
  FaultInjection fault = FaultInjection::kNone;
  std::filesystem::path out;                       ///< Absolute.
  std::function<void(std::string_view)> say;       ///< One line for each thing that happened.
  std::function<void(std::string_view)> progress;  ///< What is under way: one call a step.
  std::stop_token cancel;                          ///< Ends it before its next step: demo.cancelled.
};
inline constexpr std::size_t kStorySteps = 11;

/// Runs the whole story (domain §4.13) on a started cluster: three assets from fetch to certified token,
/// one price through review, one shipment refused, a transfer, a proof of every token verified offline.
/// The first step that is untrue ends it and is named in the report.
void tellStory(embedded::EmbeddedCluster& cluster, const DemoOptions& options, DemoReport& report);

}  // namespace aurigraph::training
