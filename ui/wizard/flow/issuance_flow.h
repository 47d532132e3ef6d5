#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/wizard/flow/approval_request.h"
#include "ui/wizard/flow/draft.h"
#include "ui/wizard/flow/issuance_context.h"
#include "ui/wizard/flow/issuance_template.h"
#include "ui/wizard/flow/issue.h"
#include "ui/wizard/flow/summary.h"

namespace aurigraph::issuance {

/// How a step looks in the list at the side.
enum class StepMark : std::uint8_t {
  kOpen,     ///< Not reached yet.
  kCurrent,  ///< Here.
  kDone,     ///< Left, and nothing wrong with it.
  kError,    ///< Left, and something is wrong with it.
  kSkipped,  ///< Not needed: documents of an asset that is on the register already.
};

/// The issuance wizard without a window: a draft, what the ledger is known to hold, and the way through the
/// steps. A value; one thread at a time. Nothing it does loses what was typed.
///
/// Two commands come out of it, in this order, because an approver signs the asset's number, which the
/// ledger gives at registration (docs/decisions/059): registerAsset() once Template, Asset, Terms and
/// Documents stand, issueToken() once somebody approved it and the pre-check had no objection. What is
/// approved has an end, which is chosen when others are asked.
class IssuanceFlow {
 public:
  /// An hour less than the ledger takes: its time and ours are not the same.
  static constexpr std::int64_t kRequestHours = wire::kApprovalHours - 1;

  IssuanceFlow() = default;
  /// Goes on with a draft. Errors: template.unknown (of a template this program does not carry).
  static Result<IssuanceFlow> resume(Draft draft);

  [[nodiscard]] const Draft& draft() const { return draft_; }
  /// Null while none is chosen.
  [[nodiscard]] const IssuanceTemplate* chosenTemplate() const { return template_ ? &*template_ : nullptr; }
  [[nodiscard]] const IssuanceContext& context() const { return context_; }
  void setContext(IssuanceContext context) { context_ = std::move(context); }
  /// The flow has no clock: of what ends by itself it knows as much as it was told last.
  void setNow(Nanoseconds now) { context_.now = now; }

  // ---- the way ----

  [[nodiscard]] Step step() const { return draft_.step; }
  [[nodiscard]] StepMark mark(Step step) const;
  [[nodiscard]] bool isSkipped(Step step) const;
  /// Forward by one if the current step has no error; shows its issues either way. Review is left by
  /// issueSubmitted() alone.
  bool next();
  /// Always possible but at the first step and while the ledger decides.
  bool back();
  /// Back always, forward over steps that have no error.
  [[nodiscard]] bool mayGoTo(Step step) const;
  bool goTo(Step step);
  /// Goes to where something can be done about it; the field to focus, or empty if there is no way.
  std::string follow(const Issue& issue);

  // ---- what is typed (issuance_flow_edit.cpp). Errors: issuance.locked (the ledger has it already),
  // issuance.text_refused (control or invisible characters, far too long), template.unknown,
  // issuance.list_full, issuance.no_such_item. ----

  Status chooseTemplate(const std::string& name);
  Status setAssetKey(std::string key);
  Status setAssetName(std::string name);
  Status setRecords(std::vector<Digest> records);
  /// Issues on an asset that is on the register; AssetId(0): none after all.
  Status useAsset(AssetId asset);
  Status setTerm(const std::string& key, std::string text);
  Status addSerial(DraftSerial serial);
  Status setSerial(std::size_t at, DraftSerial serial);
  Status removeSerial(std::size_t at);
  Status addDocument(DraftDocument document);
  Status setDocument(std::size_t at, DraftDocument document);
  Status removeDocument(std::size_t at);
  /// A new request, good for kRequestHours from now. Its end is a part of what is approved: approvals of the
  /// one before are void, and go. Further errors: issuance.no_time; as issueToken().
  Status askForApproval();
  /// Further errors: approval.other_author, approval.own, approval.other_request (with another end),
  /// approval.ended, approval.other_terms (of another payload or cluster); as approvalRequest().
  Status addApproval(const ApprovalAnswer& answer);
  Status removeApproval(const PublicKey& approver);
  /// All fields of the template from its examples, only where the cluster is simulated; `number` makes the
  /// symbol unique. Keeps what was typed. Further errors: issuance.not_simulated, issuance.no_template.
  Status fillWithExample(std::string_view number);
  [[nodiscard]] bool isLocked(Step step) const;

