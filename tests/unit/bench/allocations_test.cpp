// DESIGN §3, "Budget": only the apply loop touches single transfers. What can be counted exactly is counted
// here, so that a change that makes each transfer dearer fails a test and not only a benchmark.

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <new>

#include "app/bench/ledger_bed.h"

namespace {
std::atomic<std::uint64_t> allocations{0};
}  // namespace

// The test program's own: counts what every `new` of it asks for.
void* operator new(std::size_t size) {
  allocations.fetch_add(1, std::memory_order_relaxed);
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}

namespace aurigraph::bench {
namespace {

/// The least of a few batches of this size: now and then one takes a checkpoint, which is not its own cost.
std::uint64_t allocationsOf(LedgerBed& bed, std::size_t transfers, Dice& dice) {
  std::uint64_t least = ~std::uint64_t{0};
  for (int batch = 0; batch < 5; ++batch) {
    const auto block = bed.block(0, bed.randomTransfers(0, transfers, dice), false, Nanoseconds(1'000));
    const std::uint64_t before = allocations.load();
    EXPECT_TRUE(bed.apply(block));
    least = std::min(least, allocations.load() - before);
  }
  return least;
}

TEST(Budget, AnAppliedTransferAllocatesNothing) {
  for (const bool ruled : {false, true}) {
    LedgerBed bed({.holders = 20, .tokens = 10, .ruled = ruled});
    Dice dice(7);
    // Every page is touched and the session's window is full: from here on nothing grows.
    for (int batch = 0; batch < 8; ++batch) (void)allocationsOf(bed, limits::kMaxTransfersPerBatch, dice);
    const std::uint64_t one = allocationsOf(bed, 1, dice);
    const std::uint64_t full = allocationsOf(bed, limits::kMaxTransfersPerBatch, dice);
    // The result's bitmap, one byte for eight transfers, is encoded once: a growth or two of one array.
    EXPECT_LE(full, one + 4) << "allocations of a batch must not depend on its size";
    EXPECT_LT(one, 64U) << "allocations per batch";
  }
}

TEST(LedgerBed, WorksOnAfterHoursWithoutABatch) {
  LedgerBed bed({.holders = 3, .tokens = 2});
  Dice dice(7);
  for (const std::int64_t hours : {0, 1, 2, 30}) {
    EXPECT_TRUE(bed.apply(bed.emptyBlock(Nanoseconds(hours * limits::kLongestValidity))));
    EXPECT_TRUE(bed.apply(bed.block(0, bed.randomTransfers(0, 5, dice), true, Nanoseconds(1'000)))) << hours;
  }
}

}  // namespace
}  // namespace aurigraph::bench
