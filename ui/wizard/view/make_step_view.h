#pragma once

#include "ui/wizard/view/step_view.h"

namespace aurigraph::ui {

/// The step of that kind.
[[nodiscard]] StepView* makeStepView(issuance::Step step, IssuanceRun& run, QWidget* parent);

}  // namespace aurigraph::ui
