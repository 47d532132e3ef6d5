#include "nodes/evidence/store.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "core/crypto/sha256.h"

namespace aurigraph::evidence {
namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "aurigraph-evidence-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path_); }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

fs::path onlyFile(const fs::path& folder) {
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) return entry.path();
  return {};
}

RC_GTEST_PROP(Evidence, WhatIsPutIsGivenBackAlsoAfterReopening, (const std::vector<std::uint8_t>& bytes)) {
  const Folder folder;
  Digest digest;
  {
    auto store = EvidenceStore::open(folder.path()).value();
    digest = store->put(bytes).value();
    RC_ASSERT(store->put(bytes).value() == digest);
    RC_ASSERT(digest == crypto::sha256(bytes));
  }
  auto store = EvidenceStore::open(folder.path()).value();
  RC_ASSERT(store->has(digest));
  RC_ASSERT(store->get(digest).value() == bytes);
}

TEST(Evidence, BytesUnderAForeignNameAreRefusedAndNotKept) {
  const Folder folder;
  auto store = EvidenceStore::open(folder.path()).value();
  const Digest other = crypto::sha256(asBytes("other"));
  EXPECT_EQ(store->putAs(other, asBytes("bytes")).error().code, "evidence.digest_mismatch");
  EXPECT_FALSE(store->has(other));
  EXPECT_EQ(store->get(other).error().code, "evidence.unknown");
  EXPECT_TRUE(store->putAs(other, asBytes("other")));
}

TEST(Evidence, ADamagedFileIsNeverGivenOutAndIsRepairedByTheNextPut) {
  const Folder folder;
  auto store = EvidenceStore::open(folder.path()).value();
  const Digest digest = store->put(asBytes("the deed")).value();
  {
    std::ofstream file(onlyFile(folder.path()), std::ios::binary);
    file << "the bill";
  }
  EXPECT_EQ(store->get(digest).error().code, "evidence.damaged");
  EXPECT_FALSE(store->has(digest));
  ASSERT_TRUE(store->put(asBytes("the deed")));
  EXPECT_TRUE(store->get(digest));
}

TEST(Evidence, WhatAnInterruptedWriteLeftIsClearedAndNeverCounts) {
  const Folder folder;
  fs::create_directories(folder.path() / "tmp");
  std::ofstream(folder.path() / "tmp" / "half.0") << "half";
  auto store = EvidenceStore::open(folder.path()).value();
  EXPECT_TRUE(fs::is_empty(folder.path() / "tmp"));
  EXPECT_FALSE(store->has(crypto::sha256(asBytes("half"))));
}

TEST(Evidence, TooMuchIsRefused) {
  const Folder folder;
  auto store = EvidenceStore::open(folder.path()).value();
  EXPECT_EQ(store->put(Bytes(EvidenceStore::kMaxBytes + 1)).error().code, "evidence.too_large");
}

TEST(Evidence, AFolderThatCannotBeIsSaid) {
  EXPECT_EQ(EvidenceStore::open("/proc/none").error().code, "evidence.unusable_folder");
}

TEST(Evidence, ManyThreadsMayPutTheSame) {
  const Folder folder;
  auto store = EvidenceStore::open(folder.path()).value();
  const Bytes bytes(200'000, 7);
  std::vector<std::thread> threads;
  std::atomic<int> good{0};
  for (int i = 0; i < 8; ++i) threads.emplace_back([&] { good += store->put(bytes).has_value(); });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(good, 8);
  EXPECT_TRUE(store->get(crypto::sha256(bytes)));
}

}  // namespace
}  // namespace aurigraph::evidence
