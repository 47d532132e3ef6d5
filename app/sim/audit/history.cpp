#include "app/sim/audit/history.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace aurigraph::audit {
namespace {

using Kind = Violation::Kind;
using Place = std::pair<Lane, Position>;
using Index = std::map<Place, const LogEntry*>;

Index indexOf(std::span<const LogEntry> log) {
  Index out;
  for (const LogEntry& entry : log) out.emplace(Place{entry.lane, entry.position}, &entry);
  return out;
}

std::string nameOf(Position position) {
  return std::to_string(position.value / kPositionsPerBlock) + "/" +
         std::to_string(position.value % kPositionsPerBlock);
}

std::string nameOf(const Attempt& attempt) {
  return attempt.client + ", session " + std::to_string(attempt.request.session.value) + ", request " +
         std::to_string(attempt.request.request.value);
}

std::string nameOf(const wire::BatchResult& result) {
  if (result.batchCode != 0) return "refused with code " + std::to_string(result.batchCode);
  std::string out =
      std::to_string(result.count - result.failures.size()) + " of " + std::to_string(result.count) + " done";
  for (const auto& failure : result.failures)
    out += ", " + std::to_string(failure.index) + ": " + std::to_string(failure.code);
  return out;
}

bool acknowledged(const Attempt& attempt) {
  return attempt.result && attempt.completeNs;
}

/// One operation with all its attempts: it took effect between the first attempt and the first reply.
struct Span {
  const Attempt* attempt = nullptr;
  std::int64_t invokeNs = std::numeric_limits<std::int64_t>::max();
  std::int64_t completeNs = std::numeric_limits<std::int64_t>::max();  ///< No reply: open for ever.
  std::optional<Position> position;
};

using OperationId = std::tuple<Lane, RequestId, Digest>;

std::map<OperationId, Span> spansOf(const History& history) {
  std::map<OperationId, Span> out;
  for (const Attempt& attempt : history) {
    Span& span = out[{attempt.lane, attempt.request, attempt.batch}];
    if (span.attempt == nullptr) span.attempt = &attempt;
    span.invokeNs = std::min(span.invokeNs, attempt.invokeNs);
    if (!acknowledged(attempt)) continue;
    span.completeNs = std::min(span.completeNs, *attempt.completeNs);
    if (attempt.position && !span.position) span.position = attempt.position;
  }
  return out;
}

}  // namespace

ReplayedLog replay(const wire::Genesis& genesis, std::span<const wire::Block> blocks, const History& history,
                   Policy policy) {
  std::map<std::pair<Place, Digest>, const wire::BatchResult*> replies;
  for (const Attempt& attempt : history)
    if (attempt.result && attempt.position)
      replies.emplace(std::pair{Place{attempt.lane, *attempt.position}, attempt.batch}, &*attempt.result);

  ReplayedLog out;
  Auditor auditor(genesis, std::move(policy));
  for (const wire::Block& block : blocks) {
    const Lane lane = block.header().lane;
    std::vector<std::optional<wire::BatchResult>> known(block.batchCount());
    std::vector<LogEntry> entries;
    for (std::size_t at = 0; at < block.batchCount(); ++at) {
      const wire::BatchHeader& batch = block.batch(at);
      entries.push_back({lane,
                         positionOf(block.header().height, at),
                         {batch.author, batch.session, batch.request},
                         batch.digest(),
                         {}});
      const auto reply = replies.find({Place{lane, entries[at].position}, entries[at].batch});
      if (reply != replies.end()) known[at] = *reply->second;
    }
    Judgement judgement = auditor.applyKnown(block, known);
    for (std::size_t at = 0; at < entries.size(); ++at) {
      entries[at].result = std::move(judgement.expected[at]);
      out.entries.push_back(std::move(entries[at]));
    }
    std::ranges::move(judgement.objections, std::back_inserter(out.objections));
  }
  return out;
}

std::vector<Violation> checkReplies(const History& history, std::span<const LogEntry> log) {
  const Index index = indexOf(log);
  std::vector<Violation> out;
  for (const Attempt& attempt : history) {
    if (!acknowledged(attempt) || !attempt.position) continue;
    const auto found = index.find({attempt.lane, *attempt.position});
    if (found == index.end() || found->second->batch != attempt.batch) continue;  // lost: another check's
    if (*attempt.result != found->second->result)
      out.push_back({Kind::kReplyDiffers, nameOf(attempt) + " was told \"" + nameOf(*attempt.result) +
                                              "\", replay says \"" + nameOf(found->second->result) + "\""});
  }
  return out;
}

