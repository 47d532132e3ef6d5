#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "app/bench/load_driver.h"
#include "core/base/result.h"
#include "nodes/runtime/runtime.h"

namespace aurigraph::bench {

inline constexpr std::size_t kOpaquePayloadBytes = 128;

/// Three validators in this process over mutual-TLS links, each with its own log, and the null state
/// machine. Each has an ingress on a loopback port: a client sends payloads of 128 bytes over plain TCP, each
/// makes a batch of its own, and the answer (8 bytes, the block's height) comes when it is committed and
/// applied there.
class OpaqueCluster {
 public:
  /// Errors: those of Runtime::addNode and CertificateAuthority, bench.no_leader.
  static Result<std::unique_ptr<OpaqueCluster>> start(const std::filesystem::path& folder);
  ~OpaqueCluster();

  /// Where the leader's ingress listens. Errors: bench.no_leader.
  Result<std::uint16_t> leaderPort();
  [[nodiscard]] std::unique_ptr<ClientProtocol> client() const;
  /// Operations that the leader has applied. Errors: bench.no_leader.
  Result<std::uint64_t> operationsApplied();
  /// Of all three nodes together.
  [[nodiscard]] runtime::NodeUsage usage() const;

  struct State;

 private:
  explicit OpaqueCluster(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace aurigraph::bench
