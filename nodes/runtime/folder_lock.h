#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace aurigraph::runtime {

/// A folder that one process has to itself, from take() to the end of this object or of the process, however
/// that ends: the kernel holds the lock (flock on the file `lock` in the folder), so a file that a killed
/// process left behind is no obstacle and nobody ever deletes it. A child that this process starts does not
/// hold it. Two of one process exclude each other as well.
///
/// What stands in the file (docs/formats/cluster.md) is for people and a hint only: who holds the folder is
/// what the kernel says.
class FolderLock {
 public:
  /// What whoever holds a folder wrote about itself.
  struct Holder {
    pid_t process = 0;  ///< 0: unknown.
    std::string program;
    /// It is the child of a program that looks after it, and ends by itself when that program is gone.
    bool tied = false;
  };

  FolderLock() = default;  ///< Holds nothing.
  ~FolderLock() { release(); }
  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&& other) noexcept;

  /// At once or not at all; the folder must exist. `tied`: Holder::tied of this process.
  /// Errors: folder.in_use (names who holds it), folder.no_locks (its file system knows none),
  /// folder.unusable.
  static Result<FolderLock> take(const std::filesystem::path& folder, bool tied = false);

  /// As take() and release(). A folder that is missing is free.
  static Status check(const std::filesystem::path& folder);

  /// Who seems to hold the folder.
  static Holder holderOf(const std::filesystem::path& folder);

  void release();
  [[nodiscard]] bool held() const { return file_ >= 0; }

  static constexpr std::string_view kFileName = "lock";

 private:
  explicit FolderLock(int file) : file_(file) {}
  int file_ = -1;
};

}  // namespace aurigraph::runtime
