#include "core/wire/state_secret.h"

#include "core/crypto/sha256.h"
#include "core/crypto/wipe.h"

namespace aurigraph::wire {

StateSecret::~StateSecret() {
  crypto::wipe(value_.bytes);
}

Digest StateSecret::digest() const {
  return crypto::taggedHash("aurigraph/state-secret/1", {value_.view()});
}

}  // namespace aurigraph::wire
