// Proofs for whoever wants to check them elsewhere: of a holding, and of whose account a handle is.

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
  const auto who = ledger.actingIdentity(reader);
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

/// What a proof is made of, as of a checkpoint, and the certificate that names it and covers all of it.
template <class Facts>
struct Covered {
  Facts facts;
  wire::Certificate certificate;
};

Height checkpointOf(const HoldingFacts& facts) {
  return facts.holding.checkpoint;
}
Height checkpointOf(const wire::OwnerProof& proof) {
  return proof.checkpoint;
}
Height lastHeightOf(const wire::OwnerProof& proof) {
  return proof.checkpoint;
}

template <class Facts>
Result<wire::Certificate> coveringCertificate(const Parts& parts, const Facts& facts) {
  auto certificate = parts.lists.store.certificateOf(checkpointOf(facts));
  if (!certificate) return propagate(certificate);
  if (!*certificate || (*certificate)->statement.height < lastHeightOf(facts) ||
      (*certificate)->statement.height > parts.lists.blocks.height())
    return fail("proof.not_covered_yet", "No certificate names the checkpoint of this account yet.",
                "Try again after the next block.");
  return std::move(**certificate);
}

/// Looks until a certificate covers what was found, at most for the parts' timeout. Errors: those of `look`,
/// gateway.timeout, proof.not_covered_yet.
template <class Facts>
Task<Result<Covered<Facts>>> covered(const Parts& parts, std::function<Result<Facts>(const Ledger&)> look) {
  const auto deadline = std::chrono::steady_clock::now() + parts.timeout;
  std::optional<Facts> facts;
  for (;;) {
    // Facts stay true for their checkpoint; they are read again only when a later checkpoint overtook them.
    Error why;
    if (!facts) {
      auto found = co_await parts.ledger.read<Facts>(look);
      if (found)
        facts = std::move(*found);
      else if (why = found.error(); !comesWithTime(why))
        co_return tl::unexpected(why);
    }
    if (facts) {
      auto certificate = coveringCertificate(parts, *facts);
      if (certificate) co_return Covered<Facts>{std::move(*facts), std::move(*certificate)};
      why = certificate.error();
      if (!comesWithTime(why)) co_return tl::unexpected(why);
      const auto latest = parts.lists.store.latestCertificate();
      if (latest && *latest && (*latest)->statement.checkpointHeight > checkpointOf(*facts)) facts.reset();
    }
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) co_return tl::unexpected(why);
    // A publish between the look above and this wait would be missed; so the wait is short and repeated.
    std::function<void(std::function<void(bool)>)> change = [&parts](std::function<void(bool)> done) {
      parts.events.whenChanged([done = std::move(done)] { done(true); });
    };
    co_await callbackOr<bool>(std::move(change), std::min(left, std::chrono::milliseconds(100)));
  }
}

Response fileResponse(Bytes bytes, std::string_view name) {
  auto response = bytesResponse(std::move(bytes));
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + std::string(name) + "\"");
  return response;
}

Task<Response> proofRoute(const Parts& parts, RequestRef request) {
  const auto number = numberOf(request->parameter("identity"), UINT32_MAX);
  if (!number) co_return problem(number.error());
  const IdentityId identity(static_cast<std::uint32_t>(*number));
  std::function<Result<HoldingFacts>(const Ledger&)> look =
      [reader = request->signedIn(), symbol = std::string(request->parameter("token")),
       identity](const Ledger& ledger) -> Result<HoldingFacts> {
    const auto token = mayProve(ledger, reader, symbol, identity);
    if (!token) return propagate(token);
    return holdingFacts(ledger, *token, identity);
  };
  const auto found = co_await covered<HoldingFacts>(parts, std::move(look));
  if (!found) co_return problem(found.error());
  const auto bundle = buildProof(parts.genesis.bytes, found->facts, found->certificate, parts.lists.blocks);
  if (!bundle) co_return problem(bundle.error());
  co_return fileResponse(wire::encode(*bundle), "holding.rwaproof");
}

// For whoever wants to pay: handles are shown to all (accounts.cpp), and this says no more than they do.
Task<Response> ownerRoute(const Parts& parts, RequestRef request) {
  const auto number = numberOf(request->parameter("handle"));
  if (!number) co_return problem(number.error());
  std::function<Result<wire::OwnerProof>(const Ledger&)> look =
      [handle = AccountHandle{*number}](const Ledger& ledger) -> Result<wire::OwnerProof> {
    if (ledger.row(handle) == nullptr)
      return fail("query.unknown_account", "There is no account of this handle.", "See /query/accounts.");
    return ledger.proveOwner(handle);
  };
  auto found = co_await covered<wire::OwnerProof>(parts, std::move(look));
  if (!found) co_return problem(found.error());
  co_return fileResponse(
      wire::encode(wire::CertifiedOwner{std::move(found->facts), std::move(found->certificate)}),
      "account.rwaowner");
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
      {.method = Method::kGet,
       .path = "/api/v11/query/owner/{handle}",
       .who = Who::kSignedIn,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kReadModels,
       .handler = with(parts, ownerRoute)},
  };
}

}  // namespace aurigraph::gateway
