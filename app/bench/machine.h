#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <filesystem>
#include <string>

namespace aurigraph::bench {

/// Where figures were taken: they mean nothing without it.
struct Machine {
  std::string cpu;
  unsigned cores = 0;
  std::uint64_t memoryBytes = 0;
  std::string kernel;
  std::string fileSystem;  ///< Of the data folder: "ext4". "tmpfs" is not durable.
  double load = 0;         ///< Of the last minute, when the run began; above 0.5 others were at work.
  std::string build;       ///< Compiler, optimisation, sanitizers.
};

/// Reads it from the system; what cannot be read is "unknown".
[[nodiscard]] Machine thisMachine(const std::filesystem::path& dataFolder);

[[nodiscard]] boost::json::object toJson(const Machine& machine);
/// One line.
[[nodiscard]] std::string inWords(const Machine& machine);

}  // namespace aurigraph::bench
