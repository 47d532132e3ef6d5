#include "nodes/client/answers.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <mutex>
#include <set>

#include "core/base/decimal.h"

namespace aurigraph::client {

namespace {

constexpr std::size_t kMaxCodes = 1'024;
constexpr std::size_t kMaxCodeBytes = 64;
constexpr std::size_t kMaxEventBytes = std::size_t{1} * 1024 * 1024;

}  // namespace

std::string_view internCode(std::string_view code) {
  // It is printed as it stands: nothing that moves a terminal.
  const auto isOfCode = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
  };
  if (code.empty() || code.size() > kMaxCodeBytes || !std::ranges::all_of(code, isOfCode))
    return "client.bad_answer";
  // std::set: its strings never move. Bounded, so that a hostile server cannot fill our memory.
  static std::mutex mutex;
  static std::set<std::string, std::less<>> known;
  const std::lock_guard lock(mutex);
  if (const auto found = known.find(code); found != known.end()) return *found;
  if (known.size() >= kMaxCodes) return "client.bad_answer";
  return *known.emplace(code).first;
}

tl::unexpected<Error> badAnswer(std::string_view what) {
  return fail("client.bad_answer", "The gateway's answer makes no sense: " + std::string(what) + ".",
              "Check that client and cluster are of the same version.");
}

std::optional<std::uint64_t> numberIn(const boost::json::value& object, std::string_view name) {
  const auto* value = object.is_object() ? object.get_object().if_contains(name) : nullptr;
  if (value == nullptr) return std::nullopt;
  if (value->is_uint64()) return value->get_uint64();
  if (value->is_int64() && value->get_int64() >= 0) return static_cast<std::uint64_t>(value->get_int64());
  if (value->is_string()) {
    const auto& text = value->get_string();
    if (const auto number = parseU128({text.data(), text.size()}); number && *number <= UINT64_MAX)
      return static_cast<std::uint64_t>(*number);
  }
  return std::nullopt;
}

