#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ui/wizard/flow/draft.h"
#include "ui/wizard/flow/issuance_context.h"
#include "ui/wizard/flow/issuance_template.h"

namespace aurigraph::issuance {

enum class Severity : std::uint8_t { kWarning, kError };

/// Something about one field. The window says it in its language: words by `messageKey`, with the
/// parameters put in by name.
struct Issue {
  Step step = Step::kTemplate;
  std::string field;       ///< "supply", "serials[1].last", "documents[0].type", "records".
  std::string code;        ///< Stable: "supply.not_whole", or the ledger's own word.
  std::string messageKey;  ///< "issuance.issue." and the code; "issuance.ledger" for the ledger's words.
  std::vector<std::pair<std::string, std::string>> parameters;
  Severity severity = Severity::kError;

  bool operator==(const Issue&) const = default;
  [[nodiscard]] const std::string& parameter(const std::string& name) const;
};
using Issues = std::vector<Issue>;

[[nodiscard]] bool anyError(const Issues& issues);

// Each step's own, errors and warnings. `from` is null while no template is chosen.
[[nodiscard]] Issues checkAsset(const Draft& draft, const IssuanceTemplate* from,
                                const IssuanceContext& context);
[[nodiscard]] Issues checkDocuments(const Draft& draft, const IssuanceTemplate* from);
/// Says what is wrong and what the terms come to: `terms` is exact where no error was found. Asset and
/// approvals are the draft's.
[[nodiscard]] Issues checkTerms(const Draft& draft, const IssuanceTemplate* from,
                                const IssuanceContext& context, wire::IssueToken& terms);
/// The ledger's reason at the field that it is about.
[[nodiscard]] Issue issueOf(const LedgerReason& reason);

/// Digits after the point of a currency's minor unit (ISO 4217): 2 unless known otherwise.
[[nodiscard]] std::uint8_t minorDigitsOf(std::string_view currency);
/// What the ledger takes for a name: one line that says something, no control or invisible characters.
[[nodiscard]] bool isOneLine(std::string_view text);

}  // namespace aurigraph::issuance
