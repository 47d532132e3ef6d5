#pragma once

#include "ui/wizard/view/step_view.h"

class QButtonGroup;

namespace aurigraph::ui {

/// Which kind of issue.
class TemplateStep final : public StepView {
  Q_OBJECT
 public:
  explicit TemplateStep(IssuanceRun& run, QWidget* parent = nullptr);

 private:
  void fill() override;
  QButtonGroup* choices_;
};

}  // namespace aurigraph::ui
