#pragma once

#include <string>
#include <vector>

#include "core/wire/commands.h"

namespace aurigraph::issuance {

/// One line of what will be signed. The window translates the label; the value is exact and without a
/// language: decimals with a point, no grouping; times in UTC as RFC 3339 writes them.
struct SummaryLine {
  std::string key;    ///< "issuance.summary.supply"
  std::string label;  ///< In English, for files and logs: "Supply".
  std::string value;
  bool operator==(const SummaryLine&) const = default;
};
using Summary = std::vector<SummaryLine>;

/// Made of the command alone, so that it says what the bytes say: what stands at its initial value may be
/// left out, nothing else is.
[[nodiscard]] Summary summaryOf(const wire::IssueToken& issue);
[[nodiscard]] Summary summaryOf(const wire::RegisterAsset& asset);

/// Names a payload: what a pre-check was about, what the review shows. Not what an approver signs
/// (wire::approvalDigest).
[[nodiscard]] Digest digestOf(const wire::AnyCommand& command);

}  // namespace aurigraph::issuance
