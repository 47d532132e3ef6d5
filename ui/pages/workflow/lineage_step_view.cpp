#include "ui/pages/workflow/lineage_step_view.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui {
namespace {

Ink inkOf(LineageStep::State state) {
  switch (state) {
    case LineageStep::State::kDone:
      return Ink::kOk;
    case LineageStep::State::kWaiting:
      return Ink::kWarn;
    case LineageStep::State::kRefused:
      return Ink::kFail;
  }
  return Ink::kMuted;
}

Ink softOf(LineageStep::State state) {
  switch (state) {
    case LineageStep::State::kDone:
      return Ink::kOkSoft;
    case LineageStep::State::kWaiting:
      return Ink::kWarnSoft;
    case LineageStep::State::kRefused:
      return Ink::kFailSoft;
  }
  return Ink::kCard;
}

}  // namespace

LineageStepView::LineageStepView(const LineageStep& step, bool first, bool last, QWidget* parent)
    : QFrame(parent), step_(step), first_(first), last_(last) {
  setObjectName(QStringLiteral("step-") + step.name);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(step.sentence());
  auto* title = new PlainLabel(step.title, this);
  title->setFont(Theme::instance().subheading());
  title->wrapped();
  auto* state = new Chip(step.stateSign() + u' ' + step.stateWord(), step.tone(), this);
  state->setFont(Theme::instance().small());
  auto* head = new QHBoxLayout;
  head->addWidget(title, 1);
  head->addWidget(state, 0, Qt::AlignTop);

  QStringList when;
  if (step.at.isValid()) when.append(timeText(step.at));
  if (!step.since.isEmpty()) when.append(step.since);
  if (!step.by.isEmpty()) when.append(tr("by %1").arg(isolated(step.by)));
  auto* line = new PlainLabel(when.join(QStringLiteral(" · ")), this);
  line->look("muted").wrapped();
  line->setFont(Theme::instance().small());
  if (step.at.isValid()) line->setToolTip(dateTimeText(step.at));
  buttons_ = new QHBoxLayout;
  buttons_->addWidget(line, 1);

  column_ = new QVBoxLayout(this);
  column_->setContentsMargins(layoutDirection() == Qt::RightToLeft ? 12 : gutter(), 10,
                              layoutDirection() == Qt::RightToLeft ? gutter() : 12, 14);
  column_->setSpacing(4);
  column_->addLayout(head);
  if (!when.isEmpty()) column_->addLayout(buttons_);
  if (!step.facts.isEmpty()) column_->addWidget(makeFacts());
  connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

int LineageStepView::gutter() const {
  return fontMetrics().height() * 3;
}

QWidget* LineageStepView::makeFacts() {
  auto* box = new QWidget(this);
  auto* grid = new QGridLayout(box);
  grid->setContentsMargins(0, 4, 0, 0);
  grid->setHorizontalSpacing(14);
  grid->setVerticalSpacing(3);
  grid->setColumnStretch(1, 1);
  grid->setColumnMinimumWidth(0, fontMetrics().averageCharWidth() * 20);  // The same in every step.
  int row = 0;
  for (const Fact& fact : step_.facts) {
    auto* label = new PlainLabel(fact.label, box);
    label->look("muted");
    grid->addWidget(label, row, 0, Qt::AlignTop);
    if (fact.kind == Fact::Kind::kDigest) {
      auto* field = new CopyField(fact.label, box);
      field->setValue(fact.value);
      grid->addWidget(field, row, 1);
    } else {
      auto* value =
          new PlainLabel(fact.kind == Fact::Kind::kQuote ? tr("“%1”").arg(fact.value) : fact.value, box);
      value->wrapped();
      grid->addWidget(value, row, 1);
    }
    ++row;
  }
  return box;
}

QPushButton* LineageStepView::addButton(const QString& objectName, const QString& text) {
  if (buttons_->parent() == nullptr) column_->insertLayout(1, buttons_);
  auto* button = new QPushButton(text, this);
  button->setObjectName(objectName);
  buttons_->addWidget(button, 0, Qt::AlignTop);
  return button;
}

void LineageStepView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (hasFocus()) {
    painter.setPen(QPen(color(Ink::kAccent), 2));
    painter.setBrush(color(Ink::kCard));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
  }
  const bool mirrored = layoutDirection() == Qt::RightToLeft;
  const double radius = fontMetrics().height() * 0.62;
  const QPointF middle(mirrored ? width() - gutter() / 2.0 : gutter() / 2.0,
                       12 + QFontMetricsF(Theme::instance().subheading()).height() / 2);
  // The line goes on to the next step; dashed where that has not happened.
  painter.setPen(QPen(color(Ink::kMuted), 2, Qt::SolidLine));
  if (!first_) {
    if (step_.state == LineageStep::State::kWaiting) painter.setPen(QPen(color(Ink::kMuted), 2, Qt::DotLine));
    painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), middle.y() - radius));
    painter.setPen(QPen(color(Ink::kMuted), 2, Qt::SolidLine));
  }
  if (!last_) painter.drawLine(QPointF(middle.x(), middle.y() + radius), QPointF(middle.x(), height()));
  painter.setPen(QPen(color(inkOf(step_.state)), 2,
                      step_.state == LineageStep::State::kWaiting ? Qt::DashLine : Qt::SolidLine));
  painter.setBrush(color(softOf(step_.state)));
  painter.drawEllipse(middle, radius, radius);
  QFont font = Theme::instance().subheading();
  painter.setFont(font);
  painter.setPen(color(inkOf(step_.state)));
  painter.drawText(QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius), Qt::AlignCenter,
                   step_.stateSign());
}

void LineageStepView::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
    Q_EMIT moveWanted(event->key() == Qt::Key_Up ? -1 : 1);
    return;
  }
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    // The step's own door, if it has one.
    if (auto* button = findChild<QPushButton*>()) return button->click();
  }
  QFrame::keyPressEvent(event);
}

}  // namespace aurigraph::ui
