#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"

/// A provider's JSON as it stands: numbers keep their own digits, nothing becomes a double on the way.
namespace aurigraph::json {

inline constexpr std::size_t kMaxBytes =
    std::size_t{16} * 1024 * 1024;                   ///< An answer larger than this is refused.
inline constexpr std::size_t kMaxDepth = 32;         ///< Real answers reach 14.
inline constexpr std::size_t kMaxNodes = 2'000'000;  ///< Bounds the tree's memory.
inline constexpr std::size_t kMaxKeyBytes = 256;

enum class Type : std::uint8_t {
  kNull,
  kBool,
  kNumber,
  kString,
  kArray,
  kObject,
  kInvalid,  ///< A token that JSON does not know, as a bare `nan`: the answer lives, the field does not.
};

struct Member;

struct Value {
  Type type = Type::kNull;
  bool boolean = false;
  std::string_view text;  ///< A number's digits as sent, a string's content, an invalid token.
  std::vector<Value> items;
  std::vector<Member> members;  ///< In the source's order; keys are unique.

  [[nodiscard]] bool is(Type wanted) const { return type == wanted; }
  /// The member of that name, or nullptr (also when this is no object).
  [[nodiscard]] const Value* find(std::string_view key) const;
};

struct Member {
  std::string_view key;
  Value value;
};

/// Owns the bytes its values point into. Movable.
class Document {
 public:
  /// Errors: json.too_large, json.too_deep, json.too_many_values, json.duplicate_key, json.malformed,
  /// json.not_json (markup or nothing at all, e.g. an HTML page with status 200).
  static Result<Document> parse(ByteView raw);

  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  [[nodiscard]] const Value& root() const;

 private:
  struct State;
  explicit Document(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// "array", "number" …, for messages.
std::string_view nameOf(Type type);

}  // namespace aurigraph::json
