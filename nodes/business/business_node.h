#pragma once

#include <atomic>
#include <memory>

#include "nodes/business/business.h"
#include "nodes/business/business_actor.h"
#include "nodes/runtime/runtime.h"

namespace aurigraph::business {

/// The thread-safe front of a business node in a Runtime. Make it before the replica, give its actor() to the
/// replica as a listener, then say use(). The node must have been added; the runtime must outlive this.
class BusinessNode final : public BusinessService {
 public:
  BusinessNode(runtime::Runtime& runtime, NodeId node, BusinessOptions options);

  [[nodiscard]] runtime::ActorId actor() const { return actor_; }
  void use(runtime::ActorId replica);

  void submit(Bytes batch, Answer committed, Answer final) override;
  void submitPacked(BufferRef batch, Answer committed, Answer final) override;
  BufferRef acquire(BufferClass bufferClass) override;
  void withLedger(std::function<void(const ledger::Ledger&)> read) override;
  void listen(Listener listener) override;
  void status(std::function<void(replica::ReplicaStatus)> answer) override;
  void blocks(Height from, std::function<void(std::vector<wire::Block>)> answer) override;

 private:
  runtime::Runtime& runtime_;
  NodeId node_;
  std::size_t keptFreeSmall_;  ///< Buffers that clients never get: consensus lives on them.
  std::size_t keptFreeBlock_;
  runtime::ActorId actor_;
};

}  // namespace aurigraph::business
