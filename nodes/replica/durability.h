#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "core/consensus/effects.h"
#include "nodes/log/log.h"

namespace aurigraph::replica {

/// Keeps what promises something about the disk until the disk has it. The log speaks of blocks and of
/// hard states apart; consensus wants to know "everything up to sequence n".
class DurabilityGate {
 public:
  void begin(consensus::PersistSequence sequence, const std::optional<consensus::HardState>& hardState,
             Height lastHeight);
  void hold(consensus::Deferred deferred) { held_.push_back(std::move(deferred)); }
  /// Blocks from here on are gone: nobody waits for them any more.
  void truncated(Height from);

  /// What the log says. True if a sequence became complete.
  bool blocksDurable(Height upTo);
  bool hardStateDurable(const log::HardState& state);

  [[nodiscard]] consensus::PersistSequence complete() const { return complete_; }
  /// Messages that may go now.
  [[nodiscard]] std::vector<consensus::Envelope> release();

 private:
  struct Item {
    consensus::PersistSequence sequence;
    std::optional<consensus::HardState> hardState;
    Height last;
  };
  bool advance();

  std::deque<Item> items_;
  std::deque<consensus::Deferred> held_;
  Height blocks_;
  log::HardState state_;
  consensus::PersistSequence complete_;
};

}  // namespace aurigraph::replica
