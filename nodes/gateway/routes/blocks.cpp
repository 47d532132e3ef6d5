// Blocks, in a list and alone.

#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/http/query_parameters.h"
#include "nodes/gateway/routes/routes.h"
#include "nodes/gateway/views/render.h"

namespace aurigraph::gateway {

namespace {

struct Parts {
  Lists lists;
};

Task<Response> blocksRoute(const Parts& parts, RequestRef request) {
  const auto page = pageOf(*request);
  if (!page) co_return problem(page.error());
  const auto blocks = parts.lists.store.blocks(page->cursor, page->limit);
  if (!blocks) co_return problem(blocks.error());
  co_return jsonResponse(renderPage(blocks->items, blocks->next));
}

Task<Response> blockRoute(const Parts& parts, RequestRef request) {
  const auto height = numberOf(request->parameter("height"), INT64_MAX);
  if (!height) co_return problem(height.error());
  const auto block = parts.lists.store.block(Height(*height));
  if (!block) co_return problem(block.error());
  if (!*block)
    co_return problem(Error{"query.unknown_block", "Block " + std::to_string(*height) + " is not here (yet).",
                            "See /query/blocks."});
  const auto batches = parts.lists.store.batchesOf(Height(*height));
  if (!batches) co_return problem(batches.error());
  const auto certificate = parts.lists.store.latestCertificate();
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

}  // namespace

std::vector<Route> blockRoutes(Lists lists) {
  const Parts parts{.lists = lists};
  return {
      {.method = Method::kGet,
       .path = "/api/v11/query/blocks",
       .who = Who::kAnyone,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kReadModels,
       .handler = with(parts, blocksRoute)},
      {.method = Method::kGet,
       .path = "/api/v11/query/blocks/{height}",
       .who = Who::kAnyone,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kReadModels,
       .handler = with(parts, blockRoute)},
  };
}

}  // namespace aurigraph::gateway
