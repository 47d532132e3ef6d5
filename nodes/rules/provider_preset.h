#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/wire/record.h"

/// What we know of a provider before we ask it: data, not code (resources/providers/<name>.json).
namespace aurigraph::rules {

/// At most `calls` within `seconds`; all budgets of a provider must admit a call.
struct CallBudget {
  std::uint32_t calls = 0;
  std::uint32_t seconds = 0;
};

struct ProviderPreset {
  std::string name;     ///< "attom"; the record's sourceId.
  std::string mapping;  ///< Whose schema it speaks: the mapping's name. Several sources may share one.
  std::string version;  ///< "attom/1"; the record's connectorVersion.
  wire::Category category = wire::Category::kMarket;
  wire::SourceTier tier = wire::SourceTier::kScraped;
  wire::TransportFacts transport;  ///< What the configured transport proves (RECORDS, "Transport points").
  bool signedOnlyIfPayloadIs = false;     ///< `payloadSigned` holds for answers that carry a signature only.
  std::string baseUrl;                    ///< "https://data.alpaca.markets": the allowed host.
  std::vector<std::string> keyHeaders;    ///< Header names that carry the credentials; empty: none.
  std::vector<std::string> contentTypes;  ///< Answers of another type are failures.
  std::vector<CallBudget> budgets;
  std::uint32_t connectTimeoutMs = 0;
  std::uint32_t totalTimeoutMs = 0;
  std::uint64_t maxAnswerBytes = 0;
  std::map<std::string, std::string> constants;  ///< What the mapping may take as declared: "ccy": "USD".

  /// The constant, or an empty text.
  [[nodiscard]] std::string_view constant(std::string_view key) const;
};

/// Errors: preset.malformed (names the field). Unknown fields are errors too.
Result<ProviderPreset> parsePreset(std::string_view json);

/// A shipped preset. Errors: provider.unknown (the message lists those there are).
Result<ProviderPreset> shippedPreset(std::string_view name);

/// Names of the shipped presets, sorted.
std::vector<std::string> shippedPresetNames();

}  // namespace aurigraph::rules
