#include <algorithm>
#include <optional>

#include "core/ledger/contracts/contract.h"

// What needs the words of others, and waits for them on the ledger (DESIGN §4, "Approvals").

namespace aurigraph::ledger {
namespace {

// Of one author, until they are let go: open ones, and those that were executed or withdrawn of late.
constexpr std::size_t kMostKept = 64;

/// The command; nothing, if it is none that may wait.
std::optional<wire::AnyCommand> proposed(const State& state, std::uint16_t kind, const Bytes& payload) {
  auto command = wire::decodeCommand(kind, payload, state.protocol);
  if (!command || !wire::mayBeProposed(*command)) return std::nullopt;
  return std::move(*command);
}

bool isOnlyMissing(const Reason& reason) {
  return reason.code == ReasonCode::kApprovalMissing || reason.code == ReasonCode::kApprovalSameOrganisation;
}

/// Refuses what speaks against the command beside words that are missing; whether some are.
bool copyOtherReasons(const Plan& inner, Plan& out) {
  for (const Reason& reason : inner.reasons())
    if (!isOnlyMissing(reason)) out.refuse(reason.code, reason.detail);
  return std::ranges::any_of(inner.reasons(), isOnlyMissing);
}

const ProposalRow* openProposal(const State& state, const Digest& id, Nanoseconds time) {
  const Table<ProposalRow>& proposals = state.of<ProposalRow>();
  const ProposalRow* row = proposals.find(proposals.indexes().byId.slotOf(id));
  return row != nullptr && row->isOpen(time) ? row : nullptr;
}

std::uint64_t slotOf(const State& state, const Digest& id) {
  return state.of<ProposalRow>().indexes().byId.slotOf(id);
}

}  // namespace

template <>
Plan plan(const State& state, const Call& call, const wire::Propose& command) {
  Plan out;
  const auto what = proposed(state, command.kind, command.payload);
  if (!what) {
    out.refuse(ReasonCode::kProposalBad);
    return out;
  }
  const Nanoseconds until = wire::approvedUntil(*what);
  const I128 left = -ageOf(until, call.moment.time);
  out.refuseIf(left <= 0, ReasonCode::kApprovalEnded);
  out.refuseIf(left > wire::kApprovalHours * I128{3'600'000'000'000}, ReasonCode::kApprovalTooLong);
  const Digest id = wire::approvalDigest(state.genesisDigest, call.caller.key, *what);
  const Table<ProposalRow>& proposals = state.of<ProposalRow>();
  out.refuseIf(proposals.indexes().byId.contains(id), ReasonCode::kApprovalUsed);
  out.refuseIf(proposals.indexes().proposedBy.of(call.caller.id) >= kMostKept, ReasonCode::kProposalLimit);
  out.refuseIf(proposals.rowCount() >= state.limits.maxRows, ReasonCode::kStateFull);
  Call alone = call;
  alone.endorsers.emplace();
  const bool needsWords = copyOtherReasons(planAny(state, alone, *what), out);
  if (!out.accepted()) return out;
  out.refuseIf(!needsWords, ReasonCode::kProposalNeedsNobody);
  if (!out.accepted()) return out;
  out.add(state, ProposalRow{.id = id,
                             .author = call.caller.id,
                             .authorKey = call.caller.key,
                             .kind = command.kind,
                             .payload = command.payload,
                             .until = until,
                             .since = call.moment.height});
  out.tell(wire::Proposed{id, call.caller.id, command.kind, until});
  return out;
}

template <>
Plan plan(const State& state, const Call& call, const wire::Endorse& command) {
  Plan out;
  const ProposalRow* row = openProposal(state, command.proposal, call.moment.time);
  if (row == nullptr) {
    out.refuse(ReasonCode::kProposalUnknown);
    return out;
  }
  const auto what = proposed(state, row->kind, row->payload);
  const auto author = state.callerOf(row->authorKey, call.moment.time);
  out.refuseIf(!what, ReasonCode::kProposalBad);
  out.refuseIf(!author || author->barred() != ReasonCode::kDone, ReasonCode::kProposalAuthorBarred);
  ProposalRow changed = *row;
  // One place each: said again it is the newer word, and nobody's word keeps none.
  std::erase_if(changed.endorsers, [&](const PublicKey& key) {
    const auto whose = state.identityOf(key);
    return !whose || *whose == call.caller.id;
  });
  out.refuseIf(changed.endorsers.size() >= limits::kMaxApprovals, ReasonCode::kProposalLimit);
  if (!out.accepted()) return out;
  changed.endorsers.push_back(call.caller.key);
  Call asAuthor = call;
  asAuthor.caller = *author;
  asAuthor.endorsers = changed.endorsers;
  Plan inner = planAny(state, asAuthor, *what);
  const bool complete = inner.accepted();
  if (complete)
    out = std::move(inner);
  else
    copyOtherReasons(inner, out);
  if (!out.accepted()) return out;
  out.tell(wire::Endorsed{command.proposal, call.caller.id});
  if (complete) {
    out.tell(wire::ProposalExecuted{command.proposal, row->author});
    changed.close();
  }
  out.put(slotOf(state, command.proposal), std::move(changed));
  return out;
}

template <>
Plan plan(const State& state, const Call& call, const wire::Withdraw& command) {
  Plan out;
  const ProposalRow* row = openProposal(state, command.proposal, call.moment.time);
  if (row == nullptr) {
    out.refuse(ReasonCode::kProposalUnknown);
    return out;
  }
  ProposalRow changed = *row;
  const auto taken = std::erase_if(changed.endorsers, [&](const PublicKey& key) {
    const KeyRow* known = state.keyRow(key);
    return known != nullptr && known->identity == call.caller.id;
  });
  const bool own = row->author == call.caller.id;
  out.refuseIf(!own && taken == 0, ReasonCode::kPermissionMissing);
  if (!out.accepted()) return out;
  if (own) {
    changed.close();
    changed.until = std::min(changed.until, call.moment.time);  // nothing was used up: it may be let go
    out.tell(wire::ProposalWithdrawn{command.proposal});
  } else {
    out.tell(wire::EndorsementWithdrawn{command.proposal, call.caller.id});
  }
  out.put(slotOf(state, command.proposal), std::move(changed));
  return out;
}

void dropEndedProposals(State& state, Height height, Nanoseconds time, std::size_t atMost) {
  Table<ProposalRow>& proposals = state.of<ProposalRow>();
  const std::uint64_t rows = proposals.size() - 1;
  const std::uint64_t looks = std::min<std::uint64_t>(atMost, rows);
  for (std::uint64_t look = 0; look < looks; ++look) {
    const std::uint64_t slot = 1 + (height.value * atMost + look) % rows;
    if (proposals.has(slot) && proposals.get(slot).until < time) proposals.remove(slot);
  }
}

}  // namespace aurigraph::ledger
