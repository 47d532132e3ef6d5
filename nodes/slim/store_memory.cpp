// SlimStore: opening, what was seen, and keeping one answer.

#include <algorithm>

#include "core/base/byte_io.h"
#include "core/crypto/sha256.h"
#include "nodes/slim/store_state.h"

namespace aurigraph::slim {
namespace {

constexpr int kHistoryValues = 30;

constexpr const char* kSchema = R"sql(
CREATE TABLE IF NOT EXISTS seen (
  id INTEGER PRIMARY KEY, record_id BLOB NOT NULL UNIQUE, kind INTEGER NOT NULL, source TEXT NOT NULL,
  asset_key TEXT NOT NULL, moment INTEGER NOT NULL, revision INTEGER NOT NULL, content BLOB NOT NULL,
  retrieved_at INTEGER NOT NULL, score INTEGER NOT NULL, band INTEGER NOT NULL, raw BLOB NOT NULL,
  explanation BLOB NOT NULL, record BLOB NOT NULL, series TEXT, first INTEGER, last INTEGER);
CREATE INDEX IF NOT EXISTS seen_key ON seen (kind, asset_key, source, moment);
CREATE INDEX IF NOT EXISTS seen_content ON seen (content);
CREATE INDEX IF NOT EXISTS seen_series ON seen (series, first) WHERE series IS NOT NULL;
CREATE INDEX IF NOT EXISTS seen_band ON seen (band, id);
CREATE TABLE IF NOT EXISTS history (
  id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, asset_key TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS history_key ON history (kind, asset_key, field, id);
CREATE TABLE IF NOT EXISTS refused (
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, at INTEGER NOT NULL, raw BLOB NOT NULL, place TEXT NOT NULL,
  code TEXT NOT NULL, message TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS queue (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, record_id BLOB NOT NULL UNIQUE, asset_key TEXT NOT NULL,
  asset_sequence INTEGER NOT NULL, state INTEGER NOT NULL, record BLOB NOT NULL, inputs BLOB NOT NULL,
  raw BLOB NOT NULL, explanation BLOB NOT NULL, score INTEGER NOT NULL, expires_at INTEGER NOT NULL,
  reason TEXT NOT NULL DEFAULT '', height INTEGER NOT NULL DEFAULT 0);
CREATE INDEX IF NOT EXISTS queue_state ON queue (state, sequence);
CREATE INDEX IF NOT EXISTS queue_asset ON queue (asset_key, asset_sequence);
CREATE TABLE IF NOT EXISTS leaves (
  id INTEGER PRIMARY KEY AUTOINCREMENT, leaf BLOB NOT NULL, anchor INTEGER);
CREATE INDEX IF NOT EXISTS leaves_anchor ON leaves (anchor, id);
CREATE INDEX IF NOT EXISTS leaves_leaf ON leaves (leaf);
CREATE TABLE IF NOT EXISTS anchors (
  id INTEGER PRIMARY KEY AUTOINCREMENT, since INTEGER NOT NULL, until INTEGER NOT NULL, leaf_count INTEGER NOT NULL,
  root BLOB NOT NULL, state INTEGER NOT NULL, reason TEXT NOT NULL DEFAULT '', height INTEGER NOT NULL DEFAULT 0);
CREATE INDEX IF NOT EXISTS anchors_state ON anchors (state, id);
CREATE TABLE IF NOT EXISTS session (only_one INTEGER PRIMARY KEY CHECK (only_one = 1), session INTEGER NOT NULL, last INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS pending (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1), bytes BLOB NOT NULL, session INTEGER NOT NULL, request INTEGER NOT NULL,
  valid_until INTEGER NOT NULL, items TEXT NOT NULL, anchors TEXT NOT NULL);
)sql";

/// The moment that a record speaks of; 0 where that is when we asked.
std::int64_t momentOf(const wire::Record& record) {
  return record.observedAt && *record.observedAt != record.retrievedAt ? record.observedAt->value : 0;
}

const wire::Quantity* quantityOf(const wire::Record& record, std::string_view name) {
  const wire::Field* field = record.find(name);
  return field == nullptr ? nullptr : std::get_if<wire::Quantity>(&field->value);
}

struct Serials {
  std::string series;
  std::int64_t first = 0;
  std::int64_t last = 0;
};
std::optional<Serials> serialsOf(const wire::Record& record) {
  if (record.kind != wire::RecordKind::kCarbonBlock) return std::nullopt;
  const auto* first = quantityOf(record, "first");
  const auto* last = quantityOf(record, "last");
  const wire::Field* series = record.find("series");
  const auto* name = series == nullptr ? nullptr : std::get_if<std::string>(&series->value);
  if (first == nullptr || last == nullptr || name == nullptr) return std::nullopt;
  const auto from = toUnits(first->value, 0);
  const auto to = toUnits(last->value, 0);
  if (!from || !to || *from < 0 || *to > INT64_MAX) return std::nullopt;
  return Serials{*name, static_cast<std::int64_t>(*from), static_cast<std::int64_t>(*to)};
}

}  // namespace

Digest contentOf(const wire::Record& record) {
  // The encoding of the same record without time and place of reading: canonical, so equal says equal.
  wire::Record said = record;
  if (momentOf(record) == 0) said.observedAt.reset();
  said.retrievedAt = Nanoseconds(0);
  said.rawDigest = Digest{};
  for (wire::Field& field : said.fields) field.pointer.clear();
  return crypto::taggedHash("aurigraph/slim-content/1", {wire::encode(said)});
}

Result<std::unique_ptr<SlimStore>> SlimStore::open(const std::filesystem::path& file) {
  try {
    auto state = std::make_unique<State>(file.string());
    state->database.setBusyTimeout(5'000);
    state->database.exec("PRAGMA journal_mode = WAL");
    state->database.exec("PRAGMA synchronous = FULL");
    state->database.exec(kSchema);
    return std::unique_ptr<SlimStore>(new SlimStore(std::move(state)));
  } catch (const std::exception& problem) {
    return fail("slim.store_failed",
                "The slim node's store " + file.string() + " cannot be opened: " + problem.what() + ".",
                "Choose a data folder that this user may write to.");
  }
}

SlimStore::SlimStore(std::unique_ptr<State> state) : state_(std::move(state)) {}
SlimStore::~SlimStore() = default;

Result<std::optional<SeenRecord>> SlimStore::sameContent(const Digest& content) {
  return state_->run([&]() -> Result<std::optional<SeenRecord>> {
    SQLite::Statement query(state_->database,
                            std::string("SELECT ") + kSeenColumns +
                                " FROM seen WHERE content = ? ORDER BY retrieved_at DESC, id DESC LIMIT 1");
    bindBytes(query, 1, content.view());
    if (!query.executeStep()) return std::optional<SeenRecord>();
    return std::optional<SeenRecord>(seenOf(query));
  });
}

Result<std::optional<SeenRecord>> SlimStore::sameMoment(const wire::Record& record) {
  return state_->run([&]() -> Result<std::optional<SeenRecord>> {
    if (momentOf(record) == 0) return std::optional<SeenRecord>();  // each asking is a moment of its own
    SQLite::Statement query(state_->database,
                            std::string("SELECT ") + kSeenColumns +
                                " FROM seen WHERE kind = ? AND asset_key = ? AND source = ? AND moment = ?"
                                " ORDER BY revision DESC, id DESC LIMIT 1");
    query.bind(1, static_cast<int>(record.kind));
    query.bind(2, record.assetKey);
    query.bind(3, record.sourceId);
    query.bind(4, momentOf(record));
    if (!query.executeStep()) return std::optional<SeenRecord>();
    return std::optional<SeenRecord>(seenOf(query));
  });
}

Result<std::optional<wire::Record>> SlimStore::latestAccepted(wire::RecordKind kind,
                                                              std::string_view assetKey,
                                                              std::string_view notFrom) {
  return state_->run([&]() -> Result<std::optional<wire::Record>> {
    SQLite::Statement query(
        state_->database,
        "SELECT record FROM seen WHERE kind = ? AND asset_key = ? AND source <> ? AND band = ?"
        " ORDER BY retrieved_at DESC, id DESC LIMIT 1");
    query.bind(1, static_cast<int>(kind));
    query.bind(2, std::string(assetKey));
    query.bind(3, std::string(notFrom));
    query.bind(4, static_cast<int>(quality::Band::kAccept));
    if (!query.executeStep()) return std::optional<wire::Record>();
    auto record = wire::decodeRecord(bytesOf(query.getColumn(0)));
    if (!record) return propagate(record);
    return std::optional<wire::Record>(std::move(*record));
  });
}

Result<std::vector<Decimal>> SlimStore::history(wire::RecordKind kind, std::string_view assetKey,
                                                std::string_view field) {
  return state_->run([&]() -> Result<std::vector<Decimal>> {
    SQLite::Statement query(
        state_->database,
        "SELECT value FROM history WHERE kind = ? AND asset_key = ? AND field = ? ORDER BY id DESC LIMIT ?");
    query.bind(1, static_cast<int>(kind));
    query.bind(2, std::string(assetKey));
    query.bind(3, std::string(field));
    query.bind(4, kHistoryValues);
    std::vector<Decimal> out;
    while (query.executeStep())
      if (const auto value = Decimal::parse(query.getColumn(0).getText())) out.push_back(*value);
    std::reverse(out.begin(), out.end());
    return out;
  });
}

Result<bool> SlimStore::serialsOverlap(std::string_view assetKey, std::string_view series,
                                       std::uint64_t first, std::uint64_t last) {
  return state_->run([&]() -> Result<bool> {
    SQLite::Statement query(state_->database,
                            "SELECT 1 FROM seen WHERE series = ? AND first <= ? AND last >= ? AND asset_key "
                            "<> ? AND band = ? LIMIT 1");
    query.bind(1, std::string(series));
    bindNumber(query, 2, last);
    bindNumber(query, 3, first);
    query.bind(4, std::string(assetKey));
    query.bind(5, static_cast<int>(quality::Band::kAccept));
    return query.executeStep();
  });
}

Result<std::vector<SeenRecord>> SlimStore::quarantine(std::size_t atMost) {
  return state_->run([&]() -> Result<std::vector<SeenRecord>> {
    SQLite::Statement query(state_->database, std::string("SELECT ") + kSeenColumns +
                                                  " FROM seen WHERE band = ? ORDER BY id DESC LIMIT ?");
    query.bind(1, static_cast<int>(quality::Band::kReject));
    bindNumber(query, 2, atMost);
    std::vector<SeenRecord> out;
    while (query.executeStep()) out.push_back(seenOf(query));
    return out;
  });
}

Result<std::vector<RefusedAnswer>> SlimStore::refusals(std::size_t atMost) {
  return state_->run([&]() -> Result<std::vector<RefusedAnswer>> {
    SQLite::Statement query(
        state_->database,
        "SELECT source, at, raw, place, code, message FROM refused ORDER BY id DESC LIMIT ?");
    bindNumber(query, 1, atMost);
    std::vector<RefusedAnswer> out;
    while (query.executeStep())
      out.push_back({query.getColumn(0).getText(), Nanoseconds(query.getColumn(1).getInt64()),
                     digestOf(query.getColumn(2)), query.getColumn(3).getText(), query.getColumn(4).getText(),
                     query.getColumn(5).getText()});
    return out;
  });
}

namespace {

void insertSeen(SQLite::Database& database, const KeptRecord& kept, const Bytes& encoded) {
  const wire::Record& record = kept.record;
  SQLite::Statement insert(database,
                           "INSERT OR IGNORE INTO seen (record_id, kind, source, asset_key, moment, "
                           "revision, content, retrieved_at,"
                           " score, band, raw, explanation, record, series, first, last)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  bindBytes(insert, 1, record.id().view());
  insert.bind(2, static_cast<int>(record.kind));
  insert.bind(3, record.sourceId);
  insert.bind(4, record.assetKey);
  insert.bind(5, momentOf(record));
  bindNumber(insert, 6, record.revision);
  bindBytes(insert, 7, kept.content.view());
  insert.bind(8, record.retrievedAt.value);
  insert.bind(9, kept.score.value);
  insert.bind(10, static_cast<int>(kept.band));
  bindBytes(insert, 11, record.rawDigest.view());
  bindBytes(insert, 12, kept.explanation.view());
  bindBytes(insert, 13, encoded);
  if (const auto serials = serialsOf(record)) {
    insert.bind(14, serials->series);
    insert.bind(15, serials->first);
    insert.bind(16, serials->last);
  }
  insert.exec();
}

void insertHistory(SQLite::Database& database, const KeptRecord& kept) {
  if (kept.band != quality::Band::kAccept) return;
  SQLite::Statement insert(database,
                           "INSERT INTO history (kind, asset_key, field, value) VALUES (?, ?, ?, ?)");
  SQLite::Statement trim(
      database,
      "DELETE FROM history WHERE kind = ?1 AND asset_key = ?2 AND field = ?3 AND id NOT IN (SELECT id FROM"
      " history WHERE kind = ?1 AND asset_key = ?2 AND field = ?3 ORDER BY id DESC LIMIT ?4)");
  for (const std::string& field : kept.watched) {
    const auto* quantity = quantityOf(kept.record, field);
    if (quantity == nullptr) continue;
    for (SQLite::Statement* statement : {&insert, &trim}) {
      statement->bind(1, static_cast<int>(kept.record.kind));
      statement->bind(2, kept.record.assetKey);
      statement->bind(3, field);
    }
    insert.bind(4, quantity->value.toText());
    trim.bind(4, kHistoryValues);
    insert.exec();
    insert.reset();
    trim.exec();
    trim.reset();
  }
}

void insertQueued(SQLite::Database& database, const KeptRecord& kept, const Bytes& encoded) {
  SQLite::Statement insert(
      database,
      "INSERT OR IGNORE INTO queue (record_id, asset_key, asset_sequence, state, record, inputs, raw,"
      " explanation, score, expires_at) VALUES (?1, ?2, 1 + (SELECT COALESCE(MAX(asset_sequence), 0) FROM"
      " queue WHERE asset_key = ?2), ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
  bindBytes(insert, 1, kept.record.id().view());
  insert.bind(2, kept.record.assetKey);
  insert.bind(3, static_cast<int>(ItemState::kQueued));
  bindBytes(insert, 4, encoded);
  bindBytes(insert, 5, wire::encode(kept.inputs));
  bindBytes(insert, 6, kept.record.rawDigest.view());
  bindBytes(insert, 7, kept.explanation.view());
  insert.bind(8, kept.score.value);
  insert.bind(9, kept.expiresAt.value);
  insert.exec();
}

}  // namespace

Status SlimStore::keep(std::span<const KeptRecord> records, std::span<const RefusedAnswer> refusals,
                       std::span<const Digest> leaves) {
  return state_->change([&] {
    for (const KeptRecord& kept : records) {
      const Bytes encoded = wire::encode(kept.record);
      insertSeen(state_->database, kept, encoded);
      insertHistory(state_->database, kept);
      insertQueued(state_->database, kept, encoded);
    }
    SQLite::Statement refuse(
        state_->database,
        "INSERT INTO refused (source, at, raw, place, code, message) VALUES (?, ?, ?, ?, ?, ?)");
    for (const RefusedAnswer& refusal : refusals) {
      refuse.bind(1, refusal.source);
      refuse.bind(2, refusal.at.value);
      bindBytes(refuse, 3, refusal.rawDigest.view());
      refuse.bind(4, refusal.place);
      refuse.bind(5, refusal.code);
      refuse.bind(6, refusal.message);
      refuse.exec();
      refuse.reset();
    }
    SQLite::Statement leaf(state_->database, "INSERT INTO leaves (leaf) VALUES (?)");
    for (const Digest& digest : leaves) {
      bindBytes(leaf, 1, digest.view());
      leaf.exec();
      leaf.reset();
    }
  });
}

}  // namespace aurigraph::slim
