#include <algorithm>

#include "core/ledger/contracts/contract.h"

namespace aurigraph::ledger {
namespace {

/// "name@host" or "https://host…", in plain ASCII: what a program can send to without a person guessing, and
/// what looks like what it is. Names of other scripts have their ASCII form (punycode, percent signs).
bool isAddress(std::string_view text) {
  const auto isPlain = [](char c) { return c > ' ' && c < 0x7F; };
  if (!std::ranges::all_of(text, isPlain)) return false;
  if (text.find_first_of("<>\"'`\\{}|^") != std::string_view::npos) return false;
  constexpr std::string_view kHttps = "https://";
  if (text.starts_with(kHttps)) {
    const std::string_view host =
        text.substr(kHttps.size(), text.find_first_of("/?#", kHttps.size()) - kHttps.size());
    return !host.empty() && host.find('@') == std::string_view::npos && host.front() != ':';
  }
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         text.find('@', at + 1) == std::string_view::npos &&
         text.find_first_of(":/,;()[]") == std::string_view::npos;
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
