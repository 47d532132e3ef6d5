#pragma once

#include <boost/asio/io_context.hpp>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "core/crypto/ed25519.h"
#include "nodes/runtime/actor.h"
#include "nodes/runtime/transport.h"

/// The only threads of a node: M reactors that run the turns of N nodes' actors, one disk thread per
/// data folder's disk, a small crypto pool (DESIGN §3, "Turns"). Carries out what actors ask for.
namespace aurigraph::runtime {

struct RuntimeOptions {
  std::size_t reactors = 2;
  std::size_t cryptoThreads = 1;
  std::size_t smallBuffers = 2'048;  ///< Shared by the nodes of the process; exhaustion is back-pressure.
  std::size_t blockBuffers = 96;
};

/// Frames that wait in one actor's mailbox; more are dropped and counted (consensus repeats). Blocks
/// come one buffer each, so the buffer pool is exhausted long before; this bounds the small ones.
inline constexpr std::size_t kMaxWaitingFrames = 4'096;

struct NodeOptions {
  NodeId node;
  std::string name;  ///< For threads and logs.
  std::filesystem::path dataFolder;
  crypto::SigningKey key;
  std::shared_ptr<Transport> transport;         ///< May be null: a node without peers.
  std::function<void(const Error&)> onStopped;  ///< StopNode: daemon ends, embedded poisons the node.
                                                ///< On the node's reactor; must not call removeNode.
  bool crashable = false;  ///< Holds unsynced writes in memory, for removeNode(…, crash) (disk.h).
};

/// CPU and memory of one node, for `status`, metrics and scaling (R-SCALE-5).
struct NodeUsage {
  std::uint64_t cpuNanoseconds = 0;          ///< Thread CPU time of its turns, disk and crypto work.
  std::uint64_t longestTurnNanoseconds = 0;  ///< Upper bound of one turn's CPU time.
  std::uint64_t turns = 0;
  std::uint64_t framesDropped = 0;  ///< Came while an actor had kMaxWaitingFrames unread ones.
  // What batches cost, beside time (docs/performance.md): checked by the crypto pool.
  std::uint64_t signaturesVerified = 0;
  std::uint64_t bodyRoots = 0;
  std::uint64_t bytesHashed = 0;  ///< Of bodies.
  std::uint64_t diskOperations = 0;
  std::uint64_t diskBytes = 0;
  bool directIo = false;  ///< Whether the data folder's file system takes O_DIRECT.
};

class Runtime {
 public:
  explicit Runtime(RuntimeOptions options);
  ~Runtime();  ///< stop()

  /// The reactor a node's actors run on; gateways and links of that node may use it too. Also before
  /// addNode.
  boost::asio::io_context& reactorOf(NodeId node);

  /// Starts its disk, then its transport. Errors: runtime.node_exists, those of Disk::open, the transport's.
  Status addNode(NodeOptions options);
  /// Makes an actor of an added node. `make` gets what surrounds it. Runs Started as its first turn.
  using MakeActor = std::function<std::unique_ptr<Actor>(Environment&)>;
  ActorId addActor(NodeId node, MakeActor make);
  /// Network frames of a node go to this actor.
  void routeFrames(NodeId node, ActorId actor);

  /// Puts a message into an actor's mailbox. Any thread. `from` 0: from outside. To an actor that is gone:
  /// dropped.
  void post(ActorId to, Message message, ActorId from = ActorId());

  /// Ends a node's turns. Orderly: carried-out requests are waited for. Not orderly (crash): what was
  /// not synced is thrown away as a power cut would (DESIGN §3, Host::crash); for a node that is not
  /// `crashable` as the end of its process would. The actors are destroyed. Waits; not from a reactor.
  void removeNode(NodeId node, bool crash);

  NodeUsage usage(NodeId node) const;
  BufferPool& buffers();
  /// Removes all nodes in order and ends the threads. Every buffer must be back before the destructor.
  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace aurigraph::runtime
