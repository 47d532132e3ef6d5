#include "ui/pages/review/review_clock.h"

namespace aurigraph::ui {

ReviewClock::ReviewClock(QObject* parent) : QObject(parent) {
  since_.start();
  timer_.setInterval(kBeatMs);
  connect(&timer_, &QTimer::timeout, this, &ReviewClock::beat);
}

QDateTime ReviewClock::clusterNow(const Connection* connection) const {
  return connection != nullptr ? connection->clusterNow() : QDateTime::currentDateTime();
}

void ReviewClock::run(bool on) {
  if (on && !timer_.isActive()) timer_.start();
  if (!on) timer_.stop();
}

}  // namespace aurigraph::ui
