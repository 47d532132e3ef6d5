#include "core/crypto/sha256.h"
#include "nodes/gateway/context.h"
#include "nodes/gateway/http/problem.h"

namespace aurigraph::gateway {

using http_verb = boost::beast::http::verb;
using ledger::Ledger;

namespace {

constexpr std::size_t kMaxEvidenceBytes = std::size_t{8} * 1024 * 1024;

Error noStore() {
  return {"evidence.unavailable", "This gateway keeps no evidence.",
          "Ask a gateway that does, or the operator."};
}

/// Issuers bring the documents of their assets; what these say reaches the ledger through a slim node only.
bool mayBringEvidence(const Ledger& ledger, const PublicKey& reader) {
  return ledger.allows(reader, wire::Permission::kSubmitRecord) ||
         ledger.allows(reader, wire::Permission::kRegisterAsset);
}

Task<Status> mayUse(Context& context, RequestRef request, bool write) {
  const auto reader = signedInReader(context, *request);
  if (!reader) co_return passOn(reader);
  std::function<Result<bool>(const Ledger&)> look = [reader = *reader,
                                                     write](const Ledger& ledger) -> Result<bool> {
    if (write ? mayBringEvidence(ledger, reader) : maySeeRecords(ledger, reader)) return true;
    return forbidden(write ? "Evidence is brought by those who submit records or register assets."
                           : "Evidence is shown to those who work with records.");
  };
  const auto allowed = co_await readLedger<bool>(context, std::move(look));
  if (!allowed) co_return passOn(allowed);
  co_return Status{};
}

Task<Response> putRoute(Context& context, RequestRef request) {
  if (const auto allowed = co_await mayUse(context, request, true); !allowed)
    co_return problem(allowed.error());
  const auto digest = fixedFromHex<Digest>(request->parameter("sha256"));
  if (!digest) co_return problem(digest.error());
  if (crypto::sha256(request->body) != *digest)
    co_return problem(Error{"evidence.digest_mismatch",
                            "The bytes have another SHA-256 than the address says.",
                            "Send the bytes unchanged under their own digest."});
  if (!context.parts.evidence.put) co_return problem(noStore());
  const auto stored = context.parts.evidence.put(*digest, request->body);
  if (!stored) co_return problem(stored.error());
  co_return Response{
      .status = 204, .contentType = "application/json", .body = {}, .headers = {}, .stream = nullptr};
}

Task<Response> getRoute(Context& context, RequestRef request) {
  if (const auto allowed = co_await mayUse(context, request, false); !allowed)
    co_return problem(allowed.error());
  const auto digest = fixedFromHex<Digest>(request->parameter("sha256"));
  if (!digest) co_return problem(digest.error());
  if (!context.parts.evidence.get) co_return problem(noStore());
  const auto bytes = context.parts.evidence.get(*digest);
  if (!bytes) co_return problem(bytes.error());
  co_return bytesResponse(*bytes);
}

}  // namespace

void addEvidenceRoutes(Router& router, Context& context) {
  router.add({.method = http_verb::put,
              .pattern = "/api/v11/evidence/{sha256}",
              .routeClass = RouteClass::kExternal,
              .maxBodyBytes = kMaxEvidenceBytes,
              .needs = Needs::kLedger,
              .handler = [&context](RequestRef request) { return putRoute(context, std::move(request)); }});
  router.add({.method = http_verb::get,
              .pattern = "/api/v11/evidence/{sha256}",
              .routeClass = RouteClass::kExternal,
              .maxBodyBytes = 0,
              .needs = Needs::kLedger,
              .handler = [&context](RequestRef request) { return getRoute(context, std::move(request)); }});
}

}  // namespace aurigraph::gateway
