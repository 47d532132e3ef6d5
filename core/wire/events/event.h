#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/base/types.h"
#include "core/wire/fields.h"

namespace aurigraph::wire {

// Each event is a header of this folder: kKind, kName, kTopic and kAudience (of the live stream; one for all
// events of a topic), its members and their `fields` (core/wire/fields.h). Block and time are those of the
// block it is an event of.

/// The number of an event. It never changes; another layout is another kind.
enum class EventKind : std::uint16_t {};

/// Whom the live stream shows an event.
enum class Audience : std::uint8_t {
  kEverybody,
  kRecordWorkers,  ///< Who brings, decides, registers, approves or reads all.
  kReadersOfAll,
};

enum class CauseKind : std::uint8_t { kCommand = 1, kTimer = 2 };

/// What made an event. Of a command: the position of its batch in the block, and its own in the batch. Of a
/// timer: the table and the slot of the row that was due.
struct EventCause {
  static constexpr form::OneOf kKinds{
      std::array{form::Named{CauseKind::kCommand, "command"}, form::Named{CauseKind::kTimer, "timer"}}};

  CauseKind kind = CauseKind::kCommand;
  std::uint16_t place = 0;
  std::uint64_t index = 0;
  bool operator==(const EventCause&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("kind", self.kind, kKinds);
    visit("place", self.place, form::Whole{UINT16_MAX});
    visit("index", self.index, form::Whole{UINT64_MAX});
  }
};

}  // namespace aurigraph::wire
