#include <SQLiteCpp/SQLiteCpp.h>

#include <mutex>

#include "core/base/decimal.h"
#include "nodes/projection/projection_store.h"
#include "nodes/projection/sqlite_columns.h"
#include "nodes/projection/sqlite_identities.h"
#include "nodes/projection/sqlite_records.h"
#include "nodes/projection/sqlite_schema.h"

namespace aurigraph::projection {

namespace {

using SQLite::Statement;

// The stream can be resumed over this many blocks; whoever was away longer reads the lists anew.
constexpr std::uint64_t kEventBlocksKept = 100'000;

auto unusable(const std::exception& error) {
  return fail("projection.unusable", std::string("The read models cannot be used: ") + error.what() + ".",
              "Check disk space; the file may be deleted, it is rebuilt from the chain.");
}

BlockRow blockFrom(Statement& row) {
  return {.height = Height(numberOf(row.getColumn(0))),
          .hash = fixedOf<Digest>(row.getColumn(1)),
          .time = Nanoseconds(row.getColumn(2).getInt64()),
          .term = Term(numberOf(row.getColumn(3))),
          .batches = row.getColumn(4).getUInt(),
          .operations = numberOf(row.getColumn(5)),
          .failed = numberOf(row.getColumn(6))};
}

BatchRow batchFrom(Statement& row) {
  BatchRow out{.digest = fixedOf<Digest>(row.getColumn(0)),
               .height = Height(numberOf(row.getColumn(1))),
               .position = row.getColumn(2).getUInt(),
               .author = fixedOf<PublicKey>(row.getColumn(3)),
               .session = SessionNumber(numberOf(row.getColumn(4))),
               .request = RequestNumber(numberOf(row.getColumn(5))),
               .kind = static_cast<wire::BatchKind>(row.getColumn(6).getUInt()),
               .result = {}};
  if (auto result = wire::decodeBatchResult(viewOf(row.getColumn(7)))) out.result = std::move(*result);
  return out;
}

constexpr const char* kBatchColumns = "digest,height,position,author,session,request,kind,result";

class SqliteStore : public ProjectionStore {
 public:
  explicit SqliteStore(const std::filesystem::path& file)
      : writer_(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_FULLMUTEX, 5'000) {
    // The chain is the truth: a power cut may cost the last rows, they come again.
    writer_.exec("PRAGMA journal_mode=WAL");
    writer_.exec("PRAGMA synchronous=NORMAL");
    writer_.exec(kSqliteMeta);
    reader_ = std::make_unique<SQLite::Database>(file.string(),
                                                 SQLite::OPEN_READONLY | SQLite::OPEN_FULLMUTEX, 5'000);
  }

  Status begin(const wire::Genesis& genesis) {
    const auto digest = genesis.digest();
    SQLite::Transaction transaction(writer_);
    if (const auto known = genesisOf(); !known) {
      Statement insert(writer_, "INSERT INTO meta VALUES ('genesis', ?)");
      bindFixed(insert, 1, digest);
      insert.exec();
    } else if (*known != digest) {
      return fail("projection.other_cluster", "The read models in this folder belong to another cluster.",
                  "Give this cluster a data folder of its own.");
    }
    if (count("PRAGMA user_version") != kSqliteSchemaVersion) {
      dropRows();
      writer_.exec(kSqliteSchema);
      writer_.exec("PRAGMA user_version=" + std::to_string(kSqliteSchemaVersion));
      std::uint32_t id = 0;
      for (const auto& identity : genesis.identities)
        insertIdentity(writer_, {.id = IdentityId(++id),
                                 .name = identity.name,
                                 .organisation = identity.organisation,
                                 .keys = {identity.key},
                                 .roles = identity.roles,
                                 .since = Height(0),
                                 .blocked = {}});
    }
    transaction.commit();
    height_ = Height(count("SELECT coalesce(max(height),0) FROM blocks"));
    return {};
  }

  Height height() const override {
    const std::lock_guard lock(stateMutex_);
    return height_;
  }

  Status add(const BlockRows& rows) override;
  Status add(const wire::Certificate& certificate) override;

  Result<Page<IdentityEntry>> identities(std::uint64_t after, std::size_t limit) override {
    return read([&] { return readIdentities(*reader_, after, limit); });
  }

  Result<Page<AccountEntry>> accountsOf(IdentityId identity, std::uint64_t after,
                                        std::size_t limit) override {
    return page<AccountEntry>(
        "SELECT identity,token,since FROM accounts WHERE token>? AND identity=" +
            std::to_string(identity.value) + " ORDER BY token LIMIT ?",
        after, limit,
        [](Statement& row) {
          return AccountEntry{IdentityId(row.getColumn(0).getUInt()), TokenId(row.getColumn(1).getUInt()),
                              Height(numberOf(row.getColumn(2)))};
        },
        [](const AccountEntry& entry) { return entry.token.value; });
  }

  Result<Page<TokenEntry>> tokens(std::uint64_t after, std::size_t limit) override {
    return page<TokenEntry>(
        "SELECT id,symbol,name,asset,issuer,decimals,supply,issued_at FROM tokens WHERE id>? ORDER BY id "
        "LIMIT ?",
        after, limit,
        [](Statement& row) {
          return TokenEntry{.id = TokenId(row.getColumn(0).getUInt()),
                            .symbol = row.getColumn(1).getString(),
                            .name = row.getColumn(2).getString(),
                            .asset = AssetId(numberOf(row.getColumn(3))),
                            .issuer = IdentityId(row.getColumn(4).getUInt()),
                            .decimals = static_cast<std::uint8_t>(row.getColumn(5).getUInt()),
                            .supply = parseU128(row.getColumn(6).getString()).value_or(0),
                            .issuedAt = Height(numberOf(row.getColumn(7)))};
        },
        [](const TokenEntry& entry) { return entry.id.value; });
  }

  Result<Page<AssetEntry>> assets(std::uint64_t after, std::size_t limit) override {
    return page<AssetEntry>(
        "SELECT id,asset_key,name,template,issuer,token,registered_at FROM assets WHERE id>? ORDER BY id "
        "LIMIT ?",
        after, limit,
        [](Statement& row) {
          return AssetEntry{.id = AssetId(numberOf(row.getColumn(0))),
                            .assetKey = row.getColumn(1).getString(),
                            .name = row.getColumn(2).getString(),
                            .assetTemplate = static_cast<wire::AssetTemplate>(row.getColumn(3).getUInt()),
                            .issuer = IdentityId(row.getColumn(4).getUInt()),
                            .token = TokenId(row.getColumn(5).getUInt()),
                            .registeredAt = Height(numberOf(row.getColumn(6)))};
        },
        [](const AssetEntry& entry) { return entry.id.value; });
  }

  Result<Page<RecordEntry>> records(const RecordFilter& filter, std::uint64_t before,
                                    std::size_t limit) override {
    return read([&] { return readRecords(*reader_, filter, before, limit); });
  }
  Result<std::optional<RecordEntry>> record(const Digest& id) override {
    return read([&] { return readRecord(*reader_, id); });
  }
  Result<std::optional<AssetId>> assetOf(const Digest& record) override {
    return read([&] { return readAssetOf(*reader_, record); });
  }
  Result<Page<BlockRow>> blocks(std::uint64_t before, std::size_t limit) override {
    return page<BlockRow>(
        "SELECT height,hash,time,term,batches,operations,failed FROM blocks WHERE height<? ORDER BY height "
        "DESC "
        "LIMIT ?",
        before == 0 ? INT64_MAX : before, limit, blockFrom,
        [](const BlockRow& row) { return row.height.value; });
  }

  Result<std::optional<BlockRow>> block(Height height) override {
    return read([&]() -> std::optional<BlockRow> {
      Statement query(*reader_,
                      "SELECT height,hash,time,term,batches,operations,failed FROM blocks WHERE height=?");
      bindNumber(query, 1, height.value);
      if (!query.executeStep()) return std::nullopt;
      return blockFrom(query);
    });
  }

  Result<std::vector<BatchRow>> batchesOf(Height height) override {
    return read([&] {
      Statement query(*reader_, std::string("SELECT ") + kBatchColumns +
                                    " FROM batches WHERE height=? ORDER BY position");
      bindNumber(query, 1, height.value);
      std::vector<BatchRow> out;
      while (query.executeStep()) out.push_back(batchFrom(query));
      return out;
    });
  }

  // The same signed bytes may lie in two blocks (a retry across leaders); the first one was executed.
  Result<std::optional<BatchRow>> batch(const Digest& digest) override {
    return read([&]() -> std::optional<BatchRow> {
      Statement query(*reader_, std::string("SELECT ") + kBatchColumns +
                                    " FROM batches WHERE digest=? ORDER BY height, position LIMIT 1");
      bindFixed(query, 1, digest);
      if (!query.executeStep()) return std::nullopt;
      return batchFrom(query);
    });
  }

  Result<std::optional<IdentityId>> identityOf(const PublicKey& key) override {
    return read([&] { return readOwner(*reader_, key); });
  }

  Result<std::optional<wire::Certificate>> latestCertificate() override {
    return certificate("SELECT bytes FROM certificates ORDER BY height DESC LIMIT 1", 0);
  }
  Result<std::optional<wire::Certificate>> certificateOf(Height checkpoint) override {
    return certificate("SELECT bytes FROM certificates WHERE checkpoint=?", checkpoint.value);
  }
  Result<std::optional<wire::Certificate>> certificateCovering(Height height) override {
    return certificate("SELECT bytes FROM certificates WHERE height>=? ORDER BY height LIMIT 1",
                       height.value);
  }

  Result<std::vector<EventRow>> eventsAfter(Height height, std::uint32_t index, std::size_t limit) override {
    return read([&] {
      Statement query(
          *reader_,
          "SELECT height,idx,topic,data FROM events WHERE (height,idx)>(?,?) ORDER BY height,idx LIMIT ?");
      bindNumber(query, 1, height.value);
      bindNumber(query, 2, index);
      bindNumber(query, 3, limit);
      std::vector<EventRow> out;
      while (query.executeStep())
        out.push_back({Height(numberOf(query.getColumn(0))), query.getColumn(1).getUInt(),
                       query.getColumn(2).getString(), query.getColumn(3).getString()});
      return out;
    });
  }

 private:
  std::uint64_t count(const char* sql) {
    Statement query(writer_, sql);
    query.executeStep();
    return numberOf(query.getColumn(0));
  }

  std::optional<Digest> genesisOf() {
    Statement known(writer_, "SELECT value FROM meta WHERE name='genesis'");
    if (!known.executeStep()) return std::nullopt;
    return fixedOf<Digest>(known.getColumn(0));
  }

  // Rows of another version of the schema: the chain brings them again, in today's form.
  void dropRows() {
    std::vector<std::string> tables;
    {
      Statement names(writer_, "SELECT name FROM sqlite_master WHERE type='table' AND name<>'meta'");
      while (names.executeStep()) tables.push_back(names.getColumn(0).getString());
    }
    for (const auto& table : tables) writer_.exec("DROP TABLE \"" + table + "\"");
  }

  void insertBatches(const BlockRows& rows);
  void insertEntries(const BlockRows& rows);
  void insertEvents(const BlockRows& rows);

  template <class Work>
  auto read(Work work) -> Result<decltype(work())> {
    const std::lock_guard lock(readMutex_);
    try {
      return work();
    } catch (const std::exception& error) {
      return unusable(error);
    }
  }

  template <class Row, class From, class Key>
  Result<Page<Row>> page(const std::string& sql, std::uint64_t bound, std::size_t limit, From from, Key key) {
    return read([&] {
      Statement query(*reader_, sql);
      bindNumber(query, 1, bound);
      bindNumber(query, 2, limit + 1);
      return collectPage<Row>(query, limit, from, key);
    });
  }

  Result<std::optional<wire::Certificate>> certificate(const char* sql, std::uint64_t checkpoint) {
    return read([&]() -> std::optional<wire::Certificate> {
      Statement query(*reader_, sql);
      if (query.getBindParameterCount() == 1) bindNumber(query, 1, checkpoint);
      if (!query.executeStep()) return std::nullopt;
      auto decoded = wire::decodeCertificate(viewOf(query.getColumn(0)));
      if (!decoded) return std::nullopt;
      return std::move(*decoded);
    });
  }

  SQLite::Database writer_;
  std::unique_ptr<SQLite::Database> reader_;
  std::mutex readMutex_;           // one statement at a time on the reading connection
  mutable std::mutex stateMutex_;  // guards height_
  Height height_;
};

Status SqliteStore::add(const BlockRows& rows) {
  if (rows.block.height != height().next())
    return fail("projection.gap",
                "Block " + std::to_string(rows.block.height.value) + " came after " +
                    std::to_string(height().value) + ".",
                "Feed the blocks in order from the log.");
  try {
    SQLite::Transaction transaction(writer_);
    const auto& block = rows.block;
    Statement insert(writer_, "INSERT INTO blocks VALUES (?,?,?,?,?,?,?)");
    bindNumber(insert, 1, block.height.value);
    bindFixed(insert, 2, block.hash);
    insert.bind(3, block.time.value);
    bindNumber(insert, 4, block.term.value);
    bindNumber(insert, 5, block.batches);
    bindNumber(insert, 6, block.operations);
    bindNumber(insert, 7, block.failed);
    insert.exec();
    insertBatches(rows);
    changeIdentities(writer_, rows);
    insertEntries(rows);
    insertRecords(writer_, rows);
    insertEvents(rows);
    transaction.commit();
  } catch (const std::exception& error) {
    return unusable(error);
  }
  const std::lock_guard lock(stateMutex_);
  height_ = rows.block.height;
  return {};
}

void SqliteStore::insertBatches(const BlockRows& rows) {
  Statement insert(writer_, "INSERT INTO batches VALUES (?,?,?,?,?,?,?,?)");
  for (const auto& row : rows.batches) {
    bindFixed(insert, 1, row.digest);
    bindNumber(insert, 2, row.height.value);
    bindNumber(insert, 3, row.position);
    bindFixed(insert, 4, row.author);
    bindNumber(insert, 5, row.session.value);
    bindNumber(insert, 6, row.request.value);
    bindNumber(insert, 7, static_cast<std::uint64_t>(row.kind));
    const auto result = wire::encode(row.result);
    insert.bind(8, result.data(), static_cast<int>(result.size()));
    insert.exec();
    insert.reset();
  }
}

void SqliteStore::insertEntries(const BlockRows& rows) {
  for (const auto& row : rows.accounts) {
    Statement insert(writer_, "INSERT OR IGNORE INTO accounts VALUES (?,?,?)");
    bindNumber(insert, 1, row.identity.value);
    bindNumber(insert, 2, row.token.value);
    bindNumber(insert, 3, row.since.value);
    insert.exec();
  }
  for (const auto& row : rows.assets) {
    Statement insert(writer_, "INSERT INTO assets VALUES (?,?,?,?,?,?,?)");
    bindNumber(insert, 1, row.id.value);
    insert.bind(2, row.assetKey);
    insert.bind(3, row.name);
    bindNumber(insert, 4, static_cast<std::uint64_t>(row.assetTemplate));
    bindNumber(insert, 5, row.issuer.value);
    bindNumber(insert, 6, row.token.value);
    bindNumber(insert, 7, row.registeredAt.value);
    insert.exec();
  }
  for (const auto& row : rows.tokens) {
    Statement insert(writer_, "INSERT INTO tokens VALUES (?,?,?,?,?,?,?,?)");
    bindNumber(insert, 1, row.id.value);
    insert.bind(2, row.symbol);
    insert.bind(3, row.name);
    bindNumber(insert, 4, row.asset.value);
    bindNumber(insert, 5, row.issuer.value);
    bindNumber(insert, 6, row.decimals);
    insert.bind(7, toText(row.supply));
    bindNumber(insert, 8, row.issuedAt.value);
    insert.exec();
    Statement link(writer_, "UPDATE assets SET token=? WHERE id=?");
    bindNumber(link, 1, row.id.value);
    bindNumber(link, 2, row.asset.value);
    link.exec();
  }
}

void SqliteStore::insertEvents(const BlockRows& rows) {
  Statement insert(writer_, "INSERT INTO events VALUES (?,?,?,?)");
  for (const auto& row : rows.events) {
    bindNumber(insert, 1, row.height.value);
    bindNumber(insert, 2, row.index);
    insert.bind(3, row.topic);
    insert.bind(4, row.data);
    insert.exec();
    insert.reset();
  }
  if (rows.block.height.value > kEventBlocksKept) {
    Statement prune(writer_, "DELETE FROM events WHERE height<=?");
    bindNumber(prune, 1, rows.block.height.value - kEventBlocksKept);
    prune.exec();
  }
}

// One certificate per checkpoint is kept, the latest: that is all a proof can need.
Status SqliteStore::add(const wire::Certificate& certificate) {
  try {
    Statement insert(writer_,
                     "INSERT INTO certificates VALUES (?,?,?) ON CONFLICT(checkpoint) DO UPDATE SET "
                     "height=excluded.height, bytes=excluded.bytes WHERE excluded.height>height");
    bindNumber(insert, 1, certificate.statement.checkpointHeight.value);
    bindNumber(insert, 2, certificate.statement.height.value);
    const auto bytes = wire::encode(certificate);
    insert.bind(3, bytes.data(), static_cast<int>(bytes.size()));
    insert.exec();
    return {};
  } catch (const std::exception& error) {
    return unusable(error);
  }
}

}  // namespace

Result<std::unique_ptr<ProjectionStore>> openSqliteProjection(const std::filesystem::path& file,
                                                              const wire::Genesis& genesis) {
  try {
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path());
    auto store = std::make_unique<SqliteStore>(file);
    if (auto begun = store->begin(genesis); !begun) return propagate(begun);
    return store;
  } catch (const std::exception& error) {
    return unusable(error);
  }
}

}  // namespace aurigraph::projection
