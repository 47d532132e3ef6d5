#include "core/proof/event_check.h"

#include "core/crypto/merkle.h"

namespace aurigraph::proof {

Result<wire::Event> checkEvent(const wire::EventProof& said, const wire::OperationProof& operation,
                               const EventCodes& codes) {
  constexpr const char* kDoNotTrust = "Do not trust this proof.";
  if (!crypto::verifyInclusion(crypto::leafHash(said.event), said.index, said.count, said.path,
                               operation.eventsRoot))
    return fail(codes.event, "The block did not make this event.", kDoNotTrust);
  auto event = wire::decodeEvent(said.event);
  if (!event) return propagate(event);
  const wire::EventCause& cause = event->cause;
  if (cause.kind != wire::CauseKind::kCommand || cause.place != operation.batchPosition ||
      cause.index != operation.index)
    return fail(codes.cause, "Another operation made this event.", kDoNotTrust);
  return event;
}

}  // namespace aurigraph::proof
