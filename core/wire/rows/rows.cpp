#include "core/wire/rows/all.h"

namespace aurigraph::wire {

Error malformedRow() {
  return {"state.malformed_row", "A row of the ledger's state cannot be read.",
          "Ask the node for the proof again, or do not trust the file."};
}

std::string_view nameOf(AssetTemplate assetTemplate) {
  return form::nameIn(RegisterAsset::kTemplates, assetTemplate);
}

std::string_view nameOf(AssetStatus status) {
  return form::nameIn(AssetRow::kStatuses, status);
}

std::string_view nameOf(Decision decision) {
  return form::nameIn(kDecisions, decision);
}

}  // namespace aurigraph::wire
