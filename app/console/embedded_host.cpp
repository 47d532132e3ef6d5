#include "app/console/embedded_host.h"

#include <QCoreApplication>
#include <QDir>
#include <QtConcurrent>

#include "app/training/fill.h"
#include "app/training/traffic.h"
#include "core/crypto/keystore.h"
#include "nodes/cluster/cluster_folder.h"

namespace aurigraph::console {
namespace {

using ui::qtText;

class Words {
  Q_DECLARE_TR_FUNCTIONS(EmbeddedHost)
};

ui::ApiError errorOf(const Error& error) {
  return {qtText(error.code), qtText(error.message), qtText(error.remedy), 0, 0};
}

QString stageWords(cluster::StartStage stage) {
  using enum cluster::StartStage;
  switch (stage) {
    case kFolder:
      return Words::tr("Opening keys, certificates and data");
    case kProviders:
      return Words::tr("Starting the provider simulator");
    case kNodes:
      return Words::tr("Starting the nodes");
    case kLeader:
      return Words::tr("Electing a leader");
    case kGateway:
      return Words::tr("Opening the gateway");
  }
  return {};
}

QString fillWords(std::string_view step) {
  struct Word {
    std::string_view step;
    const char* words;
  };
  static const Word kWords[] = {
      {"people", QT_TRANSLATE_NOOP("EmbeddedHost", "people sign in")},
      {"seal", QT_TRANSLATE_NOOP("EmbeddedHost", "validators seal")},
      {"provider", QT_TRANSLATE_NOOP("EmbeddedHost", "sources are asked")},
      {"property", QT_TRANSLATE_NOOP("EmbeddedHost", "a property becomes units")},
      {"refusal", QT_TRANSLATE_NOOP("EmbeddedHost", "a doubtful price is refused")},
      {"review", QT_TRANSLATE_NOOP("EmbeddedHost", "a reviewer decides")},
      {"carbon", QT_TRANSLATE_NOOP("EmbeddedHost", "a project becomes credits")},
      {"batch", QT_TRANSLATE_NOOP("EmbeddedHost", "a shipment becomes a batch")},
      {"transfer", QT_TRANSLATE_NOOP("EmbeddedHost", "units are transferred")},
      {"proof", QT_TRANSLATE_NOOP("EmbeddedHost", "proofs are verified")},
      {"conservation", QT_TRANSLATE_NOOP("EmbeddedHost", "balances are added up")},
      {"buyers", QT_TRANSLATE_NOOP("EmbeddedHost", "more holders arrive")},
      {"inbox", QT_TRANSLATE_NOOP("EmbeddedHost", "records wait for review")},
  };
  for (const Word& each : kWords)
    if (each.step == step) return Words::tr(each.words);
  return qtText(step);
}

}  // namespace

EmbeddedHost::EmbeddedHost(QObject* parent) : ClusterHost(parent) {}

EmbeddedHost::~EmbeddedHost() {
  cancel_.request_stop();
  if (worker_.joinable()) worker_.join();
}

template <class Act>
void EmbeddedHost::tell(Act act) {
  QMetaObject::invokeMethod(this, std::move(act), Qt::QueuedConnection);
}

/// One thing after another on threads that nobody waits for: the next one waits for the one before.
template <class Work>
void EmbeddedHost::then(Work work) {
  worker_ = std::thread([before = std::move(worker_), work = std::move(work)]() mutable {
    if (before.joinable()) before.join();
    work();
  });
}

void EmbeddedHost::start(const ui::StartChoice& choice) {
  cancel_.request_stop();
  cancel_ = std::stop_source();
  QString folder = choice.folder;
  // Kept by whoever works in it; removed after the last of them, off this thread.
  throwAway_ = folder.isEmpty() ? std::make_shared<QTemporaryDir>() : nullptr;
  if (throwAway_) folder = throwAway_->filePath(QStringLiteral("cluster"));
  then([this, choice, path = std::filesystem::path(ui::stdText(folder)), cancel = cancel_.get_token(),
        kept = throwAway_] { work(choice, path, cancel); });
}

void EmbeddedHost::work(const ui::StartChoice& choice, const std::filesystem::path& folder,
                        const std::stop_token& cancel) {
  embedded::EmbeddedOptions options;
  options.config.name = choice.training ? "training" : "local";
  options.config.folder = folder;
  options.config.validators = static_cast<std::size_t>(choice.validators);
  options.config.business = static_cast<std::size_t>(choice.business);
  options.config.slim = static_cast<std::size_t>(choice.slim);
  options.cancel = cancel;
  options.onProgress = [this, last = QString()](const cluster::StartProgress& progress) mutable {
    const int stage = static_cast<int>(progress.stage);
    QString words = stageWords(progress.stage);
    if (progress.known != 0) words += QStringLiteral(" %1 / %2").arg(progress.executed).arg(progress.known);
    if (std::exchange(last, words) == words) return;
    tell([this, stage, words] {
      Q_EMIT this->stage({words, stage, static_cast<int>(cluster::kStartStages)});
    });
  };
  auto started = embedded::EmbeddedCluster::start(std::move(options));
  if (!started) {
    tell([this, error = errorOf(started.error())] { Q_EMIT failed(error); });
    return;
  }
  const std::shared_ptr<embedded::EmbeddedCluster> running = std::move(*started);
  ui::ClusterProfile profile;
  profile.mode = choice.training ? ui::ClusterProfile::Mode::kTraining : ui::ClusterProfile::Mode::kEmbedded;
  profile.name = choice.training ? tr("Training cluster") : tr("Cluster on this computer");
  profile.endpoint.port = running->gateway().port;
  profile.endpoint.authorityPem = QByteArray::fromStdString(running->authorityPem());
  profile.keysFolder = qtText(running->running().folder().layout.people().string());
  profile.genesis = QString::fromStdString(toHex(running->genesis().view()));
  tell([this, running, profile, cancel] {
    // Cancelled in the last moment: it goes as any other that is stopped.
    if (cancel.stop_requested()) return end(running);
    cluster_ = running;
    Q_EMIT ready(profile);
  });
  if (choice.training) fill(*running, folder.parent_path() / "proofs", cancel);
}

void EmbeddedHost::fill(embedded::EmbeddedCluster& cluster, const std::filesystem::path& proofs,
                        const std::stop_token& cancel) {
  training::FillOptions options;
  options.proofs = proofs;
  options.cancel = cancel;
  options.onProgress = [this](const training::FillProgress& progress) {
    tell([this, words = fillWords(progress.step), done = static_cast<int>(progress.done),
          total = static_cast<int>(progress.total)] {
      Q_EMIT filling({words, std::min(done, total - 1), total});
    });
  };
  const auto filled = training::fillForWindow(cluster, options);
  if (cancel.stop_requested()) return;
  tell([this, words = filled ? tr("The demo data is complete.")
                             : tr("The demo data is not complete: %1").arg(qtText(filled.error().message))] {
    Q_EMIT filling({words, 1, 1});
  });
  if (filled && !filled->assets.empty()) training::keepTrading(cluster, filled->assets.back().token, cancel);
}

void EmbeddedHost::cancel() {
  cancel_.request_stop();
}

void EmbeddedHost::stop() {
  cancel_.request_stop();
  end(std::exchange(cluster_, nullptr));
}

void EmbeddedHost::end(std::shared_ptr<embedded::EmbeddedCluster> cluster) {
  then([this, cluster = std::move(cluster), kept = throwAway_]() mutable {
    if (cluster) cluster->stop();
    cluster.reset();
    tell([this] { Q_EMIT stopped(); });
  });
}

QStringList EmbeddedHost::people() const {
  QStringList out;
  for (const auto& person : cluster::firstPeople()) out.append(qtText(person.name));
  return out;
}

QFuture<ui::Reply<crypto::SigningKey>> EmbeddedHost::openKey(const QString& person) {
  return QtConcurrent::run(
      [running = cluster_, name = ui::stdText(person)]() -> ui::Reply<crypto::SigningKey> {
        if (!running)
          return tl::unexpected(ui::ApiError{QStringLiteral("cluster.not_running"),
                                             tr("No cluster runs here."), tr("Start one first."), 0, 0});
        auto key = running->key(name);
        if (!key) return tl::unexpected(errorOf(key.error()));
        return *key;
      });
}

}  // namespace aurigraph::console
