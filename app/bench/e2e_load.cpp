#include "app/bench/e2e_load.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "app/bench/pace.h"
#include "core/wire/batch.h"

namespace aurigraph::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kAnswerTimeout{20};
constexpr std::chrono::milliseconds kPausePace{2};
constexpr std::chrono::milliseconds kPauseLead{300};
constexpr std::int64_t kValidNanoseconds = 120LL * 1'000'000'000;

std::uint64_t nanosecondsOf(Clock::time_point time) {
  return static_cast<std::uint64_t>(time.time_since_epoch() / std::chrono::nanoseconds(1));
}

/// SplitMix64: good enough to spread, the same on every run.
class Spread {
 public:
  explicit Spread(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E37'79B9'7F4A'7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58'476D'1CE4'E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D0'49BB'1331'11EBU;
    return z ^ (z >> 31U);
  }

 private:
  std::uint64_t state_;
};

struct Sent {
  std::uint32_t payer = 0;
  std::uint32_t request = 0;
  std::uint32_t size = 0;
};

}  // namespace

struct E2eLoad::State {
  State(E2eCluster& of, std::size_t first, std::size_t count)
      : cluster(of), firstPayer(first), requests(count, 0) {}

  E2eCluster& cluster;
  std::unique_ptr<client::BatchStream> stream;
  std::size_t firstPayer;
  std::vector<std::uint32_t> requests;  ///< Of each payer of ours: the last one.
  std::size_t nextPayer = 0;
  std::vector<wire::Transfer> scratch;

  std::mutex mutex;  // guards what follows; the stream's thread writes, we wait
  std::condition_variable changed;
  std::size_t underWay = 0;
  std::vector<Sent> done;  ///< Final, and every transfer done.
  bool doubtful = false;   ///< A batch was refused in part: the books cannot be checked to the unit.
  LoadOutcome outcome;
  Clock::time_point from;
  Clock::time_point to;
  std::function<void(Clock::time_point intended)> onCommitted;

  void transfersOf(const Sent& batch, std::vector<wire::Transfer>& out) const {
    const auto& payers = cluster.payers();
    const auto& tokens = cluster.tokens();
    const Payer& payer = payers[batch.payer];
    Spread spread((std::uint64_t{batch.payer} << 32U) | batch.request);
    out.resize(batch.size);
    for (wire::Transfer& transfer : out) {
      const std::uint64_t chance = spread.next();
      const std::size_t token = chance % tokens.size();
      const std::size_t other = (batch.payer + 1 + (chance >> 16U) % (payers.size() - 1)) % payers.size();
      transfer = {};
      transfer.debit = payer.accounts[token].value;
      transfer.credit = payers[other].accounts[token].value;
      transfer.amount = 1 + (chance >> 8U) % 100;
      transfer.userData = chance;
      transfer.token = tokens[token].value;
    }
  }

  std::shared_ptr<const Bytes> sign(const Sent& batch) {
    transfersOf(batch, scratch);
    const auto clock = std::chrono::system_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
    const wire::BatchDraft draft{.genesis = cluster.genesis(),
                                 .lane = Lane(0),
                                 .session = SessionNumber(1),
                                 .request = RequestNumber(batch.request),
                                 .validUntil = Nanoseconds(clock + kValidNanoseconds)};
    return std::make_shared<const Bytes>(
        wire::signTransfers(draft, scratch, cluster.payers()[batch.payer].key));
  }

