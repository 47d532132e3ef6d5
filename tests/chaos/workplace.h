#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <string>

namespace aurigraph::chaos {

/// A test's own folder with its history; kept, and named, when the test fails.
class Workplace {
 public:
  explicit Workplace(const std::string& name)
      : root_(std::filesystem::path(testing::TempDir()) /
              ("aurigraph-" + name + "-" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(root_);
    std::filesystem::create_directories(root_);
  }
  ~Workplace() {
    if (testing::Test::HasFailure())
      std::cerr << "The history is " << history().string() << "; the cluster's files are beside it.\n";
    else
      std::filesystem::remove_all(root_);
  }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  [[nodiscard]] const std::filesystem::path& root() const { return root_; }
  [[nodiscard]] std::filesystem::path cluster() const { return root_ / "cluster"; }
  [[nodiscard]] std::filesystem::path history() const { return root_ / "history.jsonl"; }

 private:
  std::filesystem::path root_;
};

}  // namespace aurigraph::chaos
