#include "nodes/cluster/in_process_driver.h"

#include <algorithm>
#include <thread>

#include "nodes/cluster/memory_limits.h"

namespace aurigraph::cluster {
namespace {

/// What each node may hold at once: log, links and ordering of a window of full blocks.
constexpr std::size_t kBlockBuffersPerNode = 32;
constexpr std::size_t kSmallBuffersPerNode = 512;
constexpr std::size_t kServiceThreads = 2;

runtime::RuntimeOptions runtimeOptions(std::size_t nodes, std::size_t reactors) {
  runtime::RuntimeOptions options;
  options.reactors = std::max<std::size_t>(1, reactors);
  options.cryptoThreads = 2;
  options.smallBuffers = kSmallBuffersPerNode * nodes;
  options.blockBuffers = kBlockBuffersPerNode * nodes;
  return options;
}

}  // namespace

InProcessDriver::InProcessDriver(Options options, std::function<NodeConfig(const PlannedNode&)> configOf)
    : options_(std::move(options)),
      configOf_(std::move(configOf)),
      runtime_(runtimeOptions(options_.nodes.size(), options_.reactors)),
      services_(kServiceThreads) {}

InProcessDriver::~InProcessDriver() {
  for (auto& [id, hosted] : nodes_)
    if (hosted.node) hosted.node->stop();
  nodes_.clear();
  services_.stop();
  runtime_.stop();
}

Status InProcessDriver::start(const PlannedNode& planned) {
  Hosted& hosted = nodes_[planned.node];
  if (hosted.node) return {};
  hosted.ended.reset();
  hosted.poison = std::make_shared<std::optional<Error>>();
  NodeEnvironment environment{
      .runtime = runtime_,
      .services = services_,
      .log = options_.logger(planned.name),
      .cores = static_cast<double>(std::max(1U, std::thread::hardware_concurrency())) /
               static_cast<double>(options_.nodes.size()),
      .memoryLimitBytes = embeddedMemoryLimit(planned.kind, options_.nodes, machineMemory()),
      .crashable = options_.crashable,
      .onStopped =
          [mutex = poisonMutex_, poison = hosted.poison](const Error& why) {
            const std::lock_guard lock(*mutex);
            *poison = why;
          },
      .falseKey = std::nullopt};
  if (const auto found = options_.falseKeys.find(planned.node); found != options_.falseKeys.end())
    environment.falseKey = found->second;
  auto started = RunningNode::start(configOf_(planned), std::move(environment));
  if (!started) return propagate(started);
  hosted.node = std::move(*started);
  return {};
}

void InProcessDriver::stop(NodeId node) {
  Hosted& hosted = nodes_[node];
  if (hosted.node) hosted.node->stop();
  hosted.node.reset();
  hosted.ended.reset();
}

void InProcessDriver::kill(NodeId node) {
  Hosted& hosted = nodes_[node];
  if (hosted.node) hosted.node->crash();
  hosted.node.reset();
  hosted.ended.reset();
}

HostedNode InProcessDriver::look(NodeId node) {
  Hosted& hosted = nodes_[node];
  std::optional<Error> poison;
  if (hosted.poison) {
    const std::lock_guard lock(*poisonMutex_);
    poison = std::exchange(*hosted.poison, std::nullopt);
  }
  if (poison && hosted.node) {
    kill(node);
    hosted.ended = poison;
  }
  const bool running = hosted.node != nullptr;  // its start returned, so it has its ports
  return {running, running, hosted.ended};
}

Status InProcessDriver::renew(NodeId node) {
  Hosted& hosted = nodes_[node];
  return hosted.node ? hosted.node->renew() : Status{};
}

business::BusinessService* InProcessDriver::business(NodeId node) {
  const auto found = nodes_.find(node);
  return found == nodes_.end() || !found->second.node ? nullptr : found->second.node->business();
}

}  // namespace aurigraph::cluster
