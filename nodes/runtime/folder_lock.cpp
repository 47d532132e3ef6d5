#include "nodes/runtime/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <system_error>
#include <utility>

namespace aurigraph::runtime {
namespace {

/// What is read of the file: somebody else may have written it.
constexpr std::size_t kMaxHintBytes = 256;
constexpr std::string_view kTied = "tied";

int openLock(const std::filesystem::path& folder, int flags) {
  return ::open((folder / FolderLock::kFileName).c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600);
}

tl::unexpected<Error> unusable(const std::filesystem::path& folder, int error) {
  return fail(
      "folder.unusable",
      "The folder " + folder.string() + " cannot be locked: " + std::generic_category().message(error) + ".",
      "Choose a folder on a local disk that this user may write.");
}

tl::unexpected<Error> refused(const std::filesystem::path& folder, int error) {
  if (error == EWOULDBLOCK) {
    const FolderLock::Holder holder = FolderLock::holderOf(folder);
    std::string who = "another program, which left no name";
    if (holder.process == ::getpid())
      who = "this very program (process " + std::to_string(holder.process) + ")";
    else if (holder.process != 0)
      who = holder.program + " (process " + std::to_string(holder.process) + ")";
    return fail("folder.in_use", "The folder " + folder.string() + " is in use by " + who + ".",
                "End that program first, or choose another folder; two must never work on one.");
  }
  if (error == ENOLCK || error == EOPNOTSUPP || error == ENOSYS || error == EINVAL)
    return fail("folder.no_locks",
                "The file system of " + folder.string() + " gives no locks (" +
                    std::generic_category().message(error) +
                    "), so nothing would keep a second program out of the folder.",
                "Choose a folder on a local disk.");
  return unusable(folder, error);
}

/// "4711 aurigraphd tied\n"
void leaveName(int file, bool tied) {
  std::string text = std::to_string(::getpid()) + " " + program_invocation_short_name;
  if (tied) text += " " + std::string(kTied);
  text += "\n";
  // Only a hint: a full disk must not keep anybody from starting.
  if (::ftruncate(file, 0) == 0) (void)!::pwrite(file, text.data(), text.size(), 0);
}

std::string_view nextWord(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

}  // namespace

FolderLock::FolderLock(FolderLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
  if (this == &other) return *this;
  release();
  file_ = std::exchange(other.file_, -1);
  return *this;
}

Result<FolderLock> FolderLock::take(const std::filesystem::path& folder, bool tied) {
  const int file = openLock(folder, O_RDWR | O_CREAT);
  if (file < 0) return unusable(folder, errno);
  int locked = 0;
  do {
    locked = ::flock(file, LOCK_EX | LOCK_NB);
  } while (locked != 0 && errno == EINTR);
  if (locked != 0) {
    const int error = errno;
    ::close(file);
    return refused(folder, error);
  }
  leaveName(file, tied);
  return FolderLock(file);
}

Status FolderLock::check(const std::filesystem::path& folder) {
  const int file = openLock(folder, O_RDWR);
  if (file < 0) return errno == ENOENT ? Status{} : Status(unusable(folder, errno));
  const bool free = ::flock(file, LOCK_EX | LOCK_NB) == 0;
  const int error = errno;
  if (free) ::flock(file, LOCK_UN);
  ::close(file);
  if (free) return {};
  return refused(folder, error);
}

FolderLock::Holder FolderLock::holderOf(const std::filesystem::path& folder) {
  Holder out;
  std::array<char, kMaxHintBytes> text{};
  const int file = openLock(folder, O_RDONLY | O_NONBLOCK);
  if (file < 0) return out;
  const ssize_t size = ::read(file, text.data(), text.size());
  ::close(file);
  if (size <= 0) return out;
  std::string_view rest(text.data(), static_cast<std::size_t>(size));
  const std::string_view number = nextWord(rest);
  pid_t process = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), process);
  if (error != std::errc() || end != number.data() + number.size() || process <= 0) return out;
  out.process = process;
  out.program = nextWord(rest);
  // For a person's screen: nothing but letters as they stand in a program's name.
  std::ranges::replace_if(
      out.program, [](char letter) { return letter <= ' ' || letter > '~'; }, '?');
  if (out.program.empty()) out.program = "a program";
  out.tied = nextWord(rest) == kTied;
  return out;
}

void FolderLock::release() {
  if (file_ < 0) return;
  // Said aloud: a child between fork and exec has the same open file, and would hold the lock with it.
  ::flock(file_, LOCK_UN);
  ::close(file_);
  file_ = -1;
}

}  // namespace aurigraph::runtime
