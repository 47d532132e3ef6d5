#pragma once

#include <functional>

#include "nodes/runtime/actor.h"

namespace aurigraph::runtime {

/// Who carries frames to other nodes: mutual-TLS links (nodes/link) in the product, an in-memory wire in
/// tests. Thread-safe. Delivery is at most once and in order per channel while a peer is up; nothing is
/// promised across PeerDown. A full send queue drops the frame and counts it: consensus repeats.
class Transport {
 public:
  struct Receiver {
    std::function<void(NodeId from, Channel, FrameRef)> onFrame;
    std::function<void(NodeId)> onPeerUp;  ///< Control and bulk connections both stand.
    std::function<void(NodeId)> onPeerDown;
  };
  virtual ~Transport() = default;
  virtual Status start(Receiver receiver) = 0;  ///< Callbacks come from the transport's reactor.
  virtual void send(NodeId to, Channel channel, FrameRef frame) = 0;
  virtual void stop() = 0;  ///< No callback comes after it returns.
};

}  // namespace aurigraph::runtime
