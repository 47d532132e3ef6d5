#include "nodes/runtime/runtime.h"

#include <boost/asio/thread_pool.hpp>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <vector>

#include "nodes/runtime/node_host.h"
#include "nodes/runtime/reactor.h"

namespace aurigraph::runtime {

// Destroyed from the end: hosts and what waits in the reactors hold buffers, so the pool goes last.
struct Runtime::State {
  explicit State(const RuntimeOptions& options)
      : buffers(options.smallBuffers, options.blockBuffers), crypto(options.cryptoThreads) {
    AG_ASSERT(options.reactors > 0 && options.cryptoThreads > 0);
    for (std::size_t number = 0; number < options.reactors; ++number)
      reactors.push_back(std::make_unique<Reactor>(number));
  }

  Reactor& reactorFor(NodeId node) { return *reactors[node.value % reactors.size()]; }
  std::shared_ptr<NodeHost> host(NodeId node) const {
    const std::shared_lock lock(mutex);
    const auto found = hosts.find(node);
    return found == hosts.end() ? nullptr : found->second;
  }
  std::shared_ptr<ActorCell> cell(ActorId id) const {
    const std::shared_lock lock(mutex);
    const auto found = cells.find(id);
    return found == cells.end() ? nullptr : found->second.first;
  }

  BufferPool buffers;
  std::vector<std::unique_ptr<Reactor>> reactors;
  boost::asio::thread_pool crypto;

  // The registry: written when nodes and actors come and go, read for each message.
  mutable std::shared_mutex mutex;
  std::map<NodeId, std::shared_ptr<NodeHost>> hosts;
  std::map<ActorId, std::pair<std::shared_ptr<ActorCell>, std::shared_ptr<NodeHost>>> cells;
  ActorId lastActor;
  bool stopped = false;
};

Runtime::Runtime(RuntimeOptions options) : state_(std::make_unique<State>(options)) {}

Runtime::~Runtime() {
  stop();
}

boost::asio::io_context& Runtime::reactorOf(NodeId node) {
  return state_->reactorFor(node).context();
}

Status Runtime::addNode(NodeOptions options) {
  const NodeId node = options.node;
  if (state_->host(node) != nullptr)
    return fail("runtime.node_exists",
                "Node " + std::to_string(node.value) + " runs already in this process.",
                "Remove it first, or give the other one another number.");
  auto host = std::make_shared<NodeHost>(
      std::move(options), state_->reactorFor(node), state_->crypto, state_->buffers,
      [this](ActorId to, Message message, ActorId from) { post(to, std::move(message), from); });
  if (auto started = host->start(); !started) return started;
  const std::unique_lock lock(state_->mutex);
  state_->hosts.emplace(node, std::move(host));
  return {};
}

ActorId Runtime::addActor(NodeId node, MakeActor make) {
  const auto host = state_->host(node);
  AG_ASSERT(host != nullptr);
  auto cell = std::make_shared<ActorCell>();
  cell->node = host.get();
  cell->actor = make(*host);
  {
    const std::unique_lock lock(state_->mutex);
    cell->id = state_->lastActor = state_->lastActor.next();
    state_->cells.emplace(cell->id, std::make_pair(cell, host));
  }
  host->addActor(cell);
  return cell->id;
}

void Runtime::routeFrames(NodeId node, ActorId actor) {
  const auto host = state_->host(node);
  const auto cell = state_->cell(actor);
  AG_ASSERT(host != nullptr && cell != nullptr && cell->node == host.get());
  host->routeFrames(cell);
}

void Runtime::post(ActorId to, Message message, ActorId from) {
  std::pair<std::shared_ptr<ActorCell>, std::shared_ptr<NodeHost>> target;
  {
    const std::shared_lock lock(state_->mutex);
    const auto found = state_->cells.find(to);
    if (found == state_->cells.end()) return;
    target = found->second;
  }
  target.second->deliver(target.first, Delivered{from, std::move(message)});
}

void Runtime::removeNode(NodeId node, bool crash) {
  std::shared_ptr<NodeHost> host;
  {
    const std::unique_lock lock(state_->mutex);
    const auto found = state_->hosts.find(node);
    if (found == state_->hosts.end()) return;
    host = found->second;
    state_->hosts.erase(found);
    std::erase_if(state_->cells, [&](const auto& entry) { return entry.second.second == host; });
  }
  host->remove(crash);
}

NodeUsage Runtime::usage(NodeId node) const {
  const auto host = state_->host(node);
  return host == nullptr ? NodeUsage{} : host->usage();
}

BufferPool& Runtime::buffers() {
  return state_->buffers;
}

void Runtime::stop() {
  if (state_->stopped) return;
  state_->stopped = true;
  std::vector<NodeId> nodes;
  {
    const std::shared_lock lock(state_->mutex);
    for (const auto& [node, host] : state_->hosts) nodes.push_back(node);
  }
  for (const NodeId node : nodes) removeNode(node, false);
  state_->crypto.stop();
  state_->crypto.join();
  for (const auto& reactor : state_->reactors) reactor->stop();
}

}  // namespace aurigraph::runtime
