#pragma once

#include "nodes/business/business.h"

namespace aurigraph::gateway {

/// A node that owes more certificates than it can remember: whatever is committed is told *final* as not
/// known yet, at once.
class ForgetfulBusiness final : public business::BusinessService {
 public:
  explicit ForgetfulBusiness(business::BusinessService& node) : node_(node) {}

  void submit(Bytes batch, Answer committed, Answer final) override {
    node_.submit(std::move(batch), both(std::move(committed), std::move(final)), {[](const auto&) {}});
  }
  void submitPacked(BufferRef batch, Answer committed, Answer final) override {
    node_.submitPacked(std::move(batch), both(std::move(committed), std::move(final)), {[](const auto&) {}});
  }
  BufferRef acquire(BufferClass bufferClass) override { return node_.acquire(bufferClass); }
  void withLedger(std::function<void(const ledger::Ledger&)> read) override {
    node_.withLedger(std::move(read));
  }
  void listen(Listener listener) override { node_.listen(std::move(listener)); }
  void status(std::function<void(replica::ReplicaStatus)> answer) override {
    node_.status(std::move(answer));
  }
  void blocks(Height from, std::function<void(std::vector<wire::Block>)> answer) override {
    node_.blocks(from, std::move(answer));
  }

 private:
  static Answer both(Answer committed, Answer final) {
    return [committed = std::move(committed), final = std::move(final)](Result<business::BatchOutcome> said) {
      if (said) said->final = false;
      committed(said);
      final(said);
    };
  }

  business::BusinessService& node_;
};

}  // namespace aurigraph::gateway
