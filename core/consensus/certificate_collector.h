#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/consensus/voter_history.h"
#include "core/wire/seal.h"

namespace aurigraph::consensus {

/// Two seals of one height that cannot both be honest.
struct SealConflict {
  wire::Seal first;
  wire::Seal second;
  /// One validator signed both: it alone is at fault. Else two validators disagree: one of them is.
  [[nodiscard]] bool sameVoter() const { return first.voter == second.voter; }
};

/// Gives the validators' common word that a block is final.
///
/// A certificate trails the commit and never delays it (docs/consensus.md, "Certificates"). It is
/// evidence, not Byzantine agreement: a majority of stolen keys can sign two histories, but whoever
/// compares them holds the proof. A validator caught with two words for one height does not count any
/// more until operators decide.
class CertificateCollector {
 public:
  static constexpr std::size_t kMaxOpenHeights = 64;  ///< The lowest give way: a newer seal covers them.
  static constexpr std::size_t kMaxConflicts = 64;

  CertificateCollector(VoterHistory voters, const Digest& genesis, Lane lane);

  /// Whether a seal can be news; its signature is worth checking only then. False: repeated or late.
  /// Errors: seal.wrong_history (other cluster, lane or voter set), seal.unknown_validator.
  Result<bool> screen(const wire::Seal& seal) const;
  /// Counts one screened seal whose signature holds. Returns the certificate once, when its height's
  /// majority is reached and it is higher than the one before.
  /// Errors: seal.conflicting (kept as evidence).
  Result<std::optional<wire::Certificate>> add(const wire::Seal& seal);

  /// A certificate came from elsewhere (already verified): lower heights need no more seals.
  void learn(const wire::Certificate& certificate);

  [[nodiscard]] const std::optional<wire::Certificate>& newest() const { return newest_; }
  [[nodiscard]] const std::vector<SealConflict>& conflicts() const { return conflicts_; }
  [[nodiscard]] bool excluded(NodeId voter) const;

 private:
  void keep(const wire::Seal& first, const wire::Seal& second);

  VoterHistory voters_;
  Digest genesis_;
  Lane lane_;
  std::map<Height, std::vector<wire::Seal>> open_;  ///< Valid seals, at most one per voter and height.
  std::optional<wire::Certificate> newest_;
  std::vector<SealConflict> conflicts_;
  std::vector<NodeId> excluded_;
};

}  // namespace aurigraph::consensus
