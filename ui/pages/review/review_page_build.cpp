// What the page is made of, and its keys.

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include "ui/pages/review/decision_panel.h"
#include "ui/pages/review/item_panel.h"
#include "ui/pages/review/queue_panel.h"
#include "ui/pages/review/review_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

namespace aurigraph::ui {

QWidget* ReviewPage::build() {
  auto* content = new QWidget(this);
  queue_ = new QueuePanel(content);
  item_ = new ItemPanel(content);
  decision_ = new DecisionPanel(*desk_, *outbox_, *clock_, content);
  queue_->setObjectName(QStringLiteral("reviewQueue"));
  item_->setObjectName(QStringLiteral("reviewItem"));
  decision_->setObjectName(QStringLiteral("reviewDecision"));

  question_ = new QFrame(content);
  question_->setObjectName(QStringLiteral("leftOver"));
  setLook(*question_, "banner");
  setTone(*question_, "warn");
  questionText_ = new PlainLabel({}, question_);
  questionText_->setObjectName(QStringLiteral("leftOverText"));
  questionText_->wrapped();
  auto* openDraft = new QPushButton(tr("Open the draft"), question_);
  openDraft->setObjectName(QStringLiteral("leftOverOpen"));
  auto* discard = new QPushButton(tr("Discard it"), question_);
  discard->setObjectName(QStringLiteral("leftOverDiscard"));
  auto* questionRow = new QHBoxLayout(question_);
  questionRow->addWidget(questionText_, 1);
  questionRow->addWidget(openDraft);
  questionRow->addWidget(discard);
  question_->hide();
  connect(openDraft, &QPushButton::clicked, this, [this] {
    if (questions_.isEmpty()) return;
    const QString id = questions_.takeFirst().decision.record;
    arrangeQuestion();
    (void)open(QStringLiteral("review"), id);
  });
  connect(discard, &QPushButton::clicked, this, [this] {
    if (questions_.isEmpty()) return;
    desk_->discardDraft(questions_.takeFirst().decision.record);
    arrangeQuestion();
  });

  waitingBar_ = new QFrame(content);
  setLook(*waitingBar_, "banner");
  waitingText_ = new PlainLabel({}, waitingBar_);
  waitingText_->setObjectName(QStringLiteral("waitingElsewhere"));
  waitingText_->wrapped();
  auto* waitingRow = new QHBoxLayout(waitingBar_);
  waitingRow->addWidget(waitingText_);
  waitingBar_->hide();

  selection_ = new QFrame(content);
  setLook(*selection_, "sunken");
  selectionText_ = new PlainLabel({}, selection_);
  auto* claimAll = new QPushButton(tr("Claim all"), selection_);
  claimAll->setObjectName(QStringLiteral("claimSelection"));
  auto* releaseAll = new QPushButton(tr("Release all"), selection_);
  releaseAll->setObjectName(QStringLiteral("releaseSelection"));
  auto* selectionRow = new QHBoxLayout(selection_);
  selectionRow->addWidget(selectionText_, 1);
  selectionRow->addWidget(claimAll);
  selectionRow->addWidget(releaseAll);
  selection_->hide();
  connect(claimAll, &QPushButton::clicked, this, [this] { claimSelection(true); });
  connect(releaseAll, &QPushButton::clicked, this, [this] { claimSelection(false); });

  auto* queueSide = new QWidget(content);
  auto* queueColumn = new QVBoxLayout(queueSide);
  queueColumn->setContentsMargins(16, 12, 10, 16);
  auto* heading = new PlainLabel(title(), queueSide);
  heading->setFont(Theme::instance().heading());
  queueColumn->addWidget(heading);
  queueColumn->addWidget(queue_, 1);
  queueColumn->addWidget(selection_);
  auto* itemSide = new QWidget(content);
  auto* itemColumn = new QVBoxLayout(itemSide);
  itemColumn->setContentsMargins(12, 16, 10, 16);
  itemColumn->addWidget(item_);
  auto* decisionSide = new QWidget(content);
  auto* decisionColumn = new QVBoxLayout(decisionSide);
  decisionColumn->setContentsMargins(12, 16, 16, 16);
  decisionColumn->addWidget(decision_);

  inner_ = new QSplitter(Qt::Horizontal, content);
  inner_->setObjectName(QStringLiteral("itemAndDecision"));
  inner_->addWidget(itemSide);
  inner_->addWidget(decisionSide);
  outer_ = new QSplitter(Qt::Horizontal, content);
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

  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* banners = new QVBoxLayout;
  banners->setContentsMargins(16, 0, 16, 0);
  banners->addWidget(question_);
  banners->addWidget(waitingBar_);
  column->addLayout(banners);
  column->addWidget(outer_, 1);
  return content;
}

QList<Shortcut> ReviewPage::shortcuts() const {
  return {{QKeySequence(Qt::Key_J), tr("Next record")},
          {QKeySequence(Qt::Key_K), tr("Previous record")},
          {QKeySequence(Qt::SHIFT | Qt::Key_J), tr("Select the next record too")},
          {QKeySequence(Qt::SHIFT | Qt::Key_K), tr("Select the previous record too")},
          {QKeySequence(Qt::Key_Return), tr("Go into the record; unfold a check")},
          {QKeySequence(Qt::Key_C), tr("Claim or release")},
          {QKeySequence(Qt::Key_A), tr("Choose to approve")},
          {QKeySequence(Qt::Key_R), tr("Choose to reject")},
          {QKeySequence(Qt::Key_1), tr("Checks")},
          {QKeySequence(Qt::Key_2), tr("How the score came about")},
          {QKeySequence(Qt::Key_3), tr("Raw bytes")},
          {QKeySequence(Qt::Key_4), tr("Changes")},
          {QKeySequence(Qt::Key_5), tr("Earlier records")},
          {QKeySequence(Qt::Key_D), tr("Changes; again: changed fields only, or all")},
          {QKeySequence(Qt::Key_O), tr("Raw bytes, with the chosen reason's field marked")},
          {QKeySequence(Qt::CTRL | Qt::Key_Return),
           tr("Commit the decision; it can be taken back for 8 seconds")},
          {QKeySequence(Qt::CTRL | Qt::Key_Z), tr("Take the decision back")},
          {QKeySequence(Qt::Key_N), tr("Show new records")},
          {QKeySequence(Qt::Key_Slash), tr("Filter the queue")}};
}

void ReviewPage::addKeys() {
  // Letters are of this page only, and editors keep what is typed into them (they take the key first).
  const auto on = [this](const QKeySequence& keys, auto&& act) {
    auto* shortcut = new QShortcut(keys, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, act);
  };
  on(Qt::Key_J, [this] { step(1); });
  on(Qt::Key_K, [this] { step(-1); });
  on(Qt::SHIFT | Qt::Key_J, [this] { (void)queue_->step(1, true); });
  on(Qt::SHIFT | Qt::Key_K, [this] { (void)queue_->step(-1, true); });
  on(Qt::Key_C, [this] { toggleClaim(); });
  on(Qt::Key_A, [this] { decision_->choose(wire::ReviewDecision::kApprove); });
  on(Qt::Key_R, [this] { decision_->choose(wire::ReviewDecision::kReject); });
  on(Qt::Key_1, [this] { item_->showTab(ItemPanel::kChecks); });
  on(Qt::Key_2, [this] { item_->showTab(ItemPanel::kScore); });
  on(Qt::Key_3, [this] { item_->showTab(ItemPanel::kRaw); });
  on(Qt::Key_4, [this] { item_->showTab(ItemPanel::kChanges); });
  on(Qt::Key_5, [this] { item_->showTab(ItemPanel::kEarlier); });
  on(Qt::Key_D, [this] { item_->toggleChangedOnly(); });
  on(Qt::Key_O, [this] { item_->showTab(ItemPanel::kRaw); });
  on(Qt::CTRL | Qt::Key_Return, [this] { desk_->commit(); });
  on(Qt::CTRL | Qt::Key_Enter, [this] { desk_->commit(); });
  on(Qt::CTRL | Qt::Key_Z, [this] { (void)outbox_->undo(); });
  on(Qt::Key_N, [this] { queue_->showArrivals(); });
  on(Qt::Key_Slash, [this] { queue_->focusFilter(); });
}

}  // namespace aurigraph::ui
