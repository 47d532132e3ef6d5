#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/wire/events/all.h"
#include "core/wire/proof_bundle.h"

namespace aurigraph::proof {

/// What an event that does not hold is called.
struct EventCodes {
  std::string_view event;  ///< The block did not make it.
  std::string_view cause;  ///< Another operation made it.
};

/// What the validators said when they executed an operation: the event stands under the events root of the
/// operation's block, and this very operation made it. How the root leads to the certified history is the
/// operation's own check (operation_check.h). Errors: `codes`, event.malformed.
Result<wire::Event> checkEvent(const wire::EventProof& said, const wire::OperationProof& operation,
                               const EventCodes& codes);

}  // namespace aurigraph::proof
