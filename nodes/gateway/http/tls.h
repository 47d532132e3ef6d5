#pragma once

#include <boost/asio/ssl/context.hpp>
#include <memory>
#include <string>

#include "core/base/result.h"

namespace aurigraph::gateway {

/// A server's TLS: 1.3 preferred, 1.2 with forward secrecy and AEAD only, no renegotiation, no tickets
/// across restarts (R-GW-3). Errors: server.bad_certificate.
Result<std::unique_ptr<boost::asio::ssl::context>> serverTls(const std::string& certificatePem,
                                                             const std::string& keyPem,
                                                             const std::string& clientAuthorityPem);

}  // namespace aurigraph::gateway
