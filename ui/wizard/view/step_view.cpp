#include "ui/wizard/view/step_view.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/wizard/view/words.h"

namespace aurigraph::ui {

StepView::StepView(issuance::Step step, IssuanceRun& run, QWidget* parent)
    : ScrollBody(parent),
      step_(step),
      run_(run),
      content_(new QVBoxLayout(this)),
      general_(new IssueLine(this)) {
  setObjectName(QStringLiteral("step-") + qtText(issuance::nameOf(step)));
  content_->setSpacing(12);
  content_->setContentsMargins(4, 4, 12, 12);
  auto* heading = new PlainLabel(stepHeading(step), this);
  heading->setFont(Theme::instance().heading());
  heading->wrapped();
  content_->addWidget(heading);
  auto* sentence = new PlainLabel(stepSentence(step), this);
  sentence->look("muted").wrapped();
  content_->addWidget(sentence);
  content_->addWidget(general_);
}

void StepView::bind(const QString& field, QWidget* editor, IssueLine* line) {
  bound_.insert(field, {editor, line});
  order_ << field;
  editor->setProperty("fields", editor->property("fields").toStringList() << field);
  editor->installEventFilter(this);
  if (auto* edit = qobject_cast<QLineEdit*>(editor))
    connect(edit, &QLineEdit::returnPressed, this, &StepView::nextWanted);
}

void StepView::unbind(const QString& prefix) {
  bound_.removeIf([&](const auto& entry) { return entry.key().startsWith(prefix); });
  order_.removeIf([&](const QString& field) { return field.startsWith(prefix); });
}

bool StepView::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusOut) {
    for (const QString& field : watched->property("fields").toStringList()) touched_.insert(field);
    showIssues();
  }
  return ScrollBody::eventFilter(watched, event);
}

void StepView::update() {
  // A step that was left once hides nothing any more.
  all_ = all_ || draft().furthest > step_;
  fill();
  showIssues();
}

void StepView::showAllIssues() {
  all_ = true;
  showIssues();
}

void StepView::showIssues() {
  QHash<QString, issuance::Issues> byField;
  issuance::Issues general;
  for (const auto& issue : flow().issues()) {
    if (issue.step != step_) continue;
    const QString field = qtText(issue.field);
    const bool ledgers = issue.messageKey == "issuance.ledger";
    const bool warning = issue.severity == issuance::Severity::kWarning;
    if (!all_ && !ledgers && !warning && !touched_.contains(field)) continue;
    if (const auto at = bound_.constFind(field); at != bound_.constEnd() && at->line != nullptr)
      byField[field].push_back(issue);
    else
      general.push_back(issue);
  }
  QHash<QWidget*, bool> wrong;
  for (auto at = bound_.cbegin(); at != bound_.cend(); ++at) {
    const auto& issues = byField[at.key()];
    if (at->line != nullptr) at->line->show(issues);
    wrong[at->editor] = wrong.value(at->editor) || issuance::anyError(issues);
  }
  for (auto at = wrong.cbegin(); at != wrong.cend(); ++at) setTone(*at.key(), at.value() ? "fail" : nullptr);
  general_->show(general);
}

QString StepView::firstError() const {
  QSet<QString> wrong;
  for (const auto& issue : flow().issues())
    if (issue.step == step_ && issue.severity == issuance::Severity::kError)
      wrong.insert(qtText(issue.field));
  for (const QString& field : order_)
    if (wrong.contains(field)) return field;
  return {};
}

bool StepView::focusOn(const QString& field) {
  auto at = bound_.constFind(field);
  // "serials" and "documents" mean their first row.
  if (at == bound_.constEnd() && !field.isEmpty())
    for (const QString& name : order_)
      if (name.startsWith(field)) {
        at = bound_.constFind(name);
        break;
      }
  if (at == bound_.constEnd() && !order_.isEmpty()) at = bound_.constFind(order_.first());
  QWidget* target = at == bound_.constEnd() ? nullptr : at->editor;
  if (target == nullptr || !target->isEnabled()) {
    // The first thing that takes the focus, in the order of Tab.
    target = nullptr;
    for (QWidget* next = nextInFocusChain(); next != nullptr && next != this; next = next->nextInFocusChain())
      if (isAncestorOf(next) && next->isEnabled() && !next->isHidden() &&
          (next->focusPolicy() & Qt::TabFocus)) {
        target = next;
        break;
      }
  }
  if (target == nullptr) return false;
  // Of choices that exclude each other, the chosen one.
  if (auto* choice = qobject_cast<QAbstractButton*>(target); choice != nullptr && choice->group() != nullptr)
    if (QAbstractButton* chosen = choice->group()->checkedButton()) target = chosen;
  target->setFocus(Qt::OtherFocusReason);
  if (auto* edit = qobject_cast<QLineEdit*>(target)) edit->selectAll();
  return true;
}

}  // namespace aurigraph::ui
