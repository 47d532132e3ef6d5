#pragma once

#include <QPointer>
#include <QTemporaryDir>
#include <memory>
#include <stop_token>
#include <thread>

#include "app/embedded/embedded_cluster.h"
#include "ui/pages/connect/cluster_host.h"

namespace aurigraph::console {

/// The cluster inside the window's process: the one place that knows both nodes and Qt. Starting, filling and
/// stopping run on a worker thread; signals come on the UI thread.
class EmbeddedHost final : public ui::ClusterHost {
  Q_OBJECT
 public:
  explicit EmbeddedHost(QObject* parent = nullptr);
  ~EmbeddedHost() override;

  void start(const ui::StartChoice& choice) override;
  void cancel() override;
  void stop() override;
  [[nodiscard]] bool running() const override { return cluster_ != nullptr; }
  [[nodiscard]] QStringList people() const override;
  QFuture<ui::Reply<crypto::SigningKey>> openKey(const QString& person) override;

 private:
  void work(const ui::StartChoice& choice, const std::filesystem::path& folder,
            const std::stop_token& cancel);
  void fill(embedded::EmbeddedCluster& cluster, const std::filesystem::path& proofs,
            const std::stop_token& cancel);
  void end(std::shared_ptr<embedded::EmbeddedCluster> cluster);
  template <class Work>
  void then(Work work);
  /// On the UI thread, in order, unless this is gone.
  template <class Act>
  void tell(Act act);

  std::shared_ptr<embedded::EmbeddedCluster> cluster_;  ///< UI thread.
  std::shared_ptr<QTemporaryDir> throwAway_;
  std::stop_source cancel_;
  std::thread worker_;
};

}  // namespace aurigraph::console
