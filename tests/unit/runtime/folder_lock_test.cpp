#include "nodes/runtime/folder_lock.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <functional>
#include <iterator>

#include "nodes/runtime/disk.h"
#include "tests/unit/runtime/support.h"

namespace aurigraph::runtime::testing {
namespace {

/// Another process that does one thing, says one word, and waits until it is killed.
class Other {
 public:
  explicit Other(const std::function<pid_t()>& act) {
    int ends[2];
    AG_ASSERT(::pipe(ends) == 0);
    pid_ = ::fork();
    if (pid_ == 0) {
      ::close(ends[0]);
      const pid_t word = act();
      if (::write(ends[1], &word, sizeof word) != sizeof word) ::_exit(1);
      for (;;) ::pause();
    }
    ::close(ends[1]);
    AG_ASSERT(::read(ends[0], &word_, sizeof word_) == sizeof word_);
    ::close(ends[0]);
  }
  ~Other() { kill(); }
  Other(const Other&) = delete;
  Other& operator=(const Other&) = delete;
  void kill() {
    if (pid_ == 0) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(std::exchange(pid_, 0), nullptr, 0);
  }
  [[nodiscard]] pid_t pid() const { return pid_; }
  [[nodiscard]] pid_t word() const { return word_; }

 private:
  pid_t pid_ = 0;
  pid_t word_ = 0;
};

/// Takes the folder for as long as it lives.
pid_t hold(const std::filesystem::path& folder, bool tied = false) {
  static FolderLock held;
  auto taken = FolderLock::take(folder, tied);
  if (!taken) return 0;
  held = std::move(*taken);
  return ::getpid();
}

TEST(FolderLock, TheSecondProcessIsRefusedAndToldWhoHoldsIt) {
  const TemporaryFolder folder;
  const Other first([&] { return hold(folder.path()); });
  ASSERT_EQ(first.word(), first.pid());
  for (const auto& refused : {FolderLock::check(folder.path()), [&]() -> Status {
                                auto taken = FolderLock::take(folder.path());
                                return taken ? Status{} : Status(propagate(taken));
                              }()}) {
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "folder.in_use");
    EXPECT_NE(refused.error().message.find(folder.path().string()), std::string::npos);
    EXPECT_NE(refused.error().message.find("test_unit_runtime"), std::string::npos)
        << refused.error().message;
    EXPECT_NE(refused.error().message.find("process " + std::to_string(first.pid())), std::string::npos);
    EXPECT_FALSE(refused.error().remedy.empty());
  }
  EXPECT_FALSE(FolderLock::holderOf(folder.path()).tied);
}

TEST(FolderLock, IsFreeAgainAfterKill) {
  const TemporaryFolder folder;
  Other first([&] { return hold(folder.path(), true); });
  EXPECT_TRUE(FolderLock::holderOf(folder.path()).tied);
  first.kill();
  EXPECT_TRUE(std::filesystem::exists(folder.path() / FolderLock::kFileName));
  EXPECT_TRUE(FolderLock::check(folder.path()));
  const auto taken = FolderLock::take(folder.path());
  ASSERT_TRUE(taken) << taken.error().message;
  EXPECT_EQ(FolderLock::holderOf(folder.path()).process, ::getpid());
  EXPECT_FALSE(FolderLock::holderOf(folder.path()).tied);
}

TEST(FolderLock, AChildThatOutlivesItsParentDoesNotHoldIt) {
  const TemporaryFolder folder;
  Other parent([&]() -> pid_t {
    if (hold(folder.path()) == 0) return 0;
    const pid_t child = ::fork();
    if (child == 0) {
      ::execl("/bin/sleep", "sleep", "600", nullptr);
      ::_exit(127);
    }
    return child;
  });
  ASSERT_GT(parent.word(), 0);
  EXPECT_FALSE(FolderLock::check(folder.path()));
  // Until the child is another program it has the file open as its parent has.
  std::string program;
  while (program != "sleep\n") {
    std::ifstream name("/proc/" + std::to_string(parent.word()) + "/comm");
    program.assign(std::istreambuf_iterator<char>(name), {});
    ASSERT_FALSE(program.empty());
  }
  parent.kill();
  EXPECT_EQ(::kill(parent.word(), 0), 0) << "the child is gone: this would prove nothing";
  EXPECT_TRUE(FolderLock::check(folder.path()));
  ::kill(parent.word(), SIGKILL);
}

TEST(FolderLock, ReleasingIsAtOnceWhateverChildHasTheFileOpen) {
  const TemporaryFolder folder;
  auto lock = FolderLock::take(folder.path());
  ASSERT_TRUE(lock);
  const Other child([] { return pid_t{1}; });  // forked, and no other program yet
  lock->release();
  EXPECT_TRUE(FolderLock::take(folder.path()));
}

TEST(FolderLock, TwoOfOneProcessExcludeEachOther) {
  const TemporaryFolder folder;
  auto first = FolderLock::take(folder.path());
  ASSERT_TRUE(first);
  const auto second = FolderLock::take(folder.path());
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, "folder.in_use");
  EXPECT_NE(second.error().message.find("this very program"), std::string::npos);
  FolderLock moved = std::move(*first);
  EXPECT_TRUE(moved.held());
  EXPECT_FALSE(FolderLock::check(folder.path()));
  moved = FolderLock();
  EXPECT_TRUE(FolderLock::check(folder.path()));
}

