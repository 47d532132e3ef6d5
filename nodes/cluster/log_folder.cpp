#include "nodes/cluster/log_folder.h"

#include <algorithm>
#include <string_view>
#include <system_error>

#include "nodes/files/files.h"
#include "nodes/log/format.h"
#include "nodes/runtime/folder_lock.h"

namespace aurigraph::cluster {
namespace {

/// What a file system of its own begins with.
constexpr std::string_view kOfAFreshDisk = "lost+found";

/// A node writes the second state of its life into the first page of "state" (log::freshState: the second
/// page). What cannot be read may be any state.
bool stateMovedOn(const std::filesystem::path& dataFolder) {
  const auto state = files::readFile(dataFolder / log::kStateName);
  if (!state) return true;
  const std::string_view first = std::string_view(*state).substr(0, log::kPageBytes);
  return std::ranges::any_of(first, [](char byte) { return byte != 0; });
}

}  // namespace

std::optional<std::vector<std::string>> namesIn(const std::filesystem::path& folder) {
  std::error_code error;
  std::vector<std::string> names;
  if (std::filesystem::symlink_status(folder, error).type() == std::filesystem::file_type::not_found)
    return names;
  std::filesystem::directory_iterator each(folder, error);
  for (; !error && each != std::filesystem::directory_iterator(); each.increment(error))
    names.push_back(each->path().filename().string());
  if (error) return std::nullopt;
  return names;
}

bool hasBeenUsed(const std::filesystem::path& dataFolder) {
  const auto names = namesIn(dataFolder);
  if (!names) return true;
  bool formatted = false;
  for (const auto& name : *names) {
    if (name == log::kStateName)
      formatted = true;
    else if (name != std::string(log::kStateName) + std::string(files::kUnfinished) &&
             name != runtime::FolderLock::kFileName && name != kOfAFreshDisk)
      return true;
  }
  return formatted && stateMovedOn(dataFolder);
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
