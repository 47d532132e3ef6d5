#include "nodes/validator/validator.h"

#include "nodes/replica/replica_actor.h"

namespace aurigraph::validator {
namespace {

template <class L>
runtime::Message messageOf(L message) {
  return std::make_shared<const std::any>(std::move(message));
}

/// Passes what the replica tells to functions: it speaks to actors only.
class ReplicaListener final : public runtime::Actor {
 public:
  ReplicaListener(std::function<void(const replica::BlockApplied&)> onBlock,
                  std::function<void(const replica::InvariantBroken&)> onInvariantBroken)
      : onBlock_(std::move(onBlock)), onInvariantBroken_(std::move(onInvariantBroken)) {}

  void step(const runtime::Event& event, runtime::Out&) override {
    const auto* delivered = std::get_if<runtime::Delivered>(&event);
    if (delivered == nullptr) return;
    const std::any& message = *delivered->message;
    if (const auto* block = std::any_cast<replica::BlockApplied>(&message); block != nullptr && onBlock_)
      onBlock_(*block);
    if (const auto* broken = std::any_cast<replica::InvariantBroken>(&message);
        broken != nullptr && onInvariantBroken_)
      onInvariantBroken_(*broken);
  }

 private:
  std::function<void(const replica::BlockApplied&)> onBlock_;
  std::function<void(const replica::InvariantBroken&)> onInvariantBroken_;
};

}  // namespace

Validator::Validator(runtime::Runtime& runtime, ValidatorOptions options) : runtime_(runtime) {
  replica::ReplicaOptions replicaOptions;
  replicaOptions.self = options.node;
  replicaOptions.genesis = std::move(options.genesis);
  replicaOptions.stateSecret = options.stateSecret;
  replicaOptions.ledger = options.ledger;
  if (options.onBlock || options.onInvariantBroken)
    replicaOptions.listeners.push_back(runtime_.addActor(
        options.node,
        [onBlock = std::move(options.onBlock), onBroken = std::move(options.onInvariantBroken)](
            runtime::Environment&) { return std::make_unique<ReplicaListener>(onBlock, onBroken); }));
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
