// Containers that hash belong to those whose keys nobody else chooses: the library's hash has a fixed seed,
// so that whoever chooses the keys can choose such as fall into one bucket, and each look-up walks them all.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

namespace {

namespace fs = std::filesystem;

// Why each may: ids that the ledger gives · addresses of our own configuration · digests, SHA-256.
const std::set<std::string> kMay = {"core/wire/rows/index.h", "nodes/connectors/l1_cache.h",
                                    "nodes/runtime/verified_signatures.h"};

TEST(HashingRule, NobodyElsesKeysAreHashed) {
  std::set<std::string> hashing;
  for (const char* top : {"core", "nodes"})
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(AURIGRAPH_SOURCE_DIR) / top)) {
      if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
      std::ifstream file(entry.path());
      const std::string text{std::istreambuf_iterator<char>(file), {}};
      if (text.find("std::unordered_") != std::string::npos)
        hashing.insert(entry.path().lexically_relative(AURIGRAPH_SOURCE_DIR).string());
    }
  EXPECT_EQ(hashing, kMay) << "a sorted container, or a line above that says who chooses the keys";
}

}  // namespace
