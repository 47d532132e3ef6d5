#include "nodes/cluster/log_folder.h"

#include <algorithm>
#include <system_error>

#include "nodes/files/files.h"
#include "nodes/log/format.h"
#include "nodes/runtime/folder_lock.h"

namespace aurigraph::cluster {
namespace {

/// A node writes the second state of its life into the first page of "state" (log::freshState: the second
/// page).
bool stateMovedOn(const std::filesystem::path& dataFolder) {
  const auto state = files::readFile(dataFolder / log::kStateName);
  if (!state) return false;
  const std::string_view first = std::string_view(*state).substr(0, log::kPageBytes);
  return std::ranges::any_of(first, [](char byte) { return byte != 0; });
}

}  // namespace

/// What a file system of its own begins with.
constexpr std::string_view kOfAFreshDisk = "lost+found";

bool hasBeenUsed(const std::filesystem::path& dataFolder) {
  std::error_code ignored;
  // A link to a disk that is not there, or a file in its place: what cannot be looked at may hold a log.
  const auto named = std::filesystem::symlink_status(dataFolder, ignored);
  if (named.type() != std::filesystem::file_type::not_found &&
      !std::filesystem::is_directory(dataFolder, ignored))
    return true;
  for (const auto& entry : std::filesystem::directory_iterator(dataFolder, ignored)) {
    const auto name = entry.path().filename();
    if (name.stem() != log::kStateName && name != runtime::FolderLock::kFileName && name != kOfAFreshDisk)
      return true;
  }
  return stateMovedOn(dataFolder);
}

Status formatLog(const std::filesystem::path& dataFolder, NodeId node, const Digest& genesis) {
  if (hasBeenUsed(dataFolder))
    return fail("log.already_used",
                "The folder " + dataFolder.string() + " holds the log of a node that has worked already.",
                "Choose another folder for a new cluster.");
  const Bytes state = log::freshState(node, genesis);
  if (auto written = files::writeFile(dataFolder / log::kStateName, asText(state), files::kForOwner);
      !written)
    return written;
  // And the name of the folder that it lies in.
  return syncFolder(dataFolder.parent_path());
}

Status syncFolder(const std::filesystem::path& folder) {
  const auto error = files::syncFolder(folder);
  if (!error) return {};
  return fail("file.unwritable",
              "Cannot make the folder " + folder.string() + " durable: " + error.message() + ".",
              "Check the disk and the folder's owner and mode.");
}

}  // namespace aurigraph::cluster
