#pragma once

#include "ui/wizard/view/step_view.h"

class QGridLayout;
class QPushButton;
class QVBoxLayout;

namespace aurigraph::ui {

class CopyField;
class KeyForm;
class PlainLabel;

/// Registration, then another person's agreement: with their key here, or by file.
class ApprovalStep final : public StepView {
  Q_OBJECT
 public:
  explicit ApprovalStep(IssuanceRun& run, QWidget* parent = nullptr);
  void exportTo(const QString& path);
  void importFrom(const QString& path);

 private:
  void fill() override;
  void fillRegistration();
  void fillApprovals();

  PlainLabel* registered_;
  QGridLayout* summary_;
  QPushButton* register_;
  QWidget* approvalCard_;
  CopyField* digest_;
  KeyForm* key_;
  QPushButton* export_;
  QPushButton* import_;
  PlainLabel* fileSaid_;
  QVBoxLayout* approvals_;
};

}  // namespace aurigraph::ui
