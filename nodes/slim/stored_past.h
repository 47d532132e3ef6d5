#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/quality/context/context.h"
#include "core/wire/fact.h"
#include "nodes/slim/store.h"

namespace aurigraph::slim {

/// What a slim node remembers, as the context of a score asks for it: what it made of its own records, and
/// the facts that it was started with. The ledger counts with its own tables: other nodes' records, decisions
/// of its own, facts adopted since. Its score is the one that counts; this gives an estimate.
/// Requires that store and facts outlive it.
class StoredPast : public quality::Past {
 public:
  StoredPast(SlimStore& store, const std::vector<wire::Fact>& facts) : store_(store), facts_(facts) {}

  Result<std::optional<Said>> sameMoment(const wire::Record& record) override;
  Result<std::vector<Decimal>> history(const wire::Record& record, std::string_view field) override;
  Result<std::vector<Decimal>> lastOfDays(const wire::Record& record, std::string_view field) override;
  Result<std::optional<Word>> anothersWord(const wire::Record& record, std::string_view field) override;
  Result<bool> isAccepted(wire::RecordKind kind, const std::string& assetKey) override;
  Result<bool> serialsOverlap(const wire::Record& block, const wire::SerialRange& serials) override;
  Result<std::vector<wire::RuleFact>> facts(const wire::Record& record) override;

 private:
  SlimStore& store_;
  const std::vector<wire::Fact>& facts_;
};

}  // namespace aurigraph::slim
