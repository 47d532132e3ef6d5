#include "nodes/connectors/l1_cache.h"

#include <algorithm>
#include <functional>

namespace aurigraph::connectors {
namespace {

constexpr std::size_t kEntryOverheadBytes = 256;  ///< List and index nodes, about.

std::size_t columnOf(const std::string& key, std::size_t row, std::size_t columns) {
  std::uint64_t hash = std::hash<std::string>{}(key) + (row + 1) * 0x9e37'79b9'7f4a'7c15ULL;
  hash = (hash ^ (hash >> 30)) * 0xbf58'476d'1ce4'e5b9ULL;
  hash = (hash ^ (hash >> 27)) * 0x94d0'49bb'1331'11ebULL;
  return (hash ^ (hash >> 31)) % columns;
}

}  // namespace

L1Cache::L1Cache(std::size_t maxBytes) : maxBytes_(maxBytes) {}

RawAnswerRef L1Cache::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  count(key);
  const auto found = index_.find(key);
  if (found == index_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->answer;
}

void L1Cache::put(const std::string& key, RawAnswerRef answer) {
  const std::size_t bytes = answer->body.size() + 2 * key.size() + kEntryOverheadBytes;
  const std::lock_guard lock(mutex_);
  if (const auto old = index_.find(key); old != index_.end()) drop(old->second);
  if (bytes > maxBytes_) return;
  // First decide, then evict: a refused answer must not have cost anybody its place.
  std::size_t freed = 0;
  for (auto victim = entries_.rbegin(); victim != entries_.rend() && bytes_ - freed + bytes > maxBytes_;
       ++victim) {
    if (wishes(victim->key) > wishes(key)) return;
    freed += victim->bytes;
  }
  while (bytes_ + bytes > maxBytes_) drop(std::prev(entries_.end()));
  entries_.push_front({key, std::move(answer), bytes});
  index_[key] = entries_.begin();
  bytes_ += bytes;
}

void L1Cache::erase(const std::string& key) {
  const std::lock_guard lock(mutex_);
  if (const auto found = index_.find(key); found != index_.end()) drop(found->second);
}

void L1Cache::drop(std::list<Entry>::iterator at) {
  bytes_ -= at->bytes;
  index_.erase(at->key);
  entries_.erase(at);
}

void L1Cache::count(const std::string& key) {
  for (std::size_t row = 0; row < kSketchRows; ++row) {
    auto& cell = sketch_[row][columnOf(key, row, kSketchColumns)];
    if (cell < kMostCounted) ++cell;
  }
  if (++counted_ < kAgeEvery) return;
  counted_ = 0;
  for (auto& row : sketch_)
    for (auto& cell : row) cell /= 2;
}

std::uint8_t L1Cache::wishes(const std::string& key) const {
  std::uint8_t least = kMostCounted;
  for (std::size_t row = 0; row < kSketchRows; ++row)
    least = std::min(least, sketch_[row][columnOf(key, row, kSketchColumns)]);
  return least;
}

std::size_t L1Cache::sizeBytes() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}
std::size_t L1Cache::size() const {
  const std::lock_guard lock(mutex_);
  return entries_.size();
}

}  // namespace aurigraph::connectors
