#include "ui/pages/workflow/stage_card.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/pages/workflow/outcome_bars.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui {
namespace {

constexpr int kEnds = 8;
constexpr int kMargin = 10;

QFont figureOf(qreal factor) {
  QFont font = Theme::instance().subheading();
  font.setPointSizeF(font.pointSizeF() * factor);
  return font;
}

}  // namespace

StageCard::StageCard(const QString& stage, QWidget* parent)
    : QAbstractButton(parent),
      stage_(stage),
      head_(new QWidget(this)),
      total_(new PlainLabel({}, head_)),
      rate_(new PlainLabel({}, head_)),
      notes_(new QWidget(this)),
      waiting_(new PlainLabel({}, notes_)),
      trouble_(new PlainLabel({}, notes_)),
      bars_(new OutcomeBars(this)),
      grid_(new QGridLayout(this)) {
  setObjectName(QStringLiteral("stage-") + stage);
  setCheckable(true);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  setToolTip(stagePurpose(stage));
  auto* name = new PlainLabel(stageText(stage), head_);
  name->setFont(Theme::instance().subheading());
  total_->setFont(figureOf(1.35));
  rate_->look("muted");
  waiting_->tone("accent");
  trouble_->tone("fail");
  QFont small = Theme::instance().small();
  rate_->setFont(small);
  small.setWeight(QFont::DemiBold);
  waiting_->setFont(small);
  trouble_->setFont(small);

  auto* words = new QVBoxLayout(head_);
  words->setContentsMargins(0, 0, 0, 0);
  words->setSpacing(2);
  for (QWidget* each :
       {static_cast<QWidget*>(name), static_cast<QWidget*>(total_), static_cast<QWidget*>(rate_)})
    words->addWidget(each);
  auto* notes = new QVBoxLayout(notes_);
  notes->setContentsMargins(0, 0, 0, 0);
  notes->setSpacing(2);
  notes->addWidget(waiting_);
  notes->addWidget(trouble_);
  grid_->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
  grid_->setHorizontalSpacing(16);
  grid_->setVerticalSpacing(6);
  arrange();
  for (QWidget* child : findChildren<QWidget*>()) child->setAttribute(Qt::WA_TransparentForMouseEvents);
  connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
  set(Stage{.name = stage, .total = 0, .waiting = {}, .perMinute = {}, .outcomes = {}}, {});
}

void StageCard::arrange() {
  for (QWidget* each : {head_, static_cast<QWidget*>(bars_), notes_}) grid_->removeWidget(each);
  grid_->addWidget(head_, 0, 0, Qt::AlignTop);
  if (wide_) {
    grid_->addWidget(notes_, 1, 0, Qt::AlignTop);
    grid_->addWidget(bars_, 0, 1, 2, 1, Qt::AlignTop);
  } else {
    grid_->addWidget(bars_, 1, 0, Qt::AlignTop);
    grid_->addWidget(notes_, 2, 0, Qt::AlignBottom);
  }
  grid_->setColumnStretch(0, wide_ ? 2 : 1);
  grid_->setColumnStretch(1, wide_ ? 3 : 0);
  grid_->setRowStretch(1, 1);
}

void StageCard::setWide(bool wide) {
  if (wide == wide_) return;
  wide_ = wide;
  arrange();
}

int StageCard::narrowWidth() const {
  return 2 * kMargin + std::max({head_->minimumSizeHint().width(), bars_->minimumSizeHint().width(),
                                 notes_->minimumSizeHint().width()});
}

void StageCard::set(const Stage& stage, const QString& trouble) {
  total_->setText(countText(static_cast<double>(stage.total)));
  rate_->setText(stage.perMinute ? shortRateText(*stage.perMinute) : QString());
  // Zero waiting is nothing to look at.
  const qint64 waiting = stage.waiting.value_or(0);
  //: What waits at a stage now, on a narrow card
  waiting_->setText(tr("… %1 waiting").arg(QLocale().toString(waiting)));
  waiting_->setVisible(waiting > 0);
  trouble_->setText(QStringLiteral("⚠ ") + trouble);
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
    painter.drawRoundedRect(QRectF(kMargin, height() - 5, width() - 2 * kMargin, 3), 1.5, 1.5);
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
