#pragma once

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <memory>
#include <string>
#include <string_view>

#include "nodes/link/certificate_authority.h"

/// Owners for OpenSSL's objects and small readers; for this folder and servers that speak TLS.
namespace aurigraph::link {

template <auto kFree>
struct OpensslDeleter {
  template <class T>
  void operator()(T* object) const {
    kFree(object);
  }
};
using BioPtr = std::unique_ptr<BIO, OpensslDeleter<BIO_free_all>>;
using KeyPtr = std::unique_ptr<EVP_PKEY, OpensslDeleter<EVP_PKEY_free>>;
using X509Ptr = std::unique_ptr<X509, OpensslDeleter<X509_free>>;
using ContextPtr = std::unique_ptr<SSL_CTX, OpensslDeleter<SSL_CTX_free>>;
using SslPtr = std::unique_ptr<SSL, OpensslDeleter<SSL_free>>;

/// Empty on anything that is not PEM of that kind.
[[nodiscard]] X509Ptr certificateFromPem(std::string_view pem);
[[nodiscard]] KeyPtr keyFromPem(std::string_view pem);
[[nodiscard]] CertificateFacts factsOf(X509* certificate);
[[nodiscard]] std::string textOf(BIO* memory);

}  // namespace aurigraph::link
