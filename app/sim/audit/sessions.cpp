#include <algorithm>

#include "app/sim/audit/model.h"

namespace aurigraph::audit {

void Sessions::close(SessionNumber session) {
  closedUpTo = std::max(closedUpTo, session);
  open.erase(session);
}

void Sessions::closeUnused(Nanoseconds time, Nanoseconds longest) {
  for (auto at = open.begin(); at != open.end();) {
    const auto [session, state] = *at++;
    if (state.lastUsed.value < time.value - longest.value) close(session);
  }
}

std::optional<RequestNumber> Sessions::next(SessionNumber session) const {
  if (const auto found = open.find(session); found != open.end()) return found->second.last.next();
  return session > closedUpTo ? std::optional(RequestNumber(1)) : std::nullopt;
}

void Sessions::count(SessionNumber session, RequestNumber request, Nanoseconds time, std::size_t most) {
  if (!open.contains(session) && open.size() >= most) {
    auto oldest = open.begin();
    for (auto at = open.begin(); at != open.end(); ++at)  // by number: the lower one if both are as old
      if (at->second.lastUsed < oldest->second.lastUsed) oldest = at;
    close(oldest->first);
  }
  open[session] = {request, time};
}

}  // namespace aurigraph::audit
