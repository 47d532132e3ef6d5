#include "nodes/validator/validator.h"

#include "nodes/replica/replica_actor.h"

namespace aurigraph::validator {
namespace {

template <class L>
runtime::Message messageOf(L message) {
  return std::make_shared<const std::any>(std::move(message));
}

/// Passes applied blocks to a function: the replica speaks to actors only.
class BlockListener final : public runtime::Actor {
 public:
  explicit BlockListener(std::function<void(const replica::BlockApplied&)> onBlock)
      : onBlock_(std::move(onBlock)) {}

  void step(const runtime::Event& event, runtime::Out&) override {
    const auto* delivered = std::get_if<runtime::Delivered>(&event);
    if (delivered == nullptr) return;
    if (const auto* block = std::any_cast<replica::BlockApplied>(delivered->message.get())) onBlock_(*block);
  }

 private:
  std::function<void(const replica::BlockApplied&)> onBlock_;
};

}  // namespace

Validator::Validator(runtime::Runtime& runtime, ValidatorOptions options) : runtime_(runtime) {
  replica::ReplicaOptions replicaOptions;
  replicaOptions.self = options.node;
  replicaOptions.genesis = std::move(options.genesis);
  replicaOptions.stateSecret = options.stateSecret;
  replicaOptions.ledger = options.ledger;
  if (options.onBlock)
    replicaOptions.listeners.push_back(
        runtime_.addActor(options.node, [onBlock = std::move(options.onBlock)](runtime::Environment&) {
          return std::make_unique<BlockListener>(onBlock);
        }));
  replica_ = runtime_.addActor(options.node, [&](runtime::Environment& environment) {
    return std::make_unique<replica::Replica>(replicaOptions, environment);
  });
  runtime_.routeFrames(options.node, replica_);
}

void Validator::status(std::function<void(const replica::ReplicaStatus&)> answer) {
  runtime_.post(replica_, messageOf(replica::AskStatus{std::move(answer)}));
}

void Validator::handOverTo(NodeId other) {
  runtime_.post(replica_, messageOf(replica::HandOverLeadership{other}));
}

}  // namespace aurigraph::validator
