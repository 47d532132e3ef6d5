#include "nodes/mapping/arrival.h"

namespace aurigraph::mapping {

void noteArrival(const rules::ProviderPreset& preset, const wire::TransportFacts& fetched,
                 wire::Purpose purpose, MappedRecord& mapped) {
  wire::Fetch& fetch = mapped.record.fetch;
  fetch.purpose = purpose;
  fetch.transport = fetched;
  fetch.transport.payloadSigned = fetched.allowedHostOverTls && preset.transport.payloadSigned &&
                                  (!preset.signedOnlyIfPayloadIs || mapped.carriesSignature);
}

}  // namespace aurigraph::mapping
