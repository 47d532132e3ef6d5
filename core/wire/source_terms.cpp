#include "core/wire/source_terms.h"

namespace aurigraph::wire {

bool isSourceName(const std::string& name) {
  bool hyphenAllowed = false;
  for (const char c : name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!plain && (c != '-' || !hyphenAllowed)) return false;
    hyphenAllowed = plain;
  }
  return hyphenAllowed && name.size() <= kMaxSourceNameBytes;
}

bool areSound(const SourceTerms& terms) {
  const bool ofAHost = !terms.host.empty();
  return isSourceName(terms.name) && isSourceName(terms.provider) && !terms.kinds.empty() &&
         terms.origin != Origin::kReplayed && (ofAHost || terms.pins.empty()) && terms.recordsPerHour > 0;
}

bool isWithin(const Record& record, const TransportFacts& transport, const SourceTerms& terms) {
  const auto onlyIf = [](bool claimed, bool allowed) { return !claimed || allowed; };
  return onlyIf(transport.allowedHostOverTls, !terms.host.empty()) &&
         onlyIf(transport.pinnedKey, !terms.pins.empty()) &&
         onlyIf(transport.authenticatedSession, terms.session == SourceSession::kCredential) &&
         onlyIf(transport.payloadSigned, terms.signer.has_value()) &&
         onlyIf(record.origin == Origin::kReal, terms.origin == Origin::kReal) && record.tier >= terms.tier;
}

}  // namespace aurigraph::wire
