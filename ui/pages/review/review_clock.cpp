#include "ui/pages/review/review_clock.h"

namespace aurigraph::ui {

ReviewClock::ReviewClock(QObject* parent) : QObject(parent) {
  since_.start();
  timer_.setInterval(kBeatMs);
  connect(&timer_, &QTimer::timeout, this, &ReviewClock::beat);
}

QDateTime ReviewClock::clusterNow(const Session* session) const {
  return session != nullptr ? session->clusterNow() : QDateTime::currentDateTime();
}

void ReviewClock::run(bool on) {
  if (on && !timer_.isActive()) timer_.start();
  if (!on) timer_.stop();
}

}  // namespace aurigraph::ui
