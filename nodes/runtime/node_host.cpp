#include "nodes/runtime/node_host.h"

#include <sys/random.h>

#include <algorithm>
#include <boost/asio/post.hpp>
#include <chrono>
#include <future>

#include "nodes/runtime/clocks.h"

namespace aurigraph::runtime {
namespace {

// Turns of one actor before another one of the reactor has its turn.
constexpr std::size_t kTurnsInARow = 16;
constexpr std::size_t kRandomNumbersAtOnce = 32;

}  // namespace

Verified NodeHost::verify(const VerifyBatch& request) {
  const std::size_t space = bodyCapacity(request.buffer.bufferClass());
  if (request.bodyOffset > space || request.header.bodySize > space - request.bodyOffset)
    return {request.token, false, "batch.size_mismatch"};
  const ByteView body =
      BufferRef(request.buffer).bodySpace().subspan(request.bodyOffset, request.header.bodySize);
  bodyRoots_.fetch_add(1, std::memory_order_relaxed);
  bytesHashed_.fetch_add(body.size(), std::memory_order_relaxed);
  Status status = wire::verifyBody(request.header, body);
  if (const Digest digest = request.header.digest(); status && !verifiedSignatures_.contains(digest)) {
    signaturesVerified_.fetch_add(1, std::memory_order_relaxed);
    status = wire::verifySignature(request.header);
    if (status) verifiedSignatures_.add(digest);
  }
  return {request.token, status.has_value(), status ? std::string_view() : status.error().code};
}

NodeHost::NodeHost(NodeOptions options, Reactor& reactor, boost::asio::thread_pool& crypto,
                   BufferPool& buffers, PostMessage postMessage)
    : options_(std::move(options)),
      reactor_(reactor),
      crypto_(crypto),
      buffers_(buffers),
      postMessage_(std::move(postMessage)),
      transport_(options_.transport),
      disk_(options_.dataFolder, options_.crashable, options_.name) {}

Status NodeHost::start() {
  if (auto opened = disk_.open(); !opened) return opened;
  if (transport_ == nullptr) return {};
  // The transport is stopped before this node goes (remove), so the callbacks may hold a bare pointer.
  Transport::Receiver receiver;
  receiver.onFrame = [this](NodeId from, Channel channel, FrameRef frame) {
    const auto receive = [self = shared_from_this(), from, channel, frame = std::move(frame)] {
      if (self->frameActor_ == nullptr) return;
      self->enqueue(self->frameActor_, FrameReceived{from, channel, frame});
    };
    if (reactor_.isThisThread())
      receive();
    else
      boost::asio::post(reactor_.context(), receive);
  };
  receiver.onPeerUp = [this](NodeId peer) {
    boost::asio::post(reactor_.context(), [self = shared_from_this(), peer] { self->onPeer(peer, true); });
  };
  receiver.onPeerDown = [this](NodeId peer) {
    boost::asio::post(reactor_.context(), [self = shared_from_this(), peer] { self->onPeer(peer, false); });
  };
  if (auto started = transport_->start(std::move(receiver)); !started) {
    disk_.finish();
    return started;
  }
  return {};
}

void NodeHost::addActor(std::shared_ptr<ActorCell> cell) {
  boost::asio::post(reactor_.context(), [self = shared_from_this(), cell = std::move(cell)] {
    self->cells_.push_back(cell);
    self->enqueue(cell, Started{});
  });
}

void NodeHost::routeFrames(std::shared_ptr<ActorCell> cell) {
  boost::asio::post(reactor_.context(), [self = shared_from_this(), cell = std::move(cell)] {
    self->frameActor_ = cell;
    for (const NodeId peer : self->peersUp_) self->enqueue(cell, PeerUp{peer});
  });
}

void NodeHost::onPeer(NodeId peer, bool up) {
  if (up)
    peersUp_.insert(peer);
  else
    peersUp_.erase(peer);
  if (frameActor_ != nullptr) enqueue(frameActor_, up ? Event(PeerUp{peer}) : Event(PeerDown{peer}));
}

void NodeHost::deliver(const std::shared_ptr<ActorCell>& cell, Event event) {
  if (reactor_.isThisThread()) {
    enqueue(cell, std::move(event));
    return;
  }
  boost::asio::post(reactor_.context(),
                    [self = shared_from_this(), cell, event = std::move(event)]() mutable {
                      self->enqueue(cell, std::move(event));
                    });
}

void NodeHost::enqueue(const std::shared_ptr<ActorCell>& cell, Event event) {
  if (dead_) return;
  if (std::holds_alternative<FrameReceived>(event)) {
    if (cell->waitingFrames >= kMaxWaitingFrames) {
      framesDropped_.fetch_add(1, std::memory_order_relaxed);
      return;
    }
    ++cell->waitingFrames;
  }
  cell->mailbox.push_back(std::move(event));
  schedule(cell);
}

void NodeHost::schedule(const std::shared_ptr<ActorCell>& cell) {
  if (cell->scheduled) return;
  cell->scheduled = true;
  boost::asio::post(reactor_.context(), [self = shared_from_this(), cell] { self->runTurns(cell); });
}

void NodeHost::runTurns(const std::shared_ptr<ActorCell>& cell) {
  cell->scheduled = false;
  // The thread's CPU clock is a system call, the steady one is not: CPU is read once for a row of turns, and
  // a turn's share of it is at most what the steady clock says.
  const std::uint64_t cpuBefore = threadCpuNanoseconds();
  std::uint64_t longest = 0;
  std::uint64_t turns = 0;
  std::uint64_t before = steadyNanoseconds();
  for (std::size_t turn = 0; turn < kTurnsInARow && !dead_ && !cell->mailbox.empty(); ++turn) {
    const Event event = std::move(cell->mailbox.front());
    cell->mailbox.pop_front();
    if (std::holds_alternative<FrameReceived>(event)) --cell->waitingFrames;
    Out out;
    cell->actor->step(event, out);
    carryOut(cell, out.requests());
    const std::uint64_t after = steadyNanoseconds();
    longest = std::max(longest, after - before);
    before = after;
    ++turns;
  }
  const std::uint64_t cpu = threadCpuNanoseconds() - cpuBefore;
  cpu_.fetch_add(cpu, std::memory_order_relaxed);
  turns_.fetch_add(turns, std::memory_order_relaxed);
  if (std::min(longest, cpu) > longestTurn_.load(std::memory_order_relaxed))
    longestTurn_.store(std::min(longest, cpu), std::memory_order_relaxed);
  if (dead_)
    cell->mailbox.clear();
  else if (!cell->mailbox.empty())
    schedule(cell);
}

void NodeHost::carryOut(const std::shared_ptr<ActorCell>& cell, std::vector<Request>& requests) {
  for (Request& request : requests) {
    if (dead_) return;
    carryOut(cell, request);
  }
}

void NodeHost::carryOut(const std::shared_ptr<ActorCell>& cell, Request& request) {
  const auto self = shared_from_this();
  if (auto* timer = std::get_if<SetTimer>(&request)) {
    reactor_.at(timer->at, [self, cell, token = timer->token] { self->enqueue(cell, Fired{token}); });
  } else if (auto* io = std::get_if<SubmitIo>(&request)) {
    disk_.submit(cell->id, io->file, std::move(io->op), io->token,
                 [self, cell](IoDone done) { self->deliver(cell, std::move(done)); });
  } else if (auto* send = std::get_if<SendFrame>(&request)) {
    if (transport_ != nullptr) transport_->send(send->to, send->channel, std::move(send->frame));
  } else if (auto* batch = std::get_if<VerifyBatch>(&request)) {
    onCryptoPool(cell, [self, work = std::move(*batch)]() -> Event { return self->verify(work); });
  } else if (auto* digest = std::get_if<VerifyDigest>(&request)) {
    onCryptoPool(cell, [work = *digest]() -> Event {
      return Verified{work.token, crypto::verify(work.key, work.digest, work.signature), {}};
    });
  } else if (auto* sign = std::get_if<SignDigest>(&request)) {
    onCryptoPool(cell, [self, work = *sign]() -> Event {
      return Signed{work.token, self->options_.key.sign(work.digest)};
    });
  } else if (auto* message = std::get_if<SendMessage>(&request)) {
    postMessage_(message->to, std::move(message->message), cell->id);
  } else if (std::holds_alternative<ContinueSoon>(request)) {
    enqueue(cell, Continue{});
  } else if (auto* stop = std::get_if<StopNode>(&request)) {
    dead_ = true;
    if (options_.onStopped) options_.onStopped(stop->why);
  }
}

template <class Work>
void NodeHost::onCryptoPool(const std::shared_ptr<ActorCell>& cell, Work work) {
  cryptoUnderWay_.fetch_add(1, std::memory_order_relaxed);
  boost::asio::post(crypto_, [self = shared_from_this(), cell, work = std::move(work)]() mutable {
    const std::uint64_t before = threadCpuNanoseconds();
    Event event = work();
    self->cpu_.fetch_add(threadCpuNanoseconds() - before, std::memory_order_relaxed);
    self->deliver(cell, std::move(event));
    NodeHost& host = *self;
    {
      [[maybe_unused]] const Work spent = std::move(work);  // gives its buffer back before the count says so
    }
    if (host.cryptoUnderWay_.fetch_sub(1, std::memory_order_acq_rel) == 1) host.cryptoUnderWay_.notify_all();
  });
}

void NodeHost::waitOnReactor(std::function<void()> work) {
  std::promise<void> done;
  boost::asio::post(reactor_.context(), [&] {
    work();
    done.set_value();
  });
  done.get_future().wait();
}

void NodeHost::remove(bool crash) {
  AG_ASSERT(!reactor_.isThisThread());
  if (crash) disk_.crash();  // first, so that nothing of what is queued reaches it
  if (transport_ != nullptr) transport_->stop();
  waitOnReactor([this] { dead_ = true; });
  if (!crash) disk_.finish();
  for (auto left = cryptoUnderWay_.load(); left != 0; left = cryptoUnderWay_.load())
    cryptoUnderWay_.wait(left);
  waitOnReactor([this] {
    for (const auto& cell : cells_) {
      cell->mailbox.clear();
      cell->actor.reset();
    }
    cells_.clear();
    frameActor_.reset();
    transport_.reset();  // its sockets belong to this reactor
    options_.transport.reset();
  });
}

NodeUsage NodeHost::usage() const {
  NodeUsage usage;
  usage.cpuNanoseconds = cpu_.load(std::memory_order_relaxed) + disk_.cpuNanoseconds();
  usage.longestTurnNanoseconds = longestTurn_.load(std::memory_order_relaxed);
  usage.turns = turns_.load(std::memory_order_relaxed);
  usage.framesDropped = framesDropped_.load(std::memory_order_relaxed);
  usage.signaturesVerified = signaturesVerified_.load(std::memory_order_relaxed);
  usage.bodyRoots = bodyRoots_.load(std::memory_order_relaxed);
  usage.bytesHashed = bytesHashed_.load(std::memory_order_relaxed);
  usage.diskOperations = disk_.operations();
  usage.diskBytes = disk_.bytes();
  usage.directIo = disk_.directIo();
  return usage;
}

Nanoseconds NodeHost::wallClock() {
  return Nanoseconds(std::chrono::duration_cast<std::chrono::nanoseconds>(
                         std::chrono::system_clock::now().time_since_epoch())
                         .count());
}

std::uint64_t NodeHost::randomNumber() {
  if (random_.empty()) {
    random_.resize(kRandomNumbersAtOnce);
    const std::size_t size = random_.size() * sizeof(random_[0]);
    AG_ASSERT(::getrandom(random_.data(), size, 0) == static_cast<ssize_t>(size));  // <= 256: never short
  }
  const std::uint64_t number = random_.back();
  random_.pop_back();
  return number;
}

}  // namespace aurigraph::runtime
