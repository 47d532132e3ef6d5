#include "app/console/embedded_host.h"

#include <QCoreApplication>
#include <QDir>
#include <QtConcurrent>

#include "app/demo/fill.h"
#include "app/demo/traffic.h"
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

void EmbeddedHost::start(const ui::StartChoice& choice) {
  if (worker_.joinable()) worker_.join();  // Ended: it says so with its last signal.
  cancel_ = std::stop_source();
  QString folder = choice.folder;
  if (folder.isEmpty()) {
    throwAway_ = std::make_unique<QTemporaryDir>();
    folder = throwAway_->filePath(QStringLiteral("cluster"));
  }
  worker_ =
      std::thread([this, choice, path = std::filesystem::path(ui::stdText(folder))] { work(choice, path); });
}

void EmbeddedHost::work(const ui::StartChoice& choice, const std::filesystem::path& folder) {
  demo::EmbeddedOptions options;
  options.config.name = choice.training ? "training" : "local";
  options.config.folder = folder;
  options.config.validators = static_cast<std::size_t>(choice.validators);
  options.config.business = static_cast<std::size_t>(choice.business);
  options.config.slim = static_cast<std::size_t>(choice.slim);
  options.cancel = cancel_.get_token();
  options.onProgress = [this, last = -1](const cluster::StartProgress& progress) mutable {
    const int stage = static_cast<int>(progress.stage);
    if (std::exchange(last, stage) == stage) return;
    tell([this, stage] {
      Q_EMIT this->stage({stageWords(static_cast<cluster::StartStage>(stage)), stage,
                          static_cast<int>(cluster::kStartStages)});
    });
  };
  auto started = demo::EmbeddedCluster::start(std::move(options));
  if (!started) {
    tell([this, error = errorOf(started.error())] { Q_EMIT failed(error); });
    return;
  }
  const std::shared_ptr<demo::EmbeddedCluster> running = std::move(*started);
  ui::Connection connection;
  connection.mode = choice.training ? ui::Connection::Mode::kTraining : ui::Connection::Mode::kEmbedded;
  connection.name = choice.training ? tr("Training cluster") : tr("Cluster on this computer");
  connection.endpoint.port = running->gateway().port;
  connection.endpoint.authorityPem = QByteArray::fromStdString(running->authorityPem());
  connection.keysFolder = qtText(running->running().folder().layout.people().string());
  connection.genesis = QString::fromStdString(toHex(running->genesis().view()));
  tell([this, running, connection] {
    cluster_ = running;
    Q_EMIT ready(connection);
  });
  if (!choice.training) return;
  demo::FillOptions fill;
  fill.proofs = folder.parent_path() / "proofs";
  fill.cancel = cancel_.get_token();
  fill.onProgress = [this](const demo::FillProgress& progress) {
    tell([this, words = fillWords(progress.step), done = static_cast<int>(progress.done),
          total = static_cast<int>(progress.total)] {
      Q_EMIT filling({words, std::min(done, total - 1), total});
    });
  };
  const auto filled = demo::fillForWindow(*running, fill);
  tell([this, words = filled ? tr("The demo data is complete.")
                             : tr("The demo data is not complete: %1").arg(qtText(filled.error().message))] {
    Q_EMIT filling({words, 1, 1});
  });
  if (filled && !filled->assets.empty())
    demo::keepTrading(*running, filled->assets.back().token, cancel_.get_token());
}

void EmbeddedHost::cancel() {
  cancel_.request_stop();
}

void EmbeddedHost::stop() {
  cancel_.request_stop();
  if (worker_.joinable() && cluster_ == nullptr) {
    // A start that was cancelled says failed() itself; the window that quits only waits for its end.
    worker_.join();
  }
  if (cluster_ == nullptr) {
    tell([this] { Q_EMIT stopped(); });
    return;
  }
  auto ending = std::move(cluster_);
  cluster_.reset();
  std::thread filler = std::move(worker_);
  worker_ = std::thread([this, ending = std::move(ending), filler = std::move(filler)]() mutable {
    if (filler.joinable()) filler.join();
    ending->stop();
    ending.reset();
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
