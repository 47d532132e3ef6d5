// Whether the UI thread comes round. The figures are reported, not judged: machines differ.

#include <QApplication>
#include <QtTest>

#include "tests/ui/shell/window_world.h"
#include "ui/shell/watchdog.h"
#include "ui/theme/theme.h"

namespace aurigraph::ui::test {
namespace {

TEST_F(WindowTest, TheUiThreadIsNotBlocked) {
  enter();
  for (const QString& page : pageNames()) show(page);  // First builds are no everyday.
  UiWatchdog watchdog;
  for (int round = 0; round < 3; ++round)
    for (const QString& page : pageNames()) {
      show(page);
      for (int i = 0; i < 200; ++i)
        cluster.gateway.push(
            "block", {{QStringLiteral("height"), 1'204'552 + i}, {QStringLiteral("operations"), 300}});
      QTest::qWait(2 * EventPump::kDrainEveryMs);
      window->grab();
    }
  ASSERT_TRUE(eventually([&] { return watchdog.measured() > 100; }));
  RecordProperty("longest_wait_ms", static_cast<int>(watchdog.longest().count()));
  RecordProperty("waits_over_50_ms", watchdog.overLimit());
  RecordProperty("measured", watchdog.measured());
  std::printf("UI thread: longest wait %lld ms, %d of %d over 50 ms\n",
              static_cast<long long>(watchdog.longest().count()), watchdog.overLimit(), watchdog.measured());
  EXPECT_GT(watchdog.measured(), 0);
}

TEST_F(WindowTest, TheWatchdogSeesABlockedThread) {
  makeWindow();
  UiWatchdog watchdog;
  ASSERT_TRUE(eventually([&] { return watchdog.measured() > 0; }));
  watchdog.reset();
  QElapsedTimer busy;
  busy.start();
  while (busy.elapsed() < 120) {  // Not waiting: holding the thread is the point.
  }
  ASSERT_TRUE(eventually([&] { return watchdog.overLimit() > 0; }));
  EXPECT_GE(watchdog.longest(), UiWatchdog::kLimit);
}

}  // namespace
}  // namespace aurigraph::ui::test
