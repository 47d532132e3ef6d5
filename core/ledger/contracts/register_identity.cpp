#include <string_view>

#include "core/crypto/ed25519.h"
#include "core/ledger/contracts/contract.h"

namespace aurigraph::ledger {
namespace {

/// Where people are named, they are also numbered, and known by their keys.
bool passesForANumber(const std::string& name) {
  constexpr std::string_view kDigits = "0123456789";
  constexpr std::size_t kKeyDigits = 2 * PublicKey::kSizeBytes;
  return name.find_first_not_of(kDigits) == std::string::npos ||
         (name.size() == kKeyDigits && name.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos);
}

}  // namespace

template <>
Plan plan(const State& state, const Call& call, const wire::RegisterIdentity& command) {
  Plan out;
  out.refuseIf(!state.allows(call.caller.roles, wire::Permission::kManageIdentities),
               ReasonCode::kPermissionMissing);
  out.refuseIf(!wire::isIdentityName(command.name) || passesForANumber(command.name),
               ReasonCode::kNameUnclear);
  out.refuseIf(isNameTaken(state, command.name), ReasonCode::kNameTaken);
  out.refuseIf(state.keyRow(command.key) != nullptr, ReasonCode::kKeyTaken);
  out.refuseIf(!crypto::isUsableKey(command.key), ReasonCode::kBadKey);
  out.refuseIf(wire::hasDuty(command.roles), ReasonCode::kDutyNeedsGrant);
  out.refuseIf(state.of<IdentityRow>().size() > state.limits.maxRows, ReasonCode::kStateFull);
  if (!out.accepted()) return out;
  const auto slot = out.add(state, IdentityRow{.name = command.name,
                                               .roles = command.roles,
                                               .since = call.moment.height,
                                               .createdBy = call.caller.id,
                                               .createdAt = call.moment.time});
  const IdentityId id(static_cast<std::uint32_t>(slot));
  out.add(state, KeyRow{command.key, id, call.moment.height, call.moment.time, {}});
  out.tell(wire::IdentityRegistered{id, command.name, command.key, command.roles});
  return out;
}

}  // namespace aurigraph::ledger
