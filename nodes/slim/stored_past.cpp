#include "nodes/slim/stored_past.h"

#include <algorithm>
#include <optional>

namespace aurigraph::slim {

Result<std::optional<quality::Past::Said>> StoredPast::sameMoment(const wire::Record& record) {
  const auto found = store_.sameMoment(record);
  if (!found) return propagate(found);
  if (!*found) return std::nullopt;
  return Said{(*found)->content, (*found)->revision};
}

Result<std::vector<Decimal>> StoredPast::history(const wire::Record& record, std::string_view field) {
  return store_.history(record, field);
}

Result<std::vector<Decimal>> StoredPast::lastOfDays(const wire::Record& record, std::string_view field) {
  return store_.lastOfDays(record, field);
}

Result<std::optional<quality::Past::Word>> StoredPast::anothersWord(const wire::Record& record,
                                                                    std::string_view field) {
  return store_.anothersWord(record, field);
}

Result<bool> StoredPast::isAccepted(wire::RecordKind kind, const std::string& assetKey) {
  return store_.isAccepted(kind, assetKey);
}

Result<bool> StoredPast::serialsOverlap(const wire::Record& block, const wire::SerialRange& serials) {
  return store_.serialsOverlap(block, serials);
}

Result<std::vector<wire::RuleFact>> StoredPast::facts(const wire::Record& record) {
  std::vector<wire::RuleFact> out;
  const auto add = [&](const std::string& assetKey) {
    for (const wire::Fact& fact : facts_) {
      if (fact.assetKey != assetKey) continue;
      if (auto value = wire::valueOf(fact))
        out.push_back({std::string(wire::nameOf(fact.name)), std::move(*value)});
    }
  };
  add({});
  if (!record.assetKey.empty()) add(record.assetKey);
  return out;
}

}  // namespace aurigraph::slim
