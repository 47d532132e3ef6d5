#include <algorithm>

#include "core/crypto/ed25519.h"
#include "core/ledger/contracts/contract.h"

namespace aurigraph::ledger {
namespace {

constexpr std::int64_t kHour = 3'600LL * 1'000'000'000;
constexpr std::int64_t kRelatedForNanoseconds = 24 * kHour;

bool madeLately(const IdentityRow& row, Nanoseconds time) {
  return row.createdBy != IdentityId() && ageOf(row.createdAt, time) < kRelatedForNanoseconds;
}

bool madeLately(const IdentityRow& row, IdentityId by, Nanoseconds time) {
  return row.createdBy == by && madeLately(row, time);
}

/// One was made by the other of late, or both by a third.
bool areRelated(const State& state, IdentityId first, IdentityId second, Nanoseconds time) {
  const IdentityRow& one = state.of<IdentityRow>().get(first.value);
  const IdentityRow& another = state.of<IdentityRow>().get(second.value);
  const IdentityId parent = another.createdBy;
  return madeLately(another, first, time) || madeLately(one, second, time) ||
         (madeLately(another, parent, time) && madeLately(one, parent, time));
}

/// Who speaks for a command, as of now: each an identity of its own.
class People {
 public:
  People(const State& state, const Call& call, const Needed& needed)
      : state_(state), call_(call), needed_(needed) {}

  /// Counts whose key it is, or says why not.
  ReasonCode add(const PublicKey& key) {
    const auto id = state_.identityOf(key);
    if (!id) return ReasonCode::kApprovalBad;
    if (*id == call_.caller.id || std::ranges::find(needed_.parties, *id) != needed_.parties.end())
      return ReasonCode::kApprovalOwn;
    const bool may =
        std::ranges::any_of(needed_.groups, [&](wire::Permission group) { return isOf(*id, group); });
    if (!may) return ReasonCode::kApprovalBad;
    if (needed_.fromKnownPeople && isNew(*id)) return ReasonCode::kApprovalRelated;
    const auto near = [&](IdentityId other) { return areRelated(state_, other, *id, call_.moment.time); };
    if (near(call_.caller.id)) return ReasonCode::kApprovalRelated;
    if (std::ranges::find(words_, *id, &Word::of) != words_.end()) return ReasonCode::kApprovalTwice;
    if (std::ranges::any_of(words_, near, &Word::of)) return ReasonCode::kApprovalRelated;
    words_.push_back({*id, key});
    return ReasonCode::kDone;
  }

  [[nodiscard]] bool isNew(IdentityId id) const {
    return madeLately(state_.of<IdentityRow>().get(id.value), call_.moment.time);
  }
  [[nodiscard]] bool fillEachGroup() const {
    std::vector<bool> taken(words_.size());
    return fillFrom(0, taken);
  }
  /// One of them works, as far as is known, for another organisation than the author.
  [[nodiscard]] bool someFromOutside() const {
    const std::string& own = organisationOf(call_.caller.id);
    return std::ranges::any_of(words_, [&](const Word& word) {
      const std::string& theirs = organisationOf(word.of);
      return !own.empty() && !theirs.empty() && !isSameOrganisation(theirs, own);
    });
  }
  [[nodiscard]] bool none() const { return words_.empty(); }
  void dropLast() { words_.pop_back(); }
  [[nodiscard]] std::vector<Word> words() && { return std::move(words_); }

 private:
  [[nodiscard]] bool isOf(IdentityId id, wire::Permission group) const {
    return state_.allows(state_.of<IdentityRow>().get(id.value).rolesAt(call_.moment.time), group);
  }
  [[nodiscard]] const std::string& organisationOf(IdentityId id) const {
    return state_.of<IdentityRow>().get(id.value).organisation;
  }
  /// Whether each group from the `at`-th on finds a person of its own: an officer of two groups counts in
  /// one.
  [[nodiscard]] bool fillFrom(std::size_t at, std::vector<bool>& taken) const {
    if (at == needed_.groups.size()) return true;
    for (std::size_t person = 0; person < words_.size(); ++person) {
      if (taken[person] || !isOf(words_[person].of, needed_.groups[at])) continue;
      taken[person] = true;
      if (fillFrom(at + 1, taken)) return true;
      taken[person] = false;
    }
    return false;
  }

  const State& state_;
  const Call& call_;
  const Needed& needed_;
  std::vector<Word> words_;  ///< Each of a person of its own.
};

/// Words that were given once are used once, until they end by themselves.
void useUp(const State& state, const Call& call, const Digest& digest, Nanoseconds until, Plan& out) {
  const Table<ProposalRow>& proposals = state.of<ProposalRow>();
  const std::uint64_t slot = proposals.indexes().byId.slotOf(digest);
  if (slot == 0) {
    out.refuseIf(proposals.rowCount() >= state.limits.maxRows, ReasonCode::kStateFull);
    out.add(state,
            ProposalRow{.id = digest, .author = call.caller.id, .until = until, .since = call.moment.height});
    return;
  }
  ProposalRow row = proposals.get(slot);
  out.refuseIf(!row.isOpen(call.moment.time), ReasonCode::kApprovalUsed);
  out.tell(wire::ProposalExecuted{digest, call.caller.id});
  row.close();
  out.put(slot, std::move(row));
}

}  // namespace

std::vector<Word> checkWords(const State& state, const Call& call, const Digest& digest,
                             const wire::Approvals& carried, const Needed& needed, Plan& out) {
  People people(state, call, needed);
  out.refuseIf(needed.fromKnownPeople && people.isNew(call.caller.id), ReasonCode::kApprovalRelated);
  if (call.endorsers) {
    for (std::size_t at = 0; at < call.endorsers->size(); ++at) {
      const ReasonCode why = people.add((*call.endorsers)[at]);
      // Whose word was good when he gave it and is not any more, is not the newest one's fault.
      out.refuseIf(why != ReasonCode::kDone && at + 1 == call.endorsers->size(), why, at);
    }
  } else if (!carried.given.empty()) {
    const I128 left = -ageOf(carried.until, call.moment.time);
    out.refuseIf(left < 0, ReasonCode::kApprovalEnded);
    out.refuseIf(left > wire::kApprovalHours * kHour, ReasonCode::kApprovalTooLong);
    for (std::size_t at = 0; at < carried.given.size(); ++at) {
      const wire::Approval& each = carried.given[at];
      ReasonCode why = people.add(each.approver);
      if (why == ReasonCode::kDone && !crypto::verify(each.approver, digest, each.signature)) {
        why = ReasonCode::kApprovalBad;
        people.dropLast();
      }
      out.refuseIf(why != ReasonCode::kDone, why, at);
    }
    useUp(state, call, digest, carried.until, out);
  }
  out.refuseIf(!people.fillEachGroup(), ReasonCode::kApprovalMissing);
  out.refuseIf(needed.fromOutside && !people.none() && !people.someFromOutside(),
               ReasonCode::kApprovalSameOrganisation);
  return std::move(people).words();
}

}  // namespace aurigraph::ledger
