#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace aurigraph::cluster {

/// What the start of a cluster goes through, in this order.
enum class StartStage : std::uint8_t {
  kFolder,     ///< Genesis, keys and certificates: opened, or made.
  kProviders,  ///< The provider simulator.
  kNodes,      ///< Every node has begun.
  kLeader,     ///< The validators recovered and know a leader.
  kGateway,    ///< Business and slim nodes can work.
};
inline constexpr std::size_t kStartStages = 5;

struct StartProgress {
  StartStage stage = StartStage::kFolder;
  std::size_t done = 0;  ///< Of `total`; equal: the stage is over.
  std::size_t total = 0;
};

/// "folder", "providers", "nodes", "leader", "gateway"
[[nodiscard]] constexpr std::string_view nameOf(StartStage stage) {
  constexpr std::string_view kNames[kStartStages] = {"folder", "providers", "nodes", "leader", "gateway"};
  return kNames[static_cast<std::size_t>(stage)];
}

/// For a person.
[[nodiscard]] constexpr std::string_view wordsOf(StartStage stage) {
  constexpr std::string_view kWords[kStartStages] = {
      "Opening the folder and its keys", "Starting the provider simulator", "Starting the nodes",
      "Waiting until a leader is elected", "Waiting until the gateway answers"};
  return kWords[static_cast<std::size_t>(stage)];
}

}  // namespace aurigraph::cluster
