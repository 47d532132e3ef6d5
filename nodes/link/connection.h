#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <chrono>
#include <functional>
#include <memory>

#include "nodes/link/frame_codec.h"
#include "nodes/link/tls_stream.h"

namespace aurigraph::link {

using LinkExecutor = boost::asio::strand<boost::asio::io_context::executor_type>;
using LinkSocket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, LinkExecutor>;
using LinkTimer =
    boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                      boost::asio::wait_traits<std::chrono::steady_clock>, LinkExecutor>;

/// One TCP connection of one channel: TLS, hello, then frames both ways. All on the link's strand.
/// No step moves more than 64 KiB; while the pool is empty nothing is read (back-pressure).
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  struct Handlers {
    /// The peer's hello with its certificate; an error refuses it.
    std::function<Status(const Hello&, const CertificateFacts&)> judge;
    std::function<void()> onEstablished;
    std::function<void(runtime::FrameRef)> onFrame;
    /// The next frame to send; null when there is none. wake() asks again.
    std::function<runtime::FrameRef()> nextFrame;
    /// Once, last. Not after end().
    std::function<void(const Error&)> onClosed;
  };

  Connection(LinkSocket socket, SSL_CTX* context, TlsStream::Side side, FrameReader::Acquire acquire);

  /// `hello` gives ours: at once when we dial, after the peer's was judged when we accept.
  void start(Handlers handlers, std::function<Hello()> hello, std::chrono::milliseconds timeout);
  void wake();
  /// Closes without a word to the owner.
  void end();

 private:
  void step();
  bool shakeHands();
  void startRead();
  void flush();
  void fill();
  bool encryptSome();
  void sendHello();
  void take(FrameReader::Complete complete);
  void waitForBuffers();
  void close(Error why);
  void closeFor(TlsStream::Outcome outcome);

  struct Sending {
    runtime::FrameRef frame;
    Bytes first;            ///< Head and message in one piece: one TLS record for a small frame.
    std::size_t piece = 0;  ///< 0: first; then header page and body of each buffer.
    std::size_t at = 0;
  };
  [[nodiscard]] ByteView pieceOf(const Sending& sending) const;
  void begin(runtime::FrameRef frame, FrameKind kind);

  LinkSocket socket_;
  LinkTimer deadline_;
  LinkTimer bufferWait_;
  TlsStream tls_;
  const TlsStream::Side side_;
  FrameReader reader_;
  std::shared_ptr<Handlers> handlers_;  ///< Shared with the turn under way: a handler may end us.
  std::function<Hello()> hello_;
  Bytes inFlight_;
  Sending sending_;
  bool handsShaken_ = false;
  bool established_ = false;
  bool reading_ = false;
  bool writing_ = false;
  bool open_ = true;
};

}  // namespace aurigraph::link
