#include <gtest/gtest.h>

#include <fstream>

#include "nodes/runtime/disk.h"
#include "tests/unit/runtime/support.h"

namespace aurigraph::runtime::testing {
namespace {

constexpr FileId kFile{1};
constexpr std::size_t kPage = 4'096;

Bytes filled(std::size_t size, std::uint8_t value) {
  return Bytes(size, value);
}

/// A disk whose requests are answered before the call returns.
class DiskHarness {
 public:
  explicit DiskHarness(const std::filesystem::path& folder, bool crashable = false)
      : disk(folder, crashable, "test") {
    AG_ASSERT(disk.open().has_value());
  }
  IoDone run(IoOp op, FileId file = kFile) {
    Seen<IoDone> seen;
    disk.submit(ActorId(1), file, std::move(op), Token(7), [&](IoDone done) { seen.add(std::move(done)); });
    auto done = seen.waitFor(1);
    AG_ASSERT(done.size() == 1 && done[0].token == Token(7));
    return done[0];
  }
  Disk disk;
};

IoWrite writing(std::uint64_t at, Bytes bytes, bool sync) {
  IoWrite write{at, {}, sync};
  WritePart part;
  part.bytes = std::move(bytes);
  write.parts.push_back(std::move(part));
  return write;
}

TEST(Disk, WhatIsWrittenInPartsReadsBackAsOne) {
  const TemporaryFolder folder;
  DiskHarness harness(folder.path());
  EXPECT_EQ(harness.run(IoOpen{"log", true}).sizeBytes, 0U);
  BufferRef buffer = allocateBuffer(BufferClass::kSmall);
  for (std::size_t at = 0; at < buffer.bodySpace().size(); ++at)
    buffer.bodySpace()[at] = static_cast<std::uint8_t>(at % 251);
  WritePart head;
  head.bytes = filled(kPage, 1);
  WritePart body;
  body.buffer = buffer;
  body.offset = kPage;
  body.sizeBytes = 2 * kPage;
  WritePart tail;
  tail.bytes = filled(kPage, 2);
  EXPECT_EQ(harness.run(IoWrite{kPage, {head, body, tail}, true}).status, IoStatus::kDone);

  const IoDone read = harness.run(IoRead{0, 10 * kPage});
  ASSERT_EQ(read.bytes.size(), 5 * kPage);  // short at the end of the file
  EXPECT_EQ(Bytes(read.bytes.begin() + kPage, read.bytes.begin() + 2 * kPage), filled(kPage, 1));
  EXPECT_TRUE(std::equal(buffer.bodySpace().begin(), buffer.bodySpace().begin() + 2 * kPage,
                         read.bytes.begin() + 2 * kPage));
  EXPECT_EQ(read.bytes.back(), 2);
  EXPECT_EQ(harness.run(IoRead{kPage + 3, 10}).bytes, filled(10, 1));
  EXPECT_EQ(harness.run(IoRead{100 * kPage, 10}).bytes.size(), 0U);
}

/// What this process asked the system for, by read() and its kin.
std::uint64_t bytesReadByUs() {
  std::ifstream facts("/proc/self/io");
  std::string name;
  std::uint64_t value = 0;
  while (facts >> name >> value)
    if (name == "rchar:") return value;
  return 0;
}

TEST(Disk, AReadCostsThePagesItAsksForAndNotMore) {
  constexpr std::size_t kFilePages = 1'024;
  constexpr std::size_t kReads = 50;
  const TemporaryFolder folder;
  DiskHarness harness(folder.path());
  harness.run(IoOpen{"log", true});
  harness.run(writing(0, filled(kFilePages * kPage, 3), true));
  const std::uint64_t before = bytesReadByUs();
  ASSERT_GT(before, 0U) << "nothing is counted here: this would prove nothing";
  for (std::size_t at = 0; at < kReads; ++at)
    EXPECT_EQ(harness.run(IoRead{(at * 7 + 1) * kPage, 2 * kPage}).bytes.size(), 2 * kPage);
  // One page more where a read begins or ends within a page; and /proc itself.
  EXPECT_LT(bytesReadByUs() - before, kReads * 4 * kPage);
}

TEST(Disk, OddSizesFallBackToBufferedWritesAndStayRight) {
  const TemporaryFolder folder;
  DiskHarness harness(folder.path());
  harness.run(IoOpen{"odd", true});
  EXPECT_EQ(harness.run(writing(0, filled(kPage, 1), true)).status, IoStatus::kDone);
  EXPECT_EQ(harness.run(writing(10, filled(5, 9), true)).status, IoStatus::kDone);
  EXPECT_EQ(harness.run(writing(kPage, filled(3, 8), false)).status, IoStatus::kDone);
  Bytes expected = filled(kPage, 1);
  std::fill_n(expected.begin() + 10, 5, 9);
  expected.insert(expected.end(), 3, 8);
  EXPECT_EQ(harness.run(IoRead{0, 2 * kPage}).bytes, expected);
}

TEST(Disk, AllocateGrowsWithZerosAndNeverShrinks) {
  const TemporaryFolder folder;
  DiskHarness harness(folder.path());
  harness.run(IoOpen{"segment", true});
  harness.run(writing(0, filled(kPage, 5), true));
  EXPECT_EQ(harness.run(IoAllocate{3 * 1024 * 1024 + kPage}).status, IoStatus::kDone);
  EXPECT_EQ(harness.run(IoAllocate{kPage}).status, IoStatus::kDone);
  const IoDone opened = harness.run(IoOpen{"segment", false}, FileId(2));
  EXPECT_EQ(opened.sizeBytes, 3U * 1024 * 1024 + kPage);
  Bytes expected = filled(kPage, 5);
  expected.resize(2 * kPage);
  EXPECT_EQ(harness.run(IoRead{0, 2 * kPage}, FileId(2)).bytes, expected);
}

TEST(Disk, FilesAreListedRenamedAndRemoved) {
  const TemporaryFolder folder;
  DiskHarness harness(folder.path());
  EXPECT_EQ(harness.run(IoOpen{"b", false}).status, IoStatus::kNotFound);
  harness.run(IoOpen{"b", true});
  harness.run(IoOpen{"a", true}, FileId(2));
  EXPECT_EQ(asText(harness.run(IoList{}).bytes), "a\nb\n");
  harness.run(writing(0, filled(kPage, 3), true), FileId(2));
  EXPECT_EQ(harness.run(IoRename{"a", "c"}).status, IoStatus::kDone);
  EXPECT_EQ(harness.run(IoRead{0, 1}, FileId(2)).bytes, filled(1, 3));  // an open file keeps its number
  EXPECT_EQ(harness.run(IoRemove{"b"}).status, IoStatus::kDone);
  EXPECT_EQ(harness.run(IoRemove{"b"}).status, IoStatus::kDone);
  EXPECT_EQ(asText(harness.run(IoList{}).bytes), "c\n");
  EXPECT_EQ(harness.run(IoRename{"no", "yes"}).status, IoStatus::kNotFound);
  EXPECT_EQ(harness.run(IoClose{}, FileId(2)).status, IoStatus::kDone);
  EXPECT_EQ(harness.run(IoRead{0, 1}, FileId(2)).status, IoStatus::kNotFound);
}

TEST(Disk, AFullDiskIsToldApartFromABrokenOne) {
  const TemporaryFolder folder;
  std::filesystem::create_symlink("/dev/full", folder.path() / "full");
  DiskHarness harness(folder.path());
  ASSERT_EQ(harness.run(IoOpen{"full", false}).status, IoStatus::kDone);
  EXPECT_EQ(harness.run(writing(0, filled(kPage, 1), true)).status, IoStatus::kNoSpace);
}

TEST(Disk, AFolderThatCannotBeMadeIsRefused) {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "file") << "in the way";
  Disk disk(folder.path() / "file", false, "test");
  const Status opened = disk.open();
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, "disk.unusable");
}