  void send(std::size_t size, Clock::time_point intended) {
    const Sent batch{static_cast<std::uint32_t>(firstPayer + nextPayer), ++requests[nextPayer],
                     static_cast<std::uint32_t>(size)};
    nextPayer = (nextPayer + 1) % requests.size();
    {
      const std::lock_guard lock(mutex);
      ++underWay;
    }
    auto failed = std::make_shared<std::uint32_t>(0);
    const auto sent = stream->send(
        sign(batch), {.committed =
                          [this, intended, failed](const wire::StreamCommitted& said) {
                            *failed = said.result.batchCode != 0
                                          ? said.result.count
                                          : static_cast<std::uint32_t>(said.result.failures.size());
                            const auto now = Clock::now();
                            const std::lock_guard lock(mutex);
                            if (onCommitted) onCommitted(intended);
                            if (now >= from && now < to)
                              outcome.committed.record(nanosecondsOf(now) - nanosecondsOf(intended));
                          },
                      .final = [this, batch, intended, failed] { onFinal(batch, intended, *failed); },
                      .refused = [this](const Error& why) { onRefused(why); },
                      .unproven = [this, batch, failed](const Error&) { onNotFinal(batch, *failed); }});
    if (!sent) onRefused(sent.error());
  }

  void onFinal(const Sent& batch, Clock::time_point intended, std::uint32_t failed) {
    const auto now = Clock::now();
    const std::lock_guard lock(mutex);
    if (failed == 0)
      done.push_back(batch);
    else
      doubtful = true;
    if (now >= from && now < to) {
      ++outcome.batches;
      outcome.transfers += batch.size - failed;
      outcome.refusedTransfers += failed;
      outcome.final.record(nanosecondsOf(now) - nanosecondsOf(intended));
    }
    --underWay;
    changed.notify_one();
  }

  /// Executed, so it is in the books; but no certificate, so it is not counted.
  void onNotFinal(const Sent& batch, std::uint32_t failed) {
    const std::lock_guard lock(mutex);
    if (failed == 0)
      done.push_back(batch);
    else
      doubtful = true;
    --underWay;
    changed.notify_one();
  }

  void onRefused(const Error& why) {
    const std::lock_guard lock(mutex);
    if (outcome.refusedBatches++ == 0) outcome.firstRefusal = std::string(why.code) + ": " + why.message;
    --underWay;
    changed.notify_one();
  }

  bool settle() {
    std::unique_lock lock(mutex);
    return changed.wait_for(lock, kAnswerTimeout, [&] { return underWay == 0; });
  }
};

E2eLoad::E2eLoad(std::unique_ptr<State> state) : state_(std::move(state)) {}
E2eLoad::~E2eLoad() = default;

Result<std::unique_ptr<E2eLoad>> E2eLoad::open(E2eCluster& cluster, std::size_t firstPayer,
                                               std::size_t payers) {
  auto state =
      std::make_unique<State>(cluster, firstPayer, std::min(payers, cluster.payers().size() - firstPayer));
  auto stream = client::BatchStream::open({.gateway = cluster.gateway()});
  if (!stream) return propagate(stream);
  state->stream = std::move(*stream);
  return std::unique_ptr<E2eLoad>(new E2eLoad(std::move(state)));
}

client::BatchStream::Figures E2eLoad::streamFigures() const {
  return state_->stream->figures();
}

LoadOutcome E2eLoad::run(const LoadPlan& plan, const std::function<void(bool)>& onMeasured) {
  State& state = *state_;
  const auto begin = Clock::now();
  const auto from = begin + plan.warmUp;
  const auto to = from + plan.measured;
  {
    const std::lock_guard lock(state.mutex);
    state.outcome = {};
    state.from = from;
    state.to = to;
  }
  bool told = false;
  const auto tellBegin = [&] {
    if (!told && Clock::now() >= from) {
      told = true;
      if (onMeasured) onMeasured(true);
    }
  };
  if (plan.perSecond != 0) {
    const OpenLoop pace(nanosecondsOf(begin), plan.perSecond);
    for (std::uint64_t index = 0;; ++index) {
      const Clock::time_point intended{std::chrono::nanoseconds(pace.intended(index))};
      if (intended >= to) break;
      std::this_thread::sleep_until(intended);
      tellBegin();
      state.send(plan.batchSize, intended);
    }
  } else {
    for (std::uint64_t sent = 0; sent < plan.atMost && Clock::now() < to; ++sent) {
      {
        std::unique_lock lock(state.mutex);
        state.changed.wait_until(lock, to, [&] { return state.underWay < plan.window; });
        if (state.underWay >= plan.window) break;
      }
      tellBegin();
      state.send(plan.batchSize, Clock::now());
    }
  }
  if (plan.atMost == UINT64_MAX)
    std::this_thread::sleep_until(to);
  else
    state.settle();
  if (onMeasured) onMeasured(false);
  state.settle();
  const std::lock_guard lock(state.mutex);
  LoadOutcome out = std::move(state.outcome);
  state.outcome = {};
  out.seconds = std::chrono::duration<double>(plan.measured).count();
  return out;
}

