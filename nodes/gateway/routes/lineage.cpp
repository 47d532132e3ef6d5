// One record's lineage: collected here, put together in views/lineage.

#include "nodes/gateway/views/lineage.h"
#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/http/query_parameters.h"
#include "nodes/gateway/routes/routes.h"
#include "nodes/gateway/views/ledger_rows.h"
#include "nodes/gateway/views/review_view.h"

namespace aurigraph::gateway {

using ledger::Ledger;

namespace {

struct Parts {
  LedgerReader ledger;
  Lists lists;
  const KnownGenesis& genesis;
  EvidenceAccess evidence;
  Clock now;
};

// Market and weather data say something about assets, but none is registered with them.
bool hasTemplate(wire::Category category) {
  return category == wire::Category::kProperty || category == wire::Category::kCarbon ||
         category == wire::Category::kSupply;
}

bool isRegistrable(const ledger::RecordRow& row, Nanoseconds now) {
  const bool byPeople =
      row.decision == ledger::Decision::kApproved || row.decision == ledger::Decision::kOverridden;
  const bool good = row.decision == ledger::Decision::kAuto || (byPeople && now <= row.validUntil);
  return good && row.purpose == wire::Purpose::kLive && hasTemplate(row.category);
}

void lookAtToken(const Ledger& ledger, TokenId id, LineageFacts& out) {
  const auto* row = id.value == 0 ? nullptr : ledger.token(id);
  if (row == nullptr) return;
  out.token = LineageFacts::Issued{.id = id, .row = *row, .issuer = nameOn(ledger, row->issuer)};
}

Result<LineageFacts> lookAt(const Ledger& ledger, const Digest& id, std::optional<AssetId> asset,
                            const PublicKey& reader, Nanoseconds clock) {
  const auto* row = ledger.record(id);
  if (row == nullptr)
    return fail("query.unknown_record", "There is no such record on the ledger.", "See /query/records.");
  const auto now = reviewTime(ledger, clock);
  const auto view = viewReview(ledger, id, *row, reader, now);
  LineageFacts out{.id = id,
                   .row = *row,
                   .submitter = view.submitterName,
                   .claimant = view.claimantName,
                   .reviewer = view.reviewerName,
                   .endorsers = view.endorserNames,
                   .claimed = view.claimed,
                   .registrable = isRegistrable(*row, now)};
  if (!asset) return out;
  const auto assetRow = present(ledger.asset(*asset), "the record's asset");
  if (!assetRow) return propagate(assetRow);
  out.asset = LineageFacts::Registered{
      .id = *asset, .row = **assetRow, .issuer = nameOn(ledger, (*assetRow)->issuer)};
  lookAtToken(ledger, (*assetRow)->token, out);
  return out;
}

std::vector<std::string> namesOf(const wire::Genesis& genesis, const wire::Certificate& certificate) {
  std::vector<std::string> out;
  for (const auto& vote : certificate.votes) {
    const auto node =
        std::ranges::find_if(genesis.nodes, [&](const auto& each) { return each.node == vote.voter; });
    if (node != genesis.nodes.end()) out.push_back(node->name);
  }
  return out;
}

// What blocks, certificates and evidence add; whatever of it is not there yet is left out.
void addStored(const Parts& parts, LineageFacts& facts) {
  if (auto original = readOriginal(parts.lists.blocks, parts.genesis.genesis.ruleSets, facts.row))
    facts.original = std::move(*original);
  auto& store = parts.lists.store;
  if (const auto batch = store.batch(facts.row.submitBatch); batch && *batch)
    facts.position = (*batch)->position;
  if (auto certificate = store.certificateCovering(facts.row.submitHeight); certificate && *certificate) {
    facts.sealedBy = namesOf(parts.genesis.genesis, **certificate);
    facts.certificate = std::move(**certificate);
  }
  const auto timeOf = [&](Height height) {
    const auto block = store.block(height);
    return block && *block ? (*block)->time : Nanoseconds();
  };
  if (facts.asset) facts.asset->at = timeOf(facts.asset->row.registeredAt);
  if (facts.token) facts.token->at = timeOf(facts.token->row.issuedAt);
  if (parts.evidence.get)
    if (const auto raw = parts.evidence.get(facts.row.rawDigest)) facts.rawBytes = raw->size();
}

/// With a balance, counted in pieces: a popular token holds up no turn of the replica.
Task<Result<std::uint64_t>> countHolders(const Parts& parts, TokenId token) {
  constexpr std::size_t kPiece = 1'024;
  struct Piece {
    std::uint64_t holders = 0;
    std::uint64_t next = 0;  ///< 0: that was the last one.
  };
  std::uint64_t sum = 0;
  std::uint64_t from = 0;
  do {
    std::function<Result<Piece>(const Ledger&)> look = [token, from](const Ledger& ledger) -> Result<Piece> {
      Piece out;
      const auto accounts = ledger.accountsOf(token, from, kPiece);
      for (const AccountHandle handle : accounts) {
        const auto* account = ledger.row(handle);
        if (account != nullptr && account->balance > 0) ++out.holders;
      }
      if (accounts.size() == kPiece) out.next = accounts.back().slot() + 1;
      return out;
    };
    const auto piece = co_await parts.ledger.read<Piece>(std::move(look));
    if (!piece) co_return propagate(piece);
    sum += piece->holders;
    from = piece->next;
  } while (from != 0);
  co_return sum;
}

Task<Response> lineageRoute(const Parts& parts, RequestRef request) {
  const auto id = fixedFromHex<Digest>(request->parameter("id"));
  if (!id) co_return problem(id.error());
  const auto asset = parts.lists.store.assetOf(*id);
  if (!asset) co_return problem(asset.error());
  std::function<Result<LineageFacts>(const Ledger&)> look =
      [id = *id, asset = *asset, reader = request->signedIn(), clock = parts.now()](const Ledger& ledger) {
        return lookAt(ledger, id, asset, reader, clock);
      };
  auto facts = co_await parts.ledger.read<LineageFacts>(std::move(look));
  if (!facts) co_return problem(facts.error());
  if (facts->token) {
    const auto holders = co_await countHolders(parts, facts->token->id);
    if (!holders) co_return problem(holders.error());
    facts->token->holders = *holders;
  }
  addStored(parts, *facts);
  co_return jsonResponse(render(*facts));
}

}  // namespace

std::vector<Route> lineageRoutes(LedgerReader ledger, Lists lists, const KnownGenesis& genesis,
                                 EvidenceAccess evidence, Clock now) {
  const Parts parts{.ledger = ledger,
                    .lists = lists,
                    .genesis = genesis,
                    .evidence = std::move(evidence),
                    .now = std::move(now)};
  return {
      {.method = Method::kGet,
       .path = "/api/v11/query/records/{id}/lineage",
       .who = Who::kRecordWorkers,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kReadModels,
       .handler = with(parts, lineageRoute)},
  };
}

}  // namespace aurigraph::gateway
