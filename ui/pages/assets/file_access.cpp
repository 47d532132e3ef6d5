#include "ui/pages/assets/file_access.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileDialog>
#include <QSaveFile>
#include <QtConcurrent>

#include "ui/widgets/format.h"

namespace aurigraph::ui::assets {
namespace {

class Words {
  Q_DECLARE_TR_FUNCTIONS(ProofFile)
};

QFileDialog* dialogFor(QWidget* parent, const QString& title, FileChooser::Chosen chosen) {
  auto* dialog = new QFileDialog(parent, title);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setNameFilters({Words::tr("Proofs (*.rwaproof)"), Words::tr("All files (*)")});
  dialog->setDefaultSuffix(QStringLiteral("rwaproof"));
  QObject::connect(dialog, &QFileDialog::finished, parent, [dialog, chosen](int result) {
    const QStringList files = dialog->selectedFiles();
    chosen(result == QDialog::Accepted && !files.isEmpty() ? files.first() : QString());
  });
  return dialog;
}

ApiError fileError(const char* code, const QString& message, const QString& remedy) {
  return {QString::fromLatin1(code), message, remedy, 0, 0};
}

}  // namespace

void FileChooser::openProof(QWidget* parent, Chosen chosen) {
  auto* dialog = dialogFor(parent, Words::tr("Check a proof file"), std::move(chosen));
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->open();
}

void FileChooser::saveProof(QWidget* parent, const QString& suggested, Chosen chosen) {
  auto* dialog = dialogFor(parent, Words::tr("Save the proof"), std::move(chosen));
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->selectFile(suggested);
  dialog->open();
}

QFuture<Reply<QByteArray>> readProof(const QString& name) {
  return QtConcurrent::run([name]() -> Reply<QByteArray> {
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
      return tl::unexpected(fileError("client.file_unreadable",
                                      Words::tr("The file cannot be read: %1").arg(file.errorString()),
                                      Words::tr("Check that it is there and that you may read it.")));
    if (file.size() > kMaxProofBytes)
      return tl::unexpected(fileError(
          "client.file_too_large",
          Words::tr("The file is larger than any proof (%1).").arg(bytesText(double(kMaxProofBytes))),
          Words::tr("Check that it is a .rwaproof file.")));
    return file.read(kMaxProofBytes);
  });
}

QFuture<Reply<QString>> writeProof(const QString& name, const QByteArray& bytes) {
  return QtConcurrent::run([name, bytes]() -> Reply<QString> {
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
      return tl::unexpected(fileError("client.file_unwritable",
                                      Words::tr("The file cannot be written: %1").arg(file.errorString()),
                                      Words::tr("Choose another folder, or make room on the disk.")));
    return name;
  });
}

}  // namespace aurigraph::ui::assets
