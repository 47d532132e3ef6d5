#include "nodes/cluster/peer_watch.h"

#include <pthread.h>

#include <algorithm>

#include "nodes/cluster/node_usage.h"

namespace aurigraph::cluster {
namespace {

constexpr std::chrono::milliseconds kEvery{1'000};
/// A node that takes longer is as good as gone for who looks at it.
constexpr std::chrono::milliseconds kTimeout{900};
constexpr std::size_t kThreads = 2;

}  // namespace

PeerWatch::PeerWatch(std::vector<Peer> peers, std::string authorityPem)
    : authorityPem_(std::move(authorityPem)) {
  for (Peer& peer : peers) {
    Watched one;
    one.reading.id = peer.node;
    one.reading.kind = peer.kind;
    one.reading.name = peer.name;
    one.reading.detail =
        peer.port == 0 ? "This business node is not told where it answers." : "It was not asked yet.";
    one.due = peer.port == 0 ? Clock::time_point::max() : Clock::now();
    one.peer = std::move(peer);
    watched_.push_back(std::move(one));
  }
  for (std::size_t made = 0; made < std::min(kThreads, watched_.size()); ++made)
    threads_.emplace_back([this] {
      pthread_setname_np(pthread_self(), "peers");
      run();
    });
}

PeerWatch::~PeerWatch() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  for (auto& thread : threads_) thread.join();
}

std::vector<telemetry::NodeReading> PeerWatch::readings() const {
  const std::lock_guard lock(mutex_);
  std::vector<telemetry::NodeReading> out;
  for (const Watched& one : watched_) {
    out.push_back(one.reading);
    if (one.seen)
      out.back().seenMsAgo = static_cast<std::uint64_t>(
          std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - *one.seen).count());
  }
  return out;
}

void PeerWatch::run() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    Watched* next = nullptr;
    for (Watched& one : watched_)
      if (!one.asking && (next == nullptr || one.due < next->due)) next = &one;
    // With all of them being asked, whoever is done first wakes us.
    if (next == nullptr || next->due == Clock::time_point::max()) {
      wake_.wait(lock);
      continue;
    }
    if (next->due > Clock::now()) {
      wake_.wait_until(lock, next->due);
      continue;
    }
    next->asking = true;
    lock.unlock();
    telemetry::NodeReading reading = ask(*next);
    lock.lock();
    next->asking = false;
    next->due = std::max(next->due + kEvery, Clock::now());
    if (reading.seenMsAgo) next->seen = Clock::now();
    reading.seenMsAgo.reset();
    next->reading = std::move(reading);
    wake_.notify_all();
  }
}

/// Of a node that answered, `seenMsAgo` is set.
telemetry::NodeReading PeerWatch::ask(Watched& watched) {
  telemetry::NodeReading out;
  out.id = watched.peer.node;
  out.kind = watched.peer.kind;
  out.name = watched.peer.name;
  if (!watched.client) {
    client::ClientOptions options;
    options.host = watched.peer.host;
    options.port = watched.peer.port;
    options.trustedPem = authorityPem_;
    // Every node's certificate carries it, whatever machine the node runs on; the authority is the cluster's.
    options.serverName = "localhost";
    options.timeout = kTimeout;
    auto made = client::ApiClient::create(std::move(options));
    if (!made) {
      out.detail = made.error().message;
      return out;
    }
    watched.client = std::move(*made);
  }
  const auto answer = watched.client->health();
  if (!answer) {
    out.detail = answer.error().message;
    return out;
  }
  out.seenMsAgo = 0;
  readHealth(*answer, out);
  return out;
}

}  // namespace aurigraph::cluster
