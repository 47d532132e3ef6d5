#pragma once

#include <boost/json/value.hpp>
#include <string_view>

#include "core/base/result.h"
#include "core/base/types.h"
#include "nodes/gateway/http/http.h"

namespace aurigraph::gateway {

/// The HTTP status that goes with a stable code.
[[nodiscard]] unsigned statusOf(std::string_view code);

/// With every 503 (RFC 9110 §10.2.3): what is not there now may be in a moment.
inline constexpr unsigned kRetryAfterSeconds = 1;

/// A problem document (RFC 7807): type, title, status, detail, code, remedy.
[[nodiscard]] Response problem(const Error& error);
[[nodiscard]] Response problem(unsigned status, const Error& error);
/// With how long until the same would be admitted.
[[nodiscard]] Response tooMany(const Error& error, Nanoseconds retryAfter);

[[nodiscard]] Response jsonResponse(const boost::json::value& body, unsigned status = 200);
[[nodiscard]] Response bytesResponse(ByteView bytes);

}  // namespace aurigraph::gateway
