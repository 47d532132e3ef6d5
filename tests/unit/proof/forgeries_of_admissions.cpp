#include "tests/unit/proof/forgeries.h"

namespace aurigraph::proof::testing {
namespace {

using test::Forger;

/// The accepted record in another context than the one that it was scored in, everything signed anew.
template <class Change>
void scoreElsewhere(Forger& forger, Change change) {
  Forger::editContext(forger.acceptedRecord(), change);
  forger.refit();
}

/// A title instead of the accepted one, as `change` makes record and context, with the score that it has.
template <class Change>
void admitAnother(Forger& forger, Change change) {
  test::ScoredRecord record =
      test::scoredRecord(wire::RecordKind::kPropertyTitle, "US-06075-1", test::kGenesisTime);
  change(record);
  Forger::admitInstead(forger.acceptedRecord(), record);
  forger.refit();
}

template <class Change>
void sayElse(Forger& forger, Change change) {
  Forger::editAdmitted(forger.acceptedRecord(), change);
  forger.refit();
}

constexpr Forgery kForgeries[] = {
    {"proof.record.event", "accepted: score", "another score than the validators found",
     [](Forger& f) {
       Forger::editAdmitted(f.acceptedRecord(), [](auto& admitted) { ++admitted.score.value; });
     }},
    {"proof.record.event", "reviewed: score", "the event of another block",
     [](Forger& f) { f.reviewedRecord().admitted = f.acceptedRecord().admitted; }},
    {"proof.record.event", "accepted: score", "a path that leads nowhere",
     [](Forger& f) { f.acceptedRecord().admitted.path[0].bytes[0] ^= 1; }},
    {"proof.record.event", "accepted: score", "the place of another event",
     [](Forger& f) { f.acceptedRecord().admitted.index ^= 1; }},
    {"event.malformed", "accepted: score", "an event cut short",
     [](Forger& f) {
       f.acceptedRecord().admitted.event.pop_back();
       f.refit();
     }},
    {"proof.record.cause", "accepted: score", "the event of the operation before",
     [](Forger& f) {
       Forger::editEvent(f.acceptedRecord().admitted, [](auto& event) { event.cause.index = 0; });
       f.refit();
     }},
    {"proof.record.cause", "accepted: score", "the event of another batch",
     [](Forger& f) {
       Forger::editEvent(f.acceptedRecord().admitted, [](auto& event) { event.cause.place = 0; });
       f.refit();
     }},
    {"proof.record.cause", "accepted: score", "the event of a timer",
     [](Forger& f) {
       Forger::editEvent(f.acceptedRecord().admitted,
                         [](auto& event) { event.cause.kind = wire::CauseKind::kTimer; });
       f.refit();
     }},
    {"proof.record.kind", "accepted: score", "an event that admits nothing",
     [](Forger& f) {
       Forger::editEvent(f.acceptedRecord().admitted, [](auto& event) {
         event.what = wire::Endorsed{test::filled<Digest>(1), test::compliance().id};
       });
       f.refit();
     }},

    {"proof.record.other_record", "accepted: score", "the admission of another record",
     [](Forger& f) { sayElse(f, [](auto& admitted) { admitted.id.bytes[0] ^= 1; }); }},
    {"proof.record.other_record", "accepted: score", "of another category",
     [](Forger& f) { sayElse(f, [](auto& admitted) { admitted.category = wire::Category::kCarbon; }); }},
    {"proof.record.other_record", "accepted: score", "of another kind",
     [](Forger& f) {
       sayElse(f, [](auto& admitted) { admitted.kind = wire::RecordKind::kPropertyValuation; });
     }},
    {"proof.record.other_record", "accepted: score", "of another object",
     [](Forger& f) { sayElse(f, [](auto& admitted) { admitted.assetKey = "US-06075-2"; }); }},
    {"proof.record.other_record", "accepted: score", "of another source",
     [](Forger& f) { sayElse(f, [](auto& admitted) { admitted.source = "county-title"; }); }},

    {"inputs.malformed", "accepted: score", "a context cut short",
     [](Forger& f) { sayElse(f, [](auto& admitted) { admitted.context.pop_back(); }); }},
    {"proof.record.context", "accepted: score", "scored as history what was fetched as news",
     [](Forger& f) { scoreElsewhere(f, [](auto& context) { context.purpose = wire::Purpose::kHistory; }); }},
    {"proof.record.context", "reviewed: score", "scored as of two hours before its block",
     [](Forger& f) {
       Forger::editContext(f.reviewedRecord(),
                           [](auto& context) { context.scoredAt.value -= 7'200 * test::kSecond; });
       f.refit();
     }},
    {"proof.record.context", "accepted: score", "scored in a block of another time",
     [](Forger& f) {
       Forger::editBlock(f.accepted(), [](auto& block) { ++block.time.value; });
       f.refit();
     }},
    {"proof.record.context", "accepted: score", "a better tier than the record states",
     [](Forger& f) {
       admitAnother(f, [](auto& record) { record.record.tier = wire::SourceTier::kScraped; });
     }},
    {"proof.record.context", "accepted: score", "over TLS, which the record does not state",
     [](Forger& f) {
       admitAnother(f, [](auto& record) { record.record.fetch.transport.allowedHostOverTls = false; });
     }},
    {"proof.record.context", "accepted: score", "a pinned key that the record does not state",
     [](Forger& f) {
       admitAnother(f, [](auto& record) { record.record.fetch.transport.pinnedKey = false; });
     }},
    {"proof.record.context", "accepted: score", "a session that the record does not state",
     [](Forger& f) {
       admitAnother(f, [](auto& record) { record.record.fetch.transport.authenticatedSession = false; });
     }},
    {"proof.record.context", "accepted: score", "a signature that the record does not state",
     [](Forger& f) { scoreElsewhere(f, [](auto& context) { context.transport.payloadSigned = true; }); }},
    {"proof.record.context", "accepted: score", "the raw answer's digest holds, the record says that not",
     [](Forger& f) {
       admitAnother(f, [](auto& record) { record.record.fetch.transport.rawDigestMatches = false; });
     }},
    {"proof.record.context", "accepted: score", "a host that failed, left out",
     [](Forger& f) {
       admitAnother(f, [](auto& record) { record.record.fetch.transport.hostFailed = true; });
     }},
    {"proof.record.context", "accepted: score", "a signature that does not hold, left out",
     [](Forger& f) {
       admitAnother(f, [](auto& record) { record.record.fetch.transport.signatureInvalid = true; });
     }},
    {"proof.record.context", "accepted: score", "a device that was revoked, left out",
     [](Forger& f) {
       admitAnother(f, [](auto& record) { record.record.fetch.transport.deviceRevoked = true; });
     }},
    {"proof.record.context", "accepted: score", "an old answer after an error, taken for a fresh one",
     [](Forger& f) {
       admitAnother(f, [](auto& record) {
         record.record.fetch.transport.cacheState = wire::CacheState::kStaleIfError;
       });
     }},
    {"proof.record.context", "accepted: score", "real, where the record says simulated",
     [](Forger& f) { sayElse(f, [](auto& admitted) { admitted.origin = wire::Origin::kReal; }); }},
    {"proof.record.context", "accepted: score", "replayed, where the record says simulated",
     [](Forger& f) { sayElse(f, [](auto& admitted) { admitted.origin = wire::Origin::kReplayed; }); }},

    {"proof.record.rule_set", "accepted: score", "scored by rules of its own",
     [](Forger& f) { sayElse(f, [](auto& admitted) { admitted.ruleSet.bytes[0] ^= 1; }); }},
    {"proof.record.score", "accepted: score", "a millionth less than it has",
     [](Forger& f) { sayElse(f, [](auto& admitted) { --admitted.score.value; }); }},
    {"proof.record.score", "reviewed: score", "called fresh what was two hours old",
     [](Forger& f) {
       Forger::editAdmitted(f.reviewedRecord(), [](auto& admitted) { admitted.score = Ppm(1'000'000); });
       f.refit();
     }},
    {"proof.record.score", "reviewed: score", "called accepted with a score that is for review",
     [](Forger& f) {
       Forger::editAdmitted(f.reviewedRecord(), [](auto& admitted) { admitted.band = wire::Band::kAccept; });
       f.refit();
     }},
    {"proof.record.score", "accepted: score", "scored in a context that makes it worth less",
     [](Forger& f) { scoreElsewhere(f, [](auto& context) { context.transport.hostFailed = true; }); }},
};

}  // namespace

std::span<const Forgery> forgeriesOfAdmissions() {
  return kForgeries;
}

}  // namespace aurigraph::proof::testing
