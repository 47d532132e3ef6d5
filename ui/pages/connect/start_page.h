#pragma once

#include <QElapsedTimer>
#include <QStackedWidget>
#include <QTimer>
#include <QWidget>

#include "ui/pages/connect/cluster_host.h"

class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QCheckBox;
class QVBoxLayout;

namespace aurigraph::ui {

class PlainLabel;

/// The first thing a newcomer sees: start a cluster here, train on one, or connect to one (R-UI-1). Shows the
/// stages of a start with time and cancel. Nothing starts by itself.
class StartPage : public QWidget {
  Q_OBJECT
 public:
  explicit StartPage(QWidget* parent = nullptr);

  void showChoices();
  /// Of ClusterHost::stage.
  void showStage(const StartStage& stage);
  /// Back to the choices, with what went wrong above them.
  void showFailure(const ApiError& error);
  /// While a connection looks whether it is the right cluster.
  void showConnecting(const ClusterProfile& profile);

 Q_SIGNALS:
  void startWanted(const aurigraph::ui::StartChoice& choice);
  void connectWanted(const aurigraph::ui::ClusterProfile& profile);
  void cancelWanted();

 private:
  QWidget* makeChoices();
  QWidget* makeStartForm();
  QWidget* makeConnectForm();
  QWidget* makeProgress();
  void begin(const StartChoice& choice);
  void readAuthority();
  void fillProfiles();
  void tryConnect();
  void showForm(QWidget* form, QWidget* first);

  QStackedWidget* stack_;
  QWidget* choices_ = nullptr;
  QWidget* startForm_ = nullptr;
  QWidget* connectForm_ = nullptr;
  QWidget* progress_ = nullptr;

  QFrame* failure_ = nullptr;
  PlainLabel* failureText_ = nullptr;
  PlainLabel* failureCode_ = nullptr;

  QSpinBox* validators_ = nullptr;
  QSpinBox* business_ = nullptr;
  QSpinBox* slim_ = nullptr;
  PlainLabel* tolerance_ = nullptr;
  QCheckBox* keep_ = nullptr;
  QLineEdit* folder_ = nullptr;

  QListWidget* profiles_ = nullptr;
  QLineEdit* address_ = nullptr;
  QLineEdit* authority_ = nullptr;
  QLineEdit* genesis_ = nullptr;
  PlainLabel* connectProblem_ = nullptr;
  QByteArray authorityPem_;

  PlainLabel* progressTitle_ = nullptr;
  QVBoxLayout* stages_ = nullptr;
  QProgressBar* bar_ = nullptr;
  PlainLabel* elapsed_ = nullptr;
  QPushButton* cancel_ = nullptr;
  QList<PlainLabel*> shownStages_;
  QElapsedTimer since_;
  QTimer tick_;
};

}  // namespace aurigraph::ui
