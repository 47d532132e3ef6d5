// The proof of a holding, for whoever wants to check it elsewhere.

#include <algorithm>
#include <chrono>

#include "nodes/gateway/access.h"
#include "nodes/gateway/http/bridge.h"
#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/http/query_parameters.h"
#include "nodes/gateway/live/event_hub.h"
#include "nodes/gateway/routes/routes.h"
#include "nodes/gateway/views/ledger_rows.h"
#include "nodes/gateway/views/proof_builder.h"

namespace aurigraph::gateway {

using ledger::Ledger;

namespace {

struct Parts {
  LedgerReader ledger;
  Lists lists;
  EventHub& events;
  const KnownGenesis& genesis;
  std::chrono::milliseconds timeout;
};

// Who may take a holding's proof away: the holder, the token's issuer, who may read all.
Result<TokenId> mayProve(const Ledger& ledger, const PublicKey& reader, std::string_view symbol,
                         IdentityId holder) {
  const auto token = findToken(ledger, symbol);
  if (!token) return propagate(token);
  const auto row = present(ledger.token(*token), "the token");
  if (!row) return propagate(row);
  const auto who = ledger.identityOf(reader);
  if (ledger.allows(reader, wire::Permission::kReadAll) ||
      (who && (*who == holder || *who == (*row)->issuer)))
    return *token;
  return forbidden("The proof of a holding is for its holder, the token's issuer and who may read all.");
}

// The state just has not come so far; another block or certificate may bring it.
bool comesWithTime(const Error& error) {
  return error.code == "proof.no_checkpoint" || error.code == "proof.account_too_new" ||
         error.code == "proof.token_too_new" || error.code == "proof.checkpoint_running" ||
         error.code == "proof.not_covered_yet";
}

Result<wire::Certificate> coveringCertificate(const Parts& parts, const HoldingFacts& facts) {
  auto certificate = parts.lists.store.certificateOf(facts.holding.checkpoint);
  if (!certificate) return propagate(certificate);
  if (!*certificate || (*certificate)->statement.height < lastHeightOf(facts) ||
      (*certificate)->statement.height > parts.lists.blocks.height())
    return fail("proof.not_covered_yet", "No certificate names the checkpoint of this holding yet.",
                "Try again after the next block.");
  return std::move(**certificate);
}

Task<Response> proofRoute(const Parts& parts, RequestRef request) {
  const auto number = numberOf(request->parameter("identity"), UINT32_MAX);
  if (!number) co_return problem(number.error());
  const IdentityId identity(static_cast<std::uint32_t>(*number));
  const auto deadline = std::chrono::steady_clock::now() + parts.timeout;
  std::optional<HoldingFacts> facts;
  for (;;) {
    // Facts stay true for their checkpoint; they are read again only when a later checkpoint overtook them.
    Error why;
    if (!facts) {
      std::function<Result<HoldingFacts>(const Ledger&)> look =
          [reader = request->signedIn(), symbol = std::string(request->parameter("token")),
           identity](const Ledger& ledger) -> Result<HoldingFacts> {
        const auto token = mayProve(ledger, reader, symbol, identity);
        if (!token) return propagate(token);
        return holdingFacts(ledger, *token, identity);
      };
      auto found = co_await parts.ledger.read<HoldingFacts>(std::move(look));
      if (found)
        facts = std::move(*found);
      else if (why = found.error(); !comesWithTime(why))
        co_return problem(why);
    }
    if (facts) {
      const auto certificate = coveringCertificate(parts, *facts);
      if (certificate) {
        const auto bundle = buildProof(parts.genesis.bytes, *facts, *certificate, parts.lists.blocks);
        if (!bundle) co_return problem(bundle.error());
        auto response = bytesResponse(wire::encode(*bundle));
        response.headers.emplace_back("Content-Disposition", "attachment; filename=\"holding.rwaproof\"");
        co_return response;
      }
      why = certificate.error();
      if (!comesWithTime(why)) co_return problem(why);
      const auto latest = parts.lists.store.latestCertificate();
      if (latest && *latest && (*latest)->statement.checkpointHeight > facts->holding.checkpoint)
        facts.reset();
    }
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) co_return problem(why);
    // A publish between the look above and this wait would be missed; so the wait is short and repeated.
    std::function<void(std::function<void(bool)>)> change = [&parts](std::function<void(bool)> done) {
      parts.events.whenChanged([done = std::move(done)] { done(true); });
    };
    co_await callbackOr<bool>(std::move(change), std::min(left, std::chrono::milliseconds(100)));
  }
}

}  // namespace

std::vector<Route> proofRoutes(LedgerReader ledger, Lists lists, EventHub& events,
                               const KnownGenesis& genesis, std::chrono::milliseconds timeout) {
  const Parts parts{
      .ledger = ledger, .lists = lists, .events = events, .genesis = genesis, .timeout = timeout};
  return {
      {.method = Method::kGet,
       .path = "/api/v11/query/proof/{token}/{identity}",
       .who = Who::kSignedIn,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kReadModels,
       .handler = with(parts, proofRoute)},
  };
}

}  // namespace aurigraph::gateway
