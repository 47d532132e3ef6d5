#pragma once

#include <array>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "core/base/bytes.h"
#include "core/base/types.h"
#include "core/wire/record.h"

/// The first cache tier: answers as they came, in memory (R-PIPE-3). Bounded by bytes. What is asked for
/// more often stays: an answer only pushes others out when its key is wanted at least as often as theirs
/// (a small TinyLFU before a plain LRU). Thread-safe.
namespace aurigraph::connectors {

/// An answer worth keeping: everything that a record's inputs need of it.
struct RawAnswer {
  Bytes body;
  std::string contentType;
  std::string etag;
  wire::Origin origin = wire::Origin::kReal;
  bool pinned = false;
  Nanoseconds retrievedAt;  ///< Received, minus how old it already was (RFC 9111 current_age).
  Nanoseconds freshUntil;   ///< Not given out as fresh from here on.
};
using RawAnswerRef = std::shared_ptr<const RawAnswer>;

class L1Cache {
 public:
  explicit L1Cache(std::size_t maxBytes);

  /// What is kept under the key, fresh or not; null: nothing. Counts as a wish for it.
  RawAnswerRef find(const std::string& key);
  void put(const std::string& key, RawAnswerRef answer);
  void erase(const std::string& key);

  [[nodiscard]] std::size_t sizeBytes() const;
  [[nodiscard]] std::size_t size() const;

 private:
  struct Entry {
    std::string key;
    RawAnswerRef answer;
    std::size_t bytes = 0;
  };
  static constexpr std::size_t kSketchRows = 4;
  static constexpr std::size_t kSketchColumns = 1'024;
  static constexpr std::uint8_t kMostCounted = 15;
  static constexpr std::uint32_t kAgeEvery = 10'240;  ///< Wishes after which all counts are halved.

  void count(const std::string& key);
  [[nodiscard]] std::uint8_t wishes(const std::string& key) const;
  void drop(std::list<Entry>::iterator at);

  mutable std::mutex mutex_;
  std::size_t maxBytes_;
  std::size_t bytes_ = 0;
  std::list<Entry> entries_;  // most recently wanted first
  std::unordered_map<std::string, std::list<Entry>::iterator> index_;
  std::array<std::array<std::uint8_t, kSketchColumns>, kSketchRows> sketch_{};
  std::uint32_t counted_ = 0;
};

}  // namespace aurigraph::connectors
