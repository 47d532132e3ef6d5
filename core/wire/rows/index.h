#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "core/base/assert.h"

/// What finds a table's rows by what they say. An index follows from the rows alone: it is not hashed, not
/// sent, and whoever reads a table from elsewhere rebuilds it (ledger::Table). Each is told of a row that is
/// added, removed, or changed from one value to another. `kKey`: a member of the row or a function of it.
namespace aurigraph::wire::index {

template <class>
struct Asked;
template <class Row_, class Key_>
struct Asked<Key_ Row_::*> {
  using Row = Row_;
  using Key = Key_;
};
template <class Row_, class Key_>
struct Asked<Key_ (*)(const Row_&)> {
  using Row = Row_;
  using Key = Key_;
};
template <auto kKey>
using RowOf = typename Asked<decltype(kKey)>::Row;
template <auto kKey>
using KeyOf = typename Asked<decltype(kKey)>::Key;

/// At most one row of each key: whoever adds one has asked. A second one is not found.
template <auto kKey, template <class...> class Map, class... Order>
class One {
 public:
  using Row = RowOf<kKey>;

  void add(std::uint64_t slot, const Row& row) { slots_.emplace(std::invoke(kKey, row), slot); }
  void remove(std::uint64_t slot, const Row& row) {
    const auto at = slots_.find(std::invoke(kKey, row));
    if (at != slots_.end() && at->second == slot) slots_.erase(at);
  }
  void change(std::uint64_t slot, const Row& before, const Row& after) {
    if (std::invoke(kKey, before) == std::invoke(kKey, after)) return;
    remove(slot, before);
    add(slot, after);
  }
  bool operator==(const One&) const = default;

  /// 0: no row of that key.
  template <class Wanted>
  [[nodiscard]] std::uint64_t slotOf(const Wanted& key) const {
    const auto at = slots_.find(key);
    return at == slots_.end() ? 0 : at->second;
  }
  template <class Wanted>
  [[nodiscard]] bool contains(const Wanted& key) const {
    return slots_.contains(key);
  }

 private:
  Map<KeyOf<kKey>, std::uint64_t, Order...> slots_;
};
template <auto kKey>
using Unique = One<kKey, std::map, std::less<>>;
/// The same for keys that are many and small: faster, and never walked.
template <auto kKey>
using UniqueHashed = One<kKey, std::unordered_map>;

template <class>
inline constexpr bool kIsOptional = false;
template <class T>
inline constexpr bool kIsOptional<std::optional<T>> = true;

/// The rows of each key, ascending by slot. Of a key that may be nothing, those that have one.
template <auto kKey>
class Grouped {
 public:
  using Row = RowOf<kKey>;

  void add(std::uint64_t slot, const Row& row) {
    const auto key = std::invoke(kKey, row);
    if constexpr (kIsOptional<KeyOf<kKey>>)
      if (!key) return;
    auto& group = groups_[key];
    group.insert(std::ranges::lower_bound(group, slot), slot);
  }
  void remove(std::uint64_t slot, const Row& row) {
    const auto key = std::invoke(kKey, row);
    if constexpr (kIsOptional<KeyOf<kKey>>)
      if (!key) return;
    const auto at = groups_.find(key);
    AG_ASSERT(at != groups_.end());
    at->second.erase(std::ranges::lower_bound(at->second, slot));
    if (at->second.empty()) groups_.erase(at);
  }
  void change(std::uint64_t slot, const Row& before, const Row& after) {
    if (std::invoke(kKey, before) == std::invoke(kKey, after)) return;
    remove(slot, before);
    add(slot, after);
  }
  bool operator==(const Grouped&) const = default;

  [[nodiscard]] const std::vector<std::uint64_t>& of(const KeyOf<kKey>& key) const {
    static const std::vector<std::uint64_t> kNone;
    const auto at = groups_.find(key);
    return at == groups_.end() ? kNone : at->second;
  }

 private:
  std::map<KeyOf<kKey>, std::vector<std::uint64_t>> groups_;
};

/// The rows of which something is true, ascending by slot.
template <auto kIs>
class Where {
 public:
  using Row = RowOf<kIs>;

  void add(std::uint64_t slot, const Row& row) {
    if (kIs(row)) slots_.insert(slot);
  }
  void remove(std::uint64_t slot, const Row&) { slots_.erase(slot); }
  void change(std::uint64_t slot, const Row&, const Row& after) {
    if (kIs(after))
      slots_.insert(slot);
    else
      slots_.erase(slot);
  }
  bool operator==(const Where&) const = default;

  [[nodiscard]] const std::set<std::uint64_t>& all() const { return slots_; }

 private:
  std::set<std::uint64_t> slots_;
};

/// How many rows there are of each key.
template <auto kKey>
class Counted {
 public:
  using Row = RowOf<kKey>;

  void add(std::uint64_t, const Row& row) { ++counts_[std::invoke(kKey, row)]; }
  void remove(std::uint64_t, const Row& row) {
    const auto at = counts_.find(std::invoke(kKey, row));
    AG_ASSERT(at != counts_.end());
    if (--at->second == 0) counts_.erase(at);
  }
  void change(std::uint64_t slot, const Row& before, const Row& after) {
    remove(slot, before);
    add(slot, after);
  }
  bool operator==(const Counted&) const = default;

  [[nodiscard]] std::uint64_t of(const KeyOf<kKey>& key) const {
    const auto at = counts_.find(key);
    return at == counts_.end() ? 0 : at->second;
  }

 private:
  std::map<KeyOf<kKey>, std::uint64_t> counts_;
};

/// One member of every row side by side, for whoever asks it of wide rows all the time.
template <auto kMember>
class Column {
 public:
  using Row = RowOf<kMember>;

  void add(std::uint64_t slot, const Row& row) {
    if (values_.size() <= slot) values_.resize(slot + 1);
    values_[slot] = std::invoke(kMember, row);
  }
  void remove(std::uint64_t slot, const Row&) {
    values_[slot] = {};
    if (slot + 1 == values_.size()) values_.pop_back();
  }
  void change(std::uint64_t slot, const Row&, const Row& after) {
    values_[slot] = std::invoke(kMember, after);
  }
  bool operator==(const Column&) const = default;

  /// Requires a row in `slot`.
  [[nodiscard]] const KeyOf<kMember>& at(std::uint64_t slot) const { return values_[slot]; }

 private:
  std::vector<KeyOf<kMember>> values_;
};

}  // namespace aurigraph::wire::index
