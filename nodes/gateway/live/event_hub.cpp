#include "nodes/gateway/live/event_hub.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <map>

namespace aurigraph::gateway {

namespace {

constexpr std::size_t kKeptInMemory = 2'048;
constexpr std::size_t kEventsPerTake = 256;

auto badId() {
  return fail("request.bad_event_id", "Last-Event-ID is not of the form lane:height:index.",
              "Send the id of the last event exactly as it came, or none.");
}

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return out;
}

EventPosition positionOf(const projection::EventRow& row) {
  return {row.height, row.index};
}

/// After it somebody may see less than before. An event's line begins with its name.
bool endsRights(const projection::EventRow& row) {
  if (row.topic != wire::RolesChanged::kTopic) return false;  // all of them have it
  const auto is = [&](std::string_view name) {
    return row.data.starts_with(R"({"event":")" + std::string(name) + '"');
  };
  return is(wire::RolesChanged::kName) || is(wire::IdentitySuspended::kName) || is(wire::KeyEnded::kName) ||
         is(wire::IdentityBlocked::kName) || is(wire::IdentityRecovered::kName);
}

bool isForEverybody(const std::set<std::string, std::less<>>& topics) {
  return !topics.empty() && std::ranges::all_of(topics, [](const std::string& topic) {
    return audienceOf(topic) == wire::Audience::kEverybody;
  });
}

}  // namespace

Result<std::optional<EventPosition>> parseEventId(std::string_view text, Lane lane) {
  std::optional<EventPosition> out;
  while (!text.empty()) {
    const auto comma = text.find(',');
    const auto one = text.substr(0, comma);
    text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    const auto first = one.find(':');
    const auto second = one.find(':', first == std::string_view::npos ? first : first + 1);
    if (second == std::string_view::npos) return badId();
    const auto laneNumber = number(one.substr(0, first));
    const auto height = number(one.substr(first + 1, second - first - 1));
    const auto index = number(one.substr(second + 1));
    if (!laneNumber || !height || !index || *index > UINT32_MAX) return badId();
    if (*laneNumber == lane.value) out = EventPosition{Height(*height), static_cast<std::uint32_t>(*index)};
  }
  return out;
}

struct EventHub::State {
  State(projection::ProjectionStore& from, Lane of) : store(from), lane(of) {}

  projection::ProjectionStore& store;
  Lane lane;
  telemetry::Registry* registry = nullptr;
  std::mutex mutex;  // guards what follows
  bool closed = false;
  std::deque<projection::EventRow> recent;
  EventPosition latest;
  Height certificateHeight;
  std::string certificate;
  std::uint64_t leaderVersion = 0;
  std::string leader;
  std::uint64_t metricVersion = 0;
  std::string metric;
  std::map<std::uint64_t, std::function<void()>> waiting;  // one per waiter: a renewed wait replaces the old
  std::uint64_t nextWaiter = 0;
  int sources = 0;

  // Callbacks only post to a strand; they are called outside the lock all the same.
  void wake(std::unique_lock<std::mutex>& lock) {
    std::map<std::uint64_t, std::function<void()>> now;
    now.swap(waiting);
    lock.unlock();
    for (const auto& [waiter, ready] : now) ready();
  }

  void countSource(int change) {
    const std::lock_guard lock(mutex);
    sources += change;
    if (registry != nullptr) registry->gauge("aurigraph_event_subscribers").Set(sources);
  }
};

class EventHub::Source : public TextSource {
 public:
  Source(std::shared_ptr<State> state, std::set<std::string, std::less<>> topics,
         std::optional<EventPosition> from)
      : state_(std::move(state)),
        topics_(std::move(topics)),
        wantsMetric_(topics_.contains(kMetricTopic)),
        forEverybody_(isForEverybody(topics_)) {
    state_->countSource(1);
    const std::lock_guard lock(state_->mutex);
    waiter_ = state_->nextWaiter++;
    position_ = from ? *from : state_->latest;
    rightsFrom_ = state_->latest;
  }
  ~Source() override {
    state_->countSource(-1);
    const std::lock_guard lock(state_->mutex);
    state_->waiting.erase(waiter_);
  }

  std::string take() override {
    std::string out;
    std::unique_lock lock(state_->mutex);
    if (state_->leaderVersion > leaderVersion_) {
      leaderVersion_ = state_->leaderVersion;
      if (wants("leader")) append(out, "leader", "", state_->leader);
    }
    if (state_->certificateHeight > certificateHeight_) {
      certificateHeight_ = state_->certificateHeight;
      if (wants("certificate")) append(out, "certificate", "", state_->certificate);
    }
    if (state_->metricVersion > metricVersion_) {
      metricVersion_ = state_->metricVersion;
      if (wantsMetric_) append(out, kMetricTopic, "", state_->metric);
    }
    if (position_ >= state_->latest) return out;
    std::vector<projection::EventRow> rows;
    if (!state_->recent.empty() && position_ >= positionOf(state_->recent.front())) {
      auto at = std::upper_bound(state_->recent.begin(), state_->recent.end(), position_,
                                 [](const EventPosition& position, const projection::EventRow& row) {
                                   return position < positionOf(row);
                                 });
      for (; at != state_->recent.end() && rows.size() < kEventsPerTake; ++at) rows.push_back(*at);
    } else {
      lock.unlock();
      if (auto found = state_->store.eventsAfter(position_.height, position_.index, kEventsPerTake))
        rows = std::move(*found);
    }
    for (const auto& row : rows) {
      if (over_) break;
      position_ = positionOf(row);
      over_ = !forEverybody_ && position_ > rightsFrom_ && endsRights(row);
      if (!wants(row.topic)) continue;
      append(out, row.topic,
             std::to_string(state_->lane.value) + ":" + std::to_string(row.height.value) + ":" +
                 std::to_string(row.index),
             row.data);
    }
    // All of a page filtered away: look on, else the reader would sleep in front of what it wants.
    if (out.empty() && !rows.empty()) return ": passed\n\n";
    return out;
  }

