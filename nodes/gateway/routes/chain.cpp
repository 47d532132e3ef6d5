// Blocks, certificates, genesis, sessions and proofs: what an auditor asks for.

#include <chrono>

#include "nodes/gateway/context.h"
#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/views/ledger_rows.h"
#include "nodes/gateway/views/proof_builder.h"
#include "nodes/gateway/views/render.h"

namespace aurigraph::gateway {

using ledger::Ledger;

namespace {

Task<Response> sessionRoute(Context& context, RequestRef request) {
  const auto author = fixedFromHex<PublicKey>(request->parameter("author"));
  if (!author) co_return problem(author.error());
  struct State {
    SessionNumber session;
    RequestNumber last;
  };
  std::function<Result<State>(const Ledger&)> look = [author =
                                                          *author](const Ledger& ledger) -> Result<State> {
    const auto* row = ledger.session(author);
    return row == nullptr ? State{} : State{row->session, row->last};
  };
  const auto state = co_await readLedger<State>(context, std::move(look));
  if (!state) co_return problem(state.error());
  co_return jsonResponse(Object{{"author", toHex(author->view())},
                                {"session", state->session.value},
                                {"last_request", state->last.value}});
}

Task<Response> blocksRoute(Context& context, RequestRef request) {
  const auto page = pageOf(*request);
  if (!page) co_return problem(page.error());
  const auto blocks = context.store().blocks(page->cursor, page->limit);
  if (!blocks) co_return problem(blocks.error());
  co_return jsonResponse(renderPage(blocks->items, blocks->next));
}

Task<Response> blockRoute(Context& context, RequestRef request) {
  const auto height = numberOf(request->parameter("height"), INT64_MAX);
  if (!height) co_return problem(height.error());
  const auto block = context.store().block(Height(*height));
  if (!block) co_return problem(block.error());
  if (!*block)
    co_return problem(Error{"query.unknown_block", "Block " + std::to_string(*height) + " is not here (yet).",
                            "See /query/blocks."});
  const auto batches = context.store().batchesOf(Height(*height));
  if (!batches) co_return problem(batches.error());
  const auto certificate = context.store().latestCertificate();
  auto body = render(**block);
  boost::json::array items;
  for (const auto& batch : *batches) {
    auto item = render(batch);
    item.erase("failures");  // a block of transfers may have thousands; the batch's own route has them
    item["failed"] = batch.result.batchCode != 0 ? batch.result.count : batch.result.failures.size();
    items.push_back(std::move(item));
  }
  body["batch_list"] = std::move(items);
  body["final"] = certificate && *certificate && (*certificate)->statement.height.value >= *height;
  co_return jsonResponse(body);
}

Task<Response> certificateRoute(Context& context, RequestRef) {
  const auto certificate = context.store().latestCertificate();
  if (!certificate) co_return problem(certificate.error());
  if (!*certificate)
    co_return problem(
        Error{"query.no_certificate", "There is no certificate yet.", "Wait for the first block."});
  co_return jsonResponse(render(**certificate));
}

Task<Response> genesisRoute(Context& context, RequestRef) {
  co_return bytesResponse(context.genesisBytes);
}

// ---- proof ----

// Who may take a holding's proof away: the holder, the token's issuer, who may read all.
Result<TokenId> mayProve(const Ledger& ledger, const PublicKey& reader, std::string_view symbol,
                         IdentityId holder) {
  const auto token = findToken(ledger, symbol);
  if (!token) return passOn(token);
  const auto row = present(ledger.token(*token), "the token");
  if (!row) return passOn(row);
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

Result<wire::Certificate> coveringCertificate(Context& context, const HoldingFacts& facts) {
  auto certificate = context.store().certificateOf(facts.holding.checkpoint);
  if (!certificate) return passOn(certificate);
  if (!*certificate || (*certificate)->statement.height < lastHeightOf(facts) ||
      (*certificate)->statement.height > context.projection->blocks().height())
    return fail("proof.not_covered_yet", "No certificate names the checkpoint of this holding yet.",
                "Try again after the next block.");
  return std::move(**certificate);
}

Task<Response> proofRoute(Context& context, RequestRef request) {
  const auto number = numberOf(request->parameter("identity"), UINT32_MAX);
  if (!number) co_return problem(number.error());
  const IdentityId identity(static_cast<std::uint32_t>(*number));
  const auto deadline = std::chrono::steady_clock::now() + context.options.patience;
  std::optional<HoldingFacts> facts;
  for (;;) {
    // Facts stay true for their checkpoint; they are read again only when a later checkpoint overtook them.
    Error why;
    if (!facts) {
      std::function<Result<HoldingFacts>(const Ledger&)> look =
          [reader = request->signedIn(), symbol = std::string(request->parameter("token")),
           identity](const Ledger& ledger) -> Result<HoldingFacts> {
        const auto token = mayProve(ledger, reader, symbol, identity);
        if (!token) return passOn(token);
        return holdingFacts(ledger, *token, identity);
      };
      auto found = co_await readLedger<HoldingFacts>(context, std::move(look));
      if (found)
        facts = std::move(*found);
      else if (why = found.error(); !comesWithTime(why))
        co_return problem(why);
    }
    if (facts) {
      const auto certificate = coveringCertificate(context, *facts);
      if (certificate) {
        const auto bundle =
            buildProof(context.genesisBytes, *facts, *certificate, context.projection->blocks());
        if (!bundle) co_return problem(bundle.error());
        auto response = bytesResponse(wire::encode(*bundle));
        response.headers.emplace_back("Content-Disposition", "attachment; filename=\"holding.rwaproof\"");
        co_return response;
      }
      why = certificate.error();
      if (!comesWithTime(why)) co_return problem(why);
      const auto latest = context.store().latestCertificate();
      if (latest && *latest && (*latest)->statement.checkpointHeight > facts->holding.checkpoint)
        facts.reset();
    }
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) co_return problem(why);
    // A publish between the look above and this wait would be missed; so the wait is short and repeated.
    std::function<void(std::function<void(bool)>)> change = [&context](std::function<void(bool)> done) {
      context.events->whenChanged([done = std::move(done)] { done(true); });
    };
    co_await callbackOr<bool>(std::move(change), std::min(left, std::chrono::milliseconds(100)));
  }
}

}  // namespace

void addChainRoutes(Router& router, Context& context) {
  using Function = Task<Response> (*)(Context&, RequestRef);
  const auto add = [&](const char* path, Who who, Needs needs, Function function) {
    router.add({.method = Method::kGet,
                .path = path,
                .who = who,
                .budget = Budget::kQuery,
                .maxBodyBytes = 0,
                .needs = needs,
                .handler = [&context, function](RequestRef request) {
                  return function(context, std::move(request));
                }});
  };
  add("/api/v11/query/session/{author}", Who::kAnyone, Needs::kLedger, sessionRoute);
  add("/api/v11/query/blocks", Who::kAnyone, Needs::kReadModels, blocksRoute);
  add("/api/v11/query/blocks/{height}", Who::kAnyone, Needs::kReadModels, blockRoute);
  add("/api/v11/query/certificates/latest", Who::kAnyone, Needs::kReadModels, certificateRoute);
  add("/api/v11/query/genesis", Who::kAnyone, Needs::kNothing, genesisRoute);
  add("/api/v11/query/proof/{token}/{identity}", Who::kSignedIn, Needs::kReadModels, proofRoute);
}

}  // namespace aurigraph::gateway
