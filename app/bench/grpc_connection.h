#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace aurigraph::bench {

/// Just enough gRPC (HTTP/2 in the clear, RFC 9113) for one unary call at a time on one connection. No
/// socket: bytes in, bytes out. It takes a microsecond or two per call, so that the peer under test is what
/// is measured and not its client (docs/decisions/060).
class GrpcConnection {
 public:
  /// First words of the connection.
  static void greet(Bytes& out);
  /// One call; the one before must be answered.
  void call(std::string_view path, ByteView message, Bytes& out);
  /// Takes what came. Gives the answer's message when the call is done; appends what must be said at once.
  /// Errors: bench.bad_answer (not HTTP/2), bench.refused (the call failed, or the peer ends).
  Result<std::optional<Bytes>> received(ByteView bytes, Bytes& out);

 private:
  struct Frame {
    std::uint8_t type = 0;
    std::uint8_t flags = 0;
    ByteView payload;
  };
  Result<bool> take(const Frame& frame, Bytes& out);

  std::uint32_t stream_ = 0;
  Bytes in_;
  Bytes answer_;
};

/// A protobuf field of wire type 2.
void putField(Bytes& out, std::uint32_t number, ByteView value);
/// The first field of that number in a message: bytes, or the digits of a varint.
[[nodiscard]] std::optional<ByteView> bytesField(ByteView message, std::uint32_t number);
[[nodiscard]] std::optional<std::uint64_t> varintField(ByteView message, std::uint32_t number);

}  // namespace aurigraph::bench
