#pragma once

// A business node of one process: a real ledger, one block per batch, three validators' real seals, on a
// thread of its own. What a gateway is tested against before, and apart from, a cluster.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "core/crypto/merkle.h"
#include "core/wire/packed_batch.h"
#include "nodes/business/business.h"
#include "tests/support/ledger_fixture.h"
#include "tests/support/sealed.h"

namespace aurigraph::test {

class FakeBusiness final : public business::BusinessService {
 public:
  explicit FakeBusiness(wire::Genesis genesis = testGenesis())
      : genesis_(std::move(genesis)), digest_(genesis_.digest()), voters_(genesis_.voters()) {
    ledger::Limits limits;
    limits.checkpointInterval = Height(1);
    auto made = ledger::Ledger::fromGenesis(genesis_, testSecret(), limits);
    if (!made) throw std::runtime_error(made.error().message);
    ledger_ = std::move(*made);
    thread_ = std::thread([this] { work(); });
  }
  ~FakeBusiness() override {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }

  [[nodiscard]] const wire::Genesis& genesis() const { return genesis_; }
  [[nodiscard]] const Digest& digest() const { return digest_; }
  /// Until set free again: batches commit, nothing becomes final.
  void holdCertificates(bool hold) {
    post([this, hold] {
      held_ = hold;
      if (!hold && ledger_->height().value > 0) certify();
    });
  }
  /// Batches are taken and never answered.
  void swallow(bool on) { swallow_ = on; }
  [[nodiscard]] std::uint64_t swallowed() const { return swallowed_; }
  void refuse(std::optional<Error> error) {
    post([this, error] { refusal_ = error; });
  }

  void submit(Bytes batch, Answer committed, Answer final) override {
    post([this, batch = std::move(batch), committed, final]() mutable {
      if (swallow_) {
        ++swallowed_;
        return;
      }
      auto outcome = execute(batch);
      committed(outcome);
      if (!outcome) return final(outcome);
      if (held_) return waiting_.push_back({*outcome, final});
      certify();
      outcome->final = true;
      final(outcome);
    });
  }
  void submitPacked(BufferRef batch, Answer committed, Answer final) override {
    const wire::BatchHeader header = wire::headerOf(batch);
    Bytes bytes(reinterpret_cast<const std::uint8_t*>(&header),
                reinterpret_cast<const std::uint8_t*>(&header) + sizeof(header));
    bytes.insert(bytes.end(), batch.body().begin(), batch.body().end());
    submit(std::move(bytes), std::move(committed), std::move(final));
  }
  BufferRef acquire(BufferClass bufferClass) override {
    return full_ ? BufferRef() : allocateBuffer(bufferClass);
  }
  /// No buffers for who receives batches.
  void full(bool on) { full_ = on; }
  void withLedger(std::function<void(const ledger::Ledger&)> read) override {
    post([this, read = std::move(read)] { read(*ledger_); });
  }
  void listen(Listener listener) override {
    post([this, listener = std::move(listener)] {
      for (const auto& block : applied_)
        if (listener.onBlock) listener.onBlock(block);
      if (certificate_ && listener.onCertificate) listener.onCertificate(*certificate_);
      if (listener.onLeader) listener.onLeader({NodeId(1), Term(1)});
      if (listener.onReadiness) listener.onReadiness({ready_, ledger_->height()});
      listeners_.push_back(listener);
    });
  }
  void status(std::function<void(replica::ReplicaStatus)> answer) override {
    post([this, answer = std::move(answer)] {
      replica::ReplicaStatus status;
      status.node = NodeId(1);
      status.role = replica::ReplicaStatus::Role::kLeader;
      status.term = Term(1);
      status.leader = NodeId(1);
      status.committed = status.known = status.applied = ledger_->height();
      status.ready = ready_;
      status.certified = certificate_ ? certificate_->statement.height : Height();
      status.checkpoint = ledger_->checkpointHeight();
      status.stateRoot = ledger_->stateRoot();
      status.versions = ledger_->versions();
      answer(status);
    });
  }
  void blocks(Height from, std::function<void(std::vector<wire::Block>)> answer) override {
    post([this, from, answer = std::move(answer)] {
      std::vector<wire::Block> out;
      for (std::size_t at = from.value - 1; at < applied_.size() && out.size() < 8; ++at)
        out.push_back(applied_[at].block);
      answer(out);
    });
  }
  /// As a replica that has, or has not, executed all that it knows to be decided.
  void sayReady(bool ready) {
    post([this, ready] {
      ready_ = ready;
      for (const auto& listener : listeners_)
        if (listener.onReadiness) listener.onReadiness({ready, ledger_->height()});
    });
    settle();
  }
  /// Runs on the node's thread and waits for it.
  void settle(const std::function<void(ledger::Ledger&)>& look = {}) {
    std::mutex mutex;
    std::condition_variable done;
    bool ready = false;
    post([&] {
      if (look) look(*ledger_);
      const std::lock_guard lock(mutex);
      ready = true;
      done.notify_one();
    });
    std::unique_lock lock(mutex);
    done.wait(lock, [&] { return ready; });
  }

