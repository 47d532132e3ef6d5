#include <utility>

#include "tests/unit/proof/forgeries.h"

namespace aurigraph::proof::testing {
namespace {

using test::Forger;

void swapHeights(wire::OperationProof& one, wire::OperationProof& other) {
  Forger::editBlock(one, [&](auto& first) {
    Forger::editBlock(other, [&](auto& second) { std::swap(first.height, second.height); });
  });
}

constexpr Forgery kForgeries[] = {
    {"proof.registration.kind", "registration", "the issue in the registration's place",
     [](Forger& f) { f.bundle.registration = f.bundle.issue; }},
    {"proof.registration.records", "registration", "one record fewer than the asset has",
     [](Forger& f) { f.bundle.records.pop_back(); }},
    {"proof.registration.records", "registration", "no record", [](Forger& f) { f.bundle.records.clear(); }},
    {"proof.registration.records", "registration", "the records in another order",
     [](Forger& f) { std::swap(f.bundle.records[0], f.bundle.records[1]); }},
    {"proof.registration.records", "registration", "an asset on another record",
     [](Forger& f) {
       Forger::editCommand<wire::RegisterAsset>(f.bundle.registration,
                                                [](auto& asset) { asset.recordIds.pop_back(); });
       f.refit();
     }},

    {"proof.registration.order", "registration", "registered before its record was approved",
     [](Forger& f) {
       swapHeights(f.bundle.registration, f.review());
       f.refit();
     }},
    {"proof.registration.order", "registration", "registered before its record was submitted",
     [](Forger& f) {
       swapHeights(f.bundle.registration, f.accepted());
       f.refit();
     }},

    {"proof.issue.kind", "issue", "the registration in the issue's place",
     [](Forger& f) { f.bundle.issue = f.bundle.registration; }},
    {"proof.issue.order", "issue", "issued before it was registered",
     [](Forger& f) {
       swapHeights(f.bundle.issue, f.bundle.registration);
       f.refit();
     }},
    {"proof.issue.no_approval", "issue", "approved by nobody",
     [](Forger& f) {
       Forger::editCommand<wire::IssueToken>(f.bundle.issue,
                                             [](auto& issue) { issue.approvals.given.clear(); });
       f.refit();
     }},
    {"proof.issue.own_approval", "issue", "approved by the issuer",
     [](Forger& f) {
       Forger::editCommand<wire::IssueToken>(f.bundle.issue,
                                             [&](auto& issue) { f.approve(issue, {test::issuer()}); });
       f.refit();
     }},
    {"proof.issue.own_approval", "issue", "approved by the issuer beside another",
     [](Forger& f) {
       Forger::editCommand<wire::IssueToken>(f.bundle.issue, [&](auto& issue) {
         f.approve(issue, {test::compliance(), test::issuer()});
       });
       f.refit();
     }},
    {"proof.issue.bad_approval", "issue", "twice of what was approved",
     [](Forger& f) {
       Forger::editCommand<wire::IssueToken>(f.bundle.issue, [](auto& issue) { issue.supply *= 2; });
       f.refit();
     }},
    {"proof.issue.bad_approval", "issue", "one approval that holds and one that does not",
     [](Forger& f) {
       Forger::editCommand<wire::IssueToken>(f.bundle.issue, [&](auto& issue) {
         f.approve(issue, {test::compliance(), test::administrator()});
         issue.approvals.given[1].signature.bytes[0] ^= 1;
       });
       f.refit();
     }},
    {"proof.issue.bad_approval", "issue", "approved for another author",
     [](Forger& f) {
       Forger::editBatch(f.bundle.issue, [](auto& batch) { batch.author = test::holder().key.publicKey(); });
       f.refit();
     }},
    {"proof.issue.bad_approval", "issue", "a later end than was approved",
     [](Forger& f) {
       Forger::editCommand<wire::IssueToken>(f.bundle.issue,
                                             [](auto& issue) { ++issue.approvals.until.value; });
       f.refit();
     }},
    {"proof.issue.approval_ended", "issue", "approvals that had ended before the block",
     [](Forger& f) {
       Nanoseconds issued;
       Forger::editBlock(f.bundle.issue, [&](const wire::BlockHeader& block) { issued = block.time; });
       Forger::editCommand<wire::IssueToken>(f.bundle.issue, [&](auto& issue) {
         issue.approvals.until = Nanoseconds(issued.value - 1);
         f.approve(issue, {test::compliance()});
       });
       f.refit();
     }},
};

}  // namespace

std::span<const Forgery> forgeriesOfIssue() {
  return kForgeries;
}

}  // namespace aurigraph::proof::testing
