#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QUrlQuery>

#include "tests/ui/support/recorded_cluster.h"
#include "tests/ui/support/wait.h"
#include "ui/models/field_model.h"
#include "ui/models/record_model.h"
#include "ui/models/source_model.h"
#include "ui/widgets/chip_delegate.h"

namespace aurigraph::ui::test {
namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

/// A ledger of numbered records, served newest first, like the gateway does.
class Records : public ::testing::Test {
 protected:
  Records() : connection(cluster.profile(), cluster.gateway.transport()) {
    cluster.gateway.handle("GET", QStringLiteral("/query/records"), [this](const HttpRequest& request) {
      const QUrlQuery query(request.path.section(u'?', 1));
      const int limit = query.queryItemValue(QStringLiteral("limit")).toInt();
      const QString cursor = query.queryItemValue(QStringLiteral("cursor"));
      int at = cursor.isEmpty() ? newest : cursor.toInt() - 1;
      QJsonArray items;
      for (; at > 0 && items.size() < limit; --at) items.append(record(at));
      QJsonObject body{{QStringLiteral("items"), items}};
      if (at > 0) body[QStringLiteral("next")] = QString::number(at + 1);
      HttpAnswer answer;
      answer.status = 200;
      answer.body = QJsonDocument(body).toJson();
      return answer;
    });
    model.setConnection(&connection);
  }
  [[nodiscard]] QJsonObject record(int number) const {
    return {{QStringLiteral("id"), QStringLiteral("r%1").arg(number)},
            {QStringLiteral("score_ppm"), 720'000},
            {QStringLiteral("band"), QStringLiteral("REVIEW")},
            {QStringLiteral("origin"), QStringLiteral("SIMULATED")},
            {QStringLiteral("decision"),
             number == decided ? QStringLiteral("APPROVED") : QStringLiteral("WAITING")},
            {QStringLiteral("height"), number}};
  }
  void open() {
    model.setFilter({.stage = QStringLiteral("ledger"), .category = {}, .band = {}});
    ASSERT_TRUE(eventually([this] { return model.loaded() && !model.asking(); }));
  }
  void look() {
    QSignalSpy came(&model, &RecordModel::came);
    model.look();
    ASSERT_TRUE(eventually([&] { return came.count() == 1; }));
  }

  int newest = 120;
  int decided = 0;
  RecordedCluster cluster;
  Connection connection;
  RecordModel model;
  QAbstractItemModelTester tester{&model, Mode::Fatal};
};

TEST_F(Records, ComePageByPage) {
  open();
  EXPECT_GE(model.rowCount(), RecordModel::kPageSize);  // The tester asks for more on its own.
  for (int pages = 0; pages < 10 && model.canFetchMore({}); ++pages) {
    model.fetchMore({});
    ASSERT_TRUE(eventually([this] { return !model.asking(); }));
  }
  EXPECT_EQ(model.rowCount(), 120);
  EXPECT_EQ(model.idAt(0), QStringLiteral("r120"));
  EXPECT_EQ(model.idAt(119), QStringLiteral("r1"));
}

TEST_F(Records, NewOnesWaitUntilTheyAreWanted) {
  open();
  newest = 123;
  look();
  EXPECT_EQ(model.fresh(), 3);
  EXPECT_EQ(model.idAt(0), QStringLiteral("r120"));
  EXPECT_EQ(model.showNew(), 3);
  EXPECT_EQ(model.idAt(0), QStringLiteral("r123"));
  EXPECT_EQ(model.rowOf(QStringLiteral("r120")), 3);
  EXPECT_EQ(model.fresh(), 0);
}

TEST_F(Records, WhatChangedChangesInPlace) {
  open();
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  decided = 118;
  look();
  ASSERT_EQ(changed.count(), 1);
  EXPECT_EQ(changed[0][0].toModelIndex().row(), 2);
  EXPECT_EQ(model.index(2, RecordModel::kDecision).data().toString(), QStringLiteral("Approved"));
  EXPECT_EQ(model.fresh(), 0);
}

TEST_F(Records, AHoleIsNeverBridged) {
  open();
  newest = 500;
  look();
  EXPECT_TRUE(model.freshIsMore());
  model.showNew();
  EXPECT_EQ(model.rowCount(), RecordModel::kPageSize);
  EXPECT_EQ(model.idAt(0), QStringLiteral("r500"));
  model.fetchMore({});
  ASSERT_TRUE(eventually([this] { return !model.asking(); }));
  EXPECT_EQ(model.idAt(RecordModel::kPageSize), QStringLiteral("r450"));
}

TEST_F(Records, AnotherFilterDropsWhatWasAskedBefore) {
  cluster.gateway.hold(true);
  model.setFilter({.stage = QStringLiteral("ledger"), .category = {}, .band = {}});
  model.setFilter({.stage = QStringLiteral("review"), .category = QStringLiteral("carbon"), .band = {}});
  cluster.gateway.hold(false);
  ASSERT_TRUE(eventually([this] { return model.loaded(); }));
  const QString path = cluster.gateway.requests().back().path;
  EXPECT_TRUE(path.contains(QLatin1String("stage=review"))) << path.toStdString();
  EXPECT_TRUE(path.contains(QLatin1String("category=carbon"))) << path.toStdString();
}

TEST_F(Records, ARowIsASentenceAndAToneIsAlsoAWord) {
  open();
  EXPECT_TRUE(
      model.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QLatin1String("For review")));
  EXPECT_EQ(model.index(0, RecordModel::kBand).data(ChipDelegate::kToneRole).toString(),
            QStringLiteral("warn"));
  EXPECT_EQ(model.index(0, RecordModel::kOrigin).data().toString(), QStringLiteral("SIMULATED"));
}

TEST(Sources, KeepTheirRowsWhileNumbersChange) {
  SourceModel model;
  QAbstractItemModelTester tester(&model, Mode::Fatal);
  Source one;
  one.name = QStringLiteral("alpaca");
  one.calls = 4;
  model.set({one});
  QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
  one.availabilityPercent = 50;
  model.set({one});
  EXPECT_EQ(reset.count(), 0);
  one.lastError = QStringLiteral("cut short");
  EXPECT_TRUE(model.index(0, SourceModel::kState).data().toString().contains(QLatin1String("Failing")));
  model.set({one, one});
  EXPECT_EQ(reset.count(), 1);
  EXPECT_EQ(model.rowCount(), 2);
}

TEST(Sources, SayWhyTheyAreLeftAlone) {
  SourceModel model;
  Source one;
  one.lastError = QStringLiteral("The source is paused.");
  const auto state = [&](const char* notAsked) {
    one.notAsked = QLatin1String(notAsked);
    model.set({one});
    return model.index(0, SourceModel::kState);
  };
  EXPECT_TRUE(state("source.paused").data().toString().contains(QLatin1String("Paused")));
  EXPECT_TRUE(state("source.budget").data().toString().contains(QLatin1String("used up")));
  EXPECT_TRUE(state("source.unknown").data().toString().contains(QLatin1String("Not asked")));
  EXPECT_EQ(state("source.unknown").data(ChipDelegate::kToneRole).toString(), QStringLiteral("warn"));
  EXPECT_EQ(model.index(0, SourceModel::kLastError).data().toString(), one.lastError);
}

TEST(Fields, SayValueUnitAndPlace) {
  FieldModel model;
  QAbstractItemModelTester tester(&model, Mode::Fatal);
  model.set(
      {QJsonObject{{QStringLiteral("name"), QStringLiteral("price")},
                   {QStringLiteral("value"), QJsonObject{{QStringLiteral("value"), QStringLiteral("40.00")},
                                                         {QStringLiteral("unit"), QStringLiteral("USD/t")}}},
                   {QStringLiteral("pointer"), QStringLiteral("/quotes/0/price")}},
       QJsonObject{{QStringLiteral("name"), QStringLiteral("halted")}, {QStringLiteral("value"), false}},
       QJsonObject{{QStringLiteral("name"), QStringLiteral("lost")},
                   {QStringLiteral("value"), QJsonValue()}}});
  EXPECT_TRUE(model.index(0, FieldModel::kValue).data().toString().contains(QLatin1String("40.00")));
  EXPECT_TRUE(model.index(0, FieldModel::kUnit).data().toString().contains(QLatin1String("USD/t")));
  EXPECT_EQ(model.pointerAt(0), QStringLiteral("/quotes/0/price"));
  EXPECT_EQ(model.index(1, FieldModel::kValue).data().toString(), QStringLiteral("no"));
  EXPECT_EQ(model.index(2, FieldModel::kValue).data().toString(), QStringLiteral("not there"));
}

}  // namespace
}  // namespace aurigraph::ui::test
