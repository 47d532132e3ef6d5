#include "core/ledger/transfers.h"

#include <algorithm>
#include <cstring>

#include "core/ledger/value/rules.h"
#include "core/ledger/value/value.h"

namespace aurigraph::ledger {
namespace {

using wire::Transfer;

constexpr std::uint16_t kTwoPhase = wire::kTransferPending | wire::kTransferPost | wire::kTransferVoid;
constexpr std::uint32_t kPrefetchAhead = 8;

const PendingRow* pendingOf(const State& state, std::uint64_t handle) {
  return state.of<PendingRow>().find(state.slotOf(AccountHandle{handle}));
}

// ---- one transfer: check, then execute ----

/// Checks that need both accounts. `isHeld`: the amount is a part of the debit's held (post).
template <class Report>
void checkMove(const State& state, const Call& call, const Transfer& t, bool isHeld, Report& no) {
  const Table<AccountRow>& accounts = state.of<AccountRow>();
  const std::uint64_t debitSlot = state.slotOf(AccountHandle{t.debit});
  const std::uint64_t creditSlot = state.slotOf(AccountHandle{t.credit});
  if (!accounts.has(debitSlot) || !accounts.has(creditSlot)) {
    no.add(ReasonCode::kUnknownAccount);
    return;
  }
  const AccountRow& debit = accounts.get(debitSlot);
  const AccountRow& credit = accounts.get(creditSlot);
  if (debit.holder != call.caller.id.value && no.add(ReasonCode::kNotYourAccount)) return;
  if (debitSlot == creditSlot && no.add(ReasonCode::kSameAccount)) return;
  if (debit.token != t.token || credit.token != t.token) {
    no.add(ReasonCode::kWrongToken);
    return;
  }
  const value::Movement movement{t.amount, isHeld, (t.flags & wire::kTransferPending) != 0};
  value::check(state, debit, credit, movement, call.moment.time, no);
}

template <class Report>
void checkFinish(const State& state, const Call& call, const Transfer& t, Report& no) {
  const PendingRow* pending = pendingOf(state, t.pending);
  if (pending == nullptr) {
    no.add(ReasonCode::kPendingUnknown);
    return;
  }
  if (pending->debit != t.debit || pending->credit != t.credit || pending->amount != t.amount ||
      pending->token != t.token) {
    no.add(ReasonCode::kPendingDiffers);
    return;
  }
  if (pending->state != PendingState::kOpen) {
    no.add(ReasonCode::kPendingFinished);
    return;
  }
  if ((t.flags & wire::kTransferPost) != 0) {
    checkMove(state, call, t, true, no);
    return;
  }
  // A void moves nothing: only the one who holds may release.
  if (state.of<AccountRow>().get(AccountHandle{t.debit}.slot()).holder != call.caller.id.value)
    no.add(ReasonCode::kNotYourAccount);
}

template <class Report>
void check(const State& state, const Call& call, const Transfer& t, Report& no) {
  if (!call.caller.mayTransfer && no.add(ReasonCode::kPermissionMissing)) return;
  const std::uint16_t phase = t.flags & kTwoPhase;
  if ((t.flags & ~wire::kTransferKnownFlags) != 0 || (phase & (phase - 1)) != 0) {
    no.add(ReasonCode::kUnknownFlags);
    return;
  }
  if (t.amount == 0 && no.add(ReasonCode::kZeroAmount)) return;
  if ((phase & (wire::kTransferPost | wire::kTransferVoid)) != 0) [[unlikely]] {
    checkFinish(state, call, t, no);
    return;
  }
  if (t.pending != 0 && no.add(ReasonCode::kPendingDiffers)) return;
  if (phase == wire::kTransferPending && state.of<PendingRow>().size() > state.limits.maxRows) [[unlikely]]
    if (no.add(ReasonCode::kStateFull)) return;
  checkMove(state, call, t, false, no);
}

void hold(State& state, const Call& call, const Transfer& t) {
  value::hold(state, AccountHandle{t.debit}.slot(), t.amount);
  PendingRow row;
  row.debit = t.debit;
  row.credit = t.credit;
  row.amount = t.amount;
  row.token = t.token;
  row.author = call.caller.id;
  row.key = call.caller.keySlot;
  row.session = call.moment.session;
  row.request = call.moment.request;
  row.index = call.moment.index;
  state.of<PendingRow>().add(row);
}

void move(State& state, const Call& call, const Transfer& t) {
  value::move(state, AccountHandle{t.debit}.slot(), AccountHandle{t.credit}.slot(), t.amount,
              call.moment.time);
}

void finish(State& state, const Call& call, const Transfer& t) {
  const bool posts = (t.flags & wire::kTransferPost) != 0;
  state.of<PendingRow>().mut(AccountHandle{t.pending}.slot()).state =
      posts ? PendingState::kPosted : PendingState::kVoided;
  value::release(state, AccountHandle{t.debit}.slot(), t.amount);
  if (posts) move(state, call, t);
}

ReasonCode execute(State& state, const Call& call, const Transfer& t) {
  FirstReason no;
  check(state, call, t, no);
  if (!no.none()) return no.reason.code;
  if ((t.flags & kTwoPhase) == 0) [[likely]]
    move(state, call, t);
  else if ((t.flags & wire::kTransferPending) != 0)
    hold(state, call, t);
  else
    finish(state, call, t);
  return ReasonCode::kDone;
}

Transfer transferAt(ByteView body, std::uint32_t index) {
  Transfer t;
  std::memcpy(&t, body.data() + std::size_t{index} * sizeof(Transfer), sizeof(Transfer));
  return t;
}

void addFailure(std::vector<wire::OperationFailure>& failures, std::uint32_t index, ReasonCode code) {
  // A refusal of the token's rules names its rule; the cached eligibility is rule 0.
  const std::uint64_t mask = code == ReasonCode::kClaimMissing ? 1 : 0;
  failures.push_back({static_cast<std::uint16_t>(index), static_cast<std::uint16_t>(code), mask});
}

/// All of first…last or none. A chain without an end is none.
void executeChain(State& state, Call& call, ByteView body, std::uint32_t first, std::uint32_t last,
                  std::vector<wire::OperationFailure>& failures) {
  const bool open = (transferAt(body, last).flags & wire::kTransferLinked) != 0;
  std::uint32_t failedAt = last;
  ReasonCode code = open ? ReasonCode::kLinkedFailed : ReasonCode::kDone;
  state.beginChain();
  for (std::uint32_t index = first; index <= last && code == ReasonCode::kDone; ++index) {
    call.moment.index = index;
    code = execute(state, call, transferAt(body, index));
    failedAt = index;
  }
  if (code == ReasonCode::kDone) {
    state.keepChain();
    return;
  }
  state.undoChain();
  for (std::uint32_t index = first; index <= last; ++index)
    addFailure(failures, index, index == failedAt ? code : ReasonCode::kLinkedFailed);
}

}  // namespace

std::uint32_t executeTransfers(State& state, const Call& caller, ByteView body, std::uint32_t first,
                               std::uint32_t atMost, std::vector<wire::OperationFailure>& failures) {
  Call call = caller;
  const auto count = static_cast<std::uint32_t>(body.size() / sizeof(Transfer));
  const std::uint32_t end = first + std::min(atMost, count - first);
  std::uint32_t index = first;
  while (index < end) {
    if (index + kPrefetchAhead < count) {
      const Transfer ahead = transferAt(body, index + kPrefetchAhead);
      state.of<AccountRow>().prefetch(AccountHandle{ahead.debit}.slot());
      state.of<AccountRow>().prefetch(AccountHandle{ahead.credit}.slot());
    }
    const Transfer t = transferAt(body, index);
    if ((t.flags & wire::kTransferLinked) != 0) [[unlikely]] {
      std::uint32_t last = index;
      while (last + 1 < count && (transferAt(body, last).flags & wire::kTransferLinked) != 0) ++last;
      executeChain(state, call, body, index, last, failures);
      index = last + 1;
      continue;
    }
    call.moment.index = index;
    const ReasonCode code = execute(state, call, t);
    if (code != ReasonCode::kDone) [[unlikely]]
      addFailure(failures, index, code);
    ++index;
  }
  return index;
}

std::vector<Reason> simulateTransfer(const State& state, const Call& call, const Transfer& transfer) {
  AllReasons no;
  check(state, call, transfer, no);
  for (Reason& reason : no.reasons) reason.ruleBit = 0;
  return std::move(no.reasons);
}

}  // namespace aurigraph::ledger
