#include <algorithm>

#include "core/ledger/contracts/contract.h"
#include "core/wire/name.h"
#include "core/wire/text.h"

namespace aurigraph::ledger {

Plan planAny(const State& state, const Call& call, const wire::AnyCommand& command) {
  return std::visit(
      [&]<class Command>(const Command& concrete) {
        Plan out = plan(state, call, concrete);
        // An end of nothing would be a second way to write the same order.
        if constexpr (wire::TakesApprovals<Command>)
          out.refuseIf(!call.endorsers && concrete.approvals.given.empty() &&
                           concrete.approvals.until != Nanoseconds(),
                       ReasonCode::kMandatoryFieldBad);
        return out;
      },
      command);
}

void Plan::carryOut(State& state, const wire::EventCause& cause, wire::EventLog& events) && {
  AG_ASSERT(accepted());
  for (AnyChange& change : changes_)
    std::visit(
        [&]<class Row>(Change<Row>& each) {
          Table<Row>& table = state.of<Row>();
          if (each.isNew)
            table.add(std::move(each.row));
          else
            table.put(each.slot, std::move(each.row));
        },
        change);
  for (const value::AnyMove& move : moves_) value::carryOut(state, move);
  for (wire::AnyEvent& event : events_) events.add({cause, std::move(event)});
}

std::uint64_t openAccount(const State& state, IdentityId identity, TokenId token, bool tracked, Plan& out) {
  AccountRow row;
  row.holder = identity.value;
  row.token = token.value;
  row.flags = kAccountOpen | (tracked ? kAccountTracked : 0U);
  if (tracked) row.extension = static_cast<std::uint32_t>(out.add(state, HoldingRow()));
  const std::uint64_t slot = out.add(state, row);
  out.tell(wire::AccountOpened{state.handleOf(slot).value, identity, token});
  return slot;
}

bool isName(std::string_view text) {
  if (text.find_first_of("\n\t") != std::string_view::npos) return false;
  // A blank has many forms; what names are written with is seen.
  while (!text.empty()) {
    const std::string_view rest = text;
    (void)wire::takeCharacter(text);
    if (wire::isIdentityName(rest.substr(0, rest.size() - text.size()))) return true;
  }
  return false;
}

bool isNameTaken(const State& state, const std::string& name) {
  const auto& known = state.of<IdentityRow>().indexes();
  const std::string folded = wire::foldedOf(name);
  return known.byFoldedName.contains(folded) || known.byLooks.contains(wire::looksOf(name)) ||
         known.byFoldedLooks.contains(wire::looksOf(folded));
}

bool isSameOrganisation(const std::string& one, const std::string& another) {
  return !one.empty() && !another.empty() && wire::readAlike(one, another);
}

bool isUsable(const RecordRow& row, Nanoseconds time) {
  if (row.purpose == wire::Purpose::kHistory) return false;
  if (row.decision == Decision::kAuto) return true;
  const bool byPeople = row.decision == Decision::kApproved || row.decision == Decision::kOverridden;
  return byPeople && time <= row.validUntil;
}

std::vector<IdentityId> partiesTo(const State& state, const RecordRow& record) {
  std::vector<IdentityId> out{record.submitter};
  const Table<AssetRow>& assets = state.of<AssetRow>();
  if (const AssetRow* asset = assets.find(assets.indexes().byKey.slotOf(record.assetKey)); asset != nullptr)
    out.push_back(asset->issuer);
  return out;
}

bool hasDecided(const RecordRow& record, IdentityId who) {
  return record.reviewer == who || std::ranges::find(record.endorsers, who) != record.endorsers.end();
}

std::int64_t approvalNanoseconds(const State& state, wire::RecordKind kind) {
  const quality::KindProfile* profile = state.rules.profile(kind);
  return profile == nullptr ? 0 : profile->approvalValidFor.value;
}

I128 ageOf(Nanoseconds then, Nanoseconds now) {
  return static_cast<I128>(now.value) - then.value;
}

bool isAhead(const State& state, Nanoseconds stated, Nanoseconds time) {
  return -ageOf(stated, time) > state.rules.futureTolerance.value;
}

bool speaksForOneAsset(wire::RecordKind kind) {
  switch (kind) {
    case wire::RecordKind::kPropertyValuation:
    case wire::RecordKind::kPropertyParcel:
    case wire::RecordKind::kPropertyTax:
    case wire::RecordKind::kPropertySale:
    case wire::RecordKind::kPropertyTitle:
    case wire::RecordKind::kCarbonBlock:
    case wire::RecordKind::kSupplyEvent:
    case wire::RecordKind::kSupplySensor:
    case wire::RecordKind::kSupplyHandover:
      return true;
    default:
      return false;
  }
}

wire::Category categoryOf(wire::AssetTemplate assetTemplate) {
  switch (assetTemplate) {
    case wire::AssetTemplate::kProperty:
      return wire::Category::kProperty;
    case wire::AssetTemplate::kCarbon:
      return wire::Category::kCarbon;
    case wire::AssetTemplate::kBatch:
      return wire::Category::kSupply;
  }
  AG_ASSERT(false);  // the decoder knows no other
}

}  // namespace aurigraph::ledger
