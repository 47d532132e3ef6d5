#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/types.h"
#include "core/wire/batch.h"
#include "core/wire/block.h"
#include "core/wire/outcome.h"

/// What lists and pages show, as rows made of blocks and their events alone: a row per block, batch and
/// event, never per transfer (DESIGN §3, "Budget"). Balances and whatever must be exact to the block are
/// asked of the ledger.
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
  std::string organisation;     ///< For whom it works; empty: nobody says.
  std::vector<PublicKey> keys;  ///< In force, in the order in which they came.
  wire::RoleMask roles = 0;
  Height since;
  Height blocked;  ///< Since when for good; 0: not.
};

/// What an identity holds from then on.
struct RolesEntry {
  IdentityId identity;
  wire::RoleMask roles = 0;
  std::optional<std::string> organisation;  ///< Nothing: as before.
};

struct KeyEntry {
  IdentityId identity;
  PublicKey key;
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
  wire::Band band = wire::Band::kReject;
  wire::Decision decision = wire::Decision::kRejected;
  IdentityId submitter;
  std::string submitterName = {};  ///< As the store reads it; rows of a block leave it empty.
  Nanoseconds admittedAt;
  Height height;
};

/// A reviewer's decision, or an override.
struct ReviewEntry {
  Digest record;
  IdentityId reviewer;
  wire::Decision decision = wire::Decision::kRejected;
  std::uint16_t reasonCode = 0;  ///< 0: of an override.
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
  std::vector<RolesEntry> roles;     ///< Changed ones, in their order.
  std::vector<KeyEntry> keys;        ///< New ones, beside a new identity's first.
  std::vector<PublicKey> endedKeys;  ///< None comes again, so the order beside new ones is nothing.
  std::vector<IdentityId> blocked;
  std::vector<AccountEntry> accounts;
  std::vector<TokenEntry> tokens;
  std::vector<AssetEntry> assets;
  std::vector<RecordEntry> records;
  std::vector<ReviewEntry> reviews;
  std::vector<EventRow> events;
};

/// Pure: the same block and outcome give the same rows.
BlockRows rowsOf(const wire::Block& block, const wire::BlockOutcome& outcome);

}  // namespace aurigraph::projection
