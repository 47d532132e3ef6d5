#include "core/ledger/sessions.h"

#include "core/base/limits.h"

namespace aurigraph::ledger {

ReasonCode admit(const State& state, const wire::BatchHeader& header) {
  const Table<SessionRow>& sessions = state.of<SessionRow>();
  // Slot 0 is a fresh row.
  const SessionRow& row = sessions.get(sessions.indexes().byAuthor.slotOf(header.author));
  // Session 0 and request 0 do not exist, so that a fresh row needs no special case.
  if (header.session < row.session || header.session == SessionNumber(0))
    return ReasonCode::kSessionSuperseded;
  const RequestNumber last = header.session == row.session ? row.last : RequestNumber(0);
  if (header.request > last.next() || header.request == RequestNumber(0)) return ReasonCode::kRequestGap;
  return state.isReplay(header.request, last) ? ReasonCode::kReplayed : ReasonCode::kDone;
}

void record(State& state, const wire::BatchHeader& header, Height height, const wire::BatchResult& result) {
  Table<SessionRow>& sessions = state.of<SessionRow>();
  std::uint64_t slot = sessions.indexes().byAuthor.slotOf(header.author);
  if (slot == 0) {
    SessionRow fresh;
    fresh.author = header.author;
    slot = sessions.add(std::move(fresh));
  }
  SessionRow& row = sessions.mut(slot);
  if (row.session != header.session) row.window.clear();
  row.session = header.session;
  row.last = header.request;
  if (row.window.size() == limits::kSessionWindow) row.window.erase(row.window.begin());
  row.window.push_back({header.request, header.digest(), height, result});
}

}  // namespace aurigraph::ledger
