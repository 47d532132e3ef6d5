#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace aurigraph::ledger {

/// Why an operation or a whole batch was not executed. Stable numbers (domain §4.4); words are rendered
/// by describe(), outside `apply`.
enum class ReasonCode : std::uint16_t {
  kDone = 0,
  // whole batch: 1…99
  kBadSignature = 1,
  kBadBodyRoot = 2,
  kOtherCluster = 3,
  kUnknownAuthor = 4,
  kExpired = 5,
  kReplayed = 6,
  kRequestGap = 7,
  kSessionClosed = 8,
  kWrongLane = 9,
  kBadKind = 10,
  kMalformed = 11,
  kSessionTooHigh = 12,
  kValidTooLong = 13,
  kAuthorSuspended = 14,
  kKeyEnded = 15,
  // balance: 1xx
  kInsufficient = 101,
  kLocked = 102,
  kHeld = 103,
  kFrozen = 104,
  kOverflow = 105,
  kZeroAmount = 106,
  // identity: 2xx
  kUnknownIdentity = 201,
  kClaimMissing = 202,
  kNotYourAccount = 203,
  kUnknownAccount = 204,
  kPermissionMissing = 205,
  kNameTaken = 206,
  kKeyTaken = 207,
  kForbiddenRolePair = 208,
  kBadKey = 209,
  kDutyNeedsGrant = 210,
  kOwnRoles = 211,
  kRolesDiffer = 213,
  kSuspendedLately = 214,
  kNotSuspended = 215,
  kLastAdministrator = 216,
  kNameUnclear = 217,
  kKeyLimit = 218,
  kLastKey = 219,
  kBadPossession = 220,
  kBlocked = 221,
  kAdministratorsKey = 222,
  kClaimUnknown = 230,
  kClaimOwn = 231,
  kClaimLimit = 232,
  kNoClaimIssuer = 233,
  kTrustStands = 234,
  kNotTrusted = 235,
  // rule: 3xx
  kRuleRefused = 300,
  kSameAccount = 301,
  kWrongToken = 302,
  kAccountExists = 303,
  kAccountLimit = 304,
  kPendingUnknown = 305,
  kPendingFinished = 306,
  kLinkedFailed = 307,
  kUnknownFlags = 308,
  kTooManyLots = 309,
  kPendingDiffers = 310,
  kStateFull = 311,
  // asset, record, review: 4xx
  kPaused = 401,
  kDataStale = 403,
  kUnknownAsset = 404,
  kAssetExists = 405,
  kUnknownRecord = 406,
  kUnknownToken = 407,
  kNotYourAsset = 408,
  kRecordMalformed = 412,
  kRecordDuplicate = 413,
  kRecordNotUsable = 414,
  kOriginRefused = 415,
  kClockAhead = 416,
  kRecordWrongKind = 417,
  kRecordOfOtherAsset = 418,
  kRecordInUse = 419,
  kReviewNotOpen = 420,
  kReviewOwnSubmission = 421,
  kReviewClaimedByOther = 422,
  kReasonMissing = 423,
  kReviewExpired = 424,  ///< The reviewer holds no current claim.
  kRecordSubmitterIsIssuer = 425,
  kRecordReviewerIsIssuer = 426,
  kNotOverridable = 427,
  kMintGate = 430,
  kSerialOverlap = 431,
  kSerialCount = 432,
  kSymbolTaken = 433,
  kAlreadyIssued = 434,
  kMandatoryFieldBad = 435,
  kSerialUnproven = 436,
  kAnchorOrder = 440,
  kProtocolNotNext = 450,
  kProtocolHeight = 451,
  kProtocolFixed = 452,
  kSourceUnknown = 460,
  kSourcePaused = 461,
  kSourceKind = 462,
  kSourceBudget = 464,
  kSourceStands = 465,
  kSourceOrigin = 466,
  kSourceNotPaused = 467,
  kSourcePausedLately = 468,
  kFactStands = 470,
  kFactBad = 471,
  // approval: 5xx
  kApprovalMissing = 501,
  kApprovalBad = 502,
  kApprovalOwn = 503,
  kApprovalRelated = 504,
  kApprovalSameOrganisation = 505,
  kApprovalTwice = 506,
  kApprovalEnded = 507,
  kApprovalTooLong = 508,
  kApprovalUsed = 509,
  kProposalUnknown = 520,
  kProposalBad = 521,
  kProposalLimit = 522,
  kProposalNeedsNobody = 523,
  kProposalAuthorBarred = 524,
};

/// Whether a batch that has this code as a whole uses its request number up, so that the next one can follow.
/// Not if its signature or body root is bad, so that nobody else uses up an author's numbers; if it is of
/// another cluster, lane or a stranger, who have no session here; or if it is not the session's next.
[[nodiscard]] bool usesRequestNumber(ReasonCode code);

/// All of them, ascending: for tests and for documentation.
[[nodiscard]] std::span<const ReasonCode> allReasonCodes();

/// One reason with what it is about. `simulate` gives all of them.
struct Reason {
  ReasonCode code = ReasonCode::kDone;
  std::uint8_t ruleBit = 0;  ///< Position of the token's rule, where one refused.
  std::uint64_t detail = 0;  ///< Code-specific number: available amount, lease end …
  bool operator==(const Reason&) const = default;
};

struct ReasonText {
  std::string_view code;     ///< Stable: "review.own_submission".
  std::string_view message;  ///< For a person.
  std::string_view remedy;
};
[[nodiscard]] ReasonText describe(ReasonCode code);

}  // namespace aurigraph::ledger
