#pragma once

#include <QDialog>

#include "core/crypto/ed25519.h"
#include "ui/client/connection.h"

class QLineEdit;
class QPushButton;

namespace aurigraph::ui {

class PlainLabel;

/// Opens a sealed key (`.agkey`) with its passphrase, off the UI thread, and signs in with it. The passphrase
/// is forgotten as soon as the key is open; the key stays in memory until sign-out.
class SignInDialog : public QDialog {
  Q_OBJECT
 public:
  explicit SignInDialog(Connection& connection, QWidget* parent = nullptr);

 private:
  void openFile(const QString& path);
  void tryIt();
  void say(const ApiError& error);
  void busy(bool is);

  QPointer<Connection> connection_;
  QByteArray file_;
  QLineEdit* path_;
  PlainLabel* whose_;
  QLineEdit* passphrase_;
  PlainLabel* problem_;
  QPushButton* signIn_;
};

}  // namespace aurigraph::ui