 private:
  void post(std::function<void()> task) {
    {
      const std::lock_guard lock(mutex_);
      tasks_.push_back(std::move(task));
    }
    changed_.notify_one();
  }
  void work() {
    for (;;) {
      std::function<void()> task;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return ended_ || !tasks_.empty(); });
        if (tasks_.empty()) return;
        task = std::move(tasks_.front());
        tasks_.pop_front();
      }
      task();
    }
  }

  Result<business::BatchOutcome> execute(const Bytes& batch) {
    if (refusal_) return tl::unexpected<Error>(*refusal_);
    const auto header = wire::parseBatch(batch);
    if (!header) return propagate(header);
    const auto body = ByteView(batch).subspan(sizeof(wire::BatchHeader));
    if (const auto good = wire::verifyBatch(*header, body); !good) return propagate(good);
    if (header->genesis != digest_) return fail("batch.other_cluster", "Signed for another cluster.");
    const bool ended = ledger_->hasEnded(header->author);
    if (!ended && !ledger_->identityOf(header->author))
      return fail("batch.unknown_author", "Nobody here has this key.");
    if (const auto* row = ledger_->session(header->author, header->session))
      for (const auto& kept : row->window)
        if (kept.batch == header->digest())
          return business::BatchOutcome{kept.batch, kept.height, 0, kept.result, !held_};
    const auto next = ledger_->nextRequest(header->author, header->session);
    if (!next) return fail("session.closed", "The session is closed.");
    if (header->request < *next) return fail("session.replayed", "This request was executed before.");
    if (header->request > *next) return fail("session.gap", "An earlier request is missing.");
    if (ended) return fail("batch.key_ended", "The key was revoked or replaced.");
    const auto results = applyBlock(*header, body);
    return business::BatchOutcome{header->digest(), ledger_->height(), 0, results.front(), false};
  }

  std::vector<wire::BatchResult> applyBlock(const wire::BatchHeader& batch, ByteView body) {
    wire::BlockBuilder builder(allocateBuffer(BufferClass::kBlock));
    builder.add(batch, body);
    const auto clock = std::chrono::system_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
    wire::BlockHeader header;
    header.genesis = digest_;
    header.height = ledger_->height().next();
    header.term = Term(1);
    header.voterSet = voters_.digest();
    header.previous = applied_.empty() ? digest_ : applied_.back().block.hash();
    header.time = Nanoseconds(std::max<std::int64_t>(clock, ledger_->time().value + 1));
    const auto block = builder.finish(header);
    const bool verdict = true;
    applied_.push_back({block, ledger_->apply(block, {&verdict, 1})});
    for (const auto& listener : listeners_)
      if (listener.onBlock) listener.onBlock(applied_.back());
    return applied_.back().outcome.results;
  }

  void certify() {
    wire::SealStatement statement;
    statement.genesis = digest_;
    statement.voterSet = voters_.digest();
    statement.height = ledger_->height();
    statement.historyRoot = ledger_->historyRoot();
    statement.checkpointHeight = ledger_->checkpointHeight();
    statement.stateRoot = ledger_->stateRoot();
    const wire::Certificate certificate = sealed(statement);
    certificate_ = certificate;
    for (const auto& listener : listeners_)
      if (listener.onCertificate) listener.onCertificate(certificate);
    for (auto& [outcome, final] : waiting_) {
      outcome.final = true;
      final(outcome);
    }
    waiting_.clear();
  }

  wire::Genesis genesis_;
  Digest digest_;
  wire::VoterSet voters_;
  std::unique_ptr<ledger::Ledger> ledger_;
  std::vector<replica::BlockApplied> applied_;
  std::vector<Listener> listeners_;
  std::vector<std::pair<business::BatchOutcome, Answer>> waiting_;
  std::optional<wire::Certificate> certificate_;
  std::optional<Error> refusal_;
  bool held_ = false;
  bool ready_ = true;
  std::atomic<bool> swallow_ = false;
  std::atomic<std::uint64_t> swallowed_ = 0;
  std::atomic<bool> full_ = false;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> tasks_;
  bool ended_ = false;
  std::thread thread_;
};

}  // namespace aurigraph::test
