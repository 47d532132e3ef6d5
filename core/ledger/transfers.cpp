#include "core/ledger/transfers.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "core/ledger/holdings.h"

namespace aurigraph::ledger {
namespace {

using wire::Transfer;

constexpr std::uint16_t kTwoPhase = wire::kTransferPending | wire::kTransferPost | wire::kTransferVoid;
constexpr std::uint32_t kNotPlain = kAccountFrozen | kAccountRuled | kAccountTracked;
constexpr std::uint32_t kPrefetchAhead = 8;

/// What an account could give away now: detail of a refusal. Saturates: a detail has 64 bits.
std::uint64_t asDetail(U128 amount) {
  constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
  return amount > kMost ? kMost : static_cast<std::uint64_t>(amount);
}

/// Slot of a handle in this lane, or 0.
std::uint64_t slotOf(const Tables& tables, std::uint64_t handle) {
  const AccountHandle at{handle};
  return at.lane() == Lane(0) && tables.accounts.has(at.slot()) ? at.slot() : 0;
}

const PendingRow* pendingOf(const Tables& tables, std::uint64_t handle) {
  const AccountHandle at{handle};
  return at.lane() == Lane(0) ? tables.pendings.find(at.slot()) : nullptr;
}

// ---- what is off the hot path ----

bool isEligible(const State& state, const AccountRow& row, Nanoseconds time) {
  if ((row.flags & kAccountRuled) == 0) return true;
  return row.ruleEpoch == state.indexes.ruleEpochs[row.token] &&
         std::int64_t{row.eligibleUntil} >= secondsOf(time);
}

/// The receiver's holding after `amount` came from the sender's.
HoldingRow received(const TokenRow& token, HoldingRow from, HoldingRow to, U128 amount, Nanoseconds time) {
  if (token.lockUpSeconds > 0)
    addLot(to.lots, {amount, secondsRoundedUp(time) + token.lockUpSeconds}, secondsOf(time));
  if (!token.serials.empty()) addIntervals(to.intervals, takeLowest(from.intervals, amount));
  return to;
}

template <class Report>
bool checkSpecial(const State& state, const AccountRow& debit, const AccountRow& credit, const Transfer& t,
                  Nanoseconds time, bool covered, bool alreadyHeld, Report& no) {
  const Tables& tables = state.tables;
  if (((debit.flags | credit.flags) & kAccountFrozen) != 0 && no.add(ReasonCode::kFrozen)) return true;
  if (!isEligible(state, debit, time) || !isEligible(state, credit, time))
    if (no.add(ReasonCode::kClaimMissing)) return true;
  if ((debit.flags & kAccountTracked) == 0 || !covered) return false;
  const TokenRow& token = tables.tokens.get(debit.token);
  const HoldingRow& from = tables.holdings.get(debit.extension);
  if (token.lockUpSeconds > 0) {
    // What is held was free when it was held, and stays so: it is the free part that shrinks.
    const U128 free = freeAmount(from.lots, secondsOf(time)) - (debit.held - (alreadyHeld ? t.amount : 0));
    if (free < t.amount) {
      no.add(ReasonCode::kLocked, asDetail(free));
      return true;
    }
  }
  const bool moves = (t.flags & wire::kTransferPending) == 0;
  if (moves && !fits(received(token, from, tables.holdings.get(credit.extension), t.amount, time)))
    if (no.add(ReasonCode::kTooManyLots)) return true;
  return false;
}

void moveHolding(State& state, const AccountRow& debit, const AccountRow& credit, U128 amount,
                 Nanoseconds time) {
  const TokenRow& token = state.tables.tokens.get(debit.token);
  const HoldingRow& from = state.tables.holdings.get(debit.extension);
  HoldingRow to = received(token, from, state.tables.holdings.get(credit.extension), amount, time);
  state.tables.holdings.mut(credit.extension) = std::move(to);
  HoldingRow& left = state.tables.holdings.mut(debit.extension);
  if (token.lockUpSeconds > 0) takeLots(left.lots, amount, secondsOf(time));
  if (!token.serials.empty()) (void)takeLowest(left.intervals, amount);
}

// ---- one transfer: check, then execute ----

/// Checks that need both accounts. `alreadyHeld`: the amount is a part of the debit's held (post).
template <class Report>
void checkMove(const State& state, const Call& call, const Transfer& t, bool alreadyHeld, Report& no) {
  const std::uint64_t debitSlot = slotOf(state.tables, t.debit);
  const std::uint64_t creditSlot = slotOf(state.tables, t.credit);
  if ((debitSlot == 0 || creditSlot == 0)) {
    no.add(ReasonCode::kUnknownAccount);
    return;
  }
  const AccountRow& debit = state.tables.accounts.get(debitSlot);
  const AccountRow& credit = state.tables.accounts.get(creditSlot);
  if (debit.holder != call.caller.id.value && no.add(ReasonCode::kNotYourAccount)) return;
  if (debitSlot == creditSlot && no.add(ReasonCode::kSameAccount)) return;
  if (debit.token != t.token || credit.token != t.token) {
    no.add(ReasonCode::kWrongToken);
    return;
  }
  const U128 available = debit.balance - debit.held;
  const bool covered = alreadyHeld || available >= t.amount;
  if (!covered) {
    const bool onlyHeld = debit.balance >= t.amount;
    if (no.add(onlyHeld ? ReasonCode::kHeld : ReasonCode::kInsufficient, asDetail(available))) return;
  }
  if (credit.balance + t.amount < t.amount && no.add(ReasonCode::kOverflow)) return;
  const std::uint32_t flags = debit.flags | credit.flags;
  if ((flags & kNotPlain) == 0) return;
  // RULED runs on the hot rows too; everything else, and every refusal, is the slow path's.
  if ((flags & (kAccountFrozen | kAccountTracked)) != 0 || !isEligible(state, debit, call.moment.time) ||
      !isEligible(state, credit, call.moment.time)) [[unlikely]]
    checkSpecial(state, debit, credit, t, call.moment.time, covered, alreadyHeld, no);
}

template <class Report>
void checkFinish(const State& state, const Call& call, const Transfer& t, Report& no) {
  const PendingRow* pending = pendingOf(state.tables, t.pending);
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
  if (state.tables.accounts.get(AccountHandle{t.debit}.slot()).holder != call.caller.id.value)
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
  if (phase == wire::kTransferPending && state.tables.pendings.size() > state.limits.maxRows) [[unlikely]]
    if (no.add(ReasonCode::kStateFull)) return;
  checkMove(state, call, t, false, no);
}

void hold(State& state, const Call& call, const Transfer& t) {
  state.tables.accounts.mut(AccountHandle{t.debit}.slot()).held += t.amount;
  PendingRow row;
  row.debit = t.debit;
  row.credit = t.credit;
  row.amount = t.amount;
  row.token = t.token;
  row.author = call.caller.id;
  row.session = call.moment.session;
  row.request = call.moment.request;
  row.index = call.moment.index;
  state.addPending(row);
}

void move(State& state, const Call& call, const Transfer& t) {
  AccountRow& debit = state.tables.accounts.mut(AccountHandle{t.debit}.slot());
  AccountRow& credit = state.tables.accounts.mut(AccountHandle{t.credit}.slot());
  if ((debit.flags & kAccountTracked) != 0) [[unlikely]]
    moveHolding(state, debit, credit, t.amount, call.moment.time);
  debit.balance -= t.amount;
  credit.balance += t.amount;
}

void finish(State& state, const Call& call, const Transfer& t) {
  const bool posts = (t.flags & wire::kTransferPost) != 0;
  state.tables.pendings.mut(AccountHandle{t.pending}.slot()).state =
      posts ? PendingState::kPosted : PendingState::kVoided;
  state.tables.accounts.mut(AccountHandle{t.debit}.slot()).held -= t.amount;
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
      state.tables.accounts.prefetch(AccountHandle{ahead.debit}.slot());
      state.tables.accounts.prefetch(AccountHandle{ahead.credit}.slot());
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
