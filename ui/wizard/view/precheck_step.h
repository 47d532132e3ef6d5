#pragma once

#include "ui/wizard/view/step_view.h"

class QFrame;
class QPushButton;
class QVBoxLayout;

namespace aurigraph::ui {

class PlainLabel;

/// What the ledger would answer.
class PrecheckStep final : public StepView {
  Q_OBJECT
 public:
  explicit PrecheckStep(IssuanceRun& run, QWidget* parent = nullptr);
  void entered() override;

 private:
  void fill() override;
  void addRow(const issuance::Issue& issue);

  QFrame* banner_;
  PlainLabel* verdict_;
  QVBoxLayout* list_;
  QPushButton* again_;
};

}  // namespace aurigraph::ui