std::vector<Violation> checkRealTime(const History& history, std::span<const LogEntry> log) {
  // Where an operation without a reply was executed after all, the log itself says.
  std::map<std::pair<Lane, Digest>, Position> executed;
  for (const LogEntry& entry : log)
    if (entry.result.batchCode == 0) executed.emplace(std::pair{entry.lane, entry.batch}, entry.position);

  std::map<Place, Span> ordered;
  for (auto& [id, span] : spansOf(history)) {
    if (!span.position) {
      const auto found = executed.find({std::get<Lane>(id), std::get<Digest>(id)});
      if (found != executed.end()) span.position = found->second;
    }
    if (span.position) ordered.emplace(Place{std::get<Lane>(id), *span.position}, span);
  }

  std::vector<Violation> out;
  const Span* latest = nullptr;  ///< Of those before in the lane: the one that began last.
  Lane lane;
  for (const auto& [place, span] : ordered) {
    if (place.first != lane) latest = nullptr;
    lane = place.first;
    if (latest != nullptr && latest->invokeNs > span.completeNs)
      out.push_back({Kind::kRealTime,
                     nameOf(*latest->attempt) + " stands at " + nameOf(*latest->position) + ", before " +
                         nameOf(*span.attempt) + " at " + nameOf(*span.position) + ", but began " +
                         std::to_string(latest->invokeNs - span.completeNs) + " ns after that one's reply"});
    if (latest == nullptr || span.invokeNs > latest->invokeNs) latest = &span;
  }
  return out;
}

std::vector<Violation> checkStability(const History& history) {
  std::map<std::pair<Lane, RequestId>, const Attempt*> first;
  std::vector<Violation> out;
  for (const Attempt& attempt : history) {
    // A refusal of the whole batch uses up no number: the same number may be tried again with other bytes.
    if (!acknowledged(attempt) || attempt.result->batchCode != 0) continue;
    const auto [found, fresh] = first.emplace(std::pair{attempt.lane, attempt.request}, &attempt);
    if (fresh) continue;
    const Attempt& before = *found->second;
    if (before.batch != attempt.batch)
      out.push_back({Kind::kUnstableReply, nameOf(attempt) + " was executed with two different batches"});
    else if (before.position != attempt.position)
      out.push_back({Kind::kUnstableReply,
                     nameOf(attempt) + " has two places: " +
                         (before.position ? nameOf(*before.position) : std::string("none")) + " and " +
                         (attempt.position ? nameOf(*attempt.position) : std::string("none"))});
    else if (*before.result != *attempt.result)
      out.push_back({Kind::kUnstableReply, nameOf(attempt) + " was told \"" + nameOf(*before.result) +
                                               "\" and then \"" + nameOf(*attempt.result) + "\""});
  }
  return out;
}

std::vector<Violation> checkNothingLost(const History& history, std::span<const LogEntry> log) {
  const Index index = indexOf(log);
  std::vector<Violation> out;
  for (const Attempt& attempt : history) {
    if (!acknowledged(attempt)) continue;
    if (!attempt.position) {
      out.push_back({Kind::kLost, nameOf(attempt) + " was acknowledged without a place in the log"});
      continue;
    }
    const auto found = index.find({attempt.lane, *attempt.position});
    if (found == index.end())
      out.push_back({Kind::kLost, nameOf(attempt) + " was acknowledged at " + nameOf(*attempt.position) +
                                      ", where the log has nothing"});
    else if (found->second->batch != attempt.batch)
      out.push_back({Kind::kLost, nameOf(attempt) + " was acknowledged at " + nameOf(*attempt.position) +
                                      ", where the log has another batch"});
  }
  return out;
}

std::vector<Violation> check(const History& history, std::span<const LogEntry> log) {
  std::vector<Violation> out = checkReplies(history, log);
  for (auto more : {checkRealTime(history, log), checkStability(history), checkNothingLost(history, log)})
    std::ranges::move(more, std::back_inserter(out));
  return out;
}

std::string toText(const Violation& violation) {
  switch (violation.kind) {
    case Kind::kReplyDiffers:
      return "reply: " + violation.words;
    case Kind::kRealTime:
      return "real time: " + violation.words;
    case Kind::kUnstableReply:
      return "stability: " + violation.words;
    case Kind::kLost:
      return "lost: " + violation.words;
  }
  return violation.words;
}

}  // namespace aurigraph::audit
