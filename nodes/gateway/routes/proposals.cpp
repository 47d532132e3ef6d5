// What waits on the ledger for the words of others.

#include "core/wire/describe.h"
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

struct Endorser {
  PublicKey key;
  IdentityId identity;  ///< 0: the key has ended, and its word with it.
  std::string name;
};

struct ProposalView {
  ledger::ProposalRow row;
  std::string authorName;
  std::vector<Endorser> endorsers;
};

struct Proposals {
  std::vector<ProposalView> items;
  std::uint64_t next = 0;
};

ProposalView viewOf(const Ledger& ledger, const ledger::ProposalRow& row) {
  ProposalView out{row, nameOn(ledger, row.author), {}};
  for (const PublicKey& key : row.endorsers) {
    const IdentityId id = ledger.identityOf(key).value_or(IdentityId());
    out.endorsers.push_back({key, id, nameOn(ledger, id)});
  }
  return out;
}

/// The bytes are what is endorsed: whoever signs reads them himself. The words are for whoever only looks.
Object render(const ProposalView& view) {
  boost::json::array endorsers;
  for (const Endorser& each : view.endorsers)
    endorsers.push_back(
        Object{{"key", toHex(each.key.view())}, {"identity", each.identity.value}, {"name", each.name}});
  boost::json::array words;
  if (const auto command = wire::decodeCommand(view.row.kind, view.row.payload))
    for (const std::string& line : wire::describe(*command)) words.push_back(boost::json::string(line));
  Object out{{"proposal", hexOf(view.row.id)},
             {"author", view.row.author.value},
             {"author_name", view.authorName},
             {"author_key", toHex(view.row.authorKey.view())},
             {"kind", wire::nameOf(wire::CommandKind{view.row.kind})},
             {"command_kind", view.row.kind},
             {"payload", toHex(view.row.payload)},
             {"words", std::move(words)},
             {"since_height", view.row.since.value},
             {"endorsers", std::move(endorsers)}};
  addTime(out, "until", view.row.until);
  return out;
}

/// Who has a duty may be asked for his word; who proposed or endorsed one may take that back,
/// whatever he is now.
bool maySeeProposals(const Ledger& ledger, const PublicKey& reader, const std::optional<Digest>& one) {
  const auto id = ledger.actingIdentity(reader);
  const ledger::IdentityRow* row = id ? ledger.identity(*id) : nullptr;
  const ledger::ProposalRow* proposal = one ? ledger.openProposal(*one) : nullptr;
  if (row == nullptr || wire::hasDuty(row->roles)) return row != nullptr;
  return proposal != nullptr &&
         (proposal->author == *id || std::ranges::any_of(proposal->endorsers, [&](const PublicKey& key) {
            return ledger.identityOf(key) == *id;
          }));
}

Task<Response> proposalsRoute(const Parts& parts, RequestRef request) {
  const auto page = pageOf(*request);
  if (!page) co_return problem(page.error());
  std::optional<Digest> one;
  if (const auto hex = request->queryText("proposal"); !hex.empty()) {
    const auto id = fixedFromHex<Digest>(hex);
    if (!id) co_return problem(id.error());
    one = *id;
  }
  std::function<Result<Proposals>(const Ledger&)> look = [reader = request->signedIn(), page = *page,
                                                          one](const Ledger& ledger) -> Result<Proposals> {
    if (!maySeeProposals(ledger, reader, one))
      return forbidden("Proposals are shown to those who have a duty on the ledger.");
    Proposals out;
    if (one) {
      const ledger::ProposalRow* row = ledger.openProposal(*one);
      if (row == nullptr)
        return fail("query.unknown_proposal", "No proposal of this name waits for anybody.",
                    "It is executed, withdrawn or over, or never was: see /query/proposals.");
      out.items.push_back(viewOf(ledger, *row));
      return out;
    }
    for (const Ledger::Proposal& each : ledger.openProposals(page.cursor, page.limit + 1)) {
      if (out.items.size() == page.limit) {
        out.next = each.slot;
        break;
      }
      out.items.push_back(viewOf(ledger, *each.row));
    }
    return out;
  };
  const auto found = co_await parts.ledger.read<Proposals>(std::move(look));
  if (!found) co_return problem(found.error());
  boost::json::array items;
  for (const ProposalView& view : found->items) items.push_back(render(view));
  Object body{{"items", std::move(items)}};
  if (found->next != 0) body["next"] = std::to_string(found->next);
  co_return jsonResponse(body);
}

}  // namespace

std::vector<Route> proposalRoutes(LedgerReader ledger) {
  const Parts parts{.ledger = ledger};
  return {
      {.method = Method::kGet,
       .path = "/api/v11/query/proposals",
       .who = Who::kSignedIn,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kLedger,
       .handler = with(parts, proposalsRoute)},
  };
}

}  // namespace aurigraph::gateway
