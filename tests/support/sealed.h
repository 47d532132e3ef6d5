#pragma once

// Certificates under the keys of the test genesis's validators, of whatever one likes to have sealed.

#include "app/sim/people.h"
#include "core/wire/seal.h"

namespace aurigraph::test {

/// With the seals of validators 1…`seals` of three.
inline wire::Certificate sealed(const wire::SealStatement& statement, std::uint8_t seals = 2) {
  wire::Certificate out{.statement = statement, .votes = {}};
  for (std::uint8_t node = 1; node <= seals; ++node)
    out.votes.push_back({NodeId(node), keyNumber(node).sign(statement.signingDigest())});
  return out;
}

}  // namespace aurigraph::test
