#include "resources/resources.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

namespace aurigraph {
namespace {

TEST(Resources, CarriedBytesEqualTheFiles) {
  const auto paths = resourcePaths("");
  ASSERT_FALSE(paths.empty());
  EXPECT_TRUE(std::is_sorted(paths.begin(), paths.end()));
  for (const auto path : paths) {
    const std::string top(AURIGRAPH_SOURCE_DIR);
    std::ifstream file(top + (path == "openapi.yaml" ? "/docs/" : "/resources/") + std::string(path),
                       std::ios::binary);
    ASSERT_TRUE(file.good()) << path;
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    EXPECT_EQ(resource(path), bytes) << path;
  }
}

TEST(Resources, AnUnknownPathIsNull) {
  EXPECT_EQ(resource("rules/none.json").data(), nullptr);
  EXPECT_EQ(resource("").data(), nullptr);
}

}  // namespace
}  // namespace aurigraph
