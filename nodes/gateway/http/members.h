#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "nodes/json/json.h"

/// A JSON object as a client sent it, read strictly: each member is asked for once, and one that nobody asked
/// for is an error that names it, as is one that stands twice (json::Document). Reads are written straight
/// through, the first thing wrong is kept, and finish() tells it.
namespace aurigraph::gateway {

class Members {
 public:
  /// `object`: also what is none, which is then what is wrong. `place`: where it stands, for messages: "" or
  /// "commands[2]".
  explicit Members(const json::Value& object, std::string place = "");

  /// Null where it is missing.
  const json::Value* find(std::string_view name);
  /// As find(), and missing is wrong.
  const json::Value* require(std::string_view name);

  // Each demands member, type and bound; an empty value where that fails.
  std::string text(std::string_view name, std::size_t maxBytes);
  std::uint64_t number(std::string_view name, std::uint64_t most, std::optional<std::uint64_t> fallback = {},
                       std::uint64_t least = 0);
  template <class Fixed>
  Fixed hex(std::string_view name) {
    const auto* value = require(name);
    return value == nullptr ? Fixed{} : take(hexOf<Fixed>(*value, placeOf(name)));
  }
  Bytes bytes(std::string_view name, std::size_t maxBytes);

  void refuse(std::string_view name, std::string_view why);
  void refuse(Error why);
  /// The value, or its error as the first thing wrong.
  template <class T>
  T take(Result<T> result) {
    if (result) return std::move(*result);
    refuse(result.error());
    return T{};
  }
  [[nodiscard]] std::string placeOf(std::string_view name) const;

  /// The first thing wrong so far.
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }
  /// After everything was asked for. A member that nobody knows comes first: it is why another is missing.
  /// Errors: request.bad_field, request.unknown_member.
  Status finish();

  // One value, wherever it stands.
  static Result<std::string> textOf(const json::Value& value, const std::string& place, std::size_t maxBytes);
  /// A number or decimal text.
  static Result<std::uint64_t> numberOf(const json::Value& value, const std::string& place,
                                        std::uint64_t most, std::uint64_t least = 0);
  static Result<std::int64_t> signedOf(const json::Value& value, const std::string& place, std::int64_t least,
                                       std::int64_t most);
  static Result<Bytes> bytesOf(const json::Value& value, const std::string& place, std::size_t maxBytes);
  template <class Fixed>
  static Result<Fixed> hexOf(const json::Value& value, const std::string& place) {
    if (value.is(json::Type::kString))
      if (auto fixed = fixedFromHex<Fixed>(value.text)) return *fixed;
    return bad(place, "must be " + std::to_string(2 * Fixed::kSizeBytes) + " hex digits");
  }
  static tl::unexpected<Error> bad(const std::string& place, std::string_view why);

 private:
  const json::Value& object_;
  std::string place_;
  std::vector<std::string_view> known_;
  std::optional<Error> error_;
};

/// A request's body as one JSON object. Errors: request.bad_json.
Result<json::Document> jsonBody(ByteView body);

}  // namespace aurigraph::gateway
