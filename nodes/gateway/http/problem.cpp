#include "nodes/gateway/http/problem.h"

#include <algorithm>
#include <boost/beast/http/status.hpp>
#include <boost/json/serialize.hpp>

#include "core/wire/text.h"

namespace aurigraph::gateway {

namespace {

struct CodeStatus {
  std::string_view code;  ///< A whole code, or its first part with the dot.
  unsigned status;
};
// The first that fits counts; whole codes before their family.
constexpr CodeStatus kStatuses[] = {
    {"route.unknown", 404},
    {"route.method_not_allowed", 405},
    {"route.", 400},
    {"request.too_large", 413},
    {"request.upgrade_required", 426},
    {"request.", 400},
    {"rate.", 429},
    {"auth.forbidden", 403},
    {"auth.", 401},
    {"query.bad_", 400},
    {"query.", 404},
    {"evidence.unknown", 404},
    {"evidence.digest_mismatch", 400},
    {"evidence.too_large", 413},
    {"evidence.", 503},
    {"batch.unknown_author", 403},
    {"batch.key_ended", 403},
    {"batch.unknown", 404},
    {"batch.other_cluster", 409},
    {"batch.expired", 409},
    {"batch.", 400},
    {"command.", 400},
    {"role.", 400},
    {"hex.", 400},
    {"integer.", 400},
    {"decimal.", 400},
    {"session.", 409},
    {"proof.no_checkpoint", 503},
    {"proof.account_too_new", 503},
    {"proof.token_too_new", 503},
    {"proof.checkpoint_running", 503},
    {"proof.not_covered_yet", 503},
    {"proof.", 409},
    {"gateway.timeout", 504},
    {"gateway.", 503},
    {"cluster.", 503},
    {"node.", 503},
    {"projection.", 503},
};

}  // namespace

unsigned statusOf(std::string_view code) {
  for (const auto& [known, status] : kStatuses)
    if (known == code || (known.ends_with('.') || known.ends_with('_') ? code.starts_with(known) : false))
      return status;
  return 500;
}

Response problem(unsigned status, const Error& error) {
  boost::json::object body{
      {"type", "/api/v11/openapi.yaml#" + std::string(error.code)},
      {"title",
       std::string(boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(status)))},
      {"status", status},
      {"detail", wire::asUtf8(error.message)},
      {"code", error.code}};
  if (!error.remedy.empty()) body["remedy"] = error.remedy;
  Response out{.status = status,
               .contentType = "application/problem+json",
               .body = boost::json::serialize(body),
               .headers = {},
               .stream = nullptr};
  if (status == 503) out.headers.emplace_back("Retry-After", std::to_string(kRetryAfterSeconds));
  return out;
}

Response problem(const Error& error) {
  return problem(statusOf(error.code), error);
}

Response tooMany(const Error& error, Nanoseconds retryAfter) {
  auto out = problem(error);
  out.headers.emplace_back("Retry-After", std::to_string(retryAfter.value / 1'000'000'000 + 1));
  return out;
}

Response jsonResponse(const boost::json::value& body, unsigned status) {
  return Response{.status = status,
                  .contentType = "application/json",
                  .body = boost::json::serialize(body),
                  .headers = {},
                  .stream = nullptr};
}

Response bytesResponse(ByteView bytes) {
  return Response{.status = 200,
                  .contentType = "application/octet-stream",
                  .body = std::string(asText(bytes)),
                  .headers = {},
                  .stream = nullptr};
}

}  // namespace aurigraph::gateway
