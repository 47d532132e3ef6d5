#include "ui/models/pipeline.h"

#include <gtest/gtest.h>

#include <QJsonArray>

#include "ui/models/lineage_words.h"

namespace aurigraph::ui {
namespace {

QString key(const char* text) {
  return QLatin1String(text);
}

Stage review() {
  return {.name = key("review"),
          .total = 18,
          .waiting = 5,
          .perMinute = 0.5,
          .outcomes = {{key("approved"), 12}, {key("rejected"), 1}}};
}

TEST(Pipeline, AStageSaysItsNumbersInASentence) {
  EXPECT_EQ(stageSentence(review(), {}), key("Review: 5 waiting, 12 approved, 1 rejected, 0.5 per minute."));
  EXPECT_EQ(stageSentence(review(), key("⚠ 2 late")).section(u'.', -2),
            QStringLiteral(" Attention: %1.").arg(key("⚠ 2 late")));
  Stage channel{
      .name = key("channel"), .total = 7, .waiting = 3, .perMinute = {}, .outcomes = {{key("dead"), 2}}};
  EXPECT_EQ(stageSentence(channel, {}), key("Channel: 3 waiting, 2 given up."));
}

TEST(Pipeline, ARateHasADigitBehindThePointOnlyWhereItSaysSomething) {
  EXPECT_EQ(rateText(0), key("0 per minute"));
  EXPECT_EQ(rateText(7), key("7 per minute"));
  EXPECT_EQ(rateText(0.83), key("0.8 per minute"));
  EXPECT_EQ(rateText(40.6), key("41 per minute"));
}

TEST(Pipeline, TheEightStagesAreAlwaysThereInTheirOrder) {
  const Pipeline none = Pipeline::of({});
  ASSERT_EQ(none.stages.size(), 8);
  EXPECT_EQ(none.stages.front().name, key("fetch"));
  EXPECT_EQ(none.stages.back().name, key("token"));
  EXPECT_FALSE(none.stages[3].waiting.has_value());
}

TEST(Pipeline, LiveCountsAreTotalsButOfWhatWaitsNow) {
  Pipeline pipeline = Pipeline::of({});
  pipeline.takeCounts({{key("fetch"), 40}, {key("channel"), 3}, {key("review"), 2}});
  EXPECT_EQ(pipeline.stages[0].total, 40);
  EXPECT_FALSE(pipeline.stages[0].waiting.has_value());
  EXPECT_EQ(pipeline.stages[3].waiting, 3);
  EXPECT_EQ(pipeline.stages[3].total, 0);
  EXPECT_EQ(pipeline.stages[5].waiting, 2);
}

TEST(Pipeline, TroubleIsSaidWhereItIs) {
  const Stage fetch{
      .name = key("fetch"), .total = 9, .waiting = {}, .perMinute = {}, .outcomes = {{key("failed"), 3}}};
  Source source;
  source.availabilityPercent = 95;
  EXPECT_TRUE(troubleText(fetch, {source}, 0).isEmpty());
  source.availabilityPercent = 70;
  EXPECT_TRUE(troubleText(fetch, {source}, 0).contains(key("failing")));
  EXPECT_TRUE(troubleText(review(), {source}, 0).isEmpty());
  EXPECT_TRUE(troubleText(review(), {}, 2).contains(key("late")));
  const Stage channel{
      .name = key("channel"), .total = 9, .waiting = {}, .perMinute = {}, .outcomes = {{key("dead"), 1}}};
  EXPECT_TRUE(troubleText(channel, {}, 0).contains(key("given up")));
}

TEST(Lineage, EveryStepSaysWhenAfterTheOneBefore) {
  const QJsonObject way{
      {key("steps"),
       QJsonArray{
           QJsonObject{
               {key("name"), key("fetched")}, {key("state"), key("done")}, {key("at"), key("1000000000")}},
           QJsonObject{
               {key("name"), key("scored")}, {key("state"), key("done")}, {key("at"), key("1400000000")}},
           QJsonObject{
               {key("name"), key("ordered")}, {key("state"), key("done")}, {key("at"), key("1300000000")}},
           QJsonObject{{key("name"), key("claimed")}, {key("state"), key("waiting")}}}}};
  const auto steps = stepsOf(way);
  ASSERT_EQ(steps.size(), 4);
  EXPECT_TRUE(steps[0].since.isEmpty());
  EXPECT_EQ(steps[1].since, key("0.4 s after the step before"));
  EXPECT_TRUE(steps[2].since.isEmpty());  // Another machine's clock.
  EXPECT_EQ(steps[3].stateWord(), key("Waiting"));
  EXPECT_EQ(steps[3].title, key("Waits for a reviewer to claim it"));
  EXPECT_FALSE(steps[3].at.isValid());
}

TEST(Lineage, WhatItWaitsForIsBehindADoor) {
  const auto door = [](const char* wait) {
    return doorOf({{key("record"), key("ab")}, {key("waiting_for"), key(wait)}}).what;
  };
  EXPECT_EQ(door("review"), key("review"));
  EXPECT_EQ(door("claim-decision"), key("review"));
  EXPECT_EQ(door("asset"), key("issuance"));
  EXPECT_EQ(door("token"), key("issuance"));
  EXPECT_TRUE(doorOf({{key("waiting_for"), QJsonValue()}}).label.isEmpty());
}

TEST(Lineage, TheSealSaysWhichBlockAndWho) {
  const auto steps =
      stepsOf({{key("steps"), QJsonArray{QJsonObject{{key("name"), key("final")},
                                                     {key("state"), key("done")},
                                                     {key("height"), 118},
                                                     {key("sealed_by"), QJsonArray{key("v1"), key("v2")}},
                                                     {key("checkpoint"), 110}}}}});
  ASSERT_EQ(steps[0].facts.size(), 3);
  EXPECT_EQ(steps[0].facts[0].value, key("118"));
  EXPECT_EQ(steps[0].facts[1].value, key("v1, v2"));
  EXPECT_EQ(steps[0].facts[2].value, key("110"));
}

TEST(Lineage, AWordNobodyKnowsIsShownAsItIs) {
  const auto steps =
      stepsOf({{key("steps"), QJsonArray{QJsonObject{{key("name"), QStringLiteral("mel\u202Eted")},
                                                     {key("state"), key("refused")}}}}});
  ASSERT_EQ(steps.size(), 1);
  EXPECT_EQ(steps[0].title, key("melted"));
  EXPECT_EQ(steps[0].stateSign(), QStringLiteral("✕"));
}

}  // namespace
}  // namespace aurigraph::ui
