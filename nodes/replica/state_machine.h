#pragma once

#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/ledger/ledger.h"
#include "core/wire/block.h"
#include "core/wire/outcome.h"
#include "core/wire/version_rule.h"

namespace aurigraph::replica {

/// The seam "State machine" of DESIGN §3: what a replica executes decided blocks on. A pure function of
/// the blocks, the same on every replica. The product's is the ledger; `bench consensus` has one that does
/// nothing, so that ordering can be measured alone. Called per block and per slice, never per operation.
class StateMachine {
 public:
  virtual ~StateMachine() = default;

  /// Whether signatures and body roots are to be checked; if not, every verdict is good.
  [[nodiscard]] virtual bool needsVerdicts() const = 0;

  /// The block of height() + 1; see ledger::Ledger for all three.
  virtual void begin(const wire::Block& block, std::span<const bool> verdicts) = 0;
  /// About so many operations more. True when the block is done.
  virtual bool advance(std::size_t maxOperations) = 0;
  [[nodiscard]] virtual wire::BlockOutcome finish() = 0;

  [[nodiscard]] virtual Height height() const = 0;
  [[nodiscard]] virtual Digest historyRoot() const = 0;
  [[nodiscard]] virtual Height checkpointHeight() const = 0;
  [[nodiscard]] virtual Digest stateRoot() const = 0;
  /// Block time at which an empty block should be proposed, if any.
  [[nodiscard]] virtual std::optional<Nanoseconds> nextTimer() const = 0;

  /// Which protocol versions later blocks may name; nothing: it knows no rules that versions could change.
  [[nodiscard]] virtual std::optional<wire::VersionRule> versions() const { return std::nullopt; }

  /// What the next batch of an author's session must have; nothing: the session is closed.
  [[nodiscard]] virtual std::optional<RequestNumber> nextRequest(const PublicKey& author,
                                                                 SessionNumber session) const = 0;

  /// For messages that read the ledger; null where there is none.
  [[nodiscard]] virtual const ledger::Ledger* ledger() const { return nullptr; }
};

/// The product's.
class LedgerMachine final : public StateMachine {
 public:
  explicit LedgerMachine(std::unique_ptr<ledger::Ledger> ledger) : ledger_(std::move(ledger)) {}

  [[nodiscard]] bool needsVerdicts() const override { return true; }
  void begin(const wire::Block& block, std::span<const bool> verdicts) override {
    ledger_->begin(block, verdicts);
  }
  bool advance(std::size_t maxOperations) override { return ledger_->advance(maxOperations); }
  [[nodiscard]] wire::BlockOutcome finish() override { return ledger_->finish(); }
  [[nodiscard]] Height height() const override { return ledger_->height(); }
  [[nodiscard]] Digest historyRoot() const override { return ledger_->historyRoot(); }
  [[nodiscard]] Height checkpointHeight() const override { return ledger_->checkpointHeight(); }
  [[nodiscard]] Digest stateRoot() const override { return ledger_->stateRoot(); }
  [[nodiscard]] std::optional<Nanoseconds> nextTimer() const override { return ledger_->nextTimer(); }
  [[nodiscard]] std::optional<wire::VersionRule> versions() const override { return ledger_->versions(); }
  [[nodiscard]] std::optional<RequestNumber> nextRequest(const PublicKey& author,
                                                         SessionNumber session) const override {
    return ledger_->nextRequest(author, session);
  }
  [[nodiscard]] const ledger::Ledger* ledger() const override { return ledger_.get(); }

 private:
  std::unique_ptr<ledger::Ledger> ledger_;
};

}  // namespace aurigraph::replica
