#include "ui/wizard/view/key_form.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/crypto/keystore.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/wizard/view/files.h"
#include "ui/wizard/view/parts.h"

namespace aurigraph::ui {

KeyForm::KeyForm(const QString& action, QWidget* parent)
    : QWidget(parent),
      path_(makeEditor(QStringLiteral("approverKey"), true, this)),
      whose_(new PlainLabel({}, this)),
      passphrase_(makeEditor(QStringLiteral("approverPassphrase"), true, this)),
      go_(new QPushButton(action, this)),
      action_(action) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addWidget(new FieldRow(tr("Approver's key file"), path_, {}, {}, this));
  auto* browse = new QPushButton(tr("Browse …"), this);
  browse->setObjectName(QStringLiteral("approverBrowse"));
  browse->setAccessibleName(tr("Browse for the approver's key file"));
  whose_->setObjectName(QStringLiteral("approverWhose"));
  whose_->look("muted").wrapped();
  auto* row = new QHBoxLayout;
  row->addWidget(whose_, 1);
  row->addWidget(browse);
  column->addLayout(row);
  passphrase_->setEchoMode(QLineEdit::Password);
  column->addWidget(new FieldRow(tr("Approver's passphrase"), passphrase_,
                                 tr("Typed by the approver; forgotten at once."), {}, this));
  go_->setObjectName(QStringLiteral("approveHere"));
  column->addWidget(go_, 0, Qt::AlignLeading);
  connect(path_, &QLineEdit::textChanged, this, &KeyForm::read);
  connect(passphrase_, &QLineEdit::textChanged, this, &KeyForm::arrange);
  connect(passphrase_, &QLineEdit::returnPressed, this, &KeyForm::go);
  connect(go_, &QPushButton::clicked, this, &KeyForm::go);
  connect(browse, &QPushButton::clicked, this, [this] {
    auto* dialog = new QFileDialog(this, tr("Approver's key file"), keysFolder_, tr("Sealed keys (*.agkey)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, path_, &QLineEdit::setText);
    dialog->open();
  });
  arrange();
}

QWidget* KeyForm::firstField() const {
  return path_;
}

void KeyForm::setKeysFolder(const QString& folder) {
  keysFolder_ = folder;
  if (folder.isEmpty() || !path_->text().isEmpty()) return;
  whose_->setText(
      tr("The people of this cluster have their keys in %1, and their passphrase in passphrase.txt "
         "beside them.")
          .arg(leftToRight(QDir::toNativeSeparators(folder))));
}

void KeyForm::setReady(bool ready) {
  ready_ = ready;
  arrange();
}
void KeyForm::setBusy(bool busy) {
  busy_ = busy;
  arrange();
}

void KeyForm::arrange() {
  go_->setEnabled(ready_ && !busy_ && !key_.isEmpty() && !passphrase_->text().isEmpty());
  go_->setText(busy_ ? tr("Opening the key …") : action_);
}

void KeyForm::read(const QString& path) {
  key_.clear();
  whose_->setText({});
  arrange();
  readFile(path, kMaxKeyFileBytes).then(this, [this, path](const Reply<QByteArray>& bytes) {
    if (path_->text() != path) return;  // Typed on.
    const auto facts = crypto::readKeystore(viewOf(bytes.value_or(QByteArray())));
    if (facts) key_ = *bytes;
    if (facts)
      whose_->setText(tr("Key of %1").arg(tame(qtText(facts->name))));
    else if (!path.isEmpty())
      whose_->setText(tr("There is no sealed key in this file."));
    arrange();
  });
}

void KeyForm::go() {
  if (!go_->isEnabled()) return;
  const QString phrase = passphrase_->text();
  passphrase_->clear();
  Q_EMIT wanted(key_, phrase);
}

}  // namespace aurigraph::ui
