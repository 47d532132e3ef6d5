#pragma once

#include <cstddef>

namespace aurigraph::wire {

// A claim is what a claim issuer says about an identity: "owner" = the hash of a name, "country" = DE. Its
// topic is a word of a–z, 0–9 and '-'; what a topic's value means is agreed outside the ledger, so it should
// say no more about a person than it must (a hash of a name, never the name).

inline constexpr std::size_t kMaxTopicBytes = 32;
inline constexpr std::size_t kMaxClaimValueBytes = 64;

}  // namespace aurigraph::wire
