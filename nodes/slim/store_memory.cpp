// SlimStore: opening, what was seen, and keeping one answer.

#include <algorithm>

#include "nodes/slim/store_state.h"

namespace aurigraph::slim {
namespace {

constexpr int kHistoryValues = 30;

constexpr const char* kSchema = R"sql(
CREATE TABLE IF NOT EXISTS seen (
  id INTEGER PRIMARY KEY, record_id BLOB NOT NULL UNIQUE, kind INTEGER NOT NULL, source TEXT NOT NULL,
  asset_key TEXT NOT NULL, moment INTEGER, revision INTEGER NOT NULL, content BLOB NOT NULL,
  retrieved_at INTEGER NOT NULL, score INTEGER NOT NULL, band INTEGER NOT NULL, raw BLOB NOT NULL,
  explanation BLOB NOT NULL, joins INTEGER NOT NULL, accepted INTEGER NOT NULL, registry TEXT, series TEXT, first INTEGER, last INTEGER);
CREATE INDEX IF NOT EXISTS seen_key ON seen (kind, asset_key, source, moment);
CREATE INDEX IF NOT EXISTS seen_accepted ON seen (kind, asset_key) WHERE accepted;
CREATE INDEX IF NOT EXISTS seen_content ON seen (content);
CREATE INDEX IF NOT EXISTS seen_series ON seen (registry, series, first) WHERE series IS NOT NULL;
CREATE INDEX IF NOT EXISTS seen_band ON seen (band, id);
CREATE TABLE IF NOT EXISTS history (
  id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, asset_key TEXT NOT NULL, source TEXT NOT NULL, field TEXT NOT NULL,
  value TEXT NOT NULL, unit TEXT NOT NULL, retrieved_at INTEGER NOT NULL, day INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS history_key ON history (kind, asset_key, source, field, id);
CREATE TABLE IF NOT EXISTS refused (
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, at INTEGER NOT NULL, raw BLOB NOT NULL, place TEXT NOT NULL,
  code TEXT NOT NULL, message TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS queue (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, record_id BLOB NOT NULL UNIQUE, asset_key TEXT NOT NULL,
  asset_sequence INTEGER NOT NULL, state INTEGER NOT NULL, record BLOB NOT NULL, raw BLOB NOT NULL,
  expires_at INTEGER NOT NULL,
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

const wire::Quantity* quantityOf(const wire::Record& record, std::string_view name) {
  const wire::Field* field = record.find(name);
  return field == nullptr ? nullptr : std::get_if<wire::Quantity>(&field->value);
}

/// As SQLite's numbers hold them; nothing of a block whose numbers they do not hold.
std::optional<wire::SerialRange> serialsOf(const wire::Record& record) {
  auto out = quality::serialsOf(record);
  return out && out->last <= INT64_MAX ? out : std::nullopt;
}

/// The record's series and a field, as the first places of a query.
void bindSeries(SQLite::Statement& query, const wire::Record& record, std::string_view field) {
  query.bind(1, static_cast<int>(record.kind));
  query.bind(2, record.assetKey);
  query.bind(3, record.sourceId);
  query.bind(4, std::string(field));
}

/// The numbers of its first column, the last row first.
std::vector<Decimal> numbersOf(SQLite::Statement& query) {
  std::vector<Decimal> out;
  while (query.executeStep())
    if (const auto value = Decimal::parse(query.getColumn(0).getText())) out.push_back(*value);
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace

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
    const auto moment = record.moment();
    if (!moment) return std::optional<SeenRecord>();  // each asking is a moment of its own
    SQLite::Statement query(state_->database,
                            std::string("SELECT ") + kSeenColumns +
                                " FROM seen WHERE kind = ? AND asset_key = ? AND source = ? AND moment = ?"
                                " AND joins ORDER BY revision DESC, id LIMIT 1");
    query.bind(1, static_cast<int>(record.kind));
    query.bind(2, record.assetKey);
    query.bind(3, record.sourceId);
    query.bind(4, moment->value);
    if (!query.executeStep()) return std::optional<SeenRecord>();
    return std::optional<SeenRecord>(seenOf(query));
  });
}

Result<std::vector<Decimal>> SlimStore::history(const wire::Record& record, std::string_view field) {
  return state_->run([&]() -> Result<std::vector<Decimal>> {
    SQLite::Statement query(state_->database,
                            "SELECT value FROM history WHERE kind = ? AND asset_key = ? AND source = ? AND"
                            " field = ? ORDER BY id DESC LIMIT ?");
    bindSeries(query, record, field);
    query.bind(5, kHistoryValues);
    return numbersOf(query);
  });
}

Result<std::vector<Decimal>> SlimStore::lastOfDays(const wire::Record& record, std::string_view field) {
  return state_->run([&]() -> Result<std::vector<Decimal>> {
    SQLite::Statement query(
        state_->database,
        "SELECT value FROM history WHERE id IN (SELECT MAX(id) FROM history WHERE kind = ?"
        " AND asset_key = ? AND source = ? AND field = ? GROUP BY day)"
        " ORDER BY day DESC LIMIT ?");
    bindSeries(query, record, field);
    query.bind(5, kHistoryValues);
    return numbersOf(query);
  });
}

Result<std::optional<quality::Past::Word>> SlimStore::anothersWord(const wire::Record& record,
                                                                   std::string_view field) {
  using Word = quality::Past::Word;
  return state_->run([&]() -> Result<std::optional<Word>> {
    SQLite::Statement query(
        state_->database,
        "SELECT value, unit, retrieved_at FROM history WHERE id IN (SELECT MAX(id) FROM history WHERE kind = "
        "?"
        " AND asset_key = ? AND source <> ? AND field = ? GROUP BY source) ORDER BY retrieved_at DESC, id"
        " LIMIT 1");
    bindSeries(query, record, field);
    if (!query.executeStep()) return std::optional<Word>();
    const auto value = Decimal::parse(query.getColumn(0).getText());
    if (!value) return std::optional<Word>();
    return std::optional<Word>(Word{wire::Quantity{*value, query.getColumn(1).getText()},
                                    Nanoseconds(query.getColumn(2).getInt64())});
  });
}

Result<bool> SlimStore::isAccepted(wire::RecordKind kind, const std::string& assetKey) {
  return state_->run([&]() -> Result<bool> {
    SQLite::Statement query(state_->database,
                            "SELECT 1 FROM seen WHERE kind = ? AND asset_key = ? AND accepted LIMIT 1");
    query.bind(1, static_cast<int>(kind));
    query.bind(2, assetKey);
    return query.executeStep();
  });
}

Result<bool> SlimStore::serialsOverlap(const wire::Record& block, const wire::SerialRange& serials) {
  if (serials.first > INT64_MAX) return false;  // none of those is kept
  return state_->run([&]() -> Result<bool> {
    SQLite::Statement query(state_->database,
                            "SELECT 1 FROM seen WHERE registry = ? AND series = ? AND first <= ? AND last >="
                            " ? AND asset_key <> ? AND accepted LIMIT 1");
    query.bind(1, serials.registry);
    query.bind(2, serials.series);
    bindNumber(query, 3, std::min<std::uint64_t>(serials.last, INT64_MAX));
    bindNumber(query, 4, serials.first);
    query.bind(5, block.assetKey);
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

bool isAccepted(const KeptRecord& kept) {
  return kept.band == quality::Band::kAccept && kept.joins;
}

void insertSeen(SQLite::Database& database, const KeptRecord& kept) {
  const wire::Record& record = kept.record;
  SQLite::Statement insert(database,
                           "INSERT OR IGNORE INTO seen (record_id, kind, source, asset_key, moment, "
                           "revision, content, retrieved_at,"
                           " score, band, raw, explanation, joins, accepted, registry, series, first, last)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  bindBytes(insert, 1, record.id().view());
  insert.bind(2, static_cast<int>(record.kind));
  insert.bind(3, record.sourceId);
  insert.bind(4, record.assetKey);
  if (const auto moment = record.moment()) insert.bind(5, moment->value);
  bindNumber(insert, 6, record.revision);
  bindBytes(insert, 7, kept.content.view());
  insert.bind(8, record.retrievedAt.value);
  insert.bind(9, kept.score.value);
  insert.bind(10, static_cast<int>(kept.band));
  bindBytes(insert, 11, record.rawDigest.view());
  bindBytes(insert, 12, kept.explanation.view());
  insert.bind(13, kept.joins ? 1 : 0);
  insert.bind(14, isAccepted(kept) ? 1 : 0);
  if (const auto serials = serialsOf(record)) {
    insert.bind(15, serials->registry);
    insert.bind(16, serials->series);
    bindNumber(insert, 17, serials->first);
    bindNumber(insert, 18, serials->last);
  }
  insert.exec();
}

void insertHistory(SQLite::Database& database, const KeptRecord& kept) {
  if (!isAccepted(kept)) return;
  SQLite::Statement insert(
      database,
      "INSERT INTO history (kind, asset_key, source, field, value, unit, retrieved_at, day)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  // What stays: the newest values, and the last of each of the newest days.
  SQLite::Statement trim(
      database,
      "DELETE FROM history WHERE kind = ?1 AND asset_key = ?2 AND source = ?3 AND field = ?4 AND id NOT IN"
      " (SELECT id FROM history WHERE kind = ?1 AND asset_key = ?2 AND source = ?3 AND field = ?4"
      " ORDER BY id DESC LIMIT ?5) AND id NOT IN (SELECT MAX(id) FROM history WHERE kind = ?1 AND"
      " asset_key = ?2 AND source = ?3 AND field = ?4 GROUP BY day ORDER BY day DESC LIMIT ?5)");
  for (const std::string& field : kept.watched) {
    const auto* quantity = quantityOf(kept.record, field);
    if (quantity == nullptr) continue;
    bindSeries(insert, kept.record, field);
    insert.bind(5, quantity->value.toText());
    insert.bind(6, quantity->unit);
    insert.bind(7, kept.record.retrievedAt.value);
    insert.bind(8, quality::dayOf(kept.record));
    insert.exec();
    insert.reset();
    bindSeries(trim, kept.record, field);
    trim.bind(5, kHistoryValues);
    trim.exec();
    trim.reset();
  }
}

void insertQueued(SQLite::Database& database, const KeptRecord& kept) {
  SQLite::Statement insert(
      database,
      "INSERT OR IGNORE INTO queue (record_id, asset_key, asset_sequence, state, record, raw, expires_at)"
      " VALUES (?1, ?2, 1 + (SELECT COALESCE(MAX(asset_sequence), 0) FROM queue WHERE asset_key = ?2),"
      " ?3, ?4, ?5, ?6)");
  bindBytes(insert, 1, kept.record.id().view());
  insert.bind(2, kept.record.assetKey);
  insert.bind(3, static_cast<int>(ItemState::kQueued));
  bindBytes(insert, 4, wire::encode(kept.record));
  bindBytes(insert, 5, kept.record.rawDigest.view());
  insert.bind(6, kept.expiresAt.value);
  insert.exec();
}

}  // namespace

Status SlimStore::keep(std::span<const KeptRecord> records, std::span<const RefusedAnswer> refusals,
                       std::span<const Digest> leaves) {
  return state_->change([&] {
    for (const KeptRecord& kept : records) {
      insertSeen(state_->database, kept);
      insertHistory(state_->database, kept);
      insertQueued(state_->database, kept);
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
