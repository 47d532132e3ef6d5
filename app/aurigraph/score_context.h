#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/quality/context/context.h"

namespace aurigraph::cli {

/// What was said before of the things in an answer, and what is known of them, as a file says it (`aurigraph
/// score --context`). It holds for every record of the answer.
///
/// One JSON object; every member may be left out, any other one is refused. Decimals are texts, times
/// RFC 3339, lists oldest first with at most 30 values:
///   "facts"            {"spv_owner_hash": "<64 hex>", "venue_known": "yes" | "no", "asset_stopped": …}
///   "references"       {"parcel_register": "resolved" | "unreachable" | "dangling"}, as the rules look up
///   "history"          {"value": ["498000", "500000"]}: accepted values of the same source
///   "days"             {"price": ["39.5", "40"]}: the last one of each day
///   "same_moment"      {"content": "<64 hex>", "revision": 1}: what the same source said of the same moment
///   "another_source"   {"value": {"value": "505000", "unit": "USD", "retrieved_at": "2026-11-23T10:00:00Z"}}
///   "accepted"         [{"kind": "project", "asset_key": "VERRA:1764"}]
///   "serials_overlap"  true: another block has one of these serial numbers
class FilePast : public quality::Past {
 public:
  /// Errors: context.malformed (names the member), those of json::Document::parse.
  static Result<FilePast> parse(std::string_view text, const quality::RuleSet& rules);

  Result<std::optional<Said>> sameMoment(const wire::Record& record) override;
  Result<std::vector<Decimal>> history(const wire::Record& record, std::string_view field) override;
  Result<std::vector<Decimal>> lastOfDays(const wire::Record& record, std::string_view field) override;
  Result<std::optional<Word>> anothersWord(const wire::Record& record, std::string_view field) override;
  Result<bool> isAccepted(wire::RecordKind kind, const std::string& assetKey) override;
  Result<bool> serialsOverlap(const wire::Record& block, const wire::SerialRange& serials) override;
  Result<std::vector<wire::RuleFact>> facts(const wire::Record& record) override;
  Result<std::vector<wire::ReferenceLookup>> references(const wire::Record& record) override;

 private:
  friend class ContextReader;
  using ValuesOfFields = std::map<std::string, std::vector<Decimal>, std::less<>>;

  std::vector<wire::RuleFact> facts_;
  std::vector<wire::ReferenceLookup> references_;
  ValuesOfFields history_;
  ValuesOfFields days_;
  std::optional<Said> sameMoment_;
  std::map<std::string, Word, std::less<>> anotherSource_;
  std::set<std::pair<wire::RecordKind, std::string>> accepted_;
  bool serialsOverlap_ = false;
};

}  // namespace aurigraph::cli
