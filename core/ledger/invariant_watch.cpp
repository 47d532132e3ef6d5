#include "core/ledger/invariant_watch.h"

#include <algorithm>

#include "core/ledger/invariants.h"

namespace aurigraph::ledger {
namespace {

constexpr std::int64_t kBetweenWalks = 60'000'000'000;  ///< Block time.
// 64 blocks are the shortest way from one checkpoint to the next: a walk is through by then. A row costs some
// 15 ns, so that no block pays more than a quarter of a millisecond.
constexpr std::uint64_t kBlocksOfAWalk = 64;
constexpr std::uint64_t kLeastRowsPerBlock = 1'024;
constexpr std::uint64_t kMostRowsPerBlock = 16'384;

}  // namespace

void InvariantWatch::look(const State& state, Height checkpoint) {
  if (broken_ || checkpoint == Height()) return;
  if (checkpoint_ == Height()) {
    if (walks_ > 0 && state.time.value - lastWalk_.value < kBetweenWalks) return;
    begin(state, checkpoint);
  } else if (checkpoint_ != checkpoint) {
    begin(state, checkpoint);
  }
  const Table<AccountRow>& accounts = state.of<AccountRow>();
  const std::uint64_t rows = std::clamp(accounts.size() / kBlocksOfAWalk, kLeastRowsPerBlock, kMostRowsPerBlock);
  for (std::uint64_t row = 0; row < rows && !broken_; ++row) {
    if (accounts.atCheckpoint(next_) == nullptr) return end(state);
    lookAt(state, next_++);
  }
}

void InvariantWatch::begin(const State& state, Height checkpoint) {
  checkpoint_ = checkpoint;
  next_ = 1;
  sums_.assign(state.of<TokenRow>().size(), 0);
}

void InvariantWatch::lookAt(const State& state, std::uint64_t slot) {
  const AccountRow& then = *state.of<AccountRow>().atCheckpoint(slot);
  if (then.held > then.balance || __builtin_add_overflow(sums_[then.token], then.balance, &sums_[then.token]))
    broken_ = kConserved;
  else if (!holdingIsBalance(state, state.of<AccountRow>().get(slot)))
    broken_ = kHoldingsAreBalances;
}

void InvariantWatch::end(const State& state) {
  for (std::uint64_t id = 1; id < sums_.size(); ++id) {
    const TokenRow* token = state.of<TokenRow>().atCheckpoint(id);
    const U128 expected = token == nullptr ? 0 : token->minted - token->burned;
    if (sums_[id] != expected) broken_ = kConserved;
  }
  checkpoint_ = Height();
  lastWalk_ = state.time;
  ++walks_;
}

}  // namespace aurigraph::ledger
