// SlimStore: the channel's queue, the anchors and the batch under way.

#include <sqlite3.h>

#include <sstream>

#include "core/crypto/merkle.h"
#include "nodes/slim/store_state.h"

namespace aurigraph::slim {
namespace {

std::string joined(const std::vector<std::int64_t>& numbers) {
  std::string out;
  for (const auto number : numbers) out += std::to_string(number) + ' ';
  return out;
}
std::vector<std::int64_t> split(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::int64_t> out;
  for (std::int64_t number = 0; in >> number;) out.push_back(number);
  return out;
}

void setState(SQLite::Database& database, const char* table, const char* key, std::int64_t id,
              const ItemOutcome& outcome, Height height) {
  SQLite::Statement update(database, std::string("UPDATE ") + table +
                                         " SET state = ?, reason = ?, height = ? WHERE " + key + " = ?");
  update.bind(1, static_cast<int>(outcome.state));
  update.bind(2, outcome.reason);
  bindNumber(update, 3, outcome.state == ItemState::kApplied ? height.value : 0);
  update.bind(4, id);
  update.exec();
}

AnchorItem anchorOf(SQLite::Statement& row) {
  return {row.getColumn(0).getInt64(), Nanoseconds(row.getColumn(1).getInt64()),
          Nanoseconds(row.getColumn(2).getInt64()), static_cast<std::uint32_t>(row.getColumn(3).getInt64()),
          digestOf(row.getColumn(4))};
}

}  // namespace

std::string_view nameOf(ItemState state) {
  switch (state) {
    case ItemState::kQueued:
      return "QUEUED";
    case ItemState::kAdmitted:
      return "ADMITTED";
    case ItemState::kApplied:
      return "APPLIED";
    case ItemState::kExpired:
      return "EXPIRED";
    case ItemState::kDead:
      return "DEAD";
  }
  return "";
}

Result<std::vector<QueueItem>> SlimStore::nextQueued(std::size_t atMost, std::span<const std::string> notOf) {
  return state_->run([&]() -> Result<std::vector<QueueItem>> {
    std::string others;
    for (std::size_t at = 0; at < notOf.size(); ++at) others += at == 0 ? "?" : ", ?";
    SQLite::Statement query(
        state_->database,
        "SELECT queue.sequence, queue.record_id, queue.asset_key, queue.asset_sequence, queue.record,"
        " queue.raw, queue.expires_at, seen.source"
        " FROM queue JOIN seen ON seen.record_id = queue.record_id"
        " WHERE queue.state = ? AND seen.source NOT IN (" +
            others + ") ORDER BY queue.sequence LIMIT ?");
    int place = 0;
    query.bind(++place, static_cast<int>(ItemState::kQueued));
    for (const std::string& source : notOf) query.bind(++place, source);
    bindNumber(query, ++place, atMost);
    std::vector<QueueItem> out;
    while (query.executeStep()) {
      QueueItem item;
      item.sequence = query.getColumn(0).getInt64();
      item.recordId = digestOf(query.getColumn(1));
      item.assetKey = query.getColumn(2).getText();
      item.assetSequence = static_cast<std::uint64_t>(query.getColumn(3).getInt64());
      item.record = bytesOf(query.getColumn(4));
      item.rawDigest = digestOf(query.getColumn(5));
      item.expiresAt = Nanoseconds(query.getColumn(6).getInt64());
      item.source = query.getColumn(7).getText();
      out.push_back(std::move(item));
    }
    return out;
  });
}

Result<std::string> SlimStore::sourceOf(std::int64_t sequence) {
  return state_->run([&]() -> Result<std::string> {
    SQLite::Statement query(state_->database,
                            "SELECT seen.source FROM queue JOIN seen ON seen.record_id = queue.record_id"
                            " WHERE queue.sequence = ?");
    query.bind(1, sequence);
    return query.executeStep() ? std::string(query.getColumn(0).getText()) : std::string();
  });
}

Result<std::size_t> SlimStore::expire(Nanoseconds now) {
  return state_->run([&]() -> Result<std::size_t> {
    SQLite::Statement update(state_->database,
                             "UPDATE queue SET state = ?, reason = ? WHERE state = ? AND expires_at < ?");
    update.bind(1, static_cast<int>(ItemState::kExpired));
    update.bind(2, "It waited too long for the ledger.");
    update.bind(3, static_cast<int>(ItemState::kQueued));
    update.bind(4, now.value);
    return static_cast<std::size_t>(update.exec());
  });
}

Result<std::size_t> SlimStore::queuedCount() {
  return state_->run([&]() -> Result<std::size_t> {
    SQLite::Statement query(state_->database, "SELECT COUNT(*) FROM queue WHERE state IN (0, 1)");
    query.executeStep();
    return static_cast<std::size_t>(query.getColumn(0).getInt64());
  });
}

std::size_t SlimStore::cacheBytes() {
  const std::lock_guard lock(state_->mutex);
  int bytes = 0;
  int highest = 0;
  const int answer =
      sqlite3_db_status(state_->database.getHandle(), SQLITE_DBSTATUS_CACHE_USED, &bytes, &highest, 0);
  return answer == SQLITE_OK && bytes > 0 ? static_cast<std::size_t>(bytes) : 0;
}

Result<std::optional<ItemStatus>> SlimStore::statusOf(const Digest& recordId) {
  return state_->run([&]() -> Result<std::optional<ItemStatus>> {
    SQLite::Statement query(state_->database, "SELECT state, reason, height FROM queue WHERE record_id = ?");
    bindBytes(query, 1, recordId.view());
    if (!query.executeStep()) return std::optional<ItemStatus>();
    return std::optional<ItemStatus>(
        ItemStatus{static_cast<ItemState>(query.getColumn(0).getInt()), query.getColumn(1).getText(),
                   Height(static_cast<std::uint64_t>(query.getColumn(2).getInt64()))});
  });
}

Status SlimStore::cutAnchor(Nanoseconds now) {
  return state_->change([&] {
    SQLite::Statement query(state_->database, "SELECT leaf FROM leaves WHERE anchor IS NULL ORDER BY id");
    std::vector<Digest> hashes;
    while (query.executeStep()) hashes.push_back(crypto::leafHash(digestOf(query.getColumn(0)).view()));
    if (hashes.empty()) return;
    // Intervals follow each other without gap or overlap, whatever the clock does.
    SQLite::Statement last(state_->database, "SELECT COALESCE(MAX(until), 0) FROM anchors");
    last.executeStep();
    const std::int64_t previous = last.getColumn(0).getInt64();
    constexpr std::int64_t kFirstSpanNanos = 1'000'000'000;
    const std::int64_t since = previous == 0 ? now.value - kFirstSpanNanos : previous;
    if (now.value <= since) return;  // the clock went back: the leaves wait for it
    SQLite::Statement insert(
        state_->database,
        "INSERT INTO anchors (since, until, leaf_count, root, state) VALUES (?, ?, ?, ?, 0)");
    insert.bind(1, since);
    insert.bind(2, now.value);
    bindNumber(insert, 3, hashes.size());
    bindBytes(insert, 4, crypto::merkleRoot(hashes).view());
    insert.exec();
    SQLite::Statement mark(state_->database, "UPDATE leaves SET anchor = ? WHERE anchor IS NULL");
    mark.bind(1, state_->database.getLastInsertRowid());
    mark.exec();
  });
}

Result<std::vector<AnchorItem>> SlimStore::queuedAnchors(std::size_t atMost) {
  return state_->run([&]() -> Result<std::vector<AnchorItem>> {
    SQLite::Statement query(
        state_->database,
        "SELECT id, since, until, leaf_count, root FROM anchors WHERE state = 0 ORDER BY id LIMIT ?");
    bindNumber(query, 1, atMost);
    std::vector<AnchorItem> out;
    while (query.executeStep()) out.push_back(anchorOf(query));
    return out;
  });
}

Result<SlimStore::LeafProof> SlimStore::proveLeaf(const Digest& leaf) {
  return state_->run([&]() -> Result<LeafProof> {
    SQLite::Statement where(state_->database,
                            "SELECT anchor, id FROM leaves WHERE leaf = ? AND anchor IS NOT NULL LIMIT 1");
    bindBytes(where, 1, leaf.view());
    if (!where.executeStep())
      return fail("slim.unknown_leaf", "Nothing of this digest has been anchored by this node.",
                  "Wait a second if it is new, or ask the node that fetched it.");
    LeafProof out;
    const std::int64_t anchor = where.getColumn(0).getInt64();
    const std::int64_t id = where.getColumn(1).getInt64();
    SQLite::Statement head(state_->database,
                           "SELECT id, since, until, leaf_count, root FROM anchors WHERE id = ?");
    head.bind(1, anchor);
    head.executeStep();
    out.anchor = anchorOf(head);
    crypto::MerkleTree tree;
    SQLite::Statement leaves(state_->database, "SELECT id, leaf FROM leaves WHERE anchor = ? ORDER BY id");
    leaves.bind(1, anchor);
    while (leaves.executeStep()) {
      if (leaves.getColumn(0).getInt64() == id) out.index = tree.size();
      tree.append(crypto::leafHash(digestOf(leaves.getColumn(1)).view()));
    }
    out.path = tree.inclusionProof(out.index, tree.size());
    return out;
  });
}

Result<SlimStore::Session> SlimStore::session() {
  return state_->run([&]() -> Result<Session> {
    SQLite::Statement query(state_->database, "SELECT session, last FROM session");
    if (!query.executeStep()) return Session{};
    return Session{SessionNumber(static_cast<std::uint64_t>(query.getColumn(0).getInt64())),
                   RequestNumber(static_cast<std::uint64_t>(query.getColumn(1).getInt64()))};
  });
}

Status SlimStore::setSession(const Session& session) {
  return state_->change([&] {
    SQLite::Statement update(state_->database,
                             "INSERT OR REPLACE INTO session (only_one, session, last) VALUES (1, ?, ?)");
    bindNumber(update, 1, session.session.value);
    bindNumber(update, 2, session.last.value);
    update.exec();
  });
}

Result<std::optional<PendingBatch>> SlimStore::pending() {
  return state_->run([&]() -> Result<std::optional<PendingBatch>> {
    SQLite::Statement query(state_->database,
                            "SELECT bytes, session, request, valid_until, items, anchors FROM pending");
    if (!query.executeStep()) return std::optional<PendingBatch>();
    PendingBatch out;
    out.bytes = bytesOf(query.getColumn(0));
    out.session = SessionNumber(static_cast<std::uint64_t>(query.getColumn(1).getInt64()));
    out.request = RequestNumber(static_cast<std::uint64_t>(query.getColumn(2).getInt64()));
    out.validUntil = Nanoseconds(query.getColumn(3).getInt64());
    out.items = split(query.getColumn(4).getText());
    out.anchors = split(query.getColumn(5).getText());
    return std::optional<PendingBatch>(std::move(out));
  });
}

Status SlimStore::setPending(const PendingBatch& batch) {
  return state_->change([&] {
    SQLite::Statement insert(
        state_->database,
        "INSERT INTO pending (only_one, bytes, session, request, valid_until, items, anchors)"
        " VALUES (1, ?, ?, ?, ?, ?, ?)");
    bindBytes(insert, 1, batch.bytes);
    bindNumber(insert, 2, batch.session.value);
    bindNumber(insert, 3, batch.request.value);
    insert.bind(4, batch.validUntil.value);
    insert.bind(5, joined(batch.items));
    insert.bind(6, joined(batch.anchors));
    insert.exec();
    const ItemOutcome admitted{ItemState::kAdmitted, {}};
    for (const auto item : batch.items)
      setState(state_->database, "queue", "sequence", item, admitted, Height(0));
    for (const auto anchor : batch.anchors)
      setState(state_->database, "anchors", "id", anchor, admitted, Height(0));
  });
}

Status SlimStore::closePending(std::span<const ItemOutcome> outcomes, Height height, bool executed) {
  const auto batch = pending();
  if (!batch) return propagate(batch);
  if (!*batch || outcomes.size() != (*batch)->items.size() + (*batch)->anchors.size())
    return fail("slim.store_failed", "The answer does not belong to the batch under way.",
                "Report this as a defect.");
  return state_->change([&] {
    std::size_t at = 0;
    for (const auto item : (*batch)->items)
      setState(state_->database, "queue", "sequence", item, outcomes[at++], height);
    for (const auto anchor : (*batch)->anchors)
      setState(state_->database, "anchors", "id", anchor, outcomes[at++], height);
    state_->database.exec("DELETE FROM pending");
    if (!executed) return;
    SQLite::Statement update(state_->database,
                             "INSERT OR REPLACE INTO session (only_one, session, last) VALUES (1, ?, ?)");
    bindNumber(update, 1, (*batch)->session.value);
    bindNumber(update, 2, (*batch)->request.value);
    update.exec();
  });
}

}  // namespace aurigraph::slim
