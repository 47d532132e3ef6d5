#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <set>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/ledger/page_tree.h"
#include "core/ledger/rows.h"
#include "core/wire/row_proof.h"

namespace aurigraph::ledger {

/// An array that grows in chunks: addresses stay, no element is ever moved, growth costs one chunk.
template <class Item, std::size_t kPerChunk>
class Chunks {
 public:
  static_assert((kPerChunk & (kPerChunk - 1)) == 0);

  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] const Item& operator[](std::uint64_t at) const {
    return chunks_[at / kPerChunk][at % kPerChunk];
  }
  [[nodiscard]] Item& operator[](std::uint64_t at) { return chunks_[at / kPerChunk][at % kPerChunk]; }
  Item& push(Item item) {
    if (size_ == chunks_.size() * kPerChunk) chunks_.push_back(std::make_unique<Item[]>(kPerChunk));
    Item& place = (*this)[size_++];
    place = std::move(item);
    return place;
  }
  void pop() { (*this)[--size_] = Item(); }
  /// Forgets the items, keeps the memory.
  void clear() {
    if constexpr (std::is_trivially_copyable_v<Item>)
      size_ = 0;
    else
      while (size_ > 0) pop();
  }
  [[nodiscard]] std::size_t memoryBytes() const { return chunks_.size() * kPerChunk * sizeof(Item); }

 private:
  std::vector<std::unique_ptr<Item[]>> chunks_;
  std::uint64_t size_ = 0;
};

/// Gives `use` the row's canonical bytes; an account's are its own 64, without a copy.
template <class Row, class Use>
void withEncoding(const Row& row, Use use) {
  if constexpr (std::is_same_v<Row, AccountRow>)
    use(ByteView(reinterpret_cast<const std::uint8_t*>(&row), sizeof(row)));
  else
    use(ByteView(wire::encode(row)));
}

/// Rows that nobody needs any more leave the table; their slots are used again (DESIGN §4).
template <class Row>
concept IsLetGo = requires {
  requires Row::kLetGo;
};

/// One kind of row, by slot, and its indexes. Slot 0 is never a row: it is everybody's "none".
///
/// `add`, `put`, `mut` and `remove` are the only ways to change a row. They do, once and for all contracts,
/// what each would forget: the indexes, the dirty mark of the row's page, the page's image as of the last
/// checkpoint (proofs are as of that one) and the undo of linked chains. No contract owns a container of its
/// own (DESIGN §4).
template <class Row>
class Table {
 public:
  using Indexes = typename Row::Indexes;

  Table() {
    rows_.push(Row());
    pageMarks_.push_back(0);
  }

  [[nodiscard]] std::uint64_t size() const { return rows_.size(); }  ///< Slot 0 included.
  [[nodiscard]] bool has(std::uint64_t slot) const {
    if constexpr (IsLetGo<Row>)
      if (free_.contains(slot)) return false;
    return slot != 0 && slot < rows_.size();
  }
  [[nodiscard]] const Row& get(std::uint64_t slot) const { return rows_[slot]; }
  [[nodiscard]] const Row* find(std::uint64_t slot) const { return has(slot) ? &rows_[slot] : nullptr; }
  [[nodiscard]] std::uint64_t rowCount() const { return rows_.size() - 1 - free_.size(); }

  [[nodiscard]] const Indexes& indexes() const { return indexes_; }
  /// What the rows alone say the indexes must be.
  [[nodiscard]] Indexes rebuiltIndexes() const {
    Indexes out;
    for (std::uint64_t slot = 1; slot < rows_.size(); ++slot)
      if (has(slot)) out.each([&](auto& index) { index.add(slot, rows_[slot]); });
    return out;
  }

  /// To change what no index asks for; anything else is put().
  [[nodiscard]] Row& mut(std::uint64_t slot) {
    touchPage(slot / wire::kRowsPerPage);
    if (undoing_) [[unlikely]]
      undo_.emplace_back(slot, rows_[slot]);
    return rows_[slot];
  }

  void put(std::uint64_t slot, Row row) {
    AG_ASSERT(has(slot));
    Row& place = mut(slot);
    indexes_.each([&](auto& index) { index.change(slot, place, row); });
    place = std::move(row);
  }