  void whenReady(std::function<void()> ready) override {
    std::unique_lock lock(state_->mutex);
    const bool now = state_->closed || over_ || position_ < state_->latest ||
                     state_->leaderVersion > leaderVersion_ ||
                     state_->certificateHeight > certificateHeight_ ||
                     (wantsMetric_ && state_->metricVersion > metricVersion_);
    if (!now) {
      state_->waiting[waiter_] = std::move(ready);
      return;
    }
    lock.unlock();
    ready();
  }

  [[nodiscard]] bool ended() const override {
    const std::lock_guard lock(state_->mutex);
    return state_->closed || over_;
  }

 private:
  [[nodiscard]] bool wants(std::string_view topic) const {
    return topics_.empty() || topics_.contains(topic);
  }

  static void append(std::string& out, std::string_view topic, std::string_view id, std::string_view data) {
    out += "event: ";
    out += topic;
    if (!id.empty()) (out += "\nid: ") += id;
    ((out += "\ndata: ") += data) += "\n\n";
  }

  std::shared_ptr<State> state_;
  std::set<std::string, std::less<>> topics_;
  const bool wantsMetric_;
  const bool forEverybody_;
  EventPosition rightsFrom_;  ///< What its reader may see was asked then, or later.
  std::atomic<bool> over_ = false;
  std::uint64_t waiter_ = 0;
  EventPosition position_;
  Height certificateHeight_;
  std::uint64_t leaderVersion_ = 0;
  std::uint64_t metricVersion_ = 0;
};

EventHub::EventHub(projection::ProjectionStore& store, Lane lane, telemetry::Registry* registry)
    : state_(std::make_shared<State>(store, lane)) {
  state_->registry = registry;
  // Until the first new block "now" is the end of what the store has.
  state_->latest = {store.height(), UINT32_MAX};
}

EventHub::~EventHub() {
  close();
}

void EventHub::publish(const std::vector<projection::EventRow>& events) {
  std::unique_lock lock(state_->mutex);
  for (const auto& event : events) {
    state_->recent.push_back(event);
    state_->latest = positionOf(event);
    if (state_->recent.size() > kKeptInMemory) state_->recent.pop_front();
  }
  state_->wake(lock);
}

void EventHub::publishCertificate(Height height, std::string data) {
  std::unique_lock lock(state_->mutex);
  state_->certificateHeight = height;
  state_->certificate = std::move(data);
  state_->wake(lock);
}

void EventHub::publishLeader(std::string data) {
  std::unique_lock lock(state_->mutex);
  ++state_->leaderVersion;
  state_->leader = std::move(data);
  state_->wake(lock);
}

void EventHub::publishMetric(std::string data) {
  std::unique_lock lock(state_->mutex);
  ++state_->metricVersion;
  state_->metric = std::move(data);
  state_->wake(lock);
}

void EventHub::close() {
  std::unique_lock lock(state_->mutex);
  state_->closed = true;
  state_->wake(lock);
}

void EventHub::whenChanged(std::function<void()> changed) {
  std::unique_lock lock(state_->mutex);
  if (!state_->closed) {
    state_->waiting[state_->nextWaiter++] = std::move(changed);
    return;
  }
  lock.unlock();
  changed();
}

wire::Audience audienceOf(std::string_view topic) {
  wire::Audience out = wire::Audience::kEverybody;
  wire::anyEventKind([&]<class Event>(const Event&) {
    if (Event::kTopic != topic) return false;
    out = Event::kAudience;
    return true;
  });
  return out;
}

const std::vector<std::string_view>& eventTopics() {
  static const std::vector<std::string_view> kTopics = [] {
    std::vector<std::string_view> out{"block", "certificate", "leader"};
    wire::anyEventKind([&]<class Event>(const Event&) {
      if (std::ranges::find(out, Event::kTopic) == out.end()) out.push_back(Event::kTopic);
      return false;
    });
    return out;
  }();
  return kTopics;
}

std::shared_ptr<TextSource> EventHub::subscribe(std::set<std::string, std::less<>> topics,
                                                std::optional<EventPosition> from) {
  return std::make_shared<Source>(state_, std::move(topics), from);
}

}  // namespace aurigraph::gateway
