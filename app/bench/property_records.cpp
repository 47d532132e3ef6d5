#include "app/bench/property_records.h"

#include <cstring>
#include <string_view>

namespace aurigraph::bench {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::string_view kSource = "bench";

}  // namespace

quality::RuleSet propertyRules() {
  quality::RuleSet rules;
  rules.version = 1;
  for (const auto kind : {wire::RecordKind::kPropertyValuation, wire::RecordKind::kPropertyTitle}) {
    quality::KindProfile profile;
    profile.kind = kind;
    profile.weights = {150, 100, 150, 150, 150, 150, 50, 100};
    profile.retrievalBound = Nanoseconds(3'600 * kSecond);
    profile.clock = quality::ObservationClock::kNone;
    quality::FieldSpec value;
    value.name = "value";
    value.fieldClass = quality::FieldClass::kRequired;
    value.type = quality::ValueType::kQuantity;
    profile.fields = {value};
    profile.approvalValidFor = Nanoseconds(86'400 * kSecond);
    profile.usableFor = Nanoseconds(86'400 * kSecond);
    rules.kinds.push_back(profile);
  }
  return rules;
}

wire::Record propertyRecord(wire::RecordKind kind, const std::string& assetKey, std::uint32_t seed,
                            Nanoseconds now) {
  wire::Record record;
  record.category = wire::categoryOf(kind);
  record.kind = kind;
  record.origin = wire::Origin::kSimulated;
  record.tier = wire::SourceTier::kRegistryOfRecord;
  record.assetKey = assetKey;
  record.sourceId = kSource;
  record.connectorVersion = "1";
  record.retrievedAt = Nanoseconds(now.value - kSecond);
  record.observedAt = record.retrievedAt;
  std::memcpy(record.rawDigest.bytes.data(), &seed, sizeof(seed));
  record.rawDigest.bytes[31] = static_cast<std::uint8_t>(kind);
  record.fetch.transport.allowedHostOverTls = true;
  record.fetch.transport.pinnedKey = true;
  record.fetch.transport.authenticatedSession = true;
  record.fields = {{"value", wire::Quantity{Decimal::of(100), ""}, wire::ParseQuality::kExact, ""}};
  return record;
}

wire::SourceTerms propertySource() {
  wire::SourceTerms out;
  out.name = kSource;
  out.provider = kSource;
  out.kinds = {wire::RecordKind::kPropertyValuation, wire::RecordKind::kPropertyTitle};
  out.tier = wire::SourceTier::kRegistryOfRecord;
  out.origin = wire::Origin::kSimulated;
  out.host = "bench.test";
  out.pins = {Digest{}};
  out.session = wire::SourceSession::kCredential;
  out.recordsPerHour = UINT32_MAX;
  return out;
}

}  // namespace aurigraph::bench