TEST(Disk, ACrashLosesExactlyWhatWasNotSynced) {
  const TemporaryFolder folder;
  {
    DiskHarness harness(folder.path(), true);
    harness.run(IoOpen{"log", true});
    harness.run(IoOpen{"other", true}, FileId(2));
    harness.run(writing(0, filled(kPage, 1), true));
    harness.run(writing(0, filled(kPage, 2), false), FileId(2));
    harness.run(IoSync{}, FileId(2));
    harness.run(writing(0, filled(kPage, 8), false));
    harness.run(writing(kPage, filled(kPage, 9), false));
    EXPECT_EQ(harness.run(IoRead{0, 2 * kPage}).bytes.back(), 9);  // it reads what it wrote
    harness.run(IoRename{"log", "moved"});
    harness.disk.crash();
  }
  DiskHarness harness(folder.path(), true);
  EXPECT_EQ(harness.run(IoOpen{"moved", false}).status, IoStatus::kDone);
  EXPECT_EQ(harness.run(IoRead{0, 2 * kPage}).bytes, filled(kPage, 1));
  harness.run(IoOpen{"other", false}, FileId(2));
  EXPECT_EQ(harness.run(IoRead{0, 2 * kPage}, FileId(2)).bytes, filled(kPage, 2));
}

TEST(Disk, AnOrderlyEndKeepsWhatWasNotSynced) {
  const TemporaryFolder folder;
  {
    DiskHarness harness(folder.path(), true);
    harness.run(IoOpen{"log", true});
    harness.run(writing(0, filled(kPage, 4), false));
  }
  DiskHarness harness(folder.path());
  harness.run(IoOpen{"log", false});
  EXPECT_EQ(harness.run(IoRead{0, kPage}).bytes, filled(kPage, 4));
}

}  // namespace
}  // namespace aurigraph::runtime::testing
