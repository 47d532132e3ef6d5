#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/wire/proof_bundle.h"

namespace aurigraph::proof {

enum class Verdict {
  kValid,           ///< Every link holds, and the cluster is the one whose genesis the user gave.
  kInvalid,         ///< Some link does not hold.
  kUnknownCluster,  ///< Consistent in itself, but of a cluster the user did not name: proves nothing to them.
};

/// One link of the chain from raw data to holding.
struct Link {
  std::string name;  ///< "certificate", "record 2: score" … (docs/formats/proof.md)
  bool holds = false;
  std::string words;      ///< What was found, for a person.
  std::string_view code;  ///< Stable code of the failure; empty when it holds.
};

/// What a holder learns of a valid proof.
struct Summary {
  /// Of a record: who brought it (docs/formats/proof.md, "What a proof does not say").
  struct Submitter {
    std::string key;    ///< 64 hex digits
    std::string name;   ///< Empty: registered after the genesis, the bundle does not say as whom.
    std::string roles;  ///< "slim-node"
  };
  std::string clusterName;
  std::string genesis;  ///< 64 hex digits
  std::string token;    ///< Symbol
  std::string asset;    ///< Asset key
  std::string holder;   ///< Identity's name
  std::string balance;  ///< Base units
  std::uint64_t checkpoint = 0;
  std::uint64_t height = 0;  ///< Of the certificate.
  std::string origin;        ///< REAL, SIMULATED or REPLAYED
  std::int32_t lowestScorePpm = 0;
  std::vector<Submitter> submitters;  ///< In the order of the records.
};

struct Report {
  Verdict verdict = Verdict::kInvalid;
  std::vector<Link> links;  ///< In order; the first that does not hold ends the list.
  Summary summary;          ///< As far as was read.

  /// The first link that does not hold, if any.
  [[nodiscard]] const Link* failed() const;
};

/// Checks a bundle without a network. Trusts `genesis` and nothing else (R-LED-7); without it the best
/// verdict is kUnknownCluster. Bytes may be hostile. Pure; a few milliseconds.
Report verify(ByteView bundle, const std::optional<Digest>& genesis);

}  // namespace aurigraph::proof
