#pragma once

#include <vector>

#include "app/console/capture_step.h"
#include "ui/shell/main_window.h"

namespace aurigraph::console {

/// The issuance wizard from template to final, pressed through by its object names as a person would: first a
/// reviewer approves the valuation that the second parcel of the training data waits for, then the issuer
/// registers it, compliance approves with its own key, and the issue is signed. Pictures wizard-1 … wizard-8.
std::vector<CaptureStep> wizardWalk(ui::MainWindow& window);

}  // namespace aurigraph::console
