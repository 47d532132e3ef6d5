#include "ui/wizard/view/wizard_view.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/wizard/view/make_step_view.h"
#include "ui/wizard/view/review_step.h"
#include "ui/wizard/view/submitted_step.h"
#include "ui/wizard/view/words.h"

namespace aurigraph::ui {
namespace {

using issuance::Step;
using issuance::StepMark;

constexpr int kSideCharacters = 26;
constexpr int kContentCharacters = 118;

Step stepAt(std::size_t at) {
  return static_cast<Step>(at);
}

QScrollArea* scrollOf(QWidget* content) {
  return qobject_cast<QScrollArea*>(content->parentWidget()->parentWidget());
}

const char* signOf(StepMark mark) {
  switch (mark) {
    case StepMark::kDone:
      return "✓";
    case StepMark::kError:
      return "!";
    case StepMark::kSkipped:
      return "–";
    case StepMark::kCurrent:
      return "●";
    case StepMark::kOpen:
      return "○";
  }
  return "";
}

}  // namespace

WizardView::WizardView(IssuanceRun& run, QWidget* parent)
    : QWidget(parent),
      run_(run),
      stack_(new QStackedWidget(this)),
      problem_(new QFrame(this)),
      problemText_(new PlainLabel({}, problem_)),
      problemCode_(new PlainLabel({}, problem_)),
      saved_(new PlainLabel({}, this)),
      discardBand_(new QFrame(this)) {
  setObjectName(QStringLiteral("wizard"));
  auto* whole = new QHBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->setSpacing(20);
  whole->addWidget(makeSide());
  auto* right = new QVBoxLayout;
  right->setSpacing(10);
  setLook(*problem_, "banner");
  setTone(*problem_, "fail");
  auto* said = new QVBoxLayout(problem_);
  problemText_->setObjectName(QStringLiteral("wizardProblem"));
  problemText_->wrapped();
  problemCode_->look("muted").setTextInteractionFlags(Qt::TextSelectableByMouse);
  problemCode_->setFont(Theme::instance().small());
  said->addWidget(problemText_);
  said->addWidget(problemCode_);
  right->addWidget(problem_);
  for (std::size_t at = 0; at < issuance::kStepCount; ++at) {
    auto* scroll = new QScrollArea(stack_);
    scroll->setWidgetResizable(true);
    // The review is read before anything in it is pressed: arrow keys scroll it.
    const bool toRead = stepAt(at) == Step::kReview;
    scroll->setFocusPolicy(toRead ? Qt::StrongFocus : Qt::NoFocus);
    scroll->setObjectName(QStringLiteral("scroll-") + qtText(issuance::nameOf(stepAt(at))));
    if (toRead) scroll->setAccessibleName(tr("What will be issued, to read"));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    steps_[at] = makeStepView(stepAt(at), run_, scroll);
    steps_[at]->setMaximumWidth(fontMetrics().averageCharWidth() * kContentCharacters);
    scroll->setWidget(steps_[at]);
    stack_->addWidget(scroll);
    connect(steps_[at], &StepView::nextWanted, this, &WizardView::tryNext);
    connect(steps_[at], &StepView::issueFollowed, this, [this](const QString& field) {
      showStep();
      steps_[static_cast<std::size_t>(run_.flow().step())]->focusOn(field);
    });
  }
  right->addWidget(stack_, 1);
  right->addWidget(makeBottom());
  whole->addLayout(right, 1);

  auto* submitted = qobject_cast<SubmittedStep*>(step(Step::kSubmitted));
  connect(submitted, &SubmittedStep::assetWanted, this, &WizardView::assetWanted);
  connect(submitted, &SubmittedStep::anotherWanted, this, &WizardView::anotherWanted);
  connect(&run_, &IssuanceRun::changed, this, &WizardView::refresh);
  // What was pressed is gone or greyed now.
  connect(&run_, &IssuanceRun::moved, this, [this] {
    if (isVisible()) focusStep();
  });
  auto* forward = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
  forward->setContext(Qt::WidgetWithChildrenShortcut);
  connect(forward, &QShortcut::activated, this, &WizardView::tryNext);
  refresh();
}

QWidget* WizardView::makeSide() {
  auto* side = new QFrame(this);
  setLook(*side, "card");
  side->setFixedWidth(fontMetrics().averageCharWidth() * kSideCharacters);
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(8, 12, 8, 12);
  column->setSpacing(2);
  for (std::size_t at = 0; at < issuance::kStepCount; ++at) {
    auto* button = new QPushButton(side);
    button->setObjectName(QStringLiteral("mark-") + qtText(issuance::nameOf(stepAt(at))));
    setLook(*button, "rail");
    button->setCheckable(true);
    connect(button, &QPushButton::clicked, this, [this, at] { (void)run_.goTo(stepAt(at)); });
    marks_[at] = button;
    column->addWidget(button);
  }
  column->addStretch();
  saved_->setObjectName(QStringLiteral("wizardSaved"));
  saved_->setFont(Theme::instance().small());
  saved_->look("muted").wrapped();
  saved_->setContentsMargins(8, 0, 8, 0);
  column->addWidget(saved_);
  return side;
}

QWidget* WizardView::makeBottom() {
  auto* bottom = new QWidget(this);
  auto* column = new QVBoxLayout(bottom);
  column->setContentsMargins(0, 0, 0, 0);
  setLook(*discardBand_, "banner");
  setTone(*discardBand_, "warn");
  auto* band = new QHBoxLayout(discardBand_);
  auto* question =
      new PlainLabel(tr("Discard this draft? What you typed cannot be brought back."), discardBand_);
  question->wrapped();
  band->addWidget(question, 1);
  auto* keep = new QPushButton(tr("Keep it"), discardBand_);
  keep->setObjectName(QStringLiteral("discardKeep"));
  auto* really = new QPushButton(tr("Discard the draft"), discardBand_);
  really->setObjectName(QStringLiteral("discardConfirm"));
  setLook(*really, "danger");
  band->addWidget(keep);
  band->addWidget(really);
  discardBand_->hide();
  column->addWidget(discardBand_);

  auto* row = new QHBoxLayout;
  const auto button = [&](const QString& text, const char* name, const char* look) {
    auto* made = new QPushButton(text, bottom);
    made->setObjectName(QLatin1String(name));
    if (look != nullptr) setLook(*made, look);
    return made;
  };
  discard_ = button(tr("Discard …"), "wizardDiscard", "quiet");
  discard_->setAccessibleName(tr("Discard this draft"));
  close_ = button(tr("Save draft and close"), "wizardClose", "quiet");
  example_ = button(tr("Fill with example"), "wizardExample", nullptr);
  example_->setToolTip(tr("Only offered because this cluster is SIMULATED."));
  back_ = button(tr("&Back"), "wizardBack", nullptr);
  next_ = button(tr("&Next"), "wizardNext", "primary");
  row->addWidget(discard_);
  row->addWidget(close_);
  row->addStretch();
  row->addWidget(example_);
  row->addWidget(back_);
  row->addWidget(next_);
  column->addLayout(row);

  connect(discard_, &QPushButton::clicked, this, [this, keep] {
    discardBand_->show();
    keep->setFocus();
  });
  connect(keep, &QPushButton::clicked, this, [this] {
    discardBand_->hide();
    discard_->setFocus();
  });
  connect(really, &QPushButton::clicked, this, &WizardView::discardWanted);
  connect(close_, &QPushButton::clicked, this, [this] {
    run_.save();
    Q_EMIT closeWanted();
  });
  connect(back_, &QPushButton::clicked, this, [this] { (void)run_.back(); });
  connect(next_, &QPushButton::clicked, this, &WizardView::tryNext);
  connect(example_, &QPushButton::clicked, this, &WizardView::fillExample);
  return bottom;
}

void WizardView::setSigner(const QString& name) {
  qobject_cast<ReviewStep*>(step(Step::kReview))->setSigner(name);
}

void WizardView::refresh() {
  const Step now = run_.flow().step();
  if (shown_ != now) showStep();
  steps_[static_cast<std::size_t>(now)]->update();
  showMarks();
  sayProblem();
  saySaved();
  const bool working = run_.work() != IssuanceRun::Work::kNone;
  const auto state = run_.draft().tracker.state;
  const bool sent = now == Step::kSubmitted && state != issuance::TrackerState::kRefused;
  const bool registering = state == issuance::TrackerState::kRegistering;
  back_->setVisible(!sent);
  back_->setEnabled(now != Step::kTemplate && !working);
  next_->setVisible(now < Step::kReview);
  next_->setEnabled(!working);
  const auto name = [](Step to) { return stepText(to); };
  if (now != Step::kTemplate) {
    Step to = stepAt(static_cast<std::size_t>(now) - 1);
    if (run_.flow().isSkipped(to)) to = stepAt(static_cast<std::size_t>(to) - 1);
    back_->setAccessibleName(tr("Back to %1").arg(name(to)));
  } else {
    back_->setAccessibleName(tr("Back"));
  }
  if (now < Step::kReview) {
    Step to = stepAt(static_cast<std::size_t>(now) + 1);
    if (run_.flow().isSkipped(to)) to = stepAt(static_cast<std::size_t>(to) + 1);
    next_->setAccessibleName(tr("Next: %1").arg(name(to)));
  }
  const bool fillable = run_.flow().context().simulated && now <= Step::kDocuments &&
                        run_.flow().chosenTemplate() != nullptr && !run_.flow().isLocked(Step::kAsset);
  example_->setVisible(fillable);
  discard_->setVisible(!sent && !registering);
  close_->setText(sent ? tr("Close") : tr("Save draft and close"));
  orderTabs();
  // Once somebody approved, there is nothing to do here but to go on.
  const std::size_t approvals = run_.draft().approvals.size();
  if (approvals > approvals_ && now == Step::kApproval && isVisible()) next_->setFocus();
  approvals_ = approvals;
}

/// Fields that were made later would come last: they are put behind the steps at the side, before all that
/// belongs to other steps, which is hidden, and the buttons below.
void WizardView::orderTabs() {
  const Step now = run_.flow().step();
  if (now == Step::kAsset) return;  // Nothing there is made later, and an editable box bears no reordering.
  QList<QWidget*> tabs = {marks_.back()};
  auto* view = steps_[static_cast<std::size_t>(now)];
  if (auto* scroll = scrollOf(view); scroll->focusPolicy() != Qt::NoFocus) tabs << scroll;
  for (QWidget* each : view->findChildren<QWidget*>())
    if ((each->focusPolicy() & Qt::TabFocus) != 0 && each->focusProxy() == nullptr &&
        each->window() == window())
      tabs << each;
  if (tabs == tabs_) return;
  tabs_ = tabs;
  for (qsizetype at = 1; at < tabs.size(); ++at) setTabOrder(tabs[at - 1], tabs[at]);
}

void WizardView::showStep() {
  const Step now = run_.flow().step();
  shown_ = now;
  auto* view = steps_[static_cast<std::size_t>(now)];
  stack_->setCurrentIndex(static_cast<int>(now));
  view->update();
  view->entered();
  if (isVisible()) focusStep();
}

void WizardView::focusStep() {
  auto* view = steps_[static_cast<std::size_t>(run_.flow().step())];
  if (auto* scroll = scrollOf(view); scroll->focusPolicy() != Qt::NoFocus) {
    scroll->verticalScrollBar()->setValue(0);
    return scroll->setFocus();
  }
  if (!view->focusOn()) (next_->isVisible() ? next_ : close_)->setFocus();
}

void WizardView::showMarks() {
  for (std::size_t at = 0; at < issuance::kStepCount; ++at) {
    const StepMark mark = run_.flow().mark(stepAt(at));
    QPushButton* button = marks_[at];
    button->setText(QStringLiteral("%1  %2").arg(QString::fromUtf8(signOf(mark)), stepText(stepAt(at))));
    button->setAccessibleName(tr("Step %1 of %2: %3, %4")
                                  .arg(QString::number(at + 1), QString::number(issuance::kStepCount),
                                       stepText(stepAt(at)), markText(mark)));
    button->setChecked(mark == StepMark::kCurrent);
    button->setEnabled(mark == StepMark::kCurrent || run_.flow().mayGoTo(stepAt(at)));
  }
}

void WizardView::tryNext() {
  if (!next_->isVisible() || !next_->isEnabled()) return;
  const Step before = run_.flow().step();
  if (run_.next()) return;
  auto* view = steps_[static_cast<std::size_t>(before)];
  view->showAllIssues();
  view->focusOn(view->firstError());
}

void WizardView::fillExample() {
  // Unique enough for a cluster that means nothing; the pre-check has the last word.
  const auto& taken = run_.flow().context().symbolsTaken;
  const std::string number = std::to_string(taken.size() + 1);
  (void)run_.edit([&](issuance::IssuanceFlow& to) { return to.fillWithExample(number); });
  steps_[static_cast<std::size_t>(run_.flow().step())]->focusOn();
}

void WizardView::sayProblem() {
  const auto& problem = run_.problem();
  problem_->setVisible(problem.has_value());
  if (!problem) return;
  problemText_->setText(tame(problem->message) + QLatin1Char(' ') + tame(problem->remedy));
  problemCode_->setText(leftToRight(tame(problem->code)));
}

void WizardView::saySaved() {
  saved_->setText(run_.savedMs() == 0
                      ? tr("Your draft is kept on this computer as you type.")
                      : tr("Kept on this computer at %1.").arg(timeText(fromMilliseconds(run_.savedMs()))));
}

}  // namespace aurigraph::ui