  /// Into the lowest free slot, or behind the last; returns the slot.
  std::uint64_t add(Row row) {
    if (!free_.empty()) {
      AG_ASSERT(!undoing_);  // no row that is let go is made within a chain
      const std::uint64_t slot = *free_.begin();
      free_.erase(free_.begin());
      Row& place = mut(slot);
      place = std::move(row);
      indexes_.each([&](auto& index) { index.add(slot, place); });
      return slot;
    }
    const std::uint64_t slot = rows_.size();
    const std::uint64_t page = slot / wire::kRowsPerPage;
    if (page == pageMarks_.size()) pageMarks_.push_back(0);
    touchPage(page);
    const Row& added = rows_.push(std::move(row));
    indexes_.each([&](auto& index) { index.add(slot, added); });
    return slot;
  }

  /// What remains in the slot is a fresh row.
  void remove(std::uint64_t slot) requires IsLetGo<Row> {
    AG_ASSERT(has(slot) && !undoing_);
    Row& place = mut(slot);
    indexes_.each([&](auto& index) { index.remove(slot, place); });
    place = Row();
    free_.insert(slot);
  }

  void prefetch(std::uint64_t slot) const {
    if (slot < rows_.size()) __builtin_prefetch(&rows_[slot], 1);
  }

  // ---- linked chains: all or nothing ----

  void beginUndo() {
    undoing_ = true;
    sizeBefore_ = rows_.size();
  }
  void keep() {
    undoing_ = false;
    undo_.clear();
  }
  void rollBack() {
    for (auto at = undo_.rbegin(); at != undo_.rend(); ++at) {
      Row& row = rows_[at->first];
      indexes_.each([&](auto& index) { index.change(at->first, row, at->second); });
      row = std::move(at->second);
    }
    while (rows_.size() > sizeBefore_) {
      const std::uint64_t last = rows_.size() - 1;
      indexes_.each([&](auto& index) { index.remove(last, rows_[last]); });
      rows_.pop();
    }
    keep();
  }

  // ---- checkpoints ----

  [[nodiscard]] std::uint64_t touchedPages() const { return touched_.size(); }

  /// Hashes up to `pages` touched pages; true when none is left and the tree stands. `see(slot, before, now)`
  /// is told of their rows, where a row's past is kept.
  template <class See>
  bool hashPages(const wire::RowSalts& salts, std::size_t& pages, See see) {
    for (; hashed_ < touched_.size(); ++hashed_) {
      if (pages == 0) return false;
      --pages;
      hashPage(salts, touched_[hashed_], see);
    }
    tree_.update(dirtyPages_);
    dirtyPages_.clear();
    touched_.clear();
    hashed_ = 0;
    rowsAtCheckpoint_ = rows_.size();
    return true;
  }
  [[nodiscard]] Digest root() const { return wire::tableRoot(tree_.size(), tree_.root()); }

  /// The row as of the last checkpoint; null: there was none.
  [[nodiscard]] const Row* atCheckpoint(std::uint64_t slot) const {
    if (slot == 0 || slot >= rowsAtCheckpoint_) return nullptr;
    const std::uint32_t mark = pageMarks_[slot / wire::kRowsPerPage];
    if (mark == 0) return &rows_[slot];
    return &touched_[mark - 1].before[slot % wire::kRowsPerPage];
  }
  /// Proof of a row that was there at the last checkpoint. Table roots are the caller's.
  [[nodiscard]] wire::RowProof prove(std::uint64_t slot, const wire::RowSalts& salts) const {
    const Row* row = atCheckpoint(slot);
    AG_ASSERT(row != nullptr);
    wire::RowProof proof;
    proof.table = static_cast<std::uint16_t>(Row::kTable);
    proof.slot = slot;
    withEncoding(*row, [&](ByteView bytes) { proof.row = toBytes(bytes); });
    proof.salt = salts.of(Row::kTable, slot);
    proof.path = pathOf(slot, salts);
    return proof;
  }
  /// The way from a row's hash to the table's root, as of the last checkpoint.
  [[nodiscard]] wire::StatePath pathOf(std::uint64_t slot, const wire::RowSalts& salts) const {
    wire::StatePath path;
    const std::uint64_t first = slot / wire::kRowsPerPage * wire::kRowsPerPage;
    for (std::uint64_t at = first; at < first + wire::kRowsPerPage; ++at) {
      const Row* neighbour = atCheckpoint(at);
      path.pageRowHashes.push_back(neighbour == nullptr ? Digest{} : hashOf(salts, at, *neighbour));
    }
    path.pageCount = tree_.size();
    path.pagePath = tree_.path(slot / wire::kRowsPerPage);
    return path;
  }

