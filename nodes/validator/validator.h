#pragma once

#include <functional>
#include <memory>

#include "core/ledger/ledger.h"
#include "core/wire/genesis.h"
#include "nodes/replica/replica.h"
#include "nodes/runtime/runtime.h"

namespace aurigraph::validator {

struct ValidatorOptions {
  NodeId node;
  wire::Genesis genesis;
  wire::StateSecret stateSecret;
  ledger::Limits ledger;
  /// Each applied block, on the node's reactor; must not block. May be empty.
  std::function<void(const replica::BlockApplied&)> onBlock;
  std::function<void(const replica::InvariantBroken&)> onInvariantBroken = {};  ///< There too.
};

/// A node that votes: the replica of lane 0 on an added node of the runtime. Holds no state of its own;
/// it ends with Runtime::removeNode.
class Validator {
 public:
  Validator(runtime::Runtime& runtime, ValidatorOptions options);

  /// Any thread; `answer` runs on the node's reactor.
  void status(std::function<void(const replica::ReplicaStatus&)> answer);
  /// If it leads: another shall (a leaving leader does so first, R-SCALE-4).
  void handOverTo(NodeId other);

 private:
  runtime::Runtime& runtime_;
  runtime::ActorId replica_;
};

}  // namespace aurigraph::validator
