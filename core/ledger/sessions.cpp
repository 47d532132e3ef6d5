#include "core/ledger/sessions.h"

#include <algorithm>
#include <utility>

#include "core/base/limits.h"

namespace aurigraph::ledger {
namespace {

bool isIdle(const State& state, const SessionRow& row, Nanoseconds time) {
  return time.value - row.lastUsed.value > state.limits.sessionIdle.value;
}

std::uint64_t slotOf(const State& state, const PublicKey& author, SessionNumber number) {
  return state.of<SessionRow>().indexes().byNumber.slotOf(wire::SessionKey(author, number));
}

void neverOpenAgain(State& state, const SessionRow& row) {
  if (state.faults(kFaultReopenSession)) return;
  Table<ClosedSessionsRow>& closed = state.of<ClosedSessionsRow>();
  const std::uint64_t known = closed.indexes().byAuthor.slotOf(row.author);
  if (known == 0)
    closed.add({row.author, row.session});
  else if (closed.get(known).upTo < row.session)
    closed.mut(known).upTo = row.session;
}

void close(State& state, std::uint64_t slot) {
  neverOpenAgain(state, state.of<SessionRow>().get(slot));
  state.of<SessionRow>().remove(slot);
}

/// Makes room for one more: away with those that nobody used, and with the one used longest ago if there are
/// too many still.
void makeRoom(State& state, const PublicKey& author, Nanoseconds time) {
  const std::vector<std::uint64_t> all = state.of<SessionRow>().indexes().byAuthor.of(author);
  std::vector<std::uint64_t> open;
  for (const std::uint64_t slot : all) {
    if (isIdle(state, state.of<SessionRow>().get(slot), time))
      close(state, slot);
    else
      open.push_back(slot);
  }
  if (open.size() < state.limits.sessionsPerAuthor) return;
  close(state, *std::ranges::min_element(open, {}, [&](std::uint64_t slot) {
          const SessionRow& row = state.of<SessionRow>().get(slot);
          return std::pair(row.lastUsed, row.session);
        }));
}

/// Results may name thousands of failures: all that are kept of a session are together no more than those of
/// one batch, and the newest is always there.
void keep(std::vector<SessionRow::Kept>& window, SessionRow::Kept newest) {
  std::size_t failures = newest.result.failures.size();
  std::size_t keeps = 0;
  while (keeps < window.size() && keeps + 1 < limits::kSessionWindow) {
    failures += window[window.size() - 1 - keeps].result.failures.size();
    if (failures > limits::kMaxTransfersPerBatch) break;
    ++keeps;
  }
  window.erase(window.begin(), window.end() - static_cast<std::ptrdiff_t>(keeps));
  window.push_back(std::move(newest));
}

}  // namespace

std::vector<std::uint64_t> openSessions(const State& state, const PublicKey& author, Nanoseconds time) {
  std::vector<std::uint64_t> out;
  const Table<SessionRow>& sessions = state.of<SessionRow>();
  for (const std::uint64_t slot : sessions.indexes().byAuthor.of(author))
    if (!isIdle(state, sessions.get(slot), time)) out.push_back(slot);
  return out;
}

SessionNumber closedUpTo(const State& state, const PublicKey& author, Nanoseconds time) {
  const Table<ClosedSessionsRow>& closed = state.of<ClosedSessionsRow>();
  SessionNumber out = closed.get(closed.indexes().byAuthor.slotOf(author)).upTo;  // slot 0 is a fresh row
  const Table<SessionRow>& sessions = state.of<SessionRow>();
  for (const std::uint64_t slot : sessions.indexes().byAuthor.of(author))
    if (isIdle(state, sessions.get(slot), time)) out = std::max(out, sessions.get(slot).session);
  return out;
}

std::optional<RequestNumber> nextRequest(const State& state, const PublicKey& author, SessionNumber number,
                                         Nanoseconds time) {
  const SessionRow& row = state.of<SessionRow>().get(slotOf(state, author, number));
  if (row.session == number && number != SessionNumber() && !isIdle(state, row, time)) return row.last.next();
  if (number <= closedUpTo(state, author, time)) return std::nullopt;  // and 0, which does not exist
  return RequestNumber(1);
}

ReasonCode admit(const State& state, const wire::BatchHeader& header, Nanoseconds time) {
  const auto next = nextRequest(state, header.author, header.session, time);
  if (!next) return ReasonCode::kSessionClosed;
  // So that nobody closes to himself whatever comes later. Numbers are counted, or are a clock's.
  const auto highest = static_cast<std::uint64_t>(std::max<std::int64_t>(time.value, 0)) +
                       static_cast<std::uint64_t>(limits::kLongestValidity);
  if (header.session.value > highest) return ReasonCode::kSessionTooHigh;
  if (header.request > *next || header.request == RequestNumber(0)) return ReasonCode::kRequestGap;
  const RequestNumber last(next->value - 1);
  return state.isReplay(header.request, last) ? ReasonCode::kReplayed : ReasonCode::kDone;
}

void record(State& state, const wire::BatchHeader& header, Height height, Nanoseconds time,
            const wire::BatchResult& result) {
  Table<SessionRow>& sessions = state.of<SessionRow>();
  std::uint64_t slot = slotOf(state, header.author, header.session);
  if (slot == 0) {
    makeRoom(state, header.author, time);
    SessionRow fresh;
    fresh.author = header.author;
    fresh.session = header.session;
    slot = sessions.add(std::move(fresh));
  }
  SessionRow& row = sessions.mut(slot);
  row.last = header.request;
  row.lastUsed = time;
  keep(row.window, {header.request, header.digest(), height, result});
}

void dropIdleSessions(State& state, Height height, Nanoseconds time, std::size_t atMost) {
  Table<SessionRow>& sessions = state.of<SessionRow>();
  const std::uint64_t rows = sessions.size() - 1;
  if (rows == 0) return;
  // Around and around, some in each block; where, follows from the height.
  const std::uint64_t looks = std::min<std::uint64_t>(atMost, rows);
  for (std::uint64_t look = 0; look < looks; ++look) {
    const std::uint64_t slot = 1 + (height.value * atMost + look) % rows;
    if (sessions.has(slot) && isIdle(state, sessions.get(slot), time)) close(state, slot);
  }
}

}  // namespace aurigraph::ledger
