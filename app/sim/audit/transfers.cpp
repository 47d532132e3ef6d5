#include <algorithm>
#include <bit>

#include "app/sim/audit/model.h"
#include "core/base/assert.h"

// Transfers (DESIGN §2, R-LED-1, R-LED-6; docs/formats.md, decision 026): everything here is judged by the
// model alone.

namespace aurigraph::audit {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

constexpr std::uint16_t kKinds = wire::kTransferPending | wire::kTransferPost | wire::kTransferVoid;

bool finishes(const wire::Transfer& transfer) {
  return (transfer.flags & (wire::kTransferPost | wire::kTransferVoid)) != 0;
}
bool holds(const wire::Transfer& transfer) {
  return (transfer.flags & wire::kTransferPending) != 0;
}

/// Lots are free from their second on, never a moment too early: now is rounded down …
std::int64_t secondOf(Nanoseconds time) {
  return time.value >= 0 ? time.value / kSecond : -((-time.value + kSecond - 1) / kSecond);
}
/// … and the start of a lock-up is rounded up.
std::int64_t secondAfter(Nanoseconds time) {
  return -secondOf(Nanoseconds(-time.value));
}

}  // namespace

ExpectedOutcome Model::judge(const wire::Transfer& transfer, const Circumstances& when) const {
  ExpectedOutcome out;
  out.refuseIf(!allows(when.author, wire::Permission::kTransfer, when.time), ReasonCode::kPermissionMissing);
  const auto kinds = static_cast<std::uint16_t>(transfer.flags & kKinds);
  const bool flagsBad =
      (transfer.flags & ~std::uint16_t{wire::kTransferKnownFlags}) != 0 || std::popcount(kinds) > 1;
  out.refuseIf(flagsBad, ReasonCode::kUnknownFlags);
  out.refuseIf(transfer.amount == 0, ReasonCode::kZeroAmount);
  out.refuseIf(transfer.debit == transfer.credit, ReasonCode::kSameAccount);
  const Account* debit = account(transfer.debit);
  const Account* credit = account(transfer.credit);
  out.refuseIf(debit == nullptr || credit == nullptr, ReasonCode::kUnknownAccount);
  for (const Account* side : {debit, credit})
    out.refuseIf(side != nullptr && side->token.value != transfer.token, ReasonCode::kWrongToken);
  out.refuseIf(debit != nullptr && debit->holder != when.author, ReasonCode::kNotYourAccount);
  if (finishes(transfer) && !flagsBad) {
    judgeFinishing(transfer, when, out);
    return out;
  }
  out.refuseIf(!finishes(transfer) && transfer.pending != 0, ReasonCode::kPendingDiffers);
  if (debit != nullptr) judgeFunds(transfer, *debit, when, out);
  if (holds(transfer) && tablesNearlyFull()) out.mayRefuse(ReasonCode::kStateFull);
  if (!out.mustRefuse() && !holds(transfer))
    out.refuseIf(receiverWouldOverflow(transfer, when), ReasonCode::kTooManyLots);
  return out;
}

void Model::judgeFunds(const wire::Transfer& transfer, const Account& debit, const Circumstances& when,
                       ExpectedOutcome& out) const {
  AG_ASSERT(debit.held <= debit.balance);
  if (transfer.amount > debit.balance) return out.refuse(ReasonCode::kInsufficient);
  if (transfer.amount > debit.balance - debit.held) return out.refuse(ReasonCode::kHeld);
  if (tokens.at(debit.token).lockUpSeconds == 0) return;
  const U128 free = debit.holding.freeAt(secondOf(when.time));
  AG_ASSERT(debit.held <= free);
  out.refuseIf(transfer.amount > free - debit.held, ReasonCode::kLocked);
}

void Model::judgeFinishing(const wire::Transfer& transfer, const Circumstances& when,
                           ExpectedOutcome& out) const {
  const Pending* found = pending(transfer.pending);
  if (found == nullptr) return out.refuse(ReasonCode::kPendingUnknown);
  const wire::Transfer& made = found->made;
  out.refuseIf(found->state != PendingState::kOpen, ReasonCode::kPendingFinished);
  out.refuseIf(made.debit != transfer.debit || made.credit != transfer.credit ||
                   made.amount != transfer.amount || made.token != transfer.token,
               ReasonCode::kPendingDiffers);
  const Account* holder = account(made.debit);
  out.refuseIf(holder->holder != when.author, ReasonCode::kNotYourAccount);
  if (!out.mustRefuse() && (transfer.flags & wire::kTransferPost) != 0)
    out.refuseIf(receiverWouldOverflow(transfer, when), ReasonCode::kTooManyLots);
}

bool Model::receiverWouldOverflow(const wire::Transfer& transfer, const Circumstances& when) const {
  const Account& debit = *account(transfer.debit);
  Holding to = account(transfer.credit)->holding;
  const Token& token = tokens.at(debit.token);
  if (token.lockUpSeconds > 0) {
    to.add(transfer.amount, secondAfter(when.time) + token.lockUpSeconds, secondOf(when.time));
    if (to.lots.size() > policy.lotsMost) return true;
  }
  if (token.hasSerials) {
    Holding from = debit.holding;
    from.moveLowest(transfer.amount, to);
    if (to.serials.size() > policy.lotsMost) return true;
  }
  return false;
}

void Model::move(const wire::Transfer& transfer, const Circumstances& when) {
  Account& debit = changed(AccountHandle{transfer.debit}.slot());
  Account& credit = changed(AccountHandle{transfer.credit}.slot());
  AG_ASSERT(debit.balance >= transfer.amount);
  debit.balance -= transfer.amount;
  credit.balance += transfer.amount;
  const Token& token = tokens.at(debit.token);
  if (token.lockUpSeconds > 0) {
    const std::int64_t now = secondOf(when.time);
    debit.holding.takeFree(transfer.amount, now);
    credit.holding.add(transfer.amount, secondAfter(when.time) + token.lockUpSeconds, now);
  }
  if (token.hasSerials) debit.holding.moveLowest(transfer.amount, credit.holding);
}

void Model::execute(const wire::Transfer& transfer, const Circumstances& when) {
  const std::uint64_t debitSlot = AccountHandle{transfer.debit}.slot();
  if (holds(transfer)) {
    changed(debitSlot).held += transfer.amount;
    const std::uint64_t slot = pendings.empty() ? 1 : pendings.rbegin()->first + 1;
    changedPending(slot).made = transfer;
    return;
  }
  if (finishes(transfer)) {
    Pending& pending = changedPending(AccountHandle{transfer.pending}.slot());
    const bool post = (transfer.flags & wire::kTransferPost) != 0;
    pending.state = post ? PendingState::kPosted : PendingState::kVoided;
    changed(debitSlot).held -= transfer.amount;
    if (post) move(transfer, when);
    return;
  }
  move(transfer, when);
}

}  // namespace aurigraph::audit
