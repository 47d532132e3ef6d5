#pragma once

#include "core/base/bytes.h"
#include "core/wire/genesis.h"

namespace aurigraph::gateway {

/// The cluster's genesis, with what would else be made of it at every request.
struct KnownGenesis {
  explicit KnownGenesis(wire::Genesis given)
      : genesis(std::move(given)), bytes(wire::encode(genesis)), digest(genesis.digest()) {}

  const wire::Genesis genesis;
  const Bytes bytes;
  const Digest digest;
};

}  // namespace aurigraph::gateway
