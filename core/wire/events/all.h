#pragma once

#include <variant>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/wire/events/account_opened.h"
#include "core/wire/events/anchor_added.h"
#include "core/wire/events/asset_registered.h"
#include "core/wire/events/claim_issued.h"
#include "core/wire/events/claim_issuer_distrusted.h"
#include "core/wire/events/claim_issuer_trusted.h"
#include "core/wire/events/claim_revoked.h"
#include "core/wire/events/document_published.h"
#include "core/wire/events/endorsed.h"
#include "core/wire/events/endorsement_withdrawn.h"
#include "core/wire/events/fact_adopted.h"
#include "core/wire/events/identity_blocked.h"
#include "core/wire/events/identity_recovered.h"
#include "core/wire/events/identity_registered.h"
#include "core/wire/events/identity_resumed.h"
#include "core/wire/events/identity_suspended.h"
#include "core/wire/events/key_added.h"
#include "core/wire/events/key_ended.h"
#include "core/wire/events/notice_address_set.h"
#include "core/wire/events/proposal_executed.h"
#include "core/wire/events/proposal_withdrawn.h"
#include "core/wire/events/proposed.h"
#include "core/wire/events/protocol_activated.h"
#include "core/wire/events/record_admitted.h"
#include "core/wire/events/record_overridden.h"
#include "core/wire/events/review_claimed.h"
#include "core/wire/events/review_decided.h"
#include "core/wire/events/review_released.h"
#include "core/wire/events/roles_changed.h"
#include "core/wire/events/source_adopted.h"
#include "core/wire/events/source_paused.h"
#include "core/wire/events/source_resumed.h"
#include "core/wire/events/token_issued.h"

namespace aurigraph::wire {

/// Every event there is, ascending by kind. A new one is a header of this folder and its line here.
using AnyEvent =
    std::variant<IdentityRegistered, AccountOpened, RecordAdmitted, ReviewClaimed, ReviewReleased,
                 ReviewDecided, AssetRegistered, TokenIssued, AnchorAdded, NoticeAddressSet,
                 DocumentPublished, RolesChanged, IdentitySuspended, IdentityResumed, KeyAdded, KeyEnded,
                 IdentityBlocked, IdentityRecovered, ClaimIssued, ClaimRevoked, ClaimIssuerTrusted,
                 ClaimIssuerDistrusted, Proposed, Endorsed, ProposalExecuted, ProposalWithdrawn,
                 EndorsementWithdrawn, RecordOverridden, ProtocolActivated, SourceAdopted, SourcePaused,
                 SourceResumed, FactAdopted>;

struct Event {
  EventCause cause;
  AnyEvent what;
  bool operator==(const Event&) const = default;
};

/// `kind u16 | cause | fields`.
[[nodiscard]] Bytes encode(const Event& event);
/// Errors: event.malformed (also: an unknown kind, and what is not canonical).
Result<Event> decodeEvent(ByteView bytes);

/// Calls `use` with an empty event of each kind, ascending, until one call answers true; the last answer.
template <class Use>
bool anyEventKind(Use use) {
  return [&]<class... Each>(std::type_identity<std::variant<Each...>>) {
    return (use(Each{}) || ...);
  }(std::type_identity<AnyEvent>{});
}

}  // namespace aurigraph::wire
