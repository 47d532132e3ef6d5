#include "ui/wizard/view/submitted_step.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/wizard/view/words.h"

namespace aurigraph::ui {
namespace {

using issuance::TrackerState;

QString blockText(Height height) {
  return SubmittedStep::tr("in block %1").arg(leftToRight(amountText(QString::number(height.value), 0)));
}

}  // namespace

SubmittedStep::SubmittedStep(IssuanceRun& run, QWidget* parent)
    : StepView(issuance::Step::kSubmitted, run, parent),
      banner_(new QFrame(this)),
      headline_(new PlainLabel({}, banner_)),
      stages_(new QGridLayout),
      reasons_(new QVBoxLayout),
      batch_(new CopyField(tr("Digest of your batch"), this)) {
  setLook(*banner_, "banner");
  auto* inside = new QVBoxLayout(banner_);
  inside->setContentsMargins(16, 14, 16, 14);
  headline_->setObjectName(QStringLiteral("trackerHeadline"));
  headline_->setFont(Theme::instance().subheading());
  headline_->wrapped();
  inside->addWidget(headline_);
  content().addWidget(banner_);
  auto* card = new Card({}, {}, this);
  stages_->setColumnStretch(2, 1);
  stages_->setHorizontalSpacing(14);
  stages_->setVerticalSpacing(12);
  card->body().addLayout(stages_);
  auto* row = new QHBoxLayout;
  auto* label = new PlainLabel(tr("Digest of your batch"), card);
  label->look("muted");
  row->addWidget(label);
  row->addWidget(batch_);
  row->addStretch();
  card->body().addLayout(row);
  content().addWidget(card);
  reasons_->setSpacing(8);
  content().addLayout(reasons_);
  auto* buttons = new QHBoxLayout;
  show_ = new QPushButton(tr("Show the asset"), this);
  show_->setObjectName(QStringLiteral("showAsset"));
  setLook(*show_, "primary");
  another_ = new QPushButton(tr("Start another issue"), this);
  another_->setObjectName(QStringLiteral("startAnother"));
  ask_ = new QPushButton(tr("Ask what became of it"), this);
  ask_->setObjectName(QStringLiteral("askAgain"));
  for (QPushButton* each : {show_, ask_, another_}) buttons->addWidget(each);
  buttons->addStretch();
  content().addLayout(buttons);
  content().addStretch();
  connect(show_, &QPushButton::clicked, this, [this] { Q_EMIT assetWanted(draft().asset.value); });
  connect(another_, &QPushButton::clicked, this, &SubmittedStep::anotherWanted);
  connect(ask_, &QPushButton::clicked, this, [this] { this->run().ask(); });
}

void SubmittedStep::fill() {
  const auto& tracker = draft().tracker;
  const auto state = tracker.state;
  const QString symbol = leftToRight(tame(qtText(draft().term("symbol"))));
  const bool idle = run().work() == IssuanceRun::Work::kNone;
  const bool refused = state == TrackerState::kRefused;
  switch (state) {
    case TrackerState::kFinal:
      headline_->setText(tr("✓ %1 is issued, and final.").arg(symbol));
      setTone(*banner_, "ok");
      break;
    case TrackerState::kRefused:
      headline_->setText(
          tr("✗ The ledger refused %1. Nothing was issued; correct it and sign again.").arg(symbol));
      setTone(*banner_, "fail");
      break;
    case TrackerState::kCommitted:
      headline_->setText(tr("%1 is issued. A certificate makes it final in a moment.").arg(symbol));
      setTone(*banner_, nullptr);
      break;
    default:
      headline_->setText(idle ? tr("It is not known yet whether %1 reached the ledger.").arg(symbol)
                              : tr("%1 is on its way to the ledger.").arg(symbol));
      setTone(*banner_, idle ? "warn" : nullptr);
  }
  clear(*stages_);
  int row = 0;
  const auto stage = [&](bool done, bool failed, const QString& what, const QString& facts) {
    auto* sign = new PlainLabel(failed ? QStringLiteral("✗")
                                : done ? QStringLiteral("✓")
                                       : QStringLiteral("○"),
                                this);
    sign->tone(failed ? "fail" : done ? "ok" : nullptr);
    //: State of a stage, for whoever listens.
    sign->setAccessibleName(failed ? tr("refused") : done ? tr("done") : tr("waiting"));
    auto* name = new PlainLabel(what, this);
    auto* more = new PlainLabel(done && !failed ? facts : QString(), this);
    more->look("muted");
    stages_->addWidget(sign, row, 0);
    stages_->addWidget(name, row, 1);
    stages_->addWidget(more, row, 2);
    ++row;
  };
  stage(true, false, tr("Asset registered"),
        tracker.registeredAt == Height(0)
            ? tr("number %1").arg(draft().asset.value)
            : tr("number %1, %2").arg(draft().asset.value).arg(blockText(tracker.registeredAt)));
  stage(true, false, tr("Signed and sent"), {});
  const bool committed = state == TrackerState::kCommitted || state == TrackerState::kFinal;
  stage(committed, refused, tr("Committed"), blockText(tracker.committedAt));
  stage(state == TrackerState::kFinal, false, tr("Final"),
        tr("certified up to block %1")
            .arg(leftToRight(amountText(QString::number(tracker.certifiedAt.value), 0))));
  batch_->setValue(tracker.issueBatch.isZero() ? QString() : qtText(toHex(tracker.issueBatch.view())), 40);
  show_->setVisible(committed);
  another_->setVisible(committed);
  ask_->setVisible(state == TrackerState::kIssuing);
  ask_->setEnabled(idle);
  clear(*reasons_);
  if (!refused) return;
  for (const auto& reason : tracker.why) {
    const issuance::Issue issue = issuance::issueOf(reason);
    auto* holder = new QFrame(this);
    setLook(*holder, "card");
    auto* line = new QHBoxLayout(holder);
    auto* words = new IssueLine(holder);
    words->show({issue});
    line->addWidget(words, 1);
    const bool placed = issue.step != issuance::Step::kPrecheck;
    const QString field = fieldText(issue.field.substr(0, issue.field.find('[')));
    auto* go = new QPushButton(placed ? tr("Go to: %1").arg(field) : tr("Back to the pre-check"), holder);
    go->setObjectName(QStringLiteral("goTo-") + qtText(issue.code));
    line->addWidget(go);
    connect(go, &QPushButton::clicked, this,
            [this, issue] { Q_EMIT issueFollowed(qtText(run().follow(issue))); });
    reasons_->addWidget(holder);
  }
}

}  // namespace aurigraph::ui
