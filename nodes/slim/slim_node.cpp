#include "nodes/slim/slim_node.h"

#include <pthread.h>
#include <time.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

#include "nodes/connectors/l1_cache.h"
#include "nodes/slim/sender.h"
#include "nodes/slim/source_book.h"
#include "nodes/slim/source_terms.h"

namespace aurigraph::slim {
namespace {

using std::chrono::milliseconds;
using SteadyTime = std::chrono::steady_clock::time_point;

constexpr milliseconds kFirstBackOff{100};
constexpr milliseconds kMostBackOff{5'000};
constexpr milliseconds kMostLookBackOff{1'000};
/// Who asks by hand right after the start waits so long for the first look.
constexpr milliseconds kFirstLookWithin{5'000};

constexpr std::uint64_t kNanosPerSecond = 1'000'000'000;

/// What a running thread has used; 0 once it has ended.
std::uint64_t cpuOf(std::thread& thread) {
  clockid_t clock{};
  timespec used{};
  if (!thread.joinable() || ::pthread_getcpuclockid(thread.native_handle(), &clock) != 0 ||
      ::clock_gettime(clock, &used) != 0)
    return 0;
  return static_cast<std::uint64_t>(used.tv_sec) * kNanosPerSecond + static_cast<std::uint64_t>(used.tv_nsec);
}

/// One source with the thread that polls it.
struct Source {
  SourceSetup setup;
  wire::SourceTerms own;  ///< What its set-up proves.
  std::unique_ptr<connectors::Connector> connector;
  std::thread thread;
  mutable std::mutex mutex;
  std::string lastError;

  void note(const Result<FetchReport>& report) {
    const std::lock_guard lock(mutex);
    lastError = report ? std::string() : report.error().message;
  }
};

}  // namespace

struct SlimNode::State {
  explicit State(SlimConfig itsConfig) : config(std::move(itsConfig)) {}

  SlimConfig config;
  std::unique_ptr<LedgerPort> ledger;
  SlimCounters counters;
  std::atomic<bool> stopping{false};
  connectors::ConnectorEnvironment around;
  std::unique_ptr<SlimStore> store;
  std::unique_ptr<evidence::EvidenceStore> evidence;
  std::unique_ptr<Pipeline> pipeline;
  std::unique_ptr<SourceBook> book;
  std::unique_ptr<Sender> sender;
  std::map<std::string, std::unique_ptr<Source>, std::less<>> sources;
  std::shared_ptr<connectors::L1Cache> cache;
  std::thread sending;

  mutable std::mutex mutex;
  std::condition_variable wake;     ///< Something to send, or stopping.
  std::condition_variable settled;  ///< A batch was answered.
  std::uint64_t work = 0;
  bool looked = false;  ///< All sources once.
  std::string sendError;

  [[nodiscard]] Result<wire::SourceTerms> believed(const Source& source) const {
    return book->believed(source.own.name, source.own.provider);
  }
  Result<FetchReport> fetch(Source& source, wire::SourceTerms believed, const connectors::Query& query) {
    auto report = pipeline->run(*source.connector, {std::move(believed), source.own}, query);
    source.note(report);
    signal();
    return report;
  }
  /// False: stopping, or the time was over first.
  bool waitForFirstLook(std::optional<milliseconds> atMost) {
    std::unique_lock lock(mutex);
    const auto over = [&] { return stopping || looked; };
    if (atMost)
      wake.wait_for(lock, *atMost, over);
    else
      wake.wait(lock, over);
    return looked && !stopping;
  }
  void signal() {
    {
      const std::lock_guard lock(mutex);
      ++work;
    }
    wake.notify_all();
  }
  /// False: stopping.
  bool sleepUntil(SteadyTime until) {
    std::unique_lock lock(mutex);
    wake.wait_until(lock, until, [&] { return stopping.load(); });
    return !stopping;
  }
  void poll(Source& source);
  void send();
  Status look();
};

void SlimNode::State::poll(Source& source) {
  // What is asked after something else counts from the same moment for all.
  if (!waitForFirstLook(std::nullopt)) return;
  std::vector<SteadyTime> due;
  for (const Poll& poll : source.setup.polls) due.push_back(std::chrono::steady_clock::now() + poll.first);
  while (!stopping) {
    const auto next = std::min_element(due.begin(), due.end());
    if (!sleepUntil(*next)) return;
    const Poll& poll = source.setup.polls[static_cast<std::size_t>(next - due.begin())];
    auto terms = believed(source);
    if (!terms) {
      // Its turn is not lost: it comes when the source is believed.
      *next = std::chrono::steady_clock::now() + std::min(poll.every, config.lookEvery);
      continue;
    }
    // Its error is noted and counted; the next turn tries again.
    (void)fetch(source, std::move(*terms), poll.query);
    *next = std::max(*next + poll.every, std::chrono::steady_clock::now());
  }
}

/// Asks what the ledger believes of every source, until one cannot be told.
Status SlimNode::State::look() {
  for (const auto& [name, source] : sources) {
    if (stopping) return {};
    const auto word = ledger->source(name);
    if (!word) return propagate(word);
    book->heard(name, *word);
  }
  {
    const std::lock_guard lock(mutex);
    looked = true;
  }
  wake.notify_all();
  return {};
}

void SlimNode::State::send() {
  auto nextAnchor = std::chrono::steady_clock::now() + config.anchorEvery;
  auto nextLook = std::chrono::steady_clock::now();
  milliseconds lookAgain{0};
  std::string lookError;  ///< Until the first look: nothing is asked before.
  milliseconds backOff{0};
  std::uint64_t seenWork = 0;
  while (!stopping) {
    if (std::chrono::steady_clock::now() >= nextLook) {
      const auto heard = look();
      lookAgain = heard ? milliseconds(0) : std::clamp(lookAgain * 2, kFirstBackOff, kMostLookBackOff);
      lookError = heard || looked ? std::string() : heard.error().message;
      nextLook = std::chrono::steady_clock::now() + (heard ? config.lookEvery : lookAgain);
    }
    if (std::chrono::steady_clock::now() >= nextAnchor) {
      nextAnchor = std::chrono::steady_clock::now() + config.anchorEvery;
      if (const auto cut = store->cutAnchor(around.now()); !cut) {
        const std::lock_guard lock(mutex);
        sendError = cut.error().message;
      }
    }
    {
      const std::lock_guard lock(mutex);
      seenWork = work;
    }
    const auto more = sender->step();
    std::unique_lock lock(mutex);
    sendError = more ? lookError : more.error().message;
    settled.notify_all();
    if (more && *more) {
      backOff = milliseconds(0);
      continue;
    }
    if (more) {
      backOff = milliseconds(0);
      wake.wait_until(lock, std::min(nextAnchor, nextLook), [&] { return stopping || work != seenWork; });
    } else {
      backOff = std::clamp(backOff * 2, kFirstBackOff, kMostBackOff);
      wake.wait_for(lock, backOff, [&] { return stopping.load(); });
    }
  }
}

Result<std::unique_ptr<SlimNode>> SlimNode::start(SlimConfig config, std::unique_ptr<LedgerPort> ledger) {
  auto state = std::make_unique<State>(std::move(config));
  state->ledger = std::move(ledger);
  std::error_code error;
  std::filesystem::create_directories(state->config.dataFolder, error);
  auto store = SlimStore::open(state->config.dataFolder / "slim.sqlite");
  if (!store) return propagate(store);
  state->store = std::move(*store);
  auto evidence = evidence::EvidenceStore::open(state->config.dataFolder / "evidence");
  if (!evidence) return propagate(evidence);
  state->evidence = std::move(*evidence);

  State* raw = state.get();
  state->around = connectors::systemEnvironment([raw] { return raw->stopping.load(); });
  state->cache = std::make_shared<connectors::L1Cache>(state->config.l1CacheBytes);
  for (const SourceSetup& setup : state->config.sources) {
    auto connector = connectors::Connector::create(setup.source, state->cache, state->around);
    if (!connector) return propagate(connector);
    auto own = termsOf(setup.source);
    if (!own) return propagate(own);
    const std::string name = (*connector)->name();
    if (state->sources.contains(name))
      return fail("slim.duplicate_source", "Two sources are called \"" + name + "\".",
                  "Give each source a name of its own.");
    auto source = std::make_unique<Source>();
    source->setup = setup;
    source->own = std::move(*own);
    source->connector = std::move(*connector);
    state->sources.emplace(name, std::move(source));
  }
  state->pipeline = std::make_unique<Pipeline>(state->config, *state->store, *state->evidence,
                                               state->counters, state->around.now);
  state->book = std::make_unique<SourceBook>(state->around.now, state->config.lookEvery);
  state->sender = std::make_unique<Sender>(state->config, *state->store, *state->evidence, *state->ledger,
                                           *state->book, state->counters, state->around.now);
  state->sending = std::thread([raw] { raw->send(); });
  for (auto& [name, source] : state->sources)
    if (!source->setup.polls.empty())
      source->thread = std::thread([raw, one = source.get()] { raw->poll(*one); });
  return std::unique_ptr<SlimNode>(new SlimNode(std::move(state)));
}

SlimNode::SlimNode(std::unique_ptr<State> state) : state_(std::move(state)) {}
SlimNode::~SlimNode() {
  stop();
}

void SlimNode::stop() {
  {
    const std::lock_guard lock(state_->mutex);
    state_->stopping = true;
  }
  state_->wake.notify_all();
  state_->settled.notify_all();
  for (auto& [name, source] : state_->sources)
    if (source->thread.joinable()) source->thread.join();
  if (state_->sending.joinable()) state_->sending.join();
}

Result<FetchReport> SlimNode::fetchNow(std::string_view source, const connectors::Query& query) {
  const auto found = state_->sources.find(source);
  if (found == state_->sources.end()) {
    std::string known;
    for (const auto& name : sourceNames()) known += (known.empty() ? "" : ", ") + name;
    return fail("slim.unknown_source", "There is no source called \"" + std::string(source) + "\".",
                "Use one of: " + known + ".");
  }
  (void)state_->waitForFirstLook(kFirstLookWithin);
  auto believed = state_->believed(*found->second);
  if (!believed) return propagate(believed);
  return state_->fetch(*found->second, std::move(*believed), query);
}

bool SlimNode::waitForLedger(std::span<const Digest> recordIds, milliseconds atMost) {
  const auto until = std::chrono::steady_clock::now() + atMost;
  std::unique_lock lock(state_->mutex);
  return state_->settled.wait_until(lock, until, [&] {
    return state_->stopping || std::all_of(recordIds.begin(), recordIds.end(), [&](const Digest& id) {
             const auto status = state_->store->statusOf(id);
             return status && *status && (*status)->state >= ItemState::kApplied;
           });
  }) && !state_->stopping;
}

Result<std::optional<ItemStatus>> SlimNode::statusOf(const Digest& recordId) {
  return state_->store->statusOf(recordId);
}

std::vector<std::string> SlimNode::sourceNames() const {
  std::vector<std::string> out;
  for (const auto& [name, source] : state_->sources) out.push_back(name);
  return out;
}

std::vector<telemetry::SourceReading> SlimNode::sources() const {
  std::vector<telemetry::SourceReading> out;
  for (const auto& [name, source] : state_->sources) {
    const connectors::Connector& connector = *source->connector;
    const connectors::ConnectorCounters& counters = connector.counters();
    telemetry::SourceReading reading;
    reading.source = name;
    reading.category = wire::nameOf(connector.preset().category);
    reading.calls = counters.calls;
    reading.failures = counters.failures;
    reading.retries = counters.retries;
    reading.cacheHits = counters.cacheHits;
    reading.cacheMisses = counters.cacheMisses;
    reading.lastLatencyMs = static_cast<double>(counters.lastLatencyNanos.load()) / 1e6;
    reading.availabilityPercent = connector.availabilityPercent();
    reading.budgetRemaining = connector.budgetRemaining();
    if (const auto believed = state_->believed(*source); !believed) {
      reading.notAsked = believed.error().code;
      reading.lastError = believed.error().message;
    } else {
      const std::lock_guard lock(source->mutex);
      reading.lastError = source->lastError;
    }
    out.push_back(std::move(reading));
  }
  return out;
}

const SlimCounters& SlimNode::counters() const {
  return state_->counters;
}
std::size_t SlimNode::queued() const {
  return state_->store->queuedCount().value_or(0);
}
std::uint64_t SlimNode::cpuNanoseconds() const {
  std::uint64_t sum = cpuOf(state_->sending);
  for (const auto& [name, source] : state_->sources) sum += cpuOf(source->thread);
  return sum;
}
std::size_t SlimNode::memoryBytes() const {
  return state_->cache->sizeBytes() + state_->store->cacheBytes();
}
std::string SlimNode::lastSendError() const {
  const std::lock_guard lock(state_->mutex);
  return state_->sendError;
}
SlimStore& SlimNode::store() {
  return *state_->store;
}
evidence::EvidenceStore& SlimNode::evidence() {
  return *state_->evidence;
}

}  // namespace aurigraph::slim
