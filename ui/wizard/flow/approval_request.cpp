#include "ui/wizard/flow/approval_request.h"

#include <boost/json/serialize.hpp>

#include "ui/wizard/flow/strict_json.h"

namespace aurigraph::issuance {
namespace {

constexpr std::string_view kRequestFormat = "aurigraph-approval-request/2";
constexpr std::string_view kAnswerFormat = "aurigraph-approval/2";
constexpr std::size_t kMaxPayloadHex = 64 * 1024;  // 64 serial ranges of the longest names are a third.

tl::unexpected<Error> badRequest(const std::string& why) {
  return fail("approval_request.malformed", "The approval request cannot be read: " + why + ".",
              "Ask the issuer to export it again and to send the file unchanged.");
}
tl::unexpected<Error> badAnswer(const std::string& why) {
  return fail("approval.malformed", "The approval cannot be read: " + why + ".",
              "Ask the approver to send the file again, unchanged.");
}

/// Mail and editors like to end a file with a line break; nothing else may differ.
std::string_view withoutLastBreak(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

}  // namespace

Summary ApprovalRequest::words() const {
  Summary out = {{"issuance.summary.cluster", "Genesis digest of the cluster", toHex(genesis.view())},
                 {"issuance.summary.author", "Ordered by key", toHex(author.view())}};
  Summary terms = summaryOf(issue);
  out.insert(out.end(), std::make_move_iterator(terms.begin()), std::make_move_iterator(terms.end()));
  return out;
}

std::string toJson(const ApprovalRequest& request) {
  ApprovalRequest bare = request;
  bare.issue.approvals.given.clear();
  boost::json::array words;
  for (const auto& line : bare.words()) words.emplace_back(line.label + ": " + line.value);
  return boost::json::serialize(boost::json::object{{"format", kRequestFormat},
                                                    {"genesis", toHex(bare.genesis.view())},
                                                    {"author", toHex(bare.author.view())},
                                                    {"until", std::to_string(bare.until().value)},
                                                    {"kind", wire::IssueToken::kName},
                                                    {"payload", toHex(wire::encodePayload(bare.issue))},
                                                    {"digest", toHex(bare.digest().view())},
                                                    {"words", std::move(words)}});
}

Result<ApprovalRequest> approvalRequestFromJson(std::string_view text) {
  text = withoutLastBreak(text);
  StrictJson json;
  const auto top = StrictJson::parse(text, kMaxApprovalFileBytes, json);
  if (json.text(top, "format", 64) != kRequestFormat) json.refuse("it is no approval request of format 2");
  if (json.text(top, "kind", 64) != wire::IssueToken::kName) json.refuse("it is not about an issue");
  ApprovalRequest out;
  out.genesis = json.fixed<Digest>(top, "genesis");
  out.author = json.fixed<PublicKey>(top, "author");
  const auto payload = fromHex(json.text(top, "payload", kMaxPayloadHex));
  if (!json.ok()) return badRequest(json.problem());
  if (!payload) return badRequest("its payload is no hex");
  const auto command = wire::decodeCommand(static_cast<std::uint16_t>(wire::IssueToken::kKind), *payload);
  if (!command) return badRequest("its payload is no issue");
  out.issue = std::get<wire::IssueToken>(*command);
  if (!out.issue.approvals.given.empty()) return badRequest("its payload holds approvals already");
  if (out.until() <= Nanoseconds()) return badRequest("its payload does not say until when it is good");
  // End, words and digest are written from the bytes: others would be an attempt to make somebody sign
  // blindly.
  if (toJson(out) != text) return badRequest("its end, its words or its digest are not those of its payload");
  return out;
}

std::string toJson(const ApprovalAnswer& answer) {
  return boost::json::serialize(boost::json::object{{"format", kAnswerFormat},
                                                    {"digest", toHex(answer.digest.view())},
                                                    {"author", toHex(answer.author.view())},
                                                    {"until", std::to_string(answer.until.value)},
                                                    {"approver", toHex(answer.approval.approver.view())},
                                                    {"signature", toHex(answer.approval.signature.view())}});
}

Result<ApprovalAnswer> approvalFromJson(std::string_view text) {
  text = withoutLastBreak(text);
  StrictJson json;
  const auto top = StrictJson::parse(text, kMaxApprovalFileBytes, json);
  if (json.text(top, "format", 64) != kAnswerFormat) json.refuse("it is no approval of format 2");
  ApprovalAnswer out;
  out.digest = json.fixed<Digest>(top, "digest");
  out.author = json.fixed<PublicKey>(top, "author");
  out.until = json.time(top, "until");
  out.approval.approver = json.fixed<PublicKey>(top, "approver");
  out.approval.signature = json.fixed<Signature>(top, "signature");
  if (json.ok() && toJson(out) != text) json.refuse("it is not in the form in which approvals are written");
  if (!json.ok()) return badAnswer(json.problem());
  if (!crypto::verify(out.approval.approver, out.digest, out.approval.signature))
    return fail("approval.bad_signature", "The approval's signature does not belong to its key and digest.",
                "Ask the approver to sign again.");
  return out;
}

ApprovalAnswer approve(const ApprovalRequest& request, const crypto::SigningKey& key) {
  const Digest digest = request.digest();
  return {digest, request.author, request.until(), {key.publicKey(), key.sign(digest)}};
}

}  // namespace aurigraph::issuance
