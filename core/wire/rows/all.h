#pragma once

#include <tuple>
#include <type_traits>
#include <utility>

#include "core/wire/rows/account_row.h"
#include "core/wire/rows/activation_row.h"
#include "core/wire/rows/anchor_row.h"
#include "core/wire/rows/asset_row.h"
#include "core/wire/rows/claim_row.h"
#include "core/wire/rows/closed_sessions_row.h"
#include "core/wire/rows/fact_row.h"
#include "core/wire/rows/holding_row.h"
#include "core/wire/rows/identity_row.h"
#include "core/wire/rows/key_row.h"
#include "core/wire/rows/pending_row.h"
#include "core/wire/rows/proposal_row.h"
#include "core/wire/rows/record_row.h"
#include "core/wire/rows/series_row.h"
#include "core/wire/rows/session_row.h"
#include "core/wire/rows/source_row.h"
#include "core/wire/rows/token_row.h"
#include "core/wire/rows/trust_row.h"

namespace aurigraph::wire {

/// Every row there is, in the order of their tables. A new one is a header of this folder and its place here.
using AllRows = std::tuple<IdentityRow, TokenRow, AccountRow, AssetRow, RecordRow, SessionRow, HoldingRow,
                           PendingRow, AnchorRow, ClosedSessionsRow, KeyRow, ClaimRow, TrustRow, ProposalRow,
                           ActivationRow, SourceRow, FactRow, SeriesRow>;
inline constexpr std::size_t kStateTables = std::tuple_size_v<AllRows>;

/// Calls `use` with an empty row of each table, in order.
template <class Use>
void eachRowKind(Use use) {
  [&]<class... Row>(std::type_identity<std::tuple<Row...>>) {
    (use(Row{}), ...);
  }(std::type_identity<AllRows>{});
}

static_assert([]<std::size_t... kAt>(std::index_sequence<kAt...>) {
  return ((std::tuple_element_t<kAt, AllRows>::kTable == StateTable{kAt}) && ...);
}(std::make_index_sequence<kStateTables>{}));

}  // namespace aurigraph::wire
