#include "nodes/rules/provider_preset.h"

#include <limits>
#include <set>

#include "nodes/json/json.h"
#include "resources/resources.h"

namespace aurigraph::rules {
namespace {

constexpr std::string_view kFolder = "providers/";
constexpr std::string_view kSuffix = ".json";

tl::unexpected<Error> malformed(const std::string& what) {
  return fail("preset.malformed", "The provider preset is wrong: " + what + ".",
              "Compare it with the shipped ones under resources/providers.");
}

/// Reads members once each and knows which were never asked for.
class Fields {
 public:
  Fields(const json::Value& object, std::string where) : object_(object), where_(std::move(where)) {}

  Result<const json::Value*> get(std::string_view key, json::Type type) {
    seen_.insert(key);
    const json::Value* value = object_.find(key);
    if (value == nullptr || !value->is(type))
      return malformed(where_ + std::string(key) + " must be a " + std::string(json::nameOf(type)));
    return value;
  }

  Result<std::string> text(std::string_view key) {
    const auto value = get(key, json::Type::kString);
    if (!value) return propagate(value);
    return std::string((*value)->text);
  }

  Result<bool> flag(std::string_view key) {
    const auto value = get(key, json::Type::kBool);
    if (!value) return propagate(value);
    return (*value)->boolean;
  }

  Result<std::uint64_t> number(std::string_view key, std::uint64_t most) {
    const auto value = get(key, json::Type::kNumber);
    if (!value) return propagate(value);
    const auto parsed = parseU128((*value)->text);
    if (!parsed || *parsed == 0 || *parsed > most)
      return malformed(where_ + std::string(key) + " must be a whole number of 1…" + std::to_string(most));
    return static_cast<std::uint64_t>(*parsed);
  }

  Result<std::vector<std::string>> texts(std::string_view key) {
    const auto value = get(key, json::Type::kArray);
    if (!value) return propagate(value);
    std::vector<std::string> out;
    for (const json::Value& item : (*value)->items) {
      if (!item.is(json::Type::kString)) return malformed(where_ + std::string(key) + " must hold texts");
      out.emplace_back(item.text);
    }
    return out;
  }

  Status finish() const {
    for (const json::Member& member : object_.members)
      if (!seen_.contains(member.key)) return malformed("unknown field " + where_ + std::string(member.key));
    return {};
  }

