#include <gtest/gtest.h>

#include <string>

#include "nodes/log/recovery.h"

namespace aurigraph::log {
namespace {

// One letter per row: U use, E end, T truncate, D damaged (frames); U use, X discard, D damaged (segments);
// N newest, F fresh, V never formatted, D damaged (state).

// Columns from left to right, the last one fastest: chain fits, known synced, valid after; durable log first.
std::string frameRow(FrameState frame, bool durableLog) {
  std::string row;
  for (const bool fits : {false, true})
    for (const bool synced : {false, true})
      for (const bool after : {false, true})
        row += "UETD"[static_cast<int>(decideFrame({.frame = frame,
                                                    .chainFits = fits,
                                                    .knownSynced = synced,
                                                    .validAfter = after,
                                                    .durableLog = durableLog}))];
  return row;
}

TEST(RecoveryTable, EveryRowOfTheFrameTableOfAVotersLog) {
  EXPECT_EQ(frameRow(FrameState::kGood, true), "DDDDUUUU");
  EXPECT_EQ(frameRow(FrameState::kBadBody, true), "TTDDTTDD");
  EXPECT_EQ(frameRow(FrameState::kBadHeader, true), "TTDDTTDD");
  EXPECT_EQ(frameRow(FrameState::kEmpty, true), "ETDDETDD");
}

TEST(RecoveryTable, EveryRowOfTheFrameTableOfALearnersLog) {
  EXPECT_EQ(frameRow(FrameState::kGood, false), "TTTTUUUU");
  EXPECT_EQ(frameRow(FrameState::kBadBody, false), "TTTTTTTT");
  EXPECT_EQ(frameRow(FrameState::kBadHeader, false), "TTTTTTTT");
  EXPECT_EQ(frameRow(FrameState::kEmpty, false), "ETTTETTT");
}

TEST(RecoveryTable, EveryRowOfTheSegmentTable) {
  std::string table;
  for (const bool durableLog : {true, false})
    for (const bool good : {false, true})
      for (const bool last : {false, true})
        for (const bool synced : {false, true})
          table += "UXD"[static_cast<int>(decideSegment(
              {.superGood = good, .last = last, .knownSynced = synced, .durableLog = durableLog}))];
  EXPECT_EQ(table,
            "DDXD"
            "UUUU"
            "XXXX"
            "UUUU");
}

TEST(RecoveryTable, EveryRowOfTheStateTable) {
  constexpr SlotState kStates[] = {SlotState::kGood, SlotState::kBad, SlotState::kEmpty};
  std::string table;
  for (const bool durableLog : {true, false})
    for (const bool newer : {false, true})
      for (const SlotState first : kStates)
        for (const SlotState second : kStates)
          table += "NFVD"[static_cast<int>(decideState(
              {.first = first, .second = second, .newerKnown = newer, .durableLog = durableLog}))];
  EXPECT_EQ(table,
            "NNNNDDNDV"
            "DDDDDDDDD"
            "NNNNFFNFF"
            "NNNNFFNFF");
}

}  // namespace
}  // namespace aurigraph::log
