#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include "core/base/bytes.h"
#include "core/base/result.h"

/// Small files: whole and durable, or as they were. Calls wait for the disk; any thread.
namespace aurigraph::files {

inline constexpr mode_t kForOwner = 0600;  ///< Secrets.
inline constexpr mode_t kForGroup = 0640;
inline constexpr mode_t kForEveryone = 0644;

/// What a file is called while it is written. Left behind by a program that was ended: no file of anybody.
inline constexpr std::string_view kUnfinished = ".new";

inline constexpr std::uintmax_t kMostBytes = 16 * 1024 * 1024;

/// Makes the file with these bytes, synced; its name is durable with syncFolder(). A file that is there, or a
/// link, is an error; a half-written one is removed. The error: that of the system.
std::error_code createSynced(const std::filesystem::path& file, ByteView content, mode_t mode);

/// The file holds these bytes, durably, or what it held before: written beside it, synced, renamed, folder
/// synced. Only when the last step fails may either be there after a power cut.
std::error_code replaceDurably(const std::filesystem::path& file, ByteView content, mode_t mode);

/// Makes the names in a folder durable.
std::error_code syncFolder(const std::filesystem::path& folder);

/// As replaceDurably(); makes the folders above. Errors: file.unwritable.
Status writeFile(const std::filesystem::path& file, std::string_view content, mode_t mode);

/// All that can be read of a file, a pipe or a device. Errors: file.unreadable; file.too_large.
Result<std::string> readFile(const std::filesystem::path& file, std::uintmax_t mostBytes = kMostBytes);

}  // namespace aurigraph::files
