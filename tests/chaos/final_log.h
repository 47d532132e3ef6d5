#pragma once

#include <filesystem>
#include <vector>

#include "core/base/result.h"
#include "core/wire/block.h"
#include "core/wire/genesis.h"

namespace aurigraph::chaos {

/// All blocks of a stopped node's log, read by the product's own recovery from a copy in memory: the files
/// stay as they are. Errors: those of log::Failed.
Result<std::vector<wire::Block>> readLog(const std::filesystem::path& dataFolder, NodeId node,
                                         const Digest& genesis);

}  // namespace aurigraph::chaos
