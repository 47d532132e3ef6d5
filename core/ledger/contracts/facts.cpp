#include "core/ledger/contracts/contract.h"

// What scores count with beside records (core/wire/fact.h).

namespace aurigraph::ledger {

namespace {

/// As people read it: a blank that nobody sees would name another object.
bool isPlain(const std::string& key) {
  return key.find_first_of("\t\n") == std::string::npos && !key.starts_with(' ') && !key.ends_with(' ');
}

}  // namespace

bool isSound(const wire::Fact& fact) {
  const bool named = fact.name != wire::FactName::kAssetStopped || !fact.assetKey.empty();
  return named && isPlain(fact.assetKey) && (fact.value.empty() || wire::valueOf(fact).has_value());
}

template <>
Plan plan(const State& state, const Call& call, const wire::AdoptFact& command) {
  Plan out;
  out.refuseIf(!state.allows(call.caller.roles, wire::Permission::kManageSources),
               ReasonCode::kPermissionMissing);
  out.refuseIf(!isSound(command.fact), ReasonCode::kFactBad);
  const Table<FactRow>& rows = state.of<FactRow>();
  const std::uint64_t slot =
      rows.indexes().byKey.slotOf(wire::FactKey{command.fact.assetKey, command.fact.name});
  const FactRow* known = rows.find(slot);
  const bool stands = known == nullptr ? command.fact.value.empty() : known->fact == command.fact;
  out.refuseIf(stands, ReasonCode::kFactStands);
  out.refuseIf(known == nullptr && rows.rowCount() >= kMostFacts, ReasonCode::kStateFull);
  checkApprovals(state, call, command,
                 {.groups = {wire::Permission::kEndorseRisk, wire::Permission::kEndorseCompliance},
                  .fromKnownPeople = true},
                 out);
  if (!out.accepted()) return out;
  FactRow changed = known == nullptr ? FactRow() : *known;
  changed.fact = command.fact;
  ++changed.version;
  changed.since = call.moment.height;
  out.tell(wire::FactAdopted{changed.fact, changed.version, call.caller.id});
  if (known == nullptr)
    out.add(state, std::move(changed));
  else
    out.put(slot, std::move(changed));
  return out;
}

}  // namespace aurigraph::ledger
