#include "tests/unit/proof/forgeries.h"

namespace aurigraph::proof::testing {
namespace {

using test::Forger;
using test::Person;

void signBy(wire::OperationProof& operation, const Person& author) {
  Forger::editBatch(operation, [&](auto& batch) { batch.author = author.key.publicKey(); });
}

constexpr Forgery kForgeries[] = {
    {"proof.record.submitter_is_issuer", "record 1: submitter", "who submitted registered the asset",
     [](Forger& f) {
       signBy(f.bundle.registration, test::slimNode());
       f.refit();
     }},
    {"proof.record.submitter_is_issuer", "record 1: submitter", "who submitted issued the token",
     [](Forger& f) {
       signBy(f.bundle.issue, test::slimNode());
       f.refit();
     }},
    {"proof.record.submitter_is_issuer", "record 1: submitter", "the certified asset is the submitter's",
     [](Forger& f) {
       Forger::editRow<wire::AssetRow>(f.bundle.holding.asset,
                                       [](auto& row) { row.issuer = test::slimNode().id; });
       f.refit();
     }},
    {"proof.record.submitter_is_issuer", "record 1: submitter", "the certified token is the submitter's",
     [](Forger& f) {
       Forger::editRow<wire::TokenRow>(f.bundle.holding.token,
                                       [](auto& row) { row.issuer = test::slimNode().id; });
       f.refit();
     }},
    {"proof.record.submitter_is_issuer", "reviewed: submitter", "the issuer submitted one of the records",
     [](Forger& f) {
       signBy(f.reviewed(), test::issuer());
       f.refit();
     }},

    {"proof.record.not_a_submission", "reviewed: score", "the review in the submission's place",
     [](Forger& f) { f.reviewed() = f.review(); }},
    {"record.malformed", "accepted: score", "a record cut short",
     [](Forger& f) {
       Forger::editCommand<wire::SubmitRecord>(f.accepted(), [](auto& submit) { submit.record.pop_back(); });
       f.refit();
     }},
    {"proof.record.rejected", "accepted: review", "a record without the value that its kind requires",
     [](Forger& f) {
       Forger::admitInstead(f.acceptedRecord(),
                            test::scoredRecord(wire::RecordKind::kPropertyTitle, "US-06075-1",
                                               test::kGenesisTime, test::Wanted::kReject));
       f.refit();
     }},
    {"proof.record.origin", "record 1: score", "simulated records in a cluster for real ones",
     [](Forger& f) {
       f.editGenesis([](auto& genesis) { genesis.simulated = false; });
       f.refit();
     }},

    {"rule_set.malformed", "record 1: score", "rules in force that nobody can read",
     [](Forger& f) {
       f.editGenesis([](auto& genesis) { genesis.ruleSets.push_back({1, 2, 3}); });
       f.refit();
     }},
    {"proof.review.not_needed", "accepted: review", "an accepted record with the other one's review",
     [](Forger& f) {
       auto& record = f.bundle.records.at(f.acceptedAt);
       record.reviewed = true;
       record.review = f.review();
     }},
    {"proof.review.missing", "reviewed: review", "a record that needed a reviewer, without one",
     [](Forger& f) { f.bundle.records.at(f.reviewedAt).reviewed = false; }},
    {"proof.review.other_record", "reviewed: review", "the review of another record",
     [](Forger& f) {
       Forger::editCommand<wire::DecideReview>(f.review(),
                                               [](auto& review) { review.recordId.bytes[0] ^= 1; });
       f.refit();
     }},
    {"proof.review.other_record", "reviewed: review", "no review at all: the issue",
     [](Forger& f) { f.review() = f.bundle.issue; }},
    {"proof.review.not_approved", "reviewed: review", "a reviewer who said no",
     [](Forger& f) {
       Forger::editCommand<wire::DecideReview>(
           f.review(), [](auto& review) { review.decision = wire::ReviewDecision::kReject; });
       f.refit();
     }},
    {"proof.review.own_submission", "reviewed: review", "approved by who submitted it",
     [](Forger& f) {
       signBy(f.review(), test::slimNode());
       f.refit();
     }},
    {"proof.review.own_submission", "reviewed: review", "approved by the asset's issuer",
     [](Forger& f) {
       signBy(f.review(), test::issuer());
       f.refit();
     }},
};

}  // namespace

std::span<const Forgery> forgeriesOfRecords() {
  return kForgeries;
}

}  // namespace aurigraph::proof::testing
