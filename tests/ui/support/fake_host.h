#pragma once

#include <QPromise>

#include "ui/pages/connect/cluster_host.h"

namespace aurigraph::ui::test {

/// A host that does what the test says and remembers what the window asked of it.
class FakeHost : public ClusterHost {
 public:
  void start(const StartChoice& choice) override { started.append(choice); }
  void cancel() override { ++cancelled; }
  void stop() override { ++stops; }
  [[nodiscard]] bool running() const override { return runs; }
  [[nodiscard]] QStringList people() const override { return names; }
  QFuture<Reply<crypto::SigningKey>> openKey(const QString& person) override {
    opened.append(person);
    QPromise<Reply<crypto::SigningKey>> promise;
    promise.start();
    promise.addResult(Reply<crypto::SigningKey>(crypto::SigningKey::fromSeed({})));
    promise.finish();
    return promise.future();
  }

  QList<StartChoice> started;
  int cancelled = 0;
  int stops = 0;
  bool runs = false;
  QStringList names;
  QStringList opened;
};

}  // namespace aurigraph::ui::test
