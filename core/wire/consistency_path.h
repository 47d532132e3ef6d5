#pragma once

#include <vector>

#include "core/base/bytes.h"
#include "core/base/types.h"

namespace aurigraph::wire {

/// What leads from a lane's history at one height to its history at a later one. Written by the gateway from
/// its blocks, judged by core/proof; nobody signs it.
struct ConsistencyPath {
  Height from;
  Digest fromRoot;  ///< RFC 6962 root over historyLeaf() of blocks 1…from.
  Height to;
  Digest toRoot;
  std::vector<Digest> path;  ///< RFC 6962 §2.1.2, at most 65 hashes.
  bool operator==(const ConsistencyPath&) const = default;
};

}  // namespace aurigraph::wire
