#pragma once

#include "nodes/projection/block_store.h"
#include "nodes/projection/projection_store.h"

namespace aurigraph::gateway {

/// What is made from the chain beside the ledger: the read models' lists and the blocks themselves. It trails
/// the ledger by a moment (Needs::kReadModels). Copies are the same; the projection outlives them.
struct Lists {
  projection::ProjectionStore& store;
  const projection::BlockStore& blocks;
};

}  // namespace aurigraph::gateway
