#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/quality/score.h"

/// Why a record has its score, to each point lost: what a reviewer reads, what is stored beside the
/// record, and what SubmitRecord names by digest (domain §3, "Explanation object").
namespace aurigraph::quality {

/// One step of the counterfactual: what would have to change, and what the score would then be.
struct Fix {
  Check check = Check::kCompleteness;
  std::string rule;   ///< The finding that it would answer.
  std::string field;  ///< Empty: the record as a whole.
  std::uint32_t gainPpm = 0;
  bool operator==(const Fix&) const = default;
};

struct Explanation {
  static constexpr std::uint16_t kFormat = 1;

  Digest recordId;
  Digest inputs;  ///< Tagged hash of the inputs' canonical encoding.
  Digest ruleSet;
  Nanoseconds scoredAt;
  ScoreResult result;
  std::vector<Fix> fixes;  ///< The smallest set found that reaches acceptance without a cap; empty: accepted.
  Ppm scoreAfterFixes;
  bool operator==(const Explanation&) const = default;
  [[nodiscard]] Digest digest() const;
};

/// Scores and explains.
[[nodiscard]] Explanation explain(const wire::Record& record, const wire::ScoreInputs& inputs,
                                  const RuleSet& rules);

[[nodiscard]] Bytes encode(const Explanation& explanation);
/// Errors: explanation.malformed.
Result<Explanation> decodeExplanation(ByteView bytes);

}  // namespace aurigraph::quality
