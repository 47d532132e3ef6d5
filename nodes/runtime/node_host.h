#pragma once

#include <atomic>
#include <boost/asio/thread_pool.hpp>
#include <deque>
#include <memory>
#include <set>
#include <vector>

#include "nodes/runtime/disk.h"
#include "nodes/runtime/reactor.h"
#include "nodes/runtime/runtime.h"
#include "nodes/runtime/verified_signatures.h"

namespace aurigraph::runtime {

class NodeHost;

/// One actor with its mailbox. Touched on its node's reactor only.
struct ActorCell {
  ActorId id;
  NodeHost* node = nullptr;
  std::unique_ptr<Actor> actor;
  std::deque<Event> mailbox;
  std::size_t waitingFrames = 0;
  bool scheduled = false;
};

/// Where messages to other actors go: the registry of the whole process.
using PostMessage = std::function<void(ActorId to, Message message, ActorId from)>;

/// One node inside the process: its actors, its disk, its transport, its usage. Runs their turns and
/// carries out what they ask for.
class NodeHost : public std::enable_shared_from_this<NodeHost>, public Environment {
 public:
  NodeHost(NodeOptions options, Reactor& reactor, boost::asio::thread_pool& crypto, BufferPool& buffers,
           PostMessage postMessage);

  Status start();
  /// Runs Started as the actor's first turn.
  void addActor(std::shared_ptr<ActorCell> cell);
  void routeFrames(std::shared_ptr<ActorCell> cell);

  /// Any thread. The event reaches the actor on the node's reactor, in order per calling thread.
  void deliver(const std::shared_ptr<ActorCell>& cell, Event event);

  /// Ends everything; waits for it. Not from the reactor.
  void remove(bool crash);

  [[nodiscard]] NodeUsage usage() const;

  // Environment, for the turns of this node.
  Tick tick() override { return steadyTick(); }
  Nanoseconds wallClock() override;
  std::uint64_t randomNumber() override;
  BufferRef acquire(BufferClass bufferClass) override { return buffers_.acquire(bufferClass); }

 private:
  void enqueue(const std::shared_ptr<ActorCell>& cell, Event event);
  void schedule(const std::shared_ptr<ActorCell>& cell);
  void runTurns(const std::shared_ptr<ActorCell>& cell);
  void carryOut(const std::shared_ptr<ActorCell>& cell, std::vector<Request>& requests);
  void carryOut(const std::shared_ptr<ActorCell>& cell, Request& request);
  void onPeer(NodeId peer, bool up);
  Verified verify(const VerifyBatch& request);  ///< On the crypto pool.
  template <class Work>
  void onCryptoPool(const std::shared_ptr<ActorCell>& cell, Work work);
  void waitOnReactor(std::function<void()> work);

  NodeOptions options_;
  Reactor& reactor_;
  boost::asio::thread_pool& crypto_;
  BufferPool& buffers_;
  PostMessage postMessage_;
  std::shared_ptr<Transport> transport_;
  Disk disk_;

  // The reactor's own.
  std::vector<std::shared_ptr<ActorCell>> cells_;
  std::shared_ptr<ActorCell> frameActor_;
  std::set<NodeId> peersUp_;
  bool dead_ = false;  ///< Stopped or removed: no turn any more.
  std::vector<std::uint64_t> random_;

  std::atomic<std::uint64_t> cryptoUnderWay_{0};
  std::atomic<std::uint64_t> cpu_{0};
  std::atomic<std::uint64_t> longestTurn_{0};
  std::atomic<std::uint64_t> turns_{0};
  std::atomic<std::uint64_t> framesDropped_{0};
  VerifiedSignatures verifiedSignatures_;
  std::atomic<std::uint64_t> signaturesVerified_{0};
  std::atomic<std::uint64_t> bodyRoots_{0};
  std::atomic<std::uint64_t> bytesHashed_{0};
};

}  // namespace aurigraph::runtime
