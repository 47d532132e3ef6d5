#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace aurigraph::ui {

class PlainLabel;

/// Another person's sealed key and its passphrase, typed on this computer. The passphrase leaves with the
/// signal and stays nowhere.
class KeyForm : public QWidget {
  Q_OBJECT
 public:
  explicit KeyForm(const QString& action, QWidget* parent = nullptr);
  void setReady(bool ready);  ///< Whether there is something to sign at all.
  void setBusy(bool busy);
  [[nodiscard]] QWidget* firstField() const;
  /// Of a cluster in this process: where its people's keys lie, to begin with; empty: unknown.
  void setKeysFolder(const QString& folder);

 Q_SIGNALS:
  void wanted(const QByteArray& keyFile, const QString& passphrase);

 private:
  void read(const QString& path);
  void go();
  void arrange();

  QLineEdit* path_;
  PlainLabel* whose_;
  QLineEdit* passphrase_;
  QPushButton* go_;
  QString action_;
  QString keysFolder_;
  QByteArray key_;
  bool ready_ = false;
  bool busy_ = false;
};

}  // namespace aurigraph::ui
