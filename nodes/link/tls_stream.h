#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "core/base/bytes.h"
#include "nodes/link/openssl_types.h"

/// TLS 1.3 as a function of bytes: what came from the socket goes in, what the socket must send comes
/// out. OpenSSL reads from and writes into our own memory (no socket BIO), at least 64 KiB a call.
namespace aurigraph::link {

/// A context for one side's certificate: TLS 1.3, both sides must show a certificate that chains to
/// `authorityPem` and is in date. Errors: certificate.unreadable, certificate.not_ours.
Result<ContextPtr> makeContext(std::string_view authorityPem, const Credentials& credentials);

class TlsStream {
 public:
  enum class Side : std::uint8_t { kDials, kAccepts };
  enum class Outcome : std::uint8_t {
    kDone,       ///< The call did its work.
    kWantsMore,  ///< All that came is used up: give more.
    kEnded,      ///< The peer said that it ends.
    kFailed,     ///< See failure().
  };

  TlsStream(SSL_CTX* context, Side side);
  TlsStream(const TlsStream&) = delete;
  TlsStream& operator=(const TlsStream&) = delete;

  /// Space to receive into. Only when all received bytes are used up (kWantsMore).
  [[nodiscard]] std::span<std::uint8_t> receiveSpace();
  void received(std::size_t sizeBytes);

  Outcome handshake();
  /// Decrypts into `into`; `sizeBytes` says how much.
  Outcome read(std::span<std::uint8_t> into, std::size_t& sizeBytes);
  /// Encrypts all of `bytes` into outgoing().
  Outcome write(ByteView bytes);
  void shutdown();  ///< Says goodbye, into outgoing().

  /// Encrypted bytes for the socket; the caller takes them out.
  [[nodiscard]] Bytes& outgoing() { return outgoing_; }

  /// Why it failed; says so when it was the peer's certificate.
  [[nodiscard]] const std::string& failure() const { return failure_; }
  [[nodiscard]] bool certificateRefused() const { return certificateRefused_; }
  /// After the handshake.
  [[nodiscard]] CertificateFacts peer() const;

  static constexpr std::size_t kStepBytes = std::size_t{64} * 1024;

 private:
  Outcome outcomeOf(int returned);
  static BIO_METHOD* method();
  static int writeOut(BIO* bio, const char* data, int size);
  static int readIn(BIO* bio, char* data, int size);
  static long control(BIO* bio, int command, long number, void* pointer);

  SslPtr ssl_;
  Bytes incoming_;
  std::size_t incomingAt_ = 0;
  std::size_t incomingEnd_ = 0;
  Bytes outgoing_;
  std::string failure_;
  bool certificateRefused_ = false;
};

}  // namespace aurigraph::link
