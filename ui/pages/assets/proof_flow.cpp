#include "ui/pages/assets/proof_flow.h"

#include <QFileInfo>
#include <QtConcurrent>

#include "ui/pages/assets/file_access.h"

namespace aurigraph::ui::assets {

int ProofFlow::begin(Stage stage, const QString& name, bool fromFile) {
  name_ = name;
  fromFile_ = fromFile;
  bytes_.clear();
  result_ = {};
  const int turn = ++turn_;
  go(stage);
  return turn;
}

void ProofFlow::ask(ApiClient& api, const QString& symbol, quint32 identity) {
  const int turn =
      begin(Stage::kAsking, QStringLiteral("%1-%2.rwaproof").arg(symbol.toLower()).arg(identity), false);
  api.getBytes(QStringLiteral("/query/proof/%1/%2").arg(escaped(symbol)).arg(identity))
      .then(this, [this, turn](const Reply<QByteArray>& bytes) {
        if (turn != turn_) return;
        bytes ? check(*bytes) : fail(bytes.error());
      });
}

void ProofFlow::read(const QString& file) {
  const int turn = begin(Stage::kReading, file, true);
  readProof(file).then(this, [this, turn](const Reply<QByteArray>& bytes) {
    if (turn != turn_) return;
    bytes ? check(*bytes) : fail(bytes.error());
  });
}

void ProofFlow::trust(const std::optional<Digest>& genesis) {
  if (genesis == trusted_) return;
  trusted_ = genesis;
  if (stage_ == Stage::kDone || stage_ == Stage::kChecking) check(bytes_);
}

void ProofFlow::cancel() {
  ++turn_;
  bytes_.clear();
  result_ = {};
  go(Stage::kIdle);
}

void ProofFlow::check(const QByteArray& bytes) {
  const int turn = ++turn_;
  bytes_ = bytes;
  go(Stage::kChecking);
  QtConcurrent::run([bytes, trusted = trusted_] {
    return checkProof(bytes, trusted);
  }).then(this, [this, turn](const CheckedProof& checked) {
    if (turn != turn_) return;
    result_ = checked;
    go(Stage::kDone);
  });
}

void ProofFlow::go(Stage stage) {
  stage_ = stage;
  Q_EMIT changed();
}

void ProofFlow::fail(const ApiError& error) {
  error_ = error;
  go(Stage::kFailed);
}

}  // namespace aurigraph::ui::assets
