#include "nodes/files/files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "tests/support/temporary_folder.h"

namespace aurigraph::files {
namespace {

class Files : public testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path at(const char* name) const { return folder_.path() / name; }
  static mode_t modeOf(const std::filesystem::path& file) {
    struct stat facts {};
    return ::stat(file.c_str(), &facts) == 0 ? facts.st_mode & 07777 : 0;
  }
  test::TemporaryFolder folder_;
};

TEST_F(Files, WhatIsWrittenIsReadBackAndForWhomItIsMeant) {
  const std::string content("line\0and \xff more\n", 16);
  ASSERT_TRUE(writeFile(at("deep") / "er" / "secret", content, kForOwner));
  EXPECT_EQ(readFile(at("deep") / "er" / "secret"), content);
  EXPECT_EQ(modeOf(at("deep") / "er" / "secret"), kForOwner);
  ASSERT_TRUE(writeFile(at("empty"), "", kForEveryone));
  EXPECT_EQ(readFile(at("empty")), "");
}

TEST_F(Files, ALinkIsReplacedAndNotFollowed) {
  ASSERT_TRUE(writeFile(at("other"), "theirs", kForOwner));
  std::filesystem::create_symlink(at("other"), at("mine"));
  std::filesystem::create_symlink(at("other"), at("mine.new"));
  ASSERT_TRUE(writeFile(at("mine"), "ours", kForOwner));
  EXPECT_EQ(readFile(at("other")), "theirs");
  EXPECT_EQ(readFile(at("mine")), "ours");
  EXPECT_FALSE(std::filesystem::is_symlink(at("mine")));
}

TEST_F(Files, NothingIsCreatedOverWhatIsThere) {
  ASSERT_FALSE(createSynced(at("once"), asBytes("first"), kForOwner));
  EXPECT_EQ(createSynced(at("once"), asBytes("second"), kForOwner), std::errc::file_exists);
  EXPECT_EQ(readFile(at("once")), "first");
}

TEST_F(Files, WhatCannotBeWrittenLeavesTheOldAndNoTrace) {
  std::filesystem::create_directory(at("folder"));
  ASSERT_TRUE(writeFile(at("folder") / "inside", "x", kForOwner));
  const auto written = writeFile(at("folder"), "x", kForOwner);
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, "file.unwritable");
  EXPECT_NE(written.error().message.find(at("folder").string()), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(at("folder.new")));
  EXPECT_EQ(readFile(at("folder") / "inside"), "x");
  EXPECT_EQ(writeFile(at("folder") / "inside" / "deeper", "x", kForOwner).error().code, "file.unwritable");
}

TEST_F(Files, NothingBeyondTheLimitIsTakenNorAnythingBelowRefused) {
  ASSERT_TRUE(writeFile(at("page"), std::string(4'096, 'x'), kForOwner));
  EXPECT_EQ(readFile(at("page"), 4'096)->size(), 4'096U);
  EXPECT_EQ(readFile(at("page"), 4'095).error().code, "file.too_large");
  EXPECT_EQ(readFile("/dev/zero", 100'000).error().code, "file.too_large") << "it has no size and no end";
}

TEST_F(Files, APipeIsReadToItsEnd) {
  ASSERT_EQ(::mkfifo(at("pipe").c_str(), 0600), 0);
  const std::string content(300'000, 'p');
  std::jthread writer([&] { std::ofstream(at("pipe")) << content; });
  EXPECT_EQ(readFile(at("pipe")), content);
}

TEST_F(Files, WhatCannotBeReadSaysWhy) {
  const auto missing = readFile(at("missing"));
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, "file.unreadable");
  EXPECT_NE(missing.error().message.find("No such file"), std::string::npos) << missing.error().message;
  EXPECT_EQ(readFile(folder_.path()).error().code, "file.unreadable") << "a folder";
}

}  // namespace
}  // namespace aurigraph::files
