#include "core/consensus/certificate_collector.h"

#include <algorithm>
#include <string>

namespace aurigraph::consensus {
namespace {

std::string nameOf(NodeId node) {
  return "validator " + std::to_string(node.value);
}

}  // namespace

CertificateCollector::CertificateCollector(VoterHistory voters, const Digest& genesis, Lane lane)
    : voters_(std::move(voters)), genesis_(genesis), lane_(lane) {}

bool CertificateCollector::excluded(NodeId voter) const {
  return std::ranges::find(excluded_, voter) != excluded_.end();
}

void CertificateCollector::keep(const wire::Seal& first, const wire::Seal& second) {
  if (conflicts_.size() < kMaxConflicts) conflicts_.push_back({first, second});
}

Result<bool> CertificateCollector::screen(const wire::Seal& seal) const {
  const wire::SealStatement& statement = seal.statement;
  const Voters& voters = voters_.at(statement.height);
  if (statement.genesis != genesis_ || statement.lane != lane_ || statement.voterSet != voters.digest)
    return fail("seal.wrong_history", "A seal of " + nameOf(seal.voter) + " speaks of another history.",
                "Check that all nodes were started with the same genesis file.");
  if (!voters.quorum.contains(seal.voter))
    return fail("seal.unknown_validator",
                "A seal names node " + std::to_string(seal.voter.value) + ", which is no validator here.",
                "Check who runs under that number.");
  // Of the certified height itself only a word that differs is news: it is evidence.
  return !newest_ || statement.height > newest_->statement.height ||
         (statement.height == newest_->statement.height && statement != newest_->statement);
}

Result<std::optional<wire::Certificate>> CertificateCollector::add(const wire::Seal& seal) {
  const wire::SealStatement& statement = seal.statement;
  if (const auto news = screen(seal); !news || !*news) return std::nullopt;  // overtaken meanwhile
  auto& seals = open_[statement.height];
  const wire::Seal* contradicted = nullptr;
  for (const wire::Seal& other : seals) {
    if (other.voter == seal.voter && other.statement == statement) return std::nullopt;
    if (other.statement == statement) continue;
    if (contradicted == nullptr || other.voter == seal.voter) contradicted = &other;
  }
  if (contradicted != nullptr) {
    const bool ownWord = contradicted->voter == seal.voter;
    keep(*contradicted, seal);
    if (ownWord) {
      if (!excluded(seal.voter)) excluded_.push_back(seal.voter);
      return fail("seal.conflicting",
                  nameOf(seal.voter) + " has sealed two different histories at height " +
                      std::to_string(statement.height.value) + ".",
                  "Keep both seals as evidence and take that validator out of service.");
    }
  }
  seals.push_back(seal);
  if (newest_ && statement.height <= newest_->statement.height) return std::nullopt;

  wire::Certificate certificate{statement, {}};
  for (const wire::Seal& given : seals)
    if (given.statement == statement && !excluded(given.voter))
      certificate.votes.push_back({given.voter, given.signature});
  const auto gave = [&](NodeId voter) {
    return std::ranges::find(certificate.votes, voter, &wire::Certificate::Vote::voter) !=
           certificate.votes.end();
  };
  if (!voters_.at(statement.height).quorum.hasMajority(gave)) {
    while (open_.size() > kMaxOpenHeights) open_.erase(open_.begin());
    return std::nullopt;
  }
  std::ranges::sort(certificate.votes, {}, &wire::Certificate::Vote::voter);
  learn(certificate);
  return certificate;
}

void CertificateCollector::learn(const wire::Certificate& certificate) {
  if (newest_ && newest_->statement.height >= certificate.statement.height) return;
  newest_ = certificate;
  // The certified height itself stays: a late seal of it that differs is evidence.
  open_.erase(open_.begin(), open_.lower_bound(certificate.statement.height));
}

}  // namespace aurigraph::consensus