TEST(FolderLock, WhatTheFileSaysIsOnlyAHint) {
  const TemporaryFolder folder;
  const auto file = folder.path() / FolderLock::kFileName;
  std::ofstream(file) << ::getppid() << " somebody\n";  // lives, and holds nothing
  EXPECT_TRUE(FolderLock::check(folder.path()));
  const auto held = FolderLock::take(folder.path());
  ASSERT_TRUE(held);
  for (const std::string text : {"", "nonsense", "-5 minus", "99999999999999999999 large", "0 zero"}) {
    std::ofstream(file) << text;
    const auto refused = FolderLock::check(folder.path());
    ASSERT_FALSE(refused) << text;
    EXPECT_EQ(refused.error().code, "folder.in_use");
    EXPECT_NE(refused.error().message.find("left no name"), std::string::npos) << refused.error().message;
  }
  std::ofstream(file) << "4711 \033[2Jevil" << std::string(5'000, 'x');
  const auto holder = FolderLock::holderOf(folder.path());
  EXPECT_EQ(holder.program.find('\033'), std::string::npos);
  EXPECT_LT(holder.program.size(), 300U);
}

TEST(FolderLock, AFolderThatCannotBeLockedIsRefusedWithItsReason) {
  const TemporaryFolder folder;
  EXPECT_EQ(FolderLock::take(folder.path() / "missing").error().code, "folder.unusable");
  EXPECT_TRUE(FolderLock::check(folder.path() / "missing")) << "nobody can work there";
  std::ofstream(folder.path() / "elsewhere").close();
  std::filesystem::create_symlink(folder.path() / "elsewhere", folder.path() / FolderLock::kFileName);
  EXPECT_EQ(FolderLock::take(folder.path()).error().code, "folder.unusable");
}

TEST(Disk, AFolderBelongsToOneDiskAlone) {
  const TemporaryFolder folder;
  Disk first(folder.path(), true, "first");
  ASSERT_TRUE(first.open());
  {
    Disk second(folder.path(), true, "second");
    const auto refused = second.open();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "folder.in_use");
  }
  first.crash();
  Disk second(folder.path(), true, "second");
  ASSERT_TRUE(second.open());
  second.finish();
  Disk third(folder.path(), true, "third");
  EXPECT_TRUE(third.open());
}

}  // namespace
}  // namespace aurigraph::runtime::testing
