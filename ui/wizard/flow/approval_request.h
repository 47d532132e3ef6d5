#pragma once

#include <string>
#include <string_view>

#include "core/crypto/ed25519.h"
#include "core/wire/commands.h"
#include "ui/wizard/flow/summary.h"

/// Approval by a person at another computer, carried by two small files (docs/formats/issuance.md). The
/// approver trusts neither server nor sender: the words shown come from the bytes that the signature covers.
namespace aurigraph::issuance {

inline constexpr std::size_t kMaxApprovalFileBytes = 256 * 1024;

/// `.approval-request`: what shall be agreed to.
struct ApprovalRequest {
  Digest genesis;          ///< Of the cluster it is for; the approver compares it with their own profile.
  PublicKey author;        ///< Who will order it: an approval is good for nobody else.
  wire::IssueToken issue;  ///< With the end of its approvals, and none given.

  [[nodiscard]] Nanoseconds until() const { return issue.approvals.until; }
  [[nodiscard]] Digest digest() const { return wire::approvalDigest(genesis, author, issue); }
  /// All that the digest covers: cluster, author, and the lines of the decoded bytes.
  [[nodiscard]] Summary words() const;
};
[[nodiscard]] std::string toJson(const ApprovalRequest& request);
/// Errors: approval_request.malformed (also where its words are not the bytes' own).
Result<ApprovalRequest> approvalRequestFromJson(std::string_view text);

/// `.approval`: the answer.
struct ApprovalAnswer {
  Digest digest;      ///< What was signed: names the request.
  PublicKey author;   ///< As the request says it. Only to say why an answer does not fit: the digest decides.
  Nanoseconds until;  ///< Likewise.
  wire::Approval approval;
};
[[nodiscard]] std::string toJson(const ApprovalAnswer& answer);
/// The signature is checked too. Errors: approval.malformed, approval.bad_signature.
Result<ApprovalAnswer> approvalFromJson(std::string_view text);

[[nodiscard]] ApprovalAnswer approve(const ApprovalRequest& request, const crypto::SigningKey& key);

}  // namespace aurigraph::issuance
