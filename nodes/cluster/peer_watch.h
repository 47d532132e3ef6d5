#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "nodes/client/client.h"
#include "nodes/telemetry/readings.h"

namespace aurigraph::cluster {

/// Asks the other nodes of a cluster how they are, each about once a second, over HTTPS as anybody would:
/// so it knows the same of nodes in this process, in another and on another machine. Threads of its own,
/// since asking blocks; one that does not answer holds up no other for long.
class PeerWatch {
 public:
  struct Peer {
    NodeId node;
    wire::NodeKind kind = wire::NodeKind::kValidator;
    std::string name;
    std::string host;
    std::uint16_t port = 0;  ///< 0: not configured; listed, never asked.
  };
  /// `authorityPem`: the cluster's root, the only certificates trusted.
  PeerWatch(std::vector<Peer> peers, std::string authorityPem);
  ~PeerWatch();
  PeerWatch(const PeerWatch&) = delete;
  PeerWatch& operator=(const PeerWatch&) = delete;

  /// In the order given. Any thread; never waits for an answer.
  [[nodiscard]] std::vector<telemetry::NodeReading> readings() const;

 private:
  using Clock = std::chrono::steady_clock;
  struct Watched {
    Peer peer;
    std::unique_ptr<client::ApiClient> client;  // of whoever asks: `asking`
    bool asking = false;
    Clock::time_point due;
    telemetry::NodeReading reading;
    std::optional<Clock::time_point> seen;
  };
  void run();
  telemetry::NodeReading ask(Watched& watched);

  const std::string authorityPem_;
  mutable std::mutex mutex_;  // guards what follows
  std::condition_variable wake_;
  bool stopping_ = false;
  std::vector<Watched> watched_;
  std::vector<std::thread> threads_;
};

}  // namespace aurigraph::cluster
