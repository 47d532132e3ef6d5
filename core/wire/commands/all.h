#pragma once

#include <type_traits>
#include <variant>

#include "core/wire/commands/activate_protocol.h"
#include "core/wire/commands/add_key.h"
#include "core/wire/commands/adopt_fact.h"
#include "core/wire/commands/adopt_source.h"
#include "core/wire/commands/anchor.h"
#include "core/wire/commands/block_identity.h"
#include "core/wire/commands/claim_review.h"
#include "core/wire/commands/decide_review.h"
#include "core/wire/commands/distrust_claim_issuer.h"
#include "core/wire/commands/endorse.h"
#include "core/wire/commands/grant_roles.h"
#include "core/wire/commands/issue_claim.h"
#include "core/wire/commands/issue_token.h"
#include "core/wire/commands/open_account.h"
#include "core/wire/commands/override_record.h"
#include "core/wire/commands/pause_source.h"
#include "core/wire/commands/propose.h"
#include "core/wire/commands/publish_document.h"
#include "core/wire/commands/recover_identity.h"
#include "core/wire/commands/register_asset.h"
#include "core/wire/commands/register_identity.h"
#include "core/wire/commands/release_review.h"
#include "core/wire/commands/resume_identity.h"
#include "core/wire/commands/resume_source.h"
#include "core/wire/commands/revoke_claim.h"
#include "core/wire/commands/revoke_key.h"
#include "core/wire/commands/revoke_roles.h"
#include "core/wire/commands/rotate_key.h"
#include "core/wire/commands/set_notice_address.h"
#include "core/wire/commands/submit_record.h"
#include "core/wire/commands/suspend_identity.h"
#include "core/wire/commands/trust_claim_issuer.h"
#include "core/wire/commands/withdraw.h"

namespace aurigraph::wire {

/// Every command there is, ascending by kind. A new one is a header of this folder and its line here.
using AnyCommand =
    std::variant<RegisterIdentity, OpenAccount, SetNoticeAddress, GrantRoles, RevokeRoles, SuspendIdentity,
                 ResumeIdentity, BlockIdentity, RecoverIdentity, SubmitRecord, ClaimReview, DecideReview,
                 ReleaseReview, RegisterAsset, IssueToken, PublishDocument, Anchor, AddKey, RevokeKey,
                 RotateKey, IssueClaim, RevokeClaim, TrustClaimIssuer, DistrustClaimIssuer, Propose, Endorse,
                 Withdraw, OverrideRecord, ActivateProtocol, AdoptSource, PauseSource, ResumeSource,
                 AdoptFact>;

/// Calls `use` with an empty command of each kind, ascending, until one call answers true; the last answer.
template <class Use>
bool anyCommandKind(Use use) {
  return [&]<class... Command>(std::type_identity<std::variant<Command...>>) {
    return (use(Command{}) || ...);
  }(std::type_identity<AnyCommand>{});
}

}  // namespace aurigraph::wire
