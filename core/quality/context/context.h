#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/decimal.h"
#include "core/base/result.h"
#include "core/quality/rule_set.h"
#include "core/wire/commands/issue_token.h"
#include "core/wire/record.h"
#include "core/wire/source_terms.h"

/// The context of a score: everything that it depends on beside the record and the rule set. Whoever scores
/// makes it here, the ledger in `apply`, a slim node for its estimate, `aurigraph score` on a file, so that
/// the same record has the same score everywhere (RECORDS).
namespace aurigraph::quality {

/// What was said before about the same things, and what is known of them. Errors: those of whoever keeps it.
class Past {
 public:
  struct Said {
    Digest content;  ///< Record::content()
    std::uint64_t revision = 0;
  };
  struct Word {
    wire::Quantity value;
    Nanoseconds retrievedAt;
  };

  virtual ~Past() = default;
  /// What the record's source said of the record's moment before, of the highest revision.
  virtual Result<std::optional<Said>> sameMoment(const wire::Record& record) = 0;
  /// Accepted values of a field in the record's series (object, kind, source), oldest first, at most 30.
  virtual Result<std::vector<Decimal>> history(const wire::Record& record, std::string_view field) = 0;
  /// The last accepted value of each day in the record's series, of the last 30 days that had one.
  virtual Result<std::vector<Decimal>> lastOfDays(const wire::Record& record, std::string_view field) = 0;
  /// What another source's newest accepted record of this kind about this object says in a field.
  virtual Result<std::optional<Word>> anothersWord(const wire::Record& record, std::string_view field) = 0;
  /// Whether a record of this kind about this object was ever accepted.
  virtual Result<bool> isAccepted(wire::RecordKind kind, const std::string& assetKey) = 0;
  /// Whether an accepted block of another object has one of these serial numbers.
  virtual Result<bool> serialsOverlap(const wire::Record& block, const wire::SerialRange& serials) = 0;
  /// Adopted facts of the record's object: those about every object first, its own after them, which count.
  virtual Result<std::vector<wire::RuleFact>> facts(const wire::Record& record) = 0;
  /// Look-ups that somebody vouches for.
  virtual Result<std::vector<wire::ReferenceLookup>> references(const wire::Record&) {
    return std::vector<wire::ReferenceLookup>();
  }
};

/// Nothing was said before, and nothing is known: a file by itself.
class NoPast : public Past {
 public:
  Result<std::optional<Said>> sameMoment(const wire::Record&) override { return std::nullopt; }
  Result<std::vector<Decimal>> history(const wire::Record&, std::string_view) override {
    return std::vector<Decimal>();
  }
  Result<std::vector<Decimal>> lastOfDays(const wire::Record&, std::string_view) override {
    return std::vector<Decimal>();
  }
  Result<std::optional<Word>> anothersWord(const wire::Record&, std::string_view) override {
    return std::nullopt;
  }
  Result<bool> isAccepted(wire::RecordKind, const std::string&) override { return false; }
  Result<bool> serialsOverlap(const wire::Record&, const wire::SerialRange&) override { return false; }
  Result<std::vector<wire::RuleFact>> facts(const wire::Record&) override {
    return std::vector<wire::RuleFact>();
  }
};

/// References that nobody looked up are left out, which counts as unreachable. Market: `lastSessionClose`
/// when the class trades in sessions and `now` lies outside of one. Errors: those of `past`.
Result<wire::ScoreInputs> contextOf(const wire::Record& record, const wire::Believed& believed,
                                    const RuleSet& rules, Past& past, Nanoseconds now);

/// Whether a record joins its series, so that later ones are held against it: not if it was rejected,
/// contradicts what was said before, or is history.
[[nodiscard]] bool joinsSeries(const wire::ScoreInputs& inputs, wire::Band band);

/// A field whose accepted values make the record's series.
struct Watched {
  std::string_view name;  ///< In the record.
  const wire::Quantity* value = nullptr;
  bool byDays = false;  ///< The last of each day is asked for, too.
};
/// In the order of their names, at most 32. Refers to the record.
[[nodiscard]] std::vector<Watched> watchedOf(const wire::Record& record, const RuleSet& rules);
/// Days since 1970 (UTC) of the record's moment, else of its reading.
[[nodiscard]] std::int64_t dayOf(const wire::Record& record);
/// What a block of credits lets be minted; nothing where it does not say so clearly.
[[nodiscard]] std::optional<wire::SerialRange> serialsOf(const wire::Record& record);

}  // namespace aurigraph::quality
