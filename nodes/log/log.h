#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/types.h"
#include "core/wire/block.h"
#include "nodes/log/format.h"
#include "nodes/log/recovery.h"
#include "nodes/runtime/actor.h"

/// The write-ahead log of one lane: a component without thread, timer or wait, owned by the replica's
/// actor (DESIGN §3, "Log"; docs/formats/log.md). The owner calls, hands every IoDone whose token
/// `owns()` says yes to, and takes the answers after each call:
///
///     if (log.owns(done.token)) log.onIo(done, out);
///     for (log::Answer& answer : log.takeAnswers()) std::visit(…);
///
/// The log only ever grows at its end: a truncated suffix stays on disk and is superseded by the later
/// frames of the same heights. So no acknowledged byte is ever overwritten in place.
namespace aurigraph::log {

/// What a voter must never forget. `commit` is a hint that rides along: it may lag, never lead.
struct HardState {
  Term term;
  NodeId vote;  ///< 0: none in this term.
  Height commit;
  bool operator==(const HardState&) const = default;
};

/// Sizes are data, so that tests and the simulator can make them tiny.
struct LogOptions {
  NodeId node;
  Digest genesis;  ///< A log of another cluster or node is refused, never read.
  Lane lane;
  /// False for learners: nothing is synced, `Durable` follows at once, and whatever is bad at recovery
  /// is cut off instead of refused: all of it can be fetched again.
  bool durable = true;
  std::uint64_t segmentBytes = std::uint64_t{16} * 1024 * 1024;      ///< Multiple of 4 KiB, < 4 GiB.
  std::uint64_t allocateStepBytes = std::uint64_t{1} * 1024 * 1024;  ///< Bounds what a group waits for.
  std::size_t maxGroupBytes = std::size_t{2} * 1024 * 1024;          ///< A turn checksums this much.
  std::size_t maxGroupFrames = 64;
  runtime::Token firstToken{std::uint64_t{1} << 62};  ///< The log's tokens: this one and all above.
  runtime::FileId firstFile{1};                       ///< The log's files: this one and all above.
};

/// How much one read may bring; always at least one block.
struct ReadBound {
  std::size_t bytes = 0;  ///< Of the buffers that the blocks take, which is more than their frames.
  std::size_t blocks = 0;
};

/// One block of the log as the index in memory knows it.
struct EntryInfo {
  Height height;
  Term term;
  Digest hash;
  std::uint32_t bodySize = 0;
  bool operator==(const EntryInfo&) const = default;
};

// ---- answers ----

/// The log is read and usable. The blocks themselves come by read().
/// A hard state older than the last entry's term is normal (a term that this node never voted in):
/// the owner goes on with the greater term and no vote.
struct Opened {
  HardState state;
  Height base;                     ///< Blocks up to here were released; 0: none.
  Digest baseHash;                 ///< Hash of the block at `base`; the genesis digest at 0.
  std::vector<EntryInfo> entries;  ///< base + 1, base + 2, …
  bool tailTruncated = false;      ///< A torn, never acknowledged tail was cut off.
};
/// Everything up to this height is durable; `term` is that of the entry, so that an owner that has
/// truncated since can tell.
struct Durable {
  Height upto;
  Term term;
};
/// This hard state, or a later one that includes it, is durable.
struct HardStateDurable {
  HardState state;
};
/// Blocks from `from` on, as many as fitted; fewer than there are when `buffersFull` (try again after
/// something was released).
struct BlocksRead {
  runtime::Token id;  ///< The caller's.
  Height from;
  std::vector<wire::Block> blocks;
  bool buffersFull = false;
};
/// The log is unusable from here on; the node must stop.
/// Errors: log.never_formatted, log.damaged, log.other_log, log.io_failed, log.no_space.
struct Failed {
  Error why;
};
using Answer = std::variant<Opened, Durable, HardStateDurable, BlocksRead, Failed>;

/// Places where the simulator makes the log misbehave on purpose (FaultId, seam "Trace").
inline constexpr FaultId kFaultSkipSync{1};
inline constexpr FaultId kFaultSkipStateSync{2};
inline constexpr FaultId kFaultOneFramePerGroup{3};
inline constexpr FaultId kFaultTakeRecycled{4};     ///< Frames of a file's earlier life count at recovery.
inline constexpr FaultId kFaultRecycleEarly{5};     ///< A segment is recycled one block too soon.
inline constexpr FaultId kFaultOpenUnformatted{6};  ///< A voter without a log begins an empty one.

struct FoundFrame;  // scan.h

class Log {
 public:
  /// `environment` gives buffers for read() and the segments' salts; it must outlive the log.
  Log(LogOptions options, runtime::Environment& environment, Faults faults = {});

