#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "core/base/time_text.h"
#include "core/wire/record.h"
#include "nodes/mapping/mapper.h"
#include "nodes/rules/provider_preset.h"

/// What the tests of mappings share.
namespace aurigraph::mapping {

inline std::string providerFolder() {
  return std::string(AURIGRAPH_SOURCE_DIR) + "/tests/data/providers/";
}

inline std::string readText(std::string_view file) {
  std::ifstream stream(providerFolder() + std::string(file), std::ios::binary);
  EXPECT_TRUE(stream.good()) << file;
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

inline MapContext contextAt(std::string_view time) {
  MapContext context;
  context.retrievedAt = parseRfc3339(time)->utc;
  return context;
}

inline Result<MappedAnswer> mapText(std::string_view provider, std::string_view text,
                                    const MapContext& context = contextAt("2026-11-23T00:00:00Z")) {
  const auto preset = rules::shippedPreset(provider);
  if (!preset) return propagate(preset);
  return map(*preset, asBytes(text), context);
}

inline Result<MappedAnswer> mapFile(std::string_view provider, std::string_view file) {
  return mapText(provider, readText(file));
}

/// The record is canonical: what the ledger would read is what the mapper meant.
inline void expectSound(const MappedRecord& mapped) {
  const auto decoded = wire::decodeRecord(wire::encode(mapped.record));
  ASSERT_TRUE(decoded) << decoded.error().message;
  EXPECT_EQ(*decoded, mapped.record);
}

/// "22.8 degC", "AAPL", "2022-03-02T23:53:00Z", "true", "none"; "absent" when there is no such field.
inline std::string shown(const MappedRecord& mapped, std::string_view name) {
  const wire::Field* field = mapped.record.find(name);
  if (field == nullptr) return "absent";
  if (const auto* quantity = std::get_if<wire::Quantity>(&field->value))
    return quantity->value.toText() + (quantity->unit.empty() ? "" : " " + quantity->unit);
  if (const auto* text = std::get_if<std::string>(&field->value)) return *text;
  if (const auto* time = std::get_if<Nanoseconds>(&field->value)) return timeText(*time);
  if (const auto* flag = std::get_if<bool>(&field->value)) return *flag ? "true" : "false";
  if (const auto* digest = std::get_if<Digest>(&field->value)) return toHex(digest->view());
  return "none";
}

}  // namespace aurigraph::mapping
