#include "core/ledger/sessions.h"

#include "core/base/limits.h"

namespace aurigraph::ledger {

ReasonCode admit(const State& state, const wire::BatchHeader& header) {
  const auto at = state.indexes.sessionByAuthor.find(header.author);
  const SessionRow fresh;
  const SessionRow& row =
      at == state.indexes.sessionByAuthor.end() ? fresh : state.tables.sessions.get(at->second);
  // Session 0 and request 0 do not exist, so that a fresh row needs no special case.
  if (header.session < row.session || header.session == SessionNumber(0))
    return ReasonCode::kSessionSuperseded;
  const RequestNumber last = header.session == row.session ? row.last : RequestNumber(0);
  if (header.request > last.next() || header.request == RequestNumber(0)) return ReasonCode::kRequestGap;
  return state.isReplay(header.request, last) ? ReasonCode::kReplayed : ReasonCode::kDone;
}

void record(State& state, const wire::BatchHeader& header, Height height, const wire::BatchResult& result) {
  auto at = state.indexes.sessionByAuthor.find(header.author);
  if (at == state.indexes.sessionByAuthor.end()) {
    SessionRow row;
    row.author = header.author;
    at =
        state.indexes.sessionByAuthor.emplace(header.author, state.tables.sessions.add(std::move(row))).first;
  }
  SessionRow& row = state.tables.sessions.mut(at->second);
  if (row.session != header.session) row.window.clear();
  row.session = header.session;
  row.last = header.request;
  if (row.window.size() == limits::kSessionWindow) row.window.erase(row.window.begin());
  row.window.push_back({header.request, header.digest(), height, result});
}

}  // namespace aurigraph::ledger
