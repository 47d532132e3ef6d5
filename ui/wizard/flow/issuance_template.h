#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/wire/commands.h"

/// What an issuer starts from (resources/templates): which fields, records and documents an issue of one
/// kind has. Texts for people are keys ("issuance.help.supply"); the window has the words.
namespace aurigraph::issuance {

enum class FieldKind : std::uint8_t {
  kText,
  kSymbol,
  kInteger,
  kAmount,  ///< Whole tokens with up to `decimals` places.
  kMoney,
  kCurrency,
  kCelsius,
  kSerials,
};

struct TemplateField {
  std::string key;  ///< "supply": the draft's name for it.
  FieldKind kind = FieldKind::kText;
  std::string unit;  ///< "days", "tonnes"; empty: none.
  bool required = false;
  std::string help;     ///< Key of the help text.
  std::string example;  ///< For "Fill with example"; `{n}` and `{asset}` stay open.
};

/// Record kinds of which any one will do.
struct TemplateNeed {
  std::vector<std::string> anyOf;
  std::string help;
};

struct TemplateDocument {
  std::string type;
  bool required = false;
  std::string help;
};

/// A threshold of the house, not of the ledger: broken, it warns and hinders nobody.
struct TemplatePolicy {
  std::string key;     ///< "record_age", "offer_within_value", "document_size"
  std::string record;  ///< The record kind it is about; empty: none.
  std::int64_t value = 0;
  std::string unit;
  bool example = true;  ///< Shown as "example policy".
  std::string help;
};

struct IssuanceTemplate {
  std::string name;  ///< "property"
  wire::AssetTemplate assetTemplate = wire::AssetTemplate::kProperty;
  std::string title;
  std::string category;  ///< Of the records: "property", "carbon", "supply".
  std::vector<TemplateField> fields;
  std::vector<TemplateNeed> needs;
  std::vector<TemplateDocument> documents;
  std::vector<TemplatePolicy> policies;

  [[nodiscard]] const TemplateField* field(std::string_view key) const;
  [[nodiscard]] const TemplatePolicy* policy(std::string_view key) const;
};

/// The shipped ones: "batch", "carbon", "property".
[[nodiscard]] std::vector<std::string> templateNames();
/// Errors: template.unknown, template.malformed.
Result<IssuanceTemplate> loadTemplate(std::string_view name);
/// Errors: template.malformed.
Result<IssuanceTemplate> readTemplate(std::string_view json);

}  // namespace aurigraph::issuance
