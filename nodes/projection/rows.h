#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/types.h"
#include "core/ledger/rows.h"
#include "core/wire/batch.h"
#include "core/wire/batch_result.h"
#include "core/wire/block.h"
#include "core/wire/commands.h"
#include "core/wire/record.h"

/// What lists and pages show, as rows made of blocks alone: a row per block, batch and command, never
/// per transfer (DESIGN §3, "Budget"). Balances and whatever must be exact to the block are asked of the
/// ledger.
namespace aurigraph::projection {

struct BlockRow {
  Height height;
  Digest hash;
  Nanoseconds time;
  Term term;
  std::uint32_t batches = 0;
  std::uint64_t operations = 0;
  std::uint64_t failed = 0;
};

struct BatchRow {
  Digest digest;
  Height height;
  std::uint32_t position = 0;
  PublicKey author;
  SessionNumber session;
  RequestNumber request;
  wire::BatchKind kind = wire::BatchKind::kCommands;
  wire::BatchResult result;
};

struct IdentityEntry {
  IdentityId id;
  std::string name;
  PublicKey key;
  wire::RoleMask roles = 0;
  Height since;
};

struct AccountEntry {
  IdentityId identity;
  TokenId token;
  Height since;
};

struct TokenEntry {
  TokenId id;
  std::string symbol;
  std::string name;
  AssetId asset;
  IdentityId issuer;
  std::uint8_t decimals = 0;
  U128 supply = 0;
  Height issuedAt;
};

struct AssetEntry {
  AssetId id;
  std::string assetKey;
  std::string name;
  wire::AssetTemplate assetTemplate = wire::AssetTemplate::kProperty;
  IdentityId issuer;
  TokenId token;  ///< 0: none yet.
  Height registeredAt;
  std::vector<Digest> records = {};  ///< That it was registered with; only in rows of a block.
};

struct RecordEntry {
  std::uint64_t sequence = 0;  ///< In the order of the ledger, from 1.
  Digest id;
  wire::Category category = wire::Category::kMarket;
  wire::RecordKind kind = wire::RecordKind::kMarketSnapshot;
  wire::Origin origin = wire::Origin::kReal;
  std::string assetKey;
  std::string sourceId;
  Ppm score;
  quality::Band band = quality::Band::kReject;
  ledger::Decision decision = ledger::Decision::kRejected;
  IdentityId submitter;
  std::string submitterName = {};  ///< As the store reads it; rows of a block leave it empty.
  Nanoseconds admittedAt;
  Height height;
};

struct ReviewEntry {
  Digest record;
  IdentityId reviewer;
  wire::ReviewDecision decision = wire::ReviewDecision::kReject;
  std::uint16_t reasonCode = 0;
  Nanoseconds decidedAt;
};

/// One line of the live stream; `index` counts within the block.
struct EventRow {
  Height height;
  std::uint32_t index = 0;
  std::string topic;
  std::string data;  ///< JSON.
};

/// Everything one block adds, written in one transaction.
struct BlockRows {
  BlockRow block;
  std::vector<BatchRow> batches;
  std::vector<IdentityEntry> identities;
  std::vector<AccountEntry> accounts;
  std::vector<TokenEntry> tokens;
  std::vector<AssetEntry> assets;
  std::vector<RecordEntry> records;
  std::vector<ReviewEntry> reviews;
  std::vector<EventRow> events;
};

/// How many of each the chain has made so far: the ledger numbers in the order of success, from 1.
struct Counts {
  std::uint32_t identities = 0;
  std::uint32_t tokens = 0;
  std::uint64_t assets = 0;
  std::uint64_t records = 0;
};

/// Pure: the same block gives the same rows. `identityOf` answers for keys of earlier blocks (0: unknown).
BlockRows rowsOf(const wire::Block& block, std::span<const wire::BatchResult> results, Counts counts,
                 const std::function<IdentityId(const PublicKey&)>& identityOf);

}  // namespace aurigraph::projection
