#pragma once

#include <string>

#include "core/base/bytes.h"
#include "core/wire/events/event.h"
#include "core/wire/record.h"
#include "core/wire/rows/record_row.h"

namespace aurigraph::wire {

/// Of the inputs of a score as the ledger makes them (core/quality/context).
inline constexpr std::size_t kMaxContextBytes = std::size_t{64} * 1024;

/// A record was scored and kept, whatever its score.
struct RecordAdmitted {
  static constexpr EventKind kKind{3};
  static constexpr std::string_view kName = "record-admitted";
  static constexpr std::string_view kTopic = "record";
  static constexpr Audience kAudience = Audience::kRecordWorkers;

  std::uint64_t sequence = 0;  ///< Its slot: in the order of admission, from 1.
  Digest id;
  Category category = Category::kMarket;
  RecordKind kind = RecordKind::kMarketSnapshot;
  Origin origin = Origin::kReal;
  std::string assetKey;
  std::string source;
  Ppm score;
  Band band = Band::kReject;
  Decision decision = Decision::kRejected;
  IdentityId submitter;
  Digest ruleSet;                   ///< That it was scored under.
  std::uint32_t sourceVersion = 0;  ///< Of the source's terms (source_adopted.h).
  Bytes context;                    ///< The ScoreInputs (core/wire/record.h) that it was scored with.
  bool operator==(const RecordAdmitted&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("sequence", self.sequence, form::Whole{UINT64_MAX});
    visit("id", self.id, form::Hex{});
    visit("category", self.category, kCategories);
    visit("kind", self.kind, kRecordKinds);
    visit("origin", self.origin, kOrigins);
    visit("asset_key", self.assetKey, form::Text{kMaxRecordKeyBytes});
    visit("source", self.source, form::Text{kMaxRecordNameBytes});
    visit("score_ppm", self.score, form::Signed{0, 1'000'000, "ppm"});
    visit("band", self.band, kBands);
    visit("decision", self.decision, kDecisions);
    visit("submitter", self.submitter, form::Whole{UINT32_MAX});
    visit("rule_set", self.ruleSet, form::Hex{});
    visit("source_version", self.sourceVersion, form::Whole{UINT32_MAX});
    visit("context", self.context, form::Blob{kMaxContextBytes});
  }
};

}  // namespace aurigraph::wire
