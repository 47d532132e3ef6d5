#include "nodes/replica/sealing.h"

#include <string>
#include <utility>

namespace aurigraph::replica {

Sealing::Sealing(NodeId self, consensus::VoterHistory voters, const Digest& genesis, Lane lane,
                 std::uint64_t firstToken)
    : self_(self), voters_(voters), collector_(std::move(voters), genesis, lane), nextToken_(firstToken) {}

// ---- our own seals ----

std::optional<wire::Seal> Sealing::want(const wire::SealStatement& statement, runtime::Out& out) {
  if (last_ && last_->statement == statement) return last_;
  if (!signing_) {
    sign(statement, out);
  } else if (signing_->statement != statement) {
    next_ = statement;
  }
  return std::nullopt;
}

void Sealing::sign(const wire::SealStatement& statement, runtime::Out& out) {
  signing_ = Signing{runtime::Token(nextToken_++), statement};
  out.add(runtime::SignDigest{signing_->token, statement.signingDigest()});
}

std::optional<wire::Seal> Sealing::onSigned(const runtime::Signed& answer, runtime::Out& out) {
  if (!signing_ || signing_->token != answer.token) return std::nullopt;
  last_ = wire::Seal{signing_->statement, self_, answer.signature};
  signing_.reset();
  if (const auto waiting = std::exchange(next_, std::nullopt)) sign(*waiting, out);
  return last_;
}

// ---- what others say ----

void Sealing::askAbout(const wire::SealStatement& statement, NodeId voter, const Signature& signature,
                       runtime::Out& out) {
  out.add(runtime::VerifyDigest{runtime::Token(nextToken_++),
                                voters_.at(statement.height).set.find(voter)->key, statement.signingDigest(),
                                signature});
}

Sealing::News Sealing::addOwn(const wire::Seal& seal) {
  const auto news = count(seal);
  return news ? *news : News::kNone;  // a conflict with ourselves is kept as evidence like any other
}

Status Sealing::offer(const wire::Seal& seal, runtime::Out& out) {
  const auto news = collector_.screen(seal);
  if (!news) return propagate(news);
  if (!*news || seals_.size() >= kMaxChecking) return {};
  seals_.emplace(nextToken_, seal);
  askAbout(seal.statement, seal.voter, seal.signature, out);
  return {};
}

bool Sealing::isNews(const wire::Certificate& certificate) const {
  const auto& known = collector_.newest();
  return !known || certificate.statement.height > known->statement.height;
}

Status Sealing::offer(const wire::Certificate& certificate, runtime::Out& out) {
  if (!isNews(certificate)) return {};
  if (auto status = wire::checkVotes(certificate, voters_.at(certificate.statement.height).set); !status)
    return status;
  if (!checking_) {
    check(certificate, out);
  } else if (!waiting_ || certificate.statement.height > waiting_->statement.height) {
    waiting_ = certificate;
  }
  return {};
}

void Sealing::check(const wire::Certificate& certificate, runtime::Out& out) {
  checking_ = Checking{certificate, nextToken_, certificate.votes.size()};
  for (const auto& vote : certificate.votes) askAbout(certificate.statement, vote.voter, vote.signature, out);
}

Result<Sealing::News> Sealing::onVerified(const runtime::Verified& verdict, runtime::Out& out) {
  const std::uint64_t token = verdict.token.value;
  if (checking_ && token >= checking_->firstToken &&
      token < checking_->firstToken + checking_->certificate.votes.size())
    return onVote(verdict.valid, out);
  const auto asked = seals_.find(token);
  if (asked == seals_.end()) return News::kNone;
  const wire::Seal seal = asked->second;
  seals_.erase(asked);
  if (!verdict.valid)
    return fail("seal.bad_signature",
                "A seal of validator " + std::to_string(seal.voter.value) + " is not signed with its key.",
                "Check that node's key and the path between the nodes.");
  return count(seal);
}

Result<Sealing::News> Sealing::onVote(bool valid, runtime::Out& out) {
  checking_->valid = checking_->valid && valid;
  if (--checking_->missing > 0) return News::kNone;
  const Checking done = std::move(*checking_);
  checking_.reset();
  if (const auto next = std::exchange(waiting_, std::nullopt); next && isNews(*next)) check(*next, out);
  if (!done.valid)
    return fail("certificate.bad_signature", "A certificate's seals do not fit its statement.",
                "Check the node that sent it.");
  if (!isNews(done.certificate)) return News::kNone;
  collector_.learn(done.certificate);
  remember(done.certificate);
  return News::kTaken;
}

Result<Sealing::News> Sealing::count(const wire::Seal& seal) {
  const auto formed = collector_.add(seal);
  if (!formed) return propagate(formed);
  if (!*formed) return News::kNone;
  remember(**formed);
  return News::kFormed;
}

// ---- passing on ----

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
