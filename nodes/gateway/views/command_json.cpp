#include "nodes/gateway/views/command_json.h"

#include "core/base/decimal.h"
#include "core/base/limits.h"
#include "nodes/gateway/http/request_fields.h"

namespace aurigraph::gateway {

namespace {

using boost::json::object;

constexpr std::size_t kMaxTextBytes = 1'024;

/// Reads members and remembers the first error, so that a command's fields read like a list.
class Fields {
 public:
  explicit Fields(const object& from) : from_(from) {}

  std::string text(std::string_view name, std::size_t maxBytes = kMaxTextBytes) {
    return take(textField(from_, name, maxBytes));
  }
  std::string textOr(std::string_view name, std::string fallback) {
    return from_.contains(name) ? text(name) : std::move(fallback);
  }
  std::uint64_t number(std::string_view name, std::uint64_t max, std::optional<std::uint64_t> fallback = {}) {
    return take(numberField(from_, name, max, fallback));
  }
  template <class Fixed>
  Fixed hex(std::string_view name) {
    return take(hexField<Fixed>(from_, name));
  }
  Bytes bytes(std::string_view name) {
    const auto digits = text(name, 2 * limits::kMaxCommandPayloadBytes);
    return take(fromHex(digits));
  }
  std::int64_t signedNumber(std::string_view name, std::int64_t low, std::int64_t high) {
    const auto* value = from_.if_contains(name);
    if (value == nullptr) return 0;
    if (!value->is_int64() || value->get_int64() < low || value->get_int64() > high) {
      refuse(name, "must be a whole number from " + std::to_string(low) + " to " + std::to_string(high));
      return 0;
    }
    return value->get_int64();
  }
  U128 amount(std::string_view name) { return take(parseU128(text(name, 40))); }
  /// Members of a list that may be missing.
  template <class Item>
  void each(std::string_view name, std::size_t atMost, Item item) {
    const auto* value = from_.if_contains(name);
    if (value == nullptr) return;
    if (!value->is_array() || value->get_array().size() > atMost) {
      refuse(name, "must be a list of at most " + std::to_string(atMost));
      return;
    }
    for (const auto& one : value->get_array()) item(one);
  }
  template <class Item>
  void eachObject(std::string_view name, std::size_t atMost, Item item) {
    each(name, atMost, [&](const boost::json::value& one) {
      if (!one.is_object()) return refuse(name, "must be a list of objects");
      Fields inner(one.get_object());
      item(inner);
      if (inner.error_ && !error_) error_ = inner.error_;
    });
  }
  void refuse(std::string_view name, std::string_view why) {
    if (!error_)
      error_ = Error{"request.bad_field", "'" + std::string(name) + "' " + std::string(why) + ".",
                     "See /api/v11/openapi.yaml."};
  }
  template <class T>
  T take(Result<T> result) {
    if (result) return std::move(*result);
    if (!error_) error_ = result.error();
    return T{};
  }
  [[nodiscard]] Result<wire::AnyCommand> done(wire::AnyCommand command) {
    if (error_) return tl::unexpected<Error>(*error_);
    return command;
  }

