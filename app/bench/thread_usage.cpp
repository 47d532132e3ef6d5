#include "app/bench/thread_usage.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace aurigraph::bench {
namespace {

std::string firstLine(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  return line;
}

std::uint64_t fieldOf(const std::filesystem::path& file, const std::string& name) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);)
    if (line.starts_with(name)) return std::strtoull(line.c_str() + name.size(), nullptr, 10);
  return 0;
}

}  // namespace

ThreadUsages threadUsages() {
  ThreadUsages out;
  std::error_code ignored;
  for (const auto& task : std::filesystem::directory_iterator("/proc/self/task", ignored)) {
    const bool main = task.path().filename() == std::to_string(::getpid());
    ThreadUsage& usage = out[main ? "main" : firstLine(task.path() / "comm")];
    // Nanoseconds on a CPU; then waiting, then turns.
    usage.cpuNanoseconds += std::strtoull(firstLine(task.path() / "schedstat").c_str(), nullptr, 10);
    usage.voluntarySwitches += fieldOf(task.path() / "status", "voluntary_ctxt_switches:");
    usage.involuntarySwitches += fieldOf(task.path() / "status", "nonvoluntary_ctxt_switches:");
  }
  return out;
}

ThreadUsages operator-(const ThreadUsages& later, const ThreadUsages& earlier) {
  ThreadUsages out = later;
  for (auto& [name, usage] : out) {
    const auto before = earlier.find(name);
    if (before == earlier.end()) continue;
    usage.cpuNanoseconds -= std::min(usage.cpuNanoseconds, before->second.cpuNanoseconds);
    usage.voluntarySwitches -= std::min(usage.voluntarySwitches, before->second.voluntarySwitches);
    usage.involuntarySwitches -= std::min(usage.involuntarySwitches, before->second.involuntarySwitches);
  }
  return out;
}

}  // namespace aurigraph::bench
