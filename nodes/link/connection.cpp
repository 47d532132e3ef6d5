#include "nodes/link/connection.h"

#include <netinet/tcp.h>
#include <sys/socket.h>

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>

namespace aurigraph::link {
namespace {

/// How long unacknowledged bytes or silence of a dead machine keep a connection standing.
constexpr int kDeadAfterMilliseconds = 10'000;
constexpr int kKeepAliveSeconds = 5;
/// An empty buffer pool is asked again this often.
constexpr std::chrono::milliseconds kBufferWait{2};

void setOptions(LinkSocket& socket) {
  boost::system::error_code ignored;
  socket.set_option(boost::asio::ip::tcp::no_delay(true), ignored);
  socket.set_option(boost::asio::socket_base::keep_alive(true), ignored);
  const int handle = socket.native_handle();
  const unsigned deadAfter = kDeadAfterMilliseconds;
  ::setsockopt(handle, IPPROTO_TCP, TCP_USER_TIMEOUT, &deadAfter, sizeof deadAfter);
  const int seconds = kKeepAliveSeconds;
  ::setsockopt(handle, IPPROTO_TCP, TCP_KEEPIDLE, &seconds, sizeof seconds);
  ::setsockopt(handle, IPPROTO_TCP, TCP_KEEPINTVL, &seconds, sizeof seconds);
}

Error closed(std::string_view code, std::string message) {
  return Error{code, std::move(message), "Nothing to do if the other node was stopped."};
}

}  // namespace

Connection::Connection(LinkSocket socket, SSL_CTX* context, TlsStream::Side side,
                       FrameReader::Acquire acquire)
    : socket_(std::move(socket)),
      deadline_(socket_.get_executor()),
      bufferWait_(socket_.get_executor()),
      tls_(context, side),
      side_(side),
      reader_(std::move(acquire)) {
  setOptions(socket_);
}

void Connection::start(Handlers handlers, std::function<Hello()> hello, std::chrono::milliseconds timeout) {
  handlers_ = std::make_shared<Handlers>(std::move(handlers));
  hello_ = std::move(hello);
  deadline_.expires_after(timeout);
  deadline_.async_wait([self = shared_from_this()](boost::system::error_code error) {
    if (!error && !self->established_)
      self->close(Error{"link.handshake_timeout", "The other side did not introduce itself in time.",
                        "Check that it is a node of this cluster and not overloaded."});
  });
  step();
}

void Connection::wake() {
  if (open_ && established_ && !writing_) fill();
}

void Connection::end() {
  if (!open_) return;
  open_ = false;
  handlers_.reset();
  if (!writing_) {
    tls_.shutdown();
    boost::system::error_code ignored;
    socket_.non_blocking(true, ignored);
    socket_.write_some(boost::asio::buffer(tls_.outgoing()), ignored);  // a goodbye, if it goes at once
  }
  boost::system::error_code ignored;
  deadline_.cancel();
  bufferWait_.cancel();
  socket_.close(ignored);
  sending_ = {};
}

void Connection::close(Error why) {
  if (!open_) return;
  const auto handlers = handlers_;
  end();
  handlers->onClosed(why);
}

void Connection::closeFor(TlsStream::Outcome outcome) {
  if (outcome == TlsStream::Outcome::kEnded) {
    close(reader_.isInsideFrame() ? closed("link.truncated", "The connection ended inside a frame.")
                                  : closed("link.closed", "The other side ended the connection."));
    return;
  }
  if (tls_.certificateRefused())
    close(Error{"link.refused_certificate",
                "The other side's certificate is not good: " + tls_.failure() + ".",
                "Let the cluster's certificate authority issue that node's certificate anew."});
  else
    close(closed(handsShaken_ ? "link.closed" : "link.handshake_failed", "TLS: " + tls_.failure() + "."));
}

bool Connection::shakeHands() {
  const auto outcome = tls_.handshake();
  flush();
  if (outcome == TlsStream::Outcome::kWantsMore) {
    startRead();
    return false;
  }
  if (outcome != TlsStream::Outcome::kDone) {
    closeFor(outcome);
    return false;
  }
  handsShaken_ = true;
  if (side_ == TlsStream::Side::kDials) sendHello();
  return open_;
}

void Connection::step() {
  const auto self = shared_from_this();  // a handler may let go of us
  const auto handlers = handlers_;
  if (!open_ || (!handsShaken_ && !shakeHands())) return;
  while (open_) {
    if (reader_.isBlocked() && !reader_.tryUnblock()) {
      waitForBuffers();
      return;
    }
    std::size_t sizeBytes = 0;
    const auto outcome = tls_.read(reader_.wanted(), sizeBytes);
    if (outcome == TlsStream::Outcome::kWantsMore) {
      startRead();
      return;
    }
    if (outcome != TlsStream::Outcome::kDone) {
      closeFor(outcome);
      return;
    }
    auto complete = reader_.filled(sizeBytes);
    if (!complete) {
      close(complete.error());
      return;
    }
    if (*complete) take(std::move(**complete));
  }
}

void Connection::take(FrameReader::Complete complete) {
  if (established_) {
    if (complete.kind != FrameKind::kMessage)
      close(Error{"link.refused_hello", "A second hello came.", "Check the other node's version."});
    else
      handlers_->onFrame(std::move(complete.frame));
    return;
  }
  if (complete.kind != FrameKind::kHello) {
    close(Error{"link.refused_hello", "A message came before the hello.", "Check the other node's version."});
    return;
  }
  const auto hello = decodeHello(complete.frame->bytes);
  if (!hello) {
    close(hello.error());
    return;
  }
  if (auto verdict = handlers_->judge(*hello, tls_.peer()); !verdict) {
    close(verdict.error());
    return;
  }
  if (!open_) return;
  established_ = true;
  deadline_.cancel();
  if (side_ == TlsStream::Side::kAccepts) sendHello();
  handlers_->onEstablished();
  wake();
}

void Connection::waitForBuffers() {
  bufferWait_.expires_after(kBufferWait);
  bufferWait_.async_wait([self = shared_from_this()](boost::system::error_code error) {
    if (!error) self->step();
  });
}

void Connection::startRead() {
  if (!open_ || reading_) return;
  reading_ = true;
  const auto space = tls_.receiveSpace();
  socket_.async_read_some(
      boost::asio::buffer(space.data(), space.size()),
      [self = shared_from_this()](boost::system::error_code error, std::size_t size) {
        self->reading_ = false;
        if (!self->open_) return;
        if (error) {
          self->close(self->reader_.isInsideFrame()
                          ? closed("link.truncated", "The connection broke inside a frame.")
                          : closed("link.closed", error.message() + "."));
          return;
        }
        self->tls_.received(size);
        self->step();
      });
}

void Connection::sendHello() {
  auto frame = std::make_shared<runtime::Frame>();
  frame->bytes = encode(hello_());
  begin(std::move(frame), FrameKind::kHello);
  fill();
}

void Connection::begin(runtime::FrameRef frame, FrameKind kind) {
  const auto head = encode(headOf(kind, *frame));
  sending_.first.assign(head.begin(), head.end());
  sending_.first.insert(sending_.first.end(), frame->bytes.begin(), frame->bytes.end());
  sending_.frame = std::move(frame);
  sending_.piece = 0;
  sending_.at = 0;
}

ByteView Connection::pieceOf(const Sending& sending) const {
  if (sending.piece == 0) return sending.first;
  const BufferRef& buffer = sending.frame->buffers[(sending.piece - 1) / 2];
  return sending.piece % 2 == 1 ? buffer.header().subspan(limits::kFrameHeaderBytes) : buffer.body();
}

/// Encrypts a part of the frame under way. False: failed, closed.
bool Connection::encryptSome() {
  const ByteView piece = pieceOf(sending_).subspan(sending_.at);
  const std::size_t room = TlsStream::kStepBytes - tls_.outgoing().size();
  const ByteView part = piece.first(std::min(piece.size(), room));
  if (!part.empty()) {
    const auto outcome = tls_.write(part);
    if (outcome != TlsStream::Outcome::kDone) {
      closeFor(outcome);
      return false;
    }
  }
  sending_.at += part.size();
  if (part.size() < piece.size()) return true;
  sending_.at = 0;
  if (++sending_.piece > 2 * sending_.frame->buffers.size()) sending_.frame.reset();
  return true;
}

void Connection::fill() {
  if (!open_ || writing_) return;
  while (tls_.outgoing().size() < TlsStream::kStepBytes) {
    if (!sending_.frame) {
      auto next = established_ ? handlers_->nextFrame() : nullptr;
      if (!next) break;
      begin(std::move(next), FrameKind::kMessage);
    }
    if (!encryptSome()) return;
  }
  flush();
}

void Connection::flush() {
  if (!open_ || writing_ || tls_.outgoing().empty()) return;
  writing_ = true;
  inFlight_.clear();
  inFlight_.swap(tls_.outgoing());
  boost::asio::async_write(socket_, boost::asio::buffer(inFlight_),
                           [self = shared_from_this()](boost::system::error_code error, std::size_t) {
                             self->writing_ = false;
                             if (!self->open_) return;
                             if (error)
                               self->close(closed("link.closed", error.message() + "."));
                             else
                               self->fill();
                           });
}

}  // namespace aurigraph::link
