#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/wire/genesis.h"
#include "core/wire/seal.h"
#include "nodes/projection/rows.h"

namespace aurigraph::projection {

/// A piece of a list and where the next one begins; 0: that was all.
template <class Row>
struct Page {
  std::vector<Row> items;
  std::uint64_t next = 0;
};

/// How far a record has come: each stage includes what went on to the next one.
enum class RecordStage : std::uint8_t {
  kLedger,  ///< Every one that reached the ledger.
  kReview,  ///< Scored for review, whatever was decided.
  kAsset,   ///< Part of a registered asset.
  kToken,   ///< Part of an asset that has its token.
};

/// The read models, whatever keeps them (SQLite here; PostgreSQL on servers). Rows arrive once per
/// height, in one transaction; the chain stays the truth, so a lost store is rebuilt from it.
/// Reading is safe from any thread, beside one writer. Errors of all: projection.unusable.
class ProjectionStore {
 public:
  virtual ~ProjectionStore() = default;

  [[nodiscard]] virtual Height height() const = 0;
  /// Errors: projection.gap (rows of a height that is not height() + 1).
  virtual Status add(const BlockRows& rows) = 0;
  virtual Status add(const wire::Certificate& certificate) = 0;

  // Lists: `after` 0 begins. Ascending by id, but records and blocks newest first (`before` 0: newest).
  virtual Result<Page<IdentityEntry>> identities(std::uint64_t after, std::size_t limit) = 0;
  virtual Result<Page<AccountEntry>> accountsOf(IdentityId identity, std::uint64_t after,
                                                std::size_t limit) = 0;
  virtual Result<Page<TokenEntry>> tokens(std::uint64_t after, std::size_t limit) = 0;
  virtual Result<Page<AssetEntry>> assets(std::uint64_t after, std::size_t limit) = 0;
  struct RecordFilter {
    std::string_view assetKey = {};  ///< Empty: any.
    std::optional<wire::Decision> decision = {};
    std::optional<wire::Band> band = {};
    std::optional<wire::Category> category = {};
    std::optional<wire::RecordKind> kind = {};
    std::string_view sourceId = {};  ///< Empty: any.
    bool accepted = false;  ///< Only what counts as good data: accepted by score, approved or overridden.
    RecordStage stage = RecordStage::kLedger;
  };
  virtual Result<Page<RecordEntry>> records(const RecordFilter& filter, std::uint64_t before,
                                            std::size_t limit) = 0;
  virtual Result<std::optional<RecordEntry>> record(const Digest& id) = 0;
  /// The first asset that was registered with this record.
  virtual Result<std::optional<AssetId>> assetOf(const Digest& record) = 0;
  virtual Result<Page<BlockRow>> blocks(std::uint64_t before, std::size_t limit) = 0;

  virtual Result<std::optional<BlockRow>> block(Height height) = 0;
  virtual Result<std::vector<BatchRow>> batchesOf(Height height) = 0;
  virtual Result<std::optional<BatchRow>> batch(const Digest& digest) = 0;
  /// Whose key it is, and in force.
  virtual Result<std::optional<IdentityId>> identityOf(const PublicKey& key) = 0;

  virtual Result<std::optional<wire::Certificate>> latestCertificate() = 0;
  /// The latest certificate that names this checkpoint.
  virtual Result<std::optional<wire::Certificate>> certificateOf(Height checkpoint) = 0;
  /// The first one kept that reaches this height.
  virtual Result<std::optional<wire::Certificate>> certificateCovering(Height height) = 0;

  /// Events behind (height, index), oldest first.
  virtual Result<std::vector<EventRow>> eventsAfter(Height height, std::uint32_t index,
                                                    std::size_t limit) = 0;
};

/// SQLite in WAL mode; `file` is made if missing. The genesis' identities are its first rows.
/// Errors: projection.unusable, projection.other_cluster.
Result<std::unique_ptr<ProjectionStore>> openSqliteProjection(const std::filesystem::path& file,
                                                              const wire::Genesis& genesis);

}  // namespace aurigraph::projection
