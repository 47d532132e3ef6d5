#pragma once

#include "ui/wizard/view/step_view.h"

class QGridLayout;
class QPushButton;
class QVBoxLayout;

namespace aurigraph::ui {

class CopyField;
class KeyForm;
class PlainLabel;

/// Registration, then another person's agreement: with their key here, or by file. Says until when it is
/// good, and asks again once it is not.
class ApprovalStep final : public StepView {
  Q_OBJECT
 public:
  explicit ApprovalStep(IssuanceRun& run, QWidget* parent = nullptr);
  void exportTo(const QString& path);
  void importFrom(const QString& path);

 private:
  void fill() override;
  void fillRegistration();
  void fillRequest();
  void fillApprovals();

  PlainLabel* registered_;
  QGridLayout* summary_;
  QPushButton* register_;
  QWidget* approvalCard_;
  PlainLabel* asked_;
  QPushButton* askAgain_;
  PlainLabel* renewed_;
  CopyField* digest_;
  KeyForm* key_;
  QPushButton* export_;
  QPushButton* import_;
  PlainLabel* fileSaid_;
  QVBoxLayout* approvals_;
  Nanoseconds shownUntil_;      ///< Of the request as shown last.
  std::size_t shownGiven_ = 0;  ///< Likewise, its approvals.
};

}  // namespace aurigraph::ui
