#pragma once

#include <QDateTime>
#include <QFrame>
#include <QPointer>
#include <QWidget>

#include "ui/client/connection.h"
#include "ui/wizard/flow/approval_request.h"

class QGridLayout;
class QPushButton;

namespace aurigraph::ui {

class CopyField;
class KeyForm;
class PlainLabel;

/// The approver's side: opens a request, says in words what is signed: for whom, until when, and what its
/// bytes say; signs it, writes the answer. Needs no connection; with one it adds what this cluster knows
/// about author and asset, and signs nothing that no ledger would take. UI thread.
class ApproveView : public QWidget {
  Q_OBJECT
 public:
  explicit ApproveView(QWidget* parent = nullptr);

  void setConnection(Connection* connection);
  void openRequest(const QString& path);
  void saveAnswer(const QString& path);
  void focusFirst();

 Q_SIGNALS:
  void closeWanted();

 private:
  void showRequest();
  void sayCluster();
  void sayEnd();
  [[nodiscard]] QDateTime now() const;  ///< The cluster's; without one, this computer's.
  [[nodiscard]] bool hasEnded() const;
  [[nodiscard]] bool isTooLong() const;
  [[nodiscard]] bool mayBeSigned() const;
  void lookUpAuthor();
  void lookUpAsset();
  void sign(const crypto::SigningKey& key);
  void say(const QString& sentence, const char* tone);

  QPointer<Connection> connection_;
  std::optional<issuance::ApprovalRequest> request_;
  std::optional<issuance::ApprovalAnswer> answer_;
  QPushButton* open_;
  PlainLabel* said_;
  QWidget* found_;
  QFrame* clusterBand_;
  PlainLabel* cluster_;
  QGridLayout* lines_;
  PlainLabel* author_;
  PlainLabel* asset_;
  PlainLabel* end_;
  CopyField* digest_;
  KeyForm* key_;
  QPushButton* own_;
  QPushButton* save_;
  QString suggested_;
};

}  // namespace aurigraph::ui
