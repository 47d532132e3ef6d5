#pragma once

#include <map>
#include <optional>

#include "core/consensus/certificate_collector.h"
#include "core/wire/seal.h"
#include "nodes/runtime/actor.h"

namespace aurigraph::replica {

/// A node's part in making blocks final: has its own seals signed, collects those of others while it
/// leads, and takes in certificates. A certificate is passed on only when this node has executed its
/// height and found the same history (R-CON-3).
class Sealing {
 public:
  Sealing(NodeId self, wire::VoterSet voters, const Digest& genesis, Lane lane, std::uint64_t firstToken);

  /// This height is to be sealed. One signature at a time: a newer wish replaces one that waits.
  /// Returns the seal at once if it was signed before.
  [[nodiscard]] std::optional<wire::Seal> want(const wire::SealStatement& statement, runtime::Out& out);
  /// Our own seal, when it is signed. Nothing if the token was not ours.
  std::optional<wire::Seal> onSigned(const runtime::Signed& answer, runtime::Out& out);
  [[nodiscard]] bool owns(runtime::Token token) const { return signing_ && signing_->token == token; }

  /// The leader counts a seal. True if that made a new certificate: newest().
  /// Errors: those of CertificateCollector::add.
  Result<bool> add(const wire::Seal& seal);
  /// A certificate came from the leader. True if it is valid and new. Errors: those of wire::verify.
  Result<bool> take(const wire::Certificate& certificate);

  /// The highest certificate not yet passed on whose height is executed.
  [[nodiscard]] std::optional<wire::Certificate> nextFinal(Height applied);
  [[nodiscard]] const std::optional<wire::Certificate>& newest() const { return collector_.newest(); }
  [[nodiscard]] Height certified() const { return passedOn_; }
  [[nodiscard]] std::size_t conflicts() const { return collector_.conflicts().size(); }

 private:
  static constexpr std::size_t kMaxEarly = 64;
  void remember(const wire::Certificate& certificate);

  struct Signing {
    runtime::Token token;
    wire::SealStatement statement;
  };
  void ask(const wire::SealStatement& statement, runtime::Out& out);

  NodeId self_;
  wire::VoterSet voters_;
  consensus::CertificateCollector collector_;
  std::uint64_t nextToken_;
  std::optional<Signing> signing_;
  std::optional<wire::SealStatement> next_;
  std::optional<wire::Seal> last_;             ///< A height named again needs no second signature.
  std::map<Height, wire::Certificate> early_;  ///< Not passed on yet: a node that lags has several.
  Height passedOn_;
};

}  // namespace aurigraph::replica
