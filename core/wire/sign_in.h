#pragma once

#include "core/base/bytes.h"
#include "core/crypto/sha256.h"

namespace aurigraph::wire {

/// What a key signs to sign in (docs/formats/gateway.md): bound to the cluster, the key and a challenge
/// that is good once, so that it can pass for nothing else.
[[nodiscard]] inline Digest signInDigest(const Digest& genesis, const PublicKey& key,
                                         const Digest& challenge) {
  return crypto::taggedHash("aurigraph/sign-in/1", {genesis.view(), key.view(), challenge.view()});
}

}  // namespace aurigraph::wire
