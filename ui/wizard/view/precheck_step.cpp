#include "ui/wizard/view/precheck_step.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/wizard/view/words.h"

namespace aurigraph::ui {
namespace {

bool isOwnState(const issuance::Issue& issue) {
  return issue.code == "precheck.missing" || issue.code == "precheck.outdated";
}

}  // namespace

PrecheckStep::PrecheckStep(IssuanceRun& run, QWidget* parent)
    : StepView(issuance::Step::kPrecheck, run, parent),
      banner_(new QFrame(this)),
      verdict_(new PlainLabel({}, banner_)),
      list_(new QVBoxLayout),
      again_(new QPushButton(tr("Ask the ledger again"), this)) {
  setLook(*banner_, "banner");
  auto* inside = new QVBoxLayout(banner_);
  inside->setContentsMargins(16, 14, 16, 14);
  verdict_->setObjectName(QStringLiteral("verdict"));
  verdict_->setFont(Theme::instance().subheading());
  verdict_->wrapped();
  inside->addWidget(verdict_);
  content().addWidget(banner_);
  list_->setSpacing(8);
  content().addLayout(list_);
  again_->setObjectName(QStringLiteral("precheckAgain"));
  content().addWidget(again_, 0, Qt::AlignLeading);
  content().addStretch();
  bind(QStringLiteral("precheck"), again_, nullptr);
  connect(again_, &QPushButton::clicked, this, [this] { this->run().precheck(); });
}

void PrecheckStep::entered() {
  const auto own = flow().issues(step());
  if (std::ranges::any_of(own, isOwnState)) run().precheck();
}

void PrecheckStep::fill() {
  const bool asking = run().work() == IssuanceRun::Work::kChecking;
  const auto own = flow().issues(step());
  const bool open = std::ranges::any_of(own, isOwnState);
  clear(*list_);
  if (asking) {
    verdict_->setText(tr("Asking the ledger …"));
    setTone(*banner_, nullptr);
  } else if (open) {
    verdict_->setText(own.empty() ? QString() : issueText(own.front()));
    setTone(*banner_, "warn");
  } else if (own.empty()) {
    verdict_->setText(tr("✓ The ledger has no objection, as of block %1.")
                          .arg(draft().precheck ? draft().precheck->height.value : 0));
    setTone(*banner_, "ok");
  } else {
    verdict_->setText(
        tr("✗ The ledger would refuse it, for %n reason(s).", nullptr, static_cast<int>(own.size())));
    setTone(*banner_, "fail");
  }
  if (asking) return;
  for (const auto& issue : flow().issues())
    if (!isOwnState(issue) && (issue.step < step() || issue.messageKey == "issuance.ledger")) addRow(issue);
}

void PrecheckStep::addRow(const issuance::Issue& issue) {
  auto* holder = new QFrame(this);
  setLook(*holder, "card");
  auto* row = new QHBoxLayout(holder);
  row->setContentsMargins(14, 10, 14, 10);
  auto* line = new IssueLine(holder);
  line->show({issue});
  row->addWidget(line, 1);
  if (issue.step != step()) {
    const QString field = fieldText(issue.field.substr(0, issue.field.find('[')));
    auto* go = new QPushButton(tr("Go to: %1").arg(field), holder);
    go->setObjectName(QStringLiteral("goTo-") + qtText(issue.code));
    go->setAccessibleName(tr("Go to %1 in step %2").arg(field, stepText(issue.step)));
    row->addWidget(go);
    connect(go, &QPushButton::clicked, this,
            [this, issue] { Q_EMIT issueFollowed(qtText(run().follow(issue))); });
  }
  list_->addWidget(holder);
}

}  // namespace aurigraph::ui