  /// Reads what is there. A voter's log must have been made (freshState), a learner's begins empty. Answers
  /// Opened or Failed. Call once, first.
  void open(runtime::Out& out);

  /// Blocks with heights last() + 1, + 2, …, each on the hash of the one before. Answers Durable, one
  /// for many. The blocks' buffers are shared and must not change any more.
  void append(std::vector<wire::Block> blocks, runtime::Out& out);

  /// Forgets the blocks from this height on, which must not be committed. What replaces them is
  /// appended; until then a crash may bring them back, which Raft allows.
  void truncateFrom(Height height);

  /// Answers HardStateDurable. Newer states overtake older ones that wait.
  void setHardState(const HardState& state, runtime::Out& out);

  /// Blocks from `from` on, base() < from <= last(), within `atMost`. Nothing is read from the disk that is
  /// not handed out. Answers BlocksRead.
  void read(Height from, ReadBound atMost, runtime::Token id, runtime::Out& out);

  /// Blocks up to here are needed no more (a certified checkpoint covers them), `upto` <= durable():
  /// their segments are recycled once that fact is durable. A wish: the log may do less; say it again
  /// with the next checkpoint.
  void release(Height upto, runtime::Out& out);

  /// Said by the owner now and then (each tick): if nothing is under way, the log marks what is durable, so
  /// that the last frames are told from torn ones. Not after every group: under single requests that would
  /// be a second write for each.
  void idle(runtime::Out& out);

  [[nodiscard]] bool owns(runtime::Token token) const { return token >= options_.firstToken; }
  void onIo(const runtime::IoDone& done, runtime::Out& out);
  [[nodiscard]] std::vector<Answer> takeAnswers();

  [[nodiscard]] Height base() const { return base_; }
  [[nodiscard]] Height last() const { return Height(base_.value + entries_.size()); }
  /// Null at or below base() and above last().
  [[nodiscard]] const EntryInfo* entry(Height height) const;
  /// Greatest height known durable; 0 or base(): none.
  [[nodiscard]] Height durable() const { return durable_; }

 private:
  using Out = runtime::Out;
  using IoDone = runtime::IoDone;
  using Handler = std::function<void(const IoDone&, Out&)>;

  struct Entry {
    EntryInfo info;
    LogPosition at;  ///< 0: still waiting in queue_.
  };
  struct Segment {
    std::uint64_t sequence = 0;
    std::uint64_t salt = 0;
    std::uint64_t end = 0;  ///< Where its content ends; the last one's: where the next frame goes.
    Height highest;         ///< Of all blocks in it, superseded ones too.
    bool superWritten = true;
    LogPosition previousEnd;  ///< Of the segment before, which may be recycled before this one is written.
  };
  struct Group {
    std::vector<wire::Block> blocks;
    LogPosition end;
    std::uint64_t segment = 0;
  };
  struct StateWrite {
    StatePage page;
    bool asked = false;  ///< By setHardState, not only by release.
  };
  struct Reading {
    runtime::Token id;
    Height from;
    std::uint64_t salt = 0;
    LogPosition at;
    std::vector<EntryInfo> entries;
  };
  enum class Spare : std::uint8_t { kNone, kPreparing, kReady, kRenaming, kNoSpace };

