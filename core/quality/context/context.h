#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/decimal.h"
#include "core/base/result.h"
#include "core/quality/rule_set.h"
#include "core/wire/record.h"

/// The context of a score: everything that it depends on beside the record and the rule set. Whoever scores
/// makes it here, a slim node as well as `aurigraph score` on a file, so that the same record has the same
/// score everywhere (RECORDS).
namespace aurigraph::quality {

/// What was said before about the same things. Errors: those of whoever keeps it.
class Past {
 public:
  struct Said {
    Digest content;  ///< Digest of what the record says, without when and where it was read.
    std::uint64_t revision = 0;
  };

  virtual ~Past() = default;
  /// The record with the same key of the same moment by the same source, of the highest revision.
  virtual Result<std::optional<Said>> sameMoment(const wire::Record& record) = 0;
  /// Accepted values of a field, oldest first.
  virtual Result<std::vector<Decimal>> history(wire::RecordKind kind, std::string_view assetKey,
                                               std::string_view field) = 0;
  /// The newest accepted record of a kind about an asset; `notFrom`: of another source than this.
  virtual Result<std::optional<wire::Record>> latestAccepted(wire::RecordKind kind, std::string_view assetKey,
                                                             std::string_view notFrom) = 0;
  /// Whether another accepted block of the series has a serial number in first…last.
  virtual Result<bool> serialsOverlap(std::string_view assetKey, std::string_view series, std::uint64_t first,
                                      std::uint64_t last) = 0;
};

/// Nothing was said before: a file by itself.
class NoPast : public Past {
 public:
  Result<std::optional<Said>> sameMoment(const wire::Record&) override { return std::nullopt; }
  Result<std::vector<Decimal>> history(wire::RecordKind, std::string_view, std::string_view) override {
    return std::vector<Decimal>();
  }
  Result<std::optional<wire::Record>> latestAccepted(wire::RecordKind, std::string_view,
                                                     std::string_view) override {
    return std::nullopt;
  }
  Result<bool> serialsOverlap(std::string_view, std::string_view, std::uint64_t, std::uint64_t) override {
    return false;
  }
};

/// What is known of an asset from elsewhere: the operator's word, signed with the record's inputs.
struct KnownFact {
  std::string assetKey;  ///< Empty: of every asset.
  wire::RuleFact fact;   ///< "spv_owner_hash", "venue_known" …
};
struct KnownReference {
  std::string assetKey;
  std::string name;  ///< As in the rule set: "parcel_register".
  wire::ReferenceOutcome outcome = wire::ReferenceOutcome::kUnreachable;
};

/// One record as it has arrived.
struct Arrival {
  const wire::Record& record;
  Digest content;                                     ///< As in Past::Said.
  std::span<const wire::RuleFact> facts;              ///< What its answer says for the rules.
  std::span<const wire::ReferenceLookup> references;  ///< Look-ups that its answer settles.
  wire::TransportFacts transport;                     ///< What the fetch proved.
  std::span<const KnownFact> knownFacts = {};
  std::span<const KnownReference> knownReferences = {};
};

struct Context {
  wire::ScoreInputs inputs;
  std::vector<std::string> watched;  ///< Fields whose value joins the history when the record is accepted.
};

/// Scored at another moment: what depends on it. Nothing else of the inputs does.
void moveTo(wire::ScoreInputs& inputs, const wire::Record& record, Nanoseconds now);

/// References that nobody looked up are left out, which counts as unreachable. Market: `lastSessionClose`
/// when the class trades in sessions and `now` lies outside of one. Errors: those of `past`.
Result<Context> contextOf(const Arrival& arrival, const RuleSet& rules, Past& past, wire::Purpose purpose,
                          Nanoseconds now);

}  // namespace aurigraph::quality
