#include "tests/unit/proof/forgeries.h"

namespace aurigraph::proof::testing {
namespace {

using test::Forger;

constexpr Forgery kForgeries[] = {
    {"proof.malformed", "bundle", "cut short",
     [](Forger& f) {
       f.damaged = encode(f.bundle);
       f.damaged.pop_back();
     }},
    {"proof.malformed", "bundle", "something behind its end",
     [](Forger& f) {
       f.damaged = encode(f.bundle);
       f.damaged.push_back(0);
     }},
    {"proof.malformed", "bundle", "another magic",
     [](Forger& f) {
       f.damaged = encode(f.bundle);
       f.damaged[0] ^= 1;
     }},
    {"proof.malformed", "bundle", "another format",
     [](Forger& f) {
       f.damaged = encode(f.bundle);
       f.damaged[4] ^= 1;
     }},
    {"proof.malformed", "bundle", "a reserved field that says something",
     [](Forger& f) {
       f.damaged = encode(f.bundle);
       f.damaged[6] ^= 1;
     }},
    {"proof.malformed", "bundle", "more records than an asset has",
     [](Forger& f) { f.bundle.records.resize(17, f.bundle.records.front()); }},
    {"certificate.malformed", "bundle", "one validator twice",
     [](Forger& f) { f.bundle.certificate.votes[1] = f.bundle.certificate.votes[0]; }},

    {"genesis.malformed", "genesis", "a genesis cut short", [](Forger& f) { f.bundle.genesis.pop_back(); }},
    {"proof.needs_version", "genesis", "a cluster that began by rules of a later release",
     [](Forger& f) {
       f.editGenesis([](auto& genesis) { genesis.protocol = Protocol(kProtocol.value + 1); });
       f.refit();
     }},
    {"proof.needs_version", "genesis", "an issue by rules of a later release",
     [](Forger& f) {
       Forger::editBlock(f.bundle.issue, [](auto& block) { block.protocol = Protocol(kProtocol.value + 1); });
     }},
    {"proof.needs_version", "genesis", "a submission by rules of a later release",
     [](Forger& f) {
       Forger::editBlock(f.bundle.records[0].submission,
                         [](auto& block) { block.protocol = Protocol(kProtocol.value + 1); });
     }},
    {"proof.genesis.no_rules", "genesis", "a cluster that scores by no rules",
     [](Forger& f) {
       f.editGenesis([](auto& genesis) { genesis.ruleSets.clear(); });
       f.refit();
     }},

    {"proof.certificate.cluster", "certificate", "a statement about another cluster, signed",
     [](Forger& f) {
       f.bundle.certificate.statement.genesis.bytes[0] ^= 1;
       f.seal();
     }},
    {"proof.certificate.cluster", "certificate", "the genesis of another cluster",
     [](Forger& f) {
       auto genesis = wire::decodeGenesis(f.bundle.genesis).value();
       genesis.clusterName = "other";
       f.bundle.genesis = encode(genesis);
     }},
    {"certificate.wrong_voters", "certificate", "a statement about other validators, signed",
     [](Forger& f) {
       f.bundle.certificate.statement.voterSet.bytes[0] ^= 1;
       f.seal();
     }},
    {"certificate.unknown_voter", "certificate", "a seal of a fourth validator",
     [](Forger& f) {
       f.bundle.certificate.votes[1].voter = NodeId(4);
       f.seal();
     }},
    {"certificate.too_few_seals", "certificate", "one of three",
     [](Forger& f) { f.bundle.certificate.votes.pop_back(); }},
    {"certificate.bad_signature", "certificate", "a seal of something else",
     [](Forger& f) { f.bundle.certificate.votes[1].signature.bytes[0] ^= 1; }},
    {"certificate.bad_signature", "certificate", "another state under the same seals",
     [](Forger& f) { f.bundle.certificate.statement.stateRoot.bytes[0] ^= 1; }},
};

}  // namespace

std::span<const Forgery> forgeriesOfBundle() {
  return kForgeries;
}

}  // namespace aurigraph::proof::testing
