#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/sim/audit/auditor.h"
#include "core/base/limits.h"
#include "core/base/result.h"
#include "core/wire/batch_result.h"
#include "core/wire/block.h"
#include "core/wire/genesis.h"

/// What clients saw, and whether one log explains it (reference: Jepsen-style histories, checked white-box).
///
/// Every reply names its place in the log, so no search is needed: replay in log order must give the
/// replies, and the log's order must not contradict real time. Together this proves that the history is
/// strictly serializable per lane, in linear time. An operation without a reply stays open for ever: it may
/// have happened or not.
///
/// One line of JSON per attempt (a repeat of the same signed bytes is a line of its own):
///
///     {"client":"c1","op":"transfers",
///      "args":{"author":hex,"session":n,"request":n,"batch":hex,"count":n},
///      "result":{"batch_code":0,"failures":[[3,101]]} or null,
///      "invoke_ns":n,"complete_ns":n or null,"lane":0,"position":n or null}
///
/// Times are of one monotone clock. `failures` are pairs of index and code.
namespace aurigraph::audit {

/// A batch's place in its lane's log, as one ascending number.
using Position = Strong<struct PositionTag, std::uint64_t>;
inline constexpr std::uint64_t kPositionsPerBlock = 16;
static_assert(limits::kMaxBatchesPerBlock <= kPositionsPerBlock);
constexpr Position positionOf(Height height, std::size_t batch) {
  return Position(height.value * kPositionsPerBlock + batch);
}

struct Attempt {
  std::string client;
  std::string op;  ///< "transfers" or "commands"; for people.
  RequestId request;
  Digest batch;
  std::uint32_t count = 0;
  std::optional<wire::BatchResult> result;  ///< Nothing: no reply came.
  std::int64_t invokeNs = 0;
  std::optional<std::int64_t> completeNs;
  Lane lane;
  std::optional<Position> position;

  bool operator==(const Attempt&) const = default;
};
using History = std::vector<Attempt>;

[[nodiscard]] std::string toLine(const Attempt& attempt);
/// Errors: history.malformed (names the line).
Result<History> parseHistory(std::string_view lines);

/// One batch of the final log with the answer that it deserves.
struct LogEntry {
  Lane lane;
  Position position;
  RequestId request;
  Digest batch;
  wire::BatchResult result;
};
struct ReplayedLog {
  std::vector<LogEntry> entries;  ///< By position.
  std::vector<Objection> objections;
};
/// Executes the final log by the auditor; where several answers are true, the clients' replies choose.
[[nodiscard]] ReplayedLog replay(const wire::Genesis& genesis, std::span<const wire::Block> blocks,
                                 const History& history, Policy policy = {});

struct Violation {
  enum class Kind : std::uint8_t {
    kReplyDiffers,   ///< (1) A reply is not what replay in log order gives.
    kRealTime,       ///< (2) The log puts an operation first that began after the other had ended.
    kUnstableReply,  ///< (3) One operation was answered in two ways.
    kLost,           ///< (4) An acknowledged operation is not in the log, or not where it was said to be.
  } kind;
  std::string words;
};
[[nodiscard]] std::string toText(const Violation& violation);

[[nodiscard]] std::vector<Violation> checkReplies(const History& history, std::span<const LogEntry> log);
[[nodiscard]] std::vector<Violation> checkRealTime(const History& history, std::span<const LogEntry> log);
[[nodiscard]] std::vector<Violation> checkStability(const History& history);
[[nodiscard]] std::vector<Violation> checkNothingLost(const History& history, std::span<const LogEntry> log);
/// All four.
[[nodiscard]] std::vector<Violation> check(const History& history, std::span<const LogEntry> log);

}  // namespace aurigraph::audit
