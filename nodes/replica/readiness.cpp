#include "nodes/replica/readiness.h"

#include <algorithm>

namespace aurigraph::replica {

void Readiness::heard(Term term, Height commit) {
  if (commit == Height(0) || term < term_) return;
  term_ = term;
  said_ = std::max(said_, commit);
}

bool Readiness::look(Height applied, const std::function<Term(Height)>& termOf) {
  const bool farBehind = said_.value > applied.value + kMostBlocksBehind;
  if (ready_ != farBehind || said_ == Height(0)) return false;
  if (ready_) {
    ready_ = false;
    target_ = said_;
    targetTerm_ = term_;
    return true;
  }
  const auto reached = [&] {
    return target_ != Height(0) && applied >= target_ && termOf(target_) == targetTerm_;
  };
  if (!reached()) {
    if (applied < target_) return false;
    // An election had not decided its first block then: the newest word, of the newest leader.
    target_ = said_;
    targetTerm_ = term_;
    if (!reached()) return false;
  }
  ready_ = true;
  return true;
}

}  // namespace aurigraph::replica
