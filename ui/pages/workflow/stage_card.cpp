#include "ui/pages/workflow/stage_card.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/pages/workflow/outcome_bars.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui {
namespace {

constexpr int kEnds = 8;

QFont figureOf(qreal factor) {
  QFont font = Theme::instance().subheading();
  font.setPointSizeF(font.pointSizeF() * factor);
  return font;
}

}  // namespace

StageCard::StageCard(const QString& stage, int place, QWidget* parent)
    : QAbstractButton(parent),
      stage_(stage),
      total_(new PlainLabel({}, this)),
      rate_(new PlainLabel({}, this)),
      waiting_(new Chip({}, nullptr, this)),
      trouble_(new Chip({}, nullptr, this)),
      bars_(new OutcomeBars(this)) {
  setObjectName(QStringLiteral("stage-") + stage);
  setCheckable(true);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  setToolTip(stagePurpose(stage));
  auto* name = new PlainLabel(stageText(stage), this);
  name->setFont(Theme::instance().subheading());
  auto* number = new PlainLabel(QLocale().toString(place), this);
  number->look("muted");
  number->setFont(Theme::instance().small());
  total_->setFont(figureOf(1.35));
  rate_->look("muted");
  rate_->setFont(Theme::instance().small());
  waiting_->setFont(Theme::instance().small());
  trouble_->setFont(Theme::instance().small());

  auto* head = new QHBoxLayout;
  head->addWidget(name);
  head->addStretch();
  head->addWidget(number);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 10, 12, 10);
  column->setSpacing(4);
  column->addLayout(head);
  column->addWidget(total_);
  column->addWidget(rate_);
  column->addSpacing(4);
  column->addWidget(bars_);
  column->addStretch();
  column->addWidget(waiting_);
  column->addWidget(trouble_);
  for (QWidget* child : findChildren<QWidget*>()) child->setAttribute(Qt::WA_TransparentForMouseEvents);
  connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
  set(Stage{.name = stage, .total = 0, .waiting = {}, .perMinute = {}, .outcomes = {}}, {});
}

void StageCard::set(const Stage& stage, const QString& trouble) {
  total_->setText(countText(static_cast<double>(stage.total)));
  rate_->setText(stage.perMinute ? rateText(*stage.perMinute) : QString());
  // Zero waiting is nothing to look at.
  //: What waits at a stage now
  waiting_->set(
      stage.waiting.value_or(0) > 0 ? tr("… %1 waiting").arg(QLocale().toString(*stage.waiting)) : QString(),
      "accent");
  waiting_->setVisible(!waiting_->text().isEmpty());
  trouble_->set(trouble.isEmpty() ? QString() : QStringLiteral("⚠ ") + trouble, "fail");
  trouble_->setVisible(!trouble.isEmpty());
  bars_->set(stage.outcomes);
  const QString sentence = stageSentence(stage, trouble);
  if (sentence != accessibleName()) setAccessibleName(sentence);
}

QSize StageCard::sizeHint() const {
  return layout()->sizeHint();
}
QSize StageCard::minimumSizeHint() const {
  return layout()->minimumSize();
}

void StageCard::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double pen = hasFocus() ? 2 : 1;
  const bool strong = hasFocus() || isChecked() || hovered_;
  painter.setPen(QPen(color(strong ? Ink::kAccent : Ink::kLine), pen));
  painter.setBrush(color(isChecked() ? Ink::kAccentSoft : Ink::kCard));
  painter.drawRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), 8, 8);
  if (isChecked()) {  // Not by colour alone: a bar along the bottom, towards what is listed below.
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Ink::kAccent));
    painter.drawRoundedRect(QRectF(12, height() - 5, width() - 24, 3), 1.5, 1.5);
  }
}

void StageCard::keyPressEvent(QKeyEvent* event) {
  const bool mirrored = layoutDirection() == Qt::RightToLeft;
  switch (event->key()) {
    case Qt::Key_Left:
      Q_EMIT moveWanted(mirrored ? 1 : -1);
      return;
    case Qt::Key_Right:
      Q_EMIT moveWanted(mirrored ? -1 : 1);
      return;
    case Qt::Key_Home:
      Q_EMIT moveWanted(-kEnds);
      return;
    case Qt::Key_End:
      Q_EMIT moveWanted(kEnds);
      return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      click();
      return;
    default:
      QAbstractButton::keyPressEvent(event);
  }
}

bool StageCard::event(QEvent* event) {
  if (event->type() == QEvent::Enter || event->type() == QEvent::Leave) {
    hovered_ = event->type() == QEvent::Enter;
    update();
  }
  return QAbstractButton::event(event);
}

}  // namespace aurigraph::ui
