#include "ui/pages/review/review_frame.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include "ui/pages/review/decision_panel.h"
#include "ui/pages/review/item_panel.h"
#include "ui/pages/review/queue_panel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui {

ReviewFrame::ReviewFrame(const QString& title, ReviewDesk& desk, Outbox& outbox, ReviewClock& clock,
                         QWidget* parent)
    : QWidget(parent),
      queue_(new QueuePanel(this)),
      item_(new ItemPanel(this)),
      decision_(new DecisionPanel(desk, outbox, clock, this)),
      question_(makeQuestion()),
      waiting_(makeWaiting()),
      selection_(makeSelection()),
      outer_(new QSplitter(Qt::Horizontal, this)),
      inner_(new QSplitter(Qt::Horizontal, this)) {
  queue_->setObjectName(QStringLiteral("reviewQueue"));
  item_->setObjectName(QStringLiteral("reviewItem"));
  decision_->setObjectName(QStringLiteral("reviewDecision"));

  auto* queueSide = new QWidget(this);
  auto* queueColumn = new QVBoxLayout(queueSide);
  queueColumn->setContentsMargins(16, 12, 10, 16);
  auto* heading = new PlainLabel(title, queueSide);
  heading->setFont(Theme::instance().heading());
  queueColumn->addWidget(heading);
  queueColumn->addWidget(queue_, 1);
  queueColumn->addWidget(selection_);
  auto* itemSide = new QWidget(this);
  auto* itemColumn = new QVBoxLayout(itemSide);
  itemColumn->setContentsMargins(12, 16, 10, 16);
  itemColumn->addWidget(item_);
  auto* decisionSide = new QWidget(this);
  auto* decisionColumn = new QVBoxLayout(decisionSide);
  decisionColumn->setContentsMargins(12, 16, 16, 16);
  decisionColumn->addWidget(decision_);

  inner_->setObjectName(QStringLiteral("itemAndDecision"));
  inner_->addWidget(itemSide);
  inner_->addWidget(decisionSide);
  outer_->setObjectName(QStringLiteral("queueAndItem"));
  outer_->addWidget(queueSide);
  outer_->addWidget(inner_);
  for (QSplitter* each : {outer_, inner_}) {
    each->setChildrenCollapsible(false);
    each->setHandleWidth(1);
  }
  outer_->setStretchFactor(0, 30);
  outer_->setStretchFactor(1, 70);
  inner_->setStretchFactor(0, 45);
  inner_->setStretchFactor(1, 25);
  outer_->setSizes({300, 700});
  inner_->setSizes({450, 250});

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* banners = new QVBoxLayout;
  banners->setContentsMargins(16, 0, 16, 0);
  banners->addWidget(question_);
  banners->addWidget(waiting_);
  column->addLayout(banners);
  column->addWidget(outer_, 1);
}

QFrame* ReviewFrame::makeQuestion() {
  auto* bar = new QFrame(this);
  bar->setObjectName(QStringLiteral("leftOver"));
  setLook(*bar, "banner");
  setTone(*bar, "warn");
  questionText_ = new PlainLabel({}, bar);
  questionText_->setObjectName(QStringLiteral("leftOverText"));
  questionText_->wrapped();
  auto* openDraft = new QPushButton(tr("Open the draft"), bar);
  openDraft->setObjectName(QStringLiteral("leftOverOpen"));
  auto* discard = new QPushButton(tr("Discard it"), bar);
  discard->setObjectName(QStringLiteral("leftOverDiscard"));
  auto* row = new QHBoxLayout(bar);
  row->addWidget(questionText_, 1);
  row->addWidget(openDraft);
  row->addWidget(discard);
  bar->hide();
  connect(openDraft, &QPushButton::clicked, this, &ReviewFrame::leftOverOpened);
  connect(discard, &QPushButton::clicked, this, &ReviewFrame::leftOverDiscarded);
  return bar;
}

QFrame* ReviewFrame::makeWaiting() {
  auto* bar = new QFrame(this);
  setLook(*bar, "banner");
  waitingText_ = new PlainLabel({}, bar);
  waitingText_->setObjectName(QStringLiteral("waitingElsewhere"));
  waitingText_->wrapped();
  auto* row = new QHBoxLayout(bar);
  row->addWidget(waitingText_);
  bar->hide();
  return bar;
}

QFrame* ReviewFrame::makeSelection() {
  auto* bar = new QFrame(this);
  setLook(*bar, "sunken");
  selectionText_ = new PlainLabel({}, bar);
  auto* claimAll = new QPushButton(tr("Claim all"), bar);
  claimAll->setObjectName(QStringLiteral("claimSelection"));
  auto* releaseAll = new QPushButton(tr("Release all"), bar);
  releaseAll->setObjectName(QStringLiteral("releaseSelection"));
  auto* row = new QHBoxLayout(bar);
  row->addWidget(selectionText_, 1);
  row->addWidget(claimAll);
  row->addWidget(releaseAll);
  bar->hide();
  connect(claimAll, &QPushButton::clicked, this, [this] { Q_EMIT claimWanted(true); });
  connect(releaseAll, &QPushButton::clicked, this, [this] { Q_EMIT claimWanted(false); });
  return bar;
}

void ReviewFrame::ask(const QString& question) {
  question_->setVisible(!question.isEmpty());
  questionText_->setText(question);
}

void ReviewFrame::sayWaiting(const QString& sentence) {
  waiting_->setVisible(!sentence.isEmpty());
  waitingText_->setText(sentence);
}

void ReviewFrame::setSelected(int records) {
  selection_->setVisible(records > 1);
  selectionText_->setText(tr("%n records selected", nullptr, records));
}

void ReviewFrame::setThreePanes(bool three) {
  const auto wanted = three ? Qt::Horizontal : Qt::Vertical;
  if (inner_->orientation() == wanted) return;
  inner_->setOrientation(wanted);
  inner_->setSizes(three ? QList<int>{450, 250} : QList<int>{550, 450});
}

}  // namespace aurigraph::ui
