#pragma once

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "ui/client/connection.h"

namespace aurigraph::ui {

/// The page's two times and its beat: what is due and leased is counted by the cluster's clock, how long a
/// decision is held back by one that nobody sets. Tests turn it by hand. UI thread.
class ReviewClock : public QObject {
  Q_OBJECT
 public:
  static constexpr int kBeatMs = 250;

  explicit ReviewClock(QObject* parent = nullptr);

  [[nodiscard]] virtual QDateTime clusterNow(const Connection* connection) const;
  [[nodiscard]] virtual qint64 steadyMs() const { return since_.elapsed(); }
  virtual void run(bool on);

 Q_SIGNALS:
  void beat();

 private:
  QElapsedTimer since_;
  QTimer timer_;
};

}  // namespace aurigraph::ui
