// Replica: its part in making blocks final, between driver, execution and Sealing.

#include <algorithm>
#include <string>

#include "nodes/replica/replica_actor.h"

namespace aurigraph::replica {

void Replica::on(const SealDue& news, Out& out) {
  const Execution& execution = executor_->execution();
  const bool early = faults_(consensus::kFaultSealUnexecuted);
  auto statement = execution.statementAt(early ? std::min(news.height, execution.applied()) : news.height);
  if (!statement) return;
  statement->height = news.height;
  if (const auto seal = sealing_.want(*statement, out)) ownSeal(*seal, out);
}

void Replica::ownSeal(const wire::Seal& seal, Out& out) {
  if (driver_.leads()) return certified(sealing_.addOwn(seal), out);
  const NodeId leader = driver_.core()->leader();
  if (leader != NodeId(0)) driver_.send(leader, consensus::SealNotice{seal}, out);
}

void Replica::certified(Sealing::News news, Out& out) {
  if (news == Sealing::News::kNone) return;
  if (news == Sealing::News::kFormed)
    driver_.sendToAll(consensus::CertificateNotice{*sealing_.newest()}, out);
  driver_.step(consensus::Certified{sealing_.newest()->statement.height}, out);
}

void Replica::passOnFinal(Out& out) {
  const auto certificate = sealing_.nextFinal(executor_->execution().applied());
  if (!certificate) return;
  const auto own = executor_->execution().statementAt(certificate->statement.height);
  if (own && *own != certificate->statement) {
    const bool votes = voters_.newest().quorum.contains(options_.self);
    return stop({"replica.diverged",
                 "A majority of validators certified another history at height " +
                     std::to_string(own->height.value) + " than this node has executed.",
                 votes ? kReplaceValidator : kStartEmpty},
                out);
  }
  tellListeners(CertificateFormed{*certificate}, out);
}

}  // namespace aurigraph::replica
