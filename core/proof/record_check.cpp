#include "core/proof/record_check.h"

#include <algorithm>
#include <string_view>

#include "core/proof/event_check.h"
#include "core/wire/events/all.h"
#include "core/wire/source_terms.h"

namespace aurigraph::proof {
namespace {

constexpr const char* kDoNotTrust = "Do not trust this proof.";
constexpr std::size_t kShownKeyDigits = 16;

tl::unexpected<Error> broken(std::string_view code, const char* words) {
  return fail(code, words, kDoNotTrust);
}

/// What the validators said of the record when they admitted it.
Result<wire::RecordAdmitted> admissionOf(const wire::Record& record, const wire::RecordProof& proof) {
  const auto event =
      checkEvent(proof.admitted, proof.submission, {"proof.record.event", "proof.record.cause"});
  if (!event) return propagate(event);
  const auto* admitted = std::get_if<wire::RecordAdmitted>(&event->what);
  if (admitted == nullptr) return broken("proof.record.kind", "The event does not admit a record.");
  if (admitted->id != record.id() || admitted->category != record.category || admitted->kind != record.kind ||
      admitted->assetKey != record.assetKey || admitted->source != record.sourceId)
    return broken("proof.record.other_record", "The event tells of another record.");
  return *admitted;
}

/// Whether the ledger believed more of the record's way here than the record states.
bool believesMore(const wire::TransportFacts& believed, const wire::TransportFacts& stated) {
  const auto only = [](bool here, bool there) { return here && !there; };
  const bool claims = only(believed.allowedHostOverTls, stated.allowedHostOverTls) ||
                      only(believed.pinnedKey, stated.pinnedKey) ||
                      only(believed.authenticatedSession, stated.authenticatedSession) ||
                      only(believed.payloadSigned, stated.payloadSigned) ||
                      only(believed.rawDigestMatches, stated.rawDigestMatches);
  const bool drops = only(stated.hostFailed, believed.hostFailed) ||
                     only(stated.signatureInvalid, believed.signatureInvalid) ||
                     only(stated.deviceRevoked, believed.deviceRevoked);
  return claims || drops || believed.cacheState != stated.cacheState;
}

/// `time` is the ledger's, of the block.
Status checkContext(const wire::Record& record, const wire::RecordAdmitted& admitted,
                    const wire::ScoreInputs& context, Nanoseconds time) {
  constexpr std::string_view kCode = "proof.record.context";
  if (context.purpose != record.fetch.purpose)
    return broken(kCode, "The record was scored for another purpose than it was fetched for.");
  if (context.scoredAt != time)
    return broken(kCode, "The record was scored as of another time than its block's.");
  if (context.tier < record.tier)
    return broken(kCode, "The record was scored as of a better source than it names.");
  if (believesMore(context.transport, record.fetch.transport))
    return broken(kCode, "The record was scored as if it had come a safer way than it states.");
  if (wire::weakerOf(admitted.origin, record.origin) != admitted.origin)
    return broken(kCode, "The record was admitted as of a better origin than it states.");
  return {};
}

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

/// Scored again as the validators scored it. Errors: proof.record.score, and those of the decoders.
Result<quality::ScoreResult> scoreAgain(const wire::Record& record, const wire::RecordAdmitted& admitted,
                                        Nanoseconds time, const wire::Genesis& genesis) {
  const auto context = wire::decodeScoreInputs(admitted.context);
  if (!context) return propagate(context);
  if (auto status = checkContext(record, admitted, *context, time); !status) return propagate(status);
  const auto rules = ruleSetOf(admitted.ruleSet, genesis);
  if (!rules) return propagate(rules);
  auto result = quality::score(record, *context, *rules);
  const auto shown = [](Ppm score, quality::Band band) {
    return scoreText(score) + " " + std::string(quality::nameOf(band));
  };
  if (result.score != admitted.score || result.band != admitted.band)
    return fail("proof.record.score",
                "Scored again the record has " + shown(result.score, result.band) + ", the block says " +
                    shown(admitted.score, admitted.band) + ".",
                kDoNotTrust);
  return result;
}

std::string wordsOf(const wire::RecordAdmitted& admitted, quality::Band band) {
  return std::string(wire::nameOf(admitted.category)) + "/" + std::string(wire::nameOf(admitted.kind)) + " " +
         scoreText(admitted.score) + " " + std::string(quality::nameOf(band)) + ", from " + admitted.source;
}

}  // namespace

Result<CheckedRecord> checkScore(const CheckedOperation& submission, const wire::RecordProof& proof,
                                 const wire::Genesis& genesis) {
  const auto* command = std::get_if<wire::SubmitRecord>(&submission.command);
  if (command == nullptr)
    return broken("proof.record.not_a_submission", "The operation does not submit a record.");
  auto record = wire::decodeRecord(command->record);
  if (!record) return propagate(record);
  const auto admitted = admissionOf(*record, proof);
  if (!admitted) return propagate(admitted);
  // Blocks' times ascend, and the ledger's begins with the cluster.
  const Nanoseconds time = std::max(submission.block.time, genesis.createdAt);
  const auto result = scoreAgain(*record, *admitted, time, genesis);
  if (!result) return propagate(result);
  if (admitted->origin != wire::Origin::kReal && !genesis.simulated)
    return fail("proof.record.origin",
                "The record is " + std::string(wire::nameOf(admitted->origin)) +
                    ", which its cluster does not admit.",
                kDoNotTrust);
  const auto inForce = quality::decodeRuleSet(genesis.ruleSets.back());
  if (!inForce) return propagate(inForce);
  const quality::Band band = quality::bandOf(result->score, *inForce);
  const bool capX = result->capBinds && result->caps.front().code == quality::CapCode::kX;
  return CheckedRecord{.record = std::move(*record),
                       .score = result->score,
                       .band = band,
                       .overridable = band == quality::Band::kReject && capX,
                       .submitter = submission.batch.author,
                       .words = wordsOf(*admitted, band),
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
