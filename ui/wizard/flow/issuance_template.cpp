#include "ui/wizard/flow/issuance_template.h"

#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>
#include <limits>
#include <utility>

#include "resources/resources.h"
#include "ui/wizard/flow/strict_json.h"

namespace aurigraph::issuance {
namespace {

constexpr std::string_view kFolder = "templates/";
constexpr std::string_view kEnding = ".json";
constexpr std::size_t kMaxTemplateBytes = 64 * 1024;
constexpr std::size_t kMaxItems = 32;
constexpr std::size_t kMaxTextBytes = 256;

constexpr std::array<std::pair<std::string_view, FieldKind>, 8> kKinds = {{
    {"text", FieldKind::kText},
    {"symbol", FieldKind::kSymbol},
    {"integer", FieldKind::kInteger},
    {"amount", FieldKind::kAmount},
    {"money", FieldKind::kMoney},
    {"currency", FieldKind::kCurrency},
    {"celsius", FieldKind::kCelsius},
    {"serials", FieldKind::kSerials},
}};

FieldKind kindOf(const std::string& name, StrictJson& json) {
  const auto* found = std::ranges::find(kKinds, name, &decltype(kKinds)::value_type::first);
  if (found != kKinds.end()) return found->second;
  json.refuse("'" + name + "' is no kind of field");
  return FieldKind::kText;
}

wire::AssetTemplate assetTemplateOf(const std::string& name, StrictJson& json) {
  if (name == "property") return wire::AssetTemplate::kProperty;
  if (name == "carbon") return wire::AssetTemplate::kCarbon;
  if (name != "batch") json.refuse("'" + name + "' is no template of the ledger");
  return wire::AssetTemplate::kBatch;
}

/// The example stands beside the fields under the field's key: the command line reads it there.
std::string exampleOf(const boost::json::object& top, const std::string& key, StrictJson& json) {
  const auto* value = top.if_contains(key);
  if (value == nullptr) return {};
  if (value->is_string()) return json.textItem(*value, key, kMaxTextBytes);
  return std::to_string(json.number(top, key, std::numeric_limits<std::int64_t>::max()));
}

}  // namespace

const TemplateField* IssuanceTemplate::field(std::string_view key) const {
  const auto at = std::ranges::find(fields, key, &TemplateField::key);
  return at == fields.end() ? nullptr : &*at;
}

const TemplatePolicy* IssuanceTemplate::policy(std::string_view key) const {
  const auto at = std::ranges::find(policies, key, &TemplatePolicy::key);
  return at == policies.end() ? nullptr : &*at;
}

std::vector<std::string> templateNames() {
  std::vector<std::string> out;
  for (std::string_view path : resourcePaths(kFolder)) {
    path.remove_prefix(kFolder.size());
    if (path.ends_with(kEnding)) out.emplace_back(path.substr(0, path.size() - kEnding.size()));
  }
  return out;
}

Result<IssuanceTemplate> loadTemplate(std::string_view name) {
  const auto text = resource(std::string(kFolder) + std::string(name) + std::string(kEnding));
  if (text.data() == nullptr)
    return fail("template.unknown", "There is no issuance template '" + std::string(name) + "'.",
                "Known are property, carbon and batch.");
  return readTemplate(text);
}

Result<IssuanceTemplate> readTemplate(std::string_view text) {
  StrictJson json;
  const auto top = StrictJson::parse(text, kMaxTemplateBytes, json);
  IssuanceTemplate out;
  out.name = json.text(top, "template", kMaxTextBytes);
  if (json.ok()) out.assetTemplate = assetTemplateOf(out.name, json);
  out.title = json.text(top, "title", kMaxTextBytes);
  out.category = json.text(top, "category", kMaxTextBytes);
  for (const auto& item : json.list(top, "fields", kMaxItems)) {
    const auto from = json.objectItem(item, "fields");
    TemplateField field;
    field.key = json.text(from, "key", kMaxTextBytes);
    field.kind = kindOf(json.text(from, "kind", kMaxTextBytes), json);
    field.unit = json.text(from, "unit", kMaxTextBytes);
    field.required = json.flag(from, "required");
    field.help = json.text(from, "help", kMaxTextBytes);
    field.example = exampleOf(top, field.key, json);
    out.fields.push_back(std::move(field));
  }
  for (const auto& item : json.list(top, "needs", kMaxItems)) {
    const auto from = json.objectItem(item, "needs");
    TemplateNeed need;
    for (const auto& kind : json.list(from, "any_of", kMaxItems))
      need.anyOf.push_back(json.textItem(kind, "any_of", kMaxTextBytes));
    if (need.anyOf.empty()) json.refuse("a need names no kind of record");
    need.help = json.text(from, "help", kMaxTextBytes);
    out.needs.push_back(std::move(need));
  }
  for (const auto& item : json.list(top, "documents", wire::kMaxDocumentsPerAsset)) {
    const auto from = json.objectItem(item, "documents");
    out.documents.push_back({json.text(from, "type", wire::kMaxDocumentTypeBytes),
                             json.flag(from, "required"), json.text(from, "help", kMaxTextBytes)});
  }
  for (const auto& item : json.list(top, "policies", kMaxItems)) {
    const auto from = json.objectItem(item, "policies");
    TemplatePolicy policy;
    policy.key = json.text(from, "key", kMaxTextBytes);
    policy.record = json.text(from, "record", kMaxTextBytes);
    policy.value = static_cast<std::int64_t>(json.number(from, "value", 1'000'000'000));
    policy.unit = json.text(from, "unit", kMaxTextBytes);
    policy.example = json.flag(from, "example");
    policy.help = json.text(from, "help", kMaxTextBytes);
    out.policies.push_back(std::move(policy));
  }
  if (!json.ok())
    return fail("template.malformed", "The issuance template cannot be read: " + json.problem() + ".",
                "Compare it with the shipped ones.");
  return out;
}

}  // namespace aurigraph::issuance
