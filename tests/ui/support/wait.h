#pragma once

#include <QDeadlineTimer>
#include <QTest>
#include <functional>

namespace aurigraph::ui {

/// Lets the event loop run until `holds`; false: it did not within ten seconds.
inline bool eventually(const std::function<bool()>& holds) {
  QDeadlineTimer deadline(10'000);
  while (!holds()) {
    if (deadline.hasExpired()) return false;
    QTest::qWait(5);
  }
  return true;
}

/// What a future gives, within ten seconds; a default value otherwise.
template <class T>
T resultOf(QFuture<T> future) {
  eventually([&] { return future.isFinished(); });
  return future.isFinished() && future.resultCount() > 0 ? future.result() : T();
}

}  // namespace aurigraph::ui
