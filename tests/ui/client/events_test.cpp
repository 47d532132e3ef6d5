#include <gtest/gtest.h>

#include <QSignalSpy>

#include "tests/ui/support/recorded_cluster.h"
#include "tests/ui/support/wait.h"
#include "ui/client/event_pump.h"

namespace aurigraph::ui {
namespace {

TEST(EventParser, PiecesOfAnyLengthGiveTheSameEvents) {
  const QByteArray text =
      ": hello\n\nevent: review\nid: 0:7:1\ndata: {\"a\":1}\n\nevent: block\r\ndata: {\r\ndata: }\r\n\r\n";
  for (qsizetype piece = 1; piece <= text.size(); ++piece) {
    EventParser parser;
    QList<RawEvent> events;
    for (qsizetype at = 0; at < text.size(); at += piece)
      parser.feed(text.mid(at, piece), [&events](RawEvent&& event) { events.append(event); });
    ASSERT_EQ(events.size(), 2) << piece;
    EXPECT_EQ(events[0].topic, "review");
    EXPECT_EQ(events[0].id, "0:7:1");
    EXPECT_EQ(events[0].data, "{\"a\":1}");
    EXPECT_EQ(events[1].data, "{\n}");
  }
}

TEST(EventParser, ALineWithoutEndDoesNotGrowForEver) {
  EventParser parser;
  const QByteArray piece(64 * 1024, 'x');
  for (int i = 0; i < 64; ++i) parser.feed(piece, [](RawEvent&&) { FAIL(); });
  int seen = 0;
  parser.feed("\n\nevent: a\ndata: {}\n\n", [&seen](RawEvent&&) { ++seen; });
  EXPECT_EQ(seen, 1);
}

TEST(EventPump, ThousandsOfBlocksAreOneBatch) {
  EventPump pump;
  QList<EventBatch> batches;
  QObject::connect(&pump, &EventPump::arrived,
                   [&batches](const EventBatch& batch) { batches.append(batch); });
  for (int i = 1; i <= 100'000; ++i)
    pump.put({"block", {}, "{\"height\":" + QByteArray::number(i) + ",\"operations\":3}"});
  pump.put({"review", "0:1:1", "{\"action\":\"claimed\"}"});
  pump.drain();
  ASSERT_EQ(batches.size(), 1);
  EXPECT_EQ(batches[0].blocks, 100'000U);
  EXPECT_EQ(batches[0].operations, 300'000U);
  EXPECT_EQ(batches[0].latestBlock[QLatin1String("height")].toInt(), 100'000);
  EXPECT_EQ(batches[0].events.size(), 1);
}

TEST(EventPump, WhatIsNotKeptIsCounted) {
  EventPump pump;
  QList<EventBatch> batches;
  QObject::connect(&pump, &EventPump::arrived,
                   [&batches](const EventBatch& batch) { batches.append(batch); });
  for (int i = 0; i < EventPump::kMaxKept + 5; ++i) pump.put({"record", {}, "{}"});
  pump.drain();
  ASSERT_EQ(batches.size(), 1);
  EXPECT_EQ(batches[0].dropped, 5U);
}

TEST(EventStream, EventsReachTheSession) {
  RecordedCluster cluster;
  Connection connection(cluster.profile(), cluster.gateway.transport());
  QList<Event> events;
  QObject::connect(&connection, &Connection::eventsArrived,
                   [&events](const EventBatch& batch) { events += batch.events; });
  connection.open();
  ASSERT_TRUE(eventually([&] {
    for (const auto& request : cluster.gateway.requests())
      if (request.path.contains(QLatin1String("/events?"))) return true;
    return false;
  }));
  cluster.gateway.push("review", {{QStringLiteral("action"), QStringLiteral("claimed")}}, "0:9:1");
  ASSERT_TRUE(eventually([&] { return !events.isEmpty(); }));
  EXPECT_EQ(events[0].topic, "review");
}

}  // namespace
}  // namespace aurigraph::ui
