#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/types.h"

/// Outbound HTTPS to one provider (libcurl). Only the provider's own host, always verified TLS, no
/// redirects, bounded in time and size. One call = one attempt: retrying is the connector's (R-PIPE-2).
namespace aurigraph::http {

struct HttpOptions {
  std::string
      baseUrl;  ///< "https://data.alpaca.markets": scheme, host and port that may be called, path prefix.
  std::string trustedPem;    ///< Certificates that may sign the server's; empty: the system's.
  std::vector<Digest> pins;  ///< SHA-256 of SubjectPublicKeyInfo, any one of them; empty: not pinned.
  std::vector<std::pair<std::string, std::string>> headers;  ///< Credentials, user agent: on every call.
  std::uint32_t connectTimeoutMs = 2'000;
  std::uint32_t totalTimeoutMs = 5'000;
  std::uint64_t maxAnswerBytes = std::uint64_t{8} * 1024 * 1024;
  std::function<bool()> cancelled;  ///< Asked at least once a second; true ends the call. May be empty.
};

struct HttpCall {
  std::string path;  ///< Begins with '/'; query included. Appended to the base URL.
  std::string body;  ///< Not empty: POST of JSON (a search: reading all the same).
  std::string etag;  ///< Not empty: If-None-Match.
};

struct HttpAnswer {
  unsigned status = 0;
  std::string contentType;  ///< Lower case, without parameters: "application/json".
  std::string etag;
  std::string lastModified;
  std::string origin;  ///< X-Aurigraph-Origin.
  std::optional<std::uint32_t> retryAfterSeconds;
  std::optional<Nanoseconds> date;          ///< The Date header.
  std::optional<std::uint32_t> ageSeconds;  ///< The Age header.
  std::optional<std::uint32_t> maxAgeSeconds;
  Nanoseconds requestedAt;  ///< By our clock, before the first byte went out.
  Nanoseconds receivedAt;   ///< By our clock, when the answer was whole.
  bool pinned = false;      ///< A pin was asked for and held.
  Bytes body;
};

/// RFC 9111 §4.2.3, without resident time: how old the answer already was when it came. Date and Age are
/// whole seconds; a difference below one second counts as none.
[[nodiscard]] Nanoseconds ageOnArrival(const HttpAnswer& answer);

class HttpClient {
 public:
  /// Errors: http.bad_base_url (not https, no host, credentials in it).
  static Result<std::unique_ptr<HttpClient>> create(HttpOptions options);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  /// Blocks until the answer or the deadline; any thread, connections are kept. Any status is an answer.
  /// Errors: http.bad_path, http.unreachable, http.timeout, http.tls_failed, http.pin_mismatch,
  /// http.too_large, http.broken_answer (ended before its own length, bad encoding).
  Result<HttpAnswer> call(const HttpCall& call);

 private:
  struct State;
  explicit HttpClient(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// An error of call() that another attempt may not have.
[[nodiscard]] bool isTransient(const Error& error);

}  // namespace aurigraph::http