Result<double> E2eLoad::pauseAround(const std::function<Status()>& act) {
  State& state = *state_;
  const auto never = Clock::time_point::max();
  Clock::time_point counted = never;  // what was sent before may still have met who was there before
  Clock::time_point committed{};
  {
    const std::lock_guard lock(state.mutex);
    state.outcome = {};
    state.onCommitted = [&](Clock::time_point intended) {
      if (intended < counted || committed != Clock::time_point{}) return;
      committed = Clock::now();
      state.changed.notify_one();
    };
  }
  std::atomic<bool> stop{false};
  std::thread sender([&] {
    for (auto intended = Clock::now(); !stop; intended += kPausePace) {
      std::this_thread::sleep_until(intended);
      state.send(1, intended);
    }
  });
  std::this_thread::sleep_for(kPauseLead);
  const auto acted = Clock::now();
  const Status done = act();
  {
    const std::lock_guard lock(state.mutex);
    counted = Clock::now();
  }
  bool answered = false;
  {
    std::unique_lock lock(state.mutex);
    answered = state.changed.wait_for(lock, kAnswerTimeout, [&] { return committed != Clock::time_point{}; });
  }
  stop = true;
  sender.join();
  const bool settled = state.settle();
  const std::lock_guard lock(state.mutex);
  state.onCommitted = {};
  if (!done) return propagate(done);
  if (!answered || !settled || state.outcome.refusedBatches != 0)
    return fail("bench.no_answer", "Not every operation was answered. " + state.outcome.firstRefusal,
                "See the nodes' logs.");
  return std::chrono::duration<double, std::milli>(committed - acted).count();
}

Status E2eLoad::checkBooks(E2eCluster& cluster, const std::vector<E2eLoad*>& loads) {
  for (E2eLoad* load : loads)
    if (!load->state_->settle())
      return fail("bench.no_answer", "Some batches never got their last answer.", "See the nodes' logs.");
  const auto books = cluster.books();
  if (!books) return propagate(books);
  if (!books->conserved)
    return fail("bench.not_conserved", "The balances' sum is not what was minted.", "Report this.");
  const auto& payers = cluster.payers();
  std::vector<std::uint32_t> owner;  // by slot
  for (std::uint32_t payer = 0; payer < payers.size(); ++payer)
    for (const AccountHandle handle : payers[payer].accounts) {
      owner.resize(std::max<std::size_t>(owner.size(), handle.slot() + 1));
      owner[handle.slot()] = payer;
    }
  std::vector<I128> expected(payers.size(), books->funds);
  std::vector<wire::Transfer> transfers;
  for (E2eLoad* load : loads) {
    State& state = *load->state_;
    const std::lock_guard lock(state.mutex);
    if (state.doubtful)
      return fail("bench.refused", "Transfers were refused that should have been done.", "See the report.");
    for (const Sent& batch : state.done) {
      state.transfersOf(batch, transfers);
      for (const wire::Transfer& transfer : transfers) {
        expected[batch.payer] -= static_cast<I128>(transfer.amount);
        expected[owner[AccountHandle{transfer.credit}.slot()]] += static_cast<I128>(transfer.amount);
      }
    }
  }
  for (std::size_t payer = 0; payer < expected.size(); ++payer)
    if (expected[payer] != static_cast<I128>(books->balances[payer]))
      return fail("bench.books_differ",
                  "Payer " + std::to_string(payer) + "'s balance is not what its final batches make it.",
                  "Report this: something was counted that the ledger has not done.");
  return {};
}

}  // namespace aurigraph::bench
