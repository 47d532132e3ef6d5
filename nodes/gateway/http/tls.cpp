#include "nodes/gateway/http/tls.h"

#include <openssl/ssl.h>

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>

namespace aurigraph::gateway {

namespace ssl = boost::asio::ssl;

namespace {
constexpr const char* kTls12Ciphers =
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:"
    "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";
}

Result<std::unique_ptr<ssl::context>> serverTls(const std::string& certificatePem, const std::string& keyPem,
                                                const std::string& clientAuthorityPem) {
  auto context = std::make_unique<ssl::context>(ssl::context::tls_server);
  auto* native = context->native_handle();
  SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
  SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                  SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_IGNORE_UNEXPECTED_EOF);
  SSL_CTX_set_cipher_list(native, kTls12Ciphers);
  boost::system::error_code error;
  context->use_certificate_chain(boost::asio::buffer(certificatePem), error);
  if (!error) context->use_private_key(boost::asio::buffer(keyPem), ssl::context::pem, error);
  if (!error && SSL_CTX_check_private_key(native) != 1) error = boost::asio::error::invalid_argument;
  if (!error && !clientAuthorityPem.empty()) {
    context->add_certificate_authority(boost::asio::buffer(clientAuthorityPem), error);
    context->set_verify_mode(ssl::verify_peer | ssl::verify_fail_if_no_peer_cert);
  }
  if (error)
    return fail("server.bad_certificate",
                "The server's certificate, key or client CA cannot be used: " + error.message() + ".",
                "Give a PEM certificate with its chain and the key that belongs to it.");
  return context;
}

}  // namespace aurigraph::gateway