  // ---- what there is to choose ----

  /// Asset keys of usable records that no asset speaks for yet, sorted.
  [[nodiscard]] std::vector<std::string> assetKeys() const;
  /// Usable records that may go into an asset of that key, newest first.
  [[nodiscard]] std::vector<const KnownRecord*> recordsFor(const std::string& assetKey) const;
  /// One for each of the template's needs, as far as there are any.
  [[nodiscard]] std::vector<Digest> suggestedRecords(const std::string& assetKey) const;

  // ---- what is wrong ----

  [[nodiscard]] Issues issues() const;
  [[nodiscard]] Issues issues(Step step) const;

  // ---- what comes out ----

  [[nodiscard]] bool needsRegistration() const { return draft_.asset == AssetId(0); }
  /// Errors: issuance.incomplete (Template, Asset, Terms or Documents have errors), issuance.registered.
  [[nodiscard]] Result<wire::RegisterAsset> registerAsset() const;
  /// With the approvals that fit it, sorted. Errors: issuance.incomplete, issuance.not_registered.
  [[nodiscard]] Result<wire::IssueToken> issueToken() const;
  /// What others are asked to approve, with the terms as they are now. Errors: as issueToken(),
  /// issuance.not_asked.
  [[nodiscard]] Result<ApprovalRequest> approvalRequest() const;
  /// Whether there is a request, and its time is not over.
  [[nodiscard]] bool isAsked() const { return draft_.approvalsUntil != Nanoseconds() && !approvalEnded(); }
  [[nodiscard]] bool approvalEnded() const {
    return draft_.approvalsUntil != Nanoseconds() && draft_.approvalsUntil < context_.now;
  }
  /// Errors: approval.ended: there are approvals, and their time is over.
  [[nodiscard]] Status approvalsHold() const;
  /// In words, what will be signed last: the asset's own lines and the command's.
  [[nodiscard]] Summary summary() const;
  /// What POST /contract/simulate said about issueToken() as it is now; of an older one it is refused
  /// (issuance.outdated).
  Status setPrecheck(Precheck precheck);

  /// What it said about registerAsset(), before that is signed. None: nothing stands against it.
  Status setObjections(std::vector<LedgerReason> reasons);

  // ---- the tracker. Errors: issuance.wrong_state, and those of what is submitted. ----

  // Say so before the bytes leave: whatever happens then, the draft knows that something is under way.
  Status registrationSubmitted();
  Status registered(AssetId asset, Height height, const Digest& batch = {});
  Status issueSubmitted();
  Status committed(Height height, const Digest& batch = {});
  /// A certificate covers it.
  Status finalised(Height certificate);
  /// The ledger said no: the draft is open again and the reasons lead to their fields.
  Status refused(std::vector<LedgerReason> why);

 private:
  [[nodiscard]] Step following(Step step) const;
  [[nodiscard]] Step preceding(Step step) const;
  [[nodiscard]] Status editable(Step step) const;
  void chooseExampleAsset();
  void addExampleSerials();
  [[nodiscard]] Issues checkApproval() const;
  [[nodiscard]] Issues checkPrecheck() const;
  [[nodiscard]] bool approvalFits(const wire::Approval& approval, const Digest& digest) const;

  Draft draft_;
  std::optional<IssuanceTemplate> template_;
  IssuanceContext context_;
};

}  // namespace aurigraph::issuance
