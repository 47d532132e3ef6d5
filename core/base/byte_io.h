#pragma once

#include <concepts>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include "core/base/bytes.h"
#include "core/base/types.h"

namespace aurigraph {

// Every fixed-layout structure is read and written in place; the product is little endian only.
static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__);

template <class T>
concept WireInteger = std::integral<T> || std::same_as<T, U128> || std::same_as<T, I128>;

/// Appends canonical little-endian fields to a byte string.
class ByteWriter {
 public:
  template <WireInteger T>
  ByteWriter& integer(T value) {
    const auto at = out_.size();
    out_.resize(at + sizeof(T));
    std::memcpy(out_.data() + at, &value, sizeof(T));
    return *this;
  }
  template <class Tag, class Rep>
  ByteWriter& integer(Strong<Tag, Rep> value) {
    return integer(value.value);
  }
  ByteWriter& raw(ByteView bytes) {
    out_.insert(out_.end(), bytes.begin(), bytes.end());
    return *this;
  }
  template <class Tag, std::size_t kSize>
  ByteWriter& fixed(const FixedBytes<Tag, kSize>& value) {
    return raw(value.view());
  }
  /// u32 length, then the bytes.
  ByteWriter& blob(ByteView bytes) {
    integer(static_cast<std::uint32_t>(bytes.size()));
    return raw(bytes);
  }
  /// u32 length, then UTF-8.
  ByteWriter& text(std::string_view value) { return blob(asBytes(value)); }

  [[nodiscard]] const Bytes& bytes() const { return out_; }
  [[nodiscard]] Bytes take() { return std::move(out_); }
  [[nodiscard]] std::size_t size() const { return out_.size(); }

 private:
  Bytes out_;
};

/// Reads what ByteWriter wrote, from hostile input: a read past the end yields zero values and makes
/// `ok()` false for good; sizes are bounded before anything is allocated. Check `finished()` last:
/// a canonical encoding has nothing after its end.
class ByteReader {
 public:
  explicit ByteReader(ByteView input) : input_(input) {}

  template <WireInteger T>
  T integer() {
    T value{};
    if (!take(sizeof(T))) return value;
    std::memcpy(&value, input_.data() + at_ - sizeof(T), sizeof(T));
    return value;
  }
  template <class StrongType>
  requires requires { typename StrongType::Representation; }
  StrongType integer() { return StrongType(integer<typename StrongType::Representation>()); }
  template <class Fixed>
  Fixed fixed() {
    Fixed out;
    if (take(Fixed::kSizeBytes))
      std::memcpy(out.bytes.data(), input_.data() + at_ - Fixed::kSizeBytes, Fixed::kSizeBytes);
    return out;
  }
  ByteView raw(std::size_t sizeBytes) {
    if (!take(sizeBytes)) return {};
    return input_.subspan(at_ - sizeBytes, sizeBytes);
  }
  /// A blob of at most `maxBytes`; a longer one makes the reader fail.
  ByteView blob(std::size_t maxBytes) {
    const auto size = integer<std::uint32_t>();
    if (size > maxBytes) {
      ok_ = false;
      return {};
    }
    return raw(size);
  }
  std::string text(std::size_t maxBytes) { return std::string(asText(blob(maxBytes))); }

  /// A count of items of at least `minItemBytes` each: refused when the rest of the input is too
  /// short for it, so that a forged count cannot make us allocate.
  std::uint32_t count(std::size_t minItemBytes) {
    const auto items = integer<std::uint32_t>();
    if (minItemBytes != 0 && items > remaining() / minItemBytes) {
      ok_ = false;
      return 0;
    }
    return items;
  }

  void markBad() { ok_ = false; }
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] std::size_t position() const { return at_; }
  [[nodiscard]] std::size_t remaining() const { return input_.size() - at_; }
  /// All was well and nothing is left.
  [[nodiscard]] bool finished() const { return ok_ && remaining() == 0; }

 private:
  bool take(std::size_t sizeBytes) {
    if (!ok_ || remaining() < sizeBytes) {
      ok_ = false;
      return false;
    }
    at_ += sizeBytes;
    return true;
  }

  ByteView input_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

/// Little-endian access inside a fixed-layout structure.
template <WireInteger T>
T loadAt(ByteView bytes, std::size_t offset) {
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof(T));
  return value;
}

}  // namespace aurigraph
