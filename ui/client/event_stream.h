#pragma once

#include <QObject>
#include <QThread>
#include <memory>

#include "ui/client/event_pump.h"
#include "ui/client/transport.h"

namespace aurigraph::ui {

/// Follows /events on a thread of its own, resumes behind the last event it saw, and says when it cannot
/// (the gateway no longer keeps them): EventBatch::gap. Made and deleted on the UI thread.
class EventStream : public QObject {
  Q_OBJECT
 public:
  EventStream(const Transport& like, QByteArray bearer, EventPump& pump, QObject* parent = nullptr);
  ~EventStream() override;  ///< Waits for its thread; end() first where nobody may wait.

  /// Goes on, behind the last event, as whoever this token signs in.
  void setBearer(const QByteArray& bearer);
  /// Ends without waiting; ended() follows.
  void end();

 Q_SIGNALS:
  void ended();
  void live();
  void lost(const QString& why);  ///< Tries again by itself.

 private:
  class Worker;
  QThread thread_;
  Worker* worker_ = nullptr;
};

}  // namespace aurigraph::ui
