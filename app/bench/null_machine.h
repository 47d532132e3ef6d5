#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/crypto/merkle.h"
#include "nodes/replica/state_machine.h"

namespace aurigraph::bench {

/// The state machine of `bench consensus`: keeps what ordering needs (sessions, the history's root) and
/// does nothing with the bytes. Unsigned batches count; every operation succeeds.
class NullMachine final : public replica::StateMachine {
 public:
  [[nodiscard]] bool needsVerdicts() const override { return false; }
  void begin(const wire::Block& block, std::span<const bool>) override {
    AG_ASSERT(block.header().height == height_.next());
    block_ = block;
  }
  bool advance(std::size_t) override { return true; }
  [[nodiscard]] wire::BlockOutcome finish() override {
    std::vector<wire::BatchResult> results(block_.batchCount());
    for (std::size_t at = 0; at < results.size(); ++at) {
      const wire::BatchHeader& batch = block_.batch(at);
      results[at].count = batch.count;
      next_[{batch.author, batch.session}] = batch.request.next();
    }
    height_ = block_.header().height;
    auto outcome = wire::outcomeOf(std::move(results), {});
    history_.append(wire::historyLeaf(block_.hash(), outcome));
    block_ = {};
    return outcome;
  }
  [[nodiscard]] Height height() const override { return height_; }
  [[nodiscard]] Digest historyRoot() const override { return history_.root(); }
  [[nodiscard]] Height checkpointHeight() const override { return {}; }
  [[nodiscard]] Digest stateRoot() const override { return {}; }
  [[nodiscard]] std::optional<Nanoseconds> nextTimer() const override { return std::nullopt; }
  [[nodiscard]] std::optional<RequestNumber> nextRequest(const PublicKey& author,
                                                         SessionNumber session) const override {
    const auto known = next_.find({author, session});
    return known == next_.end() ? RequestNumber(1) : known->second;
  }

 private:
  wire::Block block_;
  Height height_;
  crypto::MerkleFrontier history_;
  std::map<std::pair<PublicKey, SessionNumber>, RequestNumber> next_;
};

}  // namespace aurigraph::bench
