#pragma once

#include <QObject>
#include <optional>

#include "ui/client/api_client.h"
#include "ui/pages/assets/proof_check.h"

namespace aurigraph::ui::assets {

/// One proof from where it comes (gateway or file) to its verdict. Everything long happens elsewhere; a new
/// start or cancel() makes whatever is still under way count for nothing. UI thread.
class ProofFlow : public QObject {
  Q_OBJECT
 public:
  ///   kIdle ─→ kAsking | kReading ─→ kChecking ─→ kDone
  ///                └──────────────────→ kFailed
  enum class Stage { kIdle, kAsking, kReading, kChecking, kDone, kFailed };
  using QObject::QObject;

  void ask(ApiClient& api, const QString& symbol, quint32 identity);
  void read(const QString& file);
  /// Whom to believe from now on; checks what is here again.
  void trust(const std::optional<Digest>& genesis);
  void cancel();

  [[nodiscard]] Stage stage() const { return stage_; }
  [[nodiscard]] bool busy() const { return stage_ != Stage::kIdle && stage_ < Stage::kDone; }
  [[nodiscard]] const QString& name() const { return name_; }  ///< Of the file, or one to suggest.
  [[nodiscard]] bool fromFile() const { return fromFile_; }
  [[nodiscard]] const QByteArray& bytes() const { return bytes_; }  ///< Exactly what was checked.
  [[nodiscard]] const std::optional<Digest>& trusted() const { return trusted_; }
  [[nodiscard]] const CheckedProof& result() const { return result_; }  ///< kDone
  [[nodiscard]] const ApiError& error() const { return error_; }        ///< kFailed

 Q_SIGNALS:
  void changed();

 private:
  int begin(Stage stage, const QString& name, bool fromFile);
  void check(const QByteArray& bytes);
  void go(Stage stage);
  void fail(const ApiError& error);

  Stage stage_ = Stage::kIdle;
  int turn_ = 0;
  QString name_;
  bool fromFile_ = false;
  QByteArray bytes_;
  std::optional<Digest> trusted_;
  CheckedProof result_;
  ApiError error_;
};

}  // namespace aurigraph::ui::assets
