#include "nodes/providers/answers.h"

#include "core/base/assert.h"
#include "core/base/byte_io.h"
#include "core/crypto/sha256.h"

namespace aurigraph::providers {
HttpReply json(std::string body) {
  HttpReply reply;
  reply.body = std::move(body);
  return reply;
}

HttpReply notFound(std::string_view what) {
  HttpReply reply = json("{\"message\": \"" + std::string(what) + "\"}");
  reply.status = 404;
  return reply;
}

std::string filled(std::string_view text, Values values) {
  std::string out;
  for (;;) {
    const auto open = text.find("{{");
    out += text.substr(0, open);
    if (open == std::string_view::npos) return out;
    const auto close = text.find("}}", open);
    AG_ASSERT(close != std::string_view::npos);
    const auto name = text.substr(open + 2, close - open - 2);
    const std::string* value = nullptr;
    for (const auto& pair : values)
      if (pair.first == name) value = &pair.second;
    AG_ASSERT(value != nullptr);
    out += *value;
    text.remove_prefix(close + 2);
  }
}

std::string list(const Ask& ask, const std::vector<std::string>& items) {
  std::string out;
  const int copies = ask.has(Fault::kDuplicates) ? 2 : 1;
  for (const std::string& item : items)
    for (int i = 0; i < copies; ++i) out += (out.empty() ? "" : ",") + item;
  return out;
}

std::uint64_t draw(std::uint64_t seed, std::string_view salt, std::uint64_t from, std::uint64_t to) {
  ByteWriter writer;
  writer.integer(seed).text(salt);
  const Digest digest = crypto::sha256(writer.bytes());
  std::uint64_t number;
  std::memcpy(&number, digest.bytes.data(), sizeof number);
  return from + number % (to - from + 1);
}

std::string centsText(std::uint64_t hundredths) {
  std::string cents = std::to_string(hundredths % 100);
  cents.insert(0, 2 - cents.size(), '0');
  return std::to_string(hundredths / 100) + "." + cents;
}

Nanoseconds before(Nanoseconds time, std::int64_t seconds) {
  return Nanoseconds(time.value - seconds * kNanosPerSecond);
}

std::string_view between(std::string_view route, std::string_view prefix, std::string_view suffix) {
  if (!route.starts_with(prefix) || !route.ends_with(suffix) || route.size() <= prefix.size() + suffix.size())
    return {};
  const auto middle = route.substr(prefix.size(), route.size() - prefix.size() - suffix.size());
  return middle.find('/') == std::string_view::npos ? middle : std::string_view();
}

}  // namespace aurigraph::providers
