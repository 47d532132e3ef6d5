#include "core/wire/source_terms.h"

#include <algorithm>
#include <string_view>

#include "core/crypto/ed25519.h"

namespace aurigraph::wire {
namespace {

bool isPlain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool isLabel(std::string_view label) {
  return !label.empty() && label.front() != '-' && label.back() != '-' &&
         std::ranges::all_of(label, [](char c) { return c == '-' || isPlain(c); });
}

/// As a certificate names it, or an address: people compare it by eye, so it holds nothing else.
bool isHost(std::string_view host) {
  if (host.find(':') != std::string_view::npos)
    return host.find_first_not_of("0123456789abcdef:.") == std::string_view::npos;
  while (true) {
    const std::size_t dot = host.find('.');
    if (!isLabel(host.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    host.remove_prefix(dot + 1);
  }
}

}  // namespace

bool isSourceName(const std::string& name) {
  bool hyphenAllowed = false;
  for (const char c : name) {
    const bool plain = isPlain(c);
    if (!plain && (c != '-' || !hyphenAllowed)) return false;
    hyphenAllowed = plain;
  }
  return hyphenAllowed && name.size() <= kMaxSourceNameBytes;
}

bool areSound(const SourceTerms& terms) {
  const bool ofAHost = !terms.host.empty();
  return isSourceName(terms.name) && isSourceName(terms.provider) && !terms.kinds.empty() &&
         terms.origin != Origin::kReplayed && (ofAHost || terms.pins.empty()) &&
         (!ofAHost || isHost(terms.host)) && (!terms.signer || crypto::isUsableKey(*terms.signer)) &&
         terms.recordsPerHour > 0;
}

Believed believedOf(const Record& record, const SourceTerms& terms) {
  Believed out = asStated(record);
  out.origin = weakerOf(record.origin, terms.origin);
  out.tier = std::max(record.tier, terms.tier);
  const auto keepIf = [](bool& stated, bool allowed) { stated = stated && allowed; };
  keepIf(out.transport.allowedHostOverTls, !terms.host.empty());
  keepIf(out.transport.pinnedKey, !terms.pins.empty());
  keepIf(out.transport.authenticatedSession, terms.session == SourceSession::kCredential);
  keepIf(out.transport.payloadSigned, terms.signer.has_value());
  return out;
}

Believed asStated(const Record& record) {
  return {record.origin, record.tier, record.fetch.transport};
}

Origin weakerOf(Origin one, Origin another) {
  if (one == Origin::kReal) return another;
  if (another == Origin::kReal) return one;
  return one == Origin::kSimulated ? one : another;
}

}  // namespace aurigraph::wire
