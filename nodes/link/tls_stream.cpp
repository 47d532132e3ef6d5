#include "nodes/link/tls_stream.h"

#include <openssl/err.h>

#include <algorithm>
#include <cstring>

#include "core/base/assert.h"

namespace aurigraph::link {

Result<ContextPtr> makeContext(std::string_view authorityPem, const Credentials& credentials) {
  const auto refused = [](std::string_view code, std::string message) {
    ERR_clear_error();
    return fail(code, std::move(message),
                "Let the cluster's certificate authority issue this node's certificate anew.");
  };
  const X509Ptr authority = certificateFromPem(authorityPem);
  const X509Ptr own = certificateFromPem(credentials.certificatePem);
  const KeyPtr key = keyFromPem(credentials.keyPem);
  if (!authority || !own || !key)
    return refused("certificate.unreadable", "The node's certificate, key or authority is no PEM.");
  ContextPtr context(SSL_CTX_new(TLS_method()));
  AG_ASSERT(context != nullptr);
  SSL_CTX* raw = context.get();
  SSL_CTX_set_min_proto_version(raw, TLS1_3_VERSION);
  SSL_CTX_set_max_proto_version(raw, TLS1_3_VERSION);
  // Hardware AES first: a link is bound by what a core encrypts.
  SSL_CTX_set_ciphersuites(raw, "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256");
  SSL_CTX_set_verify(raw, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
  SSL_CTX_set_session_cache_mode(raw, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_num_tickets(raw, 0);  // no resumption: the certificate is looked at every time
  SSL_CTX_set_options(raw, SSL_OP_NO_TICKET);
  if (X509_STORE_add_cert(SSL_CTX_get_cert_store(raw), authority.get()) != 1 ||
      SSL_CTX_use_certificate(raw, own.get()) != 1 || SSL_CTX_use_PrivateKey(raw, key.get()) != 1 ||
      SSL_CTX_check_private_key(raw) != 1)
    return refused("certificate.not_ours", "The node's key does not belong to its certificate.");
  return context;
}

TlsStream::TlsStream(SSL_CTX* context, Side side) : ssl_(SSL_new(context)), incoming_(kStepBytes) {
  AG_ASSERT(ssl_ != nullptr);
  BIO* bio = BIO_new(method());
  AG_ASSERT(bio != nullptr);
  BIO_set_data(bio, this);
  BIO_set_init(bio, 1);
  SSL_set_bio(ssl_.get(), bio, bio);  // takes the one reference for both directions
  if (side == Side::kDials)
    SSL_set_connect_state(ssl_.get());
  else
    SSL_set_accept_state(ssl_.get());
}

std::span<std::uint8_t> TlsStream::receiveSpace() {
  AG_ASSERT(incomingAt_ == incomingEnd_);
  return incoming_;
}

void TlsStream::received(std::size_t sizeBytes) {
  incomingAt_ = 0;
  incomingEnd_ = sizeBytes;
}

TlsStream::Outcome TlsStream::handshake() {
  ERR_clear_error();
  return outcomeOf(SSL_do_handshake(ssl_.get()));
}

TlsStream::Outcome TlsStream::read(std::span<std::uint8_t> into, std::size_t& sizeBytes) {
  ERR_clear_error();
  sizeBytes = 0;
  return outcomeOf(SSL_read_ex(ssl_.get(), into.data(), into.size(), &sizeBytes));
}

TlsStream::Outcome TlsStream::write(ByteView bytes) {
  ERR_clear_error();
  std::size_t written = 0;
  const Outcome outcome = outcomeOf(SSL_write_ex(ssl_.get(), bytes.data(), bytes.size(), &written));
  AG_ASSERT(outcome != Outcome::kDone || written == bytes.size());  // our memory takes everything
  return outcome;
}

void TlsStream::shutdown() {
  ERR_clear_error();
  if (SSL_is_init_finished(ssl_.get())) SSL_shutdown(ssl_.get());
  ERR_clear_error();
}

CertificateFacts TlsStream::peer() const {
  X509* certificate = SSL_get0_peer_certificate(ssl_.get());
  return certificate == nullptr ? CertificateFacts{} : factsOf(certificate);
}

TlsStream::Outcome TlsStream::outcomeOf(int returned) {
  if (returned == 1) return Outcome::kDone;
  switch (SSL_get_error(ssl_.get(), returned)) {
    case SSL_ERROR_WANT_READ:
      return Outcome::kWantsMore;
    case SSL_ERROR_ZERO_RETURN:
      return Outcome::kEnded;
    default:
      break;
  }
  const long verified = SSL_get_verify_result(ssl_.get());
  certificateRefused_ = verified != X509_V_OK;
  if (certificateRefused_) {
    failure_ = X509_verify_cert_error_string(verified);
  } else {
    const unsigned long code = ERR_peek_last_error();
    // Without a certificate there is no verdict about one.
    certificateRefused_ = ERR_GET_REASON(code) == SSL_R_PEER_DID_NOT_RETURN_A_CERTIFICATE;
    const char* reason = code == 0 ? nullptr : ERR_reason_error_string(code);
    failure_ = reason == nullptr ? "TLS failed" : reason;
  }
  ERR_clear_error();
  return Outcome::kFailed;
}

BIO_METHOD* TlsStream::method() {
  static BIO_METHOD* const kMethod = [] {
    BIO_METHOD* made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "aurigraph link");
    AG_ASSERT(made != nullptr);
    BIO_meth_set_write(made, &TlsStream::writeOut);
    BIO_meth_set_read(made, &TlsStream::readIn);
    BIO_meth_set_ctrl(made, &TlsStream::control);
    return made;
  }();
  return kMethod;
}

int TlsStream::writeOut(BIO* bio, const char* data, int size) {
  auto& out = static_cast<TlsStream*>(BIO_get_data(bio))->outgoing_;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(data);  // the same type on both sides: one memcpy
  out.insert(out.end(), bytes, bytes + size);
  return size;
}

int TlsStream::readIn(BIO* bio, char* data, int size) {
  auto* self = static_cast<TlsStream*>(BIO_get_data(bio));
  BIO_clear_retry_flags(bio);
  const std::size_t left = self->incomingEnd_ - self->incomingAt_;
  if (left == 0) {
    BIO_set_retry_read(bio);
    return -1;
  }
  const std::size_t taken = std::min(left, static_cast<std::size_t>(size));
  std::memcpy(data, self->incoming_.data() + self->incomingAt_, taken);
  self->incomingAt_ += taken;
  return static_cast<int>(taken);
}

long TlsStream::control(BIO*, int command, long, void*) {
  return command == BIO_CTRL_FLUSH || command == BIO_CTRL_PUSH || command == BIO_CTRL_POP ? 1 : 0;
}

}  // namespace aurigraph::link
