#include "nodes/gateway/http/members.h"

#include <algorithm>
#include <charconv>

namespace aurigraph::gateway {
namespace {

constexpr std::size_t kMostShown = 40;

template <class Integer>
std::optional<Integer> integerIn(std::string_view text) {
  Integer out{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return out;
}

/// As much of a text as a message shows: whole characters.
std::string_view shown(std::string_view text) {
  std::size_t end = std::min(text.size(), kMostShown);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

bool holdsNumber(const json::Value& value) {
  return value.is(json::Type::kNumber) || value.is(json::Type::kString);
}

}  // namespace

Members::Members(const json::Value& object, std::string place) : object_(object), place_(std::move(place)) {
  if (!object.is(json::Type::kObject)) error_ = bad(place_, "must be an object").value();
}

const json::Value* Members::find(std::string_view name) {
  known_.push_back(name);
  return object_.find(name);
}

const json::Value* Members::require(std::string_view name) {
  const auto* value = find(name);
  if (value == nullptr) refuse(name, "is missing");
  return value;
}

std::string Members::text(std::string_view name, std::size_t maxBytes) {
  const auto* value = require(name);
  return value == nullptr ? std::string() : take(textOf(*value, placeOf(name), maxBytes));
}

std::uint64_t Members::number(std::string_view name, std::uint64_t most,
                              std::optional<std::uint64_t> fallback, std::uint64_t least) {
  const auto* value = fallback ? find(name) : require(name);
  if (value == nullptr) return fallback.value_or(0);
  return take(numberOf(*value, placeOf(name), most, least));
}

Bytes Members::bytes(std::string_view name, std::size_t maxBytes) {
  const auto* value = require(name);
  return value == nullptr ? Bytes() : take(bytesOf(*value, placeOf(name), maxBytes));
}

void Members::refuse(std::string_view name, std::string_view why) {
  refuse(bad(placeOf(name), why).value());
}

void Members::refuse(Error why) {
  if (!error_) error_ = std::move(why);
}

std::string Members::placeOf(std::string_view name) const {
  return place_.empty() ? std::string(name) : place_ + "." + std::string(name);
}

Status Members::finish() {
  for (const auto& member : object_.members)
    if (std::ranges::find(known_, member.key) == known_.end()) {
      std::string known;
      for (const auto& name : known_) known += (known.empty() ? "" : ", ") + std::string(name);
      return fail("request.unknown_member", "Nobody knows a member '" + placeOf(shown(member.key)) + "'.",
                  "There may be: " + known + ".");
    }
  if (error_) return tl::unexpected<Error>(*error_);
  return {};
}

Result<std::string> Members::textOf(const json::Value& value, const std::string& place,
                                    std::size_t maxBytes) {
  if (!value.is(json::Type::kString)) return bad(place, "must be a text");
  if (value.text.size() > maxBytes)
    return bad(place, "is longer than " + std::to_string(maxBytes) + " bytes");
  return std::string(value.text);
}

Result<std::uint64_t> Members::numberOf(const json::Value& value, const std::string& place,
                                        std::uint64_t most, std::uint64_t least) {
  const auto number = holdsNumber(value) ? integerIn<std::uint64_t>(value.text) : std::nullopt;
  if (!number || *number < least || *number > most)
    return bad(place, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return *number;
}

Result<std::int64_t> Members::signedOf(const json::Value& value, const std::string& place, std::int64_t least,
                                       std::int64_t most) {
  const auto number = holdsNumber(value) ? integerIn<std::int64_t>(value.text) : std::nullopt;
  if (!number || *number < least || *number > most)
    return bad(place, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return *number;
}

Result<Bytes> Members::bytesOf(const json::Value& value, const std::string& place, std::size_t maxBytes) {
  const auto digits = textOf(value, place, 2 * maxBytes);
  if (!digits) return propagate(digits);
  auto bytes = fromHex(*digits);
  if (!bytes) return bad(place, "must be hex digits, two for each byte");
  return bytes;
}

tl::unexpected<Error> Members::bad(const std::string& place, std::string_view why) {
  return fail("request.bad_field",
              (place.empty() ? std::string("The body") : "'" + place + "'") + " " + std::string(why) + ".",
              "See /api/v11/openapi.yaml.");
}

Result<json::Document> jsonBody(ByteView body) {
  auto document = json::Document::parse(body);
  if (document && document->root().is(json::Type::kObject)) return document;
  // What the reader of providers' answers says of its bounds and of doubled members is true of a body, too.
  const std::string why =
      document ? "It is JSON of another type."
      : document.error().code == "json.malformed" || document.error().code == "json.not_json"
          ? "It is not valid JSON (RFC 8259)."
          : std::string(document.error().message);
  return fail("request.bad_json", "The body is no JSON object. " + why,
              "Send one JSON object, no member twice.");
}

}  // namespace aurigraph::gateway
