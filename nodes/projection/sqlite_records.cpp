#include "nodes/projection/sqlite_records.h"

#include "nodes/projection/sqlite_columns.h"

namespace aurigraph::projection {

using SQLite::Statement;

namespace {

constexpr const char* kRecordColumns =
    "SELECT sequence,id,category,kind,origin,asset_key,source,score,band,decision,submitter,admitted_at,"
    "height,(SELECT name FROM identities WHERE identities.id=submitter) FROM records ";

RecordEntry recordFrom(Statement& row) {
  return {.sequence = numberOf(row.getColumn(0)),
          .id = fixedOf<Digest>(row.getColumn(1)),
          .category = static_cast<wire::Category>(row.getColumn(2).getUInt()),
          .kind = static_cast<wire::RecordKind>(row.getColumn(3).getUInt()),
          .origin = static_cast<wire::Origin>(row.getColumn(4).getUInt()),
          .assetKey = row.getColumn(5).getString(),
          .sourceId = row.getColumn(6).getString(),
          .score = Ppm(row.getColumn(7).getInt()),
          .band = static_cast<wire::Band>(row.getColumn(8).getUInt()),
          .decision = static_cast<wire::Decision>(row.getColumn(9).getUInt()),
          .submitter = IdentityId(row.getColumn(10).getUInt()),
          .submitterName = row.getColumn(13).getString(),
          .admittedAt = Nanoseconds(row.getColumn(11).getInt64()),
          .height = Height(numberOf(row.getColumn(12)))};
}

template <class Named>
void require(std::string& sql, const char* column, const std::optional<Named>& wanted) {
  if (wanted) sql += std::string(" AND ") + column + "=" + std::to_string(static_cast<unsigned>(*wanted));
}

constexpr const char* stageCondition(RecordStage stage) {
  switch (stage) {
    case RecordStage::kLedger:
      return "";
    case RecordStage::kReview:
      return " AND band=2";
    case RecordStage::kAsset:
      return " AND EXISTS (SELECT 1 FROM asset_records WHERE record=records.id)";
    case RecordStage::kToken:
      return " AND EXISTS (SELECT 1 FROM asset_records JOIN assets ON assets.id=asset_records.asset"
             " WHERE record=records.id AND assets.token<>0)";
  }
  return "";
}
static_assert(static_cast<unsigned>(wire::Band::kReview) == 2);

}  // namespace

void insertRecords(SQLite::Database& writer, const BlockRows& rows) {
  Statement insert(writer, "INSERT INTO records VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)");
  for (const auto& row : rows.records) {
    bindNumber(insert, 1, row.sequence);
    bindFixed(insert, 2, row.id);
    bindNumber(insert, 3, static_cast<std::uint64_t>(row.category));
    bindNumber(insert, 4, static_cast<std::uint64_t>(row.kind));
    bindNumber(insert, 5, static_cast<std::uint64_t>(row.origin));
    insert.bind(6, row.assetKey);
    insert.bind(7, row.sourceId);
    insert.bind(8, row.score.value);
    bindNumber(insert, 9, static_cast<std::uint64_t>(row.band));
    bindNumber(insert, 10, static_cast<std::uint64_t>(row.decision));
    bindNumber(insert, 11, row.submitter.value);
    insert.bind(12, row.admittedAt.value);
    bindNumber(insert, 13, row.height.value);
    insert.exec();
    insert.reset();
  }
  for (const auto& row : rows.reviews) {
    Statement review(writer, "INSERT INTO reviews VALUES (?,?,?,?,?)");
    bindFixed(review, 1, row.record);
    bindNumber(review, 2, row.reviewer.value);
    bindNumber(review, 3, static_cast<std::uint64_t>(row.decision));
    bindNumber(review, 4, row.reasonCode);
    review.bind(5, row.decidedAt.value);
    review.exec();
    Statement update(writer, "UPDATE records SET decision=? WHERE id=?");
    bindNumber(update, 1, static_cast<std::uint64_t>(row.decision));
    bindFixed(update, 2, row.record);
    update.exec();
  }
  Statement use(writer, "INSERT OR IGNORE INTO asset_records VALUES (?,?)");
  for (const auto& row : rows.assets)
    for (const auto& record : row.records) {
      bindFixed(use, 1, record);
      bindNumber(use, 2, row.id.value);
      use.exec();
      use.reset();
    }
}

Page<RecordEntry> readRecords(SQLite::Database& reader, const ProjectionStore::RecordFilter& filter,
                              std::uint64_t before, std::size_t limit) {
  std::string sql = std::string(kRecordColumns) + "WHERE sequence<?1";
  if (!filter.assetKey.empty()) sql += " AND asset_key=?3";
  if (!filter.sourceId.empty()) sql += " AND source=?4";
  require(sql, "decision", filter.decision);
  require(sql, "band", filter.band);
  require(sql, "category", filter.category);
  require(sql, "kind", filter.kind);
  if (filter.accepted) sql += " AND decision IN (1,3,5)";
  sql += stageCondition(filter.stage);
  Statement query(reader, sql + " ORDER BY sequence DESC LIMIT ?2");
  bindNumber(query, 1, before == 0 ? INT64_MAX : before);
  bindNumber(query, 2, limit + 1);
  if (!filter.assetKey.empty()) query.bind(3, std::string(filter.assetKey));
  if (!filter.sourceId.empty()) query.bind(4, std::string(filter.sourceId));
  return collectPage<RecordEntry>(query, limit, recordFrom,
                                  [](const RecordEntry& row) { return row.sequence; });
}
static_assert(static_cast<unsigned>(wire::Decision::kAuto) == 1 &&
              static_cast<unsigned>(wire::Decision::kApproved) == 3 &&
              static_cast<unsigned>(wire::Decision::kOverridden) == 5);

std::optional<RecordEntry> readRecord(SQLite::Database& reader, const Digest& id) {
  Statement query(reader, std::string(kRecordColumns) + "WHERE id=?");
  bindFixed(query, 1, id);
  if (!query.executeStep()) return std::nullopt;
  return recordFrom(query);
}

std::optional<AssetId> readAssetOf(SQLite::Database& reader, const Digest& record) {
  Statement query(reader, "SELECT asset FROM asset_records WHERE record=? ORDER BY asset LIMIT 1");
  bindFixed(query, 1, record);
  if (!query.executeStep()) return std::nullopt;
  return AssetId(numberOf(query.getColumn(0)));
}

}  // namespace aurigraph::projection
