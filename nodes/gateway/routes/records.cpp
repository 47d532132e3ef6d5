// Records: what the machine scored, and what a reviewer reads beside it.

#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/http/query_parameters.h"
#include "nodes/gateway/routes/routes.h"
#include "nodes/gateway/views/record_view.h"
#include "nodes/gateway/views/review_view.h"

namespace aurigraph::gateway {

using ledger::Ledger;

namespace {

struct Parts {
  LedgerReader ledger;
  Lists lists;
  const KnownGenesis& genesis;
  ServiceLevels levels;
  Clock now;
};

constexpr std::size_t kEarlier = 10;

template <class Named>
std::optional<Named> named(std::string_view name, std::initializer_list<Named> all) {
  for (const auto one : all)
    if (ledger::nameOf(one) == name) return one;
  return std::nullopt;
}

std::optional<projection::RecordStage> stageNamed(std::string_view name) {
  using enum projection::RecordStage;
  // What reaches the ledger was scored before: the two show the same records.
  if (name == "score" || name == "ledger") return kLedger;
  if (name == "review") return kReview;
  if (name == "asset") return kAsset;
  if (name == "token") return kToken;
  return std::nullopt;
}

/// Points into the request.
Result<projection::ProjectionStore::RecordFilter> filterOf(const Request& request) {
  projection::ProjectionStore::RecordFilter out{.assetKey = request.queryText("asset")};
  if (const auto name = request.queryText("decision"); !name.empty()) {
    using enum ledger::Decision;
    out.decision = named(name, {kAuto, kWaiting, kApproved, kRejected, kOverridden});
    if (!out.decision)
      return fail("query.bad_decision", "There is no decision of this name.",
                  "AUTO, WAITING, APPROVED, REJECTED or OVERRIDDEN.");
  }
  if (const auto name = request.queryText("band"); !name.empty()) {
    using enum quality::Band;
    out.band = named(name, {kAccept, kReview, kReject});
    if (!out.band)
      return fail("query.bad_band", "There is no band of this name.", "ACCEPT, REVIEW or REJECT.");
  }
  if (const auto name = request.queryText("stage"); !name.empty()) {
    const auto stage = stageNamed(name);
    if (!stage)
      return fail("query.bad_stage", "There is no stage of this name.",
                  "score, ledger, review, asset or token.");
    out.stage = *stage;
  }
  auto category = categoryIn(request);
  if (!category) return propagate(category);
  out.category = *category;
  return out;
}

std::function<Result<ledger::RecordRow>(const Ledger&)> recordRow(const Digest& id) {
  return [id](const Ledger& ledger) -> Result<ledger::RecordRow> {
    const auto* row = ledger.record(id);
    if (row == nullptr)
      return fail("query.unknown_record", "There is no such record on the ledger.", "See /query/records.");
    return *row;
  };
}

Task<Response> recordsRoute(const Parts& parts, RequestRef request) {
  const auto page = pageOf(*request);
  if (!page) co_return problem(page.error());
  const auto filter = filterOf(*request);
  if (!filter) co_return problem(filter.error());
  const auto records = parts.lists.store.records(*filter, page->cursor, page->limit);
  if (!records) co_return problem(records.error());
  co_return jsonResponse(renderPage(records->items, records->next));
}

using RecordPage = Result<projection::Page<projection::RecordEntry>>;

// The newest accepted one before it of the same kind and asset: of the same source if there is one.
std::optional<projection::RecordEntry> lastAccepted(const Parts& parts, const projection::RecordEntry& of) {
  projection::ProjectionStore::RecordFilter filter{
      .assetKey = of.assetKey, .kind = of.kind, .sourceId = of.sourceId, .accepted = true};
  RecordPage found = parts.lists.store.records(filter, of.sequence, 1);
  if (found && found->items.empty()) {
    filter.sourceId = {};
    found = parts.lists.store.records(filter, of.sequence, 1);
  }
  if (!found || found->items.empty()) return std::nullopt;
  return found->items.front();
}

Object renderAccepted(const projection::RecordEntry& entry) {
  Object out{{"id", hexOf(entry.id)},
             {"height", entry.height.value},
             {"decision", ledger::nameOf(entry.decision)},
             {"score_ppm", entry.score.value},
             {"source", entry.sourceId}};
  addTime(out, "admitted_at", entry.admittedAt);
  return out;
}

Task<Result<RecordOriginal>> originalOf(const Parts& parts, Digest id) {
  const auto row = co_await parts.ledger.read<ledger::RecordRow>(recordRow(id));
  if (!row) co_return propagate(row);
  co_return readOriginal(parts.lists.blocks, parts.genesis.genesis.ruleSets, *row);
}

// What came before it. Lists trail the ledger by a moment; then the record stands alone.
Task<void> addEarlier(const Parts& parts, Digest id, std::optional<RecordOriginal> original, Object& body) {
  const auto self = parts.lists.store.record(id);
  if (!self || !*self || (*self)->assetKey.empty()) co_return;
  const auto earlier =
      parts.lists.store.records({.assetKey = (*self)->assetKey}, (*self)->sequence, kEarlier);
  if (earlier) body["earlier"] = renderPage(earlier->items, 0).at("items");
  const auto last = lastAccepted(parts, **self);
  if (!last) co_return;
  body["last_accepted"] = renderAccepted(*last);
  if (!original) co_return;
  const auto before = co_await originalOf(parts, last->id);
  if (before) body["differences"] = render(differencesOf(before->record, original->record));
}

Task<Response> recordRoute(const Parts& parts, RequestRef request) {
  const auto id = fixedFromHex<Digest>(request->parameter("id"));
  if (!id) co_return problem(id.error());
  std::function<Result<ReviewView>(const Ledger&)> look =
      [id = *id, reader = request->signedIn(),
       clock = parts.now()](const Ledger& ledger) -> Result<ReviewView> {
    const auto row = recordRow(id)(ledger);
    if (!row) return propagate(row);
    return viewReview(ledger, id, *row, reader, reviewTime(ledger, clock));
  };
  const auto view = co_await parts.ledger.read<ReviewView>(std::move(look));
  if (!view) co_return problem(view.error());
  auto body = render(*view, parts.levels);
  // The block store may trail the ledger by a moment; the row alone is an answer too.
  std::optional<RecordOriginal> original;
  if (auto read = readOriginal(parts.lists.blocks, parts.genesis.genesis.ruleSets, view->row)) {
    addOriginal(body, *read);
    original = std::move(*read);
  }
  co_await addEarlier(parts, *id, std::move(original), body);
  co_return jsonResponse(body);
}

}  // namespace

std::vector<Route> recordRoutes(LedgerReader ledger, Lists lists, const KnownGenesis& genesis,
                                ServiceLevels levels, Clock now) {
  const Parts parts{.ledger = ledger,
                    .lists = lists,
                    .genesis = genesis,
                    .levels = std::move(levels),
                    .now = std::move(now)};
  return {
      {.method = Method::kGet,
       .path = "/api/v11/query/records",
       .who = Who::kRecordWorkers,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kReadModels,
       .handler = with(parts, recordsRoute)},
      {.method = Method::kGet,
       .path = "/api/v11/query/records/{id}",
       .who = Who::kRecordWorkers,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kReadModels,
       .handler = with(parts, recordRoute)},
  };
}

}  // namespace aurigraph::gateway
