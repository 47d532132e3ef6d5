#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/wire/commands.h"

namespace aurigraph::training {

/// An issuance template (resources/templates): the terms that an issuer starts from.
struct IssueTerms {
  wire::AssetTemplate assetTemplate = wire::AssetTemplate::kProperty;
  std::vector<std::string> recordKinds;  ///< Names of the kinds the mint gate wants.
  wire::IssueToken issue;                ///< Asset, serials and approvals still open.
};

/// Reads a shipped template and fills in its asset. `number` makes the symbol this run's own.
/// Errors: template.unknown, template.malformed.
Result<IssueTerms> loadTerms(std::string_view name, std::string_view number, std::string_view assetName);

}  // namespace aurigraph::training
