#pragma once

#include <QFrame>
#include <QTimer>

#include "ui/client/connection.h"

class QPushButton;

namespace aurigraph::ui {

class Chip;
class PlainLabel;

/// Always visible: which cluster, in which mode, SIMULATED or not, how the connection does, as whom (R-UI-1).
class HeaderBar : public QFrame {
  Q_OBJECT
 public:
  explicit HeaderBar(QWidget* parent = nullptr);
  void setConnection(Connection* connection);
  [[nodiscard]] QPushButton* identityButton() const { return identity_; }

 private:
  void showLink();
  void showStatus();
  void showIdentity();

  QPointer<Connection> connection_;
  PlainLabel* logo_;
  PlainLabel* name_;
  Chip* mode_;
  Chip* simulated_;
  Chip* pinned_;
  Chip* health_;
  PlainLabel* sentence_;
  QPushButton* identity_;
  QTimer tick_;
};

}  // namespace aurigraph::ui
