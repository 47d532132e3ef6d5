#include "nodes/cluster/clock_alarm.h"

#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>

#include <sstream>

namespace aurigraph::cluster {
namespace {

struct Told {
  std::ostringstream text;
  ClockAlarm alarm{
      std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(text)),
      {{NodeId(1), wire::NodeKind::kValidator, "validator-1", {}}}};

  std::string after(std::vector<NodeId> astray, std::uint64_t refused) {
    replica::ReplicaStatus status;
    status.clocksAstray = std::move(astray);
    status.blocksFromTheFuture = refused;
    text.str("");
    alarm.onStatus(status);
    return text.str();
  }
};

TEST(ClockAlarm, NamesWhoseClockIsAstrayOnceAndSaysWhenItIsRightAgain) {
  Told told;
  EXPECT_EQ(told.after({}, 0), "");
  const std::string first = told.after({NodeId(1)}, 0);
  EXPECT_NE(first.find("clock.astray: The clock of validator-1 "), std::string::npos) << first;
  EXPECT_EQ(told.after({NodeId(1)}, 0), "");
  EXPECT_NE(told.after({}, 0).find("clock.right_again"), std::string::npos);
}

TEST(ClockAlarm, ANodeThatRefusesLiveBlocksSaysSoOnceForAsLongAsItLasts) {
  Told told;
  EXPECT_NE(told.after({}, 3).find("clock.behind"), std::string::npos);
  EXPECT_EQ(told.after({}, 5), "");
  EXPECT_EQ(told.after({}, 5), "");
  EXPECT_EQ(told.after({}, 6), "");
  for (int quiet = 0; quiet < 60; ++quiet) EXPECT_EQ(told.after({}, 6), "");
  EXPECT_NE(told.after({}, 7).find("clock.behind"), std::string::npos);
}

}  // namespace
}  // namespace aurigraph::cluster
