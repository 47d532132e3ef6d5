#pragma once

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/buffer.h"
#include "core/base/bytes.h"
#include "nodes/link/certificate_authority.h"
#include "nodes/runtime/transport.h"

/// Links between nodes: TCP with mutual TLS 1.3, two connections per pair (control and bulk), so that
/// half a megabyte of block never delays a vote (DESIGN §3, R-SEC-1; docs/formats/link.md).
///
/// Of each pair the node with the smaller id dials, both channels, and keeps dialling with a jittered
/// back-off. A peer is who its certificate says: chain to the cluster's authority, in date, this
/// cluster, this node id; the hello must agree. Everybody else is refused, counted and reported.
namespace aurigraph::link {

struct PeerAddress {
  NodeId node;
  std::string host;        ///< Name or address. Not needed of peers that dial us (smaller ids).
  std::uint16_t port = 0;  ///< 0: not known yet, not dialled.
  bool operator==(const PeerAddress&) const = default;
};

/// Something worth a line in the log. `code` is stable:
/// link.up, link.down, link.refused_certificate, link.refused_genesis, link.refused_node,
/// link.refused_hello, link.too_many_strangers, link.handshake_timeout, link.handshake_failed,
/// link.truncated, and those of decodeFrameHead and decodeHello.
struct LinkEvent {
  std::string_view code;
  NodeId peer;  ///< 0: not known.
  runtime::Channel channel = runtime::Channel::kControl;
  std::string detail;
};

struct LinkCounters {
  std::uint64_t framesSent = 0;
  std::uint64_t framesReceived = 0;
  std::uint64_t bytesSent = 0;  ///< Frames' bytes, before encryption.
  std::uint64_t bytesReceived = 0;
  std::uint64_t framesDropped = 0;  ///< Send queue full, or nobody there.
  std::uint64_t refused = 0;        ///< Connections of strangers, expired certificates, other clusters.
  std::uint64_t badFrames = 0;      ///< Connections closed for what came over them.
  std::uint64_t connections = 0;    ///< Established, ever.
};

struct LinkOptions {
  NodeId node;
  Digest genesis;
  std::string listenHost = "127.0.0.1";
  std::uint16_t listenPort = 0;  ///< 0: any free one; see port().
  std::vector<PeerAddress> peers;
  std::string authorityPem;  ///< The only root that counts.
  Credentials credentials;
  BufferPool* buffers = nullptr;  ///< Where received blocks go. Must outlive the transport.

  // Bounds of one peer's channel; a frame beyond is dropped and counted, consensus repeats.
  std::size_t maxQueuedFrames = 1'024;
  std::size_t maxQueuedBytes = std::size_t{64} * 1024 * 1024;
  std::size_t maxHandshakes = 64;  ///< Strangers that may be at the door at once.

  std::chrono::milliseconds handshakeTimeout{5'000};
  std::chrono::milliseconds firstRetry{50};
  std::chrono::milliseconds longestRetry{5'000};

  std::function<void(const LinkEvent&)> onEvent;  ///< From the transport's reactor; may be empty.
};

class LinkTransport final : public runtime::Transport {
 public:
  /// The reactor must run until stop() has returned.
  LinkTransport(boost::asio::io_context& reactor, LinkOptions options);
  ~LinkTransport() override;  ///< stop()

  /// Reads the credentials, listens, and begins to dial.
  /// Errors: certificate.unreadable, certificate.not_ours (key, node or cluster do not fit),
  /// link.port_busy.
  Status start(Receiver receiver) override;
  void send(NodeId to, runtime::Channel channel, runtime::FrameRef frame) override;
  void stop() override;

  /// The port that is listened on, once started.
  [[nodiscard]] std::uint16_t port() const;
  /// New list of peers: newcomers are dialled, who is gone is cut off.
  void setPeers(std::vector<PeerAddress> peers);
  /// New certificate for connections from now on; standing ones go on (R-SEC-2).
  /// Errors: as start().
  Status renew(Credentials credentials);

  /// Peers with both connections standing, ascending.
  [[nodiscard]] std::vector<NodeId> peersUp() const;
  [[nodiscard]] LinkCounters counters() const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace aurigraph::link
