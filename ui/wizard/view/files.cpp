#include "ui/wizard/view/files.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>
#include <QtConcurrent>

#include "ui/widgets/format.h"

namespace aurigraph::ui {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Files)
};

}  // namespace

QFuture<Reply<QByteArray>> readFile(const QString& path, qint64 atMost) {
  return QtConcurrent::run([path, atMost]() -> Reply<QByteArray> {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
      return tl::unexpected(
          ApiError{QStringLiteral("file.unreadable"),
                   Words::tr("The file could not be read: %1.").arg(tame(file.errorString())),
                   Words::tr("Check that it is there and that you may read it."), 0, 0});
    return file.read(atMost);
  });
}

QFuture<Reply<bool>> writeFile(const QString& path, const QByteArray& bytes) {
  return QtConcurrent::run([path, bytes]() -> Reply<bool> {
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) return true;
    return tl::unexpected(
        ApiError{QStringLiteral("file.unwritable"),
                 Words::tr("The file could not be written: %1.").arg(tame(file.errorString())),
                 Words::tr("Choose another folder, or make room on the disk."), 0, 0});
  });
}

}  // namespace aurigraph::ui
