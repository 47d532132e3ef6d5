#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/types.h"

/// The log folders of a cluster's nodes, as far as its maker has to do with them (DESIGN §3, "Log").
namespace aurigraph::cluster {

/// The names in a folder; none where there is no folder. Nothing: what is there cannot be looked into (a link
/// to a disk that is not mounted, a file in its place, a folder of somebody else), so it may hold anything.
[[nodiscard]] std::optional<std::vector<std::string>> namesIn(const std::filesystem::path& folder);

/// Whether a node has worked with this log folder, or may have: a term, a vote or a segment is in it. One
/// that was only formatted has not.
[[nodiscard]] bool hasBeenUsed(const std::filesystem::path& dataFolder);

/// Makes a voter's log: what it must find at its first start, durable when this returns. Again and again, as
/// long as no node has started there; afterwards never.
/// Errors: log.already_used, file.unwritable.
Status formatLog(const std::filesystem::path& dataFolder, NodeId node, const Digest& genesis);

/// Makes the names in a folder durable. Errors: file.unwritable.
Status syncFolder(const std::filesystem::path& folder);

}  // namespace aurigraph::cluster
