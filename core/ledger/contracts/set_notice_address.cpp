#include "core/ledger/contracts/contract.h"

namespace aurigraph::ledger {
namespace {

/// One word, "name@host" or "https://host…": what a program can send to without a person guessing.
bool isAddress(std::string_view text) {
  constexpr std::string_view kHttps = "https://";
  if (text.find_first_of(" \t\n<>\"") != std::string_view::npos) return false;
  if (text.starts_with(kHttps)) return text.size() > kHttps.size();
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         text.find('@', at + 1) == std::string_view::npos;
}

}  // namespace

template <>
Plan plan(const State& state, const Call& call, const wire::SetNoticeAddress& command) {
  Plan out;
  out.refuseIf(!command.address.empty() && !isAddress(command.address), ReasonCode::kMandatoryFieldBad);
  if (!out.accepted()) return out;
  IdentityRow row = state.of<IdentityRow>().get(call.caller.id.value);
  row.noticeAddress = command.address;
  out.put(call.caller.id.value, std::move(row));
  out.tell(wire::NoticeAddressSet{call.caller.id, command.address});
  return out;
}

}  // namespace aurigraph::ledger