  // log_open.cpp
  void readSlots(const IoDone& done, Out& out);
  void readSupers(const IoDone& list, Out& out);
  void onSuperRead(std::size_t index, const IoDone& done, Out& out);
  void judgeLastSegment(Out& out);
  void readNextSegment(Out& out);
  void onSegmentRead(const IoDone& done, Out& out);
  bool takeFrame(const FoundFrame& frame);
  bool dropReleased();
  void discardFrom(std::size_t index, Out& out);
  void finishOpening(Out& out);

  // log_write.cpp
  void pump(Out& out);
  void writeGroup(Out& out);
  void addFrame(const wire::Block& block, std::uint64_t offset, runtime::IoWrite& write);
  void onGroupWritten(Out& out);
  void advanceDurable();
  void writeMark(Out& out);
  void writeState(Out& out);
  void onStateWritten(Out& out);
  void applyRelease();
  void prepareSpare(Out& out);
  void growSpare(std::uint64_t sizeBytes, Out& out);
  void roll(Out& out);

  // log_read.cpp
  void onBlocksRead(const Reading& reading, const IoDone& done);
  const wire::Block* inMemory(const Entry& entry) const;

  void submit(runtime::FileId file, runtime::IoOp op, Out& out, Handler handler);
  /// Runs `handler` only if the request was carried out; otherwise the log fails.
  void submitSafe(runtime::FileId file, runtime::IoOp op, Out& out, Handler handler = {});
  void failIo(runtime::IoStatus status);
  void damaged(const std::string& what);
  void neverFormatted();
  void failNow(std::string_view code, std::string message, std::string remedy);
  [[nodiscard]] runtime::FileId stateFile() const { return options_.firstFile; }
  [[nodiscard]] runtime::FileId folder() const { return runtime::FileId(options_.firstFile.value + 1); }
  [[nodiscard]] runtime::FileId fileOf(std::uint64_t sequence) const;
  [[nodiscard]] std::uint64_t nextSequence() const;
  [[nodiscard]] Digest hashAt(Height height) const;

  LogOptions options_;
  runtime::Environment& environment_;
  Faults faults_;
  std::vector<Answer> answers_;
  bool failed_ = false;
  bool opened_ = false;
  std::uint64_t nextToken_ = 0;
  std::map<std::uint64_t, Handler> waiting_;

  // What the log holds.
  Height base_;
  Digest baseHash_;
  std::deque<Entry> entries_;      ///< base_ + 1 …
  std::vector<Segment> segments_;  ///< Oldest first.
  std::deque<std::uint64_t> recyclable_;

  // Writing.
  std::deque<wire::Block> queue_;  ///< The last entries, not yet written.
  std::optional<Group> inFlight_;
  LogPosition synced_;  ///< Everything before is durable.
  Height durable_;
  bool mustRoll_ = true;  ///< The last segment takes no more frames, or there is none.
  Spare spare_ = Spare::kNone;
  bool spareExists_ = false;
  bool markInFlight_ = false;
  LogPosition markedSynced_;
  std::uint64_t markedState_ = 0;
  std::uint64_t marksWritten_ = 0;

  // Hard state.
  HardState state_;
  std::uint64_t stateSequence_ = 0;  ///< Of the durable one.
  std::optional<HardState> stateWanted_;
  std::optional<StateWrite> stateInFlight_;
  std::optional<Height> releaseWanted_;
  std::uint64_t stateSegment_ = 0;   ///< StatePage::lastSegment of the durable state.
  std::uint64_t segmentWanted_ = 0;  ///< … and what it should be.

  // Opening.
  struct Released {
    Height height;
    Digest hash;
  };
  Released released_;                 ///< As the hard state says.
  std::vector<std::uint64_t> found_;  ///< Segments in the folder.
  std::vector<std::optional<SuperBlock>> supers_;
  std::size_t foundAt_ = 0;
  StateEvidence stateEvidence_;
  std::uint64_t newestStateSeen_ = 0;
  bool tailTruncated_ = false;
};

}  // namespace aurigraph::log
