#pragma once

#include "core/base/bytes.h"
#include "core/base/types.h"

namespace aurigraph::wire {

/// What a new key signs before the ledger takes it for an identity's: nobody registers a key that another
/// holds, and no key joins an identity that its holder did not mean. It is good on this cluster, for this
/// identity, for as long as the key is not known.
[[nodiscard]] Digest possessionDigest(const Digest& genesis, IdentityId identity, const PublicKey& key);

}  // namespace aurigraph::wire
