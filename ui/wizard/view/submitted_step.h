#pragma once

#include "ui/wizard/view/step_view.h"

class QFrame;
class QGridLayout;
class QPushButton;
class QVBoxLayout;

namespace aurigraph::ui {

class CopyField;
class PlainLabel;

/// From sent to final.
class SubmittedStep final : public StepView {
  Q_OBJECT
 public:
  explicit SubmittedStep(IssuanceRun& run, QWidget* parent = nullptr);

 Q_SIGNALS:
  void assetWanted(quint64 id);
  void anotherWanted();

 private:
  void fill() override;

  QFrame* banner_;
  PlainLabel* headline_;
  QGridLayout* stages_;
  QVBoxLayout* reasons_;
  CopyField* batch_;
  QPushButton* ask_;
  QPushButton* show_;
  QPushButton* another_;
};

}  // namespace aurigraph::ui
