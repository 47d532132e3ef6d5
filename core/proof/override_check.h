#pragma once

#include <span>
#include <string>

#include "core/proof/operation_check.h"
#include "core/proof/record_check.h"
#include "core/wire/events/all.h"
#include "core/wire/proof_bundle.h"

namespace aurigraph::proof {

/// A record that its score rejected was made usable by people (R-QA-3), and the validators said so: the event
/// of its override stands in the block of `executed`, as that operation's. The operation is the override with
/// the words of two others, or the endorsement that completed its proposal; nobody who took part submitted
/// the record or has one of the issuer's keys. What roles they held the validators saw to. Errors:
/// proof.record.not_overridable, proof.override.*, event.malformed.
Result<wire::RecordOverridden> checkOverride(const CheckedRecord& record, const wire::EventProof& said,
                                             const wire::OperationProof& proof,
                                             const CheckedOperation& executed,
                                             std::span<const PublicKey> issuerKeys);

/// Who took part, for a person: "overridden in block 9 by key 01…, with the words of keys 02…, 03…: why".
[[nodiscard]] std::string wordsOf(const wire::RecordOverridden& event, Height block);

}  // namespace aurigraph::proof