 private:
  const object& from_;
  std::optional<Error> error_;
};

Result<wire::AnyCommand> registerIdentity(Fields& fields) {
  wire::RegisterIdentity command;
  command.name = fields.text("name", 64);
  command.key = fields.hex<PublicKey>("key");
  fields.each("roles", 16, [&](const boost::json::value& role) {
    if (!role.is_string()) return fields.refuse("roles", "must be a list of role names");
    const auto& name = role.get_string();
    command.roles |= wire::maskOf(fields.take(wire::roleFromName({name.data(), name.size()})));
  });
  return fields.done(std::move(command));
}

Result<wire::AnyCommand> submitRecord(Fields& fields) {
  wire::SubmitRecord command;
  command.record = fields.bytes("record");
  command.inputs = fields.bytes("inputs");
  command.ruleSet = fields.hex<Digest>("rule_set");
  command.claimedScore = Ppm(static_cast<std::int32_t>(fields.number("score_ppm", 1'000'000)));
  command.explanation = fields.hex<Digest>("explanation");
  command.evidenceCopies = static_cast<std::uint8_t>(fields.number("evidence_copies", 255));
  return fields.done(std::move(command));
}

Result<wire::AnyCommand> decideReview(Fields& fields) {
  wire::DecideReview command;
  command.recordId = fields.hex<Digest>("record");
  const auto decision = fields.text("decision", 16);
  if (decision == "approve")
    command.decision = wire::ReviewDecision::kApprove;
  else if (decision != "reject")
    fields.refuse("decision", "must be approve or reject");
  command.reasonCode = static_cast<std::uint16_t>(fields.number("reason_code", UINT16_MAX));
  command.note = fields.text("note", 1'000);
  return fields.done(std::move(command));
}

Result<wire::AnyCommand> registerAsset(Fields& fields) {
  wire::RegisterAsset command;
  const auto name = fields.text("template", 16);
  if (name == "carbon")
    command.assetTemplate = wire::AssetTemplate::kCarbon;
  else if (name == "batch")
    command.assetTemplate = wire::AssetTemplate::kBatch;
  else if (name != "property")
    fields.refuse("template", "must be property, carbon or batch");
  command.assetKey = fields.text("asset_key", 128);
  command.name = fields.text("name");
  fields.each("records", 16, [&](const boost::json::value& id) {
    if (!id.is_string()) return fields.refuse("records", "must be a list of record ids");
    const auto& digits = id.get_string();
    command.recordIds.push_back(fields.take(fixedFromHex<Digest>({digits.data(), digits.size()})));
  });
  fields.eachObject("documents", 16, [&](Fields& one) {
    command.documents.push_back({one.text("type"), one.hex<Digest>("sha256")});
  });
  return fields.done(std::move(command));
}

Result<wire::AnyCommand> issueToken(Fields& fields) {
  wire::IssueToken command;
  command.asset = AssetId(fields.number("asset", UINT64_MAX));
  command.symbol = fields.text("symbol", 12);
  command.name = fields.text("name");
  command.decimals = static_cast<std::uint8_t>(fields.number("decimals", 8, 0));
  command.supply = fields.amount("supply");
  command.unitPriceMinor = fields.number("unit_price_minor", UINT64_MAX, 0);
  command.currency = fields.textOr("currency", "");
  command.lockUpSeconds = static_cast<std::int64_t>(fields.number("lock_up_seconds", INT64_MAX, 0));
  command.minMilliCelsius =
      static_cast<std::int32_t>(fields.signedNumber("min_milli_celsius", -273'150, 1'000'000));
  command.maxMilliCelsius =
      static_cast<std::int32_t>(fields.signedNumber("max_milli_celsius", -273'150, 1'000'000));
  fields.eachObject("serials", 64, [&](Fields& one) {
    command.serials.push_back({one.text("registry"), one.text("series"), one.number("first", UINT64_MAX),
                               one.number("last", UINT64_MAX)});
  });
  fields.eachObject("approvals", limits::kMaxApprovals, [&](Fields& one) {
    command.approvals.push_back({one.hex<PublicKey>("approver"), one.hex<Signature>("signature")});
  });
  return fields.done(std::move(command));
}

}  // namespace

Result<wire::AnyCommand> commandFromJson(const object& json) {
  Fields fields(json);
  const auto kind = textField(json, "kind", 32);
  if (!kind) return propagate(kind);
  using enum wire::CommandKind;
  if (*kind == wire::nameOf(kRegisterIdentity)) return registerIdentity(fields);
  if (*kind == wire::nameOf(kSubmitRecord)) return submitRecord(fields);
  if (*kind == wire::nameOf(kDecideReview)) return decideReview(fields);
  if (*kind == wire::nameOf(kRegisterAsset)) return registerAsset(fields);
  if (*kind == wire::nameOf(kIssueToken)) return issueToken(fields);
  if (*kind == wire::nameOf(kClaimReview))
    return fields.done(wire::ClaimReview{.recordId = fields.hex<Digest>("record")});
  if (*kind == wire::nameOf(kReleaseReview))
    return fields.done(wire::ReleaseReview{.recordId = fields.hex<Digest>("record")});
  if (*kind == wire::nameOf(kOpenAccount)) {
    const IdentityId identity(static_cast<std::uint32_t>(fields.number("identity", UINT32_MAX)));
    const TokenId token(static_cast<std::uint32_t>(fields.number("token", UINT32_MAX)));
    return fields.done(wire::OpenAccount{.identity = identity, .token = token});
  }
  if (*kind == wire::nameOf(kAnchor)) {
    wire::Anchor command;
    command.from = Nanoseconds(static_cast<std::int64_t>(fields.number("from", INT64_MAX)));
    command.to = Nanoseconds(static_cast<std::int64_t>(fields.number("to", INT64_MAX)));
    command.leafCount = static_cast<std::uint32_t>(fields.number("leaf_count", UINT32_MAX));
    command.root = fields.hex<Digest>("root");
    return fields.done(command);
  }
  return fail("command.unknown_kind", "There is no command '" + *kind + "'.", "See docs/formats/gateway.md.");
}

}  // namespace aurigraph::gateway
