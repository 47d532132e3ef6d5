// What claim issuers say about identities, and which of them is believed for what.

#include "nodes/gateway/access.h"
#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/http/query_parameters.h"
#include "nodes/gateway/routes/routes.h"
#include "nodes/gateway/views/ledger_rows.h"
#include "nodes/gateway/views/render.h"

namespace aurigraph::gateway {

using ledger::Ledger;

namespace {

struct Parts {
  LedgerReader ledger;
};

struct ClaimView {
  ledger::ClaimRow row;
  bool counts = false;
  std::string issuerName;
};

struct Claims {
  std::vector<ClaimView> items;
  std::uint64_t next = 0;
};

Object render(const ClaimView& view) {
  Object out{{"subject", view.row.subject.value},
             {"issuer", view.row.issuer.value},
             {"issuer_name", view.issuerName},
             {"topic", view.row.topic},
             {"value", view.row.value},
             {"since_height", view.row.since.value},
             {"counts", view.counts}};
  addTime(out, "ends_at", view.row.endsAt);
  return out;
}

/// Whom it is about, who issues claims, and who may read all.
bool maySeeClaims(const Ledger& ledger, const PublicKey& reader, IdentityId subject) {
  return ledger.allows(reader, wire::Permission::kReadAll) ||
         ledger.allows(reader, wire::Permission::kIssueClaim) || ledger.actingIdentity(reader) == subject;
}

Result<IdentityId> identityIn(const Request& request, std::string_view name) {
  const auto number = numberOf(request.queryText(name), UINT32_MAX);
  if (!number) return propagate(number);
  return IdentityId(static_cast<std::uint32_t>(*number));
}

Task<Response> claimsRoute(const Parts& parts, RequestRef request) {
  const auto identity = identityIn(*request, "identity");
  if (!identity) co_return problem(identity.error());
  const auto page = pageOf(*request);
  if (!page) co_return problem(page.error());
  std::function<Result<Claims>(const Ledger&)> look = [reader = request->signedIn(), identity = *identity,
                                                       page = *page](const Ledger& ledger) -> Result<Claims> {
    if (!maySeeClaims(ledger, reader, identity))
      return forbidden("Claims are shown to whom they are about, to claim issuers and to who may read all.");
    if (identity == IdentityId() || ledger.identity(identity) == nullptr)
      return fail("query.unknown_identity", "Nobody on the ledger has this number.",
                  "See /query/identities.");
    Claims out;
    // The cursor counts places: what is said again keeps its own.
    for (const Ledger::Claim& claim : ledger.claimsOf(identity, page.cursor, page.limit + 1)) {
      if (out.items.size() == page.limit) {
        out.next = page.cursor + page.limit;
        break;
      }
      out.items.push_back({*claim.row, claim.counts, nameOn(ledger, claim.row->issuer)});
    }
    return out;
  };
  const auto claims = co_await parts.ledger.read<Claims>(std::move(look));
  if (!claims) co_return problem(claims.error());
  boost::json::array items;
  for (const ClaimView& view : claims->items) items.push_back(render(view));
  Object body{{"items", std::move(items)}};
  if (claims->next != 0) body["next"] = std::to_string(claims->next);
  co_return jsonResponse(body);
}

struct Trust {
  ledger::TrustRow row;  ///< Fresh: never trusted.
  bool now = false;
};

/// The issuer is who it was then: neither blocked, nor of other roles.
bool standsNow(const Ledger& ledger, const ledger::TrustRow& row) {
  const ledger::IdentityRow* issuer = ledger.identity(row.issuer);
  return row.since != Height() && issuer != nullptr && !issuer->isBlocked() &&
         issuer->roleChanges == row.roleChanges;
}

/// Whose word counts is told to everybody, as its events are.
Task<Response> trustRoute(const Parts& parts, RequestRef request) {
  const auto issuer = identityIn(*request, "issuer");
  if (!issuer) co_return problem(issuer.error());
  const std::string topic(request->queryText("topic"));
  std::function<Result<bool>(const Ledger&)> look = [issuer = *issuer, topic](const Ledger& ledger) {
    return Result<bool>(ledger.isTrusted(issuer, topic));
  };
  const auto trusted = co_await parts.ledger.read<bool>(std::move(look));
  if (!trusted) co_return problem(trusted.error());
  co_return jsonResponse(Object{{"issuer", issuer->value}, {"topic", topic}, {"trusted", *trusted}});
}

}  // namespace

std::vector<Route> claimRoutes(LedgerReader ledger) {
  const Parts parts{.ledger = ledger};
  return {
      {.method = Method::kGet,
       .path = "/api/v11/query/claims",
       .who = Who::kSignedIn,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kLedger,
       .handler = with(parts, claimsRoute)},
      {.method = Method::kGet,
       .path = "/api/v11/query/trust",
       .who = Who::kAnyone,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kLedger,
       .handler = with(parts, trustRoute)},
  };
}

}  // namespace aurigraph::gateway
