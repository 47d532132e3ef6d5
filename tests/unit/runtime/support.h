#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "nodes/runtime/runtime.h"

namespace aurigraph::runtime::testing {

/// A folder that goes with the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "aurigraph-runtime-XXXXXX").string();
    AG_ASSERT(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// What threads of the runtime tell the test, and the test waits for.
template <class T>
class Seen {
 public:
  void add(T value) {
    const std::lock_guard lock(mutex_);
    values_.push_back(std::move(value));
    changed_.notify_all();
  }
  /// The first `count` values; fewer if the deadline comes first.
  std::vector<T> waitFor(std::size_t count) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::seconds(20), [&] { return values_.size() >= count; });
    return values_;
  }
  std::vector<T> now() {
    const std::lock_guard lock(mutex_);
    return values_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<T> values_;
};

/// An actor that is a function.
class FunctionActor : public Actor {
 public:
  using Step = std::function<void(const Event&, Out&)>;
  explicit FunctionActor(Step step) : step_(std::move(step)) {}
  void step(const Event& event, Out& out) override { step_(event, out); }

 private:
  Step step_;
};

inline Runtime::MakeActor actor(FunctionActor::Step step) {
  return [step = std::move(step)](Environment&) { return std::make_unique<FunctionActor>(step); };
}

inline crypto::SigningKey testKey(std::uint8_t number) {
  crypto::Seed seed;
  seed.bytes.fill(number);
  return crypto::SigningKey::fromSeed(seed);
}

inline NodeOptions node(std::uint32_t number, const std::filesystem::path& folder) {
  NodeOptions options{.node = NodeId(number),
                      .name = "n" + std::to_string(number),
                      .dataFolder = folder,
                      .key = testKey(static_cast<std::uint8_t>(number)),
                      .transport = nullptr,
                      .onStopped = nullptr};
  return options;
}

inline Message message(int value) {
  return std::make_shared<const std::any>(value);
}
inline int numberIn(const Event& event) {
  return std::any_cast<int>(*std::get<Delivered>(event).message);
}

}  // namespace aurigraph::runtime::testing
