#include "nodes/business/business_node.h"

#include <utility>

namespace aurigraph::business {
namespace {

template <class T>
runtime::Message messageOf(T content) {
  return std::make_shared<const std::any>(std::move(content));
}

}  // namespace

BusinessNode::BusinessNode(runtime::Runtime& runtime, NodeId node, BusinessOptions options)
    : runtime_(runtime),
      node_(node),
      keptFreeSmall_(runtime.buffers().available(BufferClass::kSmall) / 2),
      keptFreeBlock_(runtime.buffers().available(BufferClass::kBlock) / 2) {
  // The actor's own name is known only after it is made; it writes to itself no sooner than use() was said.
  auto self = std::make_shared<std::atomic<std::uint32_t>>(0);
  actor_ = runtime_.addActor(node, [&](runtime::Environment& environment) {
    return std::make_unique<BusinessActor>(options, environment, askLedger,
                                           [&runtime, self](runtime::Message message) {
                                             const runtime::ActorId to(self->load());
                                             runtime.post(to, std::move(message), to);
                                           });
  });
  self->store(actor_.value);
}

void BusinessNode::use(runtime::ActorId replica) {
  runtime_.post(actor_, messageOf(UseReplica{replica}));
}

void BusinessNode::submit(Bytes batch, Answer committed, Answer final) {
  runtime_.post(actor_, messageOf(Submit{std::move(batch), {}, std::move(committed), std::move(final)}));
}

void BusinessNode::submitPacked(BufferRef batch, Answer committed, Answer final) {
  runtime_.post(actor_, messageOf(Submit{{}, std::move(batch), std::move(committed), std::move(final)}));
}

BufferRef BusinessNode::acquire(BufferClass bufferClass) {
  BufferPool& pool = runtime_.buffers();
  const std::size_t keep = bufferClass == BufferClass::kSmall ? keptFreeSmall_ : keptFreeBlock_;
  return pool.available(bufferClass) > keep ? pool.acquire(bufferClass) : BufferRef();
}

void BusinessNode::withLedger(std::function<void(const ledger::Ledger&)> read) {
  runtime_.post(actor_, messageOf(PassOn{messageOf(replica::ReadLedger{std::move(read)})}));
}

void BusinessNode::listen(Listener listener) {
  runtime_.post(actor_, messageOf(Listen{std::move(listener)}));
}

void BusinessNode::blocks(Height from, std::function<void(std::vector<wire::Block>)> answer) {
  runtime_.post(actor_, messageOf(PassOn{messageOf(replica::ReadBlocks{from, std::move(answer)})}));
}

void BusinessNode::status(std::function<void(replica::ReplicaStatus)> answer) {
  auto complete = [answer = std::move(answer), &runtime = runtime_,
                   node = node_](const replica::ReplicaStatus& status) {
    replica::ReplicaStatus whole = status;
    whole.directIo = runtime.usage(node).directIo;
    answer(whole);
  };
  runtime_.post(actor_, messageOf(PassOn{messageOf(replica::AskStatus{std::move(complete)})}));
}

}  // namespace aurigraph::business
