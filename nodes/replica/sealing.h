#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "core/consensus/certificate_collector.h"
#include "core/wire/seal.h"
#include "nodes/runtime/actor.h"

namespace aurigraph::replica {

/// A node's part in making blocks final: has its own seals signed, collects those of others while it
/// leads, and takes in certificates. Signatures are made and checked outside the replica's turns
/// (DESIGN §3, "Crypto"). A certificate is passed on only when this node has executed its height and found
/// the same history (R-CON-3).
class Sealing {
 public:
  Sealing(NodeId self, consensus::VoterHistory voters, const Digest& genesis, Lane lane,
          std::uint64_t firstToken);

  /// This height is to be sealed. One signature at a time: a newer wish replaces one that waits.
  /// Returns the seal at once if it was signed before.
  [[nodiscard]] std::optional<wire::Seal> want(const wire::SealStatement& statement, runtime::Out& out);
  /// Our own seal, when it is signed. Nothing if the token was not ours.
  std::optional<wire::Seal> onSigned(const runtime::Signed& answer, runtime::Out& out);

  enum class News : std::uint8_t { kNone, kFormed, kTaken };  ///< Of newest(): our own work, or the leader's.

  /// The leader counts its own seal, which needs no check.
  News addOwn(const wire::Seal& seal);
  /// A seal came to the leader: its signature is asked about if it can be news.
  /// Errors: those of CertificateCollector::screen.
  Status offer(const wire::Seal& seal, runtime::Out& out);
  /// A certificate came from the leader: its signatures are asked about if it is higher than what we have.
  /// One is checked at a time; a newer one replaces one that waits. Errors: those of wire::checkVotes.
  Status offer(const wire::Certificate& certificate, runtime::Out& out);
  /// A verdict. Errors: seal.bad_signature, certificate.bad_signature, those of CertificateCollector::add.
  Result<News> onVerified(const runtime::Verified& verdict, runtime::Out& out);

  /// The highest certificate not yet passed on whose height is executed.
  [[nodiscard]] std::optional<wire::Certificate> nextFinal(Height applied);
  [[nodiscard]] const std::optional<wire::Certificate>& newest() const { return collector_.newest(); }
  [[nodiscard]] Height certified() const { return passedOn_; }
  [[nodiscard]] std::size_t conflicts() const { return collector_.conflicts().size(); }

 private:
  static constexpr std::size_t kMaxEarly = 64;
  static constexpr std::size_t kMaxChecking = 64;  ///< Seals; more are dropped: their round is named again.

  struct Signing {
    runtime::Token token;
    wire::SealStatement statement;
  };
  struct Checking {
    wire::Certificate certificate;
    std::uint64_t firstToken = 0;  ///< One for each vote, in order.
    std::size_t missing = 0;
    bool valid = true;
  };
  void sign(const wire::SealStatement& statement, runtime::Out& out);
  void check(const wire::Certificate& certificate, runtime::Out& out);
  void askAbout(const wire::SealStatement& statement, NodeId voter, const Signature& signature,
                runtime::Out& out);
  Result<News> onVote(bool valid, runtime::Out& out);
  Result<News> count(const wire::Seal& seal);
  void remember(const wire::Certificate& certificate);
  [[nodiscard]] bool isNews(const wire::Certificate& certificate) const;

  NodeId self_;
  consensus::VoterHistory voters_;
  consensus::CertificateCollector collector_;
  std::uint64_t nextToken_;
  std::optional<Signing> signing_;
  std::optional<wire::SealStatement> next_;
  std::optional<wire::Seal> last_;             ///< A height named again needs no second signature.
  std::map<std::uint64_t, wire::Seal> seals_;  ///< Being checked, by token.
  std::optional<Checking> checking_;
  std::optional<wire::Certificate> waiting_;
  std::map<Height, wire::Certificate> early_;  ///< Not passed on yet: a node that lags has several.
  Height passedOn_;
};

}  // namespace aurigraph::replica
