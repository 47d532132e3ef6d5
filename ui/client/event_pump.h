#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QTimer>
#include <mutex>

#include "ui/client/event_parser.h"

namespace aurigraph::ui {

struct Event {
  QByteArray topic;
  QByteArray id;
  QJsonObject data;
};

/// What arrived since the last drain, oldest first.
struct EventBatch {
  QList<Event> events;  ///< All but blocks; at most EventPump::kMaxKept.
  quint64 blocks = 0;   ///< Blocks come in thousands: counted …
  quint64 operations = 0;
  QJsonObject latestBlock;  ///< … and the newest shown.
  quint64 dropped = 0;      ///< Not kept: look the lists up again.
  bool gap = false;         ///< The stream could not go on where it ended: look everything up again.
};

/// Between the stream's thread and the window: events are put in by whatever thread, and drained ten times a
/// second into one signal, so that 100,000 events a second cost the UI thread a few batches.
class EventPump : public QObject {
  Q_OBJECT
 public:
  static constexpr int kDrainEveryMs = 100;
  static constexpr qsizetype kMaxKept = 2'000;

  explicit EventPump(QObject* parent = nullptr);

  void put(RawEvent&& event);  ///< Any thread.
  void putGap();               ///< Any thread.
  void start() { timer_.start(); }
  void stop() { timer_.stop(); }
  /// At once, for tests.
  void drain();

 Q_SIGNALS:
  void arrived(const aurigraph::ui::EventBatch& batch);

 private:
  struct Waiting {
    QList<RawEvent> kept;
    quint64 blocks = 0;
    quint64 operations = 0;
    QByteArray latestBlock;
    quint64 dropped = 0;
    bool gap = false;
    [[nodiscard]] bool empty() const { return kept.isEmpty() && blocks == 0 && dropped == 0 && !gap; }
  };
  std::mutex mutex_;  // guards waiting_
  Waiting waiting_;
  QTimer timer_;
};

}  // namespace aurigraph::ui
