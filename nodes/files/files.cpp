#include "nodes/files/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <thread>
#include <utility>

namespace aurigraph::files {
namespace {

using std::filesystem::path;

constexpr std::size_t kPieceBytes = 64 * 1024;
constexpr std::time_t kMoment = 2;  ///< Seconds.
constexpr std::chrono::milliseconds kPause{5};

std::error_code systemError(int number) {
  return {number, std::generic_category()};
}

/// A descriptor that is closed.
class Opened {
 public:
  explicit Opened(int number) : number_(number) {}
  ~Opened() {
    if (number_ >= 0) ::close(number_);
  }
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool ok() const { return number_ >= 0; }
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

bool writeAll(int file, ByteView content) {
  while (!content.empty()) {
    const ssize_t written = ::write(file, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written == 0) errno = EIO;
    if (written <= 0) return false;
    content = content.subspan(static_cast<std::size_t>(written));
  }
  return true;
}

/// Two programs may write one file at the same time, one after the other. What lies there for longer than a
/// moment was left behind.
bool isBeingWritten(const path& beside) {
  struct stat facts {};
  return ::lstat(beside.c_str(), &facts) == 0 && S_ISREG(facts.st_mode) &&
         std::abs(::time(nullptr) - facts.st_mtime) < kMoment;
}

tl::unexpected<Error> unreadable(const path& file, int error) {
  return fail("file.unreadable", "Cannot read " + file.string() + ": " + systemError(error).message() + ".",
              "Check the path and the file's mode.");
}

}  // namespace

std::error_code createSynced(const path& file, ByteView content, mode_t mode) {
  Opened opened(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
  if (!opened.ok()) return systemError(errno);
  if (writeAll(opened.number(), content) && ::fsync(opened.number()) == 0 && opened.close()) return {};
  const int why = errno;
  ::unlink(file.c_str());
  return systemError(why);
}

std::error_code replaceDurably(const path& file, ByteView content, mode_t mode) {
  const path beside = file.string() + std::string(kUnfinished);
  std::error_code failed;
  while ((failed = createSynced(beside, content, mode)) == std::errc::file_exists) {
    if (isBeingWritten(beside))
      std::this_thread::sleep_for(kPause);
    else
      ::unlink(beside.c_str());  // of a program that was ended while it wrote
  }
  if (failed) return failed;
  if (::rename(beside.c_str(), file.c_str()) != 0) {
    const int why = errno;
    ::unlink(beside.c_str());
    return systemError(why);
  }
  return syncFolder(file.has_parent_path() ? file.parent_path() : path("."));
}

std::error_code syncFolder(const path& folder) {
  const Opened opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.ok() || ::fsync(opened.number()) != 0) return systemError(errno);
  return {};
}

Status writeFile(const path& file, std::string_view content, mode_t mode) {
  std::error_code error;
  if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), error);
  if (!error) error = replaceDurably(file, asBytes(content), mode);
  if (!error) return {};
  return fail("file.unwritable", "Cannot write " + file.string() + ": " + error.message() + ".",
              "Check the folder's owner, its mode and the free space.");
}

Result<std::string> readFile(const path& file, std::uintmax_t mostBytes) {
  const Opened opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!opened.ok()) return unreadable(file, errno);
  struct stat facts {};
  std::string content;
  if (::fstat(opened.number(), &facts) == 0 && S_ISREG(facts.st_mode))
    content.reserve(std::min<std::uintmax_t>(static_cast<std::uintmax_t>(facts.st_size), mostBytes) + 1);
  for (;;) {
    const std::size_t before = content.size();
    content.resize(std::max(before + 1, std::min(before + kPieceBytes, content.capacity())));
    const ssize_t got = ::read(opened.number(), content.data() + before, content.size() - before);
    const int why = errno;
    content.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got == 0) return content;
    if (got < 0 && why != EINTR) return unreadable(file, why);
    if (content.size() > mostBytes)
      return fail("file.too_large",
                  file.string() + " has more than the " + std::to_string(mostBytes >> 20U) +
                      " MiB that are read here.",
                  "Check that it is the right file.");
  }
}

}  // namespace aurigraph::files
