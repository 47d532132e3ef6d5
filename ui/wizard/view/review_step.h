#pragma once

#include "ui/wizard/view/step_view.h"

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace aurigraph::ui {

class CopyField;
class PlainLabel;

/// Everything in words, its digest, and the signature.
class ReviewStep final : public StepView {
  Q_OBJECT
 public:
  explicit ReviewStep(IssuanceRun& run, QWidget* parent = nullptr);
  void entered() override;
  void setSigner(const QString& name);

 private:
  void fill() override;

  QVBoxLayout* lines_;
  CopyField* digest_;
  CopyField* approved_;
  QCheckBox* read_;
  PlainLabel* signer_;
  PlainLabel* ended_;
  QPushButton* sign_;
  std::string shown_;
};

}  // namespace aurigraph::ui