std::string textIn(const boost::json::value& object, std::string_view name) {
  const auto* value = object.is_object() ? object.get_object().if_contains(name) : nullptr;
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

Result<std::uint64_t> firstItemNumber(const boost::json::value& list, std::string_view name) {
  const auto* items = list.is_object() ? list.get_object().if_contains("items") : nullptr;
  if (items == nullptr || !items->is_array() || items->get_array().empty()) return badAnswer("an empty list");
  const auto number = numberIn(items->get_array().front(), name);
  if (!number) return badAnswer("an item without " + std::string(name));
  return *number;
}

Error problemOf(const HttpAnswer& answer) {
  boost::system::error_code code;
  const auto text = asText(answer.body);
  const auto value = boost::json::parse({text.data(), text.size()}, code);
  if (code || textIn(value, "code").empty())
    return {"client.bad_answer",
            "The gateway answers HTTP " + std::to_string(answer.status) + " without saying why.",
            "Check that this is an Aurigraph gateway."};
  return {internCode(textIn(value, "code")), textIn(value, "detail"), textIn(value, "remedy")};
}

Result<boost::json::value> jsonOf(const HttpAnswer& answer) {
  if (answer.status >= 400) return tl::unexpected<Error>(problemOf(answer));
  if (answer.body.empty()) return boost::json::value(nullptr);
  boost::system::error_code code;
  const auto text = asText(answer.body);
  auto value = boost::json::parse({text.data(), text.size()}, code);
  if (code) return badAnswer("no JSON");
  return value;
}

namespace {

std::optional<Refusal> refusalOf(const boost::json::value& value) {
  Refusal out{.index = 0,
              .code = textIn(value, "code"),
              .message = textIn(value, "message"),
              .remedy = textIn(value, "remedy")};
  if (out.code.empty()) return std::nullopt;
  return out;
}

}  // namespace

Error asError(const Refusal& refusal) {
  return {internCode(refusal.code), refusal.message, refusal.remedy};
}

Result<BatchReply> batchReplyOf(const boost::json::value& answer) {
  BatchReply out;
  const auto digest = fixedFromHex<Digest>(textIn(answer, "batch"));
  const auto height = numberIn(answer, "height");
  const auto position = numberIn(answer, "position");
  const auto count = numberIn(answer, "count");
  if (!digest || !height || !position || !count) return badAnswer("an outcome that lacks fields");
  const auto* final = answer.get_object().if_contains("final");
  out.batch = *digest;
  out.height = Height(*height);
  out.position = static_cast<std::uint32_t>(*position);
  out.final = final != nullptr && final->is_bool() && final->get_bool();
  out.count = static_cast<std::uint32_t>(*count);
  const auto* failures = answer.get_object().if_contains("failures");
  if (failures == nullptr || !failures->is_array()) return badAnswer("an outcome without failures");
  for (const auto& each : failures->get_array()) {
    const auto index = numberIn(each, "index");
    auto refusal = refusalOf(each);
    if (!index || !refusal) return badAnswer("a failure without code");
    refusal->index = static_cast<std::uint32_t>(*index);
    out.failures.push_back(std::move(*refusal));
  }
  // Whatever stands there: nothing was executed.
  if (const auto* refused = answer.get_object().if_contains("refused")) {
    out.refused = refusalOf(*refused);
    if (!out.refused) return badAnswer("a refusal without code");
  }
  return out;
}

Result<wire::ConsistencyPath> consistencyPathOf(const boost::json::value& answer) {
  const auto from = numberIn(answer, "from");
  const auto to = numberIn(answer, "to");
  const auto fromRoot = fixedFromHex<Digest>(textIn(answer, "from_root"));
  const auto toRoot = fixedFromHex<Digest>(textIn(answer, "to_root"));
  const auto* hashes = answer.is_object() ? answer.get_object().if_contains("path") : nullptr;
  if (!from || !to || !fromRoot || !toRoot || hashes == nullptr || !hashes->is_array())
    return badAnswer("a history that lacks fields");
  wire::ConsistencyPath out{Height(*from), *fromRoot, Height(*to), *toRoot, {}};
  for (const auto& each : hashes->get_array()) {
    const auto* text = each.if_string();
    const auto hash = fixedFromHex<Digest>(text == nullptr ? std::string_view() : std::string_view(*text));
    if (!hash) return badAnswer("a path whose items are no hashes");
    out.path.push_back(*hash);
  }
  return out;
}

Result<SignedIn> signedInOf(const boost::json::value& answer) {
  const auto identity = numberIn(answer, "identity");
  const auto expiresAt = numberIn(answer, "expires_at");
  SignedIn out;
  out.token = textIn(answer, "token");
  if (!identity || !expiresAt || out.token.empty()) return badAnswer("a sign-in that lacks fields");
  out.identity = IdentityId(static_cast<std::uint32_t>(*identity));
  out.expiresAt = Nanoseconds(static_cast<std::int64_t>(*expiresAt));
  out.name = textIn(answer, "name");
  if (const auto* roles = answer.get_object().if_contains("roles"); roles != nullptr && roles->is_array())
    for (const auto& role : roles->get_array())
      if (role.is_string()) out.roles.emplace_back(role.get_string());
  return out;
}

bool EventParser::feed(std::string_view text, const std::function<bool(const StreamEvent&)>& onEvent) {
  pending_ += text;
  if (pending_.size() > kMaxEventBytes) pending_.clear();  // no event of ours is that long
  for (;;) {
    const auto end = pending_.find("\n\n");
    if (end == std::string::npos) return true;
    StreamEvent event;
    std::string_view rest = std::string_view(pending_).substr(0, end);
    while (!rest.empty()) {
      const auto lineEnd = rest.find('\n');
      const auto line = rest.substr(0, lineEnd);
      rest = lineEnd == std::string_view::npos ? std::string_view() : rest.substr(lineEnd + 1);
      const auto take = [&](std::string_view name, std::string& into) {
        if (!line.starts_with(name)) return;
        auto value = line.substr(name.size());
        if (value.starts_with(' ')) value.remove_prefix(1);
        into += value;
      };
      take("event:", event.topic);
      take("id:", event.id);
      take("data:", event.data);
    }
    pending_.erase(0, end + 2);
    if (!event.data.empty() && !onEvent(event)) return false;
  }
}

}  // namespace aurigraph::client
