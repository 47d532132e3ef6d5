#pragma once

#include <QByteArray>
#include <QFuture>

#include "ui/client/api_client.h"

/// Small files off the UI thread.
namespace aurigraph::ui {

inline constexpr qint64 kMaxKeyFileBytes = 64 * 1024;

/// At most `atMost` bytes of it. Errors: file.unreadable.
[[nodiscard]] QFuture<Reply<QByteArray>> readFile(const QString& path, qint64 atMost);
/// Whole or not at all. Errors: file.unwritable.
[[nodiscard]] QFuture<Reply<bool>> writeFile(const QString& path, const QByteArray& bytes);

}  // namespace aurigraph::ui
