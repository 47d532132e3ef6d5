#include "nodes/replica/sealing.h"

#include <utility>

namespace aurigraph::replica {

Sealing::Sealing(NodeId self, wire::VoterSet voters, const Digest& genesis, Lane lane,
                 std::uint64_t firstToken)
    : self_(self), voters_(voters), collector_(std::move(voters), genesis, lane), nextToken_(firstToken) {}

std::optional<wire::Seal> Sealing::want(const wire::SealStatement& statement, runtime::Out& out) {
  if (last_ && last_->statement == statement) return last_;
  if (!signing_) {
    ask(statement, out);
  } else if (signing_->statement != statement) {
    next_ = statement;
  }
  return std::nullopt;
}

void Sealing::ask(const wire::SealStatement& statement, runtime::Out& out) {
  signing_ = Signing{runtime::Token(nextToken_++), statement};
  out.add(runtime::SignDigest{signing_->token, statement.signingDigest()});
}

std::optional<wire::Seal> Sealing::onSigned(const runtime::Signed& answer, runtime::Out& out) {
  if (!owns(answer.token)) return std::nullopt;
  last_ = wire::Seal{signing_->statement, self_, answer.signature};
  signing_.reset();
  if (const auto waiting = std::exchange(next_, std::nullopt)) ask(*waiting, out);
  return last_;
}

Result<bool> Sealing::take(const wire::Certificate& certificate) {
  const auto& known = collector_.newest();
  if (known && certificate.statement.height <= known->statement.height) return false;
  if (auto valid = wire::verify(certificate, voters_); !valid) return passOn(valid);
  collector_.learn(certificate);
  remember(certificate);
  return true;
}

Result<bool> Sealing::add(const wire::Seal& seal) {
  auto formed = collector_.add(seal);
  if (!formed) return passOn(formed);
  if (!*formed) return false;
  remember(**formed);
  return true;
}

void Sealing::remember(const wire::Certificate& certificate) {
  early_.emplace(certificate.statement.height, certificate);
  // A higher certificate covers the lower ones; the lowest gives way only when this node lags far.
  if (early_.size() > kMaxEarly) early_.erase(early_.begin());
}

std::optional<wire::Certificate> Sealing::nextFinal(Height applied) {
  const auto end = early_.upper_bound(applied);
  if (end == early_.begin()) return std::nullopt;
  const wire::Certificate out = std::prev(end)->second;
  early_.erase(early_.begin(), end);
  if (out.statement.height <= passedOn_) return std::nullopt;
  passedOn_ = out.statement.height;
  return out;
}

}  // namespace aurigraph::replica
