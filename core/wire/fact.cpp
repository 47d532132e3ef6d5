#include "core/wire/fact.h"

namespace aurigraph::wire {

std::optional<FieldValue> valueOf(const Fact& fact) {
  if (fact.name == FactName::kSpvOwnerHash) {
    const auto digest = fixedFromHex<Digest>(fact.value);
    if (!digest || toHex(digest->view()) != fact.value) return std::nullopt;
    return FieldValue(*digest);
  }
  if (fact.value == "yes") return FieldValue(true);
  if (fact.value == "no") return FieldValue(false);
  return std::nullopt;
}

std::string_view nameOf(FactName name) {
  return form::nameIn(kFactNames, name);
}

}  // namespace aurigraph::wire
