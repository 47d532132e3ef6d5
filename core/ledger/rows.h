#pragma once

#include "core/quality/score.h"
#include "core/wire/commands.h"
#include "core/wire/rows/all.h"

namespace aurigraph::ledger {

// The rows of a lane's state; their shapes and encodings are the wire's.
using wire::AccountRow;
using wire::ActivationRow;
using wire::AnchorRow;
using wire::AssetRow;
using wire::AssetStatus;
using wire::Band;
using wire::ClaimRow;
using wire::ClosedSessionsRow;
using wire::Decision;
using wire::FactRow;
using wire::HoldingRow;
using wire::IdentityRow;
using wire::KeyRow;
using wire::Lot;
using wire::nameOf;
using wire::PendingKey;
using wire::PendingRow;
using wire::PendingState;
using wire::ProposalRow;
using wire::RecordRow;
using wire::SerialInterval;
using wire::SeriesRow;
using wire::SessionRow;
using wire::SourceRow;
using wire::TokenRow;
using wire::TrustRow;
using enum wire::AccountFlags;

}  // namespace aurigraph::ledger
