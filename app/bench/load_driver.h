#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "app/bench/histogram.h"
#include "core/base/bytes.h"
#include "core/base/result.h"

namespace aurigraph::bench {

/// What one client says and hears on its connection. Ours and a peer's differ in this alone: the same
/// driver loads both.
class ClientProtocol {
 public:
  virtual ~ClientProtocol() = default;
  /// First words of the connection.
  virtual void greet(Bytes&) {}
  /// Appends one whole request.
  virtual void request(Bytes& out) = 0;
  /// Takes what came; says how many requests that answered. May append what must be said at once.
  /// Errors: bench.refused, bench.bad_answer.
  virtual Result<std::size_t> received(ByteView bytes, Bytes& out) = 0;
};

struct LoadPlan {
  std::uint16_t port = 0;  ///< On 127.0.0.1.
  std::size_t clients = 1;
  std::uint64_t warmUpNanoseconds = 0;  ///< Not counted.
  std::uint64_t nanoseconds = 0;        ///< Counted.
  /// Closed loop without: each client sends when it was answered. With it, an open loop of so many
  /// requests a second over all clients, each counted from when it was meant to start (pace.h).
  std::optional<std::uint64_t> perSecond;
};

struct Load {
  double perSecond = 0;
  Histogram latencies;
  std::uint64_t answered = 0;              ///< While it counted.
  std::uint64_t completed = 0;             ///< With warm-up and what was still under way at the end.
  std::uint64_t driverCpuNanoseconds = 0;  ///< What the driver itself took of the machine, meanwhile.
};

/// Loads a server with clients that have one connection and one request under way each; one thread.
/// Errors: bench.unreachable, bench.no_answer (nothing for 10 s), and the protocol's.
Result<Load> drive(const LoadPlan& plan,
                   const std::function<std::unique_ptr<ClientProtocol>()>& makeProtocol);

}  // namespace aurigraph::bench
