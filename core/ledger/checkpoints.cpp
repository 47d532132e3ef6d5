#include "core/ledger/checkpoints.h"

#include <algorithm>

#include "core/wire/row_proof.h"

namespace aurigraph::ledger {
namespace {

constexpr std::uint64_t kRowsPerBlock = 8'192;      ///< 1 M rows: 122 blocks.
constexpr std::int64_t kNanosecondsPerRow = 1'100;  ///< 10 M rows: 11 s.

bool isDirty(const State& state) {
  bool dirty = false;
  state.tables.each([&](const auto& table) { dirty = dirty || table.dirty(); });
  return dirty;
}

}  // namespace

bool Checkpoints::due(const State& state, Height height, Nanoseconds time) const {
  if (!isDirty(state)) return false;
  const std::uint64_t blocks = std::max(state.limits.checkpointInterval.value, rows_ / kRowsPerBlock);
  if (height.value - height_.value >= blocks) return true;
  const auto next = nextTime(state);
  return next && time >= *next;
}

std::optional<Nanoseconds> Checkpoints::nextTime(const State& state) const {
  if (!isDirty(state)) return std::nullopt;
  const std::int64_t after =
      std::max(state.limits.checkpointAfter.value, static_cast<std::int64_t>(rows_) * kNanosecondsPerRow);
  const std::int64_t since = height_ == Height(0) ? state.genesis.createdAt.value : time_.value;
  return Nanoseconds(since + after);
}

bool Checkpoints::advance(State& state, std::size_t pages, Height height, Nanoseconds time) {
  const Digest& salt = state.genesis.stateSalt;
  bool done = true;
  state.tables.each([&](auto& table) { done = done && table.hashPages(salt, pages); });
  if (!done) return false;
  tableRoots_.clear();
  rows_ = 0;
  state.tables.each([&](const auto& table) {
    tableRoots_.push_back(table.root());
    rows_ += table.size();
  });
  root_ = wire::stateRoot(std::span<const Digest, wire::kStateTables>(tableRoots_));
  height_ = height;
  time_ = time;
  running_ = false;
  return true;
}

}  // namespace aurigraph::ledger
