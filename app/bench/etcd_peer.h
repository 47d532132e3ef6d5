#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "app/bench/load_driver.h"
#include "core/base/result.h"

namespace aurigraph::bench {

/// etcd, three members on loopback as processes of their own, from the Debian package etcd-server: what our
/// consensus is held against. Each client puts a value under a key of its own.
class EtcdPeer {
 public:
  [[nodiscard]] static bool isInstalled();
  /// Members' data goes into `folder`. They end with this object, and with this process in any case.
  /// Errors: bench.peer_failed (it did not start, or has no leader in 20 s).
  static Result<std::unique_ptr<EtcdPeer>> start(const std::filesystem::path& folder);
  ~EtcdPeer();

  /// Client port of the member that leads. Errors: bench.peer_failed.
  Result<std::uint16_t> leaderPort();
  [[nodiscard]] const std::string& version() const;
  /// A client that puts values of so many bytes.
  [[nodiscard]] std::unique_ptr<ClientProtocol> client(std::size_t valueBytes);
  /// CPU time that the members have used so far.
  [[nodiscard]] std::uint64_t cpuNanoseconds() const;

 private:
  struct State;
  explicit EtcdPeer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace aurigraph::bench
