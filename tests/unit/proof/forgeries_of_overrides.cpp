#include "tests/unit/proof/forgeries.h"

namespace aurigraph::proof::testing {
namespace {

using test::Forger;
using test::Person;

PublicKey keyOf(const Person& who) {
  return who.key.publicKey();
}

void signBy(wire::OperationProof& operation, const Person& author) {
  Forger::editBatch(operation, [&](auto& batch) { batch.author = keyOf(author); });
}

template <class Change>
void tell(wire::RecordProof& record, Change change) {
  Forger::editEvent(*record.overridden,
                    [&](wire::Event& event) { change(std::get<wire::RecordOverridden>(event.what)); });
}

/// Another record instead, whose override the event tells.
void overrideInstead(wire::RecordProof& proof, const test::ScoredRecord& record) {
  Forger::admitInstead(proof, record);
  tell(proof, [&](auto& event) { event.record = record.record.id(); });
}

test::ScoredRecord rejectedOne() {
  return test::scoredRecord(wire::RecordKind::kPropertyValuation, "US-06075-1", test::kGenesisTime,
                            test::Wanted::kReject, 9);
}

constexpr Forgery kForgeries[] = {
    {"proof.record.rejected", "overridden: review", "a rejected record, and no override",
     [](Forger& f) {
       f.overridden().reviewed = false;
       f.overridden().overridden.reset();
     }},
    {"proof.record.rejected", "overridden: review", "the order of an override that nobody says was done",
     [](Forger& f) { f.overridden().overridden.reset(); }},
    {"proof.record.rejected", "endorsed: review", "a reviewer's word for what the score rejected",
     [](Forger& f) {
       f.endorsed().review = f.review();
       f.endorsed().overridden.reset();
     }},
    {"proof.record.not_overridable", "overridden: review", "a record whose host failed: cap V",
     [](Forger& f) {
       auto record = rejectedOne();
       record.record.fetch.transport.hostFailed = true;
       record.scoreAgain(test::kGenesisTime);
       overrideInstead(f.overridden(), record);
       f.refit();
     }},
    {"proof.record.not_overridable", "endorsed: review", "a record of an asset that was stopped: cap Z",
     [](Forger& f) {
       auto record = rejectedOne();
       record.inputs.assetStopped = true;
       overrideInstead(f.endorsed(), record);
       f.refit();
     }},
    {"proof.override.not_needed", "reviewed: review", "an override of what a reviewer approved",
     [](Forger& f) {
       auto& record = f.bundle.records.at(f.reviewedAt);
       record.review = f.overridden().review;
       record.overridden = f.overridden().overridden;
     }},
    {"proof.operation.refused", "overridden: review", "an order that the validators refused",
     [](Forger& f) {
       auto result = wire::decodeBatchResult(f.overridden().review.result).value();
       result.failures = {{0, 205, 0}, {1, 205, 0}};
       f.overridden().review.result = encode(result);
       f.refit();
     }},
    {"proof.override.event", "overridden: review", "another reason than the validators heard",
     [](Forger& f) { tell(f.overridden(), [](auto& event) { event.reason = "None."; }); }},
    {"proof.override.event", "endorsed: review", "an event of another block",
     [](Forger& f) { f.endorsed().overridden = f.overridden().overridden; }},
    {"event.malformed", "overridden: review", "an event cut short",
     [](Forger& f) {
       f.overridden().overridden->event.pop_back();
       f.refit();
     }},
    {"proof.override.cause", "overridden: review", "the event of the operation before",
     [](Forger& f) {
       Forger::editEvent(*f.overridden().overridden, [](auto& event) { event.cause.index = 0; });
       f.refit();
     }},
    {"proof.override.cause", "endorsed: review", "the event of another batch",
     [](Forger& f) {
       Forger::editEvent(*f.endorsed().overridden, [](auto& event) { event.cause.place = 0; });
       f.refit();
     }},
    {"proof.override.kind", "endorsed: review", "an endorsement that executed nothing",
     [](Forger& f) {
       Forger::editEvent(*f.endorsed().overridden, [](auto& event) {
         event.what = wire::Endorsed{test::filled<Digest>(1), test::compliance().id};
       });
       f.refit();
     }},
    {"proof.override.other_record", "endorsed: review", "the override of another record",
     [](Forger& f) {
       tell(f.endorsed(), [](auto& event) { event.record.bytes[0] ^= 1; });
       f.refit();
     }},
    {"proof.override.own", "endorsed: review", "endorsed by who submitted it",
     [](Forger& f) {
       tell(f.endorsed(), [](auto& event) { event.endorsers.front() = keyOf(test::slimNode()); });
       f.refit();
     }},
    {"proof.override.own", "overridden: review", "ordered by the asset's issuer",
     [](Forger& f) {
       tell(f.overridden(), [](auto& event) { event.key = keyOf(test::issuer()); });
       signBy(f.overridden().review, test::issuer());
       f.refit();
     }},
    {"proof.override.alone", "endorsed: review", "with the word of one",
     [](Forger& f) {
       tell(f.endorsed(), [](auto& event) { event.endorsers = {keyOf(test::compliance())}; });
       f.refit();
     }},
    {"proof.override.alone", "endorsed: review", "with the same word twice",
     [](Forger& f) {
       tell(f.endorsed(), [](auto& event) { event.endorsers.front() = event.endorsers.back(); });
       f.refit();
     }},
    {"proof.override.alone", "endorsed: review", "with the author's own word",
     [](Forger& f) {
       tell(f.endorsed(), [](auto& event) { event.endorsers.front() = event.key; });
       f.refit();
     }},
    {"proof.override.operation", "endorsed: review", "neither an order nor a word: the registration",
     [](Forger& f) {
       Forger::replaceCommand(f.endorsed().review, Forger::commandOf(f.bundle.registration));
       f.refit();
     }},
    {"proof.override.other_order", "overridden: review", "the order was for another record",
     [](Forger& f) {
       Forger::editCommand<wire::OverrideRecord>(f.overridden().review,
                                                 [](auto& order) { order.recordId.bytes[0] ^= 1; });
       f.refit();
     }},
    {"proof.override.other_order", "overridden: review", "the order was another's",
     [](Forger& f) {
       signBy(f.overridden().review, test::reviewer());
       f.refit();
     }},
    {"proof.override.bad_approval", "overridden: review", "an approval of nothing",
     [](Forger& f) {
       Forger::editCommand<wire::OverrideRecord>(
           f.overridden().review, [](auto& order) { order.approvals.given.front().signature.bytes[0] ^= 1; });
       f.refit();
     }},
    {"proof.override.other_words", "overridden: review", "others approved than the event says",
     [](Forger& f) {
       Forger::editCommand<wire::OverrideRecord>(f.overridden().review, [&](auto& order) {
         f.approve(order, {test::riskOfficer(), test::custodian()});
       });
       f.refit();
     }},
    {"proof.override.ended", "overridden: review", "with words that had ended",
     [](Forger& f) {
       Forger::editCommand<wire::OverrideRecord>(f.overridden().review, [&](auto& order) {
         order.approvals.until = test::kGenesisTime;
         f.approve(order, {test::riskOfficer(), test::compliance()});
       });
       f.refit();
     }},
    {"proof.override.other_endorser", "endorsed: review", "the last word was another's",
     [](Forger& f) {
       signBy(f.endorsed().review, test::custodian());
       f.refit();
     }},
    {"proof.registration.order", "registration", "registered before its record was overridden",
     [](Forger& f) {
       Forger::editBlock(f.bundle.registration, [&](auto& first) {
         Forger::editBlock(f.endorsed().review,
                           [&](auto& second) { std::swap(first.height, second.height); });
       });
       f.refit();
     }},
};

}  // namespace

std::span<const Forgery> forgeriesOfOverrides() {
  return kForgeries;
}

}  // namespace aurigraph::proof::testing
