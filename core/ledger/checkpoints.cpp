#include "core/ledger/checkpoints.h"

#include <algorithm>

#include "core/wire/row_proof.h"

namespace aurigraph::ledger {
namespace {

// A page's 33 hashes cost some 6 µs of a core; twenty times as much block time per page keeps that
// under 5 %. A million rows all touched: a checkpoint each 8 s, a few thousand: each second.
constexpr std::int64_t kNanosecondsPerPage = 128'000;

std::uint64_t touchedPages(const State& state) {
  std::uint64_t pages = 0;
  state.tables.each([&](const auto& table) { pages += table.touchedPages(); });
  return pages;
}

}  // namespace

std::optional<Nanoseconds> Checkpoints::earliest(const State& state, Nanoseconds after) const {
  const std::uint64_t pages = touchedPages(state);
  if (pages == 0) return std::nullopt;
  const std::int64_t since = height_ == Height(0) ? state.genesis.createdAt.value : time_.value;
  return Nanoseconds(since + std::max(after.value, static_cast<std::int64_t>(pages) * kNanosecondsPerPage));
}

bool Checkpoints::due(const State& state, Height height, Nanoseconds time) const {
  const bool manyBlocks = height.value - height_.value >= state.limits.checkpointInterval.value;
  const auto from = earliest(state, manyBlocks ? Nanoseconds(0) : state.limits.checkpointAfter);
  return from && time >= *from;
}

std::optional<Nanoseconds> Checkpoints::nextTime(const State& state) const {
  return earliest(state, state.limits.checkpointAfter);
}

bool Checkpoints::advance(State& state, std::size_t pages, Height height, Nanoseconds time,
                          InvariantWatch& watch) {
  bool done = true;
  const auto see = [&](std::uint64_t slot, const auto& before, const auto& now) {
    watch.see(state, slot, before, now);
  };
  state.tables.each([&](auto& table) { done = done && table.hashPages(state.salts, pages, see); });
  if (!done) return false;
  watch.compare(state);
  tableRoots_.clear();
  state.tables.each([&](const auto& table) { tableRoots_.push_back(table.root()); });
  root_ = wire::stateRoot(std::span<const Digest, wire::kStateTables>(tableRoots_));
  height_ = height;
  time_ = time;
  running_ = false;
  return true;
}

}  // namespace aurigraph::ledger
