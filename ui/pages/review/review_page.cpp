#include "ui/pages/review/review_page.h"

#include <QApplication>
#include <QKeyEvent>
#include <QShortcut>

#include "ui/pages/review/decision_panel.h"
#include "ui/pages/review/entry.h"
#include "ui/pages/review/item_panel.h"
#include "ui/pages/review/queue_panel.h"
#include "ui/pages/review/review_frame.h"
#include "ui/widgets/format.h"

namespace aurigraph::ui {
namespace {

constexpr int kMostRecords = 1'000;             // What the gateway lists.
constexpr int kThreePanesFromCharacters = 150;  // Narrower, the decision goes below the record.
constexpr qint64 kAskAgainMs = 1'000;           // Events come in bursts; one question a second answers them.
constexpr int kMostAtOnce = 50;                 // Claims in one batch.

}  // namespace

ReviewPage::ReviewPage(PageContext context, QWidget* parent, std::unique_ptr<ReviewClock> clock)
    : Page(reviewEntry(), context, parent),
      clock_(clock ? std::move(clock) : std::make_unique<ReviewClock>()),
      outbox_(new Outbox(context.store, *clock_, this)),
      desk_(new ReviewDesk(context.store, *clock_, *outbox_, this)),
      frame_(new ReviewFrame(title(), *desk_, *outbox_, *clock_, this)),
      queue_(frame_->queue()),
      item_(frame_->item()),
      decision_(frame_->decision()) {
  setContent(frame_);
  addKeys();

  connect(clock_.get(), &ReviewClock::beat, this, &ReviewPage::beat);
  connect(queue_, &QueuePanel::currentChanged, this, [this](const QString& id) {
    if (!queueChanging_) openRecord(id);
  });
  connect(queue_, &QueuePanel::opened, this, [this](const QString& id) {
    openRecord(id);
    item_->showTab(ItemPanel::kChecks);
  });
  connect(queue_, &QueuePanel::selectionCountChanged, this,
          [this] { frame_->setSelected(static_cast<int>(queue_->selectedIds().size())); });
  connect(frame_, &ReviewFrame::claimWanted, this, &ReviewPage::claimSelection);
  connect(frame_, &ReviewFrame::leftOverOpened, this, [this] {
    if (questions_.isEmpty()) return;
    const QString id = questions_.takeFirst().decision.record;
    arrangeQuestion();
    (void)open(QStringLiteral("review"), id);
  });
  connect(frame_, &ReviewFrame::leftOverDiscarded, this, [this] {
    if (questions_.isEmpty()) return;
    desk_->discardDraft(questions_.takeFirst().decision.record);
    arrangeQuestion();
  });
  connect(item_, &ItemPanel::checkOpened, desk_, &ReviewDesk::markOpened);
  connect(item_, &ItemPanel::recordWanted, this,
          [this](const QString& id) { Q_EMIT openElsewhere(QStringLiteral("record"), id); });
  connect(decision_, &DecisionPanel::checkWanted, item_, &ItemPanel::openCheck);
  connect(decision_, &DecisionPanel::said, this, &Page::said);
  connect(desk_, &ReviewDesk::said, this, &Page::said);
  connect(desk_, &ReviewDesk::changed, this, [this] { item_->setOpened(desk_->opened()); });
  connect(desk_, &ReviewDesk::reloadWanted, this, [this] {
    loadRecord();
    loadQueue();
  });
  connect(desk_, &ReviewDesk::failed, this,
          [this](const ApiError& error) { tell(error.message + QLatin1Char(' ') + error.remedy, "fail"); });
  const auto notKept = [this](const ApiError& error) {
    tell(error.message + QLatin1Char(' ') + error.remedy, "warn");
  };
  connect(desk_, &ReviewDesk::notKept, this, notKept);
  connect(outbox_, &Outbox::notKept, this, notKept);
  connect(outbox_, &Outbox::changed, this, [this] {
    runClock();
    sayWaiting();
  });
  connect(outbox_, &Outbox::undone, this, [this](const Decision& decision) {
    Q_EMIT said(
        tr("Taken back; nothing was sent. Your draft about %1 is kept.").arg(tame(decision.label, 60)));
  });
  connect(outbox_, &Outbox::sent, this, [this](const Decision& decision, const Sent& sent) {
    const QString asset = tame(decision.label, 60);
    const QString block = QLocale().toString(sent.height);
    const QString outcome = decision.approves() ? tr("Approved: %1, recorded in block %2.").arg(asset, block)
                                                : tr("Rejected: %1, recorded in block %2.").arg(asset, block);
    Q_EMIT said(outcome);
    advance(decision.record);
    tell(outcome, "ok");
  });
  connect(outbox_, &Outbox::failed, this, [this](const Decision& decision, const ApiError& error) {
    desk_->restore(decision);
    tell(tr("%1 was not decided. %2 %3").arg(tame(decision.label, 60), error.message, error.remedy), "fail");
    recordStale_ = queueStale_ = true;
  });
  connect(outbox_, &Outbox::found, this, [this](const Decision& decision, qint64 keptMs, bool wasSending) {
    desk_->restore(decision);
    foundLeftOver({decision, keptMs, wasSending});
  });
}

ReviewPage::~ReviewPage() {
  // They speak while they go; the panels that listen are gone first.
  outbox_->disconnect();
  desk_->disconnect();
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

void ReviewPage::step(int by) {
  const QString current = queue_->currentId();
  // The open record left the queue: its neighbour is already the current row.
  if (!current.isEmpty() && !openId_.isEmpty() && queue_->model().rowOf(openId_) < 0)
    return openRecord(current);
  (void)queue_->step(by);
}

bool ReviewPage::settled() const {
  return Page::settled() && (openId_.isEmpty() || recordLoaded_);
}

QString ReviewPage::unsaved() const {
  const auto waiting = static_cast<int>(outbox_->waiting().size());
  if (waiting > 0)
    return tr(
        "%n decision(s) are not sent yet. If you quit now, they come back as drafts and are not sent by "
        "themselves.",
        nullptr, waiting);
  return {};
}

bool ReviewPage::open(const QString& what, const QString& id) {
  if (what != QLatin1String("review") && what != QLatin1String("record")) return false;
  toUnfold_ = id;
  if (id == openId_ && recordLoaded_) unfold();
  // Before the queue is there it would choose its first row itself.
  if (!queueKnown_)
    wantedId_ = id;
  else if (!queue_->select(id))
    openRecord(id);
  return true;
}

void ReviewPage::forget() {
  ++queueCall_;
  ++recordCall_;
  queue_->clear();
  item_->clear();
  openId_.clear();
  queueKnown_ = recordLoaded_ = queueLoading_ = queueStale_ = recordStale_ = false;
  questions_.clear();
  arrangeQuestion();
  decision_->setOutcome({}, nullptr);
  decision_->setConnection(connection());
  desk_->clear();
  desk_->setConnection(connection());
  outbox_->setConnection(connection());
}

void ReviewPage::refresh() {
  if (!connection()->identity().signedIn())
    return pane().show({.kind = PaneState::Kind::kForbidden,
                        .title = tr("Sign in to see the review queue."),
                        .text = tr("It is shown to reviewers, and to auditors to read."),
                        .action = {},
                        .error = {},
                        .since = {}});
  loadQueue();
  loadRecord();
}

void ReviewPage::loadQueue() {
  if (connection() == nullptr) return;
  queueStale_ = false;
  queueLoading_ = true;
  queueAskedMs_ = clock_->steadyMs();
  const quint64 call = ++queueCall_;
  connection()
      ->api()
      .list(QStringLiteral("/query/reviews"), kMostRecords)
      .then(this, [this, call](const Reply<QJsonArray>& items) {
        if (call != queueCall_) return;
        queueLoading_ = false;
        if (items) return queueCame(*items);
        // What is on screen stays while the connection is away; the pane says since when.
        if (!items.error().passing() || queue_->model().rowCount() == 0) pane().failed(items.error());
      });
}

void ReviewPage::queueCame(const QJsonArray& items) {
  QList<RecordItem> rows;
  for (const auto& each : items) rows.append(recordItemOf(each.toObject()));
  queue_->setNow(clock_->clusterNow(connection()));
  queueKnown_ = true;
  queueChanging_ = true;
  queue_->setItems(rows);
  queueChanging_ = false;
  // Decided by somebody else meanwhile: it stays open and says so, nothing else is pushed under the hand.
  if (!openId_.isEmpty() && queue_->model().rowOf(openId_) < 0 && queue_->currentId() != openId_)
    recordStale_ = true;
  if (const QString wanted = std::exchange(wantedId_, {}); !wanted.isEmpty() && !queue_->select(wanted))
    openRecord(wanted);
  if (rows.isEmpty() && openId_.isEmpty()) {
    pane().empty(tr("Nothing waits for review."),
                 tr("Records that score 0.60 to 0.79 come here by themselves, the one due first on top."));
    return;
  }
  pane().ready();
  if (openId_.isEmpty()) queue_->selectFirst();
}

void ReviewPage::openRecord(const QString& id) {
  if (id.isEmpty() || id == openId_) return;
  if (!openId_.isEmpty()) decision_->setOutcome({}, nullptr);  // It was about the record before.
  openId_ = id;
  recordLoaded_ = false;
  item_->setLoading();
  loadRecord();
}

void ReviewPage::loadRecord() {
  if (connection() == nullptr || openId_.isEmpty()) return;
  recordStale_ = false;
  const quint64 call = ++recordCall_;
  connection()
      ->api()
      .get(QStringLiteral("/query/records/") + escaped(openId_))
      .then(this, [this, call](const Answer& answer) {
        if (call != recordCall_) return;
        if (answer) return recordCame(recordDetailOf(*answer));
        if (!answer.error().passing())
          tell(answer.error().message + QLatin1Char(' ') + answer.error().remedy, "fail");
      });
}

void ReviewPage::recordCame(const RecordDetail& record) {
  recordLoaded_ = true;
  if (pane().state().kind == PaneState::Kind::kEmpty) pane().ready();
  item_->setNow(clock_->clusterNow(connection()));
  item_->setRecord(record, connection());
  desk_->show(record);
  item_->setOpened(desk_->opened());
  if (toUnfold_ == openId_) unfold();
}

/// Whoever was sent here wants to see what there is to decide, not a list of names.
void ReviewPage::unfold() {
  toUnfold_.clear();
  const QStringList left = desk_->unopened();
  if (!left.isEmpty()) item_->openCheck(left.first());
}

void ReviewPage::advance(const QString& from) {
  queueStale_ = true;
  if (openId_ != from) return;
  // To the next that waits; the decided one leaves with the next answer.
  if (queue_->currentId() == from && (queue_->step(1) || queue_->step(-1))) return;
  recordStale_ = true;
}

void ReviewPage::arrived(const EventBatch& batch) {
  for (const auto& event : batch.events) {
    const bool review = event.topic == "review";
    const bool record =
        event.topic == "record" && event.data[QLatin1String("band")].toString() == QLatin1String("REVIEW");
    if (review || record) queueStale_ = true;
    if (review && event.data[QLatin1String("record")].toString() == openId_) recordStale_ = true;
  }
}

void ReviewPage::beat() {
  const QDateTime now = clock_->clusterNow(connection());
  if (const qint64 second = now.toSecsSinceEpoch(); seen() && std::exchange(shownSecond_, second) != second) {
    queue_->setNow(now);
    item_->setNow(now);
  }
  if (connection() == nullptr || !connection()->live() || !seen()) return;
  if (recordStale_) loadRecord();
  if (queueStale_ && !queueLoading_ && clock_->steadyMs() - queueAskedMs_ >= kAskAgainMs) loadQueue();
}

void ReviewPage::toggleClaim() {
  if (desk_->stage() == ReviewDesk::Stage::kMine) return desk_->release();
  const QString why = desk_->whyNotClaim();
  if (!why.isEmpty()) return Q_EMIT said(why);
  desk_->claim();
}

void ReviewPage::claimSelection(bool claim) {
  if (connection() == nullptr || connection()->author() == nullptr) return;
  QStringList ids = queue_->selectedIds();
  if (ids.size() > kMostAtOnce)
    return tell(tr("Select at most %1 records at once.").arg(kMostAtOnce), "warn");
  const qint64 now = clock_->clusterNow(connection()).toMSecsSinceEpoch();
  std::vector<wire::AnyCommand> commands;
  for (const auto& id : ids) {
    const RecordItem& item = queue_->filter().itemAt(queue_->filter().indexOf(id));
    // What the ledger would refuse is not asked: others' claims, one's own submissions.
    if (claim ? (item.claimed(now) || !item.mayDecide) : !item.mine(now)) continue;
    if (!claim && outbox_->find(id) != nullptr) continue;
    commands.push_back(claim ? claimCommand(id) : releaseCommand(id));
  }
  const auto asked = static_cast<int>(commands.size());
  const auto all = static_cast<int>(ids.size());
  if (asked == 0)
    return tell(claim ? tr("None of the selected records can be claimed.")
                      : tr("You hold none of the selected records."),
                "warn");
  connection()
      ->author()
      ->send(std::move(commands), Wait::kCommitted)
      .then(this, [this, claim, asked, all](const Reply<Sent>& reply) {
        loadQueue();
        loadRecord();
        if (!reply) return tell(reply.error().message + QLatin1Char(' ') + reply.error().remedy, "fail");
        const QString number = QLocale().toString(asked);
        tell(claim ? tr("%1 of %n selected records claimed.", nullptr, all).arg(number)
                   : tr("%1 of %n selected records released.", nullptr, all).arg(number),
             "ok");
      });
}

void ReviewPage::foundLeftOver(const LeftOver& found) {
  const auto ask = [this, found] {
    questions_.append(found);
    arrangeQuestion();
  };
  if (!found.wasSending) return ask();
  // It may have arrived before the window went: the ledger knows.
  connection()
      ->api()
      .get(QStringLiteral("/query/records/") + escaped(found.decision.record))
      .then(this, [this, found, ask](const Answer& answer) {
        const auto decided = answer ? recordDetailOf(*answer).decided : std::nullopt;
        if (!decided) return ask();
        desk_->discardDraft(found.decision.record);
        tell(tr("Your decision about %1 had reached the ledger before the window closed: block %2.")
                 .arg(tame(found.decision.label, 60), QLocale().toString(decided->height)),
             "ok");
      });
}

void ReviewPage::arrangeQuestion() {
  if (questions_.isEmpty()) return frame_->ask({});
  const LeftOver& one = questions_.first();
  const QString when = dateTimeText(fromMilliseconds(one.keptMs));
  const QString what =
      tr("%1: %2, “%3”")
          .arg(tame(one.decision.label, 60), verbOf(one.decision.decision), tame(one.decision.note, 120));
  frame_->ask(one.wasSending ? tr("When the window closed (%1) this decision was on its way, and "
                                  "the ledger does not have it: %2. "
                                  "Look at the record again before you decide anew.")
                                   .arg(when, what)
                             : tr("When the window closed (%1) this decision was waiting: %2. It "
                                  "was not sent by itself. Do you still want it?")
                                   .arg(when, what));
}

/// About decisions on other records than the open one: the last of them speaks.
void ReviewPage::sayWaiting() {
  QString sentence;
  for (const auto& each : outbox_->waiting())
    if (each.decision.record != openId_)
      sentence = each.state == Outbox::State::kHeld
                     ? tr("%1: %2 is sent in %n s. Ctrl+Z takes it back.", nullptr,
                          static_cast<int>((outbox_->leftMs(each) + 999) / 1'000))
                           .arg(tame(each.decision.label, 60), verbOf(each.decision.decision))
                     : tr("%1: waiting for the ledger.").arg(tame(each.decision.label, 60));
  frame_->sayWaiting(sentence);
}

void ReviewPage::tell(const QString& sentence, const char* tone) {
  decision_->setOutcome(sentence, tone);
  Q_EMIT said(sentence);
}

void ReviewPage::runClock() {
  clock_->run(isVisible() || !outbox_->waiting().isEmpty());
}

void ReviewPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  qApp->installEventFilter(this);
  runClock();
}

void ReviewPage::hideEvent(QHideEvent* event) {
  Page::hideEvent(event);
  qApp->removeEventFilter(this);
  runClock();
}

/// Somebody is at the keyboard: the lease may be renewed.
bool ReviewPage::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:  // All that is left of a key that is a shortcut.
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
      desk_->touched();
      break;
    default:
      break;
  }
  return Page::eventFilter(watched, event);
}

void ReviewPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  frame_->setThreePanes(width() >= fontMetrics().averageCharWidth() * kThreePanesFromCharacters);
}

}  // namespace aurigraph::ui
