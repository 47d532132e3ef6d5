#pragma once

#include <QFrame>

#include "ui/pages/review/review_desk.h"

class QProgressBar;
class QPushButton;

namespace aurigraph::ui {

class PlainLabel;

/// Who holds the open record and for how long, and the buttons that claim and release it. UI thread.
class ClaimCard : public QFrame {
  Q_OBJECT
 public:
  explicit ClaimCard(ReviewDesk& desk, QWidget* parent = nullptr);

  /// As the desk has it; `now`: the cluster's clock.
  void arrange(const QDateTime& now);

 private:
  ReviewDesk& desk_;
  PlainLabel* title_;
  PlainLabel* text_;
  QProgressBar* lease_;
  QPushButton* claim_;
  QPushButton* release_;
};

}  // namespace aurigraph::ui
