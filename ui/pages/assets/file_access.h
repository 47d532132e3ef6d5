#pragma once

#include <QByteArray>
#include <QFuture>
#include <QString>
#include <functional>

#include "ui/client/api_client.h"

class QWidget;

namespace aurigraph::ui::assets {

/// Which file, asked of a person; tests answer themselves. Never blocks: `chosen` is called later, with an
/// empty name when nothing was chosen.
class FileChooser {
 public:
  using Chosen = std::function<void(const QString& file)>;
  virtual ~FileChooser() = default;
  virtual void openProof(QWidget* parent, Chosen chosen);
  virtual void saveProof(QWidget* parent, const QString& suggested, Chosen chosen);
};

/// No proof is larger; the same bound as of `aurigraph verify`.
constexpr qint64 kMaxProofBytes = qint64{64} << 20;

/// Off the UI thread. Errors: client.file_unreadable, client.file_too_large.
[[nodiscard]] QFuture<Reply<QByteArray>> readProof(const QString& file);
/// All or nothing: the old file stays until the new one is whole. Error: client.file_unwritable.
[[nodiscard]] QFuture<Reply<QString>> writeProof(const QString& file, const QByteArray& bytes);

}  // namespace aurigraph::ui::assets