  [[nodiscard]] std::size_t memoryBytes() const {
    return rows_.memoryBytes() + touched_.memoryBytes() + pageMarks_.capacity() * sizeof(std::uint32_t) +
           tree_.memoryBytes() + heapBytes_;
  }

 private:
  // Rows of a cache line by the thousand, large ones by the hundred: a chunk is some 256 KiB.
  static constexpr std::size_t kRowsPerChunk = sizeof(Row) <= 64 ? 4'096 : 256;
  struct NoRows {};
  struct Touched {
    std::uint64_t page = 0;
    // Only rows that proofs show need their past; the others' page is hashed as it is then.
    [[no_unique_address]] std::conditional_t<Row::kShownInProofs, std::array<Row, wire::kRowsPerPage>, NoRows>
        before;
  };

  void touchPage(std::uint64_t page) {
    if (pageMarks_[page] == 0) [[unlikely]]
      markPage(page);
  }

  void markPage(std::uint64_t page) {
    Touched touched;
    touched.page = page;
    if constexpr (Row::kShownInProofs) {
      const std::uint64_t first = page * wire::kRowsPerPage;
      const std::uint64_t end = std::min(first + wire::kRowsPerPage, rows_.size());
      for (std::uint64_t slot = first; slot < end; ++slot) touched.before[slot - first] = rows_[slot];
    }
    touched_.push(std::move(touched));
    pageMarks_[page] = static_cast<std::uint32_t>(touched_.size());
  }

  [[nodiscard]] Digest hashOf(const wire::RowSalts& salts, std::uint64_t slot, const Row& row) const {
    Digest out;
    withEncoding(
        row, [&](ByteView bytes) { out = wire::rowHash(Row::kTable, salts.of(Row::kTable, slot), bytes); });
    return out;
  }

  template <class See>
  void hashPage(const wire::RowSalts& salts, const Touched& touched, See& see) {
    const std::uint64_t page = touched.page;
    pageMarks_[page] = 0;
    const std::uint64_t first = page * wire::kRowsPerPage;
    if (first >= rows_.size()) return;  // a chain that was undone had opened it
    wire::PageHashes hashes;
    for (std::uint64_t slot = std::max<std::uint64_t>(first, 1);
         slot < std::min(first + wire::kRowsPerPage, rows_.size()); ++slot) {
      heapBytes_ += slot >= rowsAtCheckpoint_ ? heapBytesOf(rows_[slot]) : 0;
      hashes[slot - first] = hashOf(salts, slot, rows_[slot]);
      if constexpr (Row::kShownInProofs) see(slot, touched.before[slot - first], rows_[slot]);
    }
    tree_.set(page, wire::pageHash(hashes));
    dirtyPages_.push_back(page);
  }

  /// Memory of a row outside of its chunk, about.
  static std::size_t heapBytesOf(const Row& row) {
    if constexpr (std::is_trivially_copyable_v<Row>)
      return 0;
    else
      return wire::encode(row).size();
  }

  Chunks<Row, kRowsPerChunk> rows_;
  std::set<std::uint64_t> free_;  ///< Slots without a row, below the last one.
  Indexes indexes_;
  // Per page: 0 untouched since the last checkpoint, else 1 + its place in touched_.
  std::vector<std::uint32_t> pageMarks_;
  Chunks<Touched, 256> touched_;
  std::vector<std::uint64_t> dirtyPages_;
  std::uint64_t hashed_ = 0;
  std::uint64_t rowsAtCheckpoint_ = 0;
  PageTree tree_;
  std::size_t heapBytes_ = 0;  ///< Of rows with texts and lists, as they were when first hashed.

  bool undoing_ = false;
  std::uint64_t sizeBefore_ = 0;
  std::vector<std::pair<std::uint64_t, Row>> undo_;
};

}  // namespace aurigraph::ledger
