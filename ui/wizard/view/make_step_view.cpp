#include "ui/wizard/view/make_step_view.h"

#include "ui/wizard/view/approval_step.h"
#include "ui/wizard/view/asset_step.h"
#include "ui/wizard/view/documents_step.h"
#include "ui/wizard/view/precheck_step.h"
#include "ui/wizard/view/review_step.h"
#include "ui/wizard/view/submitted_step.h"
#include "ui/wizard/view/template_step.h"
#include "ui/wizard/view/terms_step.h"

namespace aurigraph::ui {

StepView* makeStepView(issuance::Step step, IssuanceRun& run, QWidget* parent) {
  switch (step) {
    case issuance::Step::kTemplate:
      return new TemplateStep(run, parent);
    case issuance::Step::kAsset:
      return new AssetStep(run, parent);
    case issuance::Step::kTerms:
      return new TermsStep(run, parent);
    case issuance::Step::kDocuments:
      return new DocumentsStep(run, parent);
    case issuance::Step::kApproval:
      return new ApprovalStep(run, parent);
    case issuance::Step::kPrecheck:
      return new PrecheckStep(run, parent);
    case issuance::Step::kReview:
      return new ReviewStep(run, parent);
    case issuance::Step::kSubmitted:
      return new SubmittedStep(run, parent);
  }
  return nullptr;
}

}  // namespace aurigraph::ui
