#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/proof/operation_check.h"
#include "core/quality/rule_set.h"
#include "core/quality/score.h"
#include "core/wire/genesis.h"
#include "core/wire/proof_bundle.h"
#include "core/wire/record.h"

namespace aurigraph::proof {

/// A record whose submission and score were checked and, where it needed one, its review or override.
struct CheckedRecord {
  wire::Record record;
  Ppm score;
  quality::Band band = quality::Band::kReject;  ///< By the rules in force.
  bool overridable = false;  ///< Rejected, and cap X is why: people may use it all the same (domain §3).
  PublicKey submitter;
  std::string words;  ///< "property/title 0.950000 ACCEPT, from county-title"
  Height usableFrom;  ///< Of its submission; of its review or override where it needed one.
};

/// The validators said of the record what record, context and rule set give (R-QA-2): the event of its
/// admission stands in the block of the submission, as that operation's. The context is the ledger's. What it
/// says of the record itself is held against the record: purpose, time, tier, way here, origin; it may
/// believe less, and never more. The rest (what was said before, second sources, facts, references) is taken
/// as certified: no bundle shows it. Errors: proof.record.*, and those of the decoders.
Result<CheckedRecord> checkScore(const CheckedOperation& submission, const wire::RecordProof& proof,
                                 const wire::Genesis& genesis);

/// Who brought a record, as far as a bundle can prove it.
struct CheckedSubmitter {
  std::string name;   ///< Of the genesis; empty: registered later, and the bundle does not say as whom.
  std::string roles;  ///< "slim-node": those of which one lets submit.
  std::string words;
};

/// Nobody vouches for their own asset (R-TRUST-1, R-TRUST-7): the submitter has none of `issuerKeys`.
/// Errors: proof.record.submitter_is_issuer.
Result<CheckedSubmitter> checkSubmitter(const PublicKey& submitter, std::span<const PublicKey> issuerKeys,
                                        const wire::Genesis& genesis);

/// A record of 0.60–0.79 was approved by another key than the submitter's and `issuer`'s; an accepted one
/// needs no review (R-QA-3, R-QA-5). `review` is null when the bundle has none. Of a rejected record see
/// override_check.h.
Status checkReview(const CheckedRecord& record, const CheckedOperation* review, const PublicKey& issuer);

}  // namespace aurigraph::proof
