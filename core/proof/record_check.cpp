#include "core/proof/record_check.h"

#include <algorithm>
#include <string_view>

namespace aurigraph::proof {
namespace {

constexpr const char* kDoNotTrust = "Do not trust this proof.";
constexpr std::size_t kShownKeyDigits = 16;

Result<quality::RuleSet> ruleSetOf(const Digest& digest, const wire::Genesis& genesis) {
  for (const Bytes& bytes : genesis.ruleSets) {
    auto rules = quality::decodeRuleSet(bytes);
    if (rules && rules->digest() == digest) return rules;
  }
  return fail("proof.record.rule_set",
              "The record was scored under a rule set its cluster did not begin with.", kDoNotTrust);
}

std::string roleNames(wire::RoleMask roles, std::string_view between) {
  std::string out;
  for (std::size_t at = 0; at < wire::kRoleCount; ++at) {
    const auto role = static_cast<wire::Role>(at);
    if ((roles & wire::maskOf(role)) != 0)
      out += (out.empty() ? std::string() : std::string(between)) + std::string(wire::nameOf(role));
  }
  return out.empty() ? "no role" : out;
}

std::string scoreText(Ppm score) {
  std::string digits = std::to_string(1'000'000 + score.value);
  return digits.substr(0, 1) == "2" ? "1.000000" : "0." + digits.substr(1);
}

}  // namespace

Result<CheckedRecord> checkScore(const CheckedOperation& submission, const wire::Genesis& genesis) {
  const auto* command = std::get_if<wire::SubmitRecord>(&submission.command);
  if (command == nullptr)
    return fail("proof.record.not_a_submission", "The operation does not submit a record.", kDoNotTrust);
  auto record = wire::decodeRecord(command->record);
  if (!record) return propagate(record);
  const auto inputs = wire::decodeScoreInputs(command->inputs);
  if (!inputs) return propagate(inputs);
  const auto rules = ruleSetOf(command->ruleSet, genesis);
  if (!rules) return propagate(rules);

  const auto result = quality::score(*record, *inputs, *rules);
  if (result.score != command->claimedScore)
    return fail("proof.record.score",
                "Scored again the record has " + scoreText(result.score) + ", claimed was " +
                    scoreText(command->claimedScore) + ".",
                kDoNotTrust);
  if (record->origin != wire::Origin::kReal && !genesis.simulated)
    return fail(
        "proof.record.origin",
        "The record is " + std::string(wire::nameOf(record->origin)) + ", which its cluster does not admit.",
        kDoNotTrust);
  const auto inForce = quality::decodeRuleSet(genesis.ruleSets.back());
  if (!inForce) return propagate(inForce);
  const quality::Band band = quality::bandOf(result.score, *inForce);
  std::string words = std::string(wire::nameOf(record->category)) + "/" +
                      std::string(wire::nameOf(record->kind)) + " " + scoreText(result.score) + " " +
                      std::string(quality::nameOf(band));
  const bool capX = result.capBinds && result.caps.front().code == quality::CapCode::kX;
  return CheckedRecord{.record = std::move(*record),
                       .score = result.score,
                       .band = band,
                       .overridable = band == quality::Band::kReject && capX,
                       .submitter = submission.batch.author,
                       .words = std::move(words),
                       .usableFrom = submission.block.height};
}

Result<CheckedSubmitter> checkSubmitter(const PublicKey& submitter, std::span<const PublicKey> issuerKeys,
                                        const wire::Genesis& genesis) {
  CheckedSubmitter out;
  const auto known = std::ranges::find(genesis.identities, submitter, &wire::GenesisIdentity::key);
  // The validators executed the submission, so the submitter held one of the roles that may submit then,
  // whatever roles it began with.
  const auto submit = static_cast<std::size_t>(wire::Permission::kSubmitRecord);
  const bool named = known != genesis.identities.end();
  out.name = named ? known->name : std::string();
  out.roles = roleNames(genesis.roles.allowed[submit], " or ");
  const std::string who = named ? out.name + " (" + out.roles + ")"
                                : "key " + toHex(submitter.view()).substr(0, kShownKeyDigits) +
                                      "…, registered after the cluster's beginning as " + out.roles;
  if (std::ranges::find(issuerKeys, submitter) != issuerKeys.end())
    return fail("proof.record.submitter_is_issuer",
                "The record was submitted by the asset's own issuer: " + who + ".", kDoNotTrust);
  out.words = who;
  return out;
}

Status checkReview(const CheckedRecord& record, const CheckedOperation* review, const PublicKey& issuer) {
  if (record.band == quality::Band::kAccept) {
    if (review != nullptr)
      return fail("proof.review.not_needed", "An accepted record carries a review.", kDoNotTrust);
    return {};
  }
  if (review == nullptr)
    return fail("proof.review.missing", "The record needed a reviewer, and the proof names none.",
                kDoNotTrust);
  const auto* decision = std::get_if<wire::DecideReview>(&review->command);
  if (decision == nullptr || decision->recordId != record.record.id())
    return fail("proof.review.other_record", "The review is not about this record.", kDoNotTrust);
  if (decision->decision != wire::ReviewDecision::kApprove)
    return fail("proof.review.not_approved", "The reviewer did not approve the record.", kDoNotTrust);
  if (review->batch.author == record.submitter || review->batch.author == issuer)
    return fail("proof.review.own_submission",
                "The reviewer is the record's submitter or the asset's issuer.", kDoNotTrust);
  return {};
}

}  // namespace aurigraph::proof
