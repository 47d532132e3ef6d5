#include "nodes/mapping/arrival.h"

namespace aurigraph::mapping {

quality::Arrival arrivalOf(const rules::ProviderPreset& preset, const MappedRecord& mapped,
                           const wire::TransportFacts& fetched, const Digest& content) {
  quality::Arrival out{.record = mapped.record,
                       .content = content,
                       .facts = mapped.facts,
                       .references = mapped.references,
                       .transport = fetched};
  out.transport.payloadSigned = fetched.allowedHostOverTls && preset.transport.payloadSigned &&
                                (!preset.signedOnlyIfPayloadIs || mapped.carriesSignature);
  return out;
}

}  // namespace aurigraph::mapping
