#include <algorithm>
#include <bit>
#include <optional>
#include <variant>
#include <vector>

#include "app/sim/audit/model.h"
#include "app/sim/audit/texts.h"
#include "core/crypto/ed25519.h"

// The words of others that a command needs (DESIGN §4, "Approvals"): carried along with it, or given to a
// proposal that waits on the ledger. Either way they are of exactly these bytes and this author, end within
// three days, are used once, and are counted by what their givers are when it is executed
// (core/wire/commands/approval.h, propose.h, endorse.h, withdraw.h).

namespace aurigraph::audit {
namespace {

constexpr std::int64_t kHour = 3'600LL * 1'000'000'000;

/// What a proposal is about; nothing, if nobody may propose it: it takes no words, has some already, or shows
/// them in its own bytes.
std::optional<wire::AnyCommand> proposable(const wire::Propose& command, Protocol protocol) {
  auto what = wire::decodeCommand(command.kind, command.payload, protocol);
  if (!what || std::holds_alternative<wire::IssueToken>(*what)) return std::nullopt;
  const bool takesWordsAndHasNone = std::visit(
      []<class Command>(const Command& each) {
        if constexpr (wire::TakesApprovals<Command>) return each.approvals.given.empty();
        return false;
      },
      *what);
  return takesWordsAndHasNone ? std::optional(*what) : std::nullopt;
}

Nanoseconds endOf(const wire::AnyCommand& what) {
  return std::visit(
      []<class Command>(const Command& each) {
        if constexpr (wire::TakesApprovals<Command>) return each.approvals.until;
        return Nanoseconds();
      },
      what);
}

bool tooLong(Nanoseconds until, Nanoseconds time) {
  return I128{until.value} - time.value > 72 * kHour;
}

/// What speaks against a command, beside words that it does not have yet.
void copyButMissing(const ExpectedOutcome& from, ExpectedOutcome& to) {
  for (const ReasonCode each : from.certain)
    if (each != ReasonCode::kApprovalMissing && each != ReasonCode::kApprovalSameOrganisation)
      to.refuse(each);
  for (const ReasonCode each : from.possible) to.mayRefuse(each);
}

}  // namespace

// ---- whose word counts ----

bool Model::related(IdentityId one, IdentityId another, Nanoseconds time) const {
  const auto lately = [&](IdentityId made, IdentityId by) {
    const Identity& each = identities.at(made);
    return by != IdentityId() && each.createdBy == by && time.value - each.createdAt.value < 24 * kHour;
  };
  const IdentityId parent = identities.at(one).createdBy;
  return lately(one, another) || lately(another, one) || (lately(one, parent) && lately(another, parent));
}

/// Came after the beginning, and less than a day ago.
bool Model::isNew(IdentityId id, Nanoseconds time) const {
  const Identity& one = identities.at(id);
  return one.createdBy != IdentityId() && time.value - one.createdAt.value < 24 * kHour;
}

/// By Hall's theorem: so it is if any of the permissions together find as many people as they are.
bool Model::eachHasItsOwn(const std::vector<wire::Permission>& permissions,
                          const std::set<IdentityId>& people, Nanoseconds time) const {
  for (std::uint32_t some = 1; some < (std::uint32_t{1} << permissions.size()); ++some) {
    const auto found = std::ranges::count_if(people, [&](IdentityId person) {
      for (std::size_t at = 0; at < permissions.size(); ++at)
        if ((some >> at & 1) != 0 && allows(person, permissions[at], time)) return true;
      return false;
    });
    if (found < std::popcount(some)) return false;
  }
  return true;
}

/// Whose word with this key counts beside those of `people`; 0, with every reason why not: nobody's.
IdentityId Model::speaker(const PublicKey& key, const std::set<IdentityId>& people, const NeededWords& needed,
                          const Circumstances& when, ExpectedOutcome& out) const {
  const auto who = identityOf(key);
  if (!who) {
    out.refuse(ReasonCode::kApprovalBad);
    return {};
  }
  const bool own = *who == when.author || needed.without.contains(*who);
  const bool near =
      !own && (related(*who, when.author, when.time) || (needed.fromKnownPeople && isNew(*who, when.time)));
  const bool may = std::ranges::any_of(needed.of, [&](auto each) { return allows(*who, each, when.time); });
  out.refuseIf(own, ReasonCode::kApprovalOwn);
  out.refuseIf(near, ReasonCode::kApprovalRelated);
  out.refuseIf(!may, ReasonCode::kApprovalBad);
  if (own || near || !may) return {};
  // One person is one word, and so are two whom one and the same let in.
  const bool again = people.contains(*who);
  const bool nearAnother =
      !again && std::ranges::any_of(people, [&](IdentityId each) { return related(*who, each, when.time); });
  out.refuseIf(again, ReasonCode::kApprovalTwice);
  out.refuseIf(nearAnother, ReasonCode::kApprovalRelated);
  return again || nearAnother ? IdentityId() : *who;
}

/// One that does not count spoils the whole, whatever stands beside it. People are counted, not keys.
std::set<IdentityId> Model::carriedWords(const Digest& digest, const wire::Approvals& carried,
                                         const NeededWords& needed, const Circumstances& when,
                                         ExpectedOutcome& out) const {
  std::set<IdentityId> people;
  if (carried.given.empty()) return people;
  out.refuseIf(carried.until < when.time, ReasonCode::kApprovalEnded);
  out.refuseIf(tooLong(carried.until, when.time), ReasonCode::kApprovalTooLong);
  for (const wire::Approval& approval : carried.given) {
    const bool says = crypto::verify(approval.approver, digest, approval.signature);
    out.refuseIf(!says, ReasonCode::kApprovalBad);
    if (const IdentityId who = speaker(approval.approver, people, needed, when, out);
        says && who != IdentityId())
      people.insert(who);
  }
  judgeUsed(digest, when, out);
  return people;
}

/// That nothing was done by these words before, and that they were not taken back. What has ended the ledger
/// may know no more.
void Model::judgeUsed(const Digest& digest, const Circumstances& when, ExpectedOutcome& out) const {
  const auto known = proposals.find(digest);
  if (known == proposals.end()) return;
  if (known->second.until < when.time)
    out.mayRefuse(ReasonCode::kApprovalUsed);
  else
    out.refuseIf(known->second.over, ReasonCode::kApprovalUsed);
}

/// Of those who endorsed a proposal one that is no good word any more is as none; the newest must be one.
std::set<IdentityId> Model::endorsingWords(const std::vector<PublicKey>& words, const NeededWords& needed,
                                           const Circumstances& when, ExpectedOutcome& out) const {
  std::set<IdentityId> people;
  for (std::size_t at = 0; at < words.size(); ++at) {
    ExpectedOutcome against;
    const IdentityId who = speaker(words[at], people, needed, when, against);
    if (who != IdentityId()) people.insert(who);
    if (at + 1 == words.size())
      for (const ReasonCode each : against.certain) out.refuse(each);
  }
  return people;
}

std::vector<PublicKey> Model::countedKeys(const wire::Approvals& carried, const NeededWords& needed,
                                          const Circumstances& when) const {
  std::vector<PublicKey> all;
  for (const wire::Approval& each : carried.given) all.push_back(each.approver);
  if (when.endorsed) all = *when.endorsed;
  std::set<IdentityId> people;
  std::vector<PublicKey> out;
  for (const PublicKey& key : all) {
    ExpectedOutcome against;
    const IdentityId who = speaker(key, people, needed, when, against);
    if (who == IdentityId()) continue;
    people.insert(who);
    out.push_back(key);
  }
  return out;
}

void Model::judgeWords(const Digest& digest, const wire::Approvals& carried, const NeededWords& needed,
                       const Circumstances& when, ExpectedOutcome& out) const {
  const std::set<IdentityId> people = when.endorsed ? endorsingWords(*when.endorsed, needed, when, out)
                                                    : carriedWords(digest, carried, needed, when, out);
  out.refuseIf(needed.fromKnownPeople && isNew(when.author, when.time), ReasonCode::kApprovalRelated);
  out.refuseIf(!eachHasItsOwn(needed.of, people, when.time), ReasonCode::kApprovalMissing);
  const std::string& own = identities.at(when.author).organisation;
  const bool outside = std::ranges::any_of(
      people, [&](IdentityId each) { return workApart(identities.at(each).organisation, own); });
  out.refuseIf(needed.fromOutside && !people.empty() && !outside, ReasonCode::kApprovalSameOrganisation);
}

/// Words that were carried along are used up, those of the same proposal with them.
void Model::useUp(const wire::AnyCommand& command, const Circumstances& when) {
  const bool carries = std::visit(
      []<class Command>(const Command& each) {
        if constexpr (wire::TakesApprovals<Command>) return !each.approvals.given.empty();
        return false;
      },
      command);
  if (!carries) return;
  const Digest digest = wire::approvalDigest(genesisDigest, when.key, command);
  if (openProposal(digest, when.time) != nullptr)
    told.emplace_back(wire::ProposalExecuted{digest, when.author});
  Proposal& used = proposals[digest];
  if (used.over) used = Proposal();  // taken back and forgotten
  used.until = endOf(command);
  used.over = true;
}

// ---- proposals ----

const Proposal* Model::openProposal(const Digest& id, Nanoseconds time) const {
  const auto found = proposals.find(id);
  const bool open = found != proposals.end() && !found->second.over && time <= found->second.until;
  return open ? &found->second : nullptr;
}

/// As if its author ordered it now, with these words and one more.
Circumstances Model::asAuthor(const Proposal& proposal, const Circumstances& when) const {
  Circumstances out = when;
  out.author = *ownerOf(proposal.author);
  out.key = proposal.author;
  out.endorsed = proposal.words;
  out.endorsed->push_back(when.key);
  return out;
}

template <>
ExpectedOutcome Model::expectedOf(const wire::Propose& command, const Circumstances& when) const {
  ExpectedOutcome out;
  const auto what = proposable(command, when.protocol);
  if (!what) {
    out.refuse(ReasonCode::kProposalBad);
    return out;
  }
  const Nanoseconds until = endOf(*what);
  out.refuseIf(until < when.time, ReasonCode::kApprovalEnded);
  // Whether its last instant is worth a proposal is said nowhere.
  if (until == when.time) out.mayRefuse(ReasonCode::kApprovalEnded);
  out.refuseIf(tooLong(until, when.time), ReasonCode::kApprovalTooLong);
  const Digest id = wire::approvalDigest(genesisDigest, when.key, *what);
  judgeUsed(id, when, out);
  out.refuseIf(openProposal(id, when.time) != nullptr, ReasonCode::kApprovalUsed);
  const auto ofAuthor = [&](const auto& each) { return ownerOf(each.second.author) == when.author; };
  const auto ever = static_cast<std::size_t>(std::ranges::count_if(proposals, ofAuthor));
  const auto known = static_cast<std::size_t>(std::ranges::count_if(
      proposals, [&](const auto& each) { return ofAuthor(each) && when.time <= each.second.until; }));
  out.refuseIf(known >= policy.proposalsMost, ReasonCode::kProposalLimit);
  // Which of those that have ended are let go already is the ledger's matter.
  if (ever >= policy.proposalsMost) out.mayRefuse(ReasonCode::kProposalLimit);
  Circumstances alone = when;
  alone.endorsed.emplace();
  const ExpectedOutcome withoutWords = judge(*what, alone);
  copyButMissing(withoutWords, out);
  out.refuseIf(!withoutWords.mustRefuse(), ReasonCode::kProposalNeedsNobody);
  return out;
}

template <>
void Model::carryOut(const wire::Propose& command, const Circumstances& when) {
  const wire::AnyCommand what = *proposable(command, when.protocol);
  const Digest id = wire::approvalDigest(genesisDigest, when.key, what);
  proposals[id] = {.author = when.key, .what = what, .until = endOf(what)};
  told.emplace_back(wire::Proposed{id, when.author, command.kind, endOf(what)});
}

/// With the places free that somebody has, and those of keys that have ended.
Proposal Model::withoutWordsOf(Proposal proposal, IdentityId whom) const {
  std::erase_if(proposal.words, [&](const PublicKey& key) { return identityOf(key).value_or(whom) == whom; });
  return proposal;
}

template <>
ExpectedOutcome Model::expectedOf(const wire::Endorse& command, const Circumstances& when) const {
  ExpectedOutcome out;
  const Proposal* proposal = openProposal(command.proposal, when.time);
  if (proposal == nullptr) {
    out.refuse(ReasonCode::kProposalUnknown);
    return out;
  }
  const auto author = identityOf(proposal->author);
  out.refuseIf(!author || barred(*author, when.time), ReasonCode::kProposalAuthorBarred);
  const Proposal beside = withoutWordsOf(*proposal, when.author);
  out.refuseIf(beside.words.size() >= limits::kMaxApprovals, ReasonCode::kProposalLimit);
  // What cannot be done now needs no more words for it.
  copyButMissing(judge(proposal->what, asAuthor(beside, when)), out);
  return out;
}

template <>
void Model::carryOut(const wire::Endorse& command, const Circumstances& when) {
  Proposal& proposal = proposals.at(command.proposal);
  proposal = withoutWordsOf(proposal, when.author);
  const Circumstances asTheAuthor = asAuthor(proposal, when);
  proposal.words.push_back(when.key);
  const bool complete = !judge(proposal.what, asTheAuthor).mustRefuse();
  if (complete) carryOutAny(proposal.what, asTheAuthor);
  told.emplace_back(wire::Endorsed{command.proposal, when.author});
  if (!complete) return;
  proposal.over = true;
  told.emplace_back(wire::ProposalExecuted{command.proposal, asTheAuthor.author});
}

template <>
ExpectedOutcome Model::expectedOf(const wire::Withdraw& command, const Circumstances& when) const {
  ExpectedOutcome out;
  const Proposal* proposal = openProposal(command.proposal, when.time);
  if (proposal == nullptr) {
    out.refuse(ReasonCode::kProposalUnknown);
    return out;
  }
  const bool endorsed =
      std::ranges::any_of(proposal->words, [&](const PublicKey& key) { return ownerOf(key) == when.author; });
  out.refuseIf(!endorsed && ownerOf(proposal->author) != when.author, ReasonCode::kPermissionMissing);
  return out;
}

template <>
void Model::carryOut(const wire::Withdraw& command, const Circumstances& when) {
  Proposal& proposal = proposals.at(command.proposal);
  if (ownerOf(proposal.author) == when.author) {
    proposal.over = true;
    proposal.until = when.time;  // nothing was used up
    told.emplace_back(wire::ProposalWithdrawn{command.proposal});
    return;
  }
  std::erase_if(proposal.words, [&](const PublicKey& key) { return ownerOf(key) == when.author; });
  told.emplace_back(wire::EndorsementWithdrawn{command.proposal, when.author});
}

}  // namespace aurigraph::audit
