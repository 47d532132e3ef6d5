#pragma once

#include <spdlog/logger.h>

#include <filesystem>
#include <memory>
#include <string>

namespace aurigraph::telemetry {

struct LogOptions {
  std::string node;            ///< "business-1": a field of every line.
  std::string level = "info";  ///< trace, debug, info, warning, error.
  std::filesystem::path file;  ///< Rotated at 16 MiB, five kept. Empty: standard error.
};

/// A logger of one JSON object per line: {"time":…,"level":…,"node":…,"thread":…,"message":…}. Text from
/// outside is escaped, so that no input can forge a line. Not registered globally: pass it on.
std::shared_ptr<spdlog::logger> makeLogger(const LogOptions& options);

/// The same lines into a sink of the caller's (tests, the console).
std::shared_ptr<spdlog::logger> makeLogger(const LogOptions& options, spdlog::sink_ptr sink);

}  // namespace aurigraph::telemetry
