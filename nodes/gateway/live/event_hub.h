#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "nodes/gateway/http/http.h"
#include "nodes/projection/projection_store.h"
#include "nodes/telemetry/registry.h"

namespace aurigraph::gateway {

/// A place in a lane's history: behind event `index` of block `height`.
struct EventPosition {
  Height height;
  std::uint32_t index = 0;
  auto operator<=>(const EventPosition&) const = default;
};

/// "0:118:3", or several joined by commas, one per lane; lanes that are not ours are passed over.
/// Errors: request.bad_event_id.
Result<std::optional<EventPosition>> parseEventId(std::string_view text, Lane lane);

/// The live stream. Readers pull: each keeps its own position and reads what lies behind it, the newest
/// events from memory and older ones from the read models. So no queue grows for a slow reader, and a
/// resumed one misses nothing and gets nothing twice. A stream that shows more than everybody may see ends
/// behind each event that takes rights from somebody: its reader comes again, and is asked who he is. Safe
/// from any thread.
class EventHub {
 public:
  /// `store` must outlive the hub and its sources; `registry` may be null.
  EventHub(projection::ProjectionStore& store, Lane lane, telemetry::Registry* registry);
  ~EventHub();

  void publish(const std::vector<projection::EventRow>& events);
  void publishCertificate(Height height, std::string data);
  void publishLeader(std::string data);
  void publishMetric(std::string data);
  /// Ends all streams.
  void close();

  /// `from` empty: from now on. `topics` empty: all.
  std::shared_ptr<TextSource> subscribe(std::set<std::string, std::less<>> topics,
                                        std::optional<EventPosition> from);
  /// Calls `changed` once, after the next publish.
  void whenChanged(std::function<void()> changed);

 private:
  struct State;
  class Source;
  std::shared_ptr<State> state_;
};

/// What can be asked for: blocks, certificates, the leader, and every topic that some event has.
[[nodiscard]] const std::vector<std::string_view>& eventTopics();
/// Whom a topic is shown: as its events say; blocks, certificates, leaders and seconds everybody.
[[nodiscard]] wire::Audience audienceOf(std::string_view topic);
/// Only for who asks for it: once a second, without an id.
inline constexpr std::string_view kMetricTopic = "metric";

}  // namespace aurigraph::gateway
