// Records and reviews: what the machine scored and people decide about.

#include "core/base/decimal.h"
#include "core/quality/score.h"
#include "nodes/gateway/context.h"
#include "nodes/gateway/problem.h"
#include "nodes/gateway/render.h"

namespace aurigraph::gateway {

using http_verb = boost::beast::http::verb;
using ledger::Ledger;

namespace {

constexpr std::size_t kMaxOpenReviews = 1'000;  // What one turn of the replica lists.

std::optional<ledger::Decision> decisionNamed(std::string_view name) {
  using enum ledger::Decision;
  for (const auto decision : {kAuto, kWaiting, kApproved, kRejected, kOverridden})
    if (ledger::nameOf(decision) == name) return decision;
  return std::nullopt;
}

// Signed in, and of a role that works with records.
Task<Status> mayRead(Context& context, RequestRef request) {
  const auto reader = signedInReader(context, *request);
  if (!reader) co_return passOn(reader);
  std::function<Result<bool>(const Ledger&)> look = [reader = *reader](const Ledger& ledger) -> Result<bool> {
    if (!maySeeRecords(ledger, reader)) return forbidden("Records are shown to those who work with them.");
    return true;
  };
  const auto allowed = co_await readLedger<bool>(context, std::move(look));
  if (!allowed) co_return passOn(allowed);
  co_return Status{};
}

Task<Response> recordsRoute(Context& context, RequestRef request) {
  if (const auto allowed = co_await mayRead(context, request); !allowed) co_return problem(allowed.error());
  const auto page = pageOf(*request);
  if (!page) co_return problem(page.error());
  projection::ProjectionStore::RecordFilter filter{.assetKey = request->queryText("asset"), .decision = {}};
  if (const auto name = request->queryText("decision"); !name.empty()) {
    filter.decision = decisionNamed(name);
    if (!filter.decision)
      co_return problem(Error{"query.bad_decision", "There is no decision of this name.",
                              "AUTO, WAITING, APPROVED, REJECTED or OVERRIDDEN."});
  }
  const auto records = context.store().records(filter, page->cursor, page->limit);
  if (!records) co_return problem(records.error());
  co_return jsonResponse(renderPage(records->items, records->next));
}

boost::json::value renderValue(const wire::FieldValue& value) {
  if (const auto* quantity = std::get_if<wire::Quantity>(&value))
    return Object{{"value", quantity->value.toText()}, {"unit", quantity->unit}};
  if (const auto* text = std::get_if<std::string>(&value)) return boost::json::string(*text);
  if (const auto* time = std::get_if<Nanoseconds>(&value)) return boost::json::string(timeText(*time));
  if (const auto* digest = std::get_if<Digest>(&value)) return boost::json::string(hexOf(*digest));
  if (const auto* flag = std::get_if<bool>(&value)) return *flag;
  return nullptr;
}

boost::json::array renderFields(const wire::Record& record) {
  boost::json::array out;
  for (const auto& field : record.fields) {
    Object one{{"name", field.name}, {"value", renderValue(field.value)}};
    if (!field.pointer.empty()) one["pointer"] = field.pointer;
    out.push_back(std::move(one));
  }
  return out;
}

// The same function that the replicas called: no stored opinion, the reasons themselves.
boost::json::array renderChecks(const quality::ScoreResult& score) {
  boost::json::array out;
  for (std::size_t i = 0; i < score.checks.size(); ++i) {
    const auto& check = score.checks[i];
    boost::json::array reasons;
    for (const auto& finding : check.findings)
      reasons.push_back(Object{{"rule", finding.rule},
                               {"field", finding.field},
                               {"observed", finding.observed},
                               {"expected", finding.expected},
                               {"words", finding.words}});
    out.push_back(Object{{"name", quality::nameOf(static_cast<quality::Check>(i))},
                         {"q", check.q},
                         {"lost_ppm", check.lostPpm},
                         {"reasons", std::move(reasons)}});
  }
  return out;
}

// What the block that brought the record says beyond the ledger's row.
Status addOriginal(Context& context, const Digest& batch, std::uint32_t index, Height height, Object& out) {
  const auto stored = context.projection->blocks().read(height);
  if (!stored) return passOn(stored);
  for (std::size_t i = 0; i < stored->block.batchCount(); ++i) {
    const auto& header = stored->block.batch(i);
    if (header.digest() != batch) continue;
    const auto commands = wire::splitCommands(header.count, stored->block.batchBody(i));
    if (!commands || index >= commands->size()) break;
    const auto command = wire::decodeCommand((*commands)[index].kind, (*commands)[index].payload);
    const auto* submit = command ? std::get_if<wire::SubmitRecord>(&*command) : nullptr;
    if (submit == nullptr) break;
    out["canonical"] = toHex(submit->record);
    out["inputs"] = toHex(submit->inputs);
    const auto record = wire::decodeRecord(submit->record);
    const auto inputs = wire::decodeScoreInputs(submit->inputs);
    if (!record || !inputs) break;
    out["source"] = record->sourceId;
    out["retrieved_at_text"] = timeText(record->retrievedAt);
    if (record->observedAt) out["observed_at_text"] = timeText(*record->observedAt);
    out["fields"] = renderFields(*record);
    for (const auto& bytes : context.options.genesis.ruleSets) {
      const auto rules = quality::decodeRuleSet(bytes);
      if (rules && rules->digest() == submit->ruleSet)
        out["checks"] = renderChecks(quality::score(*record, *inputs, *rules));
    }
    return {};
  }
  return fail("query.unknown_record", "The record's original is not in this node's blocks.");
}

Task<Response> recordRoute(Context& context, RequestRef request) {
  if (const auto allowed = co_await mayRead(context, request); !allowed) co_return problem(allowed.error());
  const auto id = fixedFromHex<Digest>(request->parameter("id"));
  if (!id) co_return problem(id.error());
  std::function<Result<ledger::RecordRow>(const Ledger&)> look =
      [id = *id](const Ledger& ledger) -> Result<ledger::RecordRow> {
    const auto* row = ledger.record(id);
    if (row == nullptr)
      return fail("query.unknown_record", "There is no such record on the ledger.", "See /query/records.");
    return *row;
  };
  const auto row = co_await readLedger<ledger::RecordRow>(context, std::move(look));
  if (!row) co_return problem(row.error());
  auto body = render(*id, *row);
  // The block store may trail the ledger by a moment; the row alone is an answer too.
  (void)addOriginal(context, row->submitBatch, row->submitIndex, row->submitHeight, body);
  co_return jsonResponse(body);
}

Task<Response> reviewsRoute(Context& context, RequestRef request) {
  const auto reader = signedInReader(context, *request);
  if (!reader) co_return problem(reader.error());
  const auto page = pageOf(*request);
  if (!page) co_return problem(page.error());
  using Rows = std::vector<std::pair<Digest, ledger::RecordRow>>;
  struct Open {
    Rows rows;
    std::uint64_t next = 0;
  };
  std::function<Result<Open>(const Ledger&)> look = [reader = *reader,
                                                     page = *page](const Ledger& ledger) -> Result<Open> {
    if (!ledger.allows(reader, wire::Permission::kDecideReview) &&
        !ledger.allows(reader, wire::Permission::kReadAll))
      return forbidden("The review queue is shown to reviewers and to who may read all.");
    Open out;
    // The cursor counts from the oldest: a queue moves, so what was decided meanwhile shifts it.
    const auto ids = ledger.openReviews(kMaxOpenReviews);
    for (std::size_t i = page.cursor; i < ids.size(); ++i) {
      if (out.rows.size() == page.limit) {
        out.next = i;
        break;
      }
      out.rows.emplace_back(ids[i], *ledger.record(ids[i]));
    }
    return out;
  };
  const auto open = co_await readLedger<Open>(context, std::move(look));
  if (!open) co_return problem(open.error());
  boost::json::array items;
  for (const auto& [id, row] : open->rows) items.push_back(render(id, row));
  Object body{{"items", std::move(items)}};
  if (open->next != 0) body["next"] = std::to_string(open->next);
  co_return jsonResponse(body);
}

}  // namespace

void addRecordRoutes(Router& router, Context& context) {
  using Function = Task<Response> (*)(Context&, RequestRef);
  const auto add = [&](const char* pattern, Function function) {
    router.add({.method = http_verb::get,
                .pattern = pattern,
                .routeClass = RouteClass::kQuery,
                .maxBodyBytes = 0,
                .handler = [&context, function](RequestRef request) {
                  return function(context, std::move(request));
                }});
  };
  add("/api/v11/query/records", recordsRoute);
  add("/api/v11/query/records/{id}", recordRoute);
  add("/api/v11/query/reviews", reviewsRoute);
}

}  // namespace aurigraph::gateway
