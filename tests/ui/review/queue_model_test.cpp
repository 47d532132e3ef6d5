#include "ui/models/queue_model.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QRandomGenerator>

#include "tests/ui/review/review_fixture.h"
#include "ui/models/change_model.h"
#include "ui/models/check_model.h"
#include "ui/models/queue_filter.h"
#include "ui/models/reason_codes.h"

namespace aurigraph::ui {
namespace {

constexpr auto kMode = QAbstractItemModelTester::FailureReportingMode::Fatal;
const QDateTime kNow(QDate(2026, 3, 2), QTime(14, 0), QTimeZone::utc());

RecordItem item(const QString& id, int dueInSeconds) {
  RecordItem out;
  out.id = id;
  out.assetKey = QStringLiteral("asset ") + id;
  out.decision = QStringLiteral("WAITING");
  out.mayDecide = true;
  out.serviceLevelMs = 3'600'000;
  out.dueMs = kNow.addSecs(dueInSeconds).toMSecsSinceEpoch();
  return out;
}

QString shown(const QueueModel& model, int row, int column) {
  return model.index(row, column).data().toString();
}

TEST(ReviewQueueModel, SortedByDueTime) {
  QueueModel model;
  const QAbstractItemModelTester tester(&model, kMode);
  model.setNow(kNow);
  model.setItems(
      {item(QStringLiteral("a"), 720), item(QStringLiteral("b"), 9'000), item(QStringLiteral("c"), -240)});
  EXPECT_EQ(shown(model, 0, QueueModel::kDue), QStringLiteral("late 4 min"));
  EXPECT_EQ(shown(model, 1, QueueModel::kDue), QStringLiteral("due in 12 min"));
  EXPECT_EQ(shown(model, 2, QueueModel::kDue), QStringLiteral("due in 2 h 30 min"));
  EXPECT_EQ(model.urgency(model.at(0)), QueueModel::Urgency::kLate);
  EXPECT_EQ(model.urgency(model.at(1)), QueueModel::Urgency::kSoon);
  EXPECT_EQ(model.urgency(model.at(2)), QueueModel::Urgency::kFine);
}

TEST(ReviewQueueModel, WhatArrivesWaitsUntilItIsAskedFor) {
  QueueModel model;
  const QAbstractItemModelTester tester(&model, kMode);
  model.setNow(kNow);
  model.setItems({item(QStringLiteral("b"), 720)});
  model.setItems({item(QStringLiteral("a"), 10), item(QStringLiteral("b"), 720)});
  EXPECT_EQ(model.rowCount(), 1);
  EXPECT_EQ(model.arrivals(), 1);
  model.showArrivals();
  EXPECT_EQ(model.rowCount(), 2);
  EXPECT_EQ(model.at(0).id, QStringLiteral("a"));
}

TEST(ReviewQueueModel, StaysSoundThroughWhateverComes) {
  QueueModel model;
  QueueFilter filter(model);
  const QAbstractItemModelTester tester(&model, kMode);
  const QAbstractItemModelTester proxied(&filter, kMode);
  QRandomGenerator chance(7);
  QDateTime now = kNow;
  for (int round = 0; round < 300; ++round) {
    QList<RecordItem> items;
    for (int i = 0; i < 20; ++i) {
      if (chance.bounded(3) == 0) continue;
      items.append(item(QString::number(i), i * 60));
      if (chance.bounded(4) == 0)
        items.last().claimUntilMs = now.toMSecsSinceEpoch() + chance.bounded(200'000);
    }
    model.setItems(items);
    filter.setWhich(static_cast<QueueFilter::Which>(chance.bounded(4)));
    if (chance.bounded(2) == 0) model.showArrivals();
    model.setNow(now = now.addSecs(7));
    for (int row = 1; row < model.rowCount(); ++row) ASSERT_LE(model.at(row - 1).dueMs, model.at(row).dueMs);
  }
}

/// The window's own clock is years off; what is late is told by the cluster's.
TEST(ReviewQueue, TheQueueIsSortedByTheClusterClock) {
  RecordedCluster cluster;
  auto status = RecordedCluster::status();
  const QDateTime theirs = QDateTime::currentDateTimeUtc().addYears(4);
  putTime(status, "time", theirs);
  cluster.gateway.answer("GET", QStringLiteral("/query/status"), status);
  Connection connection(cluster.profile(), cluster.gateway.transport());
  connection.open();
  ASSERT_TRUE(eventually([&] { return connection.live(); }));
  const ReviewClock clock;
  QueueModel model;
  RecordItem soon = item(QStringLiteral("soon"), 0);
  soon.dueMs = theirs.addSecs(12 * 60 + 30).toMSecsSinceEpoch();
  RecordItem past = item(QStringLiteral("past"), 0);
  past.dueMs = theirs.addSecs(-4 * 60 - 10).toMSecsSinceEpoch();
  model.setNow(clock.clusterNow(&connection));
  model.setItems({soon, past});
  EXPECT_EQ(shown(model, 0, QueueModel::kDue), QStringLiteral("late 4 min"));
  EXPECT_EQ(shown(model, 1, QueueModel::kDue), QStringLiteral("due in 12 min"));
}

TEST(ReviewChecks, TheTreeIsSoundAndFailingChecksComeFirst) {
  CheckModel model;
  const QAbstractItemModelTester tester(&model, kMode);
  CheckReason reason;
  reason.field = QStringLiteral("price");
  reason.observed = QStringLiteral("412.7");
  reason.expected = QStringLiteral("380 to 410");
  reason.pointer = QStringLiteral("/price");
  model.setChecks({{QStringLiteral("format"), 100'000, 0, {}},
                   {QStringLiteral("range"), 150'000, 60'000, {reason, reason}},
                   {QStringLiteral("source"), 150'000, 90'000, {reason}}});
  EXPECT_EQ(model.check(0).name, QStringLiteral("source"));
  EXPECT_EQ(model.check(2).name, QStringLiteral("format"));
  EXPECT_EQ(model.rowCount(model.index(1, 0)), 2);
  EXPECT_EQ(model.index(0, 0, model.index(0, 0)).data(CheckModel::kPointerRole).toString(),
            QStringLiteral("/price"));
  EXPECT_EQ(factsText(reason), QStringLiteral("field price · found 412.7 · expected 380 to 410"));
  model.setOpened({QStringLiteral("range")});
  EXPECT_TRUE(model.index(1, 0).data().toString().contains(QStringLiteral("opened")));
}

TEST(ReviewChanges, OnlyWhatChangedUnlessAskedForAll) {
  ChangeModel model;
  const QAbstractItemModelTester tester(&model, kMode);
  using Kind = FieldChange::Kind;
  model.setChanges(
      {{QStringLiteral("unit"), Kind::kSame, QStringLiteral("USD"), QStringLiteral("USD")},
       {QStringLiteral("value"), Kind::kChanged, QStringLiteral("1 USD"), QStringLiteral("2 USD")},
       {QStringLiteral("lien"), Kind::kRemoved, QStringLiteral("none"), {}}});
  EXPECT_EQ(model.rowCount(), 2);
  EXPECT_TRUE(model.index(0, 0).data().toString().startsWith(QChar(0x00B1)));
  EXPECT_EQ(model.index(1, ChangeModel::kAfter).data().toString(), QStringLiteral("—"));
  model.setChangedOnly(false);
  EXPECT_EQ(model.rowCount(), 3);
}

TEST(ReviewReasons, EveryCodeIsGoodForTheLedgerAndHasWords) {
  QSet<int> seen;
  for (const auto& each : reasonCodes()) {
    EXPECT_GT(each.code, 0);
    EXPECT_FALSE(seen.contains(each.code));
    seen.insert(each.code);
    EXPECT_TRUE(each.text.contains(QLatin1Char(' '))) << each.text.toStdString() << " is a key without words";
    EXPECT_TRUE(each.approves || each.rejects);
  }
  EXPECT_FALSE(reasonCodesFor(wire::ReviewDecision::kApprove).isEmpty());
  EXPECT_FALSE(reasonCodesFor(wire::ReviewDecision::kReject).isEmpty());
}

}  // namespace
}  // namespace aurigraph::ui
