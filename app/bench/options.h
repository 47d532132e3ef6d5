#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace aurigraph::bench {

/// What every benchmark is told. The shape of a benchmark is `Result<Report> runX(const BenchOptions&)`.
struct BenchOptions {
  bool quick = false;  ///< One run of the figure that matters, under 50 s, instead of all of them.
  /// Where nodes and peers keep their data: empty, the benchmark's own, removed by the caller. Its file
  /// system is what "durable" means in the report.
  std::filesystem::path dataFolder;
  /// Says what goes on; one short line. Never empty.
  std::function<void(const std::string&)> say;
};

}  // namespace aurigraph::bench
