#include "ui/wizard/flow/issuance_flow.h"

#include <algorithm>

#include "core/base/time_text.h"

namespace aurigraph::issuance {
namespace {

constexpr std::size_t indexOf(Step step) {
  return static_cast<std::size_t>(step);
}
constexpr Step stepAt(std::size_t index) {
  return static_cast<Step>(index);
}

/// With the ledger and not to be changed by hand any more.
bool isWithLedger(TrackerState state) {
  return state == TrackerState::kIssuing || state == TrackerState::kCommitted ||
         state == TrackerState::kFinal;
}

/// A draft from a file may claim anything; what cannot have come about by using the flow is refused.
bool isConsistent(const Draft& draft) {
  const Tracker& tracker = draft.tracker;
  if (!draft.approvals.empty() && draft.approvalsUntil == Nanoseconds()) return false;
  switch (tracker.state) {
    case TrackerState::kNone:
      return tracker.registeredAt == Height(0);
    case TrackerState::kRegistering:
      return draft.asset == AssetId(0);
    case TrackerState::kRegistered:
      return tracker.registeredAt != Height(0) && draft.asset != AssetId(0);
    case TrackerState::kIssuing:
      return draft.asset != AssetId(0) && draft.step == Step::kSubmitted;
    case TrackerState::kCommitted:
    case TrackerState::kFinal:
      return tracker.committedAt != Height(0) && draft.asset != AssetId(0) && draft.step == Step::kSubmitted;
    case TrackerState::kRefused:
      return tracker.committedAt == Height(0);
  }
  return false;
}

}  // namespace

Result<IssuanceFlow> IssuanceFlow::resume(Draft draft) {
  const bool early = !isWithLedger(draft.tracker.state) && draft.tracker.state != TrackerState::kRefused;
  if (!isConsistent(draft) || draft.furthest < draft.step || (draft.step == Step::kSubmitted && early))
    return fail("draft.malformed", "The draft contradicts itself.",
                "Nothing of it was used; start a new one or restore the file.");
  IssuanceFlow out;
  if (!draft.templateName.empty()) {
    auto loaded = loadTemplate(draft.templateName);
    if (!loaded) return propagate(loaded);
    out.template_ = std::move(*loaded);
  }
  out.draft_ = std::move(draft);
  return out;
}

// ---- the way ----

bool IssuanceFlow::isSkipped(Step step) const {
  return step == Step::kDocuments && draft_.asset != AssetId(0) && draft_.tracker.registeredAt == Height(0);
}

Step IssuanceFlow::following(Step step) const {
  std::size_t at = indexOf(step);
  do {
    at = std::min(at + 1, kStepCount - 1);
  } while (isSkipped(stepAt(at)));
  return stepAt(at);
}

Step IssuanceFlow::preceding(Step step) const {
  std::size_t at = indexOf(step);
  do {
    at = at == 0 ? 0 : at - 1;
  } while (isSkipped(stepAt(at)));
  return stepAt(at);
}

StepMark IssuanceFlow::mark(Step step) const {
  if (step == draft_.step) return StepMark::kCurrent;
  if (isSkipped(step)) return StepMark::kSkipped;
  if (step >= draft_.furthest) return StepMark::kOpen;
  Issues own = issues();
  std::erase_if(own, [step](const Issue& issue) { return issue.step != step; });
  return anyError(own) ? StepMark::kError : StepMark::kDone;
}

bool IssuanceFlow::next() {
  if (draft_.step >= Step::kReview) return false;
  return goTo(following(draft_.step));
}

bool IssuanceFlow::back() {
  return draft_.step != Step::kTemplate && goTo(preceding(draft_.step));
}

bool IssuanceFlow::mayGoTo(Step step) const {
  if (isSkipped(step)) return false;
  if (step == draft_.step) return true;
  if (isWithLedger(draft_.tracker.state)) return false;
  if (step < draft_.step) return true;
  if (step == Step::kSubmitted) return false;
  for (Step at = draft_.step; at < step; at = following(at))
    if (anyError(issues(at))) return false;
  return true;
}

bool IssuanceFlow::goTo(Step step) {
  if (!mayGoTo(step)) return false;
  draft_.step = step;
  draft_.furthest = std::max(draft_.furthest, step);
  return true;
}

std::string IssuanceFlow::follow(const Issue& issue) {
  return goTo(issue.step) ? issue.field : std::string();
}

// ---- what is wrong ----

bool IssuanceFlow::approvalFits(const wire::Approval& approval, const Digest& digest) const {
  return approval.approver != context_.author &&
         crypto::verify(approval.approver, digest, approval.signature);
}

Issues IssuanceFlow::checkApproval() const {
  // What the ledger has taken was approved: that its approvals end later says nothing.
  if (isWithLedger(draft_.tracker.state)) return {};
  Issues out;
  const auto add = [&](const std::string& field, const std::string& code, Severity severity) {
    out.push_back({Step::kApproval, field, code, "issuance.issue." + code, {}, severity});
  };
  if (needsRegistration()) add("registration", "asset.not_registered", Severity::kError);
  wire::IssueToken terms;
  const bool sound = template_ && !anyError(checkTerms(draft_, chosenTemplate(), context_, terms));
  terms.approvals.until = draft_.approvalsUntil;
  const Digest digest = wire::approvalDigest(context_.genesis, context_.author, terms);
  const bool any = sound && std::ranges::any_of(draft_.approvals, [&](const wire::Approval& approval) {
                     return approvalFits(approval, digest);
                   });
  if (draft_.approvals.empty()) add("approval", "approval.missing", Severity::kError);
  if (!approvalsHold()) add("request", "approval.ended", Severity::kError);
  for (std::size_t at = 0; at < draft_.approvals.size(); ++at) {
    const std::string field = "approvals[" + std::to_string(at) + "]";
    if (draft_.approvals[at].approver == context_.author)
      add(field, "approval.own", any ? Severity::kWarning : Severity::kError);
    else if (!sound || !approvalFits(draft_.approvals[at], digest))
      add(field, "approval.other_terms", any ? Severity::kWarning : Severity::kError);
  }
  return out;
}

Issues IssuanceFlow::checkPrecheck() const {
  const auto own = [](const std::string& code) {
    return Issues{{Step::kPrecheck, "", code, "issuance.issue." + code, {}, Severity::kError}};
  };
  if (!draft_.precheck) return own("precheck.missing");
  const auto issue = issueToken();
  if (!issue || draft_.precheck->of != digestOf(*issue)) return own("precheck.outdated");
  Issues out;
  for (const LedgerReason& reason : draft_.precheck->reasons) out.push_back(issueOf(reason));
  return out;
}

Issues IssuanceFlow::issues(Step step) const {
  if (isSkipped(step)) return {};
  wire::IssueToken terms;
  switch (step) {
    case Step::kTemplate:
      if (template_) return {};
      return {
          {step, "template", "template.missing", "issuance.issue.template.missing", {}, Severity::kError}};
    case Step::kAsset:
      return checkAsset(draft_, chosenTemplate(), context_);
    case Step::kTerms:
      return checkTerms(draft_, chosenTemplate(), context_, terms);
    case Step::kDocuments:
      return needsRegistration() ? checkDocuments(draft_, chosenTemplate()) : Issues();
    case Step::kApproval:
      return checkApproval();
    case Step::kPrecheck:
      return checkPrecheck();
    case Step::kReview:
    case Step::kSubmitted:
      return {};
  }
  return {};
}

Issues IssuanceFlow::issues() const {
  Issues out;
  for (std::size_t at = 0; at < kStepCount; ++at) {
    Issues own = issues(stepAt(at));
    out.insert(out.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
  }
  // A refused issue's reasons stand in the pre-check that it replaced.
  if (draft_.tracker.state == TrackerState::kRefused && needsRegistration())
    for (const LedgerReason& reason : draft_.tracker.why) out.push_back(issueOf(reason));
  return out;
}

// ---- what comes out ----

namespace {

wire::RegisterAsset assetOf(const Draft& draft, const IssuanceTemplate* from) {
  wire::RegisterAsset out;
  if (from != nullptr) out.assetTemplate = from->assetTemplate;
  out.assetKey = draft.assetKey;
  out.name = draft.assetName;
  out.recordIds = draft.records;
  std::ranges::sort(out.recordIds);
  for (const DraftDocument& document : draft.documents)
    out.documents.push_back({document.type, document.sha256});
  return out;
}

tl::unexpected<Error> incomplete(Step step) {
  return fail("issuance.incomplete", "The step '" + std::string(nameOf(step)) + "' is not complete.",
              "Go there and correct what is marked.");
}

}  // namespace

Result<wire::RegisterAsset> IssuanceFlow::registerAsset() const {
  if (!needsRegistration())
    return fail("issuance.registered", "The asset is on the register already.", "Go on with its approval.");
  for (const Step step : {Step::kTemplate, Step::kAsset, Step::kTerms, Step::kDocuments})
    if (anyError(issues(step))) return incomplete(step);
  return assetOf(draft_, chosenTemplate());
}

Result<wire::IssueToken> IssuanceFlow::issueToken() const {
  if (needsRegistration())
    return fail("issuance.not_registered", "The asset is not on the register yet.",
                "Register it at the step 'approval'.");
  for (const Step step : {Step::kTemplate, Step::kAsset})
    if (anyError(issues(step))) return incomplete(step);
  wire::IssueToken out;
  if (anyError(checkTerms(draft_, chosenTemplate(), context_, out))) return incomplete(Step::kTerms);
  out.approvals.until = draft_.approvalsUntil;
  const Digest digest = wire::approvalDigest(context_.genesis, context_.author, out);
  std::vector<wire::Approval>& given = out.approvals.given;
  for (const wire::Approval& approval : draft_.approvals)
    if (approvalFits(approval, digest)) given.push_back(approval);
  std::ranges::sort(given, {}, &wire::Approval::approver);
  if (given.empty()) out.approvals.until = Nanoseconds();
  return out;
}

Result<ApprovalRequest> IssuanceFlow::approvalRequest() const {
  auto issue = issueToken();
  if (!issue) return propagate(issue);
  if (draft_.approvalsUntil == Nanoseconds())
    return fail("issuance.not_asked", "Nobody is asked to approve this issue yet.",
                "Export the request at the step 'approval', or have it approved there.");
  issue->approvals = {draft_.approvalsUntil, {}};
  return ApprovalRequest{context_.genesis, context_.author, std::move(*issue)};
}

Status IssuanceFlow::approvalsHold() const {
  if (draft_.approvals.empty() || !approvalEnded()) return {};
  return fail("approval.ended", "The approvals were good until " + timeText(draft_.approvalsUntil) + ".",
              "Ask again at the step 'approval'; nothing was sent.");
}

Summary IssuanceFlow::summary() const {
  Summary out = summaryOf(assetOf(draft_, chosenTemplate()));
  wire::IssueToken terms;
  const auto issue = issueToken();
  if (issue)
    terms = *issue;
  else
    (void)checkTerms(draft_, chosenTemplate(), context_, terms);
  Summary more = summaryOf(terms);
  out.insert(out.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  return out;
}

Status IssuanceFlow::setPrecheck(Precheck precheck) {
  const auto issue = issueToken();
  if (!issue) return propagate(issue);
  if (precheck.of != digestOf(*issue))
    return fail("issuance.outdated", "The terms were changed while they were checked.",
                "Run the pre-check again.");
  draft_.precheck = std::move(precheck);
  return {};
}

// ---- the tracker ----

namespace {

tl::unexpected<Error> wrongState(TrackerState state) {
  return fail("issuance.wrong_state",
              "The issue is in the state '" + std::string(nameOf(state)) + "'; this cannot follow.",
              "Read from the ledger what became of it.");
}

}  // namespace

Status IssuanceFlow::setObjections(std::vector<LedgerReason> reasons) {
  Tracker& tracker = draft_.tracker;
  const bool open = tracker.state == TrackerState::kNone || tracker.state == TrackerState::kRefused;
  if (!open || !needsRegistration()) return wrongState(tracker.state);
  tracker.state = reasons.empty() ? TrackerState::kNone : TrackerState::kRefused;
  tracker.why = std::move(reasons);
  return {};
}

Status IssuanceFlow::registrationSubmitted() {
  Tracker& tracker = draft_.tracker;
  if (tracker.state != TrackerState::kNone && tracker.state != TrackerState::kRefused)
    return wrongState(tracker.state);
  if (const auto asset = registerAsset(); !asset) return propagate(asset);
  tracker = {};
  tracker.state = TrackerState::kRegistering;
  return {};
}

Status IssuanceFlow::registered(AssetId asset, Height height, const Digest& batch) {
  Tracker& tracker = draft_.tracker;
  if (tracker.state != TrackerState::kRegistering || asset == AssetId(0) || height == Height(0))
    return wrongState(tracker.state);
  draft_.asset = asset;
  tracker.state = TrackerState::kRegistered;
  tracker.registeredAt = height;
  tracker.registerBatch = batch;
  return {};
}

Status IssuanceFlow::issueSubmitted() {
  Tracker& tracker = draft_.tracker;
  if (isWithLedger(tracker.state) || tracker.state == TrackerState::kRegistering ||
      draft_.step != Step::kReview)
    return wrongState(tracker.state);
  if (auto hold = approvalsHold(); !hold) return hold;
  for (Step at = Step::kTemplate; at < Step::kReview; at = following(at))
    if (anyError(issues(at))) return incomplete(at);
  tracker.state = TrackerState::kIssuing;
  tracker.why.clear();
  draft_.step = draft_.furthest = Step::kSubmitted;
  return {};
}

Status IssuanceFlow::committed(Height height, const Digest& batch) {
  if (draft_.tracker.state != TrackerState::kIssuing || height == Height(0))
    return wrongState(draft_.tracker.state);
  draft_.tracker.state = TrackerState::kCommitted;
  draft_.tracker.committedAt = height;
  draft_.tracker.issueBatch = batch;
  return {};
}

Status IssuanceFlow::finalised(Height certificate) {
  if (draft_.tracker.state != TrackerState::kCommitted) return wrongState(draft_.tracker.state);
  draft_.tracker.state = TrackerState::kFinal;
  draft_.tracker.certifiedAt = certificate;
  return {};
}

Status IssuanceFlow::refused(std::vector<LedgerReason> why) {
  Tracker& tracker = draft_.tracker;
  if (tracker.state != TrackerState::kRegistering && tracker.state != TrackerState::kIssuing)
    return wrongState(tracker.state);
  if (tracker.state == TrackerState::kIssuing && draft_.precheck) draft_.precheck->reasons = why;
  tracker.state = TrackerState::kRefused;
  tracker.why = std::move(why);
  return {};
}

}  // namespace aurigraph::issuance
