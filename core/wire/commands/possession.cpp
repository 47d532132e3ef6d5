#include "core/wire/commands/possession.h"

#include "core/base/byte_io.h"
#include "core/crypto/sha256.h"

namespace aurigraph::wire {

Digest possessionDigest(const Digest& genesis, IdentityId identity, const PublicKey& key) {
  ByteWriter number;
  number.integer(identity);
  return crypto::taggedHash("aurigraph/key-possession/1", {genesis.view(), number.bytes(), key.view()});
}

}  // namespace aurigraph::wire
