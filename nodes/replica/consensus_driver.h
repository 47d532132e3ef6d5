#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "core/consensus/core.h"
#include "nodes/log/log.h"
#include "nodes/replica/durability.h"
#include "nodes/runtime/actor.h"

namespace aurigraph::replica {

/// Places where the simulator makes the driver misbehave on purpose; its checks must notice.
inline constexpr FaultId kFaultSendBeforeDurable{16};
inline constexpr FaultId kFaultExecuteReplaced{20};  ///< A block read before it was replaced is executed.

// A validator with an empty folder has forgotten its votes and what it acknowledged: two of its words for one
// term may elect two leaders, and a majority may lack a decided block. A learner has promised nothing.
inline constexpr const char* kReplaceValidator =
    "Keep its data folder. Let a new node take its place; a validator must never come back empty under its "
    "name.";
inline constexpr const char* kStartEmpty =
    "Keep its data folder and start it again with an empty one; it fetches the history from its peers.";

// What a driver's run means for the rest of the replica.

/// This block stands in the log now, decided or not.
struct Appended {
  wire::Block block;
};
/// Blocks from here on are gone from the log.
struct Truncated {
  Height from;
};
/// This node is to seal exactly this height.
struct SealDue {
  Height height;
};
/// That peer lacks the newest certificate.
struct CertificateLacked {
  NodeId peer;
};
/// Answer to readForExecution: decided blocks from the height that was asked for.
struct ReadForExecution {
  std::vector<wire::Block> blocks;
  bool buffersFull = false;
};
/// The log is unusable, or begins above what can be executed: the node must stop.
struct DriverFailed {
  Error why;
};
using DriverNews = std::variant<Appended, Truncated, SealDue, CertificateLacked, consensus::Leadership,
                                ReadForExecution, DriverFailed>;

/// consensus::Core, the write-ahead log and the gate between them, as one loop: the core's effects go to
/// the log and to the network, the log's answers go back to the core, until neither has more to say.
///
/// What that means for whoever executes, seals and orders is left as news, in the order in which it came
/// about, and taken after each call. Nothing is called back, so no call into the driver happens inside
/// another one.
class ConsensusDriver {
 public:
  struct Options {
    NodeId self;
    Digest genesis;
    Lane lane;
    wire::VoterSet voters;
    Protocol protocol = Protocol(1);   ///< Of the first block.
    Protocol understands = kProtocol;  ///< The newest version that this node executes.
    std::vector<NodeId> learners;
    consensus::Limits limits;
    log::LogOptions log;  ///< node, genesis, lane and durable are filled in here.
  };
  using Blocks = std::function<void(std::vector<wire::Block>)>;

  ConsensusDriver(Options options, runtime::Environment& environment, Faults faults);

  /// Reads the log; then there is a core. Call once, first.
  void open(runtime::Out& out);
  void onTick(runtime::Out& out);
  void onIo(const runtime::IoDone& done, runtime::Out& out);
  /// Once per turn, before anything else: time enters as data.
  void readClocks();
  /// One event for the core, and whatever follows from it. Only when there is a core.
  void step(consensus::Event event, runtime::Out& out);

  /// Decided blocks from a height on; the answer is news. One at a time.
  void readForExecution(Height from, log::ReadBound atMost, runtime::Out& out);
  /// The same for somebody else; answered at once or in a later turn.
  void read(Height from, log::ReadBound atMost, Blocks answer, runtime::Out& out);

  void send(NodeId to, const consensus::MessageBody& body, runtime::Out& out) const;
  void sendToAll(const consensus::MessageBody& body, runtime::Out& out) const;

  [[nodiscard]] std::vector<DriverNews> takeNews() { return std::exchange(news_, {}); }

  /// Null until the log is open.
  [[nodiscard]] const consensus::Core* core() const { return core_ ? &*core_ : nullptr; }
  [[nodiscard]] const log::Log& log() const { return log_; }
  [[nodiscard]] bool leads() const { return core_ && core_->role() == consensus::RoleKind::kLeader; }
  [[nodiscard]] std::uint64_t blocksFromTheFuture() const { return blocksFromTheFuture_; }
  [[nodiscard]] std::uint64_t blocksOfWrongVersion() const { return blocksOfWrongVersion_; }

 private:
  using Out = runtime::Out;
  struct ForExecution {};
  struct ForPeer {
    NodeId peer;
  };
  struct ForStart {};
  struct ForOther {
    Blocks answer;
  };
  using ReadPurpose = std::variant<ForExecution, ForPeer, ForStart, ForOther>;

  void run(Out& out);
  void carryOut(consensus::Effects effects, Out& out);
  void persist(consensus::Effects& effects, Out& out);
  void onLog(const log::Opened& answer, Out& out);
  void onLog(const log::Durable& answer, Out& out);
  void onLog(const log::HardStateDurable& answer, Out& out);
  void onLog(const log::BlocksRead& answer, Out& out);
  void onLog(const log::Failed& answer, Out& out);
  void releaseDurable(Out& out);
  void readNewest(Out& out);
  void makeCore(const std::vector<wire::Block>& newest);
  void ask(Height from, log::ReadBound atMost, ReadPurpose purpose, Out& out);
  [[nodiscard]] std::vector<wire::Block> decidedOnes(const std::vector<wire::Block>& blocks) const;
  void fail(Error why);

  Options options_;
  runtime::Environment& environment_;
  Faults faults_;

  log::Log log_;
  DurabilityGate gate_;
  std::optional<log::Opened> opened_;  ///< Until there is a core.
  std::optional<consensus::Core> core_;
  std::deque<consensus::Event> events_;  ///< For the core, of the run under way.
  std::vector<DriverNews> news_;
  bool failed_ = false;

  std::map<std::uint64_t, ReadPurpose> reads_;
  std::uint64_t nextRead_ = 1;
  std::uint64_t blocksFromTheFuture_ = 0;
  std::uint64_t blocksOfWrongVersion_ = 0;
};

}  // namespace aurigraph::replica
