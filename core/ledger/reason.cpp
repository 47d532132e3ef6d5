#include "core/ledger/reason.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace aurigraph::ledger {
namespace {

struct Entry {
  ReasonCode reason;
  ReasonText words;
};

// Ascending by code. One line of words and one of remedy each: `describe` is what people read.
constexpr Entry kEntries[] = {
    {ReasonCode::kDone, {"done", "It was executed.", ""}},
    {ReasonCode::kBadSignature,
     {"batch.bad_signature", "The batch's signature is not its author's.",
      "Sign with the key named in the batch."}},
    {ReasonCode::kBadBodyRoot,
     {"batch.bad_body_root", "The batch's operations are not those its author signed.",
      "Sign again after the last change."}},
    {ReasonCode::kOtherCluster,
     {"batch.other_cluster", "The batch was signed for another cluster.",
      "Sign with this cluster's genesis digest."}},
    {ReasonCode::kUnknownAuthor,
     {"batch.unknown_author", "No identity of this ledger has the author's key.",
      "Ask an administrator to register the key."}},
    {ReasonCode::kExpired,
     {"batch.expired", "The batch's valid-until had passed when it was ordered.",
      "Sign it again with a later valid-until and the next request number."}},
    {ReasonCode::kReplayed,
     {"session.replayed", "A batch with this request number was executed before; nothing was done twice.",
      "Read the first one's result."}},
    {ReasonCode::kRequestGap,
     {"session.gap", "An earlier request of this session is missing.", "Send the missing request first."}},
    {ReasonCode::kSessionClosed,
     {"session.closed", "The session is closed: nobody used it for an hour, or its author opened 16 others.",
      "Open a new session: a number higher than any used so far, at request 1."}},
    {ReasonCode::kWrongLane,
     {"batch.wrong_lane", "The batch was signed for another lane.", "Send it to the lane named in it."}},
    {ReasonCode::kBadKind,
     {"batch.bad_kind", "The ledger does not execute batches of this kind.", "Send transfers or commands."}},
    {ReasonCode::kMalformed,
     {"operation.malformed", "The operation's bytes cannot be read.",
      "Encode it as docs/formats/commands.md says, or with the client library."}},
    {ReasonCode::kSessionTooHigh,
     {"session.number_too_high", "The new session's number lies more than an hour in the future.",
      "Take the time in microseconds as the number, or count from 1."}},
    {ReasonCode::kValidTooLong,
     {"batch.valid_too_long", "The batch would be valid for more than an hour.",
      "Sign it again with an earlier valid-until and the next request number."}},
    {ReasonCode::kAuthorSuspended,
     {"batch.author_suspended", "The author is suspended by an administrator: nothing it signs is executed.",
      "Ask an administrator why; when the suspension is over, order it anew."}},
    {ReasonCode::kInsufficient,
     {"balance.insufficient", "The account holds less than the amount.",
      "Transfer at most what is available."}},
    {ReasonCode::kLocked,
     {"balance.locked", "What remains of the account is locked up.", "Wait until the lock-up ends."}},
    {ReasonCode::kHeld,
     {"balance.held", "The balance would do, but part of it is held for pending transfers.",
      "Post or void the pending transfers first."}},
    {ReasonCode::kFrozen,
     {"balance.frozen", "One of the accounts is frozen.", "Ask the token's compliance officer."}},
    {ReasonCode::kOverflow,
     {"balance.overflow", "The receiving balance would exceed what can be counted.", "Transfer less."}},
    {ReasonCode::kZeroAmount,
     {"transfer.zero_amount", "The amount is zero.", "State an amount of at least one base unit."}},
    {ReasonCode::kUnknownIdentity,
     {"identity.unknown", "There is no such identity.", "Register it first, or check the number."}},
    {ReasonCode::kClaimMissing,
     {"identity.claim_missing",
      "One of the parties lacks the eligibility that the token demands, or it has ended.",
      "Renew the party's claims."}},
    {ReasonCode::kNotYourAccount,
     {"account.not_yours", "The debited account belongs to somebody else.",
      "Transfer from your own accounts only."}},
    {ReasonCode::kUnknownAccount,
     {"account.unknown", "One of the accounts does not exist.",
      "Open the account first, or check the handle."}},
    {ReasonCode::kPermissionMissing,
     {"permission.missing", "None of the author's roles allows this.",
      "Ask an administrator for the role, or somebody who has it."}},
    {ReasonCode::kNameTaken,
     {"identity.name_taken", "The name belongs to another identity.", "Choose another name."}},
    {ReasonCode::kKeyTaken,
     {"identity.key_taken", "The key belongs to another identity.", "Use a fresh key."}},
    {ReasonCode::kForbiddenRolePair,
     {"identity.forbidden_roles", "These roles may not be held by one identity.",
      "Give them to different people."}},
    {ReasonCode::kBadKey,
     {"identity.bad_key", "The bytes are no usable Ed25519 public key.",
      "Send the public key of a fresh key pair."}},
    {ReasonCode::kDutyNeedsGrant,
     {"identity.duty_needs_grant", "Nobody is registered with a role that has a duty.",
      "Register the identity as a holder, or without a role, and grant the role with another administrator's "
      "approval."}},
    {ReasonCode::kOwnRoles,
     {"identity.own_roles", "Nobody changes his own roles, or suspends or resumes himself.",
      "Ask another administrator."}},
    {ReasonCode::kOtherChange,
     {"identity.other_change", "The identity's roles were changed since, or the number is too high.",
      "Look at the identity again (GET /api/v11/query/identities?key=…), and have the change after the last "
      "one "
      "approved: role_changes + 1."}},
    {ReasonCode::kRolesDiffer,
     {"identity.roles_differ", "The identity has one of these roles already, or lacks it, or none is named.",
      "Grant only what it lacks, and revoke only what it has."}},
    {ReasonCode::kSuspendedLately,
     {"identity.suspended_lately",
      "The identity is suspended, or the same administrator suspended it less than 30 days ago.",
      "What is to last takes two: revoke its roles with another administrator's approval."}},
    {ReasonCode::kNotSuspended,
     {"identity.not_suspended", "The identity is not suspended.", "There is nothing to end."}},
    {ReasonCode::kLastAdministrator,
     {"identity.last_administrator",
      "Too few administrators would be left: three after a revocation, and after a suspension one beside its "
      "author who could end it.",
      "Grant the role to another one first; or end the other suspension first."}},
    {ReasonCode::kRuleRefused,
     {"token.rule_refused", "A rule of the token forbids the transfer.", "See which rule, and meet it."}},
    {ReasonCode::kSameAccount,
     {"transfer.same_account", "Debit and credit are the same account.", "Name two accounts."}},
    {ReasonCode::kWrongToken,
     {"transfer.wrong_token", "An account is not of the transfer's token.",
      "Use accounts of the token named."}},
    {ReasonCode::kAccountExists,
     {"account.exists", "The identity already has an account of this token.", "Use the account it has."}},
    {ReasonCode::kAccountLimit,
     {"account.limit", "The ledger holds as many accounts as it may.",
      "Ask the operator to raise the limit."}},
    {ReasonCode::kPendingUnknown,
     {"pending.unknown", "There is no such pending transfer.", "Check the handle."}},
    {ReasonCode::kPendingFinished,
     {"pending.finished", "The pending transfer was posted or voided before.",
      "Nothing remains to be done."}},
    {ReasonCode::kLinkedFailed,
     {"transfer.linked_failed", "Another transfer of the chain failed, or the chain has no end.",
      "See the chain's own failure; correct and send all of it again."}},
    {ReasonCode::kUnknownFlags,
     {"transfer.unknown_flags", "The flags are unknown or exclude each other.",
      "Use one of pending, post, void at most."}},
    {ReasonCode::kTooManyLots,
     {"holding.too_many_lots", "The receiver's holding would have more than 64 lots or serial intervals.",
      "Let lots unlock and merge, or send whole intervals."}},
    {ReasonCode::kPendingDiffers,
     {"pending.differs", "Accounts, token or amount differ from those of the pending transfer.",
      "Repeat the pending transfer's own values."}},
    {ReasonCode::kStateFull,
     {"ledger.full", "The ledger holds as many entries of this kind as it may.",
      "Ask the operator to raise the limit."}},
    {ReasonCode::kPaused, {"token.paused", "The token is paused.", "Wait until it is resumed."}},
    {ReasonCode::kDataStale,
     {"record.stale", "A record that the operation relies on is too old by now.",
      "Fetch and submit it anew."}},
    {ReasonCode::kUnknownAsset,
     {"asset.unknown", "There is no such asset.", "Register it first, or check the number."}},
    {ReasonCode::kAssetExists,
     {"asset.exists", "An asset with this key is registered.", "Use the one registered."}},
    {ReasonCode::kUnknownRecord,
     {"record.unknown", "A record is not on the ledger.", "Submit it first, or check its id."}},
    {ReasonCode::kUnknownToken, {"token.unknown", "There is no such token.", "Check the number."}},
    {ReasonCode::kNotYourAsset,
     {"asset.not_yours", "The asset, or the token on it, is another issuer's.",
      "Issue tokens on your own assets, and speak for your own tokens."}},
    {ReasonCode::kScoreDiffers,
     {"record.score_differs", "The score from record, inputs and rules is another than the one claimed.",
      "Score it again under the rules in force."}},
    {ReasonCode::kRuleSetUnknown,
     {"record.rule_set_unknown", "The record was not scored under the rule set in force.",
      "Score it again under the rules in force."}},
    {ReasonCode::kRecordMalformed,
     {"record.malformed", "Record or inputs cannot be read.", "Encode them as docs/formats/record.md says."}},
    {ReasonCode::kRecordDuplicate,
     {"record.duplicate", "This record is on the ledger already.", "See its decision."}},
    {ReasonCode::kRecordNotUsable,
     {"record.not_usable", "A record is neither accepted nor approved, or its approval has ended.",
      "Wait for its review, or submit a better one."}},
    {ReasonCode::kOriginRefused,
     {"record.origin_refused", "Simulated or replayed data may not reach this ledger.",
      "Submit real data only."}},
    {ReasonCode::kClockAhead,
     {"record.clock_ahead", "The stated time is ahead of the ledger's.", "Set the node's clock right."}},
    {ReasonCode::kRecordWrongKind,
     {"record.wrong_kind", "A record's category does not fit the asset's template.",
      "Name records of that template."}},
    {ReasonCode::kRecordOfOtherAsset,
     {"record.other_asset", "A record speaks of another asset key.", "Name records of this asset."}},
    {ReasonCode::kRecordInUse,
     {"record.in_use", "A record already stands for another asset.", "One thing is registered once."}},
    {ReasonCode::kReviewNotOpen,
     {"review.not_open", "The record does not wait for a review.", "See its decision."}},
    {ReasonCode::kReviewOwnSubmission,
     {"review.own_submission", "Nobody decides about data that they submitted or issued.",
      "Ask another reviewer."}},
    {ReasonCode::kReviewClaimedByOther,
     {"review.claimed_by_other", "Another reviewer has claimed it.",
      "Wait until the claim ends, or take another one."}},
    {ReasonCode::kReasonMissing,
     {"review.reason_missing", "A decision needs a reason code and a note.", "Say why."}},
    {ReasonCode::kReviewExpired,
     {"review.not_claimed", "You hold no current claim on this review.",
      "Claim it first; a claim lasts fifteen minutes."}},
    {ReasonCode::kRecordSubmitterIsIssuer,
     {"record.submitter_is_issuer", "A record was submitted by the asset's own issuer.",
      "Have a slim node fetch and submit the data; nobody vouches for their own asset."}},
    {ReasonCode::kRecordReviewerIsIssuer,
     {"record.reviewer_is_issuer",
      "A record was approved by the asset's own issuer, who was a reviewer then.",
      "Use a record that somebody else decided about."}},
    {ReasonCode::kMintGate,
     {"mint.record_missing", "The asset lacks a record of a kind that its template needs.",
      "Submit it, and register the asset with it."}},
    {ReasonCode::kSerialOverlap,
     {"mint.serial_overlap", "Some of these serial numbers are tokenized already.", "Issue for others."}},
    {ReasonCode::kSerialCount,
     {"mint.serial_count", "The number of serials is not the supply.",
      "One credit is one unit, without decimals."}},
    {ReasonCode::kSymbolTaken,
     {"token.symbol_taken", "The symbol belongs to another token.", "Choose another symbol."}},
    {ReasonCode::kAlreadyIssued,
     {"asset.already_issued", "The asset has its token.", "Use the token it has."}},
    {ReasonCode::kMandatoryFieldBad,
     {"operation.field_bad", "A mandatory field is empty or out of its bounds.",
      "See docs/formats/commands.md for the bounds."}},
    {ReasonCode::kSerialUnproven,
     {"mint.serial_unproven", "No usable block record of the asset covers these serial numbers.",
      "Issue only for the serials of the asset's block records."}},
    {ReasonCode::kAnchorOrder,
     {"anchor.order", "The interval is empty, or begins before the last one ended.",
      "Anchor intervals in their order."}},
    {ReasonCode::kApprovalMissing,
     {"approval.missing", "Nobody else with the permission has approved exactly these terms.",
      "Have a second person approve them."}},
    {ReasonCode::kApprovalBad,
     {"approval.bad",
      "An approval is not its approver's word about exactly these terms, or he has no role that may approve, "
      "or "
      "is suspended.",
      "Have it approved after the last change, by somebody whose role allows it."}},
    {ReasonCode::kApprovalOwn,
     {"approval.own",
      "The approval of the author, of whom the command is about, or of who brought or decided its records "
      "does "
      "not count.",
      "Ask another person."}},
    {ReasonCode::kApprovalRelated,
     {"approval.related",
      "One of author and approver registered the other less than 24 hours ago, or somebody registered both.",
      "Ask another person, or wait."}},
};

constexpr auto kCodes = [] {
  std::array<ReasonCode, std::size(kEntries)> out{};
  for (std::size_t at = 0; at < out.size(); ++at) out[at] = kEntries[at].reason;
  return out;
}();
static_assert(std::ranges::is_sorted(kCodes));

}  // namespace

bool usesRequestNumber(ReasonCode code) {
  switch (code) {
    case ReasonCode::kDone:
    case ReasonCode::kExpired:
    case ReasonCode::kValidTooLong:
    case ReasonCode::kAuthorSuspended:
    case ReasonCode::kBadKind:
    case ReasonCode::kMalformed:
      return true;
    default:
      return false;
  }
}

std::span<const ReasonCode> allReasonCodes() {
  return kCodes;
}

ReasonText describe(ReasonCode code) {
  const auto at = std::ranges::lower_bound(kCodes, code);
  if (at == kCodes.end() || *at != code)
    return {"unknown", "The ledger gave a reason that this program does not know.", "Use a newer version."};
  return kEntries[at - kCodes.begin()].words;
}

}  // namespace aurigraph::ledger
