#include "ui/shell/sign_in_dialog.h"

#include <QFile>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrent>

#include "core/crypto/keystore.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui {
namespace {

constexpr qint64 kMaxKeyFileBytes = 64 * 1024;

}  // namespace

SignInDialog::SignInDialog(Connection& connection, QWidget* parent)
    : QDialog(parent),
      connection_(&connection),
      path_(new QLineEdit(this)),
      whose_(new PlainLabel({}, this)),
      passphrase_(new QLineEdit(this)),
      problem_(new PlainLabel({}, this)),
      signIn_(new QPushButton(tr("Sign in"), this)) {
  setObjectName(QStringLiteral("signIn"));
  setWindowTitle(tr("Sign in with a key"));
  auto* whole = new QVBoxLayout(this);
  auto* words = new PlainLabel(tr("You are your key: a file sealed with a passphrase on this computer. The "
                                  "cluster sees only your signature, never the key."),
                               this);
  words->look("muted").wrapped();
  whole->addWidget(words);
  auto* form = new QFormLayout;
  auto* place = new QHBoxLayout;
  path_->setObjectName(QStringLiteral("keyFile"));
  path_->setLayoutDirection(Qt::LeftToRight);
  auto* browse = new QPushButton(tr("Browse …"), this);
  browse->setObjectName(QStringLiteral("browseKey"));
  place->addWidget(path_, 1);
  place->addWidget(browse);
  form->addRow(tr("&Key file"), place);
  if (auto* label = qobject_cast<QLabel*>(form->labelForField(place))) label->setBuddy(path_);
  form->addRow(tr("Whose"), whose_);
  passphrase_->setObjectName(QStringLiteral("passphrase"));
  passphrase_->setEchoMode(QLineEdit::Password);
  form->addRow(tr("&Passphrase"), passphrase_);
  whole->addLayout(form);
  problem_->setObjectName(QStringLiteral("signInProblem"));
  problem_->tone("fail").wrapped();
  problem_->hide();
  whole->addWidget(problem_);
  auto* buttons = new QHBoxLayout;
  auto* cancel = new QPushButton(tr("Cancel"), this);
  cancel->setObjectName(QStringLiteral("signInCancel"));
  signIn_->setObjectName(QStringLiteral("signInGo"));
  setLook(*signIn_, "primary");
  signIn_->setDefault(true);
  buttons->addStretch();
  buttons->addWidget(cancel);
  buttons->addWidget(signIn_);
  whole->addLayout(buttons);
  setMinimumWidth(fontMetrics().averageCharWidth() * 70);

  connect(path_, &QLineEdit::textChanged, this, &SignInDialog::openFile);
  connect(browse, &QPushButton::clicked, this, [this] {
    auto* dialog = new QFileDialog(this, tr("Key file"), {}, tr("Sealed keys (*.agkey)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, path_, &QLineEdit::setText);
    dialog->open();
  });
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(signIn_, &QPushButton::clicked, this, &SignInDialog::tryIt);
}

void SignInDialog::openFile(const QString& path) {
  QFile file(path);
  file_ = file.open(QIODevice::ReadOnly) ? file.read(kMaxKeyFileBytes) : QByteArray();
  const auto facts = crypto::readKeystore(viewOf(file_));
  whose_->setText(facts ? tame(qtText(facts->name)) : QStringLiteral("—"));
}

void SignInDialog::tryIt() {
  if (!connection_) return reject();
  busy(true);
  const std::string phrase = stdText(passphrase_->text());
  passphrase_->clear();
  QtConcurrent::run([file = file_, phrase]() -> Reply<crypto::SigningKey> {
    auto opened = crypto::openKey(viewOf(file), phrase);
    if (!opened)
      return tl::unexpected(ApiError{qtText(opened.error().code), qtText(opened.error().message),
                                     qtText(opened.error().remedy), 0, 0});
    return opened->key;
  }).then(this, [this](const Reply<crypto::SigningKey>& key) {
    if (!key) return say(key.error());
    if (!connection_) return reject();
    connection_->signIn(*key).then(this, [this](const Reply<Identity>& who) {
      if (!who) return say(who.error());
      accept();
    });
  });
}

void SignInDialog::say(const ApiError& error) {
  busy(false);
  problem_->setText(error.message + QLatin1Char(' ') + error.remedy);
  problem_->show();
  passphrase_->setFocus();
}

void SignInDialog::busy(bool is) {
  signIn_->setEnabled(!is);
  signIn_->setText(is ? tr("Signing in …") : tr("Sign in"));
}

}  // namespace aurigraph::ui
