#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/decimal.h"
#include "core/base/types.h"
#include "core/wire/commands.h"

/// What the ledger knows and a draft is checked against, as plain structs: told from outside, as often as
/// it changes, never stored with the draft.
namespace aurigraph::issuance {

/// Names as GET /query/records has them.
struct KnownRecord {
  Digest id;
  std::string category;  ///< "property"
  std::string kind;      ///< "title"
  std::string assetKey;
  std::string band;      ///< "ACCEPT", "REVIEW", "REJECT"
  std::string decision;  ///< "AUTO", "WAITING", "APPROVED", "REJECTED", "OVERRIDDEN"
  Ppm score;
  std::optional<Nanoseconds> validUntil;     ///< Of an approval or an override.
  std::int64_t ageSeconds = 0;               ///< Since it was scored.
  bool registered = false;                   ///< Speaks for an asset already.
  std::string project;                       ///< Of a carbon project or block; empty: not known.
  std::optional<wire::SerialRange> serials;  ///< Of a carbon block.
  std::optional<Decimal> value;              ///< Of a valuation, in whole units of `currency`.
  std::string currency;

  [[nodiscard]] bool isUsable(Nanoseconds now) const {
    const bool byPeople = decision == "APPROVED" || decision == "OVERRIDDEN";
    return decision == "AUTO" || (byPeople && (!validUntil || now <= *validUntil));
  }
};

struct KnownAsset {
  AssetId id;
  std::string assetKey;
  std::string name;
  wire::AssetTemplate assetTemplate = wire::AssetTemplate::kProperty;
  bool mine = false;
  bool tokenized = false;
  std::vector<Digest> records;
};

struct IssuanceContext {
  Digest genesis;
  Nanoseconds now;         ///< The ledger's time, not this computer's.
  PublicKey author;        ///< Who will sign; zero: nobody is signed in.
  bool simulated = false;  ///< The cluster says that its assets mean nothing.
  std::vector<KnownRecord> records;
  std::vector<KnownAsset> assets;
  std::vector<std::string> symbolsTaken;

  [[nodiscard]] const KnownRecord* record(const Digest& id) const;
  [[nodiscard]] const KnownAsset* asset(AssetId id) const;
  [[nodiscard]] const KnownAsset* assetKeyed(const std::string& key) const;
};

}  // namespace aurigraph::issuance
