#include "nodes/telemetry/log.h"

#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>

#include <sstream>

namespace aurigraph::telemetry {
namespace {

TEST(Log, HostileTextCannotForgeALine) {
  std::ostringstream out;
  const auto logger = makeLogger({.node = "odd\"%v", .level = "info", .file = {}},
                                 std::make_shared<spdlog::sinks::ostream_sink_st>(out));
  logger->info("name is {}", "x\"}\n{\"level\":\"error\"\x01");
  const auto line = out.str();
  EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1);
  EXPECT_NE(line.find(R"("node":"odd\"%v")"), std::string::npos) << line;
  EXPECT_NE(line.find(R"("message":"name is x\"}\n{\"level\":\"error\"\u0001"})"), std::string::npos) << line;
}

TEST(Log, BelowTheLevelNothingIsWritten) {
  std::ostringstream out;
  const auto logger = makeLogger({.node = "n", .level = "warning", .file = {}},
                                 std::make_shared<spdlog::sinks::ostream_sink_st>(out));
  logger->info("quiet");
  EXPECT_EQ(out.str(), "");
  logger->warn("loud");
  EXPECT_NE(out.str().find(R"("level":"warning")"), std::string::npos);
}

}  // namespace
}  // namespace aurigraph::telemetry
