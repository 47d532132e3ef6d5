#include "ui/wizard/view/approval_step.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/wizard/view/files.h"
#include "ui/wizard/view/key_form.h"
#include "ui/wizard/view/words.h"

namespace aurigraph::ui {
namespace {

QString endText(Nanoseconds until) {
  return dateTimeText(fromMilliseconds(until.value / 1'000'000));
}

}  // namespace

ApprovalStep::ApprovalStep(IssuanceRun& run, QWidget* parent)
    : StepView(issuance::Step::kApproval, run, parent) {
  auto* first = new Card(tr("1. Register the asset"), {}, this);
  registered_ = new PlainLabel({}, first);
  registered_->setObjectName(QStringLiteral("registered"));
  registered_->wrapped();
  first->body().addWidget(registered_);
  summary_ = new QGridLayout;
  first->body().addLayout(summary_);
  auto* registration = new IssueLine(first);
  first->body().addWidget(registration);
  register_ = new QPushButton(tr("Sign and register"), first);
  register_->setObjectName(QStringLiteral("registerAsset"));
  setLook(*register_, "primary");
  auto* row = new QHBoxLayout;
  row->addWidget(register_);
  row->addStretch();
  first->body().addLayout(row);
  content().addWidget(first);

  auto* second =
      new Card(tr("2. Have the issue approved"),
               tr("By another person who may approve issues. Whoever signs reads the terms as the bytes have "
                  "them; the digest names exactly these bytes."),
               this);
  approvalCard_ = second;
  asked_ = new PlainLabel({}, second);
  asked_->setObjectName(QStringLiteral("asked"));
  asked_->wrapped();
  second->body().addWidget(asked_);
  auto* request = new IssueLine(second);
  second->body().addWidget(request);
  auto* again = new QHBoxLayout;
  askAgain_ = new QPushButton(tr("Ask again"), second);
  askAgain_->setObjectName(QStringLiteral("askApprovalAgain"));
  askAgain_->setAccessibleDescription(tr("What was approved before does not count for a new request."));
  renewed_ = new PlainLabel({}, second);
  renewed_->setObjectName(QStringLiteral("renewed"));
  renewed_->look("muted").wrapped();
  again->addWidget(askAgain_);
  again->addWidget(renewed_, 1);
  second->body().addLayout(again);
  auto* digest = new QHBoxLayout;
  auto* digestLabel = new PlainLabel(tr("Digest to approve"), second);
  digestLabel->look("muted");
  digest_ = new CopyField(tr("Digest to approve"), second);
  digest->addWidget(digestLabel);
  digest->addWidget(digest_);
  digest->addStretch();
  second->body().addLayout(digest);
  approvals_ = new QVBoxLayout;
  second->body().addLayout(approvals_);
  auto* line = new IssueLine(second);
  second->body().addWidget(line);

  auto* ways = new QGridLayout;
  ways->setHorizontalSpacing(24);
  ways->setColumnStretch(0, 1);
  ways->setColumnStretch(1, 1);
  auto* here = new QFrame(second);
  setLook(*here, "sunken");
  auto* hereColumn = new QVBoxLayout(here);
  hereColumn->setContentsMargins(14, 12, 14, 14);
  hereColumn->setSpacing(8);
  auto* hereTitle = new PlainLabel(tr("On this computer"), here);
  hereTitle->setFont(Theme::instance().subheading());
  hereColumn->addWidget(hereTitle);
  key_ = new KeyForm(tr("Approve with this key"), here);
  hereColumn->addWidget(key_);
  hereColumn->addStretch();
  ways->addWidget(here, 0, 0);
  auto* elsewhere = new QFrame(second);
  setLook(*elsewhere, "sunken");
  auto* elsewhereColumn = new QVBoxLayout(elsewhere);
  elsewhereColumn->setContentsMargins(14, 12, 14, 14);
  elsewhereColumn->setSpacing(8);
  auto* elsewhereTitle = new PlainLabel(tr("On another computer"), elsewhere);
  elsewhereTitle->setFont(Theme::instance().subheading());
  elsewhereColumn->addWidget(elsewhereTitle);
  auto* words = new PlainLabel(
      tr("Send the request as a file; the approver opens it under “Approve a request” and sends a "
         "small answer back. Neither the way nor this cluster has to be trusted."),
      elsewhere);
  words->look("muted").wrapped();
  elsewhereColumn->addWidget(words);
  export_ = new QPushButton(tr("Export the request …"), elsewhere);
  export_->setObjectName(QStringLiteral("exportRequest"));
  import_ = new QPushButton(tr("Import the answer …"), elsewhere);
  import_->setObjectName(QStringLiteral("importAnswer"));
  elsewhereColumn->addWidget(export_, 0, Qt::AlignLeading);
  elsewhereColumn->addWidget(import_, 0, Qt::AlignLeading);
  fileSaid_ = new PlainLabel({}, elsewhere);
  fileSaid_->setObjectName(QStringLiteral("fileSaid"));
  fileSaid_->wrapped();
  elsewhereColumn->addWidget(fileSaid_);
  elsewhereColumn->addStretch();
  ways->addWidget(elsewhere, 0, 1);
  second->body().addLayout(ways);
  content().addWidget(second);
  content().addStretch();

  bind(QStringLiteral("registration"), register_, registration);
  bind(QStringLiteral("request"), askAgain_, request);
  bind(QStringLiteral("approval"), key_->firstField(), line);
  for (std::size_t at = 0; at < issuance::kMaxApprovals; ++at)
    bind(QStringLiteral("approvals[%1]").arg(at), key_->firstField(), nullptr);
  connect(register_, &QPushButton::clicked, this, [this] {
    showAllIssues();
    if (draft().tracker.state == issuance::TrackerState::kRegistering)
      this->run().ask();
    else
      this->run().registerAsset();
  });
  connect(askAgain_, &QPushButton::clicked, this, [this] { (void)this->run().askAgain(); });
  connect(key_, &KeyForm::wanted, this,
          [this](const QByteArray& file, const QString& phrase) { this->run().approveWith(file, phrase); });
  connect(export_, &QPushButton::clicked, this, [this] {
    auto* dialog = new QFileDialog(this, tr("Export the approval request"), {},
                                   tr("Approval requests (*.approval-request)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("approval-request"));
    dialog->selectFile(qtText(draft().term("symbol")) + QStringLiteral(".approval-request"));
    connect(dialog, &QFileDialog::fileSelected, this, &ApprovalStep::exportTo);
    dialog->open();
  });
  connect(import_, &QPushButton::clicked, this, [this] {
    auto* dialog = new QFileDialog(this, tr("Import an approval"), {}, tr("Approvals (*.approval)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ApprovalStep::importFrom);
    dialog->open();
  });
}

void ApprovalStep::exportTo(const QString& path) {
  const auto request = run().request();
  if (!request) return;
  const std::string json = issuance::toJson(*request) + "\n";
  writeFile(path, QByteArray::fromStdString(json)).then(this, [this, path](const Reply<bool>& written) {
    fileSaid_->setText(written ? tr("Written to %1.").arg(leftToRight(tame(path)))
                               : written.error().message + QLatin1Char(' ') + written.error().remedy);
    fileSaid_->tone(written ? "ok" : "fail");
  });
}

void ApprovalStep::importFrom(const QString& path) {
  readFile(path, static_cast<qint64>(issuance::kMaxApprovalFileBytes) + 1)
      .then(this, [this](const Reply<QByteArray>& bytes) {
        fileSaid_->setText(bytes ? QString() : bytes.error().message);
        fileSaid_->tone(bytes ? nullptr : "fail");
        if (bytes) run().importApproval(*bytes);
      });
}

void ApprovalStep::fill() {
  const bool idle = run().work() == IssuanceRun::Work::kNone;
  const auto request = flow().approvalRequest();
  const bool locked = flow().isLocked(step());
  const bool sound = flow().issueToken().has_value();
  fillRegistration();
  fillRequest();
  approvalCard_->setEnabled(!flow().needsRegistration());
  digest_->setValue(request ? qtText(toHex(request->digest().view())) : QString(), 40);
  key_->setReady(idle && !locked && sound);
  key_->setBusy(run().work() == IssuanceRun::Work::kApproving);
  askAgain_->setVisible(draft().approvalsUntil != Nanoseconds());
  askAgain_->setEnabled(idle && !locked && sound);
  export_->setEnabled(idle && !locked && sound);
  import_->setEnabled(idle && !locked && request.has_value());
  fillApprovals();
}

void ApprovalStep::fillRegistration() {
  const bool idle = run().work() == IssuanceRun::Work::kNone;
  const auto& tracker = draft().tracker;
  clear(*summary_);
  register_->setVisible(flow().needsRegistration());
  const bool sent = tracker.state == issuance::TrackerState::kRegistering;
  register_->setEnabled(idle);
  if (!idle)
    register_->setText(tr("Registering …"));
  else
    register_->setText(sent ? tr("Ask what became of it") : tr("Sign and register"));
  if (!flow().needsRegistration()) {
    registered_->setText(tracker.registeredAt == Height(0)
                             ? tr("✓ The asset is on the register as number %1.").arg(draft().asset.value)
                             : tr("✓ The asset is on the register as number %1, since block %2.")
                                   .arg(draft().asset.value)
                                   .arg(tracker.registeredAt.value));
    registered_->tone("ok");
    return;
  }
  registered_->tone(nullptr);
  if (tracker.state == issuance::TrackerState::kRegistering) {
    registered_->setText(idle ? tr("It is not known yet whether the registration reached the ledger.")
                              : tr("The registration is on its way to the ledger."));
    return;
  }
  registered_->setText(tr("You sign this with your own key. A registered asset stays on the register."));
  addSummary(*summary_,
             {{fieldText("template"), templateText(qtText(draft().templateName))},
              {fieldText("asset_key"), leftToRight(tame(qtText(draft().assetKey)))},
              {fieldText("asset_name"), tame(qtText(draft().assetName))},
              {fieldText("records"), QString::number(draft().records.size())},
              {fieldText("documents"), QString::number(draft().documents.size())}},
             this);
}

void ApprovalStep::fillRequest() {
  const Nanoseconds until = draft().approvalsUntil;
  const std::size_t given = draft().approvals.size();
  const bool ended = flow().approvalEnded();
  asked_->tone(ended ? "fail" : nullptr);
  if (until == Nanoseconds())
    asked_->setText(tr("Nobody is asked yet. A request, and every approval of it, is good for %1 hours; "
                       "issue within that time.")
                        .arg(issuance::IssuanceFlow::kRequestHours));
  else if (ended)
    asked_->setText(
        tr("✗ The request was good until %1, and so was every approval of it.").arg(endText(until)));
  else
    asked_->setText(tr("The request is good until %1, and so is every approval of it.").arg(endText(until)));
  if (until != shownUntil_ && shownGiven_ != 0)
    renewed_->setText(
        tr("This is a new request with another end. %n earlier approval(s) do not count for it.", nullptr,
           static_cast<int>(shownGiven_)));
  else if (given != 0 || renewed_->text().isEmpty())
    renewed_->setText(tr("A new request has another end; what was approved before does not count for it."));
  renewed_->setVisible(until != Nanoseconds());
  shownUntil_ = until;
  shownGiven_ = given;
}

void ApprovalStep::fillApprovals() {
  clear(*approvals_);
  const auto issues = flow().issues(step());
  for (std::size_t at = 0; at < draft().approvals.size(); ++at) {
    const auto& approval = draft().approvals[at];
    const std::string field = "approvals[" + std::to_string(at) + "]";
    const bool fits = std::ranges::find(issues, field, &issuance::Issue::field) == issues.end();
    const bool ended = flow().approvalEnded();
    auto* holder = new QWidget(approvalCard_);
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    if (ended)
      row->addWidget(new Chip(tr("✗ Ended"), "fail", holder));
    else
      row->addWidget(
          new Chip(fits ? tr("✓ Approved") : tr("! For other terms"), fits ? "ok" : "warn", holder));
    const QString end = endText(draft().approvalsUntil);
    auto* until =
        new PlainLabel(ended ? tr("was good until %1").arg(end) : tr("good until %1").arg(end), holder);
    until->setObjectName(QStringLiteral("approval-%1-until").arg(at));
    until->look("muted");
    row->addWidget(until);
    auto* key = new CopyField(tr("Approver's key"), holder);
    key->setValue(qtText(toHex(approval.approver.view())));
    row->addWidget(key, 1);
    auto* remove = new QPushButton(tr("Remove"), holder);
    remove->setObjectName(QStringLiteral("approval-%1-remove").arg(at));
    remove->setAccessibleName(tr("Remove approval %1").arg(at + 1));
    setLook(*remove, "quiet");
    remove->setEnabled(!flow().isLocked(step()));
    row->addWidget(remove);
    connect(remove, &QPushButton::clicked, this, [this, approver = approval.approver] {
      (void)run().edit([&](issuance::IssuanceFlow& to) { return to.removeApproval(approver); });
      key_->firstField()->setFocus();
    });
    approvals_->addWidget(holder);
  }
}

}  // namespace aurigraph::ui
