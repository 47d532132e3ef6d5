#include "core/proof/override_check.h"

#include <algorithm>
#include <vector>

#include "core/crypto/ed25519.h"
#include "core/proof/event_check.h"

namespace aurigraph::proof {
namespace {

constexpr const char* kDoNotTrust = "Do not trust this proof.";
constexpr std::size_t kShownKeyDigits = 16;
constexpr std::size_t kLeastWords = 2;  ///< Of risk and of compliance.

tl::unexpected<Error> broken(std::string_view code, const char* words) {
  return fail(code, words, kDoNotTrust);
}

Result<wire::RecordOverridden> eventOf(const wire::EventProof& said, const wire::OperationProof& proof) {
  const auto event = checkEvent(said, proof, {"proof.override.event", "proof.override.cause"});
  if (!event) return propagate(event);
  const auto* overridden = std::get_if<wire::RecordOverridden>(&event->what);
  if (overridden == nullptr) return broken("proof.override.kind", "The event is no override.");
  return *overridden;
}

/// Each person of another key; that they are other people the validators saw to.
Status checkPeople(const wire::RecordOverridden& event, const CheckedRecord& record,
                   std::span<const PublicKey> issuerKeys) {
  std::vector<PublicKey> people = event.endorsers;
  people.push_back(event.key);
  for (const PublicKey& each : people)
    if (each == record.submitter || std::ranges::find(issuerKeys, each) != issuerKeys.end())
      return broken("proof.override.own", "The record's submitter or the asset's issuer took part.");
  std::ranges::sort(people);
  const bool twice = std::ranges::adjacent_find(people) != people.end();
  if (twice || event.endorsers.size() < kLeastWords)
    return broken("proof.override.alone", "It was not two others who endorsed the override.");
  return {};
}

/// The order itself, with the words that it carries along.
Status checkOrder(const wire::OverrideRecord& order, const wire::RecordOverridden& event,
                  const CheckedOperation& executed) {
  if (order.recordId != event.record || order.reason != event.reason || executed.batch.author != event.key)
    return broken("proof.override.other_order", "The event tells of another order.");
  const Digest digest = wire::approvalDigest(executed.batch.genesis, executed.batch.author, order);
  std::vector<PublicKey> approvers;
  for (const wire::Approval& each : order.approvals.given) {
    approvers.push_back(each.approver);
    if (!crypto::verify(each.approver, digest, each.signature))
      return broken("proof.override.bad_approval", "An approval is not of this override.");
  }
  if (approvers != event.endorsers)
    return broken("proof.override.other_words", "The event names other approvers than the order carries.");
  if (order.approvals.until < executed.block.time)
    return broken("proof.override.ended", "The override's approvals had ended before its block.");
  return {};
}

/// The last word of a proposal, whose bytes stand in another block.
Status checkEndorsement(const wire::RecordOverridden& event, const CheckedOperation& executed) {
  if (std::ranges::find(event.endorsers, executed.batch.author) == event.endorsers.end())
    return broken("proof.override.other_endorser", "The event does not name who gave the last word.");
  return {};
}

std::string shown(const PublicKey& key) {
  return toHex(key.view()).substr(0, kShownKeyDigits) + "…";
}

}  // namespace

Result<wire::RecordOverridden> checkOverride(const CheckedRecord& record, const wire::EventProof& said,
                                             const wire::OperationProof& proof,
                                             const CheckedOperation& executed,
                                             std::span<const PublicKey> issuerKeys) {
  if (!record.overridable)
    return broken("proof.record.not_overridable",
                  "The record was rejected for a reason that nobody may override.");
  auto event = eventOf(said, proof);
  if (!event) return propagate(event);
  if (event->record != record.record.id())
    return broken("proof.override.other_record", "The override is not of this record.");
  if (auto status = checkPeople(*event, record, issuerKeys); !status) return propagate(status);
  if (const auto* order = std::get_if<wire::OverrideRecord>(&executed.command)) {
    if (auto status = checkOrder(*order, *event, executed); !status) return propagate(status);
  } else if (std::holds_alternative<wire::Endorse>(executed.command)) {
    if (auto status = checkEndorsement(*event, executed); !status) return propagate(status);
  } else {
    return broken("proof.override.operation", "The operation neither orders nor endorses an override.");
  }
  return event;
}

std::string wordsOf(const wire::RecordOverridden& event, Height block) {
  std::string endorsers;
  for (const PublicKey& each : event.endorsers) endorsers += (endorsers.empty() ? "" : ", ") + shown(each);
  return "overridden in block " + std::to_string(block.value) + " by key " + shown(event.key) +
         ", with the words of keys " + endorsers + ": " + event.reason;
}

}  // namespace aurigraph::proof
