#pragma once

#include <functional>

#include "nodes/replica/replica.h"

namespace aurigraph::replica {

/// Whether this node's ledger shows what the cluster has decided, or only what it had decided once.
///
/// After a start a node knows nothing of what is decided until a leader speaks, and the first word of a
/// leader may be older than what an earlier one acknowledged: only an entry of its own term decides what
/// earlier terms left (Raft §5.4.2). So a leader's commit index counts from the moment on when the block
/// at it is of the leader's own term, and the node is ready once it has executed that block. It stays
/// ready without a leader: what it shows is then old, but was the whole truth. Pure, no clock.
class Readiness {
 public:
  /// The leader of `term` says that everything up to `commit` is decided. 0 says nothing.
  void heard(Term term, Height commit);
  /// After whatever may have changed it. `termOf`: of the block at a height in this node's log; 0: not
  /// there. True if ready() changed.
  bool look(Height applied, const std::function<Term(Height)>& termOf);

  [[nodiscard]] bool ready() const { return ready_; }
  /// What is decided, as far as this node was told in this life; 0: nobody spoke yet.
  [[nodiscard]] Height known() const { return said_; }

 private:
  bool ready_ = false;
  Term term_;        ///< Of the leader that said …
  Height said_;      ///< … this, the most so far.
  Term targetTerm_;  ///< What is to be executed first: a word of this term's leader …
  Height target_;    ///< … that does not run away while it is executed.
};

}  // namespace aurigraph::replica
