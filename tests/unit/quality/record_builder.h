#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "core/base/assert.h"
#include "core/wire/record.h"

/// Records for tests, in one line per field.
namespace aurigraph::quality::test {

inline constexpr std::int64_t kSecond = 1'000'000'000;
inline constexpr std::int64_t kHour = 3'600 * kSecond;
inline constexpr std::int64_t kDay = 24 * kHour;
/// 2026-11-18T12:00:00Z, a Wednesday: the "now" of all tests.
inline constexpr std::int64_t kNow = 1'795'003'200 * kSecond;

inline Nanoseconds ago(std::int64_t nanoseconds) {
  return Nanoseconds(kNow - nanoseconds);
}

inline wire::Quantity quantity(std::string_view number, std::string unit = "") {
  const auto value = Decimal::parse(number);
  AG_ASSERT(value.has_value());
  return wire::Quantity{*value, std::move(unit)};
}

class RecordBuilder {
 public:
  explicit RecordBuilder(wire::RecordKind kind, wire::SourceTier tier = wire::SourceTier::kRegistryOfRecord) {
    record_.kind = kind;
    record_.category = wire::categoryOf(kind);
    record_.tier = tier;
    record_.assetKey = "key";
    record_.sourceId = "test";
    record_.connectorVersion = "test/1";
    record_.observedAt = Nanoseconds(kNow);
    record_.retrievedAt = Nanoseconds(kNow);
  }

  RecordBuilder& value(std::string name, wire::FieldValue value,
                       wire::ParseQuality parse = wire::ParseQuality::kExact) {
    remove(name);
    record_.fields.push_back({name, std::move(value), parse, "/" + name});
    return *this;
  }
  RecordBuilder& number(std::string name, std::string_view digits, std::string unit = "") {
    return value(std::move(name), quantity(digits, std::move(unit)));
  }
  RecordBuilder& text(std::string name, std::string text) { return value(std::move(name), std::move(text)); }
  RecordBuilder& time(std::string name, Nanoseconds time) { return value(std::move(name), time); }
  RecordBuilder& flag(std::string name, bool flag) { return value(std::move(name), flag); }
  RecordBuilder& remove(std::string_view name) {
    std::erase_if(record_.fields, [&](const wire::Field& field) { return field.name == name; });
    return *this;
  }
  RecordBuilder& observed(Nanoseconds time) {
    record_.observedAt = time;
    return *this;
  }
  RecordBuilder& retrieved(Nanoseconds time) {
    record_.retrievedAt = time;
    return *this;
  }
  RecordBuilder& key(std::string key) {
    record_.assetKey = std::move(key);
    return *this;
  }

  [[nodiscard]] wire::Record build() const {
    wire::Record out = record_;
    AG_ASSERT(wire::canonicalize(out).has_value());
    return out;
  }

 private:
  wire::Record record_;
};

/// Inputs of a live score at kNow of a registry's word; transport by points: 40, 15, 20, 15.
inline wire::ScoreInputs inputsWith(bool host, bool pin, bool session, bool signature) {
  wire::ScoreInputs inputs;
  inputs.tier = wire::SourceTier::kRegistryOfRecord;
  inputs.scoredAt = Nanoseconds(kNow);
  inputs.transport.allowedHostOverTls = host;
  inputs.transport.pinnedKey = pin;
  inputs.transport.authenticatedSession = session;
  inputs.transport.payloadSigned = signature;
  return inputs;
}
inline wire::ScoreInputs bestInputs() {
  return inputsWith(true, true, true, true);
}

inline void addFact(wire::ScoreInputs& inputs, std::string name, wire::FieldValue value) {
  inputs.facts.push_back({std::move(name), std::move(value)});
  AG_ASSERT(wire::canonicalize(inputs).has_value());
}

}  // namespace aurigraph::quality::test
