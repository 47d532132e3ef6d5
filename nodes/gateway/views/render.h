#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "core/base/time_text.h"
#include "core/ledger/ledger.h"
#include "core/wire/consistency_path.h"
#include "core/wire/seal.h"
#include "nodes/business/business.h"
#include "nodes/projection/rows.h"

/// Rows as JSON, in the words of docs/openapi.yaml. Amounts are decimal texts of base units, times
/// nanoseconds as text; what is empty on the ledger is left out.
namespace aurigraph::gateway {

using Object = boost::json::object;

[[nodiscard]] std::string hexOf(const Digest& digest);
/// `name` and `name_text`; nothing for 0, which is no time.
void addTime(Object& object, std::string_view name, Nanoseconds time);

[[nodiscard]] Object render(const business::BatchOutcome& outcome);
[[nodiscard]] Object render(const wire::Certificate& certificate);
[[nodiscard]] Object render(const wire::ConsistencyPath& path);
/// An identity as the ledger has it, at a block time.
struct IdentityView {
  IdentityId id;
  ledger::IdentityRow row;
  std::vector<PublicKey> keys;  ///< In force, in the order in which they came.
  Nanoseconds now;
};
[[nodiscard]] Object render(const IdentityView& view);
[[nodiscard]] Object render(const projection::IdentityEntry& entry);
[[nodiscard]] Object render(TokenId id, const ledger::TokenRow& row);
[[nodiscard]] Object render(AssetId id, const ledger::AssetRow& row);
[[nodiscard]] Object render(const Digest& id, const ledger::RecordRow& row);
[[nodiscard]] Object render(const projection::RecordEntry& entry);
[[nodiscard]] Object render(const projection::BlockRow& row);
[[nodiscard]] Object render(const projection::BatchRow& row);
[[nodiscard]] boost::json::array roleNames(wire::RoleMask roles);
[[nodiscard]] std::string_view nameOf(wire::BatchKind kind);

/// `{"items": [...], "next": "…"}`
template <class Row>
Object renderPage(const std::vector<Row>& items, std::uint64_t next) {
  boost::json::array out;
  for (const auto& item : items) out.push_back(render(item));
  Object page{{"items", std::move(out)}};
  if (next != 0) page["next"] = std::to_string(next);
  return page;
}

}  // namespace aurigraph::gateway
