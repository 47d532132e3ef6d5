// Raw answers and documents, by their SHA-256.

#include "core/crypto/sha256.h"
#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/routes/routes.h"

namespace aurigraph::gateway {

namespace {

struct Parts {
  EvidenceAccess evidence;
};

constexpr std::size_t kMaxEvidenceBytes = std::size_t{8} * 1024 * 1024;

Error noStore() {
  return {"evidence.unavailable", "This gateway keeps no evidence.",
          "Ask a gateway that does, or the operator."};
}

Task<Response> putRoute(const Parts& parts, RequestRef request) {
  const auto digest = fixedFromHex<Digest>(request->parameter("sha256"));
  if (!digest) co_return problem(digest.error());
  if (crypto::sha256(request->body) != *digest)
    co_return problem(Error{"evidence.digest_mismatch",
                            "The bytes have another SHA-256 than the address says.",
                            "Send the bytes unchanged under their own digest."});
  if (!parts.evidence.put) co_return problem(noStore());
  const auto stored = parts.evidence.put(*digest, request->body);
  if (!stored) co_return problem(stored.error());
  co_return Response{
      .status = 204, .contentType = "application/json", .body = {}, .headers = {}, .stream = nullptr};
}

Task<Response> getRoute(const Parts& parts, RequestRef request) {
  const auto digest = fixedFromHex<Digest>(request->parameter("sha256"));
  if (!digest) co_return problem(digest.error());
  if (!parts.evidence.get) co_return problem(noStore());
  const auto bytes = parts.evidence.get(*digest);
  if (!bytes) co_return problem(bytes.error());
  co_return bytesResponse(*bytes);
}

}  // namespace

std::vector<Route> evidenceRoutes(EvidenceAccess evidence) {
  const Parts parts{.evidence = std::move(evidence)};
  return {
      {.method = Method::kPut,
       .path = "/api/v11/evidence/{sha256}",
       .who = Who::kEvidenceBringers,
       .budget = Budget::kExternal,
       .maxBodyBytes = kMaxEvidenceBytes,
       .needs = Needs::kLedger,
       .handler = with(parts, putRoute)},
      {.method = Method::kGet,
       .path = "/api/v11/evidence/{sha256}",
       .who = Who::kRecordWorkers,
       .budget = Budget::kExternal,
       .maxBodyBytes = 0,
       .needs = Needs::kLedger,
       .handler = with(parts, getRoute)},
  };
}

}  // namespace aurigraph::gateway