 private:
  const json::Value& object_;
  std::string where_;
  std::set<std::string_view> seen_;
};

Result<wire::Category> categoryNamed(std::string_view name) {
  if (name == "market") return wire::Category::kMarket;
  if (name == "property") return wire::Category::kProperty;
  if (name == "carbon") return wire::Category::kCarbon;
  if (name == "supply") return wire::Category::kSupply;
  if (name == "weather") return wire::Category::kWeather;
  return malformed("unknown category \"" + std::string(name) + "\"");
}

Status readTransport(const json::Value& object, ProviderPreset& out) {
  Fields fields(object, "transport.");
  const auto host = fields.flag("allowed_host_over_tls");
  const auto pin = fields.flag("pinned_key");
  const auto session = fields.flag("authenticated_session");
  const auto signed_ = fields.flag("payload_signed");
  const auto onlyIf = fields.flag("only_if_payload_is_signed");
  for (const auto* flag : {&host, &pin, &session, &signed_, &onlyIf})
    if (!*flag) return propagate(*flag);
  out.transport.allowedHostOverTls = *host;
  out.transport.pinnedKey = *pin;
  out.transport.authenticatedSession = *session;
  out.transport.payloadSigned = *signed_;
  out.signedOnlyIfPayloadIs = *onlyIf;
  return fields.finish();
}

Status readBudgets(const json::Value& list, ProviderPreset& out) {
  for (const json::Value& item : list.items) {
    Fields fields(item, "budgets.");
    const auto calls = fields.number("calls", 1'000'000);
    const auto seconds = fields.number("seconds", 86'400);
    if (!calls) return propagate(calls);
    if (!seconds) return propagate(seconds);
    if (const auto done = fields.finish(); !done) return done;
    out.budgets.push_back({static_cast<std::uint32_t>(*calls), static_cast<std::uint32_t>(*seconds)});
  }
  if (out.budgets.empty()) return malformed("budgets must hold at least one");
  return {};
}

Status readInto(const json::Value& root, ProviderPreset& out) {
  Fields fields(root, "");
  const auto name = fields.text("name");
  const auto mapping = fields.text("mapping");
  const auto version = fields.number("version", 10'000);
  const auto category = fields.text("category");
  const auto tier = fields.number("tier", 4);
  const auto transport = fields.get("transport", json::Type::kObject);
  const auto baseUrl = fields.text("base_url");
  const auto keyHeaders = fields.texts("key_headers");
  const auto contentTypes = fields.texts("content_types");
  const auto budgets = fields.get("budgets", json::Type::kArray);
  const auto connect = fields.number("connect_timeout_ms", 60'000);
  const auto total = fields.number("total_timeout_ms", 600'000);
  const auto bytes = fields.number("max_answer_bytes", json::kMaxBytes);
  const auto constants = fields.get("constants", json::Type::kObject);
  for (const auto* text : {&name, &mapping, &category, &baseUrl})
    if (!*text) return propagate(*text);
  for (const auto* number : {&version, &tier, &connect, &total, &bytes})
    if (!*number) return propagate(*number);
  for (const auto* list : {&keyHeaders, &contentTypes})
    if (!*list) return propagate(*list);
  for (const auto* value : {&transport, &budgets, &constants})
    if (!*value) return propagate(*value);
  if (const auto done = fields.finish(); !done) return done;

  if (name->empty()) return malformed("name is empty");
  if (!baseUrl->starts_with("https://")) return malformed("base_url must begin with https://");
  const auto known = categoryNamed(*category);
  if (!known) return propagate(known);
  out.name = *name;
  out.mapping = *mapping;
  out.version = *name + "/" + std::to_string(*version);
  out.category = *known;
  out.tier = static_cast<wire::SourceTier>(*tier);
  out.baseUrl = *baseUrl;
  out.keyHeaders = *keyHeaders;
  out.contentTypes = *contentTypes;
  out.connectTimeoutMs = static_cast<std::uint32_t>(*connect);
  out.totalTimeoutMs = static_cast<std::uint32_t>(*total);
  out.maxAnswerBytes = *bytes;
  for (const json::Member& member : (*constants)->members) {
    if (!member.value.is(json::Type::kString))
      return malformed("constants." + std::string(member.key) + " must be a text");
    out.constants.emplace(member.key, member.value.text);
  }
  if (const auto done = readTransport(**transport, out); !done) return done;
  return readBudgets(**budgets, out);
}

}  // namespace

std::string_view ProviderPreset::constant(std::string_view key) const {
  const auto found = constants.find(std::string(key));
  return found == constants.end() ? std::string_view{} : std::string_view(found->second);
}

Result<ProviderPreset> parsePreset(std::string_view text) {
  const auto document = json::Document::parse(asBytes(text));
  if (!document) return malformed(document.error().message);
  if (!document->root().is(json::Type::kObject)) return malformed("it must be an object");
  ProviderPreset out;
  if (const auto read = readInto(document->root(), out); !read) return propagate(read);
  return out;
}

std::vector<std::string> shippedPresetNames() {
  std::vector<std::string> out;
  for (const std::string_view path : resourcePaths(kFolder))
    if (path.ends_with(kSuffix))
      out.emplace_back(path.substr(kFolder.size(), path.size() - kFolder.size() - kSuffix.size()));
  return out;
}

Result<ProviderPreset> shippedPreset(std::string_view name) {
  const std::string_view text = resource(std::string(kFolder) + std::string(name) + std::string(kSuffix));
  if (text.data() == nullptr) {
    std::string list;
    for (const std::string& known : shippedPresetNames()) list += (list.empty() ? "" : ", ") + known;
    return fail("provider.unknown", "There is no provider \"" + std::string(name.substr(0, 64)) + "\".",
                "Use one of: " + list + ".");
  }
  return parsePreset(text);
}

}  // namespace aurigraph::rules
