#pragma once

// The batch stream spoken by hand, for what a well-behaved client would never do.

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <optional>
#include <string>

#include "core/wire/stream_frame.h"
#include "nodes/client/client.h"

namespace aurigraph::gateway {

struct RawFrame {
  wire::StreamFrameHead head;
  Bytes payload;
  [[nodiscard]] std::string code() const {
    const auto problem = wire::decodeStreamProblem(payload);
    return problem ? problem->code : "no problem";
  }
};

class RawStream {
 public:
  explicit RawStream(const client::ClientOptions& options)
      : tls_(boost::asio::ssl::context::tls_client), stream_(io_, tls_) {
    tls_.add_certificate_authority(boost::asio::buffer(options.trustedPem));
    stream_.next_layer().connect({boost::asio::ip::make_address(options.host), options.port});
    stream_.handshake(boost::asio::ssl::stream_base::client);
    write(std::string(
              "POST /api/v11/transaction/stream HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: ") +
          std::string(wire::kStreamProtocol) + "\r\n\r\n");
    for (char last[4] = {}; std::string_view(last, 4) != "\r\n\r\n";) {
      std::copy(last + 1, last + 4, last);
      boost::asio::read(stream_, boost::asio::buffer(last + 3, 1));
      answer_ += last[3];
    }
  }

  [[nodiscard]] const std::string& answer() const { return answer_; }

  void write(const std::string& bytes) {
    boost::system::error_code ignored;
    boost::asio::write(stream_, boost::asio::buffer(bytes), ignored);
  }
  void sendHead(wire::StreamFrameKind kind, std::size_t size, std::uint64_t id) {
    const auto head = wire::encode(wire::StreamFrameHead{kind, static_cast<std::uint32_t>(size), id});
    write(std::string(asText(head)));
  }
  void send(std::uint64_t id, ByteView batch) {
    sendHead(wire::StreamFrameKind::kBatch, batch.size(), id);
    write(std::string(asText(batch)));
  }

  /// The next frame; nothing: the other side ended.
  std::optional<RawFrame> receive() {
    Bytes head(wire::StreamFrameHead::kEncodedBytes);
    boost::system::error_code error;
    boost::asio::read(stream_, boost::asio::buffer(head), error);
    if (error) return std::nullopt;
    RawFrame out{wire::decodeStreamFrameHead(head).value(), {}};
    out.payload.resize(out.head.sizeBytes);
    boost::asio::read(stream_, boost::asio::buffer(out.payload), error);
    if (error) return std::nullopt;
    return out;
  }
  /// The next frame that is of this kind, whatever comes before.
  std::optional<RawFrame> receive(wire::StreamFrameKind kind) {
    for (;;) {
      auto frame = receive();
      if (!frame || frame->head.kind == kind) return frame;
    }
  }
  void cut() { stream_.next_layer().close(); }

 private:
  boost::asio::io_context io_;
  boost::asio::ssl::context tls_;
  boost::asio::ssl::stream<boost::asio::ip::tcp::socket> stream_;
  std::string answer_;
};

}  // namespace aurigraph::gateway
