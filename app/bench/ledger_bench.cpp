#include "app/bench/ledger_bench.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "app/bench/ledger_bed.h"
#include "app/bench/source_records.h"
#include "nodes/runtime/clocks.h"

namespace aurigraph::bench {
namespace {

constexpr std::size_t kBatch = limits::kMaxTransfersPerBatch;
constexpr std::size_t kBlocksAtOnce = 24;  // prepared outside the clock: 12 MiB, more than the caches
constexpr Nanoseconds kBlockTime{4'000'000};
constexpr std::uint64_t kRunNanoseconds = 1'500'000'000;
constexpr std::size_t kRecordsPerBatch = 128;
constexpr std::uint32_t kRoundsBefore = 40;  ///< Of records: more than a series remembers.
constexpr std::uint32_t kRoundsTimed = 31;
constexpr Nanoseconds kDay{86'400'000'000'000};
constexpr std::uint64_t kWantedBytes = std::uint64_t{7} * 1024 * 1024 * 1024;  // 10 M accounts, with room

/// One way of using the ledger.
enum class Work : std::uint8_t { kPlain, kSigned, kChains, kTwoPhase };

struct Run {
  double perSecond = 0;
  std::uint64_t transfers = 0;
};

std::uint64_t now() {
  return runtime::steadyNanoseconds();
}

tl::unexpected<Error> untrue(const std::string& what) {
  return fail("bench.untrue", "An operation of the benchmark that had to succeed was refused: " + what + ".",
              "This is a fault of the program; its figures do not count.");
}

std::uint64_t availableBytes() {
  std::ifstream file("/proc/meminfo");
  for (std::string key, unit; file >> key;) {
    std::uint64_t kibibytes = 0;
    file >> kibibytes;
    std::getline(file, unit);
    if (key == "MemAvailable:") return kibibytes * 1'024;
  }
  return 0;
}

/// Every second transfer holds, the one after it posts what was held.
void makeTwoPhase(std::vector<wire::Transfer>& transfers, std::uint64_t& pendings) {
  for (std::size_t at = 0; at + 1 < transfers.size(); at += 2) {
    wire::Transfer& post = transfers[at + 1];
    const wire::Transfer& hold = transfers[at];
    post = hold;
    transfers[at].flags = wire::kTransferPending;
    post.flags = wire::kTransferPost;
    post.pending = AccountHandle::of(Lane(0), ++pendings).value;
  }
}

void makeChains(std::vector<wire::Transfer>& transfers) {
  constexpr std::size_t kChain = 4;
  for (std::size_t at = 0; at + 1 < transfers.size(); ++at)
    if (at % kChain != kChain - 1) transfers[at].flags = wire::kTransferLinked;
}

/// Applies full batches of random holders for so long, and says how many transfers a second that made.
/// Preparing blocks is outside the clock; with kSigned, checking signature and body root is inside.
Result<Run> apply(LedgerBed& bed, Work work, std::uint64_t nanoseconds, Dice& dice, std::uint64_t& pendings) {
  Run run;
  std::uint64_t spent = 0;
  while (spent < nanoseconds) {
    std::vector<wire::Block> blocks;
    for (std::size_t at = 0; at < kBlocksAtOnce; ++at) {
      const std::uint32_t holder = dice.below(bed.population().holders);
      auto transfers = bed.randomTransfers(holder, kBatch, dice);
      if (work == Work::kChains) makeChains(transfers);
      if (work == Work::kTwoPhase) makeTwoPhase(transfers, pendings);
      blocks.push_back(bed.block(holder, transfers, work == Work::kSigned, kBlockTime));
    }
    bool good = true;
    const std::uint64_t from = now();
    for (const wire::Block& block : blocks) {
      if (work == Work::kSigned)
        good = good && wire::verifyBatch(block.batch(0), block.batchBody(0)).has_value();
      good = bed.apply(block) && good;
    }
    spent += now() - from;
    if (!good) return untrue("a transfer");
    run.transfers += kBlocksAtOnce * kBatch;
  }
  run.perSecond = static_cast<double>(run.transfers) * 1e9 / static_cast<double>(spent);
  return run;
}

struct Checkpoint {
  double seconds = 0;
  double longestSliceMs = 0;
};

/// Lets so much block time pass that a checkpoint is due, and times it, slice by slice as a node would.
Result<Checkpoint> checkpoint(LedgerBed& bed) {
  Checkpoint out;
  ledger::Ledger& ledger = bed.ledger();
  if (!ledger.nextTimer()) return out;  // nothing was touched since the last one
  const Height before = ledger.checkpointHeight();
  const wire::Block block = bed.emptyBlock(Nanoseconds(3'600'000'000'000));
  const std::uint64_t from = now();
  ledger.begin(block, {});
  for (bool done = false; !done;) {
    const std::uint64_t sliceFrom = now();
    done = ledger.advance(1'024);
    out.longestSliceMs = std::max(out.longestSliceMs, static_cast<double>(now() - sliceFrom) / 1e6);
  }
  (void)ledger.finish();
  out.seconds = static_cast<double>(now() - from) / 1e9;
  if (ledger.checkpointHeight() == before) return untrue("a checkpoint");
  return out;
}

/// Microseconds per record of each round, one a day, when every series is as long as it gets.
Result<std::vector<double>> applyRecords() {
  LedgerBed bed({.holders = 1, .tokens = 0, .records = true});
  std::vector<double> out;
  for (std::uint32_t round = 0; round < kRoundsBefore + kRoundsTimed; ++round) {
    if (!bed.apply(bed.emptyBlock(kDay))) return untrue("a block of no batch");
    const auto records = recordsOfRound(round, kRecordsPerBatch, bed.time());
    const wire::Block block = bed.recordBlock(records, kBlockTime);
    const std::uint64_t from = now();
    const bool good = bed.apply(block);
    const std::uint64_t spent = now() - from;
    if (!good) return untrue("a submission");
    for (const wire::Record& record : records)
      if (bed.ledger().record(record.id())->band != wire::Band::kAccept) return untrue("a good record");
    if (round >= kRoundsBefore)
      out.push_back(static_cast<double>(spent) / 1e3 / static_cast<double>(kRecordsPerBatch));
  }
  return out;
}

class LedgerBench {
 public:
  explicit LedgerBench(const BenchOptions& options) : options_(options) {
    report_.name = "ledger";
    report_.what =
        "apply alone, in memory, on one core; batches of 8,190 transfers, each of one holder from its "
        "accounts "
        "at random to anybody's, all checks on; not durable, no network";
    table_.rows.push_back({"accounts", "class", "work", "transfers/s", "runs"});
  }

  Result<Report> all() {
    if (auto done = records(); !done) return propagate(done);
    if (auto done = million(); !done) return propagate(done);
    if (!options_.quick) {
      if (auto done = others(); !done) return propagate(done);
    }
    report_.json["rows"] = rows_;
    report_.tables.push_back(table_);
    report_.tables.push_back(recordTable_);
    return std::move(report_);
  }

 private:
  Result<double> measure(LedgerBed& bed, const char* kind, const char* what, Work work, std::size_t runs) {
    options_.say(std::string("ledger: ") + kind + ", " + what);
    std::vector<double> rates;
    for (std::size_t at = 0; at < runs; ++at) {
      // From a fresh checkpoint on, so that the first touch of every page is in the figure.
      if (auto taken = checkpoint(bed); !taken) return propagate(taken);
      const auto run = apply(bed, work, kRunNanoseconds, dice_, pendings_);
      if (!run) return propagate(run);
      rates.push_back(run->perSecond);
    }
    const auto [least, most] = std::ranges::minmax(rates);
    const double middle = median(rates);
    const std::uint64_t accounts = bed.ledger().accountCount();
    table_.rows.push_back(
        {grouped(accounts), kind, what, perSecond(middle), perSecond(least) + " – " + perSecond(most)});
    rows_.push_back({{"accounts", accounts},
                     {"class", kind},
                     {"work", what},
                     {"per_s", middle},
                     {"min", least},
                     {"max", most}});
    return middle;
  }

  Status records() {
    options_.say("ledger: records of sources");
    const auto rounds = applyRecords();
    if (!rounds) return propagate(rounds);
    const auto [least, most] = std::ranges::minmax(*rounds);
    const double middle = median(*rounds);
    report_.json["record_us"] = middle;
    recordTable_.title = "records, each with its context and score";
    recordTable_.rows = {
        {"in a batch", "us per record", "runs"},
        {grouped(kRecordsPerBatch), milliseconds(middle), milliseconds(least) + " – " + milliseconds(most)}};
    return {};
  }

  Status million() {
    options_.say("ledger: opening a million accounts");
    const std::uint64_t from = now();
    LedgerBed bed({1'000, 1'000, true, 0});
    const double setUp = static_cast<double>(now() - from) / 1e9;
    report_.json["set_up_seconds"] = setUp;
    report_.json["bytes_per_account"] =
        static_cast<double>(bed.accountBytes()) / static_cast<double>(bed.ledger().accountCount());
    pendings_ = 0;
    const auto rate = measure(bed, "RULED", "transfers", Work::kPlain, 3);
    if (!rate) return propagate(rate);
    report_.json["apply_per_s_1m_accounts"] = *rate;
    const auto checked = measure(bed, "RULED", "transfers, signature and body root checked", Work::kSigned,
                                 options_.quick ? 1 : 3);
    if (!checked) return propagate(checked);
    report_.json["apply_signed_per_s"] = *checked;
    if (!options_.quick) {
      if (auto rest = measure(bed, "RULED", "linked chains of 4", Work::kChains, 2); !rest)
        return propagate(rest);
      if (auto rest = checkpointCost(bed); !rest) return propagate(rest);
      if (auto rest = measure(bed, "RULED", "pending, then posted", Work::kTwoPhase, 2); !rest)
        return propagate(rest);
    }
    if (!bed.ledger().conserved()) return untrue("the sum of balances changed");
    report_.notes.push_back(
        "RULED: three rules are in force on both accounts of every transfer: not frozen, an "
        "eligibility of the token's present rules, and not past its end.");
    report_.notes.push_back("Set-up by the ledger's own contracts took " + milliseconds(setUp * 1e3) +
                            " ms; " + "an account takes " +
                            perSecond(report_.json["bytes_per_account"].as_double()) +
                            " bytes of resident memory with its index and the image that proofs need.");
    return {};
  }

  Status checkpointCost(LedgerBed& bed) {
    if (auto run = apply(bed, Work::kPlain, kRunNanoseconds, dice_, pendings_); !run) return propagate(run);
    const auto taken = checkpoint(bed);
    if (!taken) return propagate(taken);
    report_.json["checkpoint"] = {{"accounts", bed.ledger().accountCount()},
                                  {"seconds", taken->seconds},
                                  {"longest_slice_ms", taken->longestSliceMs}};
    report_.notes.push_back("A checkpoint of all pages of a million accounts takes " +
                            milliseconds(taken->seconds * 1e3) + " ms of a core, its longest slice " +
                            milliseconds(taken->longestSliceMs) + " ms; one is due each " +
                            "8 s at most when all are touched.");
    return {};
  }

  Status others() {
    struct Case {
      Population population;
      const char* kind;
    };
    for (const Case& each : {Case{{100, 100, true, 0}, "RULED"}, Case{{1'000, 1'000, false, 0}, "PLAIN"},
                             Case{{100, 100, false, 1}, "TRACKED"}}) {
      options_.say(std::string("ledger: accounts of class ") + each.kind);
      LedgerBed bed(each.population);
      if (auto rate = measure(bed, each.kind, "transfers", Work::kPlain, 2); !rate) return propagate(rate);
    }
    if (availableBytes() < kWantedBytes) {
      report_.notes.push_back("Ten million accounts were left out: less than 7 GiB of memory are free.");
      return {};
    }
    options_.say("ledger: opening ten million accounts");
    LedgerBed bed({3'163, 3'163, true, 0});
    if (auto rate = measure(bed, "RULED", "transfers", Work::kPlain, 2); !rate) return propagate(rate);
    return {};
  }

  const BenchOptions& options_;
  Report report_;
  Table table_;
  Table recordTable_;
  boost::json::array rows_;
  Dice dice_{1};
  std::uint64_t pendings_ = 0;
};

}  // namespace

Result<Report> runLedger(const BenchOptions& options) {
  return LedgerBench(options).all();
}

}  // namespace aurigraph::bench
